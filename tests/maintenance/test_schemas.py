"""The published JSON Schemas of reports agree with the types."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from consentui.bundled import data_folder
from consentui.report.formats.schemas import PUBLISHED, Published
from maintenance.schemas import schema_of, schema_text, write_all


@pytest.fixture(params=PUBLISHED, ids=lambda published: published.kind)
def published(request: pytest.FixtureRequest) -> Published:
    kind: Published = request.param
    return kind


def objects(tree: Any) -> list[dict[str, Any]]:
    """Every object schema, at any depth."""
    inner = tree.values() if isinstance(tree, dict) else tree if isinstance(tree, list) else ()
    below = [found for one in inner for found in objects(one)]
    return [tree, *below] if isinstance(tree, dict) and tree.get("type") == "object" else below


def test_the_published_file_says_what_the_types_say(published: Published) -> None:
    assert published.path.read_text(encoding="utf-8") == schema_text(published), "run: python -m maintenance.schemas"


def test_every_schema_file_is_one_of_the_table() -> None:
    assert set((data_folder() / "report").glob("*.schema.json")) == {published.path for published in PUBLISHED}


def test_kinds_names_and_identifiers_are_each_once() -> None:
    for name in ("kind", "schema", "urn", "path"):
        values = [getattr(published, name) for published in PUBLISHED]
        assert len(set(values)) == len(values)


def test_a_schema_keeps_the_rules_of_its_dialect(published: Published) -> None:
    schema = schema_of(published)
    Draft202012Validator.check_schema(schema)
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"


def test_a_schema_has_an_identifier_with_its_version(published: Published) -> None:
    assert published.urn.startswith(f"urn:consentui:report:{published.kind}:")
    assert published.urn.rpartition(":")[2].isdigit()
    assert schema_of(published)["$id"] == published.urn


def test_every_object_is_closed_and_told_of(published: Published) -> None:
    found = objects(schema_of(published))
    assert len(found) > 1
    for one in found:
        assert one["additionalProperties"] is False
        assert one["title"]
        assert one["description"]
        assert one["required"] == list(one["properties"])


def test_a_docstring_below_a_key_is_its_description() -> None:
    (day,) = (published for published in PUBLISHED if published.kind == "day")
    described = schema_of(day)["$defs"]["Line"]["properties"]["labels_seen"]["description"]
    assert described == "Labels that were noted apart from an attempt."


def test_the_command_writes_the_files_that_are_published(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_all(tmp_path / "report")
    written = {path.name: path.read_bytes() for path in (tmp_path / "report").glob("*.schema.json")}
    assert written == {published.path.name: published.path.read_bytes() for published in PUBLISHED}
    assert capsys.readouterr().out.split() == [published.path.name for published in PUBLISHED]

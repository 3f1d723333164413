"""The recipes in `docs/extending.md` work as they are written."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import msgspec
import pytest

from consentui.bundled import data_folder
from consentui.clock import STOPPED
from consentui.i18n import LANGUAGE_NAMES, LANGUAGES
from consentui.journal.entries import Outcome
from consentui.knowledge.base import KnowledgeBase
from consentui.knowledge.records import Text
from tests.catalogues import COMPLETE, ROOT
from tests.cli.conftest import Call
from tests.data.shelf import LAST_CHECK

RECIPES = (ROOT / "docs" / "extending.md").read_text(encoding="utf-8")


def block(kind: str) -> str:
    """The only code block in this language in the recipes."""
    (found,) = re.findall(rf"^```{kind}\n(.*?)^```$", RECIPES, re.MULTILINE | re.DOTALL)
    assert isinstance(found, str)
    return found


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A writable copy of the bundled files."""
    copy = shutil.copytree(data_folder(), tmp_path / "data", ignore=shutil.ignore_patterns("locale"))
    monkeypatch.setattr("consentui.cli.kb.data_folder", lambda: copy)
    return copy


@pytest.mark.parametrize("file", sorted(set(re.findall(r"`(consentui/[\w/]+\.py)`", RECIPES))))
def test_every_file_that_a_recipe_names_is_there(file: str) -> None:
    assert (ROOT / file).is_file()


def test_a_platform_is_one_file_and_the_acceptance_of_its_texts(
    data: Path, call: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(STOPPED, f"{LAST_CHECK}T12:00:00+00:00")
    path = data / "platforms" / "chirp.toml"
    path.write_text(block("toml"), encoding="utf-8")
    assert errors(call, path) == set()
    assert call("kb", "lint", "--in-step", str(path)).code == 0
    assert errors(call, path) == set()
    assert KnowledgeBase(data).control("chirp/training").default == "on"


def errors(call: Call, path: Path) -> set[str]:
    """The lint rules that a file breaks."""
    found = call("kb", "lint", str(path), "--json").json["findings"]
    return {one["rule"] for one in found if one["severity"] == "error"}


def test_the_type_checker_refuses_an_outcome_without_an_effect(tmp_path: Path) -> None:
    source = (ROOT / "consentui/journal/entries/outcomes.py").read_text(encoding="utf-8")
    planted = tmp_path / "outcomes.py"
    planted.write_text(
        source.replace('    LATER = "later"\n', '    LATER = "later"\n    LOST = "lost"\n'), encoding="utf-8"
    )
    done = subprocess.run(
        [
            sys.executable,
            "-m",
            "mypy",
            "--strict",
            "--follow-imports=silent",
            "--cache-dir",
            tmp_path / "cache",
            planted,
        ],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        timeout=300,
        check=False,
    )
    assert 'Argument 1 to "assert_never" has incompatible type "Literal[Outcome.LOST]"' in done.stdout


def test_an_outcome_has_one_of_the_effects_that_standing_knows() -> None:
    assert {outcome.effect for outcome in Outcome} == {"settles", "waits", "fails", "puts-off"}


def test_every_language_has_its_own_name_its_letters_and_its_countries() -> None:
    letters = {path.name for path in (data_folder() / "letters" / "en").iterdir()}
    countries = msgspec.json.decode((data_folder() / "countries.json").read_bytes())
    for language in LANGUAGES:
        assert LANGUAGE_NAMES[language]
        assert language in countries["FR"]
    for complete in ("en", *COMPLETE):
        assert {path.name for path in (data_folder() / "letters" / complete).iterdir()} == letters


def test_a_fact_that_is_not_written_in_a_language_is_told_in_english() -> None:
    text = Text(en="Training", fr="Entraînement")
    assert text.in_language("de") == "Training"
    assert text.languages == ("en", "fr")
    assert Text(en="Training", fr="Entraînement", de="Schulung").in_language("de") == "Schulung"

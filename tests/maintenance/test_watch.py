"""Documents that changed since the facts were checked, in a small versions repository made for the test."""

from __future__ import annotations

import os
import shutil
import subprocess
from datetime import date
from pathlib import Path

import pytest

from consentui.knowledge.records import Platform
from maintenance import watch as watching
from maintenance.watch import Clone, documents_of, lines_of, telling, watch
from tests.builders import a_control, a_platform, a_source

OLD = """# Privacy Policy

We use your posts to run the service. We share data with [partners](https://chirp.example/partners).

You may object to direct marketing at any time.
"""
NEW = """# Privacy Policy

We use your posts to run the service. We share data with [partners](https://chirp.example/other).

We use your public posts to **train** our AI models. The office has moved to another street.
"""
GIT = shutil.which("git") or "git"
POLICY = "Chirp/Privacy Policy.md"


def version(clone: Path, day: str, files: dict[str, str]) -> None:
    for name, text in files.items():
        (clone / name).parent.mkdir(exist_ok=True)
        (clone / name).write_text(text, encoding="utf-8")
    stamp = f"{day}T12:00:00+00:00"
    world = {**os.environ, "GIT_AUTHOR_DATE": stamp, "GIT_COMMITTER_DATE": stamp}
    who = ["-c", "user.name=archive", "-c", "user.email=archive@chirp.example", "-c", "commit.gpgsign=false"]
    for command in (["add", "."], [*who, "commit", "--quiet", "--message", f"Record {day}"]):
        subprocess.run([GIT, "-C", str(clone), *command], env=world, check=True)


@pytest.fixture
def clone(tmp_path: Path) -> Path:
    """A versions repository with a policy that changed once and terms that did not."""
    place = tmp_path / "versions"
    subprocess.run([GIT, "init", "--quiet", str(place)], check=True)
    version(place, "2026-01-10", {POLICY: OLD, "Other/Terms of Service.md": OLD})
    version(place, "2026-08-21", {POLICY: NEW})
    return place


def chirp(verified_on: date, via: str = f"Open Terms Archive ({POLICY})") -> Platform:
    control = a_control(id="training", verified_on=verified_on, source=(a_source(via=via),))
    return a_platform(id="chirp", name="Chirp", control=(control, a_control(id="other", verified_on=verified_on)))


def test_what_changed_since_the_facts_were_checked_is_listed_with_who_cites_it(clone: Path) -> None:
    (found,) = watch(Clone(clone), [chirp(date(2026, 3, 1))])
    assert list(lines_of(found)) == [
        "chirp\tChirp/Privacy Policy.md\t2026-08-21\t1 since 2026-03-01",
        "  cited by: chirp/training",
        "  - You may object to direct marketing at any time.",
        "  + We use your public posts to train our AI models.",
    ]


def test_facts_that_were_checked_since_have_nothing_to_fear(clone: Path) -> None:
    assert list(watch(Clone(clone), [chirp(date(2026, 8, 21))])) == []
    assert len(list(watch(Clone(clone), [chirp(date(2026, 8, 21))], date(2026, 1, 1)))) == 1


def test_a_document_that_is_new_is_new_as_a_whole(clone: Path) -> None:
    (found,) = watch(Clone(clone), [chirp(date(2025, 1, 1))])
    assert (found.versions, found.gone, len(found.new)) == (2, (), 2)


def test_a_control_that_names_the_archive_alone_may_rest_on_any_document(clone: Path) -> None:
    (found,) = watch(Clone(clone), [chirp(date(2026, 3, 1), "Open Terms Archive")])
    assert found.cited_by == ("chirp/training",)


def test_documents_are_found_by_name_alias_and_citation() -> None:
    paths = (POLICY, "Twitter/Terms.md", "Other/Terms of Service.md", "README.md")
    named = a_platform(id="chirp", name="Chirp", aliases=("Twitter",))
    assert documents_of(named, paths) == (POLICY, "Twitter/Terms.md")
    assert documents_of(chirp(date(2026, 1, 1), "Open Terms Archive (Other/Terms of Service.md)"), paths) == (
        POLICY,
        "Other/Terms of Service.md",
    )


@pytest.mark.parametrize(
    "sentence",
    [
        "Nous utilisons vos publications pour entraîner nos modèles.",
        "Nous partageons vos données avec nos partenaires.",
        "We rely on our legitimate interests to do so.",
        "You grant us a license to use and copy your content.",
    ],
)
def test_sentences_that_matter_are_told_in_both_languages(sentence: str) -> None:
    assert telling(f"# A heading on training\n\nThe office has moved to another street. {sentence}") == (sentence,)


def test_what_is_no_clone_is_said_to_be_none(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert watching.main([str(tmp_path)]) == 2
    assert "not a git repository" in capsys.readouterr().err


def test_the_command_ends_with_1_when_something_that_matters_changed(
    clone: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(watching, "bundled", lambda: [chirp(date(2026, 3, 1))])
    assert watching.main([str(clone)]) == 1
    assert capsys.readouterr().err == "1 documents changed\n"

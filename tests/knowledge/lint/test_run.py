"""Running the rules over files: what is found stands at its line, with its weight."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from consentui.errors import KnowledgeError
from consentui.knowledge.lint.finding import Finding
from consentui.knowledge.lint.run import lint
from tests.builders import TODAY, a_control, a_platform
from tests.knowledge.files import a_base

FILE = """\
id = "chirp"
name = "Chirp"
category = "social"
controller = "chirp"
about.en = "A place for short texts."
about.fr = "Un lieu pour textes courts."
researched = 2026-10-02

[[control]]
id = "training"
kind = "setting"
purpose = "ai-training"
default = "on"
desired = "off"
minutes = 2
title.en = "Training"
title.fr = "Entraînement"
about.en = "It trains."
about.fr = "Il s’entraîne."
covers.en = "All."
covers.fr = "Tout."
does_not_cover.en = "Nothing."
does_not_cover.fr = "Rien."
evidence = "documented"
verified_on = 2026-10-02
review_after = 2027-02-21

[[control.route]]
surface = "web"
url = "https://chirp.example"

[[control.source]]
url = "https://chirp.example/help"
publisher = "Chirp"
primary = true
supports = ["existence"]
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "chirp.toml"


def findings(file: Path, *changes: tuple[str, str], today: date = TODAY) -> tuple[Finding, ...]:
    """What is found in the sound file after these changes."""
    text = FILE
    for old, new in changes:
        assert old in text
        text = text.replace(old, new, 1)
    file.write_text(text, encoding="utf-8")
    return lint([file], (), today)


def test_nothing_is_found_in_a_sound_file(file: Path) -> None:
    assert findings(file) == ()


def test_a_finding_names_rule_weight_file_line_fault_and_mending(file: Path) -> None:
    assert findings(file, ("Il s’entraîne.", "Il s'entraîne.")) == (
        Finding(
            rule="quotes-are-curly",
            severity="error",
            path=str(file),
            line=19,
            message="typewriter quotes",
            fix="use ’ “ ” or « »",
        ),
    )


@pytest.mark.parametrize(
    ("old", "new", "rule", "line"),
    [
        ('about.fr = "Un lieu', 'about.fr = "Où ? Un lieu', "french-is-typeset", 6),
        ("researched = 2026-10-02", "researched = 2027-10-02", "dates-are-past", 7),
        ("primary = true\n", "", "evidence-is-earned", 24),
        ('url = "https://chirp.example"\n', "", "route-leads-somewhere", 28),
        ("review_after = 2027", 'fallback = ["chirp/gone"]\nreview_after = 2027', "references-resolve", 26),
        ('publisher = "Chirp"', 'publisher = "Chirp"\ndate = "2024-13"', "dates-are-past", 35),
    ],
)
def test_a_finding_stands_at_its_line(file: Path, old: str, new: str, rule: str, line: int) -> None:
    (found,) = findings(file, (old, new))
    assert (found.rule, found.line, found.severity) == (rule, line, "error")


def test_facts_to_be_checked_again_are_a_warning(file: Path) -> None:
    (found,) = findings(file, today=date(2027, 2, 21))
    assert (found.rule, found.severity, found.line) == ("facts-are-fresh", "warning", 26)


def test_every_fault_of_a_file_is_told_at_once(file: Path) -> None:
    found = findings(file, ('title.en = "Training"', 'title.en = ""'), ("Tout.", "Tout !"))
    assert [(one.rule, one.line) for one in found] == [("texts-are-written", 16), ("french-is-typeset", 21)]


def test_files_may_refer_to_each_other(tmp_path: Path) -> None:
    here = a_platform(a_control(fallback=("nest/training",)), id="chirp", companion="nest")
    folder = a_base(tmp_path, here, a_platform(id="nest")) / "platforms"
    assert lint(sorted(folder.iterdir()), (), TODAY) == ()
    alone = lint([folder / "chirp.toml"], (), TODAY)
    assert [found.rule for found in alone] == ["references-resolve", "companion-exists"]


def test_a_file_may_refer_to_the_known_platforms(tmp_path: Path) -> None:
    here = a_platform(a_control(fallback=("nest/training",)), id="chirp", companion="nest")
    folder = a_base(tmp_path, here) / "platforms"
    assert lint(folder.iterdir(), [a_platform(id="nest")], TODAY) == ()


def test_a_file_is_looked_at_instead_of_the_known_platform_of_its_id(tmp_path: Path) -> None:
    here = a_platform(a_control(id="renamed"), a_control(id="second", fallback=("chirp/training",)), id="chirp")
    folder = a_base(tmp_path, here) / "platforms"
    (found,) = lint(folder.iterdir(), [a_platform(a_control(id="training"), id="chirp")], TODAY)
    assert found.message == "chirp/training does not exist"


def test_a_file_that_is_no_platform_is_an_error(file: Path) -> None:
    with pytest.raises(KnowledgeError, match="line 15: the key “minuts” is not known"):
        findings(file, ("minutes", "minuts"))
    with pytest.raises(KnowledgeError, match="is not the name of the file"):
        findings(file, ('id = "chirp"', 'id = "nest"'))
    with pytest.raises(KnowledgeError, match="cannot be read"):
        lint([file.with_name("gone.toml")], (), TODAY)

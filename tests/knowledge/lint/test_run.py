"""Running the rules over files: each finding has its line and its severity."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from msgspec.structs import replace

from consentui.errors import KnowledgeError
from consentui.knowledge.lint import in_step, released
from consentui.knowledge.lint.files import files_in
from consentui.knowledge.lint.finding import LintContext, LintFinding, texts_of
from consentui.knowledge.lint.run import known_from, lint
from tests.builders import TODAY, a_control, a_platform, a_text
from tests.knowledge.files import a_base
from tests.knowledge.lint.shelf import a_shelf

KNOWN = LintContext(controllers=frozenset({"chirp"}))

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


def findings(file: Path, *changes: tuple[str, str], today: date = TODAY) -> tuple[LintFinding, ...]:
    """The findings in the sound file after these replacements."""
    text = FILE
    for old, new in changes:
        assert old in text
        text = text.replace(old, new, 1)
    file.write_text(text, encoding="utf-8")
    return lint([file], KNOWN, today, file.parent / "data")


def test_nothing_is_found_in_a_sound_file(file: Path) -> None:
    assert findings(file) == ()


def test_a_finding_names_rule_weight_file_line_fault_and_mending(file: Path) -> None:
    assert findings(file, ("Il s’entraîne.", "Il s'entraîne.")) == (
        LintFinding(
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
    folder = a_base(tmp_path, here, a_platform(id="nest", name="Nest")) / "platforms"
    assert lint(sorted(folder.iterdir()), KNOWN, TODAY, tmp_path / "data") == ()
    alone = lint([folder / "chirp.toml"], KNOWN, TODAY, tmp_path / "data")
    assert [found.rule for found in alone] == ["references-resolve", "companion-exists"]


def test_a_file_may_refer_to_the_known_platforms(tmp_path: Path) -> None:
    here = a_platform(a_control(fallback=("nest/training",)), id="chirp", companion="nest")
    folder = a_base(tmp_path, here) / "platforms"
    known = replace(KNOWN, platforms={"nest": a_platform(id="nest", name="Nest")})
    assert lint(folder.iterdir(), known, TODAY, tmp_path / "data") == ()


def test_a_file_is_looked_at_instead_of_the_known_platform_of_its_id(tmp_path: Path) -> None:
    second = a_control(id="second", title=a_text("Second"), fallback=("chirp/training",))
    folder = a_base(tmp_path, a_platform(a_control(id="renamed"), second, id="chirp")) / "platforms"
    known = replace(KNOWN, platforms={"chirp": a_platform(a_control(id="training"), id="chirp")})
    (found,) = lint(folder.iterdir(), known, TODAY, tmp_path / "data")
    assert found.message == "chirp/training does not exist"


def test_a_file_that_is_no_platform_is_an_error(file: Path) -> None:
    with pytest.raises(KnowledgeError, match="line 15: the key “minuts” is not known"):
        findings(file, ("minutes", "minuts"))
    with pytest.raises(KnowledgeError, match="does not match the file name"):
        findings(file, ('id = "chirp"', 'id = "nest"'))
    with pytest.raises(KnowledgeError, match="cannot be read"):
        lint([file.with_name("gone.toml")], KNOWN, TODAY, file.parent)


def test_what_is_known_is_read_from_the_folder(tmp_path: Path) -> None:
    data = a_shelf(tmp_path, platform := a_platform())
    assert known_from(data, [platform]) == LintContext(
        platforms={"chirp": platform}, controllers=frozenset({"chirp"}), authorities=frozenset({"IE"})
    )


def test_companies_authorities_and_packs_keep_the_rules_too(tmp_path: Path) -> None:
    data = a_shelf(tmp_path, a_platform())
    for name, old, new in (
        ("packs", "Tout", "Tout !"),
        ("controllers", "a@chirp.example", "chirp.example"),
        ("authorities", "Street", "http://dpc.example"),
    ):
        path = data / f"{name}.toml"
        assert old in path.read_text(encoding="utf-8")
        path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    found = {(Path(one.path).stem, one.rule) for one in lint(files_in(data, data), LintContext(), TODAY, data)}
    assert found >= {
        ("packs", "french-is-typeset"),
        ("controllers", "contacts-can-be-written-to"),
        ("authorities", "addresses-are-encrypted"),
    }


def test_the_last_release_and_the_accepted_texts_are_for_bundled_files_alone(tmp_path: Path) -> None:
    before = a_platform(a_control(), a_control(id="gone", title=a_text("Second")))
    after = a_platform(a_control(about=a_text("It learns.", before.control[0].about.fr)))
    known = replace(
        KNOWN,
        released=released.released_as("1.0", [before]),
        in_step={"platforms/chirp": frozenset(in_step.print_of(text) for text in texts_of(before))},
    )
    data = a_base(tmp_path / "data", after)
    own = a_base(tmp_path / "own", after)
    bundled = lint([data / "platforms" / "chirp.toml"], known, TODAY, data)
    assert [found.rule for found in bundled] == ["control-ids-stay", "french-follows-english"]
    assert lint([own / "platforms" / "chirp.toml"], known, TODAY, data) == ()


def test_a_platform_that_is_gone_is_told_at_its_line_of_the_last_release(tmp_path: Path) -> None:
    data = a_base(tmp_path, a_platform())
    before = released.released_as("1.0", [a_platform(), a_platform(id="nest")])
    released.released_file(data).write_text(released.as_toml(before), encoding="utf-8")
    paths = [data / "platforms" / "chirp.toml", released.released_file(data)]
    found = [one for one in lint(paths, KNOWN, TODAY, data) if one.path == str(paths[1])]
    lines = paths[1].read_text(encoding="utf-8").splitlines()
    assert [(one.rule, lines[one.line - 1].split(" ")[0]) for one in found] == [
        ("platform-ids-stay", "nest"),
        *(("counts-never-fall", name) for name in released.COUNTED if name != "events"),
    ]

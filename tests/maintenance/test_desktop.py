"""The desktop entry, by the Desktop Entry Specification 1.5, and where the wheel installs it."""

from __future__ import annotations

from configparser import ConfigParser
from pathlib import Path

from hatch_build import shared_files
from maintenance.install import CHECKOUT

ENTRY = CHECKOUT / "packaging" / "consentui.desktop"
KNOWN = {
    *("Type", "Version", "Name", "GenericName", "Comment", "Exec", "TryExec", "Icon", "Terminal", "Categories"),
    "Keywords",
}
TRANSLATED = {"GenericName", "Comment", "Keywords"}
REGISTERED = {"Utility", "Security", "ConsoleOnly"}
"""The categories used, all from the Desktop Menu Specification."""


def entry() -> dict[str, str]:
    read = ConfigParser(interpolation=None, delimiters=("=",))
    read.optionxform = str  # type: ignore[assignment, method-assign]
    read.read(ENTRY, encoding="utf-8")
    assert read.sections() == ["Desktop Entry"]
    return dict(read["Desktop Entry"])


def test_it_has_the_keys_of_an_application_in_a_terminal_and_no_others() -> None:
    found = entry()
    assert {key.partition("[")[0] for key in found} == KNOWN
    assert (found["Type"], found["Name"], found["Exec"], found["Terminal"]) == (
        *("Application", "consentui", "consentui"),
        "true",
    )


def test_what_people_read_is_there_in_french_too() -> None:
    found = entry()
    assert {key for key in KNOWN if f"{key}[fr]" in found} == TRANSLATED
    assert all(found[f"{key}[fr]"] != found[key] for key in TRANSLATED)


def test_lists_end_with_a_semicolon_and_categories_are_registered_ones() -> None:
    found = entry()
    assert all(found[key].endswith(";") for key in ("Categories", "Keywords", "Keywords[fr]"))
    assert set(found["Categories"].split(";")) - {""} <= REGISTERED


def test_the_wheel_puts_it_and_the_manual_pages_where_the_system_looks(tmp_path: Path) -> None:
    for page in ("man1/consentui.1", "fr/man1/consentui.1"):
        made = tmp_path / "build" / "share" / "man" / page
        made.parent.mkdir(parents=True)
        made.touch()
    assert set(shared_files(tmp_path).values()) == {
        "share/applications/consentui.desktop",
        "share/man/man1/consentui.1",
        "share/man/fr/man1/consentui.1",
    }
    assert next(iter(shared_files(CHECKOUT))) == str(ENTRY)

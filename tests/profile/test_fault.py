"""A fault in the program is reported without anything personal, and the report is kept."""

from __future__ import annotations

import pytest

from consentui import __version__
from consentui.profile.fault import NAME, keep_report, page, report_of
from consentui.storage.places import profile_folders

SECRET = "Marie Lefèvre, rue des Lilas"


def a_fault(depth: int = 0) -> Exception:
    """An error with personal data in its message, its cause and the local variables of its frames."""
    person = SECRET
    try:
        if depth:
            return a_fault(depth - 1)
        try:
            dict[str, str]()[person]
        except KeyError as cause:
            raise ValueError(person) from cause
    except ValueError as error:
        return error
    raise AssertionError


def test_a_report_says_which_versions_what_and_where() -> None:
    report = report_of(a_fault())
    assert report.startswith(f"consentui {__version__}\n")
    for part in ("Python 3.", "textual ", "ValueError\n", "KeyError\n", "test_fault.py:", " a_fault\n"):
        assert part in report


def test_nothing_that_was_worked_on_is_in_it() -> None:
    for part in (*SECRET.split(), str(profile_folders().data), __file__):
        assert part not in report_of(a_fault())


def test_the_page_says_what_became_of_the_data_and_where_the_report_is() -> None:
    told = page(a_fault())
    path = profile_folders().state / NAME
    assert told.startswith("consentui has stopped because of a fault of its own.\n")
    assert str(path) in told
    assert path.read_text(encoding="utf-8").splitlines()[0] == f"consentui {__version__}"
    assert path.read_text(encoding="utf-8") in told
    assert path.stat().st_mode & 0o077 == 0


def test_where_it_cannot_be_kept_it_is_told_all_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", "/dev/null/nowhere")
    assert keep_report(a_fault(), "default") is None
    assert report_of(a_fault()) in page(a_fault(), "not a profile’s name")


def test_an_error_in_circles_or_without_end_has_a_report_too() -> None:
    def fall() -> None:
        fall()

    with pytest.raises(RecursionError) as raised:
        fall()
    raised.value.__cause__ = raised.value
    assert 0 < len(report_of(raised.value).splitlines()) < 200

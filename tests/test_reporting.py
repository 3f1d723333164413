"""Reports made from a session, and put where the person wants them."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from msgspec.structs import replace

from consentui.errors import StorageError
from consentui.i18n import speaking
from consentui.journal.entries import Outcome
from consentui.reporting import FORMATS, SUFFIX, FileIsThereError, report_of, report_text, save_report
from consentui.session import Session


@pytest.fixture
def followed(session: Session) -> Session:
    """A session with two accounts of a person in France, one control settled."""
    session.config = replace(session.config, country="FR")
    account = session.add_account(session.knowledge.platform("x"), "@marie_l")
    session.add_account(session.knowledge.platform("facebook"), "Marie L")
    control = session.knowledge.control("x/grok-training")
    session.record(account, control, Outcome.SWITCHED_OFF, surface="web", note="as @marie_l")
    return session


def test_a_report_is_of_today_by_this_program_in_the_persons_country(followed: Session) -> None:
    made = report_of(followed, followed.accounts, "masked")
    assert (str(made.as_of), made.country, made.language, made.names) == ("2026-11-21", "FR", "en", "masked")
    assert made.version
    assert [section.platform for section in made.sections] == ["x", "facebook"]
    assert made.settled == 1


def test_a_report_may_be_on_some_accounts_only(followed: Session) -> None:
    made = report_of(followed, followed.accounts[1:], "masked")
    assert [section.platform for section in made.sections] == ["facebook"]
    assert made.settled == 0


def test_a_report_comes_in_the_language_spoken(followed: Session) -> None:
    with speaking("fr"):
        made = report_of(followed, followed.accounts, "masked")
        text = report_text(followed, followed.accounts, "markdown", "masked")
    assert made.language == "fr"
    assert "21 novembre 2026" in text


def test_an_account_on_a_platform_that_is_not_known_is_in_the_report(followed: Session) -> None:
    stranger = replace(followed.accounts[0], id="gone-0001", platform="gone")
    made = report_of(followed, (stranger,), "masked")
    assert (made.sections[0].platform_name, made.sections[0].lines, made.sections[0].excluded) == ("gone", (), ())


def test_every_format_has_a_suffix_and_a_text(followed: Session) -> None:
    assert set(SUFFIX) == set(FORMATS)
    assert report_text(followed, followed.accounts, "markdown", "masked").startswith("# ")
    assert json.loads(report_text(followed, followed.accounts, "json", "masked"))["as_of"] == "2026-11-21"


@pytest.mark.parametrize("format_", FORMATS)
def test_the_handle_is_nowhere_in_a_masked_report_and_there_in_a_full_one(followed: Session, format_: str) -> None:
    accounts = followed.accounts[:1]
    assert "marie" not in report_text(followed, accounts, format_, "masked")  # type: ignore[arg-type]
    assert "marie" in report_text(followed, accounts, format_, "full")  # type: ignore[arg-type]


@pytest.mark.parametrize("format_", FORMATS)
def test_the_same_day_gives_the_same_report(followed: Session, format_: str) -> None:
    texts = {report_text(followed, followed.accounts, format_, "full") for _time in range(3)}  # type: ignore[arg-type]
    assert len(texts) == 1


def test_a_saved_report_is_for_its_owners_eyes(tmp_path: Path) -> None:
    path = tmp_path / "reports" / "today.md"
    save_report(path, "# Rapport du 1er décembre\n")
    assert path.read_text(encoding="utf-8") == "# Rapport du 1er décembre\n"
    if os.name == "posix":
        assert path.stat().st_mode & 0o777 == 0o600


def test_a_report_that_is_there_is_not_replaced_unasked(tmp_path: Path) -> None:
    path = tmp_path / "today.md"
    path.write_text("mine", encoding="utf-8")
    with pytest.raises(FileIsThereError, match="exists already") as caught:
        save_report(path, "new")
    assert "--force" in caught.value.way_out
    assert path.read_text(encoding="utf-8") == "mine"
    save_report(path, "new", replace=True)
    assert path.read_text(encoding="utf-8") == "new"


def test_a_tilde_is_the_persons_home(tmp_path: Path) -> None:
    save_report(Path("~/today.md"), "new")
    assert (tmp_path / "today.md").read_text(encoding="utf-8") == "new"


@pytest.mark.parametrize("place", ["~nobody-of-that-name/today.md", "to\0day.md"])
def test_a_place_that_no_system_can_have_is_refused(place: str) -> None:
    with pytest.raises(StorageError, match="could not be written"):
        save_report(Path(place), "new", replace=True)


@pytest.mark.parametrize("place", ["a file/today.md", "a folder"])
def test_a_report_that_cannot_be_written_leaves_nothing_behind(tmp_path: Path, place: str) -> None:
    (tmp_path / "a file").write_text("mine", encoding="utf-8")
    (tmp_path / "a folder").mkdir()
    before = sorted(tmp_path.rglob("*"))
    with pytest.raises(StorageError, match="could not be written"):
        save_report(tmp_path / place, "new", replace=True)
    assert sorted(tmp_path.rglob("*")) == before

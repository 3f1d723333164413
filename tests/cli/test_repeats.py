"""`consentui verify --all`: checks are repeated."""

from __future__ import annotations

from pathlib import Path

import pytest

from consentui.profile import mails
from consentui.storage.places import profile_folders
from tests.cli.conftest import Call
from tests.verify.downloads import MAKERS, write_zip
from tests.verify.mails import DOMAIN, KEYS, mail


def a_download(folder: Path, state: str) -> str:
    (maker,) = (one for one in MAKERS if one.platform == "tiktok")
    files = maker.files("new", "en", "off" if state == "off" else "on", "marie_l")
    return str(write_zip(folder / f"{state}-{maker.name}", files))


@pytest.fixture
def tiktok(call: Call) -> str:
    call("config", "set", "country", "FR")
    return call("account", "add", "tiktok", "--handle", "@marie_l").out.strip()


@pytest.fixture
def signed(call: Call, tiktok: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """An account with a mail attached to a control, whose signature was checked."""
    monkeypatch.setattr("consentui.knowledge.records.Controller.domains", (DOMAIN,))
    monkeypatch.setattr(mails.Mails.check, "__defaults__", (lambda question: KEYS[question],))
    path = tmp_path / "answer.eml"
    path.write_bytes(mail("genuine"))
    call("proof", "add", tiktok, "personalised-ads", str(path), "--check-signature")
    return tiktok


def test_what_holds_is_listed_and_ends_well(call: Call, tiktok: str, tmp_path: Path) -> None:
    call("verify", "export", a_download(tmp_path, "off"))
    for words in (("--all",), (tiktok,), ("again", tiktok)):
        said = call("verify", *words)
        assert said.code == 0
        assert said.rows[0][:2] == [f"{tiktok}/personalised-ads", "as before"]
        assert "heir file of 12 November 2026: shows off" in said.rows[0][2]
        assert "ask for a new one to check again" in said.err


def test_a_setting_that_went_back_is_a_contradiction_with_its_day(call: Call, tiktok: str, tmp_path: Path) -> None:
    call("verify", "export", a_download(tmp_path, "off"), "--made-on", "2026-10-01")
    call("verify", "export", a_download(tmp_path, "on"))
    said = call("verify", "--all")
    assert said.code == 1
    sentence = "Their file of 1 October 2026 said off; the one of 12 November 2026 says on."
    assert said.rows[0] == [f"{tiktok}/personalised-ads", "contradicts", sentence]
    assert "1 contradiction." in said.err
    (first, *_rest) = call("verify", "--all", "--json").json["checks"]
    assert (first["contradicts"], first["standing"], first["made"]) == (True, "review", "2026-11-12")


def test_once_it_was_switched_off_again_nothing_contradicts(call: Call, tiktok: str, tmp_path: Path) -> None:
    call("verify", "export", a_download(tmp_path, "off"), "--made-on", "2026-10-01")
    call("verify", "export", a_download(tmp_path, "on"))
    call("record", tiktok, "personalised-ads", "switched-off")
    assert call("verify", tiktok).code == 0


def test_signatures_are_worked_out_anew_from_what_was_kept(call: Call, signed: str) -> None:
    said = call("verify", "--all")
    assert said.code == 0
    assert said.rows[0][:2] == [f"{signed}/personalised-ads", "as before"]
    assert said.rows[0][2].endswith(f": signed by {DOMAIN}, unaltered")
    (kept,) = profile_folders().proofs.glob("*.eml")
    kept.write_bytes(mail("altered-body"))
    said = call("verify", "--all")
    assert said.code == 1
    assert said.rows[0][1] == "contradicts"
    assert said.rows[0][2].endswith(f"altered: its text is not what {DOMAIN} signed")
    assert call("verify", "--all", "--json").json["checks"][0]["now"] == "altered"


def test_a_day_leaves_out_what_was_checked_before_it(call: Call, tiktok: str, tmp_path: Path) -> None:
    call("verify", "export", a_download(tmp_path, "off"))
    assert len(call("verify", "--all", "--since", "2026-11-21").rows) == 1
    assert call("verify", "--all", "--since", "2026-11-22").out == ""


def test_without_a_check_that_is_said(call: Call, tiktok: str) -> None:
    said = call("verify", "--all")
    assert (said.code, said.out) == (0, "")
    assert said.err == "Nothing has been checked yet: “consentui verify export” reads a download.\n"


@pytest.mark.parametrize("words", [("again",), ("--all", "x"), ("--since", "2026-11-21")])
def test_it_must_be_clear_whose(call: Call, tiktok: str, words: tuple[str, ...]) -> None:
    assert call("verify", *words).code == 2

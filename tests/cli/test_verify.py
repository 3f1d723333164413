"""`consentui verify`: a download is read, and what it says is in the journal and wherever an outcome is shown."""

from __future__ import annotations

from datetime import date
from hashlib import sha256
from pathlib import Path

import pytest

from consentui.journal.entries import Checked, Stated, Verdict
from consentui.profile.session import open_session
from tests.cli.conftest import Call
from tests.verify.downloads import MAKERS, USER, Shape, State, as_json, write_folder, write_zip
from tests.verify.test_preferences import a_profile

MADE_BY = {maker.platform: maker for maker in MAKERS}


def a_download(folder: Path, platform: str, state: State, *, user: str = USER, shape: Shape = "new") -> str:
    maker = MADE_BY[platform]
    return str(write_zip(folder / f"{state}-{maker.name}", maker.files(shape, "en", state, user)))


@pytest.fixture(autouse=True)
def in_france(call: Call) -> None:
    call("config", "set", "country", "FR")


@pytest.fixture
def tiktok(call: Call) -> str:
    return call("account", "add", "tiktok", "--handle", "@marie_l").out.strip()


@pytest.fixture
def facebook(call: Call) -> str:
    return call("account", "add", "facebook", "--handle", "marie_l").out.strip()


@pytest.fixture
def meta(call: Call, facebook: str) -> str:
    return call("account", "add", "meta").out.strip()


def checks() -> list[Checked]:
    return [entry for entry in open_session().journal.entries if isinstance(entry, Checked)]


def test_a_download_confirms_a_tick_and_says_how(call: Call, tiktok: str, tmp_path: Path) -> None:
    path = a_download(tmp_path, "tiktok", "off")
    said = call("verify", "export", path)
    assert said.code == 0
    assert said.rows == [
        ["TikTok @marie_l: download of 12 November 2026, by the dates of its files"],
        ["  personalised-ads", "shows off", "user_data_tiktok.json, Personalized Ads: “Off”"],
    ]
    (entry,) = checks()
    assert (entry.account, entry.control, entry.verdict) == (tiktok, "personalised-ads", Verdict.SHOWS_OFF)
    assert (entry.value, entry.member, entry.grade) == ("Off", "user_data_tiktok.json", "B")
    assert entry.sha256 == sha256(Path(path).read_bytes()).hexdigest()
    (row,) = [row for row in call("status").rows if row[0] == "  personalised-ads"]
    assert row[1] == "settled"
    assert row[2] == (
        "checked by consentui on 21 November 2026"
        " (their file of 12 November 2026; user_data_tiktok.json, Personalized Ads: “Off”)"
    )


def test_a_download_that_denies_a_tick_opens_it_again_and_ends_with_1(
    call: Call, meta: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as then:
        then.setenv("CONSENTUI_NOW", "2026-10-03T10:00:00+00:00")
        call("record", meta, "off-meta-activity", "switched-off")
    said = call("verify", "export", a_download(tmp_path, "facebook", "on"))
    assert said.code == 1
    sentence = "You said “switched off” on 3 October 2026; their file of 12 November 2026 says on."
    assert said.rows[1] == ["  off-meta-activity", "shows on", sentence]
    rows = call("status").rows
    assert rows[[row[0] for row in rows].index(meta) + 1] == ["  off-meta-activity", "to review", sentence]
    assert call("next", "--limit", "1").rows[0][1] == "off-meta-activity"
    status = call("status", "--json").json["accounts"][1]["items"]
    (item,) = [one for one in status if one["control"] == "off-meta-activity"]
    assert (item["contradicted"], item["said_by"], item["check"]["verdict"]) == (True, "person", "shows-on")


def test_a_setting_that_went_back_says_since_when(call: Call, tiktok: str, tmp_path: Path) -> None:
    call("verify", "export", a_download(tmp_path, "tiktok", "off"), "--made-on", "2026-10-01")
    said = call("verify", "export", a_download(tmp_path, "tiktok", "on"))
    assert said.code == 1
    assert "Their file of 1 October 2026 said off; the one of 12 November 2026 says on." in said.out


def test_an_older_download_is_too_old(call: Call, tiktok: str, tmp_path: Path) -> None:
    call("record", tiktok, "personalised-ads", "switched-off")
    said = call("verify", "export", a_download(tmp_path, "tiktok", "on"))
    assert (said.code, said.rows[1][1]) == (0, "too old")
    assert "settled" in call("status").out


def test_a_download_of_the_day_of_the_entry_says_why_it_denies_nothing(
    call: Call, tiktok: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CONSENTUI_NOW", "2026-11-12T12:00:00+00:00")
    call("record", tiktok, "personalised-ads", "switched-off")
    said = call("verify", "export", a_download(tmp_path, "tiktok", "on"))
    assert said.code == 0
    assert "it is of the day on which you recorded it, and may be older" in said.out


def test_the_download_of_another_account_is_said_to_be_one(call: Call, tiktok: str, tmp_path: Path) -> None:
    path = a_download(tmp_path, "tiktok", "off", user="somebody_else")
    for said in (call("verify", "export", path), call("verify", "export", path, "--account", tiktok)):
        assert (said.code, said.out) == (2, "")
        assert said.err.startswith("This is a download from another account on TikTok.\nIt belongs to somebody_else; ")
    assert checks() == []


def test_of_several_accounts_it_is_the_one_that_it_names(call: Call, tiktok: str, tmp_path: Path) -> None:
    second = call("account", "add", "tiktok", "--handle", "somebody_else").out.strip()
    call("verify", "export", a_download(tmp_path, "tiktok", "off", user="somebody_else"))
    assert [entry.account for entry in checks()] == [second]


def test_a_download_of_a_platform_without_an_account_here_says_what_to_do(call: Call, tmp_path: Path) -> None:
    said = call("verify", "export", a_download(tmp_path, "tiktok", "off"))
    assert said.code == 2
    assert "Add it first: consentui account add tiktok" in said.err


def test_reading_the_same_download_twice_writes_it_down_once(call: Call, tiktok: str, tmp_path: Path) -> None:
    path = a_download(tmp_path, "tiktok", "off")
    assert call("verify", "export", path).out == call("verify", "export", path).out
    assert len(checks()) == 1


def test_grades_below_b_inform_and_settle_nothing(call: Call, tmp_path: Path) -> None:
    account = call("account", "add", "reddit", "--handle", USER).out.strip()
    call("record", account, "partner-data-ads", "switched-off")
    said = call("verify", "export", a_download(tmp_path, "reddit", "on"), "--made-on", "2026-11-28")
    assert said.code == 0
    assert "shows on" in said.out
    assert "this settles nothing" in said.out
    (item,) = [
        one for one in call("status", "--json").json["accounts"][0]["items"] if one["control"] == "partner-data-ads"
    ]
    assert (item["standing"], item["contradicted"]) == ("settled", False)


def test_json_tells_all_that_was_read_and_what_nothing_can_show(call: Call, tiktok: str, tmp_path: Path) -> None:
    (download,) = call("verify", "export", a_download(tmp_path, "tiktok", "off"), "--json").json["downloads"]
    (check,) = download["checks"]
    assert (download["account"], download["made"], download["made_known_from"]) == (tiktok, "2026-11-12", "files")
    assert (check["verdict"], check["settles"], check["contradicts"]) == ("shows-off", True, False)
    assert (check["value"], check["field"].rpartition(" › ")[2]) == ("Off", "Personalized Ads")
    assert "tiktok/object-model-training" in download["cannot_be_checked"]


def test_what_is_said_of_the_person_stands_apart_from_what_we_take_it_to_mean(
    call: Call, facebook: str, tmp_path: Path
) -> None:
    notice = {"notification_meta_privacy_policy_update": [{"consent_state": 0, "impression_time": 0}]}
    files = {
        **MADE_BY["facebook"].files("old", "en", "off", USER),
        "logged_information/notifications/notification_of_meta_privacy_policy_update.json": as_json(notice),
    }
    said = call("verify", "export", str(write_zip(tmp_path / "facebook-2026-11-12.zip", files)))
    assert "consent_state: “0”. That this means “the notice was not seen” is our reading; source: Meta" in said.out
    (stated,) = [entry for entry in open_session().journal.entries if isinstance(entry, Stated)]
    assert (stated.account, stated.statement, stated.value) == (facebook, "privacy-notice", "0")
    dossier = call("report", "--kind", "dossier", "--account", facebook, "--format", "markdown").out
    assert "## What their own file says about you" in dossier
    assert "That this means “the notice was not seen” is our reading; source: Meta" in dossier
    assert "It bears on Articles 12 to 14 of the GDPR." in dossier
    told = call("report", "--kind", "dossier", "--account", facebook, "--format", "json").json
    assert [(one["statement"], one["value"]) for one in told["file_says"]] == [("privacy-notice", "0")]
    complaint = complaint_about(call, facebook)
    assert "notification_of_meta_privacy_policy_update.json" in complaint
    assert "Que cette valeur signifie « l’avis n’a pas été vu » est ma lecture ; source : Meta" in complaint
    assert "(articles 12 à 14 du RGPD)" in complaint


def complaint_about(call: Call, account: str) -> str:
    """A complaint about an unanswered request, in French, the language of the CNIL."""
    call("identity", "set", "--name", "Marie Lefèvre", "--email", "marie@example.org")
    reference = call("request", "draft", account, "--right", "object-training").out.strip()
    call("request", "sent", reference, "--on", "2026-09-01")
    return " ".join(call("letter", reference, "--letter", "complaint").out.split())


def test_a_complaint_and_its_dossier_state_what_the_download_shows(
    call: Call, tiktok: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    call("identity", "set", "--name", "Marie Lefèvre", "--email", "marie@example.org")
    with monkeypatch.context() as then:
        then.setenv("CONSENTUI_NOW", "2026-09-10T10:00:00+00:00")
        reference = call("request", "draft", tiktok, "--right", "object-marketing").out.strip()
        call("request", "sent", reference, "--on", "2026-09-01")
        call("request", "reply", reference, "granted")
    path = a_download(tmp_path, "tiktok", "on")
    call("verify", "export", path)
    call("request", "check", reference, "--broken", "--found", "Les publicités reprennent.", "--note", "Private")
    sentence = (
        "12 novembre 2026 – Dans la copie de mes données remise par la société (user_data_tiktok.json),"
        " « Personalized Ads » porte la valeur « On » : cette utilisation y est autorisée."
    )
    complaint = call("letter", reference, "--letter", "complaint").out.replace("\u202f", " ")
    assert sentence in complaint
    assert "Ce que j’ai constaté : « Les publicités reprennent »." in complaint
    assert "Private" not in complaint
    claims = {row[0]: row for row in call("letter", reference, "--letter", "complaint", "--claims").rows}
    assert "the public record: https://" in claims["file-allows"][3]
    dossier = call("request", "dossier", reference).out
    digest = sha256(Path(path).read_bytes()).hexdigest()
    assert digest in dossier
    assert "file-allows" in [row[0] for row in call("request", "dossier", reference, "--claims").rows]
    call("request", "dossier", reference, "--strike", "file-allows")
    dossier = call("request", "dossier", reference).out
    assert not any(words in dossier for words in ("Personalized Ads", digest))
    reply = call("letter", reference, "--letter", "not-kept").out
    assert "In your own copy of my data, made on 12 November 2026 (user_data_tiktok.json), “Personalized Ads”" in reply
    assert "On 21 November 2026, I found the following: “Les publicités reprennent”." in reply


def test_a_folder_is_told_by_the_sum_of_the_file_that_was_read(call: Call, tiktok: str, tmp_path: Path) -> None:
    files = MADE_BY["tiktok"].files("new", "en", "off", USER)
    folder = write_folder(tmp_path / "TikTok-2026-11-12", files)
    assert call("verify", "export", str(folder)).code == 0
    assert [entry.sha256 for entry in checks()] == [sha256(files["user_data_tiktok.json"]).hexdigest()]


def test_without_its_day_a_download_settles_nothing_until_it_is_said(call: Call, tiktok: str, tmp_path: Path) -> None:
    folder = write_folder(tmp_path / "tiktok", MADE_BY["tiktok"].files("new", "en", "off", USER))
    said = call("verify", "export", str(folder))
    assert "give it with --made-on" in said.err
    assert open_session().checklist.items(open_session().accounts[0])[0].position.confirmed is None
    call("verify", "export", str(folder), "--made-on", "2026-11-12")
    assert [entry.made is None for entry in checks()] == [True, False]


def test_what_is_no_download_is_said_to_be_none(call: Call, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("hello")
    for name, words in (("a.txt", "not a platform’s download"), ("none.zip", "cannot be read")):
        said = call("verify", "export", str(tmp_path / name))
        assert (said.code, said.out) == (2, "")
        assert words in said.err
    said = call("verify", "export", str(write_zip(tmp_path / "b.zip", {"a.jpg": b""})))
    assert "not a download from a platform that is known here" in said.err


def test_undo_takes_a_check_back(call: Call, tiktok: str, tmp_path: Path) -> None:
    call("verify", "export", a_download(tmp_path, "tiktok", "off"))
    call("undo")
    assert "settled" not in [row[1] for row in call("status").rows if row[0] == "  personalised-ads"]


def test_it_is_all_said_in_french(call: Call, tiktok: str, tmp_path: Path) -> None:
    call("--language", "fr", "verify", "export", a_download(tmp_path, "tiktok", "off"), "--made-on", "2026-10-01")
    said = call("--language", "fr", "verify", "export", a_download(tmp_path, "tiktok", "on"))
    assert "montre activé" in said.out
    assert "Leur fichier du 1er octobre 2026 disait désactivé\u202f; celui du 12 novembre 2026 dit activé." in said.out


def test_a_profile_of_firefox_confirms_a_tick_without_a_download(call: Call, tmp_path: Path) -> None:
    firefox = call("account", "add", "firefox").out.strip()
    profile = a_profile(tmp_path, 'user_pref("privacy.globalprivacycontrol.enabled", true);')
    said = call("verify", "export", str(profile))
    assert said.code == 0
    assert said.rows[0] == ["Firefox: what this machine holds of it, last changed on 12 November 2026"]
    assert ["  gpc", "shows on", "prefs.js, privacy.globalprivacycontrol.enabled: “true”"] in said.rows
    (entry,) = (one for one in checks() if one.control == "gpc")
    assert (entry.account, entry.verdict, entry.made) == (firefox, Verdict.SHOWS_ON, date(2026, 11, 12))
    (row,) = [row for row in call("status").rows if row[0] == "  gpc"]
    assert row[1] == "settled"


def test_a_profile_of_firefox_that_denies_a_tick_opens_it_again(
    call: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    firefox = call("account", "add", "firefox").out.strip()
    with monkeypatch.context() as then:
        then.setenv("CONSENTUI_NOW", "2026-10-03T10:00:00+00:00")
        call("record", firefox, "gpc", "switched-on")
    said = call(
        "verify", "export", str(a_profile(tmp_path, 'user_pref("privacy.globalprivacycontrol.enabled", false);'))
    )
    assert said.code == 1
    (row,) = [row for row in call("status").rows if row[0] == "  gpc"]
    assert row[1] == "to review"


def test_a_download_that_can_show_nothing_is_refused_with_the_reason(call: Call, tmp_path: Path) -> None:
    path = write_zip(tmp_path / "Basic_LinkedInDataExport.zip", {"Ad_Targeting.csv": b"Member Age\n"})
    said = call("verify", "export", str(path))
    assert said.code == 2
    assert "No file of other platforms, such as LinkedIn or Spotify, is known to show a setting." in said.err

"""Corrupted archives give an error message or a careful verdict, never a traceback."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from zipfile import ZipFile, ZipInfo

from hypothesis import given, settings
from hypothesis import strategies as st

from consentui.errors import UsageError
from consentui.journal.entries import Verdict
from tests.verify.downloads import MAKERS, USER, as_json, write_zip
from tests.verify.test_downloads import examined, verdict_of

TIKTOK = next(maker for maker in MAKERS if maker.platform == "tiktok")
REDDIT = next(maker for maker in MAKERS if maker.platform == "reddit")
SINCE = date(2026, 1, 1)

keys = st.sampled_from(
    ["App Settings", "Profile And Settings", "Settings", "SettingsMap", "Personalized Ads", "label_values", "label"]
)
any_json = st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text() | keys, inner, max_size=4),
    max_leaves=12,
)


def verdicts(path: Path) -> list[Verdict]:
    try:
        found = examined(path)
    except UsageError:
        return []
    return [verdict_of(one, finding.ref, SINCE) for one in found for finding in one.findings]


@settings(max_examples=150, deadline=None)
@given(maker=st.sampled_from(MAKERS), flips=st.lists(st.tuples(st.floats(0, 1), st.integers(0, 255)), max_size=12))
def test_flipped_bytes_never_show_what_is_off(maker: Any, flips: list[tuple[float, int]]) -> None:
    with TemporaryDirectory() as folder:
        path = write_zip(Path(folder, maker.name), maker.files("new", "en", "on", USER))
        content = bytearray(path.read_bytes())
        for place, value in flips:
            content[int(place * (len(content) - 1))] = value
        path.write_bytes(content)
        assert Verdict.SHOWS_OFF not in [one for one in verdicts(path) if maker.platform == "tiktok"]


@settings(max_examples=60, deadline=None)
@given(content=st.binary(max_size=400))
def test_any_bytes_are_no_download_or_say_nothing(content: bytes) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder, "a.zip")
        path.write_bytes(content)
        assert verdicts(path) == []
        inside = write_zip(Path(folder, "b.zip"), {"user_data.json": content, "user_preferences.csv": content})
        assert not {Verdict.SHOWS_OFF, Verdict.SHOWS_ON}.intersection(verdicts(inside))


@settings(max_examples=150, deadline=None)
@given(tree=any_json)
def test_any_json_is_read_or_said_not_to_be_readable(tree: Any) -> None:
    with TemporaryDirectory() as folder:
        content = json.dumps(tree).encode()
        files = {
            "user_data.json": content,
            "data/account.js": b"window.YTD.account.part0 = " + content,
            "data/protected-history.js": content,
            "shared_conversations.json": content,
            "your_facebook_activity/messages/ai_conversations.json": content,
            "apps_and_websites_off_of_facebook/your_activity_off_meta_technologies_settings.json": content,
            "security_and_login_information/profile_privacy_changes.json": content,
            "your_instagram_activity/x.json": content,
        }
        verdicts(write_zip(Path(folder, "a.zip"), files))


def test_json_nested_without_end_is_not_readable(tmp_path: Path) -> None:
    deep = b'{"App Settings":' * 100_000
    assert verdicts(write_zip(tmp_path / "a.zip", {"user_data.json": deep})) == [Verdict.NOT_READABLE]
    deep = b"[" * 100_000 + b"]" * 100_000
    assert verdicts(write_zip(tmp_path / "b.zip", {"user_data.json": deep})) == [Verdict.NOT_READABLE]


def test_names_that_lead_out_of_the_archive_are_not_followed(tmp_path: Path) -> None:
    settings_file = TIKTOK.files("new", "en", "off", USER)["user_data_tiktok.json"]
    for name in ("../user_data_tiktok.json", "/user_data_tiktok.json", "C:\\user_data_tiktok.json"):
        assert examined(write_zip(tmp_path / "a.zip", {name: settings_file})) == ()


def test_links_in_a_folder_are_not_followed(tmp_path: Path) -> None:
    (tmp_path / "outside.json").write_bytes(as_json({}))
    (tmp_path / "download").mkdir()
    (tmp_path / "download" / "user_data.json").symlink_to(tmp_path / "outside.json")
    assert examined(tmp_path / "download") == ()


def test_a_table_with_ragged_and_enormous_rows_is_read_or_said_not_to_be_readable(tmp_path: Path) -> None:
    preferences = b"preference,value\nx\nthird_party_data_personalized_ads\na,b,c,d\n" + b"y" * 200_000
    files = {**REDDIT.files("new", "en", "off", USER), "user_preferences.csv": preferences}
    assert Verdict.SHOWS_OFF not in verdicts(write_zip(tmp_path / "a.zip", files))


def test_a_member_without_a_name_is_passed_over(tmp_path: Path) -> None:
    path = write_zip(tmp_path / TIKTOK.name, TIKTOK.files("new", "en", "on", USER))
    before = verdicts(path)
    with_nameless(path)
    assert verdicts(path) == before


def with_nameless(path: Path) -> None:
    """Add a member with an empty name, which no program writes."""
    nameless = ZipInfo("N")
    nameless.filename = ""
    with ZipFile(path, "a") as archive:
        archive.writestr(nameless, b"nothing")

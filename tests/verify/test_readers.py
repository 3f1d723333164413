"""Each reader: the shapes that it knows, and how it handles others."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from consentui.journal.entries import Verdict
from consentui.knowledge.testimony import Count, CsvCell, Folder, Latest, Names, Reader, Value
from consentui.verify.archive import Archive
from consentui.verify.dates import day_in_name, day_of
from consentui.verify.names import comparable, member_name, root_of
from consentui.verify.readers import Reading, Result, Silence, read
from consentui.verify.verdicts import verdict_on
from tests.builders import a_testimony
from tests.verify.downloads import as_js, as_json, write_zip

FILE = Names(any=("s.json",))


def result(tmp_path: Path, reader: Reader, files: dict[str, bytes]) -> Result:
    with Archive([write_zip(tmp_path / "a.zip", files)]) as archive:
        return read(reader, archive, {""})


def said(tmp_path: Path, reader: Reader, value: Any) -> str:
    found = result(tmp_path, reader, {"s.json": as_json(value)})
    return found.value if isinstance(found, Reading) else f"({found})"


@pytest.mark.parametrize(
    ("tree", "printed"),
    [
        ({"a": {"b": "Off"}}, "Off"),
        ({"old": "On"}, "On"),
        ({"a": {"b": True}}, "true"),
        ({"a": {"b": 0}}, "0"),
        ({"a": {"b": {"c": 1}}}, "(other-shape)"),
        ({"a": {"b": None}}, "(other-shape)"),
        ({"a": []}, "(other-shape)"),
        ([], "(other-shape)"),
        ({"a": {"b": "Dissociation activ\u00c3\u00a9e"}}, "Dissociation activée"),
    ],
)
def test_a_value_is_read_in_the_new_shape_or_the_old(tmp_path: Path, tree: Any, printed: str) -> None:
    assert said(tmp_path, Value(FILE, (("a", "b"), ("old",))), tree) == printed


def test_an_element_of_a_list_is_found_by_what_it_is_called(tmp_path: Path) -> None:
    reader = Value(FILE, (("label_values", "label=État du profil", "value"),))
    tree = {"label_values": [3, {"label": "Other"}, {"label": "\u00c3\u0089tat du profil", "value": "yes"}]}
    assert said(tmp_path, reader, tree) == "yes"


def test_javascript_that_assigns_a_value_is_read_as_the_value(tmp_path: Path) -> None:
    found = result(tmp_path, Count(FILE, ((),)), {"s.json": as_js("like", [1, 2]) + b";\n"})
    assert isinstance(found, Reading)
    assert found.value == "2"


def test_the_newest_of_a_dated_list_counts_whatever_its_place(tmp_path: Path) -> None:
    reader = Latest(FILE, (("list",),), ("title",), (("ts",), ("when", "ts")))
    tree = {"list": [{"title": "new", "when": {"ts": 1762000000}}, {"title": "old", "ts": 1662000000}]}
    found = result(tmp_path, reader, {"s.json": as_json(tree)})
    assert isinstance(found, Reading)
    assert (found.value, found.on) == ("new", date(2025, 11, 1))


def test_a_date_of_thousands_of_digits_is_none(tmp_path: Path) -> None:
    reader = Latest(FILE, (("list",),), ("title",), (("ts",),))
    content = b'{"list": [{"title": "x", "ts": ' + b"9" * 400 + b"}]}"
    assert result(tmp_path, reader, {"s.json": content}) is Silence.OTHER_SHAPE


@pytest.mark.parametrize("tree", [{"list": [{"title": "x"}]}, {"list": [{"ts": "soon", "title": "x"}]}, {"list": 3}])
def test_a_dated_list_without_dates_is_not_readable(tmp_path: Path, tree: Any) -> None:
    assert said(tmp_path, Latest(FILE, (("list",),), ("title",), (("ts",),)), tree) == "(other-shape)"


def test_an_empty_list_of_changes_says_nothing(tmp_path: Path) -> None:
    assert said(tmp_path, Latest(FILE, ((),), ("a",), (("b",),)), []) == "(nothing-listed)"


def test_a_cell_is_found_by_its_row_whatever_the_order_and_case_of_columns(tmp_path: Path) -> None:
    table = "\ufeffValue , preference\r\nFalse,HIDE\r\nTrue,show\r\n".encode()
    found = result(tmp_path, CsvCell(Names(any=("p.csv",)), "value", {"preference": "hide"}), {"p.csv": table})
    assert isinstance(found, Reading)
    assert (found.value, found.field) == ("False", "hide › value")


def test_a_folder_that_is_absent_says_something_only_beside_its_neighbour(tmp_path: Path) -> None:
    reader = Folder(Names(en=("activity/analytics",)), Names(en=("activity/tns",)))
    absent = result(tmp_path, reader, {"Activity/TNS/events.json": b""})
    assert isinstance(absent, Reading)
    assert absent.value == "absent"
    assert result(tmp_path, reader, {"Messages/index.json": b""}) is Silence.NO_FILE


def test_an_encrypted_member_is_said_to_be(tmp_path: Path) -> None:
    path = write_zip(tmp_path / "a.zip", {"s.json": b"{}"})
    content = bytearray(path.read_bytes())
    for mark in (b"PK\x03\x04", b"PK\x01\x02"):
        at = content.index(mark) + (6 if mark[2] == 3 else 8)
        content[at] |= 1
    path.write_bytes(content)
    with Archive([path]) as archive:
        assert read(Value(FILE, ((),)), archive, {""}) is Silence.ENCRYPTED


@pytest.mark.parametrize(
    ("value", "verdict"),
    [
        ("OFF", Verdict.SHOWS_OFF),
        ("0", Verdict.SHOWS_OFF),
        ("7", Verdict.SHOWS_ON),
        ("Set to private", Verdict.SHOWS_ON),
        ("not set", Verdict.CONSISTENT_WITH_OFF),
        ("", Verdict.NOT_READABLE),
        ("both public and private", Verdict.NOT_READABLE),
    ],
)
def test_a_value_means_what_is_named_or_else_what_one_pattern_alone_fits(value: str, verdict: Verdict) -> None:
    testimony = a_testimony(off=("off", "0", "*public*"), on=("*private*", "[1-9]*"), consistent_with_off=("not set",))
    assert verdict_on(Reading(value, "s.json", "", "a.zip"), testimony, None, None) is verdict


@pytest.mark.parametrize(
    ("made", "since", "verdict"),
    [
        (date(2026, 10, 2), date(2026, 10, 3), Verdict.TOO_OLD),
        (date(2026, 10, 3), date(2026, 10, 3), Verdict.SHOWS_OFF),
        (None, date(2026, 10, 3), Verdict.SHOWS_OFF),
        (date(2026, 10, 2), None, Verdict.SHOWS_OFF),
    ],
)
def test_a_download_older_than_what_the_person_wrote_down_is_too_old(
    made: date | None, since: date | None, verdict: Verdict
) -> None:
    assert verdict_on(Reading("off", "s.json", "", "a.zip"), a_testimony(), made, since) is verdict


@pytest.mark.parametrize(
    ("value", "day"),
    [
        (1762942500, date(2025, 11, 12)),
        (1762942500000, date(2025, 11, 12)),
        ("1762942500", date(2025, 11, 12)),
        ("2026-11-12T08:57:45.244Z", date(2026, 11, 12)),
        ("2026-11-12 10:15:00 UTC", date(2026, 11, 12)),
        ("2026-11-12 23:15:00 UTC", date(2026, 11, 13)),
        ("2026-11-12T23:15:00Z", date(2026, 11, 13)),
        ("2026-11-12T00:15:00+09:00", date(2026, 11, 11)),
        ("2026-11-12T23:15:00", date(2026, 11, 12)),
        (1794525300, date(2026, 11, 13)),
        (0, None),
        (True, None),
        ("soon", None),
        ("2026-13-40", None),
        (1e300, None),
        (10**400, None),
        ("9" * 5000, None),
        ("²", None),
        ("١٧٦٢٩٤٢٥٠٠", date(2025, 11, 12)),
        (None, None),
    ],
)
def test_days_are_read_as_downloads_write_them(value: Any, day: date | None) -> None:
    assert day_of(value) == day


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("twitter-2026-11-12-0a1b.zip", date(2026, 11, 12)),
        ("takeout-20261112T101500Z-001.zip", date(2026, 11, 12)),
        ("takeout-20261112T231500Z-001.zip", date(2026, 11, 13)),
        ("takeout-20261112T231500-001.zip", date(2026, 11, 12)),
        ("takeout-20261112T996100Z-001.zip", date(2026, 11, 12)),
        ("export_marie_20261112.zip", date(2026, 11, 12)),
        ("TikTok_Data_1762942500.zip", None),
        ("photo-20269912.zip", None),
        ("package.zip", None),
    ],
)
def test_the_name_of_an_archive_may_bear_its_day(name: str, day: date | None) -> None:
    assert day_in_name(name) == day


def test_names_compare_whatever_system_zipped_them() -> None:
    assert comparable("Historique\u00a0des\u202fpositions\\Settings.json") == "historique des positions/settings.json"
    assert comparable("advertisers_you’ve_seen.JSON") == "advertisers_you've_seen.json"
    assert member_name("é.json".encode().decode("cp437"), 0) == "é.json"
    assert member_name("é.json", 0x800) == "é.json"


@pytest.mark.parametrize(
    ("path", "name", "root"),
    [
        ("a/b/data/account.js", "data/account.js", "a/b"),
        ("data/account.js", "data/account.js", ""),
        ("mydata/account.js", "data/account.js", None),
        ("m/c12/channel.json", "*/c*/channel.json", ""),
        ("account.js", "data/account.js", None),
    ],
)
def test_what_stands_before_a_known_name_is_its_root(path: str, name: str, root: str | None) -> None:
    assert root_of(path, name) == root

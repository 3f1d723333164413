"""Every platform's download, in every shape and state: the expected verdict, and never an unfounded “off”."""

from __future__ import annotations

import codecs
import os
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import product
from pathlib import Path
from typing import get_args
from zipfile import ZipFile

import pytest

from consentui.errors import UsageError
from consentui.journal.entries import Verdict
from consentui.verify.archive import MOST_BYTES, Archive
from consentui.verify.examine import Examination, examine
from consentui.verify.readers import Reading
from consentui.verify.verdicts import verdict_on
from tests.data.shelf import PLATFORMS
from tests.verify.downloads import ABROAD, MADE, MAKERS, USER, Files, Maker, Shape, State, write_folder, write_zip

TODAY = date(2026, 11, 28)
DAY = date.fromisoformat(MADE)
TEN_GIGABYTES = 10 * 1000**3
CASES = (
    "off",
    "packed again",
    "on",
    "missing",
    "empty",
    "cut",
    "zip64",
    "bomb",
    "sparse",
    "sparse-settings",
    "folder",
    "other",
    "older",
)
ABROAD_CASES = ("names abroad", "words abroad")
"""Downloads in a language whose file names, or whose labels, are not published."""
WORDLESS = {"x", "chatgpt", "discord"}
"""Platforms whose downloads show the state by empty lists and folders, which contain no words."""
UNJUDGED = {"amazon", "apple"}
"""Platforms whose files have an unknown meaning; they are shown and never judged."""
UNSEEN_WHEN_OFF = {"discord", "facebook"}
"""Platforms whose files for “off” are not published: the absent folder and the words are inferred."""


def cells(cases: Iterable[str]) -> Iterator[tuple[Maker, Shape, str, str]]:
    yield from product(MAKERS, get_args(Shape), ("en", "fr"), cases)


def written(folder: Path, maker: Maker, shape: Shape, language: str, case: str, state: State = "off") -> Path:
    """Write the download of a cell of the table to the disk."""
    user = "somebody_else" if case == "other" else USER
    settings = maker.settings(shape, language)
    files = altered(maker.files(shape, language, "on" if case == "on" else state, user), settings, case)
    place = folder / maker.name
    match case:
        case "zip64":
            return write_zip(place, files, zip64=True)
        case "packed again":
            inner = write_zip(folder / "inner.zip", files)
            with ZipFile(place, "w") as outer:  # stored without compression, as packed data is
                outer.write(inner, maker.name)
            return place
        case "sparse" | "sparse-settings":
            top = write_folder(folder / maker.name.removesuffix(".zip"), files)
            sparse = top / (settings if case == "sparse-settings" and settings in files else "videos/large.mp4")
            sparse.parent.mkdir(parents=True, exist_ok=True)
            with sparse.open("wb"):
                os.truncate(sparse, TEN_GIGABYTES)
            return top
        case "folder":
            return write_folder(folder / maker.name.removesuffix(".zip"), files)
        case _:
            return write_zip(place, files)


def altered(files: Files, settings: str, case: str) -> Files:
    """The files of a cell after the change that its case makes."""
    match case:
        case "missing":
            return without(files, settings)
        case "empty" if settings in files:
            return {**files, settings: b""}
        case "bomb" if settings in files:
            return {**files, settings: b" " * (MOST_BYTES + 1)}
        case "cut":
            return {name: content[: len(content) // 2] for name, content in files.items()}
        case "names abroad":
            return {f"{ABROAD}/{number}.{_suffix(name)}": files[name] for number, name in enumerate(files)}
        case "words abroad":
            return {name: _in_no_language(content) for name, content in files.items()}
        case _:
            return files


def _suffix(name: str) -> str:
    return name.rpartition(".")[2]


def _in_no_language(content: bytes) -> bytes:
    """The file with all words replaced as if in an unknown language."""
    return codecs.encode(content.decode("utf-8"), "rot13").encode()


def without(files: Files, settings: str) -> Files:
    return {name: content for name, content in files.items() if not name.startswith(settings)}


def expected(maker: Maker, language: str, case: str) -> Verdict:
    off = Verdict.CONSISTENT_WITH_OFF if maker.platform in UNSEEN_WHEN_OFF else Verdict.SHOWS_OFF
    if maker.is_translated and language == "fr":
        return Verdict.NOT_READABLE
    if case == "missing" and maker.platform != "discord":
        return Verdict.SAYS_NOTHING
    if maker.platform in {"reddit", "apple"} and case == "cut":
        # The line of the setting is in the half that was cut off.
        return Verdict.SAYS_NOTHING
    if maker.platform in UNJUDGED:
        return Verdict.NOT_READABLE
    if maker.platform == "discord":
        # Only the existence of its files matters, not their content.
        return {"on": Verdict.SHOWS_ON, "older": Verdict.TOO_OLD}.get(case, off)
    return {
        "on": Verdict.SHOWS_ON,
        "empty": Verdict.NOT_READABLE,
        "cut": Verdict.NOT_READABLE,
        "bomb": Verdict.NOT_READABLE,
        "sparse-settings": Verdict.NOT_READABLE,
        "older": Verdict.TOO_OLD,
    }.get(case, off)


def examined(*places: Path) -> tuple[Examination, ...]:
    with Archive(places) as archive:
        return examine(archive, PLATFORMS.values(), TODAY)


def verdict_of(examination: Examination, ref: str, since: date | None = None) -> Verdict:
    (finding,) = (one for one in examination.findings if one.ref == ref)
    made = examination.made.on if examination.made else None
    return verdict_on(finding.result, finding.testimony, made, since)


@pytest.mark.parametrize(
    ("maker", "shape", "language", "case"),
    list(cells(CASES)),
    ids=lambda value: value.platform if isinstance(value, Maker) else str(value),
)
def test_a_download_gets_the_verdict_that_it_bears(
    tmp_path: Path, maker: Maker, shape: Shape, language: str, case: str
) -> None:
    found = examined(written(tmp_path, maker, shape, language, case))
    if case == "missing" and maker.platform == "amazon":
        assert found == ()  # nothing else of it is recognised
        return
    (examination,) = found
    since = date(2026, 11, 20) if case == "older" else None
    assert examination.found.platform == maker.platform
    assert verdict_of(examination, maker.probe, since) is expected(maker, language, case)


@pytest.mark.parametrize(
    ("maker", "shape", "language", "case"),
    [cell for cell in cells((*CASES, *ABROAD_CASES)) if cell[3] not in {"on", "missing"}],
    ids=lambda value: value.platform if isinstance(value, Maker) else str(value),
)
def test_what_is_on_is_never_said_to_be_off(
    tmp_path: Path, maker: Maker, shape: Shape, language: str, case: str
) -> None:
    for examination in examined(written(tmp_path, maker, shape, language, case, "on")):
        found = {verdict_of(examination, one.ref) for one in examination.findings if one.ref == maker.probe}
        assert Verdict.SHOWS_OFF not in found


@pytest.mark.parametrize(
    ("maker", "shape", "language", "case"),
    list(cells(ABROAD_CASES)),
    ids=lambda value: value.platform if isinstance(value, Maker) else str(value),
)
@pytest.mark.parametrize("state", get_args(State))
def test_another_language_says_neither_on_nor_off(
    tmp_path: Path, maker: Maker, shape: Shape, language: str, case: str, state: State
) -> None:
    for examination in examined(written(tmp_path, maker, shape, language, case, state)):
        found = {verdict_of(examination, one.ref) for one in examination.findings if one.ref == maker.probe}
        if case == "names abroad" or maker.platform not in WORDLESS:
            assert found.isdisjoint({Verdict.SHOWS_OFF, Verdict.SHOWS_ON, Verdict.TOO_OLD})


@pytest.mark.parametrize("maker", MAKERS, ids=lambda maker: maker.platform)
@pytest.mark.parametrize("shape", get_args(Shape))
def test_a_download_says_of_what_day_it_is(tmp_path: Path, maker: Maker, shape: Shape) -> None:
    (examination,) = examined(write_zip(tmp_path / maker.name, maker.files(shape, "en", "on", USER)))
    assert examination.made is not None
    assert examination.made.on == DAY


@pytest.mark.parametrize("maker", MAKERS, ids=lambda maker: maker.platform)
def test_a_download_says_whose_it_is(tmp_path: Path, maker: Maker) -> None:
    (examination,) = examined(write_zip(tmp_path / maker.name, maker.files("new", "en", "on", "somebody_else")))
    assert any("somebody_else" in name for name in examination.names) is maker.names_user


@pytest.mark.parametrize("maker", MAKERS, ids=lambda maker: maker.platform)
@pytest.mark.parametrize("prefix", ["twice zipped/", "a/b c/é/", "__MACOSX_no/"])
def test_a_download_that_was_zipped_again_in_a_folder_reads_the_same(tmp_path: Path, maker: Maker, prefix: str) -> None:
    files = {f"{prefix}{name}": content for name, content in maker.files("new", "en", "on", USER).items()}
    rubbish = {f"__MACOSX/{prefix}._{name.rpartition('/')[2]}": b"\0\5\26\7" for name in files}
    (again,) = examined(write_zip(tmp_path / maker.name, {**files, **rubbish}))
    (plain,) = examined(write_zip(tmp_path / f"plain-{maker.name}", maker.files("new", "en", "on", USER)))
    assert [verdict_of(again, one.ref) for one in again.findings if one.platform == maker.platform] == [
        verdict_of(plain, one.ref) for one in plain.findings if one.platform == maker.platform
    ]
    assert again.names == plain.names


@pytest.mark.parametrize("maker", MAKERS, ids=lambda maker: maker.platform)
def test_a_download_in_several_parts_is_one(tmp_path: Path, maker: Maker) -> None:
    files = maker.files("new", "en", "on", USER)
    parts = [write_zip(tmp_path / f"{number}-{maker.name}", {name: files[name]}) for number, name in enumerate(files)]
    (examination,) = examined(*parts)
    (whole,) = examined(write_zip(tmp_path / maker.name, files))
    assert verdict_of(examination, maker.probe) is verdict_of(whole, maker.probe)


def test_a_folder_of_parts_is_a_download(tmp_path: Path) -> None:
    (maker,) = (one for one in MAKERS if one.platform == "x")
    files = maker.files("new", "en", "on", USER)
    (tmp_path / "parts").mkdir()
    for number, name in enumerate(files):
        write_zip(tmp_path / "parts" / f"{number}.zip", {name: files[name]})
    (examination,) = examined(tmp_path / "parts")
    assert verdict_of(examination, maker.probe) is Verdict.SHOWS_ON


@pytest.mark.parametrize("maker", MAKERS, ids=lambda maker: maker.platform)
def test_an_archive_cut_short_is_said_to_be(tmp_path: Path, maker: Maker) -> None:
    whole = write_zip(tmp_path / maker.name, maker.files("new", "en", "off", USER)).read_bytes()
    short = tmp_path / f"short-{maker.name}"
    short.write_bytes(whole[: len(whole) // 2])
    with pytest.raises(UsageError, match="cut short"):
        examined(short)


def test_two_copies_of_a_file_that_differ_settle_nothing(tmp_path: Path) -> None:
    (maker,) = (one for one in MAKERS if one.platform == "tiktok")
    first = write_zip(tmp_path / "a.zip", maker.files("new", "en", "off", USER))
    second = write_zip(tmp_path / "b.zip", maker.files("new", "en", "on", USER))
    (examination,) = examined(first, second)
    assert verdict_of(examination, maker.probe) is Verdict.NOT_READABLE


def test_a_post_that_looks_like_a_setting_is_none(tmp_path: Path) -> None:
    (maker,) = (one for one in MAKERS if one.platform == "tiktok")
    files = maker.files("new", "en", "on", USER)
    decoy = maker.files("new", "en", "off", USER)["user_data_tiktok.json"]
    (examination,) = examined(write_zip(tmp_path / "t.zip", {**files, "attachments/user_data_tiktok.json": decoy}))
    assert verdict_of(examination, maker.probe) is Verdict.SHOWS_ON


def test_pages_instead_of_data_are_said_to_be_pages(tmp_path: Path) -> None:
    files = {"apps_and_websites_off_of_facebook/your_activity_off_meta_technologies_settings.html": b"<html></html>"}
    (examination,) = examined(write_zip(tmp_path / "f.zip", files))
    (finding,) = (one for one in examination.findings if one.ref == "meta/off-meta-activity")
    assert finding.result == "html"


def test_a_value_is_told_with_its_file_and_its_place_in_it(tmp_path: Path) -> None:
    (maker,) = (one for one in MAKERS if one.platform == "tiktok")
    path = write_zip(tmp_path / maker.name, maker.files("old", "en", "off", USER))
    (examination,) = examined(path)
    (finding,) = (one for one in examination.findings if one.ref == maker.probe)
    assert finding.result == Reading(
        "Disabled", "user_data.json", "App Settings › Settings › SettingsMap › Personalized Ads", str(path)
    )


def test_what_no_file_shows_is_listed(tmp_path: Path) -> None:
    (maker,) = (one for one in MAKERS if one.platform == "x")
    (examination,) = examined(write_zip(tmp_path / maker.name, maker.files("new", "en", "off", USER)))
    assert "x/grok-training" in examination.silent
    assert maker.probe not in examination.silent


def test_an_archive_of_something_else_holds_no_download(tmp_path: Path) -> None:
    assert examined(write_zip(tmp_path / "holiday.zip", {"beach.jpg": b"\xff\xd8"})) == ()


@pytest.mark.parametrize(
    ("archive", "files", "control"),
    [
        (
            "instagram-somebody-2026-11-21-AbC.zip",
            {"start_here.html": b"<html></html>", "preferences/your_topics/your_topics.html": b"<html></html>"},
            "instagram/private-account",
        ),
        (
            "TikTok_Data_1700000000.zip",
            {"TikTok/Profile and Settings/Settings.txt": b"Personalized Ads: Enabled\n"},
            "tiktok/personalised-ads",
        ),
    ],
)
def test_a_download_for_reading_is_said_to_be_one_whatever_its_files_are_called(
    tmp_path: Path, archive: str, files: Files, control: str
) -> None:
    (examination,) = examined(write_zip(tmp_path / archive, files))
    (finding,) = (one for one in examination.findings if one.ref == control)
    assert finding.result == "html"


def test_a_file_taken_out_of_its_download_is_read_alone(tmp_path: Path) -> None:
    (maker,) = (one for one in MAKERS if one.platform == "tiktok")
    write_folder(tmp_path, maker.files("new", "en", "on", USER))
    (examination,) = examined(tmp_path / "user_data_tiktok.json")
    assert verdict_of(examination, maker.probe) is Verdict.SHOWS_ON


@pytest.mark.parametrize(
    ("start", "kind"),
    [
        (b"7z\xbc\xaf\x27\x1c", "7z"),
        (b"Rar!\x1a\x07\x01", "rar"),
        (b"\x1f\x8b\x08", "tgz"),
        (b"a" * 257 + b"ustar", "tar"),
    ],
)
def test_an_archive_of_another_kind_is_to_be_unpacked(tmp_path: Path, start: bytes, kind: str) -> None:
    path = tmp_path / "takeout-20261121-001"
    path.write_bytes(start + bytes(600))
    with pytest.raises(UsageError, match=kind) as raised:
        Archive([path])
    assert "Unpack it" in raised.value.way_out

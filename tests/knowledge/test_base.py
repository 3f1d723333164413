"""Platforms are found by id, name and alias; and losing the cache loses nothing."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import NoReturn

import pytest
import tomli

from consentui.bundled import data_folder
from consentui.errors import KnowledgeError, UsageError
from consentui.knowledge.base import KnowledgeBase, bundled, control_named
from consentui.knowledge.records import Platform
from tests.builders import a_control, a_platform, a_text
from tests.knowledge.files import a_base, as_toml

CHIRP = a_platform(
    a_control(id="training"),
    a_control(id="visibility"),
    id="chirp",
    name="Chirp",
    name_fr="Gazouillis",
    aliases=("Tweeter", "Chirp.example"),
)
NEST = a_platform(id="nest", name="Nest")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return a_base(tmp_path / "data", NEST, CHIRP)


@pytest.fixture
def cache(tmp_path: Path) -> Path:
    return tmp_path / "cache"


@pytest.fixture
def base(folder: Path) -> KnowledgeBase:
    return KnowledgeBase(folder)


def kept_files(cache: Path) -> list[Path]:
    return sorted((cache / "knowledge").iterdir())


def forbid_toml(monkeypatch: pytest.MonkeyPatch) -> None:
    def loads(text: str) -> NoReturn:
        pytest.fail("TOML was parsed")

    monkeypatch.setattr(tomli, "loads", loads)


def test_platforms_come_sorted_by_id(base: KnowledgeBase) -> None:
    assert base.ids == ("chirp", "nest")
    assert list(base) == [CHIRP, NEST]


def test_a_platform_is_read_when_first_asked_for_and_then_remembered(
    base: KnowledgeBase, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "platforms" / "nest.toml").write_text("broken")
    first = base.platform("chirp")
    forbid_toml(monkeypatch)
    assert base.platform("chirp") is first


def test_a_broken_file_is_an_error_when_it_is_asked_for(base: KnowledgeBase, folder: Path) -> None:
    (folder / "platforms" / "nest.toml").write_text("broken")
    with pytest.raises(KnowledgeError, match=r"nest\.toml, line 1"):
        base.platform("nest")


@pytest.mark.parametrize("word", ["chirp", "CHIRP", "gazouillis", "tweeter", "  Tweeter ", "chirp.example", "Çhirp"])
def test_a_platform_is_known_by_id_name_and_aliases(base: KnowledgeBase, word: str) -> None:
    assert base.named(word) == CHIRP


@pytest.mark.parametrize("word", ["twiter", "chrip", "Gazoullis"])
def test_a_misspelt_platform_is_guessed_by_its_id(base: KnowledgeBase, word: str) -> None:
    with pytest.raises(UsageError) as caught:
        base.named(word)
    assert caught.value.title == f"There is no platform called “{word}”."
    assert caught.value.way_out == "Did you mean “chirp”?"


def test_an_unknown_platform_leads_to_the_list(base: KnowledgeBase) -> None:
    with pytest.raises(UsageError) as caught:
        base.platform("zzzzzz")
    assert caught.value.way_out == "“consentui kb list” shows them all."


@pytest.mark.parametrize("sly", ["../data/platforms/chirp", "chirp.toml", ""])
def test_a_platform_is_no_path(base: KnowledgeBase, sly: str) -> None:
    with pytest.raises(UsageError):
        base.platform(sly)


def test_a_control_is_known_by_its_reference(base: KnowledgeBase) -> None:
    assert base.control("chirp/visibility").id == "visibility"


@pytest.mark.parametrize("word", ["visibility", "chirp/visibility"])
def test_a_control_of_a_platform_is_known_with_or_without_its_platform(word: str) -> None:
    assert control_named(CHIRP, word).id == "visibility"


@pytest.mark.parametrize(
    ("word", "way_out"),
    [("visibilty", "Did you mean “visibility”?"), ("zzz", "Its controls: training, visibility.")],
)
def test_a_misspelt_control_is_guessed_or_the_controls_are_listed(word: str, way_out: str) -> None:
    with pytest.raises(UsageError) as caught:
        control_named(CHIRP, word)
    assert caught.value.title == f"Chirp has no control called “{word}”."
    assert caught.value.way_out == way_out


def test_companies_and_packs_of_the_bundled_data_are_read() -> None:
    base = bundled()
    company = base.controller("x")
    assert company is not None
    assert company.name == "X Internet Unlimited Company"
    assert base.controller("nobody") is None
    assert "social-media" in [pack.id for pack in base.packs()]


def test_a_base_without_companies_says_which_file_is_missing(base: KnowledgeBase) -> None:
    with pytest.raises(KnowledgeError, match=r"controllers\.toml cannot be read"):
        base.controller("x")
    with pytest.raises(KnowledgeError, match=r"packs\.toml cannot be read"):
        base.packs()


def test_a_warm_start_parses_no_toml(folder: Path, cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    cold = list(KnowledgeBase(folder, cache))
    forbid_toml(monkeypatch)
    assert list(KnowledgeBase(folder, cache)) == cold


def test_the_bundled_platforms_are_the_same_from_the_cache(cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    cold = {name: bundled(cache).platform(name) for name in ("x", "meta", "facebook", "instagram")}
    forbid_toml(monkeypatch)
    assert {name: bundled(cache).platform(name) for name in cold} == cold


@pytest.mark.parametrize("part", ["authorities", "law", "packs"])
def test_law_authorities_and_packs_are_parsed_once_and_then_kept(
    part: str, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    base = bundled(cache)
    cold = getattr(base, part)()
    forbid_toml(monkeypatch)
    assert getattr(base, part)() is cold
    assert getattr(bundled(cache), part)() == cold


def test_a_hundred_requests_parse_the_companies_once(cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    cold = bundled(cache).controller("x")
    forbid_toml(monkeypatch)
    warm = bundled(cache)
    assert [warm.controller("x") for _again in range(100)] == [cold] * 100


def test_a_changed_file_is_not_served_from_the_cache(folder: Path, cache: Path) -> None:
    list(KnowledgeBase(folder, cache))
    changed = a_platform(a_control(title=a_text("A new title")), id="nest")
    a_base(folder, changed)
    assert KnowledgeBase(folder, cache).platform("nest") == changed


def test_a_file_that_was_broken_since_is_an_error_in_spite_of_the_cache(folder: Path, cache: Path) -> None:
    list(KnowledgeBase(folder, cache))
    file = folder / "platforms" / "nest.toml"
    file.write_text(file.read_text(encoding="utf-8") + "\nzzz = 1\n", encoding="utf-8")
    with pytest.raises(KnowledgeError):
        KnowledgeBase(folder, cache).platform("nest")


def test_the_cache_keeps_one_file_a_platform_however_often_it_changes(folder: Path, cache: Path) -> None:
    for number in range(3):
        a_base(folder, a_platform(id="nest", name=f"Nest {number}"))
        list(KnowledgeBase(folder, cache))
    assert [path.name for path in kept_files(cache)] == ["chirp.msgpack", "nest.msgpack"]


def spoilt(content: bytes) -> list[bytes]:
    return [
        b"",
        b"\x00" * len(content),
        content[:-1],
        content + b"\x00",
        content[: len(content) // 2] + b"\x00" * (len(content) - len(content) // 2),
        content.replace(b"Chirp", b"Ch\x1bcp"),
        b"not a cache at all",
    ]


@pytest.mark.parametrize("number", range(7))
def test_a_spoilt_cache_is_not_read_and_is_made_anew(
    folder: Path, cache: Path, number: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    KnowledgeBase(folder, cache).platform("chirp")
    (kept,) = kept_files(cache)
    good = kept.read_bytes()
    kept.write_bytes(spoilt(good)[number])
    assert kept.read_bytes() != good
    assert KnowledgeBase(folder, cache).platform("chirp") == CHIRP
    assert kept.read_bytes() == good


def test_one_platform_is_not_taken_for_another(folder: Path, cache: Path) -> None:
    list(KnowledgeBase(folder, cache))
    chirp, nest = kept_files(cache)
    nest.write_bytes(chirp.read_bytes())
    assert KnowledgeBase(folder, cache).platform("nest") == NEST


def test_what_a_version_with_other_records_kept_is_not_read(
    folder: Path, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("consentui.knowledge.cache.shape", lambda _module: b"older")
    KnowledgeBase(folder, cache).platform("nest")
    monkeypatch.undo()
    (kept,) = kept_files(cache)
    older = kept.read_bytes()
    KnowledgeBase(folder, cache).platform("nest")
    assert kept.read_bytes() != older


def test_a_cache_that_cannot_be_written_does_no_harm(folder: Path, cache: Path) -> None:
    cache.write_text("a file where the folder would be")
    assert list(KnowledgeBase(folder, cache)) == [CHIRP, NEST]


def test_a_full_disk_leaves_nothing_half_written(folder: Path, cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def replace(self: Path, target: Path) -> NoReturn:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", replace)
    assert KnowledgeBase(folder, cache).platform("nest") == NEST
    assert not kept_files(cache)


def test_the_cache_is_for_its_owner_only(folder: Path, cache: Path) -> None:
    list(KnowledgeBase(folder, cache))
    assert (cache / "knowledge").stat().st_mode & 0o077 == 0


def test_an_id_that_is_not_the_files_name_is_never_cached(tmp_path: Path, cache: Path) -> None:
    folder = a_base(tmp_path / "odd")
    (folder / "platforms" / "tweet.toml").write_text(as_toml(CHIRP), encoding="utf-8")
    for _ in range(2):
        with pytest.raises(KnowledgeError, match="does not match the file name"):
            KnowledgeBase(folder, cache).platform("tweet")


def test_an_empty_folder_is_an_empty_base(tmp_path: Path) -> None:
    platforms: list[Platform] = list(KnowledgeBase(tmp_path))
    assert platforms == []


def test_a_folder_of_own_files_that_may_not_be_read_is_a_fault(
    folder: Path, base: KnowledgeBase, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_self: Path) -> NoReturn:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "iterdir", refuse)
    found = KnowledgeBase(folder, own=folder)
    assert [fault.detail for fault in found.faults] == ["Permission denied"]
    assert found.ids == base.ids


def test_the_names_for_robots_txt_come_from_the_program_where_an_older_bundle_has_none(tmp_path: Path) -> None:
    older = tmp_path / "older"
    shutil.copytree(data_folder(), older)
    (older / "crawlers.toml").unlink()
    assert KnowledgeBase(older).crawlers() == bundled().crawlers()

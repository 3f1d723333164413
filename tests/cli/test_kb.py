"""`consentui kb`."""

from __future__ import annotations

import re
import shutil
from datetime import date
from pathlib import Path

import msgspec
import pytest

from consentui import __version__
from consentui.bundled import data_folder
from consentui.knowledge.ages import Ages, checks_of
from consentui.knowledge.base import bundled
from consentui.knowledge.changes import changes_since
from consentui.knowledge.records import Control, Platform
from consentui.knowledge.stats import Stats, count
from consentui.profile.memory import write_news_day
from consentui.storage.places import profile_folders
from tests.builders import a_platform
from tests.cli.conftest import Call, Said
from tests.knowledge.files import as_toml


def errors(said: Said) -> list[dict[str, object]]:
    """The findings that are errors; old facts are only warnings, and every fact gets old one day."""
    return [finding for finding in said.json["findings"] if finding["severity"] == "error"]


def test_platforms_are_listed_by_id_name_and_number_of_controls(call: Call) -> None:
    said = call("kb", "list")
    assert (said.code, said.err) == (0, "")
    assert [row[0] for row in said.rows] == list(bundled().ids)
    assert ["x", "X", f"{len(bundled().platform('x').control)} controls"] in said.rows


def test_platforms_are_listed_as_json(call: Call) -> None:
    platforms = call("kb", "list", "--json").json["platforms"]
    assert [one["id"] for one in platforms] == list(bundled().ids)
    x = next(one for one in platforms if one["id"] == "x")
    assert x == {"id": "x", "name": "X", "controls": [control.id for control in bundled().platform("x").control]}


@pytest.mark.parametrize("name", ["x", "Twitter"])
def test_a_platform_is_shown(call: Call, name: str) -> None:
    said = call("kb", "show", name)
    assert (said.code, said.err) == (0, "")
    assert said.out.startswith("X (x)\n")
    assert "\nx/grok-training\t" in said.out
    assert "\nWhat happened\n" in said.out


def test_a_control_is_shown_with_its_sources(call: Call) -> None:
    said = call("kb", "show", "x/grok-training")
    assert said.code == 0
    assert said.out.startswith("X · x/grok-training\n")
    assert "\nSources\n" in said.out


def test_a_platform_as_json_is_the_typed_record(call: Call) -> None:
    shown = msgspec.json.decode(call("kb", "show", "x", "--json").out, type=Platform, strict=True)
    assert shown == bundled().platform("x")


def test_a_control_as_json_is_the_typed_record(call: Call) -> None:
    shown = msgspec.json.decode(call("kb", "show", "twitter/grok-training", "--json").out, type=Control, strict=True)
    assert shown == bundled().control("x/grok-training")


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("facebok", "Did you mean “facebook”?"),
        ("x/grok-trainin", "Did you mean “grok-training”?"),
        ("facebok/anything", "Did you mean “facebook”?"),
        ("zzzzzzzzz", "consentui kb list"),
    ],
)
def test_what_is_not_known_is_refused_with_the_nearest_name(call: Call, name: str, words: str) -> None:
    for arguments in ((), ("--json",)):
        said = call("kb", "show", name, *arguments)
        assert (said.code, said.out) == (2, "")
        assert words in said.err


def test_controls_are_found_by_words(call: Call) -> None:
    said = call("kb", "search", "grok", "training")
    assert (said.code, said.err) == (0, "")
    assert said.rows[0][0] == "x/grok-training"
    assert said.rows[0][1] == bundled().control("x/grok-training").title.en


def test_controls_are_found_as_json(call: Call) -> None:
    hits = call("kb", "search", "grok", "training", "--json").json["hits"]
    assert hits[0]["control"] == "x/grok-training"
    assert hits[0]["title"] == bundled().control("x/grok-training").title.en
    assert {"field", "language", "text"} == set(hits[0]["why"][0])


def test_each_result_says_why_it_fits(call: Call) -> None:
    assert call("kb", "search", "rond", "bleu").rows[0] == [
        "whatsapp/avoid-meta-ai",
        bundled().control("whatsapp/avoid-meta-ai").title.en,
        "what people call “rond bleu”",
    ]


def test_authorities_companies_and_the_law_are_found_too(call: Call) -> None:
    assert call("kb", "search", "CNIL").rows[0][0] == "authority:FR"
    assert call("kb", "search", "CNIL", "--json").json["others"][0]["ref"] == "authority:FR"


def test_words_that_nothing_is_known_of_are_told(call: Call) -> None:
    said = call("kb", "search", "grok", "qqqqqqqqqq")
    assert said.out
    assert said.err == "Nothing is known about: qqqqqqqqqq\n"


def test_a_word_that_is_read_as_another_is_told_and_a_file_of_one_s_own_offered_where_no_platform_is_named(
    call: Call,
) -> None:
    assert call("kb", "search", "twiter", "grok").err == "“twiter” is not known: read as “twitter”.\n"
    said = call("kb", "search", "vimeo")
    assert said.code == 0
    assert said.err.splitlines() == [
        "“vimeo” is not known: read as “video”.",
        "If it is missing, “consentui kb new vimeo” starts a file of your own.",
    ]
    assert call("kb", "search", "vimeo", "--json").json["read_as"] == {"vimeo": "video"}


def test_nothing_found_is_an_honest_no(call: Call) -> None:
    said = call("kb", "search", "qqqqqqqqqq")
    assert (said.code, said.out) == (1, "")
    assert said.err.startswith("Nothing was found.\n")
    said = call("kb", "search", "qqqqqqqqqq", "--json")
    assert said.code == 1
    assert said.json == {"hits": [], "others": [], "unknown": ["qqqqqqqqqq"], "read_as": {}}


def test_a_search_for_a_whole_book_is_one_for_its_beginning(call: Call) -> None:
    said = call("kb", "search", "q" * 100_000)
    assert said.code == 1
    assert len(said.err) < 300
    assert call("kb", "search", "grok " * 20_000).rows[0][0] == call("kb", "search", "grok " * 99).rows[0][0]


def test_a_search_for_nothing_is_refused(call: Call) -> None:
    assert call("kb", "search").code == 2


def test_the_knowledge_base_is_counted(call: Call) -> None:
    expected, checks = count(bundled()), checks_of(bundled(), date(2026, 11, 21))
    all_of_them = msgspec.structs.asdict(expected) | msgspec.structs.asdict(checks)
    said = call("kb", "stats")
    assert said.rows == [[name, str(number)] for name, number in all_of_them.items()]
    tree = call("kb", "stats", "--json").json
    assert list(tree)[:7] == ["platforms", "controls", "sources", "primary", "events", "labels_fr", "labels_en"]
    assert list(tree)[7:] == ["first_checked", "last_checked", "next_check", "to_check"]
    assert msgspec.convert(tree, Stats) == expected
    assert msgspec.convert(tree, Ages) == checks
    assert all(number > 0 for name, number in tree.items() if name.startswith(("platforms", "controls", "labels")))


# Changed facts and moved controls


def test_what_changed_everywhere_since_a_day_newest_first(call: Call) -> None:
    tree = call("kb", "changes", "--since", "2026-01-01", "--all", "--json").json
    assert list(tree) == ["since", "changes", "age"]
    assert tree["since"] == "2026-01-01"
    assert {tuple(change) for change in tree["changes"]} == {("date", "platform", "controls", "what", "url")}
    expected = changes_since(bundled(), date(2026, 1, 1), date(2026, 11, 21))
    assert [(one["date"], one["platform"], one["what"]) for one in tree["changes"]] == [
        (one.on, one.platform.id, one.what.en) for one in expected
    ]
    assert expected


def test_what_changed_is_about_ones_own_platforms_unless_asked(call: Call, account: str) -> None:
    tree = call("kb", "changes", "--since", "2024-01-01", "--json").json
    assert {change["platform"] for change in tree["changes"]} == {"x"}


def test_what_changed_is_told_in_lines(call: Call, account: str) -> None:
    newest = changes_since([bundled().platform("x")], date(2024, 1, 1), date(2026, 11, 21))[0]
    said = call("kb", "changes", "--since", "2024-01-01")
    assert (said.code, said.err) == (0, "")
    first, second, *_rest = said.out.splitlines()
    assert first.endswith(" · X")
    assert second == f"    {newest.what.en}"


def test_when_nothing_changed_it_says_since_when(call: Call, account: str) -> None:
    said = call("kb", "changes")
    assert (said.code, said.out, said.err) == (0, "", "Nothing has changed since 21 November 2026.\n")
    tree = call("kb", "changes", "--json").json
    assert (tree["since"], tree["changes"]) == ("2026-11-21", [])
    assert set(tree["age"]) == {"checked", "due", "controls"}


def test_a_base_that_cannot_know_does_not_say_that_nothing_changed(
    call: Call, account: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CONSENTUI_NOW", "2029-01-15T12:00:00+00:00")
    said = call("kb", "changes", "--since", "2029-01-01")
    assert said.code == 0
    assert said.err.startswith("What changed since 1 January 2029 is not known: the last check was on ")
    assert "most of it should have been checked again since" in said.err


def test_what_changed_since_the_last_look_is_asked_for_without_a_day(call: Call, account: str) -> None:
    write_news_day(profile_folders().state, date(2024, 1, 1))
    tree = call("kb", "changes", "--json").json
    assert tree["since"] == "2024-01-01"
    assert tree["changes"]
    assert call("kb", "changes", "--json").json == tree


def test_what_changed_is_told_in_french(call: Call, account: str) -> None:
    newest = changes_since([bundled().platform("x")], date(2024, 1, 1), date(2026, 11, 21))[0]
    said = call("--language", "fr", "kb", "changes", "--since", "2024-01-01")
    assert said.out.splitlines()[1] == f"    {newest.what.fr}"
    tree = call("--language", "fr", "kb", "changes", "--since", "2024-01-01", "--json").json
    assert tree["changes"][0]["what"] == newest.what.fr


def test_a_day_that_is_none_is_refused(call: Call) -> None:
    assert call("kb", "changes", "--since", "yesterday").code == 2


def test_an_issue_about_a_control_that_moved_names_it_and_no_account(call: Call, account: str) -> None:
    said = call("kb", "moved", "x/grok-training", "--surface", "ios", "--seen", "\x1b[31mGrok\nand you")
    assert (said.code, said.err) == (0, "")
    assert said.out.startswith("# ")
    assert "x/grok-training" in said.out
    assert "iPhone app" in said.out
    assert "\x1b" not in said.out
    assert account not in said.out
    assert "marie" not in said.out


@pytest.mark.parametrize("name", ["facebok/x", "x/grok-trainin", "x"])
def test_an_issue_about_nothing_known_is_refused(call: Call, name: str) -> None:
    said = call("kb", "moved", name)
    assert (said.code, said.out) == (2, "")


# Checking


def broken(folder: Path, name: str) -> Path:
    """A copy of a platform's file with a companion that does not exist."""
    text = (data_folder() / "platforms" / f"{name}.toml").read_text(encoding="utf-8")
    path = folder / f"{name}.toml"
    path.write_text(text.replace('companion = "meta"', 'companion = "nowhere"'), encoding="utf-8")
    return path


@pytest.mark.usefixtures("last_look")
def test_a_file_that_breaks_a_rule_is_named_with_its_line(call: Call, tmp_path: Path) -> None:
    path = broken(tmp_path, "facebook")
    line = path.read_text(encoding="utf-8").splitlines().index('companion = "nowhere"') + 1
    said = call("kb", "lint", str(path))
    assert said.code == 1
    assert f"{path}:{line}: error companion-exists: " in said.out
    assert said.err.startswith("1 file checked. ")
    (finding,) = errors(call("kb", "lint", str(path), "--json"))
    assert set(finding) == {"path", "line", "severity", "rule", "message", "fix"}
    assert (finding["rule"], finding["line"]) == ("companion-exists", line)


@pytest.mark.usefixtures("last_look")
def test_a_folder_is_checked_file_by_file(call: Call, tmp_path: Path) -> None:
    paths = [str(broken(tmp_path, name)) for name in ("facebook", "instagram")]
    tree = call("kb", "lint", str(tmp_path), "--json").json
    assert tree["files"] == 2
    assert {finding["path"] for finding in tree["findings"]} == set(paths)


def own_file(name: str, text: str) -> Path:
    """A file among the person's own platforms."""
    path = profile_folders().own_knowledge / f"{name}.toml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_a_platform_of_ones_own_is_listed_and_marked(call: Call) -> None:
    own_file("chirp", as_toml(a_platform()))
    assert ["chirp", "Chirp (your file)", "1 control"] in call("kb", "list").rows
    assert call("kb", "show", "chirp").out.startswith("Chirp (your file) (chirp)\n")
    assert call("account", "add", "chirp").code == 0


def test_a_platform_of_ones_own_is_checked_by_the_rules(call: Call) -> None:
    path = own_file("chirp", as_toml(a_platform(controller="x")))
    said = call("kb", "lint", str(path))
    assert (said.code, said.err) == (0, "1 file checked. No findings.\n")
    own_file("chirp", as_toml(a_platform(controller="x", aliases=("Twitter",))))
    said = call("kb", "lint", str(path))
    assert said.code == 1
    assert "error names-lead-to-one-platform: “Twitter” is x too" in said.out


@pytest.mark.usefixtures("last_look")
def test_a_platform_of_ones_own_breaks_no_rule_for_the_bundled_ones(call: Call) -> None:
    own_file("chirp", as_toml(a_platform(controller="x", aliases=("Twitter",))))
    assert errors(call("kb", "lint", "--json")) == []


def test_a_link_that_is_not_https_is_named_with_its_line(call: Call) -> None:
    text = as_toml(a_platform()).replace("https://chirp.example/web", "http://chirp.example/web")
    path = own_file("chirp", text)
    line = next(number for number, one in enumerate(text.splitlines(), 1) if "http://" in one)
    said = call("kb", "lint", str(path))
    assert (said.code, said.out) == (2, "")
    assert f"{path}, line {line}: " in said.err
    assert "chirp" not in [row[0] for row in call("kb", "list").rows]


def test_a_file_that_is_no_platform_at_all_is_refused(call: Call, tmp_path: Path) -> None:
    path = tmp_path / "chirp.toml"
    path.write_text('id = "chirp"\nunknown = 1\n', encoding="utf-8")
    said = call("kb", "lint", str(path))
    assert (said.code, said.out) == (2, "")
    assert f"{path}, line 1: the key “name” is missing.\nLine 1: " in said.err
    assert "\nLine 2: the key “unknown” is not known.\n" in said.err


@pytest.mark.usefixtures("last_look")
def test_the_knowledge_base_that_comes_with_the_program_breaks_no_rule(call: Call) -> None:
    said = call("kb", "lint", "--json")
    shared = ["answers", "authorities", "controllers", "crawlers", "law", "packs", "released", "search"]
    assert said.json["files"] == len([*bundled().ids, *shared])
    assert errors(said) == []


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A writable copy of the bundled files."""
    copy = shutil.copytree(data_folder(), tmp_path / "copy", ignore=shutil.ignore_patterns("locale"))
    monkeypatch.setattr("consentui.cli.kb.data_folder", lambda: copy)
    return copy


@pytest.mark.usefixtures("last_look")
def test_a_changed_text_flags_its_translation_until_both_are_accepted(call: Call, data: Path) -> None:
    call("kb", "lint", "--in-step")
    path = data / "platforms" / "x.toml"
    path.write_text(
        re.sub(r'(?m)^about\.en = "', r"\g<0>Lo! ", path.read_text(encoding="utf-8"), count=1), encoding="utf-8"
    )
    said = call("kb", "lint", str(path))
    assert said.code == 1
    assert "error french-follows-english" in said.out
    assert call("kb", "lint", "--in-step", str(path)).code == 0
    assert errors(call("kb", "lint", "--json")) == []


@pytest.mark.usefixtures("last_look")
def test_a_release_is_written_down_and_held_to(call: Call, data: Path) -> None:
    (data / "released.toml").unlink()
    assert call("kb", "lint", "--release").code == 0
    assert f'version = "{__version__}"' in (data / "released.toml").read_text(encoding="utf-8")
    path = data / "platforms" / "x.toml"
    path.write_text(path.read_text(encoding="utf-8").replace('id = "grok-training"', 'id = "grok"'), encoding="utf-8")
    said = call("kb", "lint")
    assert said.code == 1
    assert f"{path}:2: error control-ids-stay: grok-training was released and is gone" in said.out
    refused = call("kb", "lint", "--release")
    assert (refused.code, refused.out) == (2, "")
    assert "A release cannot be recorded while a rule is broken." in refused.err


@pytest.mark.usefixtures("last_look")
def test_a_folder_of_ones_own_is_not_held_to_the_last_release(call: Call, data: Path, tmp_path: Path) -> None:
    bundled_file, own_file = data / "platforms" / "doctolib.toml", tmp_path / "own" / "doctolib.toml"
    changed = re.sub(r'(?m)^about\.en = "', r"\g<0>Lo! ", bundled_file.read_text(encoding="utf-8"), count=1)
    own_file.parent.mkdir()
    for path in (bundled_file, own_file):
        path.write_text(changed, encoding="utf-8")
    assert call("kb", "lint", str(bundled_file)).code == 1
    said = call("kb", "lint", str(own_file.parent), "--json")
    assert (said.code, said.json["files"], errors(said)) == (0, 1, [])


def test_a_file_that_is_not_there_is_refused(call: Call, tmp_path: Path) -> None:
    assert call("kb", "lint", str(tmp_path / "nowhere.toml")).code == 2


def test_words_come_in_french(call: Call) -> None:
    title = bundled().control("x/grok-training").title.fr
    assert title in call("--language", "fr", "kb", "search", "grok").out
    assert title in call("--language", "fr", "kb", "show", "x").out


def test_the_rules_of_law_are_listed_and_shown(call: Call) -> None:
    listed = call("kb", "law")
    assert [row[0] for row in listed.rows] == [rule.id for rule in bundled().law().rule]
    assert call("kb", "law", "gdpr-82").out.startswith("GDPR Art. 82: compensation\n")
    assert call("kb", "law", "gdpr-82", "--json").json["id"] == "gdpr-82"
    assert len(call("kb", "law", "--json").json["rules"]) == len(listed.rows)


def test_companies_are_listed_and_shown_those_without_a_platform_too(call: Call) -> None:
    listed = call("kb", "company")
    assert [row[0] for row in listed.rows] == [one.id for one in bundled().controllers()]
    assert "dpo@criteo.com" in call("kb", "company", "criteo").out
    assert call("kb", "company", "x", "--json").json["id"] == "x"
    assert len(call("kb", "company", "--json").json["companies"]) == len(listed.rows)


@pytest.mark.parametrize(("command", "word", "near"), [("law", "gdpr-77x", "gdpr-77"), ("company", "critoe", "criteo")])
def test_a_rule_or_company_that_there_is_not_is_answered_with_the_nearest(
    call: Call, command: str, word: str, near: str
) -> None:
    said = call("kb", command, word)
    assert said.code == 2
    assert f"Did you mean “{near}”?" in said.err

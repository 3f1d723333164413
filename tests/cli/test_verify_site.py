"""`consentui verify site`: a folder, or a host that is named and asked only after a question."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urlsplit

import pytest

from consentui.errors import NetworkError
from consentui.profile import fetching
from consentui.profile.fetching import Answer
from tests.cli.conftest import Call

ALL_REFUSED = b"User-agent: *\nDisallow: /\nContent-Signal: search=yes, ai-train=no\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    site = tmp_path / "site"
    site.mkdir()
    (site / "robots.txt").write_bytes(b"User-agent: GPTBot\nDisallow: /\n")
    (site / "index.html").write_bytes(b'<html>\n<meta name="robots" content="noai">')
    return site


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The addresses requested from a stub host that has a robots.txt and a page."""
    asked: list[str] = []

    def answer(url: str, most: int, **_limits: object) -> Answer:
        asked.append(url)
        path = urlsplit(url).path
        if path == "/ai.txt":
            raise NetworkError("example.org did not answer.", "timed out")
        content = {"/": b"<html>", "/robots.txt": ALL_REFUSED}.get(path)
        headers = {"x-robots-tag": "noarchive"}
        return Answer(404, {}, b"") if content is None else Answer(200, headers, content)

    monkeypatch.setattr(fetching, "fetch", answer)
    return asked


def test_a_folder_says_what_is_there_and_which_lines_are_missing(call: Call, folder: Path) -> None:
    said = call("verify", "site", str(folder))
    assert said.code == 0
    rows = {row[0]: row[1:] for row in said.rows[:10]}
    assert rows["robots.txt"][0] == "refuses in part"
    assert rows["robots.txt"][1].startswith("1 of 24 names for training is refused, not ClaudeBot, ")
    assert rows["noai"] == ["refuses training", 'page, line 2: “<meta name="robots" content="noai">”']
    assert rows["TDMRep"] == ["says nothing", ""]
    lines = said.out.splitlines()
    assert "    User-agent: ClaudeBot" in lines
    assert "    User-agent: GPTBot" not in lines
    assert '    [{"location": "/", "tdm-reservation": 1}]' in lines
    assert "Headers were not seen: only the server sends them." in said.err


def test_a_host_is_named_before_it_is_asked_and_not_asked_without_a_yes(call: Call, asked: list[str]) -> None:
    said = call("verify", "site", "https://exämple.org/blog", typed="n\n")
    assert said.code == 0
    assert said.err.startswith("xn--exmple-cua.org will be asked for /blog, /robots.txt, /.well-known/tdmrep.json, ")
    assert "Ask xn--exmple-cua.org now?" in said.err
    assert said.err.rstrip().endswith("Nothing was fetched.")
    assert (said.out, asked) == ("", [])


def test_with_a_yes_it_is_asked_for_what_was_named_and_nothing_else(call: Call, asked: list[str]) -> None:
    said = call("verify", "site", "example.org", typed="y\n")
    assert said.code == 0
    assert said.rows[0] == ["robots.txt", "refuses training", "24 of 24 names for training are refused"]
    assert said.rows[1][2] == "robots.txt, line 3: “Content-Signal: search=yes, ai-train=no”"
    assert said.rows[3] == ["noarchive", "refuses training", "header: “X-Robots-Tag: noarchive”"]
    assert {urlsplit(url).path or "/" for url in asked} == {
        "/",
        "/robots.txt",
        "/.well-known/tdmrep.json",
        "/trust.txt",
        "/.well-known/trust.txt",
        "/.well-known/gpc.json",
        "/ai.txt",
    }
    assert all(url.startswith("https://example.org/") for url in asked)


def test_what_failed_is_told_and_leaves_the_rest(call: Call, asked: list[str]) -> None:
    said = call("verify", "site", "example.org", "--yes")
    assert "example.org did not answer." in said.err
    assert ["ai.txt", "not known", "example.org did not answer. timed out"] in said.rows


def test_a_script_gets_everything_as_json(call: Call, asked: list[str]) -> None:
    found = call("verify", "site", "example.org", "--yes", "--json").json
    assert (found["site"], found["on"], found["headers_seen"]) == ("https://example.org", "2026-11-21", True)
    signals = {one["signal"]: one for one in found["signals"]}
    assert signals["robots-txt"]["says"] == "refuses"
    assert signals["robots-txt"]["control"] == "own-website/robots-txt"
    assert signals["tdmrep"]["missing"][0] == {
        "place": ".well-known/tdmrep.json",
        "lines": ['[{"location": "/", "tdm-reservation": 1}]'],
        "instead_of": [],
    }
    assert signals["ai-txt"]["why"] == "example.org did not answer. timed out"
    bytespider = next(one for one in found["crawlers"] if one["name"] == "Bytespider")
    assert bytespider == {
        "name": "Bytespider",
        "operator": "ByteDance",
        "ignores_robots_txt": True,
        "says": "refuses",
        "by": "*",
    }


def test_the_controls_that_are_named_are_there(call: Call, folder: Path) -> None:
    signals = call("verify", "site", str(folder), "--json").json["signals"]
    for ref in filter(None, (one["control"] for one in signals)):
        assert call("kb", "show", ref).code == 0


def test_an_address_in_the_clear_is_refused_before_anything_is_asked(call: Call, asked: list[str]) -> None:
    said = call("verify", "site", "http://example.org", "--yes")
    assert (said.code, said.out, asked) == (2, "", [])
    assert "https://" in said.err


def test_a_host_that_does_not_answer_ends_with_3(call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    def nobody(_url: str, _most: int, **_limits: object) -> Answer:
        raise NetworkError("example.org did not answer.")

    monkeypatch.setattr(fetching, "fetch", nobody)
    said = call("verify", "site", "example.org", "--yes")
    assert (said.code, said.out) == (3, "")


def test_it_speaks_french(call: Call, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANGUAGE", "fr")
    said = call("verify", "site", str(folder))
    assert said.rows[0][1] == "refuse en partie"
    assert "Ce qui manque" in said.out

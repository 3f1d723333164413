"""robots.txt: which crawlers are refused, by the interpretation that refuses least."""

from __future__ import annotations

import pytest

from consentui.verify.sites.findings import Says, Signal
from consentui.verify.sites.pieces import Piece, Place, Site
from tests.verify.sites.site import CRAWLERS, a_site, finding, looked


def treated(robots: str, name: str = "GPTBot") -> tuple[Says, str]:
    (found,) = (one for one in looked(a_site(robots=robots)).crawlers if one.crawler.name == name)
    return found.says, found.by


@pytest.mark.parametrize(
    ("robots", "says", "by"),
    [
        ("User-agent: GPTBot\nDisallow: /", Says.REFUSES, "gptbot"),
        ("user-AGENT : gptbot # OpenAI\r\nDISALLOW:/\r\n", Says.REFUSES, "gptbot"),
        ("\ufeffUser-agent: GPTBot\rDisallow: /", Says.REFUSES, "gptbot"),
        ("User-agent: GPTBot/1.2\nDisallow: /*", Says.REFUSES, "gptbot"),
        ("User-agent: CCBot\nUser-agent: GPTBot\n\nDisallow: /", Says.REFUSES, "gptbot"),
        ("User-agent: *\nDisallow: /", Says.REFUSES, "*"),
        ("User-agent: GPTBot\nDisallow: /a\n\nUser-agent: GPTBot\nDisallow: /", Says.REFUSES, "gptbot"),
        ("User-agent: GPTBot\nSitemap: https://example.org/s.xml\nDisallow: /", Says.REFUSES, "gptbot"),
        ("User-agent: GPTBot\nDisallow: /private", Says.PARTLY, "gptbot"),
        ("User-agent: GPTBot\nDisallow: /\nAllow: /blog", Says.PARTLY, "gptbot"),
        ("User-agent: GPTBot\nDisallow: /\nAllow: /", Says.PARTLY, "gptbot"),
        ("User-agent: GPTBot\nDisallow: /$", Says.PARTLY, "gptbot"),
        ("User-agent: *\nDisallow: /\nUser-agent: GPTBot\nDisallow:", Says.ALLOWS, "gptbot"),
        ("User-agent: GPTBot\nAllow: /", Says.ALLOWS, "gptbot"),
        ("User-agent: *\nAllow: /", Says.NOTHING, "*"),
        ("User-agent: *\nContent-Signal: ai-train=no\nUser-agent: CCBot\nDisallow: /", Says.NOTHING, "*"),
        ("User-agent: GPT\nDisallow: /", Says.NOTHING, ""),
        ("Disallow: /", Says.NOTHING, ""),
        ("User-agent: GPTBot Disallow: /", Says.NOTHING, ""),
        ("", Says.NOTHING, ""),
    ],
)
def test_a_crawler_is_refused_by_its_own_group_or_by_that_of_all(robots: str, says: Says, by: str) -> None:
    assert treated(robots) == (says, by)


def test_a_name_with_a_blank_is_known() -> None:
    assert treated("User-agent: kangaroo bot\nDisallow: /", "Kangaroo Bot") == (Says.REFUSES, "kangaroo bot")


def test_what_is_missing_is_one_group_for_all_that_are_not_refused() -> None:
    (missing,) = finding(a_site(robots="User-agent: GPTBot\nDisallow: /"), Signal.ROBOTS).missing
    assert missing.lines[0] == "User-agent: ClaudeBot"
    assert missing.lines[-1] == "Disallow: /"
    assert len(missing.lines) == len(CRAWLERS)


@pytest.mark.parametrize(
    "robots",
    [
        "",
        "User-agent: *\nAllow: /\n",
        "User-agent: GPTBot\nDisallow:\n",
        "User-agent: GPTBot\nUser-agent: CCBot\nDisallow: /a\n",
    ],
)
def test_with_the_lines_that_are_missing_all_are_refused(robots: str) -> None:
    (missing,) = finding(a_site(robots=robots), Signal.ROBOTS).missing
    whole = robots + "\n" + "\n".join(missing.lines)
    assert finding(a_site(robots=whole), Signal.ROBOTS).says is Says.REFUSES


def test_lines_that_stand_against_a_refusal_are_named() -> None:
    (missing,) = finding(a_site(robots="User-agent: GPTBot\nAllow: /\n"), Signal.ROBOTS).missing
    assert [(one.line, one.text) for one in missing.instead_of] == [(2, "Allow: /")]


def test_a_file_that_could_not_be_had_says_nothing_either_way() -> None:
    site = Site("https://example.org", {Place.ROBOTS: Piece("unknown", why="no answer")})
    found = finding(site, Signal.ROBOTS)
    assert (found.says, found.why, found.missing) == (Says.UNKNOWN, "no answer", ())


def test_a_web_page_in_place_of_the_file_is_no_file() -> None:
    page = "<!DOCTYPE html>\nUser-agent: *\nDisallow: /"
    assert finding(a_site(robots=page), Signal.ROBOTS).says is Says.NOTHING

"""Each signal, from what is on a site to what it says about training."""

from __future__ import annotations

from typing import Any

import pytest

from consentui.verify.sites.findings import Says, Signal
from consentui.verify.sites.pieces import Piece, Place, Site
from tests.verify.sites.site import a_site, finding

RSL = '<rsl xmlns="https://rslstandard.org/rsl"><content url="{url}"><license>{terms}</license></content></rsl>'
LICENSED = "License: https://example.org/license.xml"


def licence(terms: str, url: str = "/") -> dict[str, str]:
    return {"robots": LICENSED, "licence": RSL.format(url=url, terms=terms)}


PROHIBITED = '<prohibits type="usage">ai-train</prohibits>'
Case = tuple[Signal, dict[str, Any], Says]
CASES: list[Case] = [
    (Signal.CONTENT_SIGNAL, {"robots": "User-agent: *\nContent-Signal: search=yes, ai-train=no"}, Says.REFUSES),
    (Signal.CONTENT_SIGNAL, {"robots": "User-Agent: *\ncontent-signal: AI-TRAIN = No ;search=yes"}, Says.REFUSES),
    (Signal.CONTENT_SIGNAL, {"robots": "User-agent: *\nContent-Signal: / ai-train=no"}, Says.REFUSES),
    (Signal.CONTENT_SIGNAL, {"robots": "User-agent: *\nContent-Signal: /blog ai-train=no"}, Says.PARTLY),
    (Signal.CONTENT_SIGNAL, {"robots": "User-agent: GPTBot\nContent-Signal: ai-train=no"}, Says.PARTLY),
    (Signal.CONTENT_SIGNAL, {"robots": "User-agent: *\nContent-Signal: ai-train=yes"}, Says.ALLOWS),
    (Signal.CONTENT_SIGNAL, {"robots": "User-agent: *\nContent-Signal: ai-train=yes, ai-train=no"}, Says.NOTHING),
    (Signal.CONTENT_SIGNAL, {"robots": "User-agent: *\nContent-Signal: search=yes"}, Says.NOTHING),
    (Signal.CONTENT_SIGNAL, {"robots": "Content-Signal: ai-train=no"}, Says.NOTHING),
    (
        Signal.CONTENT_SIGNAL,
        {"robots": "User-agent: *\nContent-Signal: ai-train=no\nContent-Signal: ai-train=yes"},
        Says.PARTLY,
    ),
    (Signal.CONTENT_USAGE, {"robots": "User-agent: *\nContent-Usage: train-ai=n"}, Says.REFUSES),
    (Signal.CONTENT_USAGE, {"robots": "User-agent: *\nContent-Usage: /a train-ai=n"}, Says.PARTLY),
    (Signal.CONTENT_USAGE, {"headers": {"content-usage": "search=y, train-ai=n"}}, Says.REFUSES),
    (Signal.CONTENT_USAGE, {"headers": {"content-usage": "train-ai=y"}}, Says.ALLOWS),
    (Signal.CONTENT_USAGE, {}, Says.NOTHING),
    (Signal.TDMREP, {"tdmrep": '[{"location": "/", "tdm-reservation": 1}]'}, Says.REFUSES),
    (Signal.TDMREP, {"tdmrep": '[{"location": "/*", "tdm-reservation": 1, "tdm-policy": "x"}]'}, Says.REFUSES),
    (Signal.TDMREP, {"tdmrep": '[{"location": "/a", "tdm-reservation": 1}]'}, Says.PARTLY),
    (
        Signal.TDMREP,
        {"tdmrep": '[{"location": "/a", "tdm-reservation": 0}, {"location": "/", "tdm-reservation": 1}]'},
        Says.PARTLY,
    ),
    (
        Signal.TDMREP,
        {"tdmrep": '[{"location": "/", "tdm-reservation": 0}, {"location": "/a", "tdm-reservation": 1}]'},
        Says.ALLOWS,
    ),
    (Signal.TDMREP, {"tdmrep": '[{"location": "/", "tdm-reservation": 0}]'}, Says.ALLOWS),
    (Signal.TDMREP, {"tdmrep": '[{"location": "/", "tdm-reservation": "1"}]'}, Says.NOTHING),
    (Signal.TDMREP, {"tdmrep": '[{"location": "/", "tdm-reservation": true}]'}, Says.NOTHING),
    (Signal.TDMREP, {"tdmrep": '{"location": "/", "tdm-reservation": 1}'}, Says.NOT_READABLE),
    (Signal.TDMREP, {"tdmrep": "[" * 5000}, Says.NOT_READABLE),
    (Signal.TDMREP, {"tdmrep": "<html>not found"}, Says.NOTHING),
    (Signal.TDMREP, {"headers": {"tdm-reservation": "1"}}, Says.REFUSES),
    (Signal.TDMREP, {"headers": {"tdm-reservation": "1, 0"}}, Says.NOTHING),
    (Signal.TDMREP, {"page": '<META name="TDM-Reservation" content="1">'}, Says.PARTLY),
    (Signal.TDMREP, {"page": '<meta name="tdm-reservation" content="0">'}, Says.NOTHING),
    (Signal.NOAI, {"page": "<meta name=robots content='index, NoAI'>"}, Says.REFUSES),
    (Signal.NOAI, {"page": '<meta name="robots" content="noimageai">'}, Says.PARTLY),
    (Signal.NOAI, {"page": '<!-- <meta name="robots" content="noai"> -->'}, Says.NOTHING),
    (Signal.NOAI, {"page": '<script>"<meta name=robots content=noai>"</script>'}, Says.NOTHING),
    (Signal.NOAI, {"page": '<meta name="googlebot" content="noai">'}, Says.NOTHING),
    (Signal.NOAI, {"headers": {"x-robots-tag": "noindex, noai"}}, Says.REFUSES),
    (Signal.NOAI, {"headers": {"x-robots-tag": "gptbot: noai"}}, Says.NOTHING),
    (Signal.NOARCHIVE, {"headers": {"x-robots-tag": "noarchive"}}, Says.REFUSES),
    (Signal.NOARCHIVE, {"headers": {"x-robots-tag": "googlebot: noindex, noarchive"}}, Says.NOTHING),
    (Signal.NOARCHIVE, {"page": '<meta name="robots" content="noarchive"/>'}, Says.REFUSES),
    (Signal.TRUST_TXT, {"trust_txt": "member=https://a.example/\nDataTrainingAllowed = NO"}, Says.REFUSES),
    (Signal.TRUST_TXT, {"trust_txt_well_known": "datatrainingallowed=no"}, Says.REFUSES),
    (
        Signal.TRUST_TXT,
        {"trust_txt": "datatrainingallowed=yes", "trust_txt_well_known": "datatrainingallowed=no"},
        Says.ALLOWS,
    ),
    (Signal.TRUST_TXT, {"trust_txt": "# datatrainingallowed=no"}, Says.NOTHING),
    (Signal.AI_TXT, {"ai_txt": "User-agent: *\nDisallow: *.jpg"}, Says.PARTLY),
    (Signal.AI_TXT, {"ai_txt": "User-agent: *\nDisallow: /"}, Says.REFUSES),
    (Signal.AI_TXT, {"ai_txt": "User-agent: *\nDisallow: /\nAllow: *.txt"}, Says.PARTLY),
    (Signal.AI_TXT, {"ai_txt": "Allow: /"}, Says.NOTHING),
    (Signal.GPC, {"gpc": '{"gpc": true, "lastUpdate": "2026-01-01"}'}, Says.HEEDS),
    (Signal.GPC, {"gpc": '{"gpc": false}'}, Says.HEEDS_NOT),
    (Signal.GPC, {"gpc": '{"gpc": "true"}'}, Says.NOT_READABLE),
    (Signal.GPC, {"gpc": "[true]"}, Says.NOT_READABLE),
    (Signal.GPC, {}, Says.NOTHING),
    (Signal.RSL, licence(PROHIBITED), Says.REFUSES),
    (Signal.RSL, licence('<prohibits type="usage">search ai-all</prohibits>'), Says.REFUSES),
    (Signal.RSL, licence(PROHIBITED, "/blog/"), Says.PARTLY),
    (Signal.RSL, licence('<permits type="usage">all</permits>'), Says.ALLOWS),
    (Signal.RSL, licence('<permits type="usage">search</permits>'), Says.NOTHING),
    (Signal.RSL, licence('<prohibits type="user">all</prohibits>'), Says.NOTHING),
    (Signal.RSL, {"robots": LICENSED}, Says.NOT_READABLE),
    (Signal.RSL, {"robots": LICENSED, "licence": PROHIBITED}, Says.NOT_READABLE),
    (Signal.RSL, {"licence": RSL.format(url="/", terms=PROHIBITED)}, Says.NOTHING),
]


@pytest.mark.parametrize(("signal", "texts", "says"), CASES)
def test_a_signal_says_what_it_says_and_no_more(signal: Signal, texts: dict[str, Any], says: Says) -> None:
    headers = texts.get("headers")
    site = a_site(headers, **{name: text for name, text in texts.items() if name != "headers"})
    found = finding(site, signal)
    assert found.says is says
    is_said = says in {Says.REFUSES, Says.HEEDS, Says.HEEDS_NOT}
    assert is_said or signal is Signal.AI_TXT or found.missing
    assert not (is_said and found.missing)


@pytest.mark.parametrize("signal", [one for one in Signal if one not in {Signal.RSL, Signal.AI_TXT}])
def test_the_lines_that_are_missing_are_enough(signal: Signal) -> None:
    missing = finding(a_site(), signal).missing
    assert missing
    for one in missing:
        text = "\n".join(one.lines)
        if one.place is Place.HEADERS:
            name, _colon, value = text.partition(": ")
            site = a_site({name.lower(): value})
        else:
            site = a_site(**{one.place.name.lower(): text})
        assert finding(site, signal).says in {Says.REFUSES, Says.HEEDS}


def test_a_licence_needs_its_line_and_its_file() -> None:
    found = finding(a_site(), Signal.RSL)
    assert found.needs_all
    robots, file = ("\n".join(one.lines) for one in found.missing)
    assert finding(a_site(robots=robots, licence=file), Signal.RSL).says is Says.REFUSES


def test_a_rule_of_a_file_that_has_some_is_added_alone() -> None:
    (missing, _header) = finding(a_site(tdmrep='[{"location": "/a", "tdm-reservation": 0}]'), Signal.TDMREP).missing
    assert missing.lines == ('{"location": "/", "tdm-reservation": 1}',)
    assert [one.text for one in missing.instead_of] == ['{"location":"/a","tdm-reservation":0}']


@pytest.mark.parametrize(
    ("place", "signal"),
    [
        (Place.ROBOTS, Signal.CONTENT_SIGNAL),
        (Place.ROBOTS, Signal.CONTENT_USAGE),
        (Place.ROBOTS, Signal.RSL),
        (Place.TDMREP, Signal.TDMREP),
        (Place.PAGE, Signal.NOAI),
        (Place.PAGE, Signal.NOARCHIVE),
        (Place.TRUST_TXT, Signal.TRUST_TXT),
        (Place.TRUST_TXT_WELL_KNOWN, Signal.TRUST_TXT),
        (Place.AI_TXT, Signal.AI_TXT),
        (Place.GPC, Signal.GPC),
    ],
)
def test_what_could_not_be_looked_at_is_not_known(place: Place, signal: Signal) -> None:
    found = finding(Site("https://example.org", {place: Piece("unknown", why="no answer")}), signal)
    assert (found.says, found.why, found.missing) == (Says.UNKNOWN, "no answer", ())


def test_what_is_quoted_is_short_and_inert() -> None:
    found = finding(a_site({"x-robots-tag": "noai, \x1b]0;x\x07" + "x" * 5000}), Signal.NOAI)
    (evidence,) = found.evidence
    assert "\x1b" not in evidence.text
    assert len(evidence.text) <= 160

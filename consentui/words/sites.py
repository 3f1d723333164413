"""What a site tells machines about AI, in the current language."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from consentui.i18n import _, ngettext, pgettext
from consentui.verify.sites.crawlers import Treatment
from consentui.verify.sites.findings import Addition, Says, Signal, SignalFinding
from consentui.verify.sites.pieces import Passage, Place

_MOST_NAMES = 6
_MOST_EVIDENCE = 3


def signal_name(signal: Signal) -> str:
    """The name of a signal, the same in every language."""
    return {
        Signal.ROBOTS: "robots.txt",
        Signal.CONTENT_SIGNAL: "Content-Signal",
        Signal.TDMREP: "TDMRep",
        Signal.NOARCHIVE: "noarchive",
        Signal.NOAI: "noai",
        Signal.CONTENT_USAGE: "Content-Usage",
        Signal.RSL: "RSL",
        Signal.TRUST_TXT: "trust.txt",
        Signal.AI_TXT: "ai.txt",
        Signal.GPC: "gpc.json",
    }[signal]


def signal_note(signal: Signal) -> str:
    """What to know about a signal before using it; empty if there is nothing."""
    return {
        Signal.ROBOTS: "",
        Signal.CONTENT_SIGNAL: _("Cloudflare’s line; AI companies have not promised to follow it"),
        Signal.TDMREP: _("made for the reservation of rights in Art. 4 of the EU copyright directive"),
        Signal.NOARCHIVE: _("for Microsoft; your pages stay in Bing’s search"),
        Signal.NOAI: _("not a standard, and few tools read it"),
        Signal.CONTENT_USAGE: _("still a draft of the IETF: its words may change"),
        Signal.RSL: _("a recent standard, of December 2025"),
        Signal.TRUST_TXT: _("JournalList’s file, with a line on training since April 2024"),
        Signal.AI_TXT: _("no large AI company is known to read it; one such line for each kind of file"),
        Signal.GPC: _("about your visitors’ data, not about training: only if the site respects their signal"),
    }[signal]


def says_name(says: Says) -> str:
    """What a signal says, in a few words."""
    return {
        Says.REFUSES: pgettext("site", "refuses training"),
        Says.PARTLY: pgettext("site", "refuses in part"),
        Says.ALLOWS: pgettext("site", "allows training"),
        Says.NOTHING: pgettext("site", "says nothing"),
        Says.NOT_READABLE: pgettext("site", "not readable"),
        Says.UNKNOWN: pgettext("site", "not known"),
        Says.HEEDS: pgettext("site", "honours GPC"),
        Says.HEEDS_NOT: pgettext("site", "does not honour GPC"),
    }[says]


def place_name(place: Place) -> str:
    """The place on a site where something was found."""
    if place is Place.PAGE:
        return pgettext("site", "page")
    return pgettext("site", "header") if place is Place.HEADERS else str(place)


def finding_words(finding: SignalFinding, crawlers: Sequence[Treatment]) -> str:
    """What a finding rests on, on one line; empty if on nothing."""
    if finding.why:
        return finding.why
    if finding.signal is Signal.ROBOTS:
        return crawlers_words(crawlers)
    return _("; ").join(evidence_words(one) for one in finding.evidence[:_MOST_EVIDENCE])


def evidence_words(evidence: Passage) -> str:
    """A line of a site, and the place where it was found."""
    if evidence.line:
        return _("{place}, line {number}: “{text}”").format(
            place=place_name(evidence.place), number=evidence.line, text=evidence.text
        )
    return _("{place}: “{text}”").format(place=place_name(evidence.place), text=evidence.text)


def crawlers_words(crawlers: Sequence[Treatment]) -> str:
    """How many of the known crawlers are refused, and which are not."""
    left = [one.crawler.name for one in crawlers if one.says is not Says.REFUSES]
    count = len(crawlers) - len(left)
    if not count:
        return _("none of the {all} names for training is refused").format(all=len(crawlers))
    refused = ngettext(
        "{count} of {all} names for training is refused", "{count} of {all} names for training are refused", count
    ).format(count=count, all=len(crawlers))
    if not left:
        return refused
    names = ", ".join(left[:_MOST_NAMES]) + (" …" if len(left) > _MOST_NAMES else "")
    return _("{refused}, not {names}").format(refused=refused, names=names)


def addition_lines(finding: SignalFinding) -> Iterator[str]:
    """The lines that are missing, each group below the place where it goes."""
    for number, one in enumerate(finding.missing):
        if number and not finding.needs_all:
            yield "  " + pgettext("site", "or")
        yield f"  {_addition_title(one)}"
        yield from (f"    {line}" for line in one.lines)
        for evidence in one.instead_of:
            yield "  " + _("in place of {line}").format(line=evidence_words(evidence))


def _addition_title(addition: Addition) -> str:
    if addition.place is Place.PAGE:
        return _("in the head of every page:")
    if addition.place is Place.HEADERS:
        return _("as a header that the server sends:")
    return _("in {file}:").format(file=addition.place)

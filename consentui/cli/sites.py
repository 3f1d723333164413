"""`consentui verify site`: what one's own site tells machines about AI, and which lines are missing."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from consentui import clock
from consentui.cli.public import Kept, agreement, end_with, keep, kept_as_json, show_kept
from consentui.cli.say import json_option, say, session_of, show, show_json
from consentui.i18n import _
from consentui.i18n.dates import long_date
from consentui.knowledge.crawlers import Crawlers
from consentui.profile.session import Session
from consentui.verify.public.observations import Sight
from consentui.verify.public.site import observations_of_site
from consentui.verify.sites.crawlers import Treatment
from consentui.verify.sites.findings import Addition, Signal, SignalFinding
from consentui.verify.sites.look import Look, look
from consentui.verify.sites.pieces import Passage, Site
from consentui.words.sites import addition_lines, finding_words, says_name, signal_name, signal_note


@click.command(
    "site",
    help=_(
        "Read what your own site says about AI training. It looks in robots.txt, TDMRep, headers, meta tags "
        "and more, and shows the lines that are missing. A folder is read in place. From an address, only "
        "these files are fetched (uses the network), after you agree."
    ),
)
@click.argument("where", metavar=_("URL|FOLDER"))
@click.option("--yes", is_flag=True, help=_("Contact the host without asking first."))
@json_option
@click.pass_context
def site(ctx: click.Context, where: str, yes: bool, as_json: bool) -> None:
    from consentui.profile.asking import NotAskedError, carried_out
    from consentui.profile.sites import asked_site, folder_or_address, site_in

    session = session_of(ctx)
    named = folder_or_address(where)
    try:
        found, failures = (
            (site_in(named), ()) if isinstance(named, Path) else carried_out(asked_site(named), agreement(yes=yes))
        )
    except NotAskedError:
        say(_("Nothing was fetched."))
        return
    for one in failures:
        say(str(one))
    names = session.knowledge.crawlers()
    looked = look(found, names.crawler, clock.today())
    kept = None if isinstance(named, Path) else _keep(session, named, found, looked)
    if as_json:
        show_json({**_as_json(found, looked, names), **kept_as_json(kept)})
    else:
        show_kept(kept)
        _show(found, looked, names)
    end_with(ctx, kept)


def _keep(session: Session, address: str, found: Site, looked: Look) -> Kept:
    from consentui.profile.fetching import host_of

    host = host_of(address)
    return keep(session, "site", (address, host), Sight(host, tuple(observations_of_site(found, looked))))


def _show(found: Site, looked: Look, names: Crawlers) -> None:
    for one in looked.findings:
        show("\t".join((signal_name(one.signal), says_name(one.says), finding_words(one, looked.crawlers))))
    missing = [one for one in looked.findings if one.missing]
    if missing:
        show("")
        show(_("What is missing"))
    for one in missing:
        note = signal_note(one.signal)
        show(f"{signal_name(one.signal)} ({note})" if note else signal_name(one.signal))
        for line in addition_lines(one):
            show(line)
    say(_("These are requests: none of them blocks anything."))
    if found.headers is None:
        say(_("Headers were not seen: only the server sends them."))
    else:
        say(_("Headers and meta tags are those of one page: others may have their own."))
    say(
        _("The names of crawlers are from {publisher}, checked on {date}.").format(
            publisher=names.source[0].publisher, date=long_date(names.verified_on)
        )
    )


_CONTROLS = {
    Signal.ROBOTS: "robots-txt",
    Signal.CONTENT_SIGNAL: "content-signals",
    Signal.TDMREP: "tdmrep",
    Signal.NOARCHIVE: "bing-noarchive",
    Signal.NOAI: "noai-meta",
    Signal.CONTENT_USAGE: "ietf-content-usage",
    Signal.AI_TXT: "ai-txt",
    Signal.RSL: "rsl",
    Signal.TRUST_TXT: "trust-txt",
}
"""The control of the platform `own-website` that each signal settles."""


def _as_json(found: Site, looked: Look, names: Crawlers) -> dict[str, Any]:
    return {
        "site": found.root or None,
        "on": clock.today(),
        "headers_seen": found.headers is not None,
        "signals": [_finding_as_json(one) for one in looked.findings],
        "crawlers": [_crawler_as_json(one) for one in looked.crawlers],
        "crawlers_checked_on": names.verified_on,
        "pieces": [
            {"place": place, "state": piece.state, "why": piece.why or None} for place, piece in found.pieces.items()
        ],
    }


def _finding_as_json(one: SignalFinding) -> dict[str, Any]:
    control = _CONTROLS.get(one.signal)
    return {
        "signal": one.signal,
        "says": one.says,
        "control": f"own-website/{control}" if control else None,
        "why": one.why or None,
        "evidence": [_evidence_as_json(each) for each in one.evidence],
        "missing": [_addition_as_json(each) for each in one.missing],
        "needs_all": one.needs_all,
    }


def _evidence_as_json(one: Passage) -> dict[str, Any]:
    return {"place": one.place, "line": one.line or None, "text": one.text}


def _addition_as_json(one: Addition) -> dict[str, Any]:
    instead_of = [_evidence_as_json(each) for each in one.instead_of]
    return {"place": one.place, "lines": one.lines, "instead_of": instead_of}


def _crawler_as_json(one: Treatment) -> dict[str, Any]:
    return {
        "name": one.crawler.name,
        "operator": one.crawler.operator or None,
        "ignores_robots_txt": one.crawler.ignores,
        "says": one.says,
        "by": one.by or None,
    }

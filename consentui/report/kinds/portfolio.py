"""The portfolio: many accounts at a glance, of one client or of several, and which of them are behind."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping
from datetime import date
from typing import NamedTuple

from msgspec import Struct
from msgspec.structs import replace

from consentui.checklist.standing import Standing
from consentui.i18n import _
from consentui.i18n.dates import long_date
from consentui.knowledge.ages import joined
from consentui.report.document import Bar, Block, Chart, Document, Heading, Paragraph, Table
from consentui.report.kinds.accounts import Report, Section
from consentui.report.kinds.frame import Framed, confidentiality, limits, preamble, progress_words, settled_words
from consentui.report.kinds.requests import Request, by_urgency, open_words, standing_of
from consentui.words.accounts import tags_words
from consentui.words.policy import deviation_words


class Holding(Struct, frozen=True):
    """One account of one client."""

    client: str
    account: str
    platform: str
    platform_name: str
    handle: str
    settled: int
    counted: int
    waiting: int
    """How many controls await an answer."""
    to_review: int
    left: int
    """How many controls the person has to act on."""
    last_act: date | None

    owner: str = ""
    """Who looks after it; empty if that was not said."""
    due: date | None = None
    """The day by which what is left is to be done; None if that was not said."""
    deviations: int | None = None
    """How many of the checked controls deviate from the client's policy; None without a policy."""
    tags: tuple[str, ...] = ()
    to_look_at: int | None = None
    """How many controls that may deviate have yet to be checked; None without a policy."""
    requests: int = 0
    """How many requests about the account are open."""
    overdue: int = 0
    """How many of these are late in being answered."""


class Charge(NamedTuple):
    """Who looks after an account, by when it is to be done, and how many controls deviate from the policy."""

    owner: str = ""
    due: date | None = None
    deviations: int | None = None
    tags: tuple[str, ...] = ()
    to_look_at: int | None = None


class Baseline(Struct, frozen=True):
    """How many controls of each client were settled when the last portfolio was written."""

    as_of: date
    settled: dict[str, int]


class Share(Struct, frozen=True):
    """How much is settled for a client, or on a platform."""

    name: str
    accounts: int
    settled: int
    counted: int
    more: int | None = None
    """How many more are settled than in the last portfolio; None for a platform, or a client that was not in it."""


class Portfolio(Framed, frozen=True):
    """The accounts of all clients, those with the most left first."""

    settled: int
    counted: int
    clients: tuple[Share, ...]
    platforms: tuple[Share, ...]
    holdings: tuple[Holding, ...]
    old_facts: int
    before: date | None = None
    """The day of the last portfolio that was written; None if there was none."""
    requests: tuple[Request, ...] = ()
    """The open requests of all clients, the most urgent first."""


def build(
    reports: Mapping[str, Report],
    charges: Mapping[str, Mapping[str, Charge]] | None = None,
    before: Baseline | None = None,
) -> Portfolio:
    """The portfolio of the reports of one day, at least one, by the names of their clients.

    `charges` tells who looks after each client's accounts, `before` what the last portfolio said.
    """
    first = next(iter(reports.values()))
    holdings = [
        _holding(client, section, (charges or {}).get(client, {}).get(section.account, Charge()), report.requests)
        for client, report in reports.items()
        for section in report.sections
    ]
    lines = (line for report in reports.values() for section in report.sections for line in section.lines)
    return Portfolio(
        first.as_of,
        first.language,
        first.country if len(reports) == 1 else "",
        first.names,
        first.version,
        joined(report.facts for report in reports.values()),
        sum(report.settled for report in reports.values()),
        sum(report.counted for report in reports.values()),
        _by_client(reports, holdings, before),
        _by_platform(holdings),
        tuple(sorted(holdings, key=lambda one: (-one.left, one.client, one.platform_name, one.account))),
        sum(line.facts_are_old for line in lines),
        before.as_of if before else None,
        by_urgency(_open_requests(reports)),
    )


def _open_requests(reports: Mapping[str, Report]) -> Iterator[Request]:
    for client, report in reports.items():
        yield from (replace(one, client=client) for one in report.requests if one.is_running)


def document(portfolio: Portfolio) -> Document:
    """Charts by client and by platform, then every account in a table."""
    return Document(
        _("Portfolio"),
        portfolio.language,
        portfolio.as_of,
        (
            *preamble(portfolio),
            Paragraph(settled_words(portfolio.settled, portfolio.counted, len(portfolio.holdings))),
            *_since(portfolio),
            *_charts(portfolio),
            Heading(_("Accounts")),
            _table(portfolio),
            *_requests(portfolio),
            *limits(portfolio.version, portfolio.old_facts),
        ),
        confidentiality(portfolio.names),
    )


def _holding(client: str, section: Section, charge: Charge, requests: Iterable[Request]) -> Holding:
    about = [one for one in requests if one.account == section.account]
    standings = [line.standing for line in section.lines if line.counted]
    acts = [attempt.on for line in section.lines for attempt in line.attempts]
    waiting = standings.count(Standing.WAITING)
    return Holding(
        client,
        section.account,
        section.platform,
        section.platform_name,
        section.handle,
        section.settled,
        section.counted,
        waiting,
        standings.count(Standing.REVIEW),
        section.counted - section.settled - waiting,
        max(acts, default=None),
        *charge,
        sum(one.is_running for one in about),
        sum(one.is_late for one in about),
    )


def _by_client(clients: Iterable[str], holdings: Iterable[Holding], before: Baseline | None) -> tuple[Share, ...]:
    """The share of each client, including clients without an account."""
    found: dict[str, list[Holding]] = {client: [] for client in clients}
    for one in holdings:
        found[one.client].append(one)
    shares = (_share(client, its) for client, its in found.items())
    return tuple(_held_against(share, before) for share in shares)


def _held_against(share: Share, before: Baseline | None) -> Share:
    if before is None or share.name not in before.settled:
        return share
    return replace(share, more=share.settled - before.settled[share.name])


def _by_platform(holdings: Iterable[Holding]) -> tuple[Share, ...]:
    found: dict[str, list[Holding]] = {}
    for one in holdings:
        found.setdefault(one.platform_name, []).append(one)
    return tuple(_share(name, found[name]) for name in sorted(found))


def _share(name: str, holdings: list[Holding]) -> Share:
    return Share(name, len(holdings), sum(one.settled for one in holdings), sum(one.counted for one in holdings))


def _charts(portfolio: Portfolio) -> Iterator[Block]:
    if len(portfolio.clients) > 1:
        yield Heading(_("By client"))
        yield _chart(_("Settled, by client"), portfolio.clients)
    if portfolio.platforms:
        yield Heading(_("By platform"))
        yield _chart(_("Settled, by platform"), portfolio.platforms)


def _chart(title: str, shares: Iterable[Share]) -> Chart:
    bars = (Bar(one.name, one.settled, one.counted, share_words(one)) for one in shares)
    return Chart(title, tuple(bars))


def share_words(one: Share) -> str:
    """How much is settled, and how much more than in the last portfolio, in words."""
    words = progress_words(one.settled, one.counted)
    return f"{words} ({one.more:+d})" if one.more else words


def _since(portfolio: Portfolio) -> Iterator[Block]:
    if portfolio.before:
        more = [one.more for one in portfolio.clients if one.more is not None]
        yield Paragraph(
            _("Since the last portfolio, of {date}: {more} settled.").format(
                date=long_date(portfolio.before), more=f"{sum(more):+d}"
            )
        )


def _table(portfolio: Portfolio) -> Table:
    several = len(portfolio.clients) > 1
    columns = (
        *((_("Client"),) if several else ()),
        _("Account"),
        _("Platform"),
        _("Name"),
        _("Settled"),
        _("Left"),
        _("Awaited"),
        _("To review"),
        _("Last step"),
        *((_("Requests"),) if any(one.requests for one in portfolio.holdings) else ()),
        *((_("Responsible"),) if any(one.owner for one in portfolio.holdings) else ()),
        *((_("By"),) if any(one.due for one in portfolio.holdings) else ()),
        *((_("Tags"),) if any(one.tags for one in portfolio.holdings) else ()),
        *((_("Against the policy"),) if any(one.deviations is not None for one in portfolio.holdings) else ()),
    )
    rows = tuple(
        (*((one.client,) if several else ()), *_cells(one), *_charged(one, columns)) for one in portfolio.holdings
    )
    return Table(columns, rows, tuple(number + several for number in (3, 4, 5, 6)))


def _cells(one: Holding) -> tuple[str, ...]:
    return (
        one.account,
        one.platform_name,
        one.handle,
        progress_words(one.settled, one.counted),
        str(one.left),
        str(one.waiting),
        str(one.to_review),
        long_date(one.last_act) if one.last_act else "",
    )


def _charged(one: Holding, columns: Container[str]) -> Iterator[str]:
    """The cells of the columns that a table has only if needed: requests, responsible, day, tags, policy."""
    if _("Requests") in columns:
        yield open_words(one.requests, one.overdue)
    if _("Responsible") in columns:
        yield one.owner
    if _("By") in columns:
        yield long_date(one.due) if one.due else ""
    if _("Tags") in columns:
        yield tags_words(one.tags)
    if _("Against the policy") in columns:
        yield "" if one.deviations is None else deviation_words(one.deviations, one.to_look_at or 0)


def _requests(portfolio: Portfolio) -> Iterator[Block]:
    """The open requests, those that are late first."""
    if not portfolio.requests:
        return
    several = len(portfolio.clients) > 1
    yield Heading(_("Requests"))
    yield Table(
        (*((_("Client"),) if several else ()), _("Request"), _("Right"), _("Company"), _("Where it stands"), _("By")),
        tuple(
            (
                *((one.client,) if several else ()),
                *(one.request, one.title, one.company, standing_of(one, portfolio.as_of)),
                long_date(one.awaited) if one.awaited else "",
            )
            for one in portfolio.requests
        ),
    )

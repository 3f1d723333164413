"""The portfolio: many accounts at a glance, of one client or of several, and which of them are behind."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from msgspec import Struct

from consentui.checklist.standing import Standing
from consentui.i18n import _
from consentui.i18n.dates import long_date
from consentui.knowledge.ages import joined
from consentui.report.document import Bar, Block, Chart, Document, Heading, Paragraph, Table
from consentui.report.kinds.accounts import Report, Section
from consentui.report.kinds.frame import Framed, confidentiality, limits, preamble, progress_words, settled_words


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
    """Items for which an answer is awaited."""
    to_review: int
    left: int
    """Items that the person has to act on."""
    last_act: date | None


class Share(Struct, frozen=True):
    """How much is settled of a client, or of a platform."""

    name: str
    accounts: int
    settled: int
    counted: int


class Portfolio(Framed, frozen=True):
    """The accounts of all clients, those with the most left first."""

    settled: int
    counted: int
    clients: tuple[Share, ...]
    platforms: tuple[Share, ...]
    holdings: tuple[Holding, ...]
    old_facts: int


def build(reports: Mapping[str, Report]) -> Portfolio:
    """The portfolio of the reports of one day, each under its client's name; there is at least one."""
    first = next(iter(reports.values()))
    holdings = [_holding(client, section) for client, report in reports.items() for section in report.sections]
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
        _by_client(reports, holdings),
        _by_platform(holdings),
        tuple(sorted(holdings, key=lambda one: (-one.left, one.client, one.platform_name, one.account))),
        sum(line.facts_are_old for line in lines),
    )


def document(portfolio: Portfolio) -> Document:
    """Charts by client and by platform, then every account in a table."""
    return Document(
        _("Portfolio"),
        portfolio.language,
        portfolio.as_of,
        (
            *preamble(portfolio),
            Paragraph(settled_words(portfolio.settled, portfolio.counted, len(portfolio.holdings))),
            *_charts(portfolio),
            Heading(_("Accounts")),
            _table(portfolio),
            *limits(portfolio.version, portfolio.old_facts),
        ),
        confidentiality(portfolio.names),
    )


def _holding(client: str, section: Section) -> Holding:
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
    )


def _by_client(clients: Iterable[str], holdings: Iterable[Holding]) -> tuple[Share, ...]:
    """The share of each client, of those without an account too."""
    found: dict[str, list[Holding]] = {client: [] for client in clients}
    for one in holdings:
        found[one.client].append(one)
    return tuple(_share(client, its) for client, its in found.items())


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
    bars = (Bar(one.name, one.settled, one.counted, progress_words(one.settled, one.counted)) for one in shares)
    return Chart(title, tuple(bars))


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
        _("To look at again"),
        _("Last act"),
    )
    rows = tuple((*((one.client,) if several else ()), *_cells(one)) for one in portfolio.holdings)
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

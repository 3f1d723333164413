"""The page for a board: where it stands otherwise than the policy wants, who is responsible, by when, on what facts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from msgspec import Struct

from consentui.checklist.policy import Compared, Deviation, Want
from consentui.checklist.standing import Standing
from consentui.i18n import Language, _, ngettext
from consentui.i18n.dates import long_date
from consentui.report.document import Block, Document, Heading, Paragraph, Particulars, Table
from consentui.report.kinds.accounts import AccountView, facts_of
from consentui.report.kinds.frame import Framed, confidentiality, preamble
from consentui.report.kinds.mask import Names, shown_handle
from consentui.words.ages import checked_words
from consentui.words.groups import accounts_words
from consentui.words.policy import compared_words, want_name

MOST_PEOPLE, MOST_CONTROLS = 6, 6
"""So many rows are on the page: it is one page. The rest is counted there, and is all in the CSV and the JSON."""
_MOST_NAMED = 2
"""So many accounts are named in a row; more are counted."""


class Departure(Struct, frozen=True):
    """A control of an account that stands otherwise than the policy wants it."""

    account: str
    platform: str
    platform_name: str
    handle: str
    client: str
    owner: str
    """Who looks after the account, where that was said."""
    due: date | None
    """By when what is left of the account is to be done, where that was said."""
    control: str
    title: str
    want: Want
    standing: Standing
    facts_verified_on: date
    tags: tuple[str, ...] = ()
    """Those of the account."""


class Responsible(Struct, frozen=True):
    """Somebody who looks after accounts; without a name, those that nobody is said to look after."""

    owner: str
    accounts: int
    departures: int
    due: date | None
    """The first day by which something of theirs is to be done."""
    is_late: bool


class Board(Framed, frozen=True):
    """What a policy comes to on a day."""

    accounts: int
    named: int
    """How many controls the policy is about."""
    departures: tuple[Departure, ...]
    responsible: tuple[Responsible, ...]


def build(
    views: Sequence[AccountView],
    compared: Compared,
    *,
    as_of: date,
    language: Language,
    country: str,
    names: Names,
    version: str,
) -> Board:
    """The page as of a day, in the language spoken now: first what is late, then what is due first."""
    found = sorted((_departure(one, language, names) for one in compared.deviations), key=_urgency)
    return Board(
        as_of,
        language,
        country,
        names,
        version,
        facts_of(views, as_of),
        len(views),
        compared.named,
        tuple(found),
        _responsible(views, found, as_of),
    )


def document(board: Board) -> Document:
    """One page: the counts, who is responsible, the first of what stands otherwise."""
    facts = (
        (_("Accounts"), str(board.accounts)),
        (_("Controls that the policy is about"), str(board.named)),
        (_("Stand otherwise"), str(len(board.departures))),
        (_("What is known of the platforms"), checked_words(board.facts, board.as_of)),
    )
    return Document(
        _("Policy: where it stands"),
        board.language,
        board.as_of,
        (
            *preamble(board),
            Paragraph(compared_words(board.named, len(board.departures))),
            Particulars(facts),
            *_people(board),
            *_departures(board),
            Paragraph(
                " ".join(
                    (
                        _("What is settled is so by what was written down; nothing here is a promise of a platform’s."),
                        _("Written by consentui {version}.").format(version=board.version),
                    )
                )
            ),
        ),
        confidentiality(board.names),
    )


def _departure(one: Deviation, language: Language, names: Names) -> Departure:
    account, control = one.item.account, one.item.control
    return Departure(
        account.id,
        account.platform,
        one.item.platform.name_in(language),
        shown_handle(account.handle, names),
        account.client,
        account.owner,
        account.due,
        control.id,
        control.title.in_language(language),
        one.want,
        one.item.standing,
        control.verified_on,
        account.tags,
    )


def _urgency(one: Departure) -> tuple[date, str, str, str]:
    return one.due or date.max, one.owner, one.platform_name, one.account


def _responsible(views: Iterable[AccountView], departures: Iterable[Departure], as_of: date) -> tuple[Responsible, ...]:
    """Those with the most that stands otherwise first."""
    accounts = Counter(view.account.owner for view in views)
    theirs: dict[str, list[Departure]] = {owner: [] for owner in accounts}
    for one in departures:
        theirs[one.owner].append(one)
    found = []
    for owner, its in theirs.items():
        due = min((one.due for one in its if one.due), default=None)
        found.append(Responsible(owner, accounts[owner], len(its), due, due is not None and due < as_of))
    return tuple(sorted(found, key=lambda one: (-one.departures, one.owner)))


def _people(board: Board) -> Iterator[Block]:
    if not board.responsible:
        return
    yield Heading(_("Who is responsible, by when"))
    yield Table(
        (_("Responsible"), _("Accounts"), _("Stand otherwise"), _("By")),
        tuple(
            (one.owner or _("nobody named"), str(one.accounts), str(one.departures), _by(one.due, board.as_of))
            for one in board.responsible[:MOST_PEOPLE]
        ),
        (1, 2),
    )
    yield from _rest(len(board.responsible) - MOST_PEOPLE)


def _departures(board: Board) -> Iterator[Block]:
    if not board.departures:
        return
    alike: dict[tuple[str, str, Want], list[Departure]] = {}
    for one in board.departures:
        alike.setdefault((one.platform, one.control, one.want), []).append(one)
    rows = [_row(found, board.as_of) for found in alike.values()]
    yield Heading(_("What stands otherwise"))
    yield Table((_("Control"), _("Policy"), _("Accounts"), _("By")), tuple(rows[:MOST_CONTROLS]))
    yield from _rest(len(rows) - MOST_CONTROLS)


def _row(alike: Sequence[Departure], as_of: date) -> tuple[str, ...]:
    """One control of several accounts; the first of them is due first."""
    first = alike[0]
    whose = [one.handle or one.account for one in alike]
    return (
        f"{first.platform_name} · {first.title}",
        want_name(first.want),
        ", ".join(whose) if len(whose) <= _MOST_NAMED else accounts_words(len(whose)),
        _by(first.due, as_of),
    )


def _by(due: date | None, as_of: date) -> str:
    if due is None:
        return ""
    return _("{date}, overdue").format(date=long_date(due)) if due < as_of else long_date(due)


def _rest(more: int) -> Iterator[Block]:
    if more > 0:
        yield Paragraph(
            ngettext("… and {count} more.", "… and {count} more; the CSV has them all.", more).format(count=more)
        )

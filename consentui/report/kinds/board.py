"""The page for a board: what deviates from the policy, who is responsible, by when, and how old the facts are."""

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
from consentui.report.kinds.requests import Request, open_words
from consentui.words.ages import checked_words
from consentui.words.groups import accounts_words
from consentui.words.policy import compared_words, deviation_words, want_name

MOST_PEOPLE, MOST_CONTROLS = 5, 5
"""How many people and controls are shown, so that it stays one page. The rest is counted; CSV and JSON have all."""
_MOST_NAMED = 2
"""How many accounts a row may name; more are only counted."""


class Departure(Struct, frozen=True):
    """A control of an account that is not as the policy wants it."""

    account: str
    platform: str
    platform_name: str
    handle: str
    client: str
    owner: str
    """Who looks after the account; empty if that was not said."""
    due: date | None
    """The day by which what is left of the account is to be done; None if that was not said."""
    control: str
    title: str
    want: Want
    standing: Standing
    facts_verified_on: date
    tags: tuple[str, ...] = ()
    """The tags of the account."""
    to_look_at: bool = False
    """Whether it has yet to be checked, or checked again, so that nothing shows that it really deviates."""


class Responsible(Struct, frozen=True):
    """Someone who looks after accounts; the name is empty for accounts that nobody is said to look after."""

    owner: str
    accounts: int
    departures: int
    """How many checked controls of these accounts deviate from the policy."""
    due: date | None
    """The earliest day by which any of this is to be done; None if no day is set."""
    is_late: bool
    to_look_at: int = 0
    """How many controls of these accounts have yet to be checked."""


class Board(Framed, frozen=True):
    """How the accounts compare with a policy on a day."""

    accounts: int
    named: int
    """How many controls the policy is about."""
    departures: tuple[Departure, ...]
    """Checked controls that deviate first, then those that have yet to be checked."""
    responsible: tuple[Responsible, ...]
    requests: int = 0
    """How many requests to companies are open."""
    overdue: int = 0
    """How many of these are late in being answered."""

    @property
    def to_look_at(self) -> int:
        """How many controls that may deviate have yet to be checked."""
        return sum(one.to_look_at for one in self.departures)

    @property
    def deviating(self) -> int:
        """How many of the checked controls deviate from the policy."""
        return len(self.departures) - self.to_look_at


def build(
    views: Sequence[AccountView],
    compared: Compared,
    *,
    as_of: date,
    language: Language,
    country: str,
    names: Names,
    version: str,
    requests: Sequence[Request] = (),
) -> Board:
    """The page as of a day, in the current language, with what is due earliest first."""
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
        sum(one.is_running for one in requests),
        sum(one.is_late for one in requests),
    )


def document(board: Board) -> Document:
    """One page: the counts, who is responsible, and the most urgent of what deviates."""
    facts = (
        (_("Accounts"), str(board.accounts)),
        (_("Controls covered by the policy"), str(board.named)),
        (_("Against the policy"), deviation_words(board.deviating, board.to_look_at) or _("none deviates")),
        *(((_("Requests"), open_words(board.requests, board.overdue)),) if board.requests else ()),
        (_("What is known about the platforms"), checked_words(board.facts, board.as_of)),
    )
    return Document(
        _("Policy: where it stands"),
        board.language,
        board.as_of,
        (
            *preamble(board),
            Paragraph(compared_words(board.named, board.deviating, board.to_look_at)),
            Particulars(facts),
            *_people(board),
            *_departures(board),
            Paragraph(
                " ".join(
                    (
                        _("“Settled” rests on what was recorded; nothing here is a promise by a platform."),
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
        one.is_to_look_at,
    )


def _urgency(one: Departure) -> tuple[bool, date, str, str, str]:
    return one.to_look_at, one.due or date.max, one.owner, one.platform_name, one.account


def _responsible(views: Iterable[AccountView], departures: Iterable[Departure], as_of: date) -> tuple[Responsible, ...]:
    """The people responsible, those with the most deviations first."""
    accounts = Counter(view.account.owner for view in views)
    theirs: dict[str, list[Departure]] = {owner: [] for owner in accounts}
    for one in departures:
        theirs[one.owner].append(one)
    found = []
    for owner, its in theirs.items():
        due = min((one.due for one in its if one.due), default=None)
        left = sum(one.to_look_at for one in its)
        found.append(Responsible(owner, accounts[owner], len(its) - left, due, due is not None and due < as_of, left))
    return tuple(sorted(found, key=lambda one: (-one.departures, -one.to_look_at, one.owner)))


def _people(board: Board) -> Iterator[Block]:
    if not board.responsible:
        return
    yield Heading(_("Who is responsible, by when"))
    yield Table(
        (_("Responsible"), _("Accounts"), _("Deviates"), _("Not looked at yet"), _("By")),
        tuple(
            (
                one.owner or _("nobody named"),
                *map(str, (one.accounts, one.departures, one.to_look_at)),
                _by(one.due, board.as_of),
            )
            for one in board.responsible[:MOST_PEOPLE]
        ),
        (1, 2, 3),
    )
    yield from _rest(len(board.responsible) - MOST_PEOPLE)


def _departures(board: Board) -> Iterator[Block]:
    """What deviates, and below it what has yet to be checked, in `MOST_CONTROLS` rows at most."""
    alike: dict[tuple[bool, str, str, Want], list[Departure]] = {}
    for one in board.departures:
        alike.setdefault((one.to_look_at, one.platform, one.control, one.want), []).append(one)
    most = MOST_CONTROLS
    for is_to_look_at, title in ((False, _("What deviates")), (True, _("Not looked at yet"))):
        rows = [_row(found, board.as_of) for key, found in alike.items() if key[0] is is_to_look_at]
        if rows:
            yield Heading(title)
            shown = tuple(rows[:most])
            if shown:
                yield Table((_("Control"), _("Policy"), _("Accounts"), _("By")), shown)
            yield from _rest(len(rows) - len(shown))
            most -= len(shown)


def _row(alike: Sequence[Departure], as_of: date) -> tuple[str, ...]:
    """The row of one control of several accounts, the first of which is due first."""
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

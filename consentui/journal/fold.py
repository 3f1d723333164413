"""What a journal adds up to: the ledger of accounts and of what is known of each of their controls.

The order of entries is the order of their ids, so journals merged in any order fold to the same ledger.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from operator import lt
from typing import TypeGuard, TypeVar, get_args

from msgspec import Struct
from msgspec.structs import replace

from consentui.journal.entries import (
    AboutControl,
    AboutRequest,
    AccountAdded,
    AccountDue,
    AccountEdited,
    AccountRemoved,
    AccountTagged,
    AccountType,
    Entry,
    MailChecked,
    RequestOpened,
    Stated,
    Undone,
)
from consentui.journal.ids import TIMELESS, in_order
from consentui.journal.newer import Newer, Newers, withheld_for
from consentui.journal.openings import Openings, openings_in
from consentui.journal.tags import tagged
from consentui.text import clean_line

Stamped = TypeVar("Stamped", bound=Entry)
Item = TypeVar("Item")
_ABOUT_CONTROL, _ABOUT_REQUEST = frozenset(get_args(AboutControl)), frozenset(get_args(AboutRequest))


class Account(Struct, frozen=True):
    """One person's presence on a platform."""

    id: str
    platform: str
    handle: str
    account_type: AccountType
    added: datetime
    owner: str = ""
    """Who looks after it, where that was said."""
    client: str = ""
    """For whom, where that was said."""
    due: date | None = None
    """By when what is left is to be done, where that was said."""
    tags: tuple[str, ...] = ()
    """Sorted."""


class Ledger(Struct, frozen=True):
    """Accounts in the order they were added, and the entries in force about each of their controls."""

    accounts: dict[str, Account]
    by_account: dict[str, dict[str, tuple[AboutControl, ...]]]
    requests: dict[str, tuple[AboutRequest, ...]] = {}
    """The entries in force about each request, oldest first, in the order in which requests were opened.

    Each has the reference that its request is called by, which may not be the one it was written with.
    """
    unclear: tuple[AboutRequest, ...] = ()
    """The entries in force that may be about one of several requests."""
    openings: Openings = Openings({}, {}, {})
    """All requests that were ever begun."""
    newers: Newers = Newers()
    """What a newer consentui wrote, and what is withheld for it."""
    stated: dict[str, tuple[Stated, ...]] = {}
    """What the platforms' own files were seen to say about the person, by account, oldest first."""
    former: dict[str, Account] = {}
    """Accounts that were taken off the list, as they last stood: requests about them still name them."""
    mails: dict[str, MailChecked] = {}
    """What the signature of each mail came to when it was last checked, by the SHA-256 of the mail."""

    def about(self, account: str, control: str) -> tuple[AboutControl, ...]:
        """The entries in force for one control of an account, oldest first."""
        return self.by_account.get(account, {}).get(control, ())

    def is_withheld(self, reference: str) -> bool:
        """Whether a newer consentui wrote about a request what may change where it stands."""
        opened = next((one.id for one in self.requests.get(reference, ()) if isinstance(one, RequestOpened)), "")
        given = (given for given, several in self.openings.given.items() if opened in {one.id for one in several})
        return not self.newers.requests.isdisjoint({reference, opened, *given} - {""})


def fold(entries: Iterable[Entry], newer: Iterable[Newer] = ()) -> Ledger:
    """The ledger of these entries, and of what a newer consentui wrote beside them."""
    accounts: dict[str, Account] = {}
    by_account: dict[str, dict[str, list[AboutControl]]] = defaultdict(lambda: defaultdict(list))
    requests: dict[str, list[AboutRequest]] = defaultdict(list)
    stated: dict[str, list[Stated]] = defaultdict(list)
    former: dict[str, Account] = {}
    mails: dict[str, MailChecked] = {}
    unclear: list[AboutRequest] = []
    about_controls, others = _apart(_ordered(entries))
    taken_back = _taken_back(others)
    for about in _standing(about_controls, taken_back):
        by_account[about.account][about.control].append(about)
    standing = _standing(others, taken_back)
    openings = openings_in(others, standing)
    for entry in standing:
        if _is_about_request(entry):
            reference = openings.reference_of(entry)
            if reference is None:
                unclear.append(entry)
                continue
            called = entry if entry.request == reference else replace(entry, request=reference)
            requests[reference].append(called)
        elif isinstance(entry, Stated):
            stated[entry.account].append(entry)
        elif isinstance(entry, MailChecked):
            mails[entry.mail] = entry
        else:
            _apply_to_accounts(accounts, former, entry)
    newers = withheld_for(newer, (*others, *about_controls), taken_back)
    controls = {account: _settled(lists) for account, lists in by_account.items()}
    settled, said = _settled(requests), _settled(stated)
    return Ledger(accounts, controls, settled, tuple(unclear), openings, newers, said, former, mails)


def _settled(lists: Mapping[str, list[Item]]) -> dict[str, tuple[Item, ...]]:
    """What was gathered one by one, for good: a tuple with one more at each step takes the square of their number."""
    return {name: tuple(items) for name, items in lists.items()}


def extended(ledger: Ledger, entries: Iterable[AboutControl]) -> Ledger:
    """The ledger with more entries, newer than all it holds: the same as folding anew, in next to no time."""
    by_account = dict(ledger.by_account)
    for entry in entries:
        controls = by_account.get(entry.account, {})
        about = (*controls.get(entry.control, ()), entry)
        by_account[entry.account] = {**controls, entry.control: about}
    return replace(ledger, by_account=by_account)


def in_force(entries: Iterable[Entry]) -> list[Entry]:
    """The entries that were not taken back, each once, oldest first; without the `undone` ones.

    Whether an `undone` is itself taken back is only known from later ones, so these are looked at first.
    """
    ordered = _ordered(entries)
    return _standing(ordered, _taken_back(ordered))


def last_taken_back(entries: Iterable[Entry]) -> Undone | None:
    """The `undone` that can itself be taken back: the newest in force, if nothing else was written down after it."""
    ordered = _ordered(entries)
    undone = {entry.id for entry in ordered if isinstance(entry, Undone)}
    put_back: set[str] = set()
    for entry in reversed(ordered):
        if not isinstance(entry, Undone):
            return None
        if entry.id in put_back:
            continue
        if entry.entry not in undone:
            return entry
        put_back.add(entry.entry)
    return None


def _ordered(entries: Iterable[Entry]) -> list[Entry]:
    entries = list(entries)
    ids = [entry.id for entry in entries]
    # As one program writes them: nothing came twice, and nothing came late.
    if all(map(lt, ids, ids[1:])) and (not ids or ids[-1] < TIMELESS):
        return entries
    return in_order({entry.id: entry for entry in entries}.values())


def _taken_back(ordered: Sequence[Entry]) -> frozenset[str]:
    taken_back: set[str] = set()
    for entry in reversed(ordered):
        if isinstance(entry, Undone) and entry.id not in taken_back:
            taken_back.add(entry.entry)
    return frozenset(taken_back)


def _standing(ordered: Sequence[Stamped], taken_back: frozenset[str]) -> list[Stamped]:
    if not taken_back:
        return [*ordered]
    return [
        entry
        for entry in ordered
        if not isinstance(entry, Undone) and entry.id not in taken_back and entry.batch not in taken_back
    ]


def _apart(entries: Iterable[Entry]) -> tuple[list[AboutControl], list[Entry]]:
    """The entries about controls, which nearly all are, and the others, of which more is asked."""
    about_controls: list[AboutControl] = []
    others: list[Entry] = []
    for entry in entries:
        if _is_about_control(entry):
            about_controls.append(entry)
        else:
            others.append(entry)
    return about_controls, others


def _is_about_control(entry: Entry) -> TypeGuard[AboutControl]:
    """Looked up: to ask an entry whether it is of one of five types takes longer than all the rest."""
    return type(entry) in _ABOUT_CONTROL


def _is_about_request(entry: Entry) -> TypeGuard[AboutRequest]:
    """Looked up, for the same reason."""
    return type(entry) in _ABOUT_REQUEST


def account_ids(entries: Iterable[Entry]) -> frozenset[str]:
    """Every account id ever given, so that none is given twice."""
    return frozenset(entry.account for entry in entries if isinstance(entry, AccountAdded))


def _apply_to_accounts(accounts: dict[str, Account], former: dict[str, Account], entry: Entry) -> None:
    match entry:
        case AccountAdded():
            accounts[entry.account] = Account(
                entry.account,
                entry.platform,
                clean_line(entry.handle),
                entry.account_type,
                entry.at,
                clean_line(entry.owner),
                clean_line(entry.client),
            )
        case AccountEdited() if entry.account in accounts:
            before = accounts[entry.account]
            accounts[entry.account] = replace(
                before,
                handle=before.handle if entry.handle is None else clean_line(entry.handle),
                account_type=entry.account_type or before.account_type,
                owner=before.owner if entry.owner is None else clean_line(entry.owner),
                client=before.client if entry.client is None else clean_line(entry.client),
            )
        case AccountDue() if entry.account in accounts:
            accounts[entry.account] = replace(accounts[entry.account], due=entry.by)
        case AccountTagged() if entry.account in accounts:
            before = accounts[entry.account]
            accounts[entry.account] = replace(before, tags=tagged(before.tags, entry.added, entry.removed))
        case AccountRemoved() if entry.account in accounts:
            former[entry.account] = accounts.pop(entry.account)

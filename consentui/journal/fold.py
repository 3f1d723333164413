"""What a journal adds up to: the ledger of the accounts, their controls and the requests.

Entries are folded in the order of their ids, so that journals merged in any order give the same ledger.
"""

from __future__ import annotations

from collections import ChainMap, defaultdict
from collections.abc import Iterable, Mapping, MutableMapping, Sequence
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
Controls = dict[str, tuple[AboutControl, ...]]
"""The entries about each control of one account, by its id, oldest first."""
ByAccount = MutableMapping[str, Controls]
_RECENT = 100
"""How many accounts may have changed lately before they are put with the rest."""
_ABOUT_CONTROL, _ABOUT_REQUEST = frozenset(get_args(AboutControl)), frozenset(get_args(AboutRequest))


class Account(Struct, frozen=True):
    """One person's presence on a platform."""

    id: str
    platform: str
    handle: str
    account_type: AccountType
    added: datetime
    owner: str = ""
    """Who looks after it; empty if not given."""
    client: str = ""
    """For whom it is looked after; empty if not given."""
    due: date | None = None
    """The day by which the rest is to be done; None if not given."""
    tags: tuple[str, ...] = ()
    """Sorted."""


class Ledger(Struct, frozen=True):
    """The followed accounts in the order in which they were added, with the entries in force about them."""

    accounts: dict[str, Account]
    by_account: ByAccount
    requests: dict[str, tuple[AboutRequest, ...]] = {}
    """The entries in force about each request by its reference, oldest first; requests in the order they were opened.

    Each entry carries the reference by which its request is called now, which may not be the one it was written with.
    """
    unclear: tuple[AboutRequest, ...] = ()
    """The entries in force that may belong to any of several requests with the same reference."""
    openings: Openings = Openings({}, {}, {})
    """All requests that were ever opened."""
    newers: Newers = Newers()
    """What a newer consentui wrote, and what is withheld because of it."""
    stated: dict[str, tuple[Stated, ...]] = {}
    """What the platforms' own files were seen to say about the person, by account, oldest first."""
    former: dict[str, Account] = {}
    """Removed accounts as they last were, since requests about them still name them."""
    mails: dict[str, MailChecked] = {}
    """The last check of each mail's signature, by the SHA-256 of the mail."""

    def about(self, account: str, control: str) -> tuple[AboutControl, ...]:
        """The entries in force about one control of an account, oldest first."""
        return self.by_account.get(account, {}).get(control, ())

    def is_withheld(self, reference: str) -> bool:
        """Whether a newer consentui wrote something about a request that may change its standing."""
        opened = next((one.id for one in self.requests.get(reference, ()) if isinstance(one, RequestOpened)), "")
        given = (given for given, several in self.openings.given.items() if opened in {one.id for one in several})
        return not self.newers.requests.isdisjoint({reference, opened, *given} - {""})


def fold(entries: Iterable[Entry], newer: Iterable[Newer] = ()) -> Ledger:
    """The ledger of these entries and of those that a newer consentui wrote."""
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
    """The gathered lists as tuples; tuples extended one item at a time would take quadratic time."""
    return {name: tuple(items) for name, items in lists.items()}


def extended(ledger: Ledger, entries: Iterable[AboutControl]) -> Ledger:
    """The ledger with more entries, which must be newer than all it holds: as folding anew would give, far faster.

    What changed lately has a small layer of its own: to copy ten thousand accounts takes a third of a whole save.
    """
    recent, old = _layers(ledger.by_account)
    for entry in entries:
        controls = recent.get(entry.account) or old.get(entry.account, {})
        about = (*controls.get(entry.control, ()), entry)
        recent[entry.account] = {**controls, entry.control: about}
    return replace(ledger, by_account=ChainMap(recent, old))


def _layers(by_account: ByAccount) -> tuple[ByAccount, ByAccount]:
    """A copy of what changed lately, and the rest, which is never changed."""
    recent, old = by_account.maps if isinstance(by_account, ChainMap) else ({}, by_account)
    return ({**recent}, old) if len(recent) < _RECENT else ({}, {**old, **recent})


def in_force(entries: Iterable[Entry]) -> list[Entry]:
    """The entries that were not taken back, each once, oldest first, without the `undone` entries themselves.

    Whether an `undone` is itself taken back depends on later entries, so the newest are examined first.
    """
    ordered = _ordered(entries)
    return _standing(ordered, _taken_back(ordered))


def last_taken_back(entries: Iterable[Entry]) -> Undone | None:
    """The `undone` entry that can itself be taken back: the newest in force, if only `undone` entries come after it."""
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
    # The usual case of a single writer: no duplicates, and nothing out of order.
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
    """The entries about controls, usually nearly all, and the others, which need more checks."""
    about_controls: list[AboutControl] = []
    others: list[Entry] = []
    for entry in entries:
        if _is_about_control(entry):
            about_controls.append(entry)
        else:
            others.append(entry)
    return about_controls, others


def _is_about_control(entry: Entry) -> TypeGuard[AboutControl]:
    """Whether an entry is about a control; by its exact type, since `isinstance` with five types dominates a fold."""
    return type(entry) in _ABOUT_CONTROL


def _is_about_request(entry: Entry) -> TypeGuard[AboutRequest]:
    """Whether an entry is about a request; by its exact type, for the same reason."""
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

"""One person's consentui at work: their preferences, the knowledge base and their journal, ready to use.

Both the commands and the interface go through here; neither reads or writes a file of its own.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from consentui import clock
from consentui.bundled import data_folder
from consentui.checklist.availability import usual_account_type
from consentui.checklist.items import Item, items_of
from consentui.checklist.outcomes import suitable_outcomes
from consentui.checklist.standing import Standing
from consentui.checklist.ways import AnotherControl, Way, ways_on
from consentui.errors import UsageError
from consentui.i18n import Language, _, guess_country, guess_language, language
from consentui.journal import file
from consentui.journal.entries import (
    AboutControl,
    AccountAdded,
    AccountEdited,
    AccountRemoved,
    AccountType,
    Decided,
    Decision,
    Entry,
    Noted,
    Outcome,
    Recorded,
    Surface,
    Undone,
)
from consentui.journal.fold import Account, Ledger, account_ids, extended, fold, in_force
from consentui.journal.ids import account_id, entry_id
from consentui.knowledge.base import KnowledgeBase, control_named
from consentui.knowledge.records import Control, Platform
from consentui.profile.input import cleaned_handle, cleaned_note
from consentui.profile.preferences import Config, read_config
from consentui.storage.places import DEFAULT_PROFILE, Folders, profile_folders


class Stamp(NamedTuple):
    """When an entry is written, and its id."""

    at: datetime
    id: str


class Session:
    """One profile, opened. What it shows is what the journal held when it was last read."""

    def __init__(self, folders: Folders, knowledge: KnowledgeBase, config: Config, profile: str) -> None:
        self.folders = folders
        self._journal = folders.journal
        self.knowledge = knowledge
        self.config = config
        self.profile = profile
        self.torn: Path | None = None
        self._entries: list[Entry] = []
        self._read_to = 0
        self._last_id: str | None = None
        self._items: dict[str, tuple[Item, ...]] = {}
        self.ledger: Ledger = fold(())
        self.reload()

    def reload_config(self) -> None:
        """Read the preferences again; raises StorageError when they are not as they should be."""
        self.config = read_config(self.folders.config_file)
        self._items.clear()

    @property
    def language(self) -> Language:
        return self.config.language or guess_language()

    @property
    def country(self) -> str:
        """The person's country, an empty text when neither they nor the system say."""
        if self.config.country is not None:
            return self.config.country
        return guess_country() or ""

    @property
    def is_new(self) -> bool:
        """Whether nothing was ever written for this profile."""
        return not self._entries

    def reload(self) -> None:
        """Read the journal again; raises StorageError when it cannot be understood."""
        reading = file.read(self._journal)
        self.torn = reading.torn or self.torn
        self._read_to = reading.length
        self._entries = list(reading.entries)
        self._last_id = max((entry.id for entry in reading.entries), default=None)
        self.ledger = fold(reading.entries)
        self._items.clear()

    def reload_if_changed(self) -> bool:
        """Read the journal again if another program added to it, and say whether one did."""
        if self._journal_length() == self._read_to:
            return False
        self.reload()
        return True

    # What there is

    @property
    def accounts(self) -> tuple[Account, ...]:
        return tuple(self.ledger.accounts.values())

    @property
    def entries(self) -> Sequence[Entry]:
        """All that was written down, in the order of the file."""
        return self._entries

    @property
    def platform_ids(self) -> tuple[str, ...]:
        """The ids of the known platforms on which the person has accounts, sorted."""
        return tuple(sorted({account.platform for account in self.accounts}.intersection(self.knowledge.ids)))

    def platform_of(self, account: Account) -> Platform | None:
        """The platform of an account, None when this knowledge base does not know it."""
        return self.knowledge.platform(account.platform) if account.platform in self.knowledge.ids else None

    def items(self, account: Account) -> tuple[Item, ...]:
        """The checklist of an account; empty for a platform that is not known."""
        if account.id not in self._items:
            platform = self.platform_of(account)
            self._items[account.id] = self._items_on(account, platform) if platform else ()
        return self._items[account.id]

    def settled_refs(self, account: Account) -> frozenset[str]:
        """The references of the controls settled on the account and where its platform's shared settings are."""
        platform = self.platform_of(account)
        shared = [other for other in self.accounts if platform and other.platform == platform.companion]
        return frozenset(item.ref for one in (account, *shared) for item in self.items(one) if item.is_settled)

    def all_items(self) -> tuple[Item, ...]:
        """The checklists of all accounts, one after the other."""
        return tuple(item for account in self.accounts for item in self.items(account))

    def account(self, word: str) -> Account:
        """The account of this id, handle, or platform where there is but one.

        Raises UsageError with the nearest name, or with the candidates when several fit.
        """
        if word in self.ledger.accounts:
            return self.ledger.accounts[word]
        by_handle = [account for account in self.accounts if account.handle and _bare(account.handle) == _bare(word)]
        found = by_handle or [account for account in self.accounts if account.platform == word]
        if len(found) == 1:
            return found[0]
        raise _no_such_account(word, found, self.accounts)

    def control(self, account: Account, word: str) -> Control:
        """The control of the account's platform by this name; raises UsageError with the nearest."""
        return control_named(self.knowledge.platform(account.platform), word)

    def ways_on(self, item: Item) -> tuple[Way, ...]:
        """What to try next for a control that failed, best first; nothing that the account does not have."""
        here = {other.ref for other in self.items(item.account)}
        found = ways_on(
            item.control,
            item.platform.controller,
            self.country,
            item.position.failed,
            self.settled_refs(item.account),
        )
        return tuple(way for way in found if not _is_missing(item.platform, way, here))

    def label_seen(self, item: Item) -> str:
        """The label that the person noted last for a control, an empty text where they noted none."""
        about = self.ledger.about(item.account.id, item.control.id)
        seen = (entry.seen for entry in reversed(about) if isinstance(entry, Noted | Recorded) and entry.seen)
        return next(seen, "")

    def title_of(self, entry: AboutControl) -> str:
        """The title of the control that an entry is about, its id where the knowledge base does not know it."""
        account = self.ledger.accounts.get(entry.account)
        platform = self.platform_of(account) if account else None
        controls = platform.control if platform else ()
        return next((c.title.in_language(language()) for c in controls if c.id == entry.control), entry.control)

    # What can be done

    def add_account(self, platform: Platform, handle: str = "", account_type: AccountType | None = None) -> Account:
        """A new account on a platform, of its usual type unless told; raises UsageError for a handle that cannot be."""
        new = account_id(platform.id, account_ids(self._entries))
        stamp = self.stamp()
        entry = AccountAdded(
            at=stamp.at,
            id=stamp.id,
            account=new,
            platform=platform.id,
            handle=cleaned_handle(handle),
            account_type=account_type or usual_account_type(platform),
        )
        self.append(entry)
        return self.ledger.accounts[new]

    def edit_account(
        self, account: Account, handle: str | None = None, account_type: AccountType | None = None
    ) -> Account:
        """The account with a new handle or type; raises UsageError when another program removed it meanwhile."""
        cleaned = None if handle is None else cleaned_handle(handle)
        stamp = self.stamp()
        self.append(
            AccountEdited(at=stamp.at, id=stamp.id, account=account.id, handle=cleaned, account_type=account_type)
        )
        return self.account(account.id)

    def remove_account(self, account: Account) -> None:
        """Take the account off the list; the journal keeps what was recorded, and `undo` brings it back."""
        stamp = self.stamp()
        self.append(AccountRemoved(at=stamp.at, id=stamp.id, account=account.id))

    def record(
        self,
        account: Account,
        control: Control,
        outcome: Outcome,
        *,
        surface: Surface | None = None,
        seen: str = "",
        note: str = "",
    ) -> Recorded:
        """Write down what happened; raises UsageError when the outcome does not suit the control."""
        suitable = suitable_outcomes(control)
        if outcome not in suitable:
            raise UsageError(
                _("“{outcome}” does not suit “{control}”.").format(outcome=outcome, control=control.id),
                way_out=_("Use one of: {choices}.").format(choices=", ".join(suitable)),
            )
        stamp = self.stamp()
        entry = Recorded(
            at=stamp.at,
            id=stamp.id,
            account=account.id,
            control=control.id,
            outcome=outcome,
            surface=surface,
            seen=cleaned_note(seen),
            note=cleaned_note(note),
        )
        self.append(entry)
        return entry

    def decide(self, account: Account, control: Control, decision: Decision, note: str = "") -> Decided:
        stamp = self.stamp()
        entry = Decided(
            at=stamp.at,
            id=stamp.id,
            account=account.id,
            control=control.id,
            decision=decision,
            note=cleaned_note(note),
        )
        self.append(entry)
        return entry

    def note(self, account: Account, control: Control, text: str, seen: str = "") -> Noted:
        stamp = self.stamp()
        entry = Noted(
            at=stamp.at,
            id=stamp.id,
            account=account.id,
            control=control.id,
            note=cleaned_note(text),
            seen=cleaned_note(seen),
        )
        self.append(entry)
        return entry

    def undo(self) -> Entry | None:
        """Take back the last entry in force and give it, or None when there is none."""
        standing = in_force(self._entries)
        if not standing:
            return None
        last = standing[-1]
        stamp = self.stamp()
        self.append(Undone(at=stamp.at, id=stamp.id, entry=last.id))
        return last

    # Within

    def _items_on(self, account: Account, platform: Platform) -> tuple[Item, ...]:
        shared = [other for other in self.accounts if other.platform == platform.companion]
        items = (item for other in shared for item in self.items(other))
        # What is allowed elsewhere stops nothing here, so it takes no other control's place.
        elsewhere = frozenset(item.ref for item in items if item.position.standing is Standing.SETTLED)
        return items_of(account, platform, self.ledger, self.country, clock.today(), elsewhere)

    def append(self, entry: Entry) -> None:
        """Write an entry down, then hold it too; read all anew when another program wrote in between."""
        span = file.append(self._journal, (entry,), self._read_to)
        if span.start != self._read_to:
            self.reload()
            return
        self._read_to = span.end
        self._entries.append(entry)
        self._last_id = entry.id
        if isinstance(entry, AboutControl):
            self.ledger = extended(self.ledger, entry)
            self._forget_items(entry.account)
        else:
            self.ledger = fold(self._entries)
            self._items.clear()

    def _forget_items(self, account_id: str) -> None:
        """Work the checklist of this account out anew, and those of the accounts that share its settings."""
        self._items.pop(account_id, None)
        platform_id = self.ledger.accounts[account_id].platform if account_id in self.ledger.accounts else ""
        for other in [
            one for one, items in self._items.items() if items and items[0].platform.companion == platform_id
        ]:
            del self._items[other]

    def stamp(self) -> Stamp:
        now = clock.now()
        return Stamp(now, entry_id(now, after=self._last_id))

    def _journal_length(self) -> int:
        try:
            return self._journal.stat().st_size
        except OSError:
            return 0


def open_session(profile: str = DEFAULT_PROFILE) -> Session:
    """The session of a profile, with the bundled knowledge base.

    Raises UsageError for a profile's name that cannot be one, StorageError for a journal or preferences
    that cannot be read.
    """
    folders = profile_folders(profile)
    return Session(folders, knowledge_of(folders), read_config(folders.config_file), profile)


def knowledge_of(folders: Folders) -> KnowledgeBase:
    """The bundled knowledge base, joined by the person's own files."""
    return KnowledgeBase(data_folder(), folders.cache, folders.own_knowledge)


def _bare(handle: str) -> str:
    return handle.removeprefix("@").casefold()


def _is_missing(platform: Platform, way: Way, here: set[str]) -> bool:
    """Whether a way leads to a control of the same platform that the account does not have."""
    return isinstance(way, AnotherControl) and way.ref.startswith(f"{platform.id}/") and way.ref not in here


def _no_such_account(word: str, found: Sequence[Account], accounts: Sequence[Account]) -> UsageError:
    from consentui.nearest import nearest

    if found:
        return UsageError(
            _("Several accounts are called “{name}”.").format(name=word),
            way_out=_("Use the id: {ids}.").format(ids=", ".join(account.id for account in found)),
        )
    names = {name: account.id for account in accounts for name in (account.id, account.handle) if name}
    near = nearest(word, names)
    if near:
        way_out = _("Did you mean “{near}”?").format(near=near)
    else:
        way_out = _("“consentui account list” shows them all, “consentui account add” adds one.")
    return UsageError(_("There is no account called “{name}”.").format(name=word), way_out=way_out)

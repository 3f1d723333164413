"""The accounts of a profile: finding them by what people call them, adding, changing and removing them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date
from functools import lru_cache
from typing import overload

from msgspec import Struct

from consentui.checklist.availability import usual_account_type
from consentui.errors import UsageError
from consentui.i18n import _
from consentui.journal.entries import (
    AccountAdded,
    AccountDue,
    AccountEdited,
    AccountRemoved,
    AccountTagged,
    AccountType,
)
from consentui.journal.fold import Account, account_ids
from consentui.journal.ids import account_id
from consentui.journal.tags import tagged
from consentui.knowledge.base import KnowledgeBase, control_named
from consentui.knowledge.records import Control, Platform
from consentui.profile.input import cleaned_handle, cleaned_tags
from consentui.profile.journal import Journal
from consentui.profile.no_such import no_such_account, no_such_client, no_such_control
from consentui.text import findable

_WORD = re.compile(r"[^\W_]+")
_Fact = tuple[type[AccountAdded | AccountTagged], Mapping[str, object]]


class NewAccount(Struct, frozen=True):
    """An account to add: its platform, handle and type, who looks after it (`owner`), and for whom (`client`)."""

    platform: Platform
    handle: str = ""
    account_type: AccountType | None = None
    """None for the platform's usual type."""
    owner: str = ""
    client: str = ""
    tags: tuple[str, ...] = ()


class Accounts(Sequence[Account]):
    """The accounts in the order in which they were added."""

    def __init__(self, journal: Journal, knowledge: KnowledgeBase) -> None:
        self._journal = journal
        self._knowledge = knowledge
        self._sorted_out: dict[str, Account] = {}
        """The ledger's accounts from which `_by_platform` was built."""
        self._by_platform: dict[str, list[Account]] = {}

    @overload
    def __getitem__(self, index: int) -> Account: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Account, ...]: ...
    def __getitem__(self, index: int | slice) -> Account | tuple[Account, ...]:
        return tuple(self._journal.ledger.accounts.values())[index]

    def __iter__(self) -> Iterator[Account]:
        """Iterate over a snapshot, so that removing an account meanwhile skips none of the others."""
        return iter(tuple(self._journal.ledger.accounts.values()))

    def __len__(self) -> int:
        return len(self._journal.ledger.accounts)

    @property
    def platform_ids(self) -> tuple[str, ...]:
        """The ids of the known platforms on which the person has accounts, sorted."""
        return tuple(sorted({account.platform for account in self}.intersection(self._knowledge.ids)))

    def on(self, platform_id: str) -> Sequence[Account]:
        """The accounts on a platform, in the order in which they were added."""
        return self._platforms().get(platform_id, ())

    def sharing_settings_of(self, platform_id: str) -> Iterator[Account]:
        """The accounts on the platforms that have this platform as their companion, which holds settings they share."""
        for other in self._platforms():
            if self._knowledge.knows(other) and self._knowledge.platform(other).companion == platform_id:
                yield from self.on(other)

    def platform_of(self, account: Account) -> Platform | None:
        """The platform of an account, None if the knowledge base does not know it."""
        return self._knowledge.platform(account.platform) if self._knowledge.knows(account.platform) else None

    def with_id(self, account_id: str) -> Account | None:
        """The account with this id, None if there is none or it was removed."""
        return self._journal.ledger.accounts.get(account_id)

    def once_with_id(self, account_id: str) -> Account | None:
        """The account with this id, as it last was if it was removed; None if there never was one."""
        return self.with_id(account_id) or self._journal.ledger.former.get(account_id)

    def matching(self, query: str) -> tuple[Account, ...]:
        """The accounts in whose handle, client, owner and tags every word of the query begins some word.

        A query that names a platform (by id, name, alias or address) also matches all accounts there; one without
        words matches none.
        """
        words = _words(query)
        if not words:
            return ()
        platform = self._knowledge.known_as(query)
        found = ((account, _words_of(account)) for account in self)
        return tuple(
            account
            for account, its in found
            if (platform and account.platform == platform.id)
            or all(any(word.startswith(begun) for word in its) for begun in words)
        )

    @property
    def tags(self) -> tuple[str, ...]:
        """Every tag that an account carries, sorted."""
        return tuple(sorted({tag for account in self for tag in account.tags}))

    def carrying(self, tags: Iterable[str]) -> tuple[Account, ...]:
        """The accounts that carry all of these tags; all accounts if no tag is given.

        Raises UsageError for a tag that no account carries, naming the nearest one.
        """
        wanted = cleaned_tags(" ".join(tags))
        require_tags(wanted, self.tags)
        return self.with_tags(wanted)

    def with_tags(self, tags: Iterable[str]) -> tuple[Account, ...]:
        """The accounts that carry all of these tags; none if some tag is carried by no account."""
        wanted = frozenset(tags)
        return tuple(account for account in self if wanted.issubset(account.tags))

    def called(self, word: str) -> Account:
        """The account with this id or handle, or the only one on the platform with this id.

        Raises UsageError with the nearest name if none fits, or with the candidates if several do.
        """
        found = self._fitting(word)
        if len(found) == 1:
            return found[0]
        raise no_such_account(word, found, self)

    def with_control(self, word: str, control: str) -> tuple[Account, Control]:
        """The account with this id or name and its control; of several, the one whose platform has that control.

        Raises UsageError as `called` and `control` do.
        """
        found = self._fitting(word)
        having = [account for account in found if self._has_control(account, control)] if len(found) > 1 else found
        if len(having) == 1:
            return having[0], self.control(having[0], control)
        raise no_such_account(word, having or found, self)

    def _has_control(self, account: Account, word: str) -> bool:
        platform_id, slash, control_id = word.rpartition("/")
        controls = self._knowledge.platform(account.platform).control
        return (not slash or platform_id == account.platform) and any(one.id == control_id for one in controls)

    def of_client(self, name: str) -> tuple[Account, ...]:
        """The accounts looked after for a client; raises UsageError with the nearest name if there are none."""
        found = tuple(account for account in self if account.client.casefold() == name.casefold())
        if not found:
            raise no_such_client(name, self)
        return found

    def ever_called(self, word: str) -> str:
        """The id of the account that `called` finds, or the word itself if it is the id of a removed account.

        Raises UsageError as `called` does.
        """
        return word if word in account_ids(self._journal.entries) else self.called(word).id

    def id_or_words(self, word: str) -> str:
        """The id of the account that a word names; the word itself if it names none or several."""
        found = self._fitting(word)
        return found[0].id if len(found) == 1 else word

    def _fitting(self, word: str) -> list[Account]:
        if account := self.with_id(word):
            return [account]
        handle = comparable_handle(word)
        by_handle = [account for account in self if account.handle and comparable_handle(account.handle) == handle]
        return by_handle or [account for account in self if account.platform == word]

    def control(self, account: Account, word: str) -> Control:
        """A control of the account's platform by its name; raises UsageError with the nearest name if none fits."""
        return control_named(self._knowledge.platform(account.platform), word)

    def having(self, word: str) -> tuple[Control, tuple[Account, ...]]:
        """The control with this reference or id, and the accounts on its platform.

        Raises UsageError if no account has such a control, or if accounts on several platforms do.
        """
        platform_id, slash, control_id = word.rpartition("/")
        platforms = [self._knowledge.platform(one) for one in self.platform_ids if not slash or one == platform_id]
        found = [(one, control) for one in platforms for control in one.control if control.id == control_id]
        if len(found) > 1:
            refs = ", ".join(f"{platform.id}/{control.id}" for platform, control in found)
            raise UsageError(
                _("Several platforms have a control called “{name}”.").format(name=word),
                way_out=_("Say which: {choices}.").format(choices=refs),
            )
        if not found:
            raise no_such_control(word, platforms or [self._knowledge.platform(one) for one in self.platform_ids])
        platform, control = found[0]
        return control, tuple(self.on(platform.id))

    def add(self, platform: Platform, handle: str = "", account_type: AccountType | None = None) -> Account:
        """Add an account on a platform, of its usual type unless one is given; raises UsageError as `add_all` does."""
        return self.add_all((NewAccount(platform, handle, account_type),))[0]

    def add_all(self, wanted: Iterable[NewAccount]) -> tuple[Account, ...]:
        """Add accounts as one undoable step.

        Raises UsageError for a name or tag that is too long; none is added then.
        """
        cleaned = [(one.platform, *_facts_of(one)) for one in wanted]
        with self._journal.held():
            taken = set(account_ids(self._journal.entries))
            added: list[_Fact] = []
            given: list[_Fact] = []
            for platform, facts, tags in cleaned:
                new_id = account_id(platform.id, taken)
                taken.add(new_id)
                added.append((AccountAdded, {"account": new_id, **facts}))
                if tags:
                    given.append((AccountTagged, {"account": new_id, "added": tags}))
            self._journal.write_together((*added, *given))
            return tuple(self._journal.ledger.accounts[str(facts["account"])] for _kind, facts in added)

    def edit(
        self,
        account: Account,
        handle: str | None = None,
        account_type: AccountType | None = None,
        *,
        owner: str | None = None,
        client: str | None = None,
    ) -> Account:
        """Change an account's handle, type, owner or client, and return it; None leaves a value as it is.

        Raises UsageError for a name that is too long, and if another program removed the account meanwhile.
        """
        names = {"handle": handle, "owner": owner, "client": client}
        cleaned = {key: name if name is None else cleaned_handle(name) for key, name in names.items()}
        with self.held(account):
            self._journal.write(AccountEdited, account=account.id, account_type=account_type, **cleaned)
            return self.called(account.id)

    def set_due(self, accounts: Iterable[Account], by: date | None) -> None:
        """Set the day by which what is left of these accounts is to be done (None for no day), as one undoable step.

        Raises UsageError if another program removed one of them meanwhile.
        """
        wanted = tuple(accounts)
        with self.held(*wanted):
            self._journal.write_all(AccountDue, [{"account": one.id, "by": by} for one in wanted])

    def tag(self, accounts: Iterable[Account], added: str, removed: str = "") -> tuple[Account, ...]:
        """Add and remove tags on these accounts as one undoable step, and return the accounts that changed.

        Both texts list tags as `tags_in` reads them; a tag in both is removed. Raises UsageError for a tag that is too
        long, and if another program removed an account meanwhile.
        """
        taken = cleaned_tags(removed)
        given = tuple(tag for tag in cleaned_tags(added) if tag not in taken)
        with self.held(*(wanted := tuple(accounts))):
            here = [self.called(one.id) for one in wanted]
            changed = [one for one in here if tagged(one.tags, given, taken) != one.tags]
            facts = [
                {
                    "account": one.id,
                    "added": tuple(tag for tag in given if tag not in one.tags),
                    "removed": tuple(tag for tag in taken if tag in one.tags),
                }
                for one in changed
            ]
            self._journal.write_all(AccountTagged, facts)
            return tuple(self.called(one.id) for one in changed)

    def remove(self, account: Account) -> None:
        """Take the account off the list; the journal keeps what was recorded, and `undo` brings it back.

        Raises UsageError if another program removed it meanwhile.
        """
        with self.held(account):
            self._journal.write(AccountRemoved, account=account.id)

    def _platforms(self) -> dict[str, list[Account]]:
        """The accounts by platform, grouped once per ledger: searching the list for each account would be quadratic."""
        accounts = self._journal.ledger.accounts
        if accounts is not self._sorted_out:
            found: dict[str, list[Account]] = {}
            for account in accounts.values():
                found.setdefault(account.platform, []).append(account)
            self._sorted_out, self._by_platform = accounts, found
        return self._by_platform

    @contextmanager
    def held(self, *accounts: Account) -> Iterator[None]:
        """Hold the journal to write about these accounts; raises UsageError if one was removed meanwhile."""
        with self._journal.held():
            for account in accounts:
                if self.with_id(account.id) is None:
                    raise no_such_account(account.id, (), self)
            yield


def _facts_of(wanted: NewAccount) -> tuple[dict[str, object], tuple[str, ...]]:
    """The facts to record of a new account, without its id, and its tags; raises UsageError for what is too long."""
    names = {"handle": wanted.handle, "owner": wanted.owner, "client": wanted.client}
    facts: dict[str, object] = {
        "platform": wanted.platform.id,
        **{key: cleaned_handle(name) for key, name in names.items()},
        "account_type": wanted.account_type or usual_account_type(wanted.platform),
    }
    return facts, cleaned_tags(" ".join(wanted.tags))


def _words(text: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(findable(text)))


@lru_cache(maxsize=100_000)
def _words_of(account: Account) -> tuple[str, ...]:
    """The words an account is found by, cached because every keystroke of a search needs them."""
    return _words(f"{account.handle} {account.client} {account.owner} {' '.join(account.tags)}")


def comparable_handle(handle: str) -> str:
    """A handle as it is compared: without a leading “@”, case-folded."""
    return handle.removeprefix("@").casefold()


def require_tags(wanted: Iterable[str], known: Sequence[str]) -> None:
    """Raise UsageError for a wanted tag that is not known, naming the nearest one."""
    from consentui.nearest import nearest

    for tag in wanted:
        if tag not in known:
            near = nearest(tag, known)
            raise UsageError(
                _("No account has the tag “{tag}”.").format(tag=tag),
                way_out=_("Did you mean “{near}”?").format(near=near)
                if near
                else _("“consentui account tag ACCOUNT +TAG” adds it to one."),
            )

"""The accounts of a profile: found by what people call them, added, changed, taken off the list."""

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
from consentui.text import findable

_WORD = re.compile(r"[^\W_]+")
_Fact = tuple[type[AccountAdded | AccountTagged], Mapping[str, object]]


class NewAccount(Struct, frozen=True):
    """An account to add: on which platform, how it is told from others, of what type, whose it is to look after."""

    platform: Platform
    handle: str = ""
    account_type: AccountType | None = None
    """The platform's usual one where it is not said."""
    owner: str = ""
    client: str = ""
    tags: tuple[str, ...] = ()


class Accounts(Sequence[Account]):
    """The accounts in the order in which they were added."""

    def __init__(self, journal: Journal, knowledge: KnowledgeBase) -> None:
        self._journal = journal
        self._knowledge = knowledge
        self._sorted_out: dict[str, Account] = {}
        """The ledger's accounts that `_by_platform` has."""
        self._by_platform: dict[str, list[Account]] = {}

    @overload
    def __getitem__(self, index: int) -> Account: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Account, ...]: ...
    def __getitem__(self, index: int | slice) -> Account | tuple[Account, ...]:
        return tuple(self._journal.ledger.accounts.values())[index]

    def __iter__(self) -> Iterator[Account]:
        """Those there are now: one that is removed meanwhile makes none be left out."""
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
        """The accounts on the platforms that have part of their settings where this platform has its own."""
        for other in self._platforms():
            if self._knowledge.knows(other) and self._knowledge.platform(other).companion == platform_id:
                yield from self.on(other)

    def platform_of(self, account: Account) -> Platform | None:
        """The platform of an account, None when this knowledge base does not know it."""
        return self._knowledge.platform(account.platform) if self._knowledge.knows(account.platform) else None

    def with_id(self, account_id: str) -> Account | None:
        """The account of this id, None when it was taken off the list."""
        return self._journal.ledger.accounts.get(account_id)

    def once_with_id(self, account_id: str) -> Account | None:
        """The same, as it last stood where it was taken off the list since."""
        return self.with_id(account_id) or self._journal.ledger.former.get(account_id)

    def matching(self, query: str) -> tuple[Account, ...]:
        """The accounts whose name, client, owner or tags have words that begin with each of these; all of a platform's
        by its name or address; none for no word.
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
        """The accounts that carry all of these tags; all accounts for no tag.

        Raises UsageError with the nearest tag for one that no account carries.
        """
        wanted = cleaned_tags(" ".join(tags))
        require_tags(wanted, self.tags)
        return self.with_tags(wanted)

    def with_tags(self, tags: Iterable[str]) -> tuple[Account, ...]:
        """The same, and none at all for a tag that no account carries."""
        wanted = frozenset(tags)
        return tuple(account for account in self if wanted.issubset(account.tags))

    def called(self, word: str) -> Account:
        """The account of this id, handle, or platform where there is but one.

        Raises UsageError with the nearest name, or with the candidates when several fit.
        """
        found = self._fitting(word)
        if len(found) == 1:
            return found[0]
        raise _no_such_account(word, found, self)

    def ever_called(self, word: str) -> str:
        """The id of an account by any of its names, or by its id where it is on the list no more.

        Raises UsageError as `called` does.
        """
        return word if word in account_ids(self._journal.entries) else self.called(word).id

    def id_or_words(self, word: str) -> str:
        """The id of the account that a word names; the word itself where it is not one account that is followed."""
        found = self._fitting(word)
        return found[0].id if len(found) == 1 else word

    def _fitting(self, word: str) -> list[Account]:
        if account := self.with_id(word):
            return [account]
        handle = bare(word)
        by_handle = [account for account in self if account.handle and bare(account.handle) == handle]
        return by_handle or [account for account in self if account.platform == word]

    def control(self, account: Account, word: str) -> Control:
        """The control of the account's platform by this name; raises UsageError with the nearest."""
        return control_named(self._knowledge.platform(account.platform), word)

    def having(self, word: str) -> tuple[Control, tuple[Account, ...]]:
        """A control by its reference or id, and the accounts on its platform.

        Raises UsageError where no account has one so called, or those of several platforms do.
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
            raise UsageError(
                _("No account has a control called “{name}”.").format(name=word),
                way_out=_("“consentui next” and “consentui status” show what they are called."),
            )
        platform, control = found[0]
        return control, tuple(self.on(platform.id))

    def add(self, platform: Platform, handle: str = "", account_type: AccountType | None = None) -> Account:
        """A new account on a platform, of its usual type unless told; raises UsageError for a handle that cannot be."""
        return self.add_all((NewAccount(platform, handle, account_type),))[0]

    def add_all(self, wanted: Iterable[NewAccount]) -> tuple[Account, ...]:
        """New accounts, added at once and undone at once; raises UsageError as `add` does, and then adds none."""
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
        """The account as it is now called, of what type, looked after by whom and for whom.

        Raises UsageError when another program removed it meanwhile.
        """
        names = {"handle": handle, "owner": owner, "client": client}
        cleaned = {key: name if name is None else cleaned_handle(name) for key, name in names.items()}
        with self.held(account):
            self._journal.write(AccountEdited, account=account.id, account_type=account_type, **cleaned)
            return self.called(account.id)

    def set_due(self, accounts: Iterable[Account], by: date | None) -> None:
        """By when what is left of these accounts is to be done; undone at once. Raises UsageError as `edit` does."""
        wanted = tuple(accounts)
        with self.held(*wanted):
            self._journal.write_all(AccountDue, [{"account": one.id, "by": by} for one in wanted])

    def tag(self, accounts: Iterable[Account], added: str, removed: str = "") -> tuple[Account, ...]:
        """Give tags to these accounts and take others from them, undone at once; the accounts that this changed.

        Each as in `tags_in`. Raises UsageError as `edit` does, and for a tag that is too long.
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

        Raises UsageError when another program did so meanwhile.
        """
        with self.held(account):
            self._journal.write(AccountRemoved, account=account.id)

    def _platforms(self) -> dict[str, list[Account]]:
        """The accounts by platform, sorted out once for all that ask: asking each account about all others takes
        the square of their number.
        """
        accounts = self._journal.ledger.accounts
        if accounts is not self._sorted_out:
            found: dict[str, list[Account]] = {}
            for account in accounts.values():
                found.setdefault(account.platform, []).append(account)
            self._sorted_out, self._by_platform = accounts, found
        return self._by_platform

    @contextmanager
    def held(self, *accounts: Account) -> Iterator[None]:
        """The journal held, to write about accounts; raises UsageError when one was taken off the list meanwhile."""
        with self._journal.held():
            for account in accounts:
                if self.with_id(account.id) is None:
                    raise _no_such_account(account.id, (), self)
            yield


def _facts_of(wanted: NewAccount) -> tuple[dict[str, object], tuple[str, ...]]:
    """What is written down of a new account but its id, and its tags; raises UsageError for what cannot be."""
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
    """What an account is found by, made once: it is asked for at every letter that is typed."""
    return _words(f"{account.handle} {account.client} {account.owner} {' '.join(account.tags)}")


def bare(handle: str) -> str:
    """A handle without what makes no difference: a sign before it, capitals."""
    return handle.removeprefix("@").casefold()


def require_tags(wanted: Iterable[str], known: Sequence[str]) -> None:
    """Raises UsageError with the nearest tag for one that no account carries."""
    from consentui.nearest import nearest

    for tag in wanted:
        if tag not in known:
            near = nearest(tag, known)
            raise UsageError(
                _("No account carries the tag “{tag}”.").format(tag=tag),
                way_out=_("Did you mean “{near}”?").format(near=near)
                if near
                else _("“consentui account tag ACCOUNT +TAG” gives it to one."),
            )


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

"""The checklists of a profile: where each control of each account stands, and recording what the person did."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from msgspec import Struct

from consentui import clock
from consentui.checklist.items import Item, Progress, Summary, items_of, summary, together
from consentui.checklist.outcomes import suitable_outcomes
from consentui.checklist.standing import Standing
from consentui.checklist.ways import AnotherControl, Way, ways_on
from consentui.errors import UsageError
from consentui.i18n import _, language
from consentui.journal.entries import AboutControl, Decided, Decision, Noted, Outcome, Recorded, Surface
from consentui.journal.fold import Account
from consentui.knowledge.records import Control, Platform
from consentui.profile.accounts import Accounts
from consentui.profile.input import cleaned_note
from consentui.profile.journal import Journal
from consentui.profile.preferences import Preferences


class Settled(Struct, frozen=True):
    """The references of a platform's controls that are settled on any of its accounts."""

    done: frozenset[str]
    """Those with the standing `SETTLED`. Allowed ones are left out, since allowing a use stops nothing elsewhere."""
    closed: frozenset[str]
    """Those with any settled standing, allowed and covered ones included."""


class Happened(Struct, frozen=True):
    """What happened with a control of an account."""

    account: Account
    control: Control
    outcome: Outcome
    surface: Surface | None = None
    seen: str = ""
    note: str = ""


class AccountItems:
    """The checklist items of all accounts, worked out when first needed and cached until something affects them."""

    def __init__(self, journal: Journal, accounts: Accounts, preferences: Preferences) -> None:
        self._journal = journal
        self._accounts = accounts
        self._preferences = preferences
        self._items: dict[str, tuple[Item, ...]] = {}
        self._summaries: dict[str, Summary] = {}
        self._all: tuple[tuple[Account, Summary], ...] | None = None
        """What `summaries` returned last; None once it may be out of date."""
        self._everything: tuple[Item, ...] | None = None
        """What `all_items` returned last; None once it may be out of date."""
        self._settled_on: dict[str, Settled] = {}
        """By platform id, worked out once for all accounts that share the platform's settings."""
        self._held_for: tuple[int, str, date] | None = None
        """The reading of the journal, the country and the day that the cached items were worked out for."""
        self._heard = 0
        """How many of the journal's entries the cached items take into account."""

    def items(self, account: Account) -> tuple[Item, ...]:
        """The checklist of an account; empty for a platform that is not known."""
        self._catch_up()
        return self._items_of(account)

    def all_items(self) -> tuple[Item, ...]:
        """The checklists of all accounts, one after the other."""
        self._catch_up()
        if self._everything is not None:
            return self._everything
        heard, found = self._heard, tuple(item for account in self._accounts for item in self._items_of(account))
        if heard == self._heard:  # else entries taken in by another thread would be missing for good
            self._everything = found
        return found

    def summaries(self) -> tuple[tuple[Account, Summary], ...]:
        """All accounts, each with the summary of its checklist."""
        self._catch_up()
        if self._all is not None:
            return self._all
        heard, found = self._heard, tuple((account, self._summary_of(account)) for account in self._accounts)
        if heard == self._heard:
            self._all = found
        return found

    def progress(self) -> Progress:
        """The progress over all accounts, those not started yet included."""
        return together(one.progress for _account, one in self.summaries())

    def settled_refs(self, account: Account) -> frozenset[str]:
        """The references of the controls settled on the account, and on accounts at its platform's companion."""
        platform = self._accounts.platform_of(account)
        here = frozenset(item.ref for item in self.items(account) if item.is_settled)
        return here | self._settled_at(platform.companion).closed if platform and platform.companion else here

    def ways_on(self, item: Item) -> tuple[Way, ...]:
        """What to try next for a control that failed, best first, without controls that the account does not have."""
        here = {other.ref for other in self.items(item.account)}
        found = ways_on(
            item.control,
            item.platform.controller,
            self._preferences.country,
            item.position.failed,
            self.settled_refs(item.account),
        )
        return tuple(way for way in found if not _is_missing(item.platform, way, here))

    def label_seen(self, item: Item) -> str:
        """The label that the person last noted for a control; empty if they noted none."""
        about = self._journal.ledger.about(item.account.id, item.control.id)
        seen = (entry.seen for entry in reversed(about) if isinstance(entry, Noted | Recorded) and entry.seen)
        return next(seen, "")

    def title_of(self, entry: AboutControl) -> str:
        """The title of the control that an entry is about; its id if the account or control is no longer known."""
        account = self._accounts.with_id(entry.account)
        platform = self._accounts.platform_of(account) if account else None
        controls = platform.control if platform else ()
        return next((c.title.in_language(language()) for c in controls if c.id == entry.control), entry.control)

    # Recording

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
        """Record the outcome at a control.

        Raises UsageError if the outcome does not suit the control, or if the account was removed meanwhile.
        """
        return self.record_each((Happened(account, control, outcome, surface, seen, note),))[0]

    def record_each(self, happened: Iterable[Happened]) -> tuple[Recorded, ...]:
        """Record these outcomes, one entry each, as one undoable step.

        Raises UsageError as `record` does; nothing is recorded then.
        """
        wanted = tuple(happened)
        for one in wanted:
            _require_suitable(one)
        facts = [
            {
                "account": one.account.id,
                "control": one.control.id,
                "outcome": one.outcome,
                "surface": one.surface,
                "seen": cleaned_note(one.seen),
                "note": cleaned_note(one.note),
            }
            for one in wanted
        ]
        with self._accounts.held(*(one.account for one in wanted)):
            return self._journal.write_all(Recorded, facts)

    def decide(self, account: Account, control: Control, decision: Decision, note: str = "") -> Decided:
        """Record what the person wants of a control; raises UsageError if the account was removed meanwhile."""
        with self._accounts.held(account):
            return self._journal.write(
                Decided, account=account.id, control=control.id, decision=decision, note=cleaned_note(note)
            )

    def note(self, account: Account, control: Control, text: str, seen: str = "") -> Noted:
        """Record a remark of the person's, or the label they saw; raises UsageError as `decide` does."""
        with self._accounts.held(account):
            return self._journal.write(
                Noted, account=account.id, control=control.id, note=cleaned_note(text), seen=cleaned_note(seen)
            )

    # Internals

    def _items_of(self, account: Account) -> tuple[Item, ...]:
        if account.id not in self._items:
            platform = self._accounts.platform_of(account)
            self._items[account.id] = self._worked_out(account, platform) if platform else ()
        return self._items[account.id]

    def _summary_of(self, account: Account) -> Summary:
        if account.id not in self._summaries:
            self._summaries[account.id] = summary(self._items_of(account))
        return self._summaries[account.id]

    def _worked_out(self, account: Account, platform: Platform) -> tuple[Item, ...]:
        # Allowing a use elsewhere stops nothing here, so it must not cover another control.
        elsewhere = self._settled_at(platform.companion).done if platform.companion else frozenset()
        assert self._held_for
        _readings, country, today = self._held_for
        return items_of(account, platform, self._journal.ledger, country, today, elsewhere)

    def _settled_at(self, platform_id: str) -> Settled:
        if platform_id not in self._settled_on:
            items = [item for account in self._accounts.on(platform_id) for item in self._items_of(account)]
            done = frozenset(item.ref for item in items if item.position.standing is Standing.SETTLED)
            self._settled_on[platform_id] = Settled(done, frozenset(item.ref for item in items if item.is_settled))
        return self._settled_on[platform_id]

    def _catch_up(self) -> None:
        """Drop the cached items that may no longer hold: all of them, unless only entries about controls were added."""
        held_for = (self._journal.readings, self._preferences.country, clock.today())
        if held_for == self._held_for and self._heard == len(self._journal.entries):
            return
        self._all = self._everything = None
        unheard = self._journal.entries[self._heard :] if held_for == self._held_for else ()
        if held_for != self._held_for or not all(isinstance(entry, AboutControl) for entry in unheard):
            self._items.clear()
            self._summaries.clear()
            self._settled_on.clear()
        self._drop_affected({entry.account for entry in unheard if isinstance(entry, AboutControl)})
        self._held_for = held_for
        self._heard = len(self._journal.entries)

    def _drop_affected(self, accounts: Iterable[str]) -> None:
        """Drop the cached checklists of these accounts, and of the accounts that share their settings."""
        found = [account for one in accounts if (account := self._accounts.with_id(one))]
        for account in found:
            self._drop(account)
        for platform_id in {account.platform for account in found}:
            self._settled_on.pop(platform_id, None)
            for other in self._accounts.sharing_settings_of(platform_id):
                self._drop(other)

    def _drop(self, account: Account) -> None:
        self._items.pop(account.id, None)
        self._summaries.pop(account.id, None)


def _require_suitable(one: Happened) -> None:
    suitable = suitable_outcomes(one.control)
    if one.outcome not in suitable:
        raise UsageError(
            _("“{outcome}” is not a possible outcome for “{control}”.").format(
                outcome=one.outcome, control=one.control.id
            ),
            way_out=_("Use one of: {choices}.").format(choices=", ".join(suitable)),
        )


def _is_missing(platform: Platform, way: Way, here: set[str]) -> bool:
    """Whether a way leads to a control of the same platform that the account does not have."""
    return isinstance(way, AnotherControl) and way.ref.startswith(f"{platform.id}/") and way.ref not in here

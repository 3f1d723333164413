"""The checklist: where each control of an account stands, from knowledge, ledger, country and today."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from msgspec import Struct
from msgspec.structs import replace

from consentui.checklist.availability import Absence, absence, offered
from consentui.checklist.checks import Contradicted, contradiction
from consentui.checklist.reviews import ReviewReason, WrittenByNewer, reason_to_fetch, reason_to_look_again
from consentui.checklist.standing import (
    CLOSED_STANDINGS,
    SETTLED_STANDINGS,
    UNTOUCHED,
    Position,
    Standing,
    position,
)
from consentui.checklist.ways import untried_routes
from consentui.journal.entries import AboutControl, Outcome
from consentui.journal.fold import Account, Ledger
from consentui.knowledge.records import Control, Platform


class Item(Struct, frozen=True):
    """One control of one account, and where it stands."""

    account: Account
    platform: Platform
    control: Control
    """With the default that applies in the person's country."""
    standing: Standing
    position: Position
    review: ReviewReason | None = None

    @property
    def ref(self) -> str:
        """The control's reference, as `platform/control`."""
        return f"{self.platform.id}/{self.control.id}"

    @property
    def is_contradicted(self) -> bool:
        """Whether it counted as settled and what the platform itself says shows otherwise."""
        return isinstance(self.review, Contradicted)

    @property
    def is_settled(self) -> bool:
        return self.standing in SETTLED_STANDINGS

    @property
    def is_counted(self) -> bool:
        """Whether it counts towards the progress; an optional measure does only once the person has taken it up."""
        if self.standing is Standing.NOT_OFFERED:
            return False
        return not (self.control.optional and self.standing in {Standing.OPEN, Standing.POSTPONED})

    @property
    def is_to_do(self) -> bool:
        """Whether an outcome can still be recorded for it, including optional measures that were not taken up."""
        return self.standing in {Standing.OPEN, Standing.POSTPONED, Standing.BLOCKED, Standing.REVIEW}

    @property
    def is_open(self) -> bool:
        """Whether something is left for the person to do."""
        return self.is_counted and self.standing not in CLOSED_STANDINGS and self.standing is not Standing.WAITING


class Excluded(Struct, frozen=True):
    """A control that does not exist for an account, and why."""

    control: Control
    absence: Absence


def items_of(
    account: Account,
    platform: Platform,
    ledger: Ledger,
    country: str,
    today: date,
    settled_elsewhere: frozenset[str] = frozenset(),
) -> tuple[Item, ...]:
    """The checklist of one account, in the order of the knowledge base.

    `settled_elsewhere` holds the references of settled controls on accounts that share settings with this one.
    """
    about = ledger.by_account.get(account.id, {})
    controls = offered(platform, country, account.account_type)
    positions = {control.id: _position(account, control, ledger, about) for control in controls}
    settled = settled_elsewhere.union(
        f"{platform.id}/{control_id}"
        for control_id, here in positions.items()
        if here.standing is Standing.SETTLED and not here.denied
    )
    items = tuple(
        _item(account, platform, control, positions[control.id], settled, country, today) for control in controls
    )
    if not ledger.newers.controls and not any(here.denied for here in positions.values()):
        return items
    return tuple(_withheld(_contradicted(item, ledger), ledger) for item in items)


def excluded_from(account: Account, platform: Platform, country: str) -> tuple[Excluded, ...]:
    """The platform's controls that this account does not have, with the reason."""
    reasons = ((control, absence(control, country, account.account_type)) for control in platform.control)
    return tuple(Excluded(control, reason) for control, reason in reasons if reason is not None)


class Progress(Struct, frozen=True):
    """How many items count, and how many of them are settled."""

    settled: int
    counted: int


def progress(items: Iterable[Item]) -> Progress:
    """The progress over these items."""
    counted = [item for item in items if item.is_counted]
    return Progress(sum(item.is_settled for item in counted), len(counted))


def together(each: Iterable[Progress]) -> Progress:
    """The progress over several accounts: the one count that Home, the list of people and the reports agree on."""
    settled, counted = 0, 0
    for one in each:
        settled, counted = settled + one.settled, counted + one.counted
    return Progress(settled, counted)


class Summary(Struct, frozen=True):
    """A summary of the checklist of one account."""

    progress: Progress = Progress(0, 0)
    waiting: tuple[Item, ...] = ()
    """The items for which an answer is awaited."""
    reviews: int = 0
    """How many items should be looked at again."""
    is_started: bool = False
    """Whether anything was ever recorded about one of its items."""
    open: tuple[Item, ...] = ()
    """The items that are left to do."""


def summary(items: tuple[Item, ...]) -> Summary:
    """The summary of these items."""
    counted = [item for item in items if item.is_counted]
    unsettled = [item for item in counted if not item.is_settled]
    return Summary(
        Progress(len(counted) - len(unsettled), len(counted)),
        tuple(item for item in unsettled if item.standing is Standing.WAITING),
        sum(item.standing is Standing.REVIEW for item in unsettled),
        any(item.position.since for item in items),
        tuple(item for item in unsettled if item.is_open),
    )


def _item(
    account: Account,
    platform: Platform,
    control: Control,
    here: Position,
    settled: frozenset[str],
    country: str,
    today: date,
) -> Item:
    standing: Standing = here.standing
    review: ReviewReason | None = None
    if standing is Standing.BLOCKED:
        standing = _when_blocked(control, here, settled, country)
    elif here.since and standing in {Standing.SETTLED, Standing.ALLOWED}:
        review = reason_to_look_again(platform, control, here.since, today)
    elif here.since and standing is Standing.WAITING:
        review = reason_to_fetch(control, here.since, today)
    return Item(account, platform, control, Standing.REVIEW if review else standing, here, review)


def _contradicted(item: Item, ledger: Ledger) -> Item:
    """The item, up for review if it counted as settled and a check shows otherwise."""
    here = item.position
    if not here.denied or here.standing is not Standing.SETTLED:
        return item
    about = ledger.about(item.account.id, item.control.id)
    return replace(item, standing=Standing.REVIEW, review=contradiction(about, here.denied, here.last))


def _withheld(item: Item, ledger: Ledger) -> Item:
    """The item, up for review if a newer consentui wrote about it."""
    if (item.account.id, item.control.id) not in ledger.newers.controls:
        return item
    return replace(item, standing=Standing.REVIEW, review=WrittenByNewer())


def _position(
    account: Account, control: Control, ledger: Ledger, about: Mapping[str, Sequence[AboutControl]]
) -> Position:
    """The position of a control; untouched if nothing was recorded, or if a newer consentui wrote about it."""
    if control.id not in about or (account.id, control.id) in ledger.newers.controls:
        return UNTOUCHED
    return position(about[control.id], control.desired)


def _when_blocked(control: Control, here: Position, settled: frozenset[str], country: str) -> Standing:
    """Blocked, unless a fallback control is settled, or the platform does not offer the control and no way is left."""
    if not settled.isdisjoint(control.fallback):
        return Standing.COVERED
    not_offered = here.failed[-1].outcome is Outcome.NOT_OFFERED
    if not_offered and not control.fallback and not untried_routes(control, country, here.failed):
        return Standing.NOT_OFFERED
    return Standing.BLOCKED

"""What somebody who answers for accounts wants of their controls, and where it stands otherwise: pure rules."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from msgspec import Struct

from consentui.checklist.items import Item
from consentui.checklist.standing import Standing
from consentui.knowledge.records import AccountType, ControlRef, Purpose, Slug

Want = Literal["refuse", "allow"]


class PolicyRule(Struct, frozen=True, forbid_unknown_fields=True):
    """What is wanted, and of what: a key that is left out is not asked about."""

    want: Want
    control: tuple[ControlRef, ...] = ()
    """Single controls, as `platform/control`; an optional measure counts only where it is named here."""
    platform: tuple[Slug, ...] = ()
    purpose: tuple[Purpose, ...] = ()
    type: tuple[AccountType, ...] = ()
    """Types of accounts."""
    client: tuple[str, ...] = ()
    """For whom the account is, as it was said of it."""

    def fits(self, item: Item) -> bool:
        """Whether the rule is about this control of this account."""
        asked = (
            (self.control, item.ref),
            (self.platform, item.platform.id),
            (self.purpose, item.control.purpose),
            (self.type, item.account.account_type),
            (self.client, item.account.client),
        )
        return all(not wanted or found in wanted for wanted, found in asked) and (
            item.is_counted or item.ref in self.control
        )


class Policy(Struct, frozen=True, forbid_unknown_fields=True):
    """The rules, in their order: where several fit, the last one counts."""

    rule: tuple[PolicyRule, ...] = ()

    def wanted(self, item: Item) -> Want | None:
        """What is wanted of a control of an account; None where no rule is about it."""
        return next((one.want for one in reversed(self.rule) if one.fits(item)), None)


_NOT_LOOKED_AT = frozenset({Standing.OPEN, Standing.POSTPONED, Standing.REVIEW})


class Deviation(Struct, frozen=True):
    """A control of an account that does not stand as it is wanted."""

    item: Item
    want: Want

    @property
    def is_to_look_at(self) -> bool:
        """Whether nobody looked yet, or again since something happened: nothing shows that it stands otherwise."""
        return self.item.standing in _NOT_LOOKED_AT and not self.item.is_contradicted


class Compared(Struct, frozen=True):
    """What a policy comes to for some items."""

    named: int
    """How many of them a rule is about."""
    deviations: tuple[Deviation, ...]

    @property
    def otherwise(self) -> int:
        """How many stand otherwise than they are wanted, as far as anybody looked."""
        return len(self.deviations) - self.to_look_at

    @property
    def to_look_at(self) -> int:
        """How many are still to be looked at."""
        return sum(one.is_to_look_at for one in self.deviations)


def compared(policy: Policy, items: Iterable[Item]) -> Compared:
    """Where items do not stand as the policy wants them.

    What is sent and not answered yet is as good as refused: nothing more can be done for now. What was never touched
    is no decision to allow it, yet it leaves on what the platform does: who wants it allowed has what they want.
    """
    wanted: list[tuple[Item, Want]] = [(item, want) for item in items if (want := policy.wanted(item))]
    return Compared(len(wanted), tuple(Deviation(item, want) for item, want in wanted if not _is_so(item, want)))


def _is_so(item: Item, want: Want) -> bool:
    if item.standing is Standing.NOT_OFFERED:
        return True
    if want == "refuse":
        return item.standing in {Standing.SETTLED, Standing.COVERED, Standing.WAITING}
    return item.standing not in {Standing.SETTLED, Standing.COVERED, Standing.WAITING}

"""The policy of someone who looks after accounts: what is wanted of which control, and where accounts deviate."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from msgspec import Struct

from consentui.checklist.items import Item
from consentui.checklist.standing import Standing
from consentui.knowledge.records import AccountType, Purpose

Want = Literal["refuse", "allow"]


class PolicyRule(Struct, frozen=True, forbid_unknown_fields=True):
    """What is wanted of the controls that match every given key; a key that is left out matches all."""

    want: Want
    control: tuple[str, ...] = ()
    """Single controls, as `platform/control`; one that does not count, such as an optional measure not taken up,
    matches only if it is named here."""
    platform: tuple[str, ...] = ()
    """Their ids, as the controls' are: whoever reads the file says which word is not one."""
    purpose: tuple[Purpose, ...] = ()
    type: tuple[AccountType, ...] = ()
    """Types of accounts."""
    client: tuple[str, ...] = ()
    """The clients for whom accounts are kept, as given for the accounts, in capitals or not."""

    def fits(self, item: Item) -> bool:
        """Whether the rule is about this control of this account."""
        asked = (
            (self.control, item.ref),
            (self.platform, item.platform.id),
            (self.purpose, item.control.purpose),
            (self.type, item.account.account_type),
        )
        if self.client and item.account.client.casefold() not in map(str.casefold, self.client):
            return False
        return all(not wanted or found in wanted for wanted, found in asked) and (
            item.is_counted or item.ref in self.control
        )


class Policy(Struct, frozen=True, forbid_unknown_fields=True):
    """The rules in order; if several match, the last one counts."""

    rule: tuple[PolicyRule, ...] = ()

    def wanted(self, item: Item) -> Want | None:
        """What is wanted of a control of an account; None if no rule matches it."""
        return next((one.want for one in reversed(self.rule) if one.fits(item)), None)


_NOT_LOOKED_AT = frozenset({Standing.OPEN, Standing.POSTPONED, Standing.REVIEW})


class Deviation(Struct, frozen=True):
    """A control of an account that is not as the policy wants it."""

    item: Item
    want: Want

    @property
    def is_to_look_at(self) -> bool:
        """Whether it has yet to be checked, or checked again, so that nothing shows that it really deviates."""
        return self.item.standing in _NOT_LOOKED_AT and not self.item.is_contradicted


class Compared(Struct, frozen=True):
    """The result of comparing items with a policy."""

    named: int
    """How many of the items a rule matches."""
    deviations: tuple[Deviation, ...]

    @property
    def deviating(self) -> int:
        """How many of the checked items deviate from the policy."""
        return len(self.deviations) - self.to_look_at

    @property
    def to_look_at(self) -> int:
        """How many items that may deviate have yet to be checked."""
        return sum(one.is_to_look_at for one in self.deviations)


def compared(policy: Policy, items: Iterable[Item]) -> Compared:
    """Compare items with the policy.

    An objection that was sent and is not answered yet counts as refused, since nothing more can be done for now. An
    untouched control counts as allowed: nobody decided to allow the use, but the platform goes on with it.
    """
    wanted: list[tuple[Item, Want]] = [(item, want) for item in items if (want := policy.wanted(item))]
    return Compared(len(wanted), tuple(Deviation(item, want) for item, want in wanted if not _is_so(item, want)))


def _is_so(item: Item, want: Want) -> bool:
    if item.standing is Standing.NOT_OFFERED:
        return True
    if want == "refuse":
        return item.standing in {Standing.SETTLED, Standing.COVERED, Standing.WAITING}
    return item.standing not in {Standing.SETTLED, Standing.COVERED, Standing.WAITING}

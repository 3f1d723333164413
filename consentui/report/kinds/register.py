"""Rows for a register of processing activities (GDPR Art. 30): what was decided, by client, platform and purpose.

A register needs more than this program can know; these are the columns that it does know, to be pasted there.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from msgspec import Struct

from consentui.checklist.items import Item
from consentui.checklist.policy import Policy, compared
from consentui.checklist.standing import Standing
from consentui.clock import local_day
from consentui.i18n import Language, _
from consentui.i18n.dates import long_date
from consentui.knowledge.records import Purpose
from consentui.report.document import Document, Paragraph, Table
from consentui.report.kinds.accounts import AccountView, facts_of
from consentui.report.kinds.frame import Framed, limits, preamble
from consentui.report.kinds.mask import Names
from consentui.words.names import purpose_name
from consentui.words.policy import deviation_words

_REFUSED = frozenset({Standing.SETTLED, Standing.COVERED})


class Processing(Struct, frozen=True):
    """What one platform does for one purpose with the data of one client's accounts."""

    client: str
    """For whom the accounts are kept; empty if that was not said."""
    platform: str
    platform_name: str
    controller: str
    """The id of the company answerable for the data."""
    controller_name: str
    controller_address: str
    purpose: Purpose
    purpose_name: str
    accounts: int
    owners: tuple[str, ...]
    """The people who look after the accounts, sorted."""
    wanted: str
    """What the policy wants: `refuse`, `allow` or `mixed`; empty without a policy, or if it is about none of this."""
    refused: int
    """How many controls are refused, over all accounts."""
    allowed: int
    waiting: int
    """How many controls await an answer to a refusal."""
    open: int
    last_act: date | None
    facts_verified_on: date
    """The day on which the oldest of the facts was checked."""
    otherwise: int | None = None
    """How many of the checked controls deviate from the policy; None without one, or if it is about none of them."""
    to_look_at: int | None = None
    """How many controls that may deviate have yet to be checked; None as for `otherwise`."""


class Register(Framed, frozen=True):
    """The rows of a day."""

    rows: tuple[Processing, ...]


def build(
    views: Sequence[AccountView],
    policy: Policy | None,
    *,
    as_of: date,
    language: Language,
    country: str,
    names: Names,
    version: str,
) -> Register:
    """The rows as of a day, in the current language, by client, platform and purpose; they name no account."""
    together: dict[tuple[str, str, Purpose], list[tuple[AccountView, Item]]] = {}
    for view in views:
        for item in view.items:
            if item.is_counted:
                key = (view.account.client, view.account.platform, item.control.purpose)
                together.setdefault(key, []).append((view, item))
    rows = (_processing(found, policy, language) for _key, found in sorted(together.items()))
    return Register(as_of, language, country, names, version, facts_of(views, as_of), tuple(rows))


def document(register: Register) -> Document:
    """All rows in one table."""
    columns = (
        *(_("Client"), _("Recipient"), _("Platform"), _("Purpose"), _("Accounts")),
        *(_("Refused"), _("Allowed"), _("Awaited"), _("Open"), _("Last step")),
        *((_("Against the policy"),) if any(one.otherwise is not None for one in register.rows) else ()),
    )
    return Document(
        _("For the register of processing activities"),
        register.language,
        register.as_of,
        (
            *preamble(register),
            Paragraph(_("This program does not know what else a register contains.")),
            Table(columns, tuple(_cells(one)[: len(columns)] for one in register.rows), (4, 5, 6, 7, 8)),
            *limits(register.version),
        ),
    )


def _processing(found: Sequence[tuple[AccountView, Item]], policy: Policy | None, language: Language) -> Processing:
    view, first = found[0]
    items = [item for _view, item in found]
    standings = [item.standing for item in items]
    controller = view.controller
    return Processing(
        view.account.client,
        first.platform.id,
        first.platform.name_in(language),
        first.platform.controller,
        controller.name if controller else "",
        ", ".join((controller.contact.address or "").splitlines()) if controller else "",
        first.control.purpose,
        purpose_name(first.control.purpose),
        len({one.account.id for one, _item in found}),
        tuple(sorted({one.account.owner for one, _item in found} - {""})),
        _wanted(items, policy),
        sum(one in _REFUSED for one in standings),
        standings.count(Standing.ALLOWED),
        standings.count(Standing.WAITING),
        sum(item.is_open for item in items),
        max(_acts(items), default=None),
        min(item.control.verified_on for item in items),
        *_against(items, policy),
    )


def _wanted(items: Iterable[Item], policy: Policy | None) -> str:
    wants = {want for item in items if policy and (want := policy.wanted(item))}
    return "mixed" if len(wants) > 1 else next(iter(wants), "")


def _against(items: Iterable[Item], policy: Policy | None) -> tuple[int | None, int | None]:
    found = compared(policy, items) if policy else None
    return (found.deviating, found.to_look_at) if found and found.named else (None, None)


def _acts(items: Iterable[Item]) -> Iterator[date]:
    return (local_day(item.position.last.at) for item in items if item.position.last)


def _cells(one: Processing) -> tuple[str, ...]:
    counts = (one.accounts, one.refused, one.allowed, one.waiting, one.open)
    return (
        *(one.client, one.controller_name, one.platform_name, one.purpose_name),
        *map(str, counts),
        long_date(one.last_act) if one.last_act else "",
        deviation_words(one.otherwise or 0, one.to_look_at or 0),
    )

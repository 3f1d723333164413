"""What the person already did about the same use of data at the platform's own controls, according to the journal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec import Struct

from consentui.journal.entries import AboutControl, Decided, Decision, Outcome, Recorded
from consentui.knowledge.records import Control, Desired, Platform, Purpose
from consentui.requests.rights import Right

_USES: dict[Right, Purpose] = {Right.OBJECT_TRAINING: "ai-training", Right.OBJECT_MARKETING: "advertising"}
_REFUSES: dict[Desired, Outcome] = {
    "off": Outcome.SWITCHED_OFF,
    "on": Outcome.SWITCHED_ON,
    "chosen": Outcome.CHOSEN,
}
"""The outcome at a setting that means a refusal, by the state in which a setting is wanted."""
_SENT = frozenset({Outcome.SENT, Outcome.CONFIRMED})
FAILED = frozenset({Outcome.FORM_UNAVAILABLE, Outcome.NOT_FOUND, Outcome.NOT_OFFERED, Outcome.REFUSED})
"""Outcomes that mean that a control or form that the company itself offers could not be used."""


class Attempt(Struct, frozen=True):
    """What the person recorded at a control, and the address of that control."""

    entry: Recorded
    control: Control
    url: str = ""
    """The address of the form, or of the page with the setting; empty if not known."""


class Attempts(Struct, frozen=True):
    """What the person did at several controls; each list is oldest first."""

    switched: tuple[Attempt, ...] = ()
    """Settings in which the person refused the use and has not allowed it since."""
    found_off: tuple[Attempt, ...] = ()
    """Settings that already refused it when the person looked."""
    objected: tuple[Attempt, ...] = ()
    """Objections sent through the platform's own forms."""
    failed: tuple[Attempt, ...] = ()
    """Controls and forms that could not be used."""


def use_of(right: Right, control: Control | None) -> Purpose | None:
    """The use of data that a request is about; None if its right concerns every use."""
    return control.purpose if control else _USES.get(right)


def concerned(platform: Platform, right: Right, control: Control | None) -> tuple[Control, ...]:
    """The controls of a platform that are about the same use, starting with the request's own."""
    use = use_of(right, control)
    own = (control,) if control and control in platform.control else ()
    return (*own, *(one for one in platform.control if one.purpose == use and one not in own))


def attempts_of(controls: Iterable[Control], about: Mapping[str, Sequence[AboutControl]]) -> Attempts:
    """What the entries in force say about these controls of one account; `about` has the entries by control id."""
    told = [(control, tuple(about.get(control.id, ()))) for control in controls]
    return Attempts(
        switched=_in_turn(_settled(control, entries, _REFUSES.get(control.desired)) for control, entries in told),
        found_off=_in_turn(_settled(control, entries, Outcome.ALREADY) for control, entries in told),
        objected=_in_turn(_sent(control, entries) for control, entries in told),
        failed=_in_turn(_failed(control, entries) for control, entries in told),
    )


def together(several: Iterable[Attempts]) -> Attempts:
    """The attempts made for several accounts, as one."""
    every = tuple(several)
    return Attempts(
        *(_in_turn(iter(getattr(one, name)) for one in every) for name in Attempts.__struct_fields__),
    )


def _in_turn(several: Iterable[Iterator[Attempt]]) -> tuple[Attempt, ...]:
    return tuple(sorted((one for found in several for one in found), key=lambda one: one.entry.id))


def _settled(control: Control, entries: Sequence[AboutControl], wanted: Outcome | None) -> Iterator[Attempt]:
    """The last outcome at a setting, if it is the one that is wanted and the person has not allowed the use since."""
    if control.kind != "setting":
        return
    recorded = [entry for entry in entries if isinstance(entry, Recorded) and entry.outcome is not Outcome.LATER]
    if recorded and recorded[-1].outcome is wanted and not _is_allowed_since(recorded[-1], entries):
        yield _at(control, recorded[-1])


def _is_allowed_since(done: Recorded, entries: Sequence[AboutControl]) -> bool:
    """Whether the person's last decision after an outcome allows the use; an earlier one was overruled by it."""
    later = entries[entries.index(done) + 1 :]
    decided = [entry for entry in later if isinstance(entry, Decided)]
    return bool(decided) and decided[-1].decision is Decision.ALLOW


def _sent(control: Control, entries: Sequence[AboutControl]) -> Iterator[Attempt]:
    if control.desired == "objected":
        yield from (_at(control, one) for one in entries if isinstance(one, Recorded) and one.outcome in _SENT)


def _failed(control: Control, entries: Sequence[AboutControl]) -> Iterator[Attempt]:
    yield from (_at(control, one) for one in entries if isinstance(one, Recorded) and one.outcome in FAILED)


def _at(control: Control, entry: Recorded) -> Attempt:
    routes = [route for route in control.route if route.url]
    on_surface = [route for route in routes if route.surface == (entry.surface or "form")]
    forms = [route for route in routes if route.surface == "form"]
    found = next(iter((*on_surface, *forms, *routes)), None)
    return Attempt(entry, control, (found.url or "") if found else "")

"""What the person already did about the same use at the platform's own controls, as the entries have it."""

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
"""What someone who refuses does with a setting."""
_SENT = frozenset({Outcome.SENT, Outcome.CONFIRMED})
FAILED = frozenset({Outcome.FORM_UNAVAILABLE, Outcome.NOT_FOUND, Outcome.NOT_OFFERED, Outcome.REFUSED})
"""A door that the company names and that could not be used."""


class Attempt(Struct, frozen=True):
    """What happened at a control, and where that was."""

    entry: Recorded
    control: Control
    url: str = ""
    """The address of the form, or of the page with the setting."""


class Attempts(Struct, frozen=True):
    """What the person did, each oldest first."""

    switched: tuple[Attempt, ...] = ()
    """Settings in which the person refused the use, and did not allow it since."""
    found_off: tuple[Attempt, ...] = ()
    """Settings that refused it already when the person looked."""
    objected: tuple[Attempt, ...] = ()
    """The platform's own forms by which the person objected."""
    failed: tuple[Attempt, ...] = ()
    """Doors that could not be used."""


def use_of(right: Right, control: Control | None) -> Purpose | None:
    """The use that a request is about; None where its right is about all of them."""
    return control.purpose if control else _USES.get(right)


def concerned(platform: Platform, right: Right, control: Control | None) -> tuple[Control, ...]:
    """The controls of a platform that are about the same use, the request's own first."""
    use = use_of(right, control)
    own = (control,) if control and control in platform.control else ()
    return (*own, *(one for one in platform.control if one.purpose == use and one not in own))


def attempts_of(controls: Iterable[Control], about: Mapping[str, Sequence[AboutControl]]) -> Attempts:
    """What the entries in force tell of these controls of one account."""
    told = [(control, tuple(about.get(control.id, ()))) for control in controls]
    return Attempts(
        switched=_in_turn(_settled(control, entries, _REFUSES.get(control.desired)) for control, entries in told),
        found_off=_in_turn(_settled(control, entries, Outcome.ALREADY) for control, entries in told),
        objected=_in_turn(_sent(control, entries) for control, entries in told),
        failed=_in_turn(_failed(control, entries) for control, entries in told),
    )


def together(several: Iterable[Attempts]) -> Attempts:
    """What was done for several accounts."""
    every = tuple(several)
    return Attempts(
        *(_in_turn(iter(getattr(one, name)) for one in every) for name in Attempts.__struct_fields__),
    )


def _in_turn(several: Iterable[Iterator[Attempt]]) -> tuple[Attempt, ...]:
    return tuple(sorted((one for found in several for one in found), key=lambda one: one.entry.id))


def _settled(control: Control, entries: Sequence[AboutControl], wanted: Outcome | None) -> Iterator[Attempt]:
    """The setting as the person left it, where that is what is looked for: what came after can have undone it."""
    if control.kind != "setting":
        return
    recorded = [entry for entry in entries if isinstance(entry, Recorded) and entry.outcome is not Outcome.LATER]
    if recorded and recorded[-1].outcome is wanted and not _is_allowed_since(recorded[-1], entries):
        yield _at(control, recorded[-1])


def _is_allowed_since(done: Recorded, entries: Sequence[AboutControl]) -> bool:
    """Whether the person decided afterwards to allow it; who allowed it first and then switched it off refused it."""
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

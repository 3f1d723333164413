"""Where a letter can go: through the control's own form first, then to the contacts that the company names."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from msgspec import Struct

from consentui.journal.entries import Outcome, Surface
from consentui.knowledge.records import Control
from consentui.requests.letters.facts import Facts
from consentui.requests.letters.kinds import REQUESTS, TO_AUTHORITY, Kind
from consentui.requests.letters.layout import lines_of
from consentui.requests.rights import Right

Whose = Literal["control", "objections", "privacy", "officer", "post", "authority", "chosen"]
"""Who reads what arrives: those in charge of the control, of objections or of privacy, the data protection officer, the
authority. `post` is the company's postal address, `chosen` an address of the person's own choice."""

_OBJECTIONS = frozenset({Right.OBJECT_TRAINING, Right.OBJECT_MARKETING})
_SHUT = frozenset({Outcome.FORM_UNAVAILABLE, Outcome.NOT_FOUND, Outcome.NOT_OFFERED})
_WRITTEN: tuple[Surface, ...] = ("form", "email", "post")


class Door(Struct, frozen=True):
    """One way to send a letter."""

    how: Surface
    to: str
    """The address of a form, an e-mail address, or a postal address on one line."""
    whose: Whose


def doors(kind: Kind, facts: Facts) -> tuple[Door, ...]:
    """The doors of a letter, best first; those recorded as shut come last, since they may open again."""
    if kind in TO_AUTHORITY:
        return tuple(_each_once(_of_authority(kind, facts)))
    found = tuple(_each_once(_of_company(kind, facts)))
    shut = _shut(facts)
    return (*(door for door in found if door.to not in shut), *(door for door in found if door.to in shut))


def door(kind: Kind, facts: Facts) -> Door:
    """The door that the letter takes, by the chosen channel and destination; `to` is empty if no address is known."""
    fitting = (one for one in doors(kind, facts) if one.how == facts.channel)
    if facts.destination:
        fitting = (one for one in fitting if one.to == facts.destination)
    return next(fitting, Door(facts.channel, facts.destination, "chosen"))


def best_channel(kind: Kind, facts: Facts) -> Surface:
    """The channel unless the person chooses one: that of the request if its door is open, else the best one."""
    open_to = [one for one in doors(kind, facts) if one.to not in _shut(facts)] or doors(kind, facts)
    before = facts.request.how if facts.request and kind not in TO_AUTHORITY else None
    channels: list[Surface] = [one.how for one in open_to] or ["post"]
    return before if before and before in channels else channels[0]


def _of_company(kind: Kind, facts: Facts) -> Iterator[Door]:
    contact = facts.controller.contact
    fitting = [control for control in facts.concerned if _fits(control, facts.right)] if kind in REQUESTS else []
    for surface in _WRITTEN[:2]:
        yield from _routes(fitting, surface)
    if contact.objection_form and facts.right in _OBJECTIONS and kind in REQUESTS:
        yield Door("form", contact.objection_form, "objections")
    if contact.email:
        yield Door("email", contact.email, "privacy")
    if contact.form:
        yield Door("form", contact.form, "privacy")
    if contact.dpo:
        yield Door("email" if "@" in contact.dpo else "form", contact.dpo, "officer")
    if contact.address:
        yield Door("post", _in_a_line(contact.address), "post")
    yield from _routes(fitting, "post")


def _routes(controls: list[Control], surface: Surface) -> Iterator[Door]:
    for control in controls:
        for route in control.route:
            to = route.url if surface == "form" else route.address
            if route.surface == surface and to:
                yield Door(surface, _in_a_line(to), "control")


def _fits(control: Control, right: Right) -> bool:
    """Whether the kind of control serves the right."""
    return {
        "objection-form": right in _OBJECTIONS or right is Right.WITHDRAW,
        "request": True,
        "deletion": right is Right.ERASE,
    }.get(control.kind, False)


def _of_authority(kind: Kind, facts: Facts) -> Iterator[Door]:
    """The authority's doors; its form comes first for a complaint, and last for a letter about one."""
    authority = facts.authority
    if authority is None:
        return
    form = [Door("form", authority.complaint_url, "authority")] if authority.complaint_url else []
    email = [Door("email", authority.email, "authority")] if authority.email else []
    post = [Door("post", _in_a_line(f"{authority.name}\n{authority.address}"), "authority")]
    yield from (*form, *email, *post) if kind is Kind.COMPLAINT else (*email, *post, *form)


def _shut(facts: Facts) -> frozenset[str]:
    """The addresses at which the person failed: unusable forms, and those from which a message came back."""
    controls = {one.url for one in facts.attempts.failed if one.entry.outcome in _SHUT}
    bounced = [
        max((one for one in facts.messages if one.id < answer.id), key=lambda one: one.id, default=None)
        for answer in facts.answers
        if answer.answer == "not-delivered"
    ]
    return frozenset({*controls, *(one.to for one in bounced if one)})


def _each_once(found: Iterator[Door]) -> Iterator[Door]:
    seen: set[str] = set()
    for one in found:
        if one.to not in seen:
            seen.add(one.to)
            yield one


def _in_a_line(address: str) -> str:
    return ", ".join(lines_of(address))

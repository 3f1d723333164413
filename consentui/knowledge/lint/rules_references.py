"""Rules about references between records: each must lead to a record that exists."""

from __future__ import annotations

from collections.abc import Iterator

from consentui.knowledge.base import Packs
from consentui.knowledge.lint.finding import Fault, Rule, Subject
from consentui.knowledge.records import Control, Controller, Platform


def _controls(subject: Subject) -> set[str]:
    return {f"{p.id}/{control.id}" for p in subject.known.platforms.values() for control in p.control}


def references_resolve(subject: Subject) -> Iterator[Fault]:
    """`fallback` and `pairs_with` name controls that exist."""
    known = _controls(subject)
    for place, control in subject.each(Control):
        for key, refs in (("fallback", control.fallback), ("pairs_with", control.pairs_with)):
            for ref in refs:
                if ref not in known:
                    yield Fault(f"{place}.{key}", f"{ref} does not exist", "name an existing platform/control")


def references_lead_away(subject: Subject) -> Iterator[Fault]:
    """`fallback` and `pairs_with` name other controls than the control itself, each once."""
    for place, platform in subject.each(Platform):
        for number, control in enumerate(platform.control):
            for key, refs in (("fallback", control.fallback), ("pairs_with", control.pairs_with)):
                if len(set(refs)) < len(refs) or f"{platform.id}/{control.id}" in refs:
                    yield Fault(f"{place}.control[{number}].{key}", "itself, or another twice", "name others, once")


def fallbacks_end(subject: Subject) -> Iterator[Fault]:
    """Fallbacks never lead back to the control itself, so that nobody is sent round in a circle."""
    platforms = subject.known.platforms.values()
    graph = {f"{p.id}/{control.id}": control.fallback for p in platforms for control in p.control}
    for place, platform in subject.each(Platform):
        for number, control in enumerate(platform.control):
            start = f"{platform.id}/{control.id}"
            if start in _reachable(graph, start):
                where = f"{place}.control[{number}].fallback"
                yield Fault(where, f"{start} leads back to itself", "take one of the fallbacks out")


def _reachable(graph: dict[str, tuple[str, ...]], start: str) -> set[str]:
    seen: set[str] = set()
    left = list(graph.get(start, ()))
    while left:
        ref = left.pop()
        if ref not in seen:
            seen.add(ref)
            left.extend(graph.get(ref, ()))
    return seen


def companion_exists(subject: Subject) -> Iterator[Fault]:
    """`companion` names a platform that exists."""
    for place, platform in subject.each(Platform):
        if platform.companion and platform.companion not in subject.known.platforms:
            yield Fault(f"{place}.companion", f"{platform.companion} does not exist", "name an existing platform")


def events_name_controls(subject: Subject) -> Iterator[Fault]:
    """An event touches controls of its own platform."""
    for place, platform in subject.each(Platform):
        known = {control.id for control in platform.control}
        for number, event in enumerate(platform.event):
            for control_id in event.touches:
                if control_id not in known:
                    where = f"{place}.event[{number}].touches"
                    yield Fault(where, f"{control_id} does not exist", "name an existing control")


def successor_exists(subject: Subject) -> Iterator[Fault]:
    """The successor named by a tombstone is a control that exists."""
    known = _controls(subject)
    for place, platform in subject.each(Platform):
        for number, tombstone in enumerate(platform.tombstone):
            if tombstone.successor and tombstone.successor not in known:
                where = f"{place}.tombstone[{number}].successor"
                yield Fault(where, f"{tombstone.successor} does not exist", "name an existing platform/control")


def controller_exists(subject: Subject) -> Iterator[Fault]:
    """The controller of a bundled platform is in `controllers.toml`, because letters need a recipient."""
    for place, platform in subject.each(Platform):
        if subject.bundled_as and platform.controller not in subject.known.controllers:
            fix = "name a company of controllers.toml, or add it"
            yield Fault(f"{place}.controller", f"{platform.controller} does not exist", fix)


def lead_authority_exists(subject: Subject) -> Iterator[Fault]:
    """The lead authority of a company is in `authorities.toml`."""
    for place, company in subject.each(Controller):
        if company.lead_authority and company.lead_authority not in subject.known.authorities:
            fix = "use a code of authorities.toml: IE, DE-HH"
            yield Fault(f"{place}.lead_authority", f"{company.lead_authority} does not exist", fix)


def packs_hold_platforms(subject: Subject) -> Iterator[Fault]:
    """A pack holds platforms that exist, each once."""
    for place, packs in subject.each(Packs):
        for number, pack in enumerate(packs.pack):
            strange = [name for name in pack.platforms if name not in subject.known.platforms]
            if strange or not pack.platforms or len(set(pack.platforms)) < len(pack.platforms):
                said = ", ".join(strange) + " does not exist" if strange else "none, or one twice"
                yield Fault(f"{place}.pack[{number}].platforms", said, "name existing platforms, each once")


ERRORS: tuple[Rule, ...] = (
    references_resolve,
    references_lead_away,
    fallbacks_end,
    companion_exists,
    events_name_controls,
    successor_exists,
    controller_exists,
    lead_authority_exists,
    packs_hold_platforms,
)
WARNINGS: tuple[Rule, ...] = ()

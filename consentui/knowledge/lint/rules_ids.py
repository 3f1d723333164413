"""Rules about ids and names: journals refer to them and must remain readable."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from consentui.knowledge.base import Packs
from consentui.knowledge.lint.finding import Fault, Rule, Subject
from consentui.knowledge.lint.released import Released, counts, ids
from consentui.knowledge.own import ids_used_twice
from consentui.knowledge.records import Controllers, Platform
from consentui.text import findable


def ids_differ(subject: Subject) -> Iterator[Fault]:
    """No two controls, tombstones, downloads or statements of a platform share an id, nor do two companies or packs."""
    for place, platform in subject.each(Platform):
        for where, name in ids_used_twice(platform):
            yield Fault(f"{place}{where.removeprefix('$')}", f"{name} is used twice", "give it another id")
    for place, controllers in subject.each(Controllers):
        yield from _used_twice(f"{place}.controller", [controller.id for controller in controllers.controller])
    for place, packs in subject.each(Packs):
        yield from _used_twice(f"{place}.pack", [pack.id for pack in packs.pack])


def _used_twice(place: str, names: list[str]) -> Iterator[Fault]:
    for number, name in enumerate(names):
        if name in names[:number]:
            yield Fault(f"{place}[{number}].id", f"{name} is used twice", "give it another id")


def rows_stand_once(subject: Subject) -> Iterator[Fault]:
    """No event, route or source is written twice: a repetition adds nothing, but is counted."""
    for place, platform in subject.each(Platform):
        yield from _repeated(f"{place}.event", platform.event)
        for number, control in enumerate(platform.control):
            yield from _repeated(f"{place}.control[{number}].route", control.route)
            yield from _repeated(f"{place}.control[{number}].source", control.source)


def _repeated(place: str, rows: Sequence[object]) -> Iterator[Fault]:
    for number, row in enumerate(rows):
        if row in rows[:number]:
            first = rows.index(row)
            yield Fault(f"{place}[{number}]", f"the same stands at {place}[{first}] already", "leave it once")


def tombstone_is_of_the_gone(subject: Subject) -> Iterator[Fault]:
    """A control that still exists has no tombstone."""
    for place, platform in subject.each(Platform):
        present = {control.id for control in platform.control}
        for number, tombstone in enumerate(platform.tombstone):
            if tombstone.id in present:
                where = f"{place}.tombstone[{number}].id"
                yield Fault(where, f"{tombstone.id} is there", "give the new control another id")


def names_lead_to_one_platform(subject: Subject) -> Iterator[Fault]:
    """Each name or alias belongs to one platform; a bundled file is not faulted for a name that an own file shares."""
    for place, platform in subject.each(Platform):
        others = {
            findable(name): other.id
            for other in subject.known.platforms.values()
            if other.id != platform.id and not (subject.bundled_as and other.is_own)
            for name in other.names
        }
        for name in platform.names:
            if other_id := others.get(findable(name)):
                yield Fault(f"{place}.aliases", f"“{name}” is {other_id} too", "leave it to one of them")


def hosts_lead_to_one_platform(subject: Subject) -> Iterator[Fault]:
    """Each host belongs to one platform; a bundled file is not faulted for a host that an own file shares."""
    for place, platform in subject.each(Platform):
        others = {
            host: other.id
            for other in subject.known.platforms.values()
            if other.id != platform.id and not (subject.bundled_as and other.is_own)
            for host in other.hosts
        }
        for number, host in enumerate(platform.hosts):
            if other_id := others.get(host):
                yield Fault(f"{place}.hosts[{number}]", f"{host} is {other_id} too", "leave it to one of them")


def bundled_is_not_own(subject: Subject) -> Iterator[Fault]:
    """No file sets `is_own`, and no bundled file sets `replaces`, which is for the person's own files."""
    for place, platform in subject.each(Platform):
        if platform.is_own or (platform.replaces and subject.bundled_as):
            yield Fault(f"{place}.{'is_own' if platform.is_own else 'replaces'}", "not for this file", "take it out")


def control_ids_stay(subject: Subject) -> Iterator[Fault]:
    """A released control that was removed leaves a tombstone, so that old journals can still be read."""
    for place, platform in subject.each(Platform):
        released = subject.known.released.platforms.get(platform.id, ()) if subject.bundled_as else ()
        for control_id in released:
            if control_id not in ids(platform):
                yield Fault(
                    f"{place}.id", f"{control_id} was released and is gone", "add a [[tombstone]] with its reason"
                )


def platform_ids_stay(subject: Subject) -> Iterator[Fault]:
    """A released platform is never removed: accounts in journals refer to it."""
    for place, released in subject.each(Released):
        for platform_id in released.platforms:
            if platform_id not in subject.known.platforms:
                yield Fault(f"{place}.platforms.{platform_id}", f"{platform_id} is gone", "put its file back")


def counts_never_fall(subject: Subject) -> Iterator[Fault]:
    """No count is lower than in the last release, unless `--release` accepts it: a loss is seldom intended."""
    for place, released in subject.each(Released):
        present = counts(platform for platform in subject.known.platforms.values() if not platform.is_own)
        for name, number in released.counts.items():
            if present.get(name, number) < number:
                fix = "bring them back, or accept it: consentui kb lint --release"
                yield Fault(f"{place}.counts.{name}", f"{present[name]} {name}, {number} were released", fix)


ERRORS: tuple[Rule, ...] = (
    ids_differ,
    rows_stand_once,
    tombstone_is_of_the_gone,
    names_lead_to_one_platform,
    hosts_lead_to_one_platform,
    bundled_is_not_own,
    control_ids_stay,
    platform_ids_stay,
    counts_never_fall,
)
WARNINGS: tuple[Rule, ...] = ()

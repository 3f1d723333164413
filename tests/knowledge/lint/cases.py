"""The parts of the cases for lint rules: a rule, a record, and the places where the rule finds a fault."""

from __future__ import annotations

from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from consentui.knowledge.authorities import Authorities, Authority
from consentui.knowledge.base import Packs
from consentui.knowledge.lint.finding import LintContext, Rule, Subject, subject_of
from consentui.knowledge.records import Contact, Controller, Controllers, FormerLabel, Pack, Platform, Tombstone
from tests.builders import TODAY, a_control, a_platform, a_source, a_text

OTHER = a_platform(a_control(id="switch", fallback=("other/second",)), a_control(id="second"), id="other", name="Other")
KNOWN = LintContext(
    platforms={"other": OTHER}, controllers=frozenset({"chirp"}), authorities=frozenset({"IE", "DE-HH"})
)


class Case(Struct, frozen=True):
    """A rule, a record, and the places of the faults; no places if the record is sound."""

    rule: Rule
    record: Struct
    places: frozenset[str] = frozenset()
    known: LintContext = KNOWN
    name: str = ""
    """The name of a bundled file; empty for a file of the person's own."""

    @property
    def subject(self) -> Subject:
        here = {self.record.id: self.record} if isinstance(self.record, Platform) else {}
        known = replace(self.known, platforms={**self.known.platforms, **here})
        return subject_of(self.record, known, TODAY, self.name)


def broken(rule: Rule, record: Struct, *places: str, known: LintContext = KNOWN, name: str = "") -> Case:
    return Case(rule, record, frozenset(places), known, name)


def sound(rule: Rule, record: Struct, known: LintContext = KNOWN, name: str = "") -> Case:
    return Case(rule, record, frozenset(), known, name)


def controls(*changes: dict[str, Any]) -> Platform:
    """A platform with a control for each set of changes."""
    sets = enumerate(changes)
    return a_platform(
        *(a_control(**{"id": f"c{number}", "title": a_text(f"Title {number}"), **change}) for number, change in sets)
    )


def about(en: str = "Words.", fr: str = "Des mots.") -> Platform:
    """A platform whose control has this `about` text."""
    return controls({"about": a_text(en, fr)})


def titled(en: str = "Refuse", fr: str = "Refuser") -> Platform:
    return controls({"title": a_text(en, fr)})


def a_tombstone(**changes: Any) -> Tombstone:
    return Tombstone(**{"id": "gone", "removed": TODAY, "reason": a_text("It was taken out.", "Retiré."), **changes})


def a_former_label(**changes: Any) -> FormerLabel:
    return FormerLabel(**{"until": "2024-12", **changes})


def companies(*changes: dict[str, Any]) -> Controllers:
    """A file with a company for each set of changes."""
    return Controllers(
        tuple(
            replace(
                Controller(
                    id=f"company-{number}",
                    name="Chirp Ltd",
                    contact=Contact(),
                    evidence="documented",
                    verified_on=TODAY,
                    source=(a_source(),),
                ),
                **change,
            )
            for number, change in enumerate(changes)
        )
    )


def authorities(*changes: dict[str, Any]) -> Authorities:
    """A file with an authority for each set of changes."""
    return Authorities(
        tuple(
            replace(
                Authority(
                    country="IE",
                    level="national",
                    name="Data Protection Commission",
                    name_en="Data Protection Commission",
                    short="DPC",
                    website="https://dpc.example/",
                    phone="+353 1",
                    address="Street\nTown",
                    languages=("en",),
                    languages_basis="authority",
                    evidence="documented",
                    verified_on=TODAY,
                    recorded_on=TODAY,
                    source=(a_source(),),
                ),
                **change,
            )
            for change in changes
        )
    )


def packs(*changes: dict[str, Any]) -> Packs:
    """A file with a pack for each set of changes."""
    return Packs(
        tuple(
            replace(Pack(id=f"pack-{number}", title=a_text("Pack"), platforms=("other",)), **change)
            for number, change in enumerate(changes)
        )
    )

"""Examining a download with the knowledge base: what it says about each control, and what it cannot show."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from msgspec import Struct

from consentui.knowledge.records import Control, DownloadStatement, Platform, Testimony
from consentui.verify.archive import Archive
from consentui.verify.readers import Result
from consentui.verify.recognise import DatedBy, MadeOn, Recognised, made_on, names_in, recognised


class ControlFinding(Struct, frozen=True):
    """What a download says about one control."""

    platform: str
    control: Control
    testimony: Testimony
    result: Result

    @property
    def ref(self) -> str:
        return f"{self.platform}/{self.control.id}"


class PersonFinding(Struct, frozen=True):
    """What a download says about the person other than the state of a control."""

    statement: DownloadStatement
    result: Result


class Examination(Struct, frozen=True):
    """One download, examined."""

    found: Recognised
    names: tuple[str, ...]
    """The user names or e-mail addresses that it gives for the account; empty if it gives none."""
    made: MadeOn | None
    """When it was made; None if not known."""
    findings: tuple[ControlFinding, ...]
    statements: tuple[PersonFinding, ...]
    silent: tuple[str, ...]
    """The references of its platform's controls that nothing in it is known to show."""

    @property
    def results(self) -> tuple[Result, ...]:
        """The results of all readers, for controls and statements."""
        return (*(one.result for one in self.findings), *(one.result for one in self.statements))


def examine(
    archive: Archive, platforms: Iterable[Platform], today: date, said: date | None = None
) -> tuple[Examination, ...]:
    """Examine every download in an archive; `said` is the day on which the person says it was made."""
    known = tuple(platforms)
    return tuple(_examined(found, archive, known, today, said) for found in recognised(archive, known))


def _examined(
    found: Recognised, archive: Archive, platforms: tuple[Platform, ...], today: date, said: date | None
) -> Examination:
    return Examination(
        found,
        names_in(found, archive),
        MadeOn(said, DatedBy.SAID) if said else made_on(found, archive, today),
        tuple(_findings(found, archive, platforms)),
        tuple(_statements(found, archive, platforms)),
        tuple(_silent(found, platforms)),
    )


def _findings(found: Recognised, archive: Archive, platforms: Iterable[Platform]) -> Iterator[ControlFinding]:
    for platform in platforms:
        for control in platform.control:
            for testimony in control.testimony:
                if testimony.download == found.download.id:
                    yield ControlFinding(platform.id, control, testimony, found.read(testimony.reads, archive))


def _statements(found: Recognised, archive: Archive, platforms: Iterable[Platform]) -> Iterator[PersonFinding]:
    for platform in platforms:
        for statement in platform.statement:
            if statement.download == found.download.id:
                yield PersonFinding(statement, found.read(statement.reads, archive))


def _silent(found: Recognised, platforms: Iterable[Platform]) -> Iterator[str]:
    for platform in platforms:
        if platform.id == found.platform:
            yield from (
                f"{platform.id}/{control.id}"
                for control in platform.control
                if not any(one.download == found.download.id for one in control.testimony)
            )

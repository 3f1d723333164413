"""The downloads that platforms give people, and where in them a setting or another statement is found."""

from __future__ import annotations

from datetime import date

from msgspec import Struct

from consentui.knowledge.records.meanings import Meanings
from consentui.knowledge.records.sources import Source
from consentui.knowledge.records.texts import Text
from consentui.knowledge.records.vocabulary import ControlRef, Slug
from consentui.knowledge.testimony import Grade, Names, Reader


class Testimony(Meanings, frozen=True, forbid_unknown_fields=True, omit_defaults=True, gc=False, kw_only=True):
    """What in a platform's download shows the state of a control."""

    download: Slug
    """The `Download.id` of this platform or of another (Facebook's download also covers Meta)."""
    reads: Reader


class Download(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True, gc=False):
    """A copy of their data that people can request from a platform, or data that a program keeps on their machine."""

    id: Slug
    marks: Names
    """Files, and folders ending in `/`, by which the download and its language are recognised."""
    silence: Text
    """What it is known not to show, and how that is known."""
    source: tuple[Source, ...]
    request: ControlRef | None = None
    """The control that says how to request it; None if it is on the person's own machine (then give `dated_by`)."""
    dated_by: tuple[str, ...] = ()
    """Files whose last change on this machine is the day of the download; of several, the earliest change counts."""
    archive: tuple[str, ...] = ()
    """Patterns for the archive's name, whatever the language of its content: `facebook-*`."""
    foreign: tuple[str, ...] = ()
    """Files by which it is recognised in a language for which `marks` has no names."""
    for_reading: tuple[str, ...] = ()
    """How its files end if it was requested for reading, not as JSON (`.html`, `.txt`); empty if there is no choice."""
    account: tuple[Reader, ...] = ()
    """Where the user name or e-mail address of the account is found."""
    made: tuple[Reader, ...] = ()
    """Where the day on which it was made is found."""


class Meaning(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True, gc=False):
    """Our interpretation of a value."""

    value: str
    says: Text
    never_told: bool = False
    """Whether it means that the company never gave the person the information it owes them (GDPR Art. 12 to 14)."""


class DownloadStatement(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True, gc=False):
    """Something that a download says about the person which is not a control but matters to an authority."""

    id: Slug
    download: Slug
    title: Text
    reads: Reader
    grade: Grade
    """How well the file and the field are known."""
    meaning_grade: Grade
    """How well the meaning of the values is known."""
    article: str
    """The articles of the GDPR that it concerns: `12 to 14`."""
    verified_on: date
    source: tuple[Source, ...]
    meaning: tuple[Meaning, ...] = ()

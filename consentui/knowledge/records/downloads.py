"""What a platform's own download shows of a person's settings, and where in it."""

from __future__ import annotations

from datetime import date

from msgspec import Struct

from consentui.knowledge.records.meanings import Meanings
from consentui.knowledge.records.sources import Source
from consentui.knowledge.records.texts import Text
from consentui.knowledge.records.vocabulary import ControlRef, Slug
from consentui.knowledge.testimony import Grade, Names, Reader


class Testimony(Meanings, frozen=True, forbid_unknown_fields=True, omit_defaults=True, gc=False, kw_only=True):
    """What in a platform's download shows how a control stands."""

    download: Slug
    """The download it is in: a `Download.id` of this platform or of another (Facebook's download speaks of Meta)."""
    reads: Reader


class Download(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True, gc=False):
    """A copy of their data that people can ask a platform for; or what a program keeps on their own machine."""

    id: Slug
    marks: Names
    """Files and folders (these end with `/`) by which it is known, and by them its language."""
    silence: Text
    """What it is known not to show, and how that is known."""
    source: tuple[Source, ...]
    request: ControlRef | None = None
    """The control that says how to ask for it; None where it lies on the person's own machine (then say `dated_by`)."""
    dated_by: tuple[str, ...] = ()
    """Files whose last change on this machine is its day."""
    archive: tuple[str, ...] = ()
    """How the archive is called, whatever the language inside: `facebook-*`."""
    foreign: tuple[str, ...] = ()
    """Files by which it is known in a language whose other names are not."""
    account: tuple[Reader, ...] = ()
    """Where it names the account: a user name or an e-mail address."""
    made: tuple[Reader, ...] = ()
    """Where it says when it was made."""


class Meaning(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True, gc=False):
    """What a value is taken to mean: a reading of ours."""

    value: str
    says: Text
    never_told: bool = False
    """Whether it means that the person was not told what the company owes them to be told (GDPR Art. 12 to 14)."""


class Statement(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True, gc=False):
    """Something a platform's own file says about the person that is no control and matters before an authority."""

    id: Slug
    download: Slug
    title: Text
    reads: Reader
    grade: Grade
    """How well the file and the field are known."""
    meaning_grade: Grade
    """How well it is known what the values mean."""
    article: str
    """The articles of the GDPR that it bears on: `12 to 14`."""
    verified_on: date
    source: tuple[Source, ...]
    meaning: tuple[Meaning, ...] = ()

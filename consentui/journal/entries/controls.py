"""Entries about the controls of an account: said by the person, or seen where the platform put it."""

from __future__ import annotations

from datetime import date
from typing import Literal

from consentui.journal.entries.dated import Dated
from consentui.journal.entries.outcomes import Decision, Outcome, Verdict
from consentui.journal.entries.vocabulary import AccountId, Sha256, Surface


class Decided(Dated, frozen=True, tag="decided"):
    """What the person wants of a control."""

    account: AccountId
    control: str
    decision: Decision
    note: str = ""


class Recorded(Dated, frozen=True, tag="recorded"):
    """An outcome. `seen` is the label as the person read it on the platform's screen."""

    account: AccountId
    control: str
    outcome: Outcome
    surface: Surface | None = None
    seen: str = ""
    note: str = ""
    said_by: Literal["person", "check"] = "person"


class Noted(Dated, frozen=True, tag="noted"):
    """Something to remember, or the label as the person read it, apart from any outcome."""

    account: AccountId
    control: str
    note: str = ""
    seen: str = ""


class Seen(Dated, frozen=True, kw_only=True):
    """Something that was read where a platform put it: in a download, a mail, a public record."""

    account: AccountId
    source: str
    """What it was read in: a download's id in the knowledge base, or the way in which a host was asked."""
    name: str
    """The archive's name as a file, the address of a record. Neither is kept here."""
    sha256: Sha256 | Literal[""] = ""
    """Of the archive, or of the one file that was read where it came as a folder."""
    member: str = ""
    field: str = ""
    value: str = ""
    """As it is printed there."""
    made: date | None = None
    """The day that it speaks of: the download's, which may lie before the day it was read."""
    grade: Literal["A", "B", "C", "D"] = "D"
    """How well it was known what the value means, when it was read."""

    @property
    def is_public(self) -> bool:
        """Whether it was read where anyone can, in the moment that it was written down, and not in a file."""
        return self.name.startswith(("https://", "http://"))


class Checked(Seen, frozen=True, tag="checked"):
    """What a control was seen to be, by something that the platform itself says."""

    control: str
    verdict: Verdict
    reason: str = ""
    """Why it says nothing or cannot be read."""


class Stated(Seen, frozen=True, tag="stated"):
    """Something else that the platform's own file says about the person."""

    statement: str

"""Entries about the controls of an account: what the person said, and what the platform was seen to say."""

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
    """An outcome was recorded; `seen` is the label as the person read it on the platform's screen."""

    account: AccountId
    control: str
    outcome: Outcome
    surface: Surface | None = None
    seen: str = ""
    note: str = ""
    said_by: Literal["person", "check"] = "person"


class Noted(Dated, frozen=True, tag="noted"):
    """A note, or the label as the person read it, recorded without an outcome."""

    account: AccountId
    control: str
    note: str = ""
    seen: str = ""


class Seen(Dated, frozen=True, kw_only=True):
    """Something that was read in what a platform published or sent: a download, a mail, a public record."""

    account: AccountId
    source: str
    """What it was read in: the id of a download in the knowledge base, or the way in which a host was asked."""
    name: str
    """The file name of the archive, or the address of the record; its content is not kept."""
    sha256: Sha256 | Literal[""] = ""
    """The SHA-256 of the archive or answer, or, if the download came as a folder, of the one file that was read."""
    member: str = ""
    field: str = ""
    value: str = ""
    """The value as it was printed there."""
    made: date | None = None
    """The day that the content is about: that of the download, which may be earlier than the day it was read."""
    grade: Literal["A", "B", "C", "D"] = "D"
    """How well the meaning of the value was known when it was read, from A (best) to D."""

    @property
    def last_step(self) -> str:
        """The last step of `field`, a label or a key, without the steps that lead there."""
        steps = self.field.split(" › ")
        return next((step.partition("=")[2] for step in reversed(steps) if "=" in step), steps[-1])

    @property
    def is_public(self) -> bool:
        """Whether it was read at a public address, at the moment of the entry, rather than in a file."""
        return self.name.startswith(("https://", "http://"))


class Checked(Seen, frozen=True, tag="checked"):
    """What the platform itself was seen to say about a control."""

    control: str
    verdict: Verdict
    reason: str = ""
    """Why it says nothing or cannot be read; empty for other verdicts."""


class Stated(Seen, frozen=True, tag="stated"):
    """A statement about the person in the platform's own file that concerns no control."""

    statement: str

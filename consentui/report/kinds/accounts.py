"""The model of the account of the day, before it is written in any format; other kinds are made from its parts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime

from msgspec import Struct

from consentui.checklist.availability import Absence
from consentui.checklist.checks import Contradicted, settles
from consentui.checklist.items import Excluded, Item, progress
from consentui.checklist.reviews import FactsRevised, PlatformChanged, ReviewReason, WrittenByNewer, is_old
from consentui.checklist.standing import Standing
from consentui.clock import local_day
from consentui.i18n import Language, speaking
from consentui.journal.entries import (
    AboutControl,
    Checked,
    Decided,
    Decision,
    Noted,
    Outcome,
    ProofAdded,
    Recorded,
    Surface,
    Verdict,
)
from consentui.journal.fold import Account, Ledger
from consentui.knowledge.ages import Age, age_of
from consentui.knowledge.changes import policies_after, policy_on
from consentui.knowledge.records import Controller, Default, Evidence, Kind, Platform, Purpose
from consentui.report.kinds.frame import Framed
from consentui.report.kinds.mask import Hidden, Names, hidden, shown_handle, without_handles
from consentui.report.kinds.requests import Request
from consentui.text import clean_line
from consentui.words.accounts import at_work_words
from consentui.words.checks import check_sentence, contradiction_sentence
from consentui.words.items import newer_sentence


class Attempt(Struct, frozen=True):
    """One outcome that was recorded for a control."""

    on: date
    outcome: Outcome
    surface: Surface | None
    seen: str
    note: str
    said_by: str


class Choice(Struct, frozen=True):
    """A decision of the person's."""

    on: date
    decision: Decision
    after: int
    """How many of the attempts came before it, since the days alone would not tell."""


class Proof(Struct, frozen=True):
    """A file that was attached to a control."""

    name: str
    type: str
    """The media type of its content."""
    size: int
    """In bytes."""
    sha256: str
    on: date


class Check(Struct, frozen=True):
    """What the platform's own file, or a public record, was seen to say about a control."""

    on: date
    """The day on which it was read."""
    verdict: Verdict
    reason: str
    """Why it says nothing or cannot be read, as a keyword that is the same in every language; empty otherwise."""
    made: date | None
    """The day that the file speaks of, which may lie before the day it was read; None if not known."""
    source: str
    """The kind of download, by its id in the knowledge base, or the way in which a host was asked."""
    name: str
    """The name of the archive, or the address of a public record. Neither is kept."""
    member: str
    """The name of the file in the archive."""
    field: str
    value: str
    """The value as it is printed there."""
    sha256: str
    """The SHA-256 of the archive, or of the file if the download is a folder; empty if not known."""
    grade: str
    """How well the meaning of the value was known, from A, the platform's own words, to D, hearsay."""
    settles: bool
    """Whether the check says on or off, and its meaning is known well enough to count."""
    text: str
    """The whole check as a sentence."""


class Version(Struct, frozen=True):
    """A version of a platform's policy or terms that came into force."""

    on: str
    """The day, or the month or year if no more is known."""
    what: str


class Line(Struct, frozen=True):
    """One control of an account."""

    control: str
    title: str
    standing: Standing
    decision: Decision
    since: date | None
    counted: bool
    default: Default
    evidence: Evidence
    facts_verified_on: date
    facts_are_old: bool
    attempts: tuple[Attempt, ...]
    notes: tuple[str, ...]
    labels_seen: tuple[str, ...]
    """Labels that were noted apart from an attempt."""
    changed: str
    """What happened since it was settled, if that is why it is open again: on the platform, to the facts about it, in a
    check, or in an entry of a newer consentui. Empty otherwise."""
    kind: Kind
    purpose: Purpose
    decisions: tuple[Choice, ...]
    sources: tuple[str, ...]
    """The addresses of the pages where the facts were read."""
    proofs: tuple[Proof, ...] = ()
    checks: tuple[Check, ...] = ()
    checked: bool = False
    """Whether a check shows it as it is wanted, and nothing newer was recorded."""
    contradicted: bool = False
    """Whether it was settled, and the platform's own file or a public record shows otherwise."""
    policy: str = ""
    """The date of the policy or terms in force when its outcome was recorded; empty if none is known."""
    policy_since: tuple[Version, ...] = ()
    """The versions of the policy or terms that came into force since then."""

    @property
    def is_only_said(self) -> bool:
        """Whether what was done about it is known only from what the person said."""
        return bool(self.attempts) and not self.checked and all(one.said_by == "person" for one in self.attempts)


class Left(Struct, frozen=True):
    """A control that does not exist for an account."""

    control: str
    title: str
    reason: Absence


class Section(Struct, frozen=True):
    """One account. It has no lines if the knowledge base does not know its platform."""

    account: str
    platform: str
    platform_name: str
    handle: str
    added: date
    settled: int
    counted: int
    lines: tuple[Line, ...]
    excluded: tuple[Left, ...]
    controller: str
    """The id of the company answerable for the data (GDPR Art. 4(7)); empty for an unknown platform."""
    controller_name: str
    """The legal name of that company; empty if the knowledge base does not have it."""
    tags: tuple[str, ...] = ()
    at_work: str = ""
    """For an account of an organisation, what the contract, an administrator and each person decide."""


class Report(Framed, frozen=True):
    """The report of a day."""

    settled: int
    counted: int
    sections: tuple[Section, ...]
    requests: tuple[Request, ...] = ()
    """The requests about these accounts, the most urgent first."""


class AccountView(Struct, frozen=True):
    """What a report needs to know of an account."""

    account: Account
    platform: Platform | None
    items: tuple[Item, ...]
    excluded: tuple[Excluded, ...]
    controller: Controller | None = None
    """The company answerable for the data; None if the knowledge base does not have it."""


def build(
    views: Sequence[AccountView],
    ledger: Ledger,
    *,
    as_of: date,
    language: Language,
    country: str,
    names: Names,
    version: str,
    requests: tuple[Request, ...] = (),
) -> Report:
    """The report on these accounts, as of a day."""
    total = progress(item for view in views for item in view.items)
    # A note on one account may name another one.
    hide = hidden(account.handle for account in ledger.accounts.values()) if names == "masked" else None
    return Report(
        as_of,
        language,
        country,
        names,
        version,
        facts_of(views, as_of),
        total.settled,
        total.counted,
        tuple(_section(view, ledger, as_of, language, names, hide) for view in views),
        requests,
    )


def facts_of(views: Sequence[AccountView], as_of: date) -> Age:
    """How old the facts about the platforms of these accounts are."""
    return age_of({view.platform.id: view.platform for view in views if view.platform}.values(), as_of)


def _section(view: AccountView, ledger: Ledger, as_of: date, language: Language, names: Names, hide: Hidden) -> Section:
    account = view.account
    here = progress(view.items)
    return Section(
        account.id,
        account.platform,
        view.platform.name_in(language) if view.platform else account.platform,
        shown_handle(account.handle, names),
        local_day(account.added),
        here.settled,
        here.counted,
        tuple(_line(item, ledger, as_of, language, hide) for item in view.items),
        tuple(Left(left.control.id, left.control.title.in_language(language), left.absence) for left in view.excluded),
        view.platform.controller if view.platform else "",
        view.controller.name if view.controller else "",
        account.tags,
        at_work_words(view.platform, account.account_type),
    )


def _line(item: Item, ledger: Ledger, as_of: date, language: Language, hide: Hidden) -> Line:
    about = ledger.about(item.account.id, item.control.id)
    changed = _what_changed(item.review, language)
    return Line(
        control=item.control.id,
        title=item.control.title.in_language(language),
        standing=item.standing,
        decision=item.position.decision,
        since=_day(item.position.since),
        counted=item.is_counted,
        default=item.control.default,
        evidence=item.control.evidence,
        facts_verified_on=item.control.verified_on,
        facts_are_old=is_old(item.control, as_of),
        attempts=tuple(_attempt(entry, hide) for entry in about if isinstance(entry, Recorded)),
        notes=_notes(about, hide),
        labels_seen=tuple(
            without_handles(entry.seen, hide) for entry in about if isinstance(entry, Noted) and entry.seen
        ),
        changed=changed,
        kind=item.control.kind,
        purpose=item.control.purpose,
        decisions=tuple(_choices(about)),
        sources=tuple(dict.fromkeys(source.url for source in item.control.source)),
        proofs=tuple(_proof(entry, hide) for entry in about if isinstance(entry, ProofAdded)),
        checks=tuple(_check(entry, language, hide) for entry in about if isinstance(entry, Checked)),
        checked=item.position.confirmed is not None,
        contradicted=item.is_contradicted,
        policy=_policy(item),
        policy_since=tuple(_policy_since(item, as_of, language)),
    )


def _policy(item: Item) -> str:
    settled = _day(item.position.since) if item.position.last else None
    then = policy_on(item.platform, settled) if settled else None
    return then.date if then else ""


def _policy_since(item: Item, as_of: date, language: Language) -> Iterator[Version]:
    if settled := _day(item.position.since) if item.position.last else None:
        for one in policies_after(item.platform, settled, as_of):
            yield Version(one.date, one.what.in_language(language))


def _what_changed(review: ReviewReason | None, language: Language) -> str:
    match review:
        case PlatformChanged(event=event):
            return event.what.in_language(language)
        case FactsRevised(revision=revision):
            return revision.what.in_language(language)
        case Contradicted():
            with speaking(language):
                return contradiction_sentence(review)
        case WrittenByNewer():
            with speaking(language):
                return newer_sentence()
        case _:
            return ""


def _check(entry: Checked, language: Language, hide: Hidden) -> Check:
    with speaking(language):
        text = without_handles(check_sentence(entry), hide)
    return Check(
        local_day(entry.at),
        entry.verdict,
        entry.reason,
        entry.made,
        entry.source,
        without_handles(entry.name, hide),
        without_handles(entry.member, hide),
        entry.field,
        without_handles(entry.value, hide),
        entry.sha256,
        entry.grade,
        settles(entry),
        text,
    )


def _attempt(entry: Recorded, hide: Hidden) -> Attempt:
    return Attempt(
        local_day(entry.at),
        entry.outcome,
        entry.surface,
        without_handles(entry.seen, hide),
        without_handles(entry.note, hide),
        entry.said_by,
    )


def _choices(about: Iterable[AboutControl]) -> Iterator[Choice]:
    attempts = 0
    for entry in about:
        if isinstance(entry, Decided):
            yield Choice(local_day(entry.at), entry.decision, attempts)
        attempts += isinstance(entry, Recorded)


def _proof(entry: ProofAdded, hide: Hidden) -> Proof:
    name = without_handles(clean_line(entry.name), hide)
    return Proof(name, entry.type, entry.size, entry.sha256, local_day(entry.at))


def _notes(about: Iterable[AboutControl], hide: Hidden) -> tuple[str, ...]:
    return tuple(
        without_handles(entry.note, hide)
        for entry in about
        if isinstance(entry, Noted | Decided | ProofAdded) and entry.note
    )


def _day(moment: datetime | None) -> date | None:
    return local_day(moment) if moment else None

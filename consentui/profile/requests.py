"""Requests at work: a session's cases, their letters, and what is written down of them.

The commands and the interface share it. Nothing is ever sent from here: the person sends, and says so.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from hashlib import sha256
from pathlib import Path

from consentui import clock
from consentui.errors import StorageError, UsageError
from consentui.i18n import Language, _
from consentui.i18n.countries import EEA_COUNTRIES
from consentui.i18n.dates import long_date
from consentui.journal.entries import (
    AboutRequest,
    Answer,
    Message,
    RequestAnswered,
    RequestClosed,
    RequestOpened,
    RequestReceived,
    RequestSent,
    Surface,
)
from consentui.journal.fold import Account
from consentui.knowledge.authorities import authority_for, lead_authority
from consentui.knowledge.base import control_named
from consentui.knowledge.records import Control, Controller, Event, Platform
from consentui.profile.input import cleaned_note
from consentui.profile.sent_text import SentText, as_drafted
from consentui.profile.session import Session
from consentui.requests.cases import Case, answer_due, case_of
from consentui.requests.letters.facts import Facts, Issue, NamedAccount, Person, destination_of
from consentui.requests.letters.kinds import REPLIES, REQUESTS, Kind
from consentui.requests.letters.letters import Letter
from consentui.requests.references import next_reference
from consentui.requests.rights import Regime, Right
from consentui.requests.status import Status, status
from consentui.requests.time.deadlines import Deadline
from consentui.text import clean_line

_GROUNDS = "grounds.text"


def cases(session: Session) -> tuple[Case, ...]:
    """All requests, in the order in which they were opened."""
    return tuple(case for entries in session.ledger.requests.values() if (case := case_of(entries)))


def case_called(session: Session, reference: str) -> Case:
    """The request of this reference (`CU-2026-004`, or `4` in this year); raises UsageError with the nearest."""
    from consentui.nearest import nearest

    known = {case.reference: case for case in cases(session)}
    wanted = f"CU-{clock.today().year}-{int(reference):03d}" if reference.isdecimal() else reference.upper()
    if wanted in known:
        return known[wanted]
    near = nearest(wanted, known)
    raise UsageError(
        _("There is no request called “{name}”.").format(name=reference),
        way_out=_("Did you mean “{near}”?").format(near=near)
        if near
        else _("“consentui request list” shows them all, “consentui request draft” begins one."),
    )


def is_begun(session: Session, reference: str) -> bool:
    """Whether this request was begun, and that was not taken back."""
    return any(case.reference == reference for case in cases(session))


def regime_of(country: str) -> Regime:
    """Whose law counts the time for a person in this country; the EU's where the country is not known."""
    if country in EEA_COUNTRIES or not country:
        return Regime.EU
    return {"GB": Regime.UK, "CH": Regime.CH, "US": Regime.US_CA}.get(country, Regime.EU)


def controller_of(session: Session, case: Case) -> Controller:
    """The company of a request; raises UsageError when the knowledge base does not name it any more."""
    if found := session.knowledge.controller(case.opened.controller):
        return found
    raise _no_such_company(case.opened.controller)


def due_of(session: Session, case: Case) -> Deadline | None:
    """When the answer is due, None for a draft."""
    return answer_due(case, controller_of(session, case).lead_authority or "", regime_of(session.country))


def status_of(session: Session, case: Case) -> Status:
    """Where a request stands today."""
    return status(case, due_of(session, case), clock.today())


def draft(session: Session, account: Account, right: Right, language: Language, control: Control | None) -> Case:
    """Begin a request under a new reference; raises UsageError where platform or company is not known."""
    platform = session.knowledge.platform(account.platform)
    if session.knowledge.controller(platform.controller) is None:
        raise _no_such_company(platform.controller)
    stamp = session.stamp()
    # Those that were taken back count too: their folder may hold grounds, and letters that went out after all.
    given = (entry.request for entry in session.entries if isinstance(entry, AboutRequest))
    reference = next_reference(given, clock.today().year)
    session.append(
        RequestOpened(
            at=stamp.at,
            id=stamp.id,
            request=reference,
            account=account.id,
            right=right.value,
            controller=platform.controller,
            language=language,
            control=control.id if control else "",
        )
    )
    return case_called(session, reference)


def facts_of(
    session: Session,
    case: Case,
    person: Person,
    channel: Surface,
    *,
    grounds: Sequence[str] = (),
    issues: Sequence[Issue] = (),
    region: str = "",
    on: date | None = None,
) -> Facts:
    """What is known of a request, for a letter of a day: today, unless told."""
    platform, control = _subject(session, case)
    account = session.ledger.accounts.get(case.opened.account)
    controller = controller_of(session, case)
    due = due_of(session, case)
    authorities = session.knowledge.authorities()
    name = platform.name_in(case.opened.language) if platform else controller.name
    return Facts(
        person=person,
        today=on or clock.today(),
        reference=case.reference,
        right=case.right,
        controller=controller,
        account=NamedAccount(name, account.handle if account else "", email=""),
        regime=regime_of(session.country),
        channel=channel,
        control=control,
        switched_off=_switched_off(session, case),
        grounds=tuple(grounds),
        messages=case.messages,
        received=case.received.on if case.received else None,
        answers=case.answers,
        due=due.last_day if due else None,
        extended=bool(due and due.extended),
        authority=authority_for(authorities, session.country, region.upper()),
        lead=lead_authority(authorities, controller.lead_authority),
        issues=tuple(issues),
        pending=_pending(session, platform),
    )


def record_sent(
    session: Session,
    case: Case,
    kind: Kind,
    text: Letter | SentText,
    how: Surface,
    to: str,
    on: date,
    *,
    proof: str = "",
) -> RequestSent:
    """Freeze the text of a letter word for word, as drafted or as it really went out, and write down that it did.

    Raises UsageError for a day that cannot be, StorageError when the text cannot be written; nothing is then
    said to be sent.
    """
    _check_day(case, on, begins=message_of(kind) == "request")
    went_out = text if isinstance(text, SentText) else as_drafted(text)
    content = went_out.content.encode()
    path = _free_path(session.folders.requests / case.reference, kind)
    _freeze(path, content)
    stamp = session.stamp()
    entry = RequestSent(
        at=stamp.at,
        id=stamp.id,
        request=case.reference,
        on=on,
        message=message_of(kind),
        letter=kind.value,
        how=how,
        to=clean_line(to),
        subject=went_out.subject,
        file=path.relative_to(session.folders.data).as_posix(),
        sha256=sha256(content).hexdigest(),
        proof=cleaned_note(proof),
    )
    session.append(entry)
    return entry


def record_received(session: Session, case: Case, on: date, *, proof: str = "") -> None:
    """Write down the day the controller got the request: the time runs from it.

    Raises UsageError for a day that cannot be.
    """
    _check_day(case, on)
    stamp = session.stamp()
    session.append(RequestReceived(at=stamp.at, id=stamp.id, request=case.reference, on=on, proof=cleaned_note(proof)))


def record_answer(
    session: Session, case: Case, answer: Answer, on: date, *, reasons: bool = False, note: str = "", proof: str = ""
) -> None:
    """Write down what the controller said, or that the person gave the identification asked for.

    Raises UsageError for a day that cannot be.
    """
    _check_day(case, on)
    stamp = session.stamp()
    session.append(
        RequestAnswered(
            at=stamp.at,
            id=stamp.id,
            request=case.reference,
            on=on,
            answer=answer,
            reasons=reasons,
            note=cleaned_note(note),
            proof=cleaned_note(proof),
        )
    )


def record_closed(session: Session, case: Case, on: date, *, satisfied: bool, note: str = "") -> None:
    """Write down the end of a request; raises UsageError for a day that cannot be."""
    _check_day(case, on)
    stamp = session.stamp()
    session.append(
        RequestClosed(
            at=stamp.at, id=stamp.id, request=case.reference, on=on, satisfied=satisfied, note=cleaned_note(note)
        )
    )


def message_of(kind: Kind) -> Message:
    """What part a letter plays in its request."""
    if kind in REQUESTS:
        return "request"
    if kind in REPLIES:
        return "reply"
    return "complaint" if kind is Kind.COMPLAINT else "reminder"


def destination(facts: Facts, kind: Kind) -> str:
    """Where a letter goes, in a line; empty where that is not known."""
    if kind is Kind.COMPLAINT:
        authority = facts.authority
        return (authority.complaint_url or authority.email or authority.name) if authority else ""
    if facts.channel == "post":
        return ", ".join((facts.controller.contact.address or "").splitlines())
    return destination_of(facts)


def altered_texts(data: Path, sent: Iterable[RequestSent]) -> tuple[Path, ...]:
    """The frozen texts in a profile's folder that are missing or are not what was sent any more, by their hashes."""
    return tuple(path for one in sent if _hash_of(path := data / one.file) != one.sha256)


def frozen_text(session: Session, message: RequestSent) -> str:
    """A text as it was sent; raises StorageError when it is missing or is not what it was."""
    path = session.folders.data / message.file
    if altered_texts(session.folders.data, (message,)):
        raise StorageError(
            _("A text that was sent is missing, or is not what it was."),
            str(path),
            _("Put the file back from a copy: its SHA-256 is {hash}.").format(hash=message.sha256),
        )
    return path.read_text(encoding="utf-8")


def _check_day(case: Case, on: date, *, begins: bool = False) -> None:
    """What is written down has happened, and unless it begins the request, not before the request went out."""
    if on > clock.today():
        raise UsageError(_("{date} has not come yet.").format(date=long_date(on)))
    sent = case.first_sent("request")
    if sent and on < sent.on and not begins:
        raise UsageError(
            _("{date} is before the day the request went out, {sent}.").format(
                date=long_date(on), sent=long_date(sent.on)
            )
        )


def _no_such_company(name: str) -> UsageError:
    return UsageError(_("The company “{name}” is not in the knowledge base.").format(name=name))


def _subject(session: Session, case: Case) -> tuple[Platform | None, Control | None]:
    account = session.ledger.accounts.get(case.opened.account)
    platform = session.platform_of(account) if account else None
    if platform is None or not case.opened.control:
        return platform, None
    return platform, control_named(platform, case.opened.control)


def _switched_off(session: Session, case: Case) -> date | None:
    """The day the person settled the same control in the settings."""
    account = session.ledger.accounts.get(case.opened.account)
    items = session.items(account) if account else ()
    item = next((one for one in items if one.control.id == case.opened.control), None)
    return item.position.since.date() if item and item.is_settled and item.position.since else None


def _pending(session: Session, platform: Platform | None) -> tuple[Event, ...]:
    """Proceedings about the platform, or the one it shares settings with, that nobody is known to have ended."""
    companion = platform.companion if platform else None
    shared = session.knowledge.platform(companion) if companion in session.knowledge.ids and companion else None
    events = [event for one in (platform, shared) if one for event in one.event]
    return tuple(sorted((event for event in events if event.pending), key=lambda event: event.date))


def _free_path(folder: Path, kind: Kind) -> Path:
    """After the texts that are there, and never in the place of one, though others were lost."""
    numbers = (int(path.name.split("-")[0]) for path in folder.glob("[0-9][0-9]*-*.txt"))
    return folder / f"{max(numbers, default=0) + 1:02d}-{kind.value}.txt"


def _freeze(path: Path, content: bytes) -> None:
    from consentui.storage.files import replace_file

    try:
        replace_file(path, content)
    except OSError as error:
        raise StorageError(_("The text could not be kept."), f"{path}: {error.strerror}") from error


def _hash_of(path: Path) -> str:
    try:
        return sha256(path.read_bytes()).hexdigest()
    except OSError:
        return ""


def read_grounds(session: Session, reference: str) -> tuple[str, ...]:
    """The person's own grounds for a request, as they were kept with it."""
    try:
        text = (session.folders.requests / reference / _GROUNDS).read_text(encoding="utf-8")
    except OSError:
        return ()
    return tuple(clean_line(line) for line in text.splitlines() if line.strip())


def keep_grounds(session: Session, reference: str, grounds: Sequence[str]) -> None:
    """Keep the person's own grounds with a request, one a line, until its letter is written."""
    lines = [clean_line(one) for one in grounds if one.strip()]
    _freeze(session.folders.requests / reference / _GROUNDS, "".join(f"{line}\n" for line in lines).encode())

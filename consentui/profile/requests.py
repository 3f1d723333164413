"""The requests of a profile: finding them by reference, beginning them, and recording what happens.

Nothing is ever sent from here: the person sends, and says so.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import date
from typing import TYPE_CHECKING, Any

from consentui import clock
from consentui.errors import UsageError
from consentui.i18n import Language, _
from consentui.journal.entries import (
    AboutRequest,
    Answer,
    AuthorityAnswer,
    AuthorityAnswered,
    RequestAnswered,
    RequestChecked,
    RequestClosed,
    RequestOpened,
    RequestReceived,
    RequestReopened,
    RequestSent,
    Surface,
)
from consentui.journal.fold import Account
from consentui.knowledge.base import KnowledgeBase
from consentui.knowledge.companies import company_in
from consentui.knowledge.records import Control, Controller
from consentui.profile.accounts import Accounts
from consentui.profile.input import cleaned_note
from consentui.profile.journal import Journal, Written
from consentui.profile.preferences import Preferences
from consentui.profile.request_rules import check_day, check_grant, check_receipt, cleaned_details
from consentui.profile.sent_text import SentText, as_drafted
from consentui.profile.texts import Texts
from consentui.requests.answers import NOTHING_TOLD, Details
from consentui.requests.cases import Case, answer_due, case_of
from consentui.requests.companies import asks_the_same, company_today, company_written_to
from consentui.requests.jurisdictions import Jurisdiction, settled
from consentui.requests.letters.facts import Person
from consentui.requests.letters.kinds import Kind, message_of
from consentui.requests.references import given_reference, next_reference
from consentui.requests.rights import Regime, Right, regime_in
from consentui.requests.situations import situation
from consentui.requests.status import UNKNOWN, Situation, Status
from consentui.requests.time.deadlines import Deadline
from consentui.requests.time.seats import seat_of
from consentui.text import clean_line
from consentui.words.deadlines import telling_faults
from consentui.words.rights import right_name

if TYPE_CHECKING:
    from consentui.requests.letters.letters import Letter

_LONGEST_NUMBER = 9
"""In digits."""


class Requests:
    """The requests, in the order in which they were opened."""

    def __init__(
        self, journal: Journal, accounts: Accounts, knowledge: KnowledgeBase, preferences: Preferences, texts: Texts
    ) -> None:
        self._journal = journal
        self._accounts = accounts
        self._knowledge = knowledge
        self._preferences = preferences
        self._texts = texts

    def cases(self) -> tuple[Case, ...]:
        """All requests, in the order in which they were opened."""
        return tuple(case for entries in self._journal.ledger.requests.values() if (case := case_of(entries)))

    def called(self, reference: str) -> Case:
        """The request with this reference (`CU-2026-004`, or `4` for one of this year).

        Raises UsageError with the nearest reference if there is none, or if two requests were given this one.
        """
        from consentui.nearest import nearest

        known = {case.reference: case for case in self.cases()}
        is_number = reference.isdecimal() and len(reference) <= _LONGEST_NUMBER
        wanted = f"CU-{clock.today().year}-{int(reference):03d}" if is_number else reference.upper()
        if wanted in known:
            return known[wanted]
        if several := [one for one in known if given_reference(one) == wanted]:
            raise UsageError(
                _("Two copies of the journal used the reference {reference}.").format(reference=wanted),
                way_out=_("Use one of: {choices}.").format(choices=", ".join(several)),
            )
        near = nearest(wanted, known)
        raise UsageError(
            _("There is no request called “{name}”.").format(name=reference),
            way_out=_("Did you mean “{near}”?").format(near=near)
            if near
            else _("“consentui request list” shows them all, “consentui request draft” starts one."),
        )

    def is_begun(self, reference: str) -> bool:
        """Whether this request was begun, and beginning it was not taken back."""
        return any(case.reference == reference for case in self.cases())

    def controller_of(self, case: Case) -> Controller:
        """The company that was written to, or is to be; raises UsageError if the knowledge base no longer has it."""
        if found := self._knowledge.controller(case.opened.controller):
            return company_written_to(case, found, self._preferences.country)
        raise _no_such_company(case.opened.controller)

    def known_now(self, case: Case) -> Controller | None:
        """The company that the knowledge base names today; None if it names none."""
        found = self._knowledge.controller(case.opened.controller)
        return company_today(case, found, self._preferences.country) if found else None

    def company_of(self, case: Case) -> str:
        """The legal name of the company of a request; its id if the knowledge base no longer has it."""
        sent = case.first_sent("request")
        if sent and sent.company:
            return sent.company
        found = self._knowledge.controller(case.opened.controller)
        return company_in(found, self._preferences.country).name if found else case.opened.controller

    def due_of(self, case: Case) -> Deadline | None:
        """When the answer is due; None before the request went out, or if no law that sets a time is known.

        Also None if a newer consentui wrote about the request, since what it wrote may count.
        """
        if self.is_withheld(case):
            return None
        where = self.jurisdiction_of(case)
        with telling_faults():
            return answer_due(case, where.seat, where.regime) if where.regime else None

    def situation_of(self, case: Case) -> Situation:
        """Where a request stands today, and what can be done next."""
        if self.is_withheld(case):
            return UNKNOWN
        return situation(case, self.due_of(case), clock.today(), self.jurisdiction_of(case).regime)

    def status_of(self, case: Case) -> Status:
        """Where a request stands today."""
        return self.situation_of(case).status

    def is_withheld(self, case: Case) -> bool:
        """Whether it cannot be told where a request stands, because a newer consentui wrote about it."""
        return self._journal.ledger.is_withheld(case.reference)

    def require_understood(self, case: Case) -> None:
        """Raise UsageError if a newer consentui wrote about a request: what is told of it here may not hold."""
        if self.is_withheld(case):
            raise UsageError(
                _("A newer consentui wrote about {reference}: what is shown of it here may not be right.").format(
                    reference=case.reference
                ),
                way_out=_("Update consentui."),
            )

    def jurisdiction_of(self, case: Case) -> Jurisdiction:
        """Whose law a request rests on: as of the day it first went out, or as of today if it has not."""
        return settled(case) or self._jurisdiction_today(self.controller_of(case))

    def law_of(self, case: Case) -> Regime | None:
        """Whose law a request rests on, None if none is known; its company need not be known any more."""
        where = settled(case)
        return where.regime if where else self.law_today

    def right_of(self, case: Case) -> str:
        """The right of a request in words, with the article that gives it."""
        return right_name(case.opened.right, self.law_of(case))

    @property
    def law_today(self) -> Regime | None:
        """Whose law a request begun today rests on, None if none is known for where the person lives.

        The EU's if it is not known where the person lives.
        """
        country = self._preferences.country
        return regime_in(country, self._region()) if country else Regime.EU

    def _jurisdiction_today(self, controller: Controller) -> Jurisdiction:
        return Jurisdiction(self._preferences.country, self._region(), self.law_today, seat_of(controller))

    def _region(self) -> str:
        return self._preferences.region_in(self._knowledge.authorities())

    def alike(self, case: Case) -> tuple[Case, ...]:
        """Other requests that ask the same of the same company for the same account, and are not closed."""
        others = (other for other in self.cases() if other.reference != case.reference and not other.closed)
        return tuple(other for other in others if asks_the_same(case, other))

    # Recording

    def draft(self, account: Account, right: Right, language: Language, control: Control | None) -> Case:
        """Begin a request under a new reference.

        Raises UsageError if the platform or company is not known, or if the account was removed meanwhile.
        """
        platform = self._knowledge.platform(account.platform)
        if self._knowledge.controller(platform.controller) is None:
            raise _no_such_company(platform.controller)
        with self._accounts.held(account):
            opened = self._journal.write(
                RequestOpened,
                request=next_reference(self._given(), clock.today().year),
                account=account.id,
                right=right.value,
                controller=platform.controller,
                language=language,
                control=control.id if control else "",
            )
            return self.called(opened.request)

    def _given(self) -> Iterable[str]:
        """Every reference that was ever given.

        That includes those that were taken back, and those of folders that no entry names any more, which may hold
        grounds, and letters that went out after all.
        """
        yield from (entry.request for entry in self._journal.entries if isinstance(entry, AboutRequest))
        yield from (entry.named("request") for entry in self._journal.newer)
        yield from self._texts.references()

    @contextmanager
    def held(self, case: Case) -> Iterator[Case]:
        """Hold the journal, and yield the request as it is now; raises UsageError if it was taken back meanwhile."""
        with self._journal.held():
            yield self.called(case.reference)

    def _write(self, case: Case, kind: type[Written], **facts: Any) -> Written:
        return self._journal.write(kind, request=case.reference, opening=case.opened.id, **facts)

    def record_sent(
        self,
        case: Case,
        kind: Kind,
        text: Letter | SentText,
        how: Surface,
        to: str,
        on: date,
        *,
        proof: str = "",
        by: Person | None = None,
    ) -> RequestSent:
        """Freeze the text of a letter word for word, as drafted or as it really went out, and record it as sent.

        `by` is the person who wrote it: for a request, in whose name they wrote is kept with it. Raises UsageError for
        an impossible day, StorageError if the text cannot be written; nothing is recorded as sent then.
        """
        went_out = text if isinstance(text, SentText) else as_drafted(text)
        with self.held(case) as held:
            check_day(held, on, begins=message_of(kind) == "request")
            frozen = self._texts.freeze(held.reference, kind, went_out.content)
            if by and message_of(kind) == "request":
                self._texts.keep_written_for(held.reference, by)
            return self._write(
                held,
                RequestSent,
                on=on,
                message=message_of(kind),
                letter=kind.value,
                how=how,
                to=clean_line(to),
                subject=went_out.subject,
                file=frozen.file,
                sha256=frozen.sha256,
                proof=cleaned_note(proof),
                **(self._settling(held) if message_of(kind) == "request" else {}),
            )

    def _settling(self, case: Case) -> dict[str, str]:
        """What is fixed when a request goes out: whose law it rests on, and who was written to."""
        where, controller = self.jurisdiction_of(case), self.controller_of(case)
        return {
            "country": where.country,
            "region": where.region,
            "law": where.law,
            "seat": where.seat,
            "company": controller.name,
            "address": controller.contact.address or "",
        }

    def record_received(self, case: Case, on: date, *, proof: str = "") -> None:
        """Record the day the controller got the request, from which the time for the answer runs.

        Raises UsageError for an impossible day.
        """
        with self.held(case) as held:
            check_day(held, on)
            check_receipt(held, on)
            self._write(held, RequestReceived, on=on, proof=cleaned_note(proof))

    def record_answer(
        self,
        case: Case,
        answer: Answer,
        on: date,
        details: Details = NOTHING_TOLD,
        *,
        note: str = "",
        proof: str = "",
    ) -> None:
        """Record what the controller said, or what the person did about it.

        Raises UsageError for an impossible day.
        """
        with self.held(case) as held:
            check_day(held, on)
            self._write(
                held,
                RequestAnswered,
                on=on,
                answer=answer,
                note=cleaned_note(note),
                proof=cleaned_note(proof),
                **cleaned_details(details),
            )

    def record_authority(
        self,
        case: Case,
        answer: AuthorityAnswer,
        on: date,
        *,
        case_number: str = "",
        said: str = "",
        note: str = "",
        proof: str = "",
    ) -> None:
        """Record what became of the complaint.

        Raises UsageError for an impossible day, and if no complaint is recorded as sent.
        """
        with self.held(case) as held:
            check_day(held, on)
            if not held.last_sent("complaint"):
                raise UsageError(
                    _("No complaint about {reference} is recorded as sent.").format(reference=held.reference),
                    way_out=_("“consentui request complain {reference}” prints it.").format(reference=held.reference),
                )
            self._write(
                held,
                AuthorityAnswered,
                on=on,
                answer=answer,
                case_number=clean_line(case_number),
                said=cleaned_note(said),
                note=cleaned_note(note),
                proof=cleaned_note(proof),
            )

    def record_checked(
        self, case: Case, on: date, *, holds: bool, found: str = "", note: str = "", proof: str = ""
    ) -> None:
        """Record whether what was granted holds, with what the person found in words that letters may use.

        Raises UsageError for an impossible day, and if nothing is recorded as granted by then.
        """
        with self.held(case) as held:
            check_day(held, on)
            check_grant(held, on)
            self._write(
                held,
                RequestChecked,
                on=on,
                holds=holds,
                found=cleaned_note(found),
                note=cleaned_note(note),
                proof=cleaned_note(proof),
            )

    def record_closed(self, case: Case, on: date, *, satisfied: bool, note: str = "") -> None:
        """Record the end of a request; raises UsageError for an impossible day."""
        with self.held(case) as held:
            check_day(held, on)
            self._write(held, RequestClosed, on=on, satisfied=satisfied, note=cleaned_note(note))

    def record_reopened(self, case: Case, on: date, *, note: str = "") -> None:
        """Record that a closed request goes on; raises UsageError if it is not closed, or for an impossible day."""
        with self.held(case) as held:
            check_day(held, on)
            if not held.closed:
                raise UsageError(_("{reference} is not closed.").format(reference=held.reference))
            self._write(held, RequestReopened, on=on, note=cleaned_note(note))


def _no_such_company(name: str) -> UsageError:
    return UsageError(_("The company “{name}” is not in the knowledge base.").format(name=name))

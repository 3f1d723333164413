"""What is known of a request, for its letters: drawn from the case, the account, the law that applies, the day."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from consentui import clock
from consentui.clock import local_day
from consentui.journal.entries import Surface
from consentui.knowledge.authorities import authority_for, lead_authority
from consentui.knowledge.base import KnowledgeBase, control_named
from consentui.knowledge.records import Control, Event, Platform
from consentui.profile.accounts import Accounts
from consentui.profile.checklist import Checklist
from consentui.profile.preferences import Preferences
from consentui.profile.requests import Requests, regime_of
from consentui.requests.cases import Case
from consentui.requests.letters.facts import Facts, Issue, NamedAccount, Person


class CaseFacts:
    """The facts of a profile's requests."""

    def __init__(
        self,
        requests: Requests,
        accounts: Accounts,
        checklist: Checklist,
        knowledge: KnowledgeBase,
        preferences: Preferences,
    ) -> None:
        self._requests = requests
        self._accounts = accounts
        self._checklist = checklist
        self._knowledge = knowledge
        self._preferences = preferences

    def of(
        self,
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
        platform, control = self._subject(case)
        account = self._accounts.with_id(case.opened.account)
        controller = self._requests.controller_of(case)
        due = self._requests.due_of(case)
        authorities = self._knowledge.authorities()
        country = self._preferences.country
        name = platform.name_in(case.opened.language) if platform else controller.name
        return Facts(
            person=person,
            today=on or clock.today(),
            reference=case.reference,
            right=case.right,
            controller=controller,
            account=NamedAccount(name, account.handle if account else "", email=""),
            regime=regime_of(country),
            channel=channel,
            control=control,
            switched_off=self._switched_off(case),
            grounds=tuple(grounds),
            messages=case.messages,
            received=case.received.on if case.received else None,
            answers=case.answers,
            due=due.last_day if due else None,
            extended=bool(due and due.extended),
            authority=authority_for(authorities, country, region.upper()),
            lead=lead_authority(authorities, controller.lead_authority),
            issues=tuple(issues),
            pending=self._pending(platform),
        )

    def _subject(self, case: Case) -> tuple[Platform | None, Control | None]:
        account = self._accounts.with_id(case.opened.account)
        platform = self._accounts.platform_of(account) if account else None
        if platform is None or not case.opened.control:
            return platform, None
        return platform, control_named(platform, case.opened.control)

    def _switched_off(self, case: Case) -> date | None:
        """The day the person settled the same control in the settings."""
        account = self._accounts.with_id(case.opened.account)
        items = self._checklist.items(account) if account else ()
        item = next((one for one in items if one.control.id == case.opened.control), None)
        return local_day(item.position.since) if item and item.is_settled and item.position.since else None

    def _pending(self, platform: Platform | None) -> tuple[Event, ...]:
        """Proceedings about the platform, or the one it shares settings with, that nobody is known to have ended."""
        companion = platform.companion if platform else None
        shared = self._knowledge.platform(companion) if companion in self._knowledge.ids and companion else None
        events = [event for one in (platform, shared) if one for event in one.event]
        return tuple(sorted((event for event in events if event.pending), key=lambda event: event.date))

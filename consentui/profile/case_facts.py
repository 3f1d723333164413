"""The facts that letters of a request may state, gathered from its case, the accounts, the law and the day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from msgspec.structs import replace

from consentui import clock
from consentui.checklist.ways import routes_for
from consentui.journal.entries import AccountAdded, AccountEdited, RequestAnswered, RequestChecked, Surface
from consentui.journal.fold import Account, in_force
from consentui.knowledge.authorities import authority_for, lead_authority
from consentui.knowledge.base import KnowledgeBase
from consentui.knowledge.records import Control, Event, Platform
from consentui.profile.accounts import Accounts
from consentui.profile.journal import Journal
from consentui.profile.preferences import Preferences
from consentui.profile.requests import Requests
from consentui.profile.shown import shown_of
from consentui.profile.texts import Texts
from consentui.requests.answers import last_on_substance
from consentui.requests.authority import is_cross_border, news_due, said_of
from consentui.requests.cases import Case
from consentui.requests.letters.attempts import Attempts, attempts_of, concerned, together, use_of
from consentui.requests.letters.doors import best_channel
from consentui.requests.letters.facts import Facts, FileSaid, NamedAccount, Person, Shown
from consentui.requests.letters.kinds import Kind
from consentui.requests.letters.on_behalf import AGE_RULE
from consentui.requests.letters.said import AccountDetails, Said
from consentui.requests.rights import CITED, Regime


class CaseFacts:
    """The facts of a profile's requests."""

    def __init__(
        self,
        journal: Journal,
        requests: Requests,
        accounts: Accounts,
        texts: Texts,
        knowledge: KnowledgeBase,
        preferences: Preferences,
    ) -> None:
        self._journal = journal
        self._requests = requests
        self._accounts = accounts
        self._texts = texts
        self._knowledge = knowledge
        self._preferences = preferences

    def for_letter(
        self,
        kind: Kind,
        case: Case,
        person: Person,
        channel: Surface | None = None,
        *,
        to: str = "",
        region: str = "",
        on: date | None = None,
    ) -> Facts:
        """The facts for a letter on a day (today by default), sent by the given channel or the best one there is."""
        facts = self.of(case, person, channel or "form", region=region, on=on)
        return replace(facts, channel=channel or best_channel(kind, facts), destination=to)

    def of(
        self, case: Case, person: Person, channel: Surface = "form", *, region: str = "", on: date | None = None
    ) -> Facts:
        """The facts of a request for a letter on a day (today by default).

        Raises UsageError if a newer consentui wrote about the request, since a letter might then state what is no
        longer true.
        """
        self._requests.require_understood(case)
        said = self._texts.said(case.reference)
        account = self._accounts.once_with_id(case.opened.account)
        platform = self._accounts.platform_of(account) if account else None
        control = _control(platform, case.opened.control)
        about = tuple(self._about(case, said))
        controller = self._requests.controller_of(case)
        due = self._requests.due_of(case)
        authorities = self._knowledge.authorities()
        where = self._requests.jurisdiction_of(case)
        regime = where.regime or Regime.EU
        complaint = case.last_sent("complaint")
        return Facts(
            person=person,
            today=on or clock.today(),
            reference=case.reference,
            right=case.right,
            controller=controller,
            known_now=self._requests.known_now(case),
            accounts=tuple(self._named(one, said, case) for one in about) if said.has_account else (),
            regime=regime,
            country=where.country,
            consent_age=self._consent_age(where.country),
            law_is_known=where.regime is not None,
            channel=channel,
            control=control,
            concerned=tuple(
                replace(one, route=routes_for(one, where.country))
                for one in (concerned(platform, case.right, control) if platform else ())
            ),
            attempts=together(self._attempts(case, one) for one in about),
            said=said,
            messages=case.messages,
            request=case.request,
            received=case.received,
            answers=case.corrected_answers,
            complaint=complaint,
            authority_said=said_of(case, complaint) if complaint else (),
            news_due=news_due(case, complaint, where.regime) if complaint else None,
            is_cross_border=is_cross_border(case),
            checks=tuple(one for one in case.steps if isinstance(one, RequestChecked)),
            due=due.runs_out if due and regime in CITED else None,
            extended=bool(due and due.extended),
            waited=bool(due and due.if_needless),
            left_out=tuple(self._left_out(last_on_substance(case.answers), about, said, case)),
            authority=authority_for(authorities, where.country, region or where.region or self._preferences.region),
            lead=lead_authority(authorities, controller.lead_authority) if regime is Regime.EU else None,
            proceedings=self._proceedings(case, platform, control) if regime is Regime.EU else (),
            proofs=case.proofs,
            file_said=tuple(said_of for one in about for said_of in self._file_said(one)),
            shown=_oldest_first(one for account in about for one in self._shown(case, account)),
            alike=tuple(one.reference for one in self._requests.alike(case)),
        )

    def _consent_age(self, country: str) -> int | None:
        (rule,) = self._knowledge.law().named([AGE_RULE])
        return rule.ages.get(country)

    def _about(self, case: Case, said: Said) -> Iterator[Account]:
        """The accounts of a request: the one it was begun from, then those that the person named.

        If it was begun from settings that several accounts share, all of those are meant unless some are named.
        """
        begun = self._accounts.once_with_id(case.opened.account)
        named = [one for name in said.accounts if (one := self._accounts.once_with_id(name)) and one != begun]
        sharing = [] if named or begun is None else list(self._sharing(begun))
        if begun and (begun.handle or not (named or sharing)):
            yield begun
        yield from named or sharing

    def _sharing(self, begun: Account) -> Iterator[Account]:
        for one in self._accounts:
            platform = self._accounts.platform_of(one)
            if platform and platform.companion == begun.platform:
                yield one

    def _named(self, account: Account, said: Said, case: Case) -> NamedAccount:
        platform = self._accounts.platform_of(account)
        details = said.accounts.get(account.id, AccountDetails())
        added = (one for one in self._journal.entries if isinstance(one, AccountAdded) and one.account == account.id)
        return NamedAccount(
            platform.name_in(case.opened.language) if platform else account.platform,
            account.handle,
            details.user_id,
            details.email,
            details.profile,
            next((one.id for one in added), ""),
            *self._renamed(account, case),
        )

    def _renamed(self, account: Account, case: Case) -> tuple[str, str]:
        """The handle that the request named, and the entry that changed it since; both empty if it is the same."""
        if case.request is None:
            return "", ""
        about = [
            one
            for one in in_force(self._journal.entries)
            if isinstance(one, AccountAdded | AccountEdited) and one.account == account.id and one.handle is not None
        ]
        before = [one for one in about if one.id < case.request.id]
        if not before or not before[-1].handle or before[-1].handle == account.handle:
            return "", ""
        return before[-1].handle, about[-1].id

    def _left_out(
        self, answer: RequestAnswered | None, about: Sequence[Account], said: Said, case: Case
    ) -> Iterator[NamedAccount]:
        """The accounts that an answer left out: looked up by id or handle, else in the person's own words."""
        named = {one.handle: one for one in about if one.handle}
        for word in answer.left_out if answer else ():
            account = self._accounts.once_with_id(word) or named.get(word)
            if account:
                yield self._named(account, said, case)
            elif about and word.startswith("@"):
                yield NamedAccount(self._named(about[0], said, case).platform, word)
            else:
                yield NamedAccount(word)

    def _file_said(self, account: Account) -> Iterator[FileSaid]:
        """The latest of each statement in the account's downloads that is about the person rather than a control."""
        platform = self._accounts.platform_of(account)
        known = {one.id: one for one in platform.statement} if platform else {}
        last = {entry.statement: entry for entry in self._journal.ledger.stated.get(account.id, ())}
        yield from (FileSaid(entry, known[name]) for name, entry in last.items() if name in known)

    def _attempts(self, case: Case, account: Account) -> Attempts:
        return attempts_of(self._alike(case, account), self._journal.ledger.by_account.get(account.id, {}))

    def _shown(self, case: Case, account: Account) -> Iterator[Shown]:
        about = self._journal.ledger.by_account.get(account.id, {})
        return shown_of(self._alike(case, account), about)

    def _alike(self, case: Case, account: Account) -> tuple[Control, ...]:
        """The controls of an account that are about the use that the request is about."""
        platform = self._accounts.platform_of(account)
        if platform is None:
            return ()
        own = account.id == case.opened.account
        control = _control(platform, case.opened.control) if own else None
        use = use_of(case.right, control) if own else self._use(case)
        return tuple(one for one in platform.control if use and one.purpose == use)

    def _use(self, case: Case) -> str | None:
        begun = self._accounts.once_with_id(case.opened.account)
        platform = self._accounts.platform_of(begun) if begun else None
        return use_of(case.right, _control(platform, case.opened.control))

    def _proceedings(self, case: Case, platform: Platform | None, control: Control | None) -> tuple[Event, ...]:
        """Pending proceedings about AI training at the platform or its companion that an official source reports.

        None for a request about another use.
        """
        if platform is None or use_of(case.right, control) != "ai-training":
            return ()
        shared = platform.companion if platform.companion in self._knowledge.ids else None
        several = (platform, self._knowledge.platform(shared)) if shared else (platform,)
        events = (event for one in several for event in one.event if event.pending and event.primary)
        return tuple(sorted(events, key=lambda event: event.date))


def _control(platform: Platform | None, name: str) -> Control | None:
    """The platform's control with this id, None if it has none."""
    return next((one for one in platform.control if one.id == name), None) if platform and name else None


def _oldest_first(shown: Iterable[Shown]) -> tuple[Shown, ...]:
    return tuple(sorted(shown, key=lambda one: (one.entry.made or date.min, one.entry.id)))

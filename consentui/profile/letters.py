"""The letters of a profile's requests: written from known facts, and changed by the person until they go out."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from msgspec import Struct
from msgspec.structs import replace

from consentui.errors import UsageError
from consentui.i18n import Language, _
from consentui.i18n.countries import country_name
from consentui.i18n.dates import long_date
from consentui.journal.entries import Surface
from consentui.knowledge.authorities import Authority, region_called, regional_authorities
from consentui.knowledge.base import KnowledgeBase
from consentui.profile.case_facts import CaseFacts
from consentui.profile.identity import check_of_age, writer
from consentui.profile.preferences import Preferences
from consentui.profile.requests import Requests
from consentui.profile.texts import Texts
from consentui.requests.cases import Case
from consentui.requests.letters.claimed import every_claim
from consentui.requests.letters.doors import Door, door
from consentui.requests.letters.facts import Facts, Person
from consentui.requests.letters.kinds import REQUESTS, TO_AUTHORITY, Kind
from consentui.requests.letters.letters import Letter, language_for, letter
from consentui.requests.letters.said import Said
from consentui.requests.letters.sentences import Sort, struck_requests
from consentui.requests.rights import CITED
from consentui.storage.places import Folders


class Drafted(Struct, frozen=True):
    """A letter as it would go out now."""

    kind: Kind
    letter: Letter
    facts: Facts
    language: Language
    door: Door


class Letters:
    """What can be done with a letter before it goes out."""

    def __init__(
        self,
        folders: Folders,
        requests: Requests,
        facts: CaseFacts,
        texts: Texts,
        knowledge: KnowledgeBase,
        preferences: Preferences,
    ) -> None:
        self._folders = folders
        self._requests = requests
        self._facts = facts
        self._texts = texts
        self._knowledge = knowledge
        self._preferences = preferences

    def draft(
        self,
        kind: Kind,
        case: Case,
        channel: Surface | None = None,
        *,
        to: str = "",
        region: str = "",
        on: date | None = None,
    ) -> Drafted:
        """The letter as of a day (today by default), for the given channel or the best one there is.

        Raises UsageError as `facts` does, and for a letter to an authority if no law to complain under is known.
        """
        facts = self.facts(kind, case, channel, to=to, region=region, on=on)
        if kind in TO_AUTHORITY:
            _check_law(facts)
        language = language_for(kind, facts, case.opened.language)
        return Drafted(kind, letter(kind, facts, language), facts, language, door(kind, facts))

    def writer(self, kind: Kind, case: Case) -> Person:
        """Who writes a letter of a request, and for whom; raises UsageError if the letter needs what is not known."""
        person = writer(self._folders.identity)
        if mandate := self._texts.said(case.reference).mandate:
            check_of_age(mandate)
            person = replace(person, mandate=mandate)
        if kind in TO_AUTHORITY and not (person.address.strip() or person.email.strip()):
            raise UsageError(
                _("A complaint needs your contact details."),
                _("An authority does not handle complaints from people it cannot reach."),
                _("“consentui identity set” keeps your postal or e-mail address on this machine."),
            )
        return person

    def facts(
        self,
        kind: Kind,
        case: Case,
        channel: Surface | None = None,
        *,
        to: str = "",
        region: str = "",
        on: date | None = None,
    ) -> Facts:
        """The facts that this letter can state as of a day (today by default).

        Raises UsageError as `writer` does, and for a letter to an authority if each region of the country has its own
        and the person's region is not known.
        """
        region = self._region(kind, case, region)
        return self._facts.for_letter(kind, case, self.writer(kind, case), channel, to=to, region=region, on=on)

    def regions_to_choose(self, case: Case) -> tuple[Authority, ...]:
        """The authorities of the country's regions if it has any and the person's region is not known; else none."""
        where = self._requests.jurisdiction_of(case)
        regional = regional_authorities(self._knowledge.authorities(), where.country)
        said = where.region or self._preferences.region
        return () if said in {one.region for one in regional} else regional

    def _region(self, kind: Kind, case: Case, word: str) -> str:
        if word:
            country = self._requests.jurisdiction_of(case).country
            return region_called(self._knowledge.authorities(), country, word)
        if kind in TO_AUTHORITY and (regional := self.regions_to_choose(case)):
            raise UsageError(
                _("Each region has its own data protection authority, and nothing says which one is yours."),
                _("In the United States, only California’s is known here.") if regional[0].country == "US" else "",
                _("“consentui config set region {code}” sets it; yours is one of: {choices}.").format(
                    code=regional[0].region, choices=", ".join(one.region or "" for one in regional)
                ),
            )
        return ""

    def say(self, case: Case, said: Said) -> None:
        """Keep what the person says; raises UsageError if that changes what a request says that already went out."""
        with self._requests.held(case) as held:
            before = self._texts.said(held.reference)
            if _of_request(before) != _of_request(said):
                _check_unsent(held, Kind(held.opened.right))
            self._texts.keep_said(held.reference, said)

    def change(self, case: Case, kind: Kind, facts: Facts, changes: Mapping[str, str | None]) -> None:
        """Strike claims out (an empty text), replace them with the person's own words, or restore them (None).

        Raises UsageError for a code that names no claim, for the claim that says who writes for whom, for rewording
        what the letter asks for or a claim within another sentence, and for a request that already went out.
        """
        with self._requests.held(case) as held:
            _check_unsent(held, kind)
            said = self._texts.said(held.reference)
            kept = self._with_changes(kind, held, facts, said.changed.get(kind, {}), changes)
            self._texts.keep_said(held.reference, replace(said, changed={**said.changed, kind: kept}))

    def _with_changes(
        self, kind: Kind, case: Case, facts: Facts, before: Mapping[str, str], changes: Mapping[str, str | None]
    ) -> dict[str, str]:
        """The changed claims by their codes, after these changes; raises UsageError as `change` does."""
        kept = dict(before)
        requests = {code: words for code, words in changes.items() if code in self._requests_in(kind, case, facts)}
        for code, words in requests.items():
            _leave_out(kept, code, words)
        changes = {code: words for code, words in changes.items() if code not in requests}
        there = {claim.code: claim for claim in every_claim(kind, facts)}
        for code, words in changes.items():
            if code in there and there[code].is_fixed:
                raise UsageError(
                    _("“{code}” says who writes for whom: no letter goes out without it.").format(code=code),
                    way_out=_("Correct it where name and address are kept."),
                )
            if code not in there:
                raise UsageError(
                    _("The letter has no claim called “{code}”.").format(code=code),
                    way_out=_("It has: {codes}.").format(codes=", ".join(there)),
                )
            if words and there[code].inline:
                raise UsageError(
                    _("“{code}” is part of a sentence that says something else.").format(code=code),
                    way_out=_("Strike it out, or correct what you recorded."),
                )
            kept.pop(code, None)
            if words is not None:
                kept[code] = words
        return kept

    def _requests_in(self, kind: Kind, case: Case, facts: Facts) -> frozenset[str]:
        """The codes of what a letter asks for, including what was struck out of it."""
        written = letter(kind, facts, language_for(kind, facts, case.opened.language))
        codes = {one.code for one in (*written.stated, *written.left_out) if one.sort is Sort.REQUEST and one.code}
        return frozenset(codes) | struck_requests(facts.said.changed.get(kind, {}))


def _check_law(facts: Facts) -> None:
    """Raise UsageError if no law to complain under is known for the country: the letter would invoke another one."""
    if not facts.law_is_known or facts.regime not in CITED:
        raise UsageError(
            _("consentui writes no complaint under the law of “{country}”.").format(country=country_name(facts.country))
            if facts.country
            else _("consentui writes no complaint without a country."),
            _("It would invoke the GDPR, which may not bind the company towards you."),
            _("“consentui request show {reference}” shows what happened, for a letter of your own.").format(
                reference=facts.reference
            ),
        )


def _leave_out(kept: dict[str, str], code: str, words: str | None) -> None:
    """Strike out something the letter asks for, or restore it; raises UsageError if it is to be reworded."""
    if words:
        raise UsageError(
            _("“{code}” is something the letter asks for: it can be left out, but not reworded.").format(code=code),
            way_out=_("Add what you ask for to the text before you send it: “consentui request sent --text” keeps it."),
        )
    kept.pop(code, None)
    if words is not None:
        kept[code] = ""


def _of_request(said: Said) -> Said:
    """What the request itself says, without what only later letters say."""
    return replace(said, breaches=(), complaint_in=None, changed={})


def _check_unsent(case: Case, kind: Kind) -> None:
    sent = [one for one in case.messages if one.letter == kind]
    returned = [one for one in case.answers if one.answer == "not-delivered" and sent and one.id > sent[-1].id]
    if kind in REQUESTS and sent and not returned:
        raise UsageError(
            _("This letter was sent on {date}: what it says can no longer change.").format(date=long_date(sent[-1].on)),
            way_out=_("Say what is new in a reply, or start another request."),
        )

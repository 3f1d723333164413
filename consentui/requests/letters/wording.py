"""What the templates of letters may refer to."""

from __future__ import annotations

from typing import Any

from consentui.i18n import Language
from consentui.i18n.countries import country_name
from consentui.i18n.dates import partial_date
from consentui.requests.citing import citation, first_of, law_name, place_of, place_words, span
from consentui.requests.letters.addressed import in_a_line, name_of, name_within, recipient
from consentui.requests.letters.claimed import claims_of
from consentui.requests.letters.claims import Claim
from consentui.requests.letters.complained import is_regulated
from consentui.requests.letters.doors import door
from consentui.requests.letters.facts import Facts, representative_of
from consentui.requests.letters.kinds import REPLIES, REQUESTS, TO_AUTHORITY, TO_HINDRANCES, Kind, cited_alone
from consentui.requests.letters.labels import label_of
from consentui.requests.letters.layout import lines_of
from consentui.requests.letters.teller import Teller
from consentui.requests.letters.templates import macros, whole
from consentui.requests.rights import Regime, Right, is_due_by_courtesy
from consentui.requests.time.own import NEW_TERM, so_long_after
from consentui.requests.time.remedies import COMPANY_FIRST_SINCE


def words_for(kind: Kind, facts: Facts, language: Language) -> tuple[Teller, dict[str, Any]]:
    """Everything that a template may refer to, and the teller that hands it the claims."""
    words = _plain_words(kind, facts, language)

    def words_of(claim: Claim) -> str:
        return whole(f"_{claim.group}", {**words, "one": claim}, language)

    teller = Teller(claims_of(kind, facts), words_of)
    accounts = teller.told("account")
    words |= {
        "told": teller.told,
        "given": teller.given,
        "say": teller.say,
        "group": teller.group,
        "in_a_list": len(accounts) > 1,
        "short_accounts": [" ".join([one for one in account.points if one][:2]) for account in accounts],
        "span": lambda articles: span(articles, language),
        "label_of": lambda control: label_of(control, language),
        "country_called": country_name,
        "in_language": lambda text: text.in_language(language),
        "day_of_proceeding": lambda claim: partial_date(claim.text),
    }
    words |= macros(words, language)
    return teller, words


def _plain_words(kind: Kind, facts: Facts, language: Language) -> dict[str, Any]:
    right = Right(kind) if kind in REQUESTS else facts.right
    representative = representative_of(facts.controller, facts.regime)
    chosen = door(kind, facts)
    return {
        "kind": kind,
        "right": right,
        "requests": REQUESTS,
        "cites": cited_alone(facts.regime),
        "law": law_name(facts.regime, language),
        "cited_place": place_words(place_of(right, facts.regime), facts.regime, language),
        "citation": citation(first_of(place_of(right, facts.regime)), facts.regime, language),
        "regime": facts.regime,
        "is_regulated": is_regulated(facts),
        "is_company_first": _is_company_first(kind, facts),
        "person": facts.person,
        "mandate": facts.person.mandate,
        "data_subject": facts.person.subject,
        "own_email": "" if facts.person.mandate else facts.person.email,
        "sent_by": facts.said.written_for.by if facts.said.written_for else "",
        "today": facts.today,
        "reference": facts.reference,
        "controller": facts.controller,
        "channel": facts.channel,
        "extended": facts.extended,
        "waited": facts.waited,
        "has_complained": facts.complaint is not None,
        "to_hindrances": TO_HINDRANCES,
        "answered_in_time": facts.answered_in_time,
        "waits_for_answer": _waits_for_answer(kind, facts),
        "is_bound": facts.is_bound,
        "due_by_courtesy": is_due_by_courtesy(facts.regime, facts.right),
        "due": facts.due,
        "said": facts.said,
        "accounts": facts.accounts,
        "is_told_apart": any(one.is_told_apart for one in facts.accounts),
        "authority": name_within(facts.authority, language),
        "controller_in_a_line": in_a_line(facts.controller.name, facts.controller.contact, language),
        "copies": [in_a_line("", representative, language)] if representative and kind not in TO_AUTHORITY else [],
        "destination": "" if kind in TO_AUTHORITY else chosen.to,
        "form": facts.controller.contact.form,
        "by_form": facts.request is not None and facts.request.how == "form",
        "label_of_choice": label_of(facts.control, language),
        "lead": name_of(facts.lead) if facts.lead != facts.authority else "",
        "new_term": so_long_after(facts.today, NEW_TERM),
        "recipient": recipient(kind, facts, language),
        "representative": in_a_line("", representative, language) if representative else "",
        "sender": [facts.person.name, *lines_of(facts.person.address), facts.person.email],
    }


def _is_company_first(kind: Kind, facts: Facts) -> bool:
    """Whether the company must be complained to before the authority and has not been yet: `uk-complaint-first`."""
    before = any(one.message == "controller-complaint" for one in facts.messages)
    since = facts.regime is Regime.UK and facts.today >= COMPANY_FIRST_SINCE
    return since and not before and kind is not Kind.CONTROLLER_COMPLAINT


def _waits_for_answer(kind: Kind, facts: Facts) -> bool:
    """Whether a letter recalls the time for the answer: no full answer came in time, and letters cite its law."""
    return not facts.answered_in_time and kind not in REPLIES - TO_HINDRANCES and facts.is_bound

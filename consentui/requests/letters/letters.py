"""Letters to controllers and authorities, written from facts; `data/letters/` has their wording in every language.

What a letter states as fact comes from a claim (see `claims`); the rest is the templates' own wording. Each line of a
template is one sentence, so that forms with little room can take the first ones (see `short`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from consentui.bundled import data_folder
from consentui.i18n import LANGUAGES, Language, speaking
from consentui.i18n.countries import address_in, country_name
from consentui.i18n.dates import long_date, partial_date
from consentui.knowledge.authorities import Authority
from consentui.knowledge.records import Contact
from consentui.requests.letters.cautions import Caution, cautions
from consentui.requests.letters.claimed import claims_of
from consentui.requests.letters.claims import Claim
from consentui.requests.letters.complained import is_regulated
from consentui.requests.letters.doors import door
from consentui.requests.letters.facts import Facts, representative_of
from consentui.requests.letters.kinds import REPLIES, REQUESTS, TO_AUTHORITY, TO_HINDRANCES, Kind, cited_alone
from consentui.requests.letters.labels import label_of
from consentui.requests.letters.layout import is_sentence, lines_of, one_line, paragraphs, set_out, unended
from consentui.requests.letters.sentences import Part, Sentence, sentences_of, struck_requests, without
from consentui.requests.letters.teller import StatedClaim, Teller
from consentui.requests.rights import Regime, Right, is_due_by_courtesy
from consentui.requests.time.own import NEW_TERM, so_long_after
from consentui.requests.time.remedies import COMPANY_FIRST_SINCE
from consentui.text import capitalised

if TYPE_CHECKING:
    from jinja2 import Environment, Template

_FOR_THE_ATTENTION = re.compile(r"(attn|fao|attention)\b", re.IGNORECASE)
_BLOCKS: tuple[Part, ...] = ("what", "why", "ask")
"""The parts for which a template has a block."""
_ORDER: tuple[Part, ...] = ("opening", "what", "account", "why", "ask")
_WITH_REQUESTS: tuple[Part, ...] = ("account", "why", "ask")
"""The parts from which requests can be struck out; a letter needs the part that says what it is about."""
_MACROS = (
    "name",
    "my_request",
    "my_request_undated",
    "my_right",
    "article",
    "article_in_short",
    "article_of_right",
    "my_complaint",
    "right_to_complain",
    "can_complain",
    "what_is_owed",
    "account_words",
    "time",
    "time_article",
    "time_passed",
    "means",
    "means_to_you",
    "capacity",
)
"""The macros that `_words.txt` provides to the other templates."""
_LAWS: dict[Language, dict[Regime, str]] = {
    "en": {Regime.UK: "UK GDPR", Regime.CH: "FADP", Regime.US_CA: "CCPA"},
    "fr": {Regime.UK: "RGPD britannique", Regime.CH: "LPD", Regime.US_CA: "CCPA"},
    "de": {Regime.UK: "UK-DSGVO", Regime.CH: "DSG", Regime.US_CA: "CCPA"},
}
_GDPR: dict[Language, str] = {"en": "GDPR", "fr": "RGPD", "de": "DSGVO"}
_OFFICER: dict[Language, str] = {
    "en": "Attn: Data Protection Officer",
    "fr": "À l’attention du délégué à la protection des données",
    "de": "z. Hd. der oder des Datenschutzbeauftragten",
}
_TEAM: dict[Language, str] = {
    "en": "Attn: whoever sees to data protection",
    "fr": "À l’attention du service chargé de la protection des données",
    "de": "z. Hd. der für den Datenschutz zuständigen Stelle",
}
"""The line that takes the place of `_OFFICER` under laws that know no such officer."""


class Letter(Struct, frozen=True):
    """A letter ready to be sent, with its parts as sentences for forms that ask for one thing at a time."""

    subject: str
    """The subject of an e-mail, which ends with the reference."""
    body: str
    """The whole letter: sender, recipient, date, subject, salutation, text and closing words."""
    text: str
    """The letter without its head, salutation and closing words."""
    warnings: tuple[Caution, ...]
    """What the person should know before sending."""
    what: tuple[str, ...]
    account: tuple[str, ...]
    why: tuple[str, ...]
    ask: tuple[str, ...]
    grounds: tuple[str, ...] = ()
    """The person's own grounds, which are part of `why`."""
    opening: tuple[str, ...] = ()
    """Who writes for whom and why; empty if the person writes for themselves."""
    through: str = ""
    """The opening in one sentence, as short as possible."""
    in_short: tuple[str, str, str] = ("", "", "")
    """What is asked for, the account, and what is to be done, each in one sentence as short as possible. The first and
    the last are empty for a letter that opens no request."""
    claims: tuple[StatedClaim, ...] = ()
    """What the letter states as fact, each claim with its sentence and its basis."""
    stated: tuple[Sentence, ...] = ()
    """Every sentence by its sort, with the facts that are stated within longer sentences."""
    left_out: tuple[Sentence, ...] = ()
    """The requests that the person struck out."""

    @property
    def sentences(self) -> tuple[str, ...]:
        """Every sentence, in the order of the letter."""
        return (*self.opening, *self.matter)

    @property
    def matter(self) -> tuple[str, ...]:
        """Every sentence but the opening, in the order of the letter."""
        return (*self.what, *self.account, *self.why, *self.ask)


def language_for(kind: Kind, facts: Facts, of_request: Language) -> Language:
    """The language of a letter: that of its request, or one that the authority accepts unless the person chose."""
    if kind not in TO_AUTHORITY:
        return of_request
    theirs = facts.authority.languages if facts.authority else ()
    if facts.said.complaint_in or of_request in theirs:
        return facts.said.complaint_in or of_request
    spoken: list[Language] = [one for one in LANGUAGES if one in theirs]
    return spoken[0] if spoken else of_request


def letter(kind: Kind, facts: Facts, language: Language) -> Letter:
    """The letter of this kind in this language, whatever the current language is."""
    with speaking(language):
        teller, words = _words(kind, facts, language)
        template = _template(kind, words["cites"], language)
        opening = _whole("_opening", words, language)
        part: dict[Part, str] = {"opening": opening}
        stated: dict[Part, tuple[StatedClaim, ...]] = {"opening": teller.stated}
        subject = one_line(_block(template, "subject", words))
        for name in _BLOCKS:
            before = len(teller.stated)
            part[name] = _block(template, name, words)
            stated[name] = teller.stated[before:]
        before = len(teller.stated)
        account, identity, greeting, closing, short_account, through = (
            _whole(name, words, language)
            for name in ("_accounts", "_identity", "_greeting", "_closing", "_account_short", "_through")
        )
        stated["account"] = teller.stated[before:]
        head = _whole("_head", {**words, "subject": subject}, language)
        terse = [_block(template, f"short_{name}", words) if kind in REQUESTS else "" for name in ("what", "ask")]
    part["account"] = f"{account.strip()}\n{identity}" if kind in REQUESTS else account
    struck = struck_requests(facts.said.changed.get(kind, {}))
    every = tuple(_sentences_of(part, stated, kind, language))
    part |= {name: without(part[name], struck) for name in _WITH_REQUESTS}
    if any(one.code in struck for one in every):
        terse[1:] = [""]
    text = "\n\n".join(filter(None, (set_out(part[name]) for name in _ORDER)))
    return Letter(
        subject=f"{subject} – {facts.reference}",
        body="\n\n".join([_lines(head), set_out(greeting), text, _lines(closing)]) + "\n",
        text=text,
        warnings=cautions(kind, facts, language),
        what=_sentences(part["what"]),
        account=_sentences(part["account"]),
        why=_sentences(part["why"]),
        ask=_sentences(part["ask"]),
        grounds=tuple(one.sentence for one in teller.stated if one.claim.what == "ground"),
        opening=_sentences(opening),
        through=one_line(through),
        in_short=(one_line(terse[0]), one_line(short_account), one_line(terse[1])),
        claims=teller.stated,
        stated=tuple(one for one in every if one.code not in struck),
        left_out=tuple(one for one in every if one.code in struck),
    )


def _sentences_of(
    part: Mapping[Part, str], stated: Mapping[Part, tuple[StatedClaim, ...]], kind: Kind, language: Language
) -> Iterator[Sentence]:
    for name in _ORDER:
        yield from sentences_of(name, _sentences(part[name]), stated.get(name, ()), kind, language)


def _words(kind: Kind, facts: Facts, language: Language) -> tuple[Teller, dict[str, Any]]:
    """Everything that a template may refer to, and the teller that hands it the claims."""
    words = _plain_words(kind, facts, language)

    def words_of(claim: Claim) -> str:
        return _whole(f"_{claim.group}", {**words, "one": claim}, language)

    teller = Teller(claims_of(kind, facts), words_of)
    accounts = teller.told("account")
    words |= {
        "told": teller.told,
        "given": teller.given,
        "say": teller.say,
        "group": teller.group,
        "in_a_list": len(accounts) > 1,
        "short_accounts": [" ".join([one for one in account.points if one][:2]) for account in accounts],
        "label_of": lambda control: label_of(control, language),
        "country_called": country_name,
        "in_language": lambda text: text.in_language(language),
        "day_of_proceeding": lambda claim: partial_date(claim.text),
    }
    macros = _templates(language).get_template("_words.txt").make_module(words)
    words |= {name: getattr(macros, name) for name in _MACROS}
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
        "law": _law(facts.regime, language),
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
        "authority": _called(facts.authority, language),
        "controller_in_a_line": _in_a_line(facts.controller.name, facts.controller.contact, language),
        "copies": [_in_a_line("", representative, language)] if representative and kind not in TO_AUTHORITY else [],
        "destination": "" if kind in TO_AUTHORITY else chosen.to,
        "form": facts.controller.contact.form,
        "by_form": facts.request is not None and facts.request.how == "form",
        "label_of_choice": label_of(facts.control, language),
        "lead": _name(facts.lead) if facts.lead != facts.authority else "",
        "new_term": so_long_after(facts.today, NEW_TERM),
        "recipient": _recipient(kind, facts, language),
        "representative": _in_a_line("", representative, language) if representative else "",
        "sender": [facts.person.name, *lines_of(facts.person.address), facts.person.email],
    }


def _recipient(kind: Kind, facts: Facts, language: Language) -> list[str]:
    if kind in TO_AUTHORITY:
        authority = facts.authority
        return [_name(authority), *lines_of(address_in(authority.address, language))] if authority else []
    name, contact = facts.controller.name, facts.controller.contact
    lines = lines_of(address_in(contact.address or "", language))
    lines = lines if lines[:1] == [name] else [name, *lines]
    if contact.dpo and not contact.address:
        lines.append((_TEAM if cited_alone(facts.regime) else _OFFICER)[language])
    return lines


def _is_company_first(kind: Kind, facts: Facts) -> bool:
    """Whether the company must be complained to before the authority and has not been yet: `uk-complaint-first`."""
    before = any(one.message == "controller-complaint" for one in facts.messages)
    since = facts.regime is Regime.UK and facts.today >= COMPANY_FIRST_SINCE
    return since and not before and kind is not Kind.CONTROLLER_COMPLAINT


def _waits_for_answer(kind: Kind, facts: Facts) -> bool:
    """Whether a letter recalls the time for the answer: no full answer came in time, and letters cite its law."""
    return not facts.answered_in_time and kind not in REPLIES - TO_HINDRANCES and facts.is_bound


def _in_a_line(name: str, contact: Contact, language: Language) -> str:
    lines = lines_of(address_in(contact.address or "", language))
    address = [line for line in lines if not _FOR_THE_ATTENTION.match(line)]
    ways = [] if name else [contact.email or "", contact.form or ""]
    return ", ".join(filter(None, dict.fromkeys((name, *address, *ways))))


def _name(authority: Authority | None) -> str:
    """The authority's name with typographic apostrophes, which its record does not have."""
    return authority.name.replace("'", "’") if authority else ""


def _called(authority: Authority | None, language: Language) -> str:
    """The authority's name within a sentence: the one in the letter's language if it has several."""
    names = _name(authority).split(" / ")
    if authority is None or len(names) == 1:
        return names[0]
    there = dict(zip(authority.languages, names, strict=False))
    return there.get(language) or (authority.name_en if language == "en" else "") or names[0]


def _block(template: Template, name: str, words: Mapping[str, Any]) -> str:
    return "".join(template.blocks[name](template.new_context(dict(words))))


def _whole(name: str, words: Mapping[str, Any], language: Language) -> str:
    return _template(name, words["cites"], language).render(words)


def _template(name: str, cites: str, language: Language) -> Template:
    """The template of this name, in its plain version if a law other than the GDPR is cited and there is one."""
    names = (f"plain/{name}.txt", f"{name}.txt") if cites else (f"{name}.txt",)
    return _templates(language).select_template(names)


def _law(regime: Regime, language: Language) -> str:
    """The usual short name of the law that a letter cites; in most regimes, that is the GDPR."""
    is_own = regime is Regime.UK or cited_alone(regime)
    return _LAWS[language][regime] if is_own else _GDPR[language]


def _lines(text: str) -> str:
    """Text laid out in paragraphs, with its lines kept."""
    return "\n\n".join("\n".join(lines) for lines in paragraphs(text))


def _sentences(text: str) -> tuple[str, ...]:
    return tuple(_each_sentence(text))


def _each_sentence(text: str) -> Iterator[str]:
    for lines in paragraphs(text):
        yield from filter(is_sentence, lines)


@cache
def _templates(language: Language) -> Environment:
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    found = Environment(
        loader=FileSystemLoader(data_folder() / "letters" / language),
        undefined=StrictUndefined,
        autoescape=False,  # noqa: S701 -- plain text: nothing in it is markup, and values are made inert
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_inert,
        extensions=["jinja2.ext.do"],
    )
    found.filters |= {"day": long_date, "unended": unended, "first_capital": capitalised}
    return found


def _inert(value: object) -> str:
    """A value made safe to insert: foreign text on one line. Raises TypeError for a missing value."""
    if not isinstance(value, str | int):
        raise TypeError(value)
    kept = " " if isinstance(value, str) and value.startswith(" ") else ""
    return kept + one_line(str(value))

"""Letters to controllers and authorities, written from facts: `data/letters/` has their words, in two languages.

What stands in a letter comes from the template or from the facts; a template's line is one sentence, so that
forms with little room can take the first ones (see `short`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import timedelta
from functools import cache
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from consentui.bundled import data_folder
from consentui.i18n import Language, speaking
from consentui.i18n.countries import address_in
from consentui.i18n.dates import long_date, partial_date
from consentui.knowledge.authorities import Authority
from consentui.knowledge.records import Contact, Control
from consentui.requests.letters.cautions import cautions
from consentui.requests.letters.facts import Facts, destination_of, representative_of
from consentui.requests.letters.happenings import happenings
from consentui.requests.letters.issues import issues_of
from consentui.requests.letters.kinds import REQUESTS, Kind
from consentui.requests.letters.layout import ended, is_sentence, lines_of, one_line, paragraphs, set_out, unended
from consentui.requests.rights import Regime, Right

if TYPE_CHECKING:
    from jinja2 import Environment, Template

NEW_TERM = timedelta(days=14)
"""What a reminder asks for; no law sets it."""
_FOR_THE_ATTENTION = re.compile(r"(attn|fao|attention)\b", re.IGNORECASE)
_MACROS = ("name", "my_request", "my_request_undated", "time", "time_passed", "means", "of")
"""What `_words.txt` gives to the other templates."""
_LAWS: dict[Language, tuple[str, str]] = {"en": ("GDPR", "UK GDPR"), "fr": ("RGPD", "RGPD britannique")}


class Letter(Struct, frozen=True):
    """A letter ready to be sent, and its parts as sentences for forms that ask for one thing at a time."""

    subject: str
    """For an e-mail: it ends with the reference."""
    body: str
    """The whole letter: sender, recipient, date, subject, text, closing words."""
    text: str
    """The letter from what is asked on, without salutation and closing words."""
    warnings: tuple[str, ...]
    """What the person should know before sending, in the language spoken."""
    what: tuple[str, ...]
    account: tuple[str, ...]
    why: tuple[str, ...]
    ask: tuple[str, ...]

    @property
    def sentences(self) -> tuple[str, ...]:
        """Every sentence, the essential ones first."""
        return (*self.what, *self.account, *self.why, *self.ask)


def letter(kind: Kind, facts: Facts, language: Language) -> Letter:
    """The letter of this kind, in this language whatever language is spoken."""
    with speaking(language):
        words = _words(kind, facts, language)
        template = _templates(language).get_template(f"{kind}.txt")
        part = {name: _block(template, name, words) for name in ("subject", "what", "why", "ask")}
        subject = one_line(part["subject"])
        account, identity, greeting, closing = (
            _whole(name, words, language) for name in ("_account", "_identity", "_greeting", "_closing")
        )
        head = _whole("_head", {**words, "subject": subject}, language)
    if kind in REQUESTS:
        account = f"{account.strip()}\n{identity}"
    text = "\n\n".join(filter(None, map(set_out, (part["what"], account, part["why"], part["ask"]))))
    return Letter(
        subject=f"{subject} – {facts.reference}",
        body="\n\n".join([_lines(head), set_out(greeting), text, _lines(closing)]) + "\n",
        text=text,
        warnings=cautions(kind, facts, language),
        what=_sentences(part["what"]),
        account=_sentences(account),
        why=_sentences(part["why"]),
        ask=_sentences(part["ask"]),
    )


def _words(kind: Kind, facts: Facts, language: Language) -> dict[str, Any]:
    """Everything that a template may name."""
    right = Right(kind) if kind in REQUESTS else facts.right
    facts_are = {name: getattr(facts, name) for name in facts.__struct_fields__}
    representative = representative_of(facts.controller, facts.regime)
    words = facts_are | {
        "kind": kind,
        "right": right,
        "law": _LAWS[language][facts.regime is Regime.UK],
        "answer": facts.answer,
        "authority": _name(facts.authority),
        "controller_in_a_line": _in_a_line(facts.controller.name, facts.controller.contact, language),
        "copies": [_in_a_line("", representative, language)] if representative and kind is not Kind.COMPLAINT else [],
        "destination": "" if kind is Kind.COMPLAINT else destination_of(facts),
        "events": happenings(facts),
        "form": facts.controller.contact.form,
        "grounds": [sentence for one in facts.grounds if (sentence := ended(one))],
        "annexes": [sentence for one in facts.annexes if (sentence := ended(one))],
        "missing": [sentence for one in facts.missing if (sentence := ended(one))],
        "consent": unended(facts.consent),
        "data": unended(facts.data),
        "is_late": facts.is_late,
        "issues": issues_of(facts),
        "label": _label(facts.control, language),
        "lead": _name(facts.lead) if facts.lead != facts.authority else "",
        "new_term": facts.today + NEW_TERM,
        "no_answer": not facts.has_substantial_answer,
        "recipient": _recipient(kind, facts, language),
        "representative": _in_a_line("", representative, language) if representative else "",
        "request": facts.request,
        "sender": [facts.person.name, *lines_of(facts.person.address), facts.person.email],
    }
    macros = _templates(language).get_template("_words.txt").make_module(words)
    return words | {name: getattr(macros, name) for name in _MACROS}


def _recipient(kind: Kind, facts: Facts, language: Language) -> list[str]:
    if kind is Kind.COMPLAINT:
        authority = facts.authority
        return [_name(authority), *lines_of(address_in(authority.address, language))] if authority else []
    name, contact = facts.controller.name, facts.controller.contact
    lines = lines_of(address_in(contact.address or "", language))
    lines = lines if lines[:1] == [name] else [name, *lines]
    if contact.dpo and not contact.address:
        officer = {"en": "Attn: Data Protection Officer", "fr": "À l’attention du délégué à la protection des données"}
        lines.append(officer[language])
    return lines


def _in_a_line(name: str, contact: Contact, language: Language) -> str:
    lines = lines_of(address_in(contact.address or "", language))
    address = [line for line in lines if not _FOR_THE_ATTENTION.match(line)]
    ways = [] if name else [contact.email or "", contact.form or ""]
    return ", ".join(filter(None, dict.fromkeys((name, *address, *ways))))


def _name(authority: Authority | None) -> str:
    """The name as it is set in a letter; the file has it as the authority types it."""
    return authority.name.replace("'", "’") if authority else ""


def _label(control: Control | None, language: Language) -> str:
    """The words beside the switch, in the letter's language where its present ones are known in it."""
    if control is None or control.kind != "setting":
        return ""
    present = [route.label for route in control.route if not route.label_fr_until]
    spoken = [label.in_language(language) for label in present]
    english = [route.label.en for route in control.route]
    return unended(next(filter(None, (*spoken, *english, *(label.fr for label in present))), ""))


def _block(template: Template, name: str, words: Mapping[str, Any]) -> str:
    return "".join(template.blocks[name](template.new_context(dict(words))))


def _whole(name: str, words: Mapping[str, Any], language: Language) -> str:
    return _templates(language).get_template(f"{name}.txt").render(words)


def _lines(text: str) -> str:
    """Text whose lines stay lines."""
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
    )
    found.filters |= {"day": long_date, "partial": partial_date, "unended": unended}
    return found


def _inert(value: object) -> str:
    """What is written for a value: foreign text on one line, and never a missing one."""
    if not isinstance(value, str | int):
        raise TypeError(value)
    kept = " " if isinstance(value, str) and value.startswith(" ") else ""
    return kept + one_line(str(value))

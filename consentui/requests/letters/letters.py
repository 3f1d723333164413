"""Letters to controllers and authorities, written from facts; `data/letters/` has their wording in every language.

What a letter states as fact comes from a claim (see `claims`); the rest is the templates' own wording. Each line of a
template is one sentence, so that forms with little room can take the first ones (see `short`).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec import Struct

from consentui.i18n import LANGUAGES, Language, speaking
from consentui.requests.letters.cautions import Caution, cautions
from consentui.requests.letters.facts import Facts
from consentui.requests.letters.kinds import REQUESTS, TO_AUTHORITY, Kind
from consentui.requests.letters.layout import is_sentence, one_line, paragraphs, set_out
from consentui.requests.letters.sentences import Part, Sentence, sentences_of, struck_requests, without
from consentui.requests.letters.teller import StatedClaim
from consentui.requests.letters.templates import block, template, whole
from consentui.requests.letters.wording import words_for

_BLOCKS: tuple[Part, ...] = ("what", "why", "ask")
"""The parts for which a template has a block."""
_ORDER: tuple[Part, ...] = ("opening", "what", "account", "why", "ask")
_WITH_REQUESTS: tuple[Part, ...] = ("account", "why", "ask")
"""The parts from which requests can be struck out; a letter needs the part that says what it is about."""


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
        teller, words = words_for(kind, facts, language)
        of_kind = template(kind, words["cites"], language)
        opening = whole("_opening", words, language)
        part: dict[Part, str] = {"opening": opening}
        stated: dict[Part, tuple[StatedClaim, ...]] = {"opening": teller.stated}
        subject = one_line(block(of_kind, "subject", words))
        for name in _BLOCKS:
            before = len(teller.stated)
            part[name] = block(of_kind, name, words)
            stated[name] = teller.stated[before:]
        before = len(teller.stated)
        account, identity, greeting, closing, short_account, through = (
            whole(name, words, language)
            for name in ("_accounts", "_identity", "_greeting", "_closing", "_account_short", "_through")
        )
        stated["account"] = teller.stated[before:]
        head = whole("_head", {**words, "subject": subject}, language)
        terse = [block(of_kind, f"short_{name}", words) if kind in REQUESTS else "" for name in ("what", "ask")]
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


def _lines(text: str) -> str:
    """Text laid out in paragraphs, with its lines kept."""
    return "\n\n".join("\n".join(lines) for lines in paragraphs(text))


def _sentences(text: str) -> tuple[str, ...]:
    return tuple(_each_sentence(text))


def _each_sentence(text: str) -> Iterator[str]:
    for lines in paragraphs(text):
        yield from filter(is_sentence, lines)

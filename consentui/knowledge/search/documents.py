"""The documents that can be found, cut into passages: controls, companies, authorities and rules of law."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Literal

from msgspec import Struct

from consentui.i18n import Language
from consentui.i18n.countries import country_names
from consentui.knowledge.authorities import Authority
from consentui.knowledge.law import Rule
from consentui.knowledge.records import Control, Controller, Event, Platform, Text

if TYPE_CHECKING:
    from consentui.knowledge.base import KnowledgeBase

Field = Literal[
    "name",
    "id",
    "title",
    "label",
    "former-label",
    "menu",
    "covers",
    "limits",
    "minors",
    "about",
    "doubt",
    "practical",
    "event",
    "platform",
    "purpose",
    "kind",
    "saying",
]
"""The field in which words were found. `purpose` and `kind` mean that the words describe what a control is for, and
`saying` that they are what people call it."""

_SHORT_NAME = 3
"""The fewest letters of an authority's short name: `AP` and `IP` are too many other things."""

Record = Control | Controller | Authority | Rule


class Passage(Struct, frozen=True, gc=False):
    """A text, and the field that holds it."""

    field: Field
    text: str
    language: Language | None = None
    """The language of a text of our own; None for names and for words as a platform prints them."""


class Findable(Struct, frozen=True, gc=False):
    """A document that can be found."""

    ref: str
    """Its unique reference: `x/grok-training`, `company:x`, `authority:FR`, `law:gdpr-21`."""
    title: Text
    record: Record
    platform: Platform | None
    """The platform of a control; None for other records."""
    platforms: tuple[str, ...]
    """The ids of the platforms by whose name it is found: its own first, or those of a company; an authority's own
    reference, by whose short names it is found."""
    passages: tuple[Passage, ...]

    @property
    def purpose(self) -> str:
        return self.record.purpose if isinstance(self.record, Control) else ""

    @property
    def id(self) -> str:
        return self.record.id if isinstance(self.record, Control) else ""

    @property
    def kind(self) -> str:
        return self.record.kind if isinstance(self.record, Control) else self.ref.partition(":")[0]


def documents_of(knowledge: KnowledgeBase) -> Iterator[Findable]:
    """Every document in the knowledge base."""
    yield from controls_of(_best_known_first(knowledge))
    for company in knowledge.controllers():
        yield _company(company, tuple(one.id for one in knowledge.platforms_of(company)))
    yield from _authorities(knowledge.authorities())
    yield from map(_rule, knowledge.law().rule)


def _best_known_first(knowledge: KnowledgeBase) -> Iterator[Platform]:
    """The platforms in the order of the packs, which begin with those that most people have; the others after them."""
    packed = dict.fromkeys(one for pack in knowledge.packs() for one in pack.platforms)
    places = {one: place for place, one in enumerate(packed)}
    return iter(sorted(knowledge, key=lambda platform: places.get(platform.id, len(places))))


def controls_of(platforms: Iterable[Platform]) -> Iterator[Findable]:
    """The controls of these platforms; texts about a platform as a whole belong to its first control."""
    known = tuple(platforms)
    sharing: dict[str, list[str]] = {}
    for platform in known:
        if platform.companion:
            sharing.setdefault(platform.companion, []).append(platform.id)
    for platform in known:
        for number, control in enumerate(platform.control):
            yield Findable(
                f"{platform.id}/{control.id}",
                control.title,
                control,
                platform,
                (platform.id, *sharing.get(platform.id, ())),
                tuple(dict.fromkeys(_passages(platform, control, is_first=number == 0))),
            )


def _passages(platform: Platform, control: Control, *, is_first: bool) -> Iterator[Passage]:
    yield from _texts("title", control.title)
    for route in control.route:
        yield from _words("label", route.label.en, route.label.fr)
        yield from _words("menu", " › ".join(route.path.en), " › ".join(route.path.fr))
    for former in control.former_label:
        yield from _words("former-label", former.en, former.fr)
    yield Passage("id", control.id)
    yield from (Passage("name", name) for name in names_of(platform))
    yield from _texts("about", control.about)
    yield from _texts("covers", control.covers)
    yield from _texts("limits", control.does_not_cover)
    yield from _texts("minors", control.minors)
    yield from _texts("doubt", control.doubt)
    for text in (*control.needs, control.choose, control.proof, control.reply, *(r.steps for r in control.route)):
        yield from _texts("practical", text)
    for event in platform.event:
        if _concerns(event, control, is_first=is_first):
            yield from _texts("event", event.what)
    if is_first:
        yield from _texts("platform", platform.about)
        for statement in platform.statement:
            yield from _texts("platform", statement.title)


def _concerns(event: Event, control: Control, *, is_first: bool) -> bool:
    return control.id in event.touches or (is_first and not event.touches)


def names_of(platform: Platform) -> Iterator[str]:
    """Every name of the platform, its id included."""
    yield from platform.names


def _company(company: Controller, platforms: tuple[str, ...]) -> Findable:
    passages = (
        *_words("title", company.name),
        *_words("former-label", company.formerly),
        *_words("name", company.id),
        *_texts("about", company.scope),
        *_texts("doubt", company.doubt),
        *_words("practical", company.contact.address, company.contact.email, company.contact.dpo),
    )
    return Findable(f"company:{company.id}", Text(company.name, company.name), company, None, platforms, passages)


def _authorities(authorities: Iterable[Authority]) -> Iterator[Findable]:
    """The authorities; if two share a code, as in Bavaria, the second has its short name added to the reference."""
    taken: set[str] = set()
    for authority in authorities:
        code = f"{authority.code}/{authority.short}" if authority.code in taken else authority.code
        taken.add(code)
        yield _authority(authority, code)


def _authority(authority: Authority, code: str) -> Findable:
    passages = (
        *_words("title", authority.name, authority.name_en, authority.short, authority.region_name),
        *_words("name", authority.code, *country_names(authority.country)),
        *_texts("about", authority.about),
        *_texts("about", authority.notes),
        *_texts("about", authority.first),
        *_texts("doubt", authority.doubt),
        *_words("practical", authority.address, authority.email, authority.website),
    )
    name = f"{authority.name} ({authority.short})"
    ref = f"authority:{code}"
    return Findable(ref, Text(name, name), authority, None, (ref,), passages)


def short_names_of(authority: Authority) -> Iterator[str]:
    """What people call an authority: `FDPIC`, `EDÖB` and `PFPDT` of `FDPIC (EDÖB / PFPDT)`."""
    short, _bracket, others = authority.short.partition(" (")
    parts = (short, *short.split("-"), *others.strip(")").split(" / "))
    yield from dict.fromkeys(one for one in parts if len(one) >= _SHORT_NAME)


def _rule(rule: Rule) -> Findable:
    passages = (
        *_texts("title", rule.topic),
        *_texts("title", rule.ref),
        *_words("name", rule.id),
        *_texts("about", rule.what),
        *_texts("about", rule.notes),
        *_texts("practical", rule.steps),
        *_texts("doubt", rule.doubt),
    )
    title = Text(
        f"{rule.ref.en}: {rule.topic.en}",
        f"{rule.ref.fr} : {rule.topic.fr}",
        f"{rule.ref.in_language('de')}: {rule.topic.in_language('de')}",
    )
    return Findable(f"law:{rule.id}", title, rule, None, (), passages)


def _texts(field: Field, text: Text | None) -> Iterator[Passage]:
    if text:
        yield from (Passage(field, text.in_language(language), language) for language in text.languages)


def _words(field: Field, *texts: str | None) -> Iterator[Passage]:
    yield from (Passage(field, text) for text in texts if text)

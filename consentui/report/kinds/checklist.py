"""The checklist: what is left to do for each account, to print and tick off by hand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from msgspec import Struct

from consentui.checklist.items import Item
from consentui.checklist.order import in_order
from consentui.checklist.reviews import is_old
from consentui.checklist.standing import Standing
from consentui.checklist.ways import routes_for
from consentui.i18n import Language, _, ngettext
from consentui.report.document import Block, Document, Heading, Paragraph, Point, Points
from consentui.report.kinds.accounts import AccountView, facts_of
from consentui.report.kinds.frame import Framed, account_in_full, confidentiality, limits, preamble
from consentui.report.kinds.mask import Names, shown_handle
from consentui.report.kinds.requests import Request, request_blocks
from consentui.text import capitalised
from consentui.words.cards import Way, card
from consentui.words.names import standing_name


class Todo(Struct, frozen=True):
    """One thing to do, in words."""

    control: str
    title: str
    about: str
    remark: str
    """How the platform sets it by default, in words."""
    standing: Standing
    minutes: int
    ways: tuple[Way, ...]
    needs: tuple[str, ...]
    proof: str
    """What shows afterwards that it worked; empty if nothing is known that does."""
    facts: str
    """How old the facts are, and how well they are known."""
    facts_are_old: bool


class TodoSection(Struct, frozen=True):
    """What is left to do for one account, in the order to do it."""

    account: str
    platform: str
    platform_name: str
    handle: str
    todos: tuple[Todo, ...]


class Checklist(Framed, frozen=True):
    """What is left to do for these accounts on a day."""

    minutes: int
    sections: tuple[TodoSection, ...]
    requests: tuple[Request, ...] = ()
    """The requests about these accounts, the most urgent first."""


def build(
    views: Sequence[AccountView],
    *,
    as_of: date,
    language: Language,
    country: str,
    names: Names,
    version: str,
    requests: tuple[Request, ...] = (),
) -> Checklist:
    """The checklist as of a day, in the current language, without accounts for which nothing is left to do."""
    sections = tuple(section for view in views if (section := _section(view, as_of, language, country, names)).todos)
    minutes = sum(todo.minutes for section in sections for todo in section.todos)
    return Checklist(as_of, language, country, names, version, facts_of(views, as_of), minutes, sections, requests)


def document(checklist: Checklist) -> Document:
    """A box to tick for each thing to do, with the way there and lines to write on."""
    parts = (block for section in checklist.sections for block in _part(section))
    old = sum(todo.facts_are_old for section in checklist.sections for todo in section.todos)
    return Document(
        _("Checklist"),
        checklist.language,
        checklist.as_of,
        (
            *preamble(checklist),
            Paragraph(_amount(checklist)),
            *parts,
            *request_blocks(checklist.requests, checklist.as_of),
            *limits(checklist.version, old),
        ),
        confidentiality(checklist.names),
    )


def _section(view: AccountView, as_of: date, language: Language, country: str, names: Names) -> TodoSection:
    account = view.account
    return TodoSection(
        account.id,
        account.platform,
        view.platform.name_in(language) if view.platform else account.platform,
        shown_handle(account.handle, names),
        tuple(_todo(item, as_of, language, country) for item in in_order(view.items)),
    )


def _todo(item: Item, as_of: date, language: Language, country: str) -> Todo:
    control = item.control
    shown = card(item.platform, control, routes_for(control, country), as_of)
    return Todo(
        control.id,
        shown.title,
        shown.about,
        shown.remark,
        item.standing,
        control.minutes,
        shown.ways,
        tuple(need.in_language(language) for need in control.needs),
        control.proof.in_language(language) if control.proof else "",
        shown.age,
        is_old(control, as_of),
    )


def _amount(checklist: Checklist) -> str:
    count = sum(len(section.todos) for section in checklist.sections)
    if not count:
        waiting = any(one.is_running for one in checklist.requests)
        return _("Nothing is left to tick off.") if waiting else _("Nothing is left to do.")
    words = ngettext("{count} thing to do, about {minutes} min.", "{count} things to do, about {minutes} min.", count)
    return words.format(count=count, minutes=checklist.minutes)


def _part(section: TodoSection) -> Iterator[Block]:
    yield Heading(account_in_full(section))
    yield Points(tuple(map(_point, section.todos)), to_tick=True)


def _point(todo: Todo) -> Point:
    minutes = ngettext("{minutes} min", "{minutes} min", todo.minutes).format(minutes=todo.minutes)
    remark = todo.remark if todo.standing is Standing.OPEN else standing_name(todo.standing)
    link = next((way.url for way in todo.ways if way.url), "")
    return Point(todo.title, f"{remark}, {minutes}", tuple(_details(todo, link)), link)


def _details(todo: Todo, link: str) -> Iterator[str]:
    yield todo.about
    alike: dict[str, list[str]] = {}
    for way in todo.ways:
        alike.setdefault(_route(way, link), []).append(way.name)
    yield from (f"{capitalised(', '.join(names))}{_(':')} {route}" for route, names in alike.items() if route)
    yield from dict.fromkeys(remark for way in todo.ways for remark in way.remarks)
    if todo.needs:
        yield _("You need: {needs}").format(needs=_("; ").join(todo.needs))
    if todo.proof:
        yield _("Proof: {proof}").format(proof=todo.proof)
    yield todo.facts
    yield _("Done on: {line} Label seen: {line}").format(line="…" * 12)


def _route(way: Way, link: str) -> str:
    """The way to a control without its surface, since several surfaces may share it."""
    label = _("“{label}”").format(label=way.label) if way.label else ""
    url = way.url if way.url != link else ""
    return " · ".join(filter(None, (way.crumbs, label, way.steps, ", ".join(way.address.splitlines()), url)))

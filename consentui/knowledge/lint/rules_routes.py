"""Rules about routes and the words that platforms print on them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from consentui.knowledge.lint.finding import Fault, Rule, Subject
from consentui.knowledge.lint.rules_sources import MAIL_ADDRESS
from consentui.knowledge.records import Control, FormerLabel, Printed, PrintedPath, Route

LETTER_LINES = 3
_IN_QUOTES = re.compile(r"|[\"“«‘].*[\"”»’]")
_ADDED_END = re.compile(r".*(:|…|\.\.\.)")
_SEVERAL_STEPS = re.compile(r" [>›→»] ")
_DESCRIPTION = re.compile(r"\(.*\)")


def printed(subject: Subject) -> Iterator[tuple[str, str]]:
    """All words that a platform prints, including former labels, with their places."""
    yield from labels(subject)
    yield from steps(subject)


def labels(subject: Subject) -> Iterator[tuple[str, str]]:
    """All labels, including former ones, with their places."""
    labelled: list[tuple[str, Printed | FormerLabel]] = [*subject.each(Printed), *subject.each(FormerLabel)]
    for place, label in labelled:
        yield from (
            (f"{place}.{key}", words) for key, words in (("en", label.en), ("fr", label.fr)) if words is not None
        )


def steps(subject: Subject) -> Iterator[tuple[str, str]]:
    """All menu steps, with the place of the path to which they belong."""
    for place, path in subject.each(PrintedPath):
        yield from ((f"{place}.en", step) for step in path.en)
        yield from ((f"{place}.fr", step) for step in path.fr)


def control_has_route(subject: Subject) -> Iterator[Fault]:
    """A control has at least one route: a person must be told where to go."""
    for place, control in subject.each(Control):
        if not control.route:
            yield Fault(place, f"{control.id} has no route", "add a [[control.route]]")


def route_leads_somewhere(subject: Subject) -> Iterator[Fault]:
    """A route has an address, menu steps, a label or instructions."""
    for place, route in subject.each(Route):
        if not (route.url or route.address or route.path.en or route.label.en or route.label.fr or route.steps):
            yield Fault(place, "this route leads nowhere", "add url, path, address or steps")


def routes_differ(subject: Subject) -> Iterator[Fault]:
    """No two routes of a control are the same."""
    for place, control in subject.each(Control):
        for number, route in enumerate(control.route):
            if route in control.route[:number]:
                yield Fault(f"{place}.route[{number}]", "this route stands there twice", "take one out")


def form_has_page(subject: Subject) -> Iterator[Fault]:
    """A route on the surface `form` has a web address."""
    for place, route in subject.each(Route):
        if route.surface == "form" and not route.url:
            yield Fault(place, "a form without its address", "add url, or use the surface it is found on")


def mail_has_address(subject: Subject) -> Iterator[Fault]:
    """An e-mail route has an e-mail address or, if the address differs from reader to reader, `steps` that name it."""
    for place, route in subject.each(Route):
        if route.surface == "email" and not (MAIL_ADDRESS.fullmatch(route.address) if route.address else route.steps):
            yield Fault(place, f"{route.address} is no e-mail address", "add address, or steps that say whom to write")


def letter_has_lines(subject: Subject) -> Iterator[Fault]:
    """A postal address has at least three lines: name, street and town."""
    for place, route in subject.each(Route):
        if route.surface == "post" and len((route.address or "").splitlines()) < LETTER_LINES:
            yield Fault(f"{place}.address", "too short for a postal address", "put name, street and town on lines")


def words_are_as_printed(subject: Subject) -> Iterator[Fault]:
    """Printed words have no quotes or spaces around them, because people compare them letter by letter."""
    for place, words in printed(subject):
        if words != words.strip() or _IN_QUOTES.fullmatch(words):
            yield Fault(place, f"“{words}” was dressed up", "give the bare words")


def label_ends_as_printed(subject: Subject) -> Iterator[Fault]:
    """A label does not end with a colon or an ellipsis, which only leads on to what the label names."""
    for place, words in labels(subject):
        if _ADDED_END.fullmatch(words):
            yield Fault(place, f"“{words}” leads on", "leave the colon or the ellipsis out")


def step_is_one_step(subject: Subject) -> Iterator[Fault]:
    """Each item of a menu path is one thing to click; a description, which is not printed, belongs in `steps`."""
    for place, step in steps(subject):
        if _SEVERAL_STEPS.search(step) or _DESCRIPTION.fullmatch(step):
            yield Fault(place, f"“{step}” is not one step", "give each step its string, and descriptions to `steps`")


def former_label_is_former(subject: Subject) -> Iterator[Fault]:
    """A former label is not the present label of every route."""
    for place, control in subject.each(Control):
        english = {route.label.en for route in control.route if route.label.en}
        french = {route.label.fr for route in control.route if route.label.fr and not route.label_fr_until}
        for number, former in enumerate(control.former_label):
            for words, now in ((former.en, english), (former.fr, french)):
                if now == {words}:
                    yield Fault(f"{place}.former_label[{number}]", f"“{words}” is the present label", "take one out")


ERRORS: tuple[Rule, ...] = (
    control_has_route,
    route_leads_somewhere,
    routes_differ,
    form_has_page,
    mail_has_address,
    letter_has_lines,
    words_are_as_printed,
    label_ends_as_printed,
    step_is_one_step,
    former_label_is_former,
)
WARNINGS: tuple[Rule, ...] = ()

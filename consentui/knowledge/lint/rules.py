"""The rules, one function each; its docstring is the explanation that a contributor reads."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Any

import msgspec

from consentui.knowledge.lint.finding import Fault, Rule, Severity, Subject
from consentui.knowledge.partial_dates import first_day
from consentui.knowledge.records import Control, Text

TITLE_LENGTH = 60
_DAYS = (
    "about",
    "date",
    "effect_from",
    "end",
    "label_fr_until",
    "removed",
    "researched",
    "since",
    "until",
    "verified_on",
)
"""The fields that say when something was done; `review_after` is the one that looks ahead."""
_NARROW = "\u202f"
_BARE_FRENCH_SIGN = re.compile(rf"(?<=[^\s{_NARROW}])[;!?»](?!\w)|(?<=[^\s{_NARROW}]):(?=\s|$)|«(?!{_NARROW})")
_WIDE_FRENCH_SPACE = re.compile(r"[ \u00a0][;:!?»]|«[ \u00a0]")
_STRAIGHT_QUOTE = re.compile(r"(?<=\w)'(?=\w)|\"")
_PROMISES = re.compile(
    r"\b(you (are|will be) (now )?(protected|safe)|guarante\w+|fully protected"
    r"|vous (êtes|serez) (désormais )?protégée?s?|garanti\w*|en toute sécurité)\b",
    re.IGNORECASE,
)


def texts(subject: Subject) -> Iterator[tuple[str, Text]]:
    """Every text of ours in a platform, with its place."""
    return ((place, value) for place, value in values_in(subject.platform) if isinstance(value, Text))


def days(subject: Subject) -> Iterator[tuple[str, str]]:
    """Every date of something done, full or partial, with its place."""
    for place, value in values_in(subject.platform):
        if place.rpartition(".")[2] in _DAYS and isinstance(value, str | date):
            yield place, str(value)


def values_in(record: Any, place: str = "$") -> Iterator[tuple[str, Any]]:
    """Every text of ours and every plain value in a record, with its place."""
    if isinstance(record, msgspec.Struct) and not isinstance(record, Text):
        for field in record.__struct_fields__:
            yield from values_in(getattr(record, field), f"{place}.{field}")
    elif isinstance(record, tuple):
        for number, item in enumerate(record):
            yield from values_in(item, f"{place}[{number}]")
    else:
        yield place, record


def controls(subject: Subject) -> Iterator[tuple[str, Control]]:
    """Every control of a platform, with its place."""
    return ((f"$.control[{number}]", control) for number, control in enumerate(subject.platform.control))


def control_has_source(subject: Subject) -> Iterator[Fault]:
    """Nothing is true without a source."""
    for place, control in controls(subject):
        if not control.source:
            yield Fault(place, f"{control.id} has no source", "add a [[control.source]]")


def evidence_is_earned(subject: Subject) -> Iterator[Fault]:
    """`documented` says that the platform or an authority says so: it takes a primary source."""
    for place, control in controls(subject):
        if control.evidence == "documented" and not any(source.primary for source in control.source):
            yield Fault(
                f"{place}.evidence",
                "documented without a primary source",
                "use `reported`, or add the source",
            )


def control_ids_differ(subject: Subject) -> Iterator[Fault]:
    """An id names one control, a removed one included."""
    seen: set[str] = {tombstone.id for tombstone in subject.platform.tombstone}
    for place, control in controls(subject):
        if control.id in seen:
            yield Fault(f"{place}.id", f"{control.id} is used twice", "give it another id")
        seen.add(control.id)


def route_leads_somewhere(subject: Subject) -> Iterator[Fault]:
    """A route has an address, menu steps, a label or instructions."""
    for place, control in controls(subject):
        for number, route in enumerate(control.route):
            if not (route.url or route.address or route.path.en or route.label.en or route.steps):
                yield Fault(f"{place}.route[{number}]", "this route leads nowhere", "add url, path, address or steps")


def control_has_route(subject: Subject) -> Iterator[Fault]:
    """A person must be told where to go."""
    for place, control in controls(subject):
        if not control.route:
            yield Fault(place, f"{control.id} has no route", "add a [[control.route]]")


def references_resolve(subject: Subject) -> Iterator[Fault]:
    """Fallbacks and look-alikes name controls that exist."""
    known = {f"{p.id}/{control.id}" for p in subject.others.values() for control in p.control}
    for place, control in controls(subject):
        for key, refs in (("fallback", control.fallback), ("pairs_with", control.pairs_with)):
            for ref in refs:
                if ref not in known:
                    yield Fault(f"{place}.{key}", f"{ref} does not exist", "name an existing platform/control")


def fallbacks_end(subject: Subject) -> Iterator[Fault]:
    """Following fallbacks comes to an end: a person is never sent round in a circle."""
    graph = {f"{p.id}/{control.id}": control.fallback for p in subject.others.values() for control in p.control}
    for place, control in controls(subject):
        start = f"{subject.platform.id}/{control.id}"
        if start in _reachable(graph, start):
            yield Fault(f"{place}.fallback", f"{start} leads back to itself", "take one of the fallbacks out")


def _reachable(graph: dict[str, tuple[str, ...]], start: str) -> set[str]:
    seen: set[str] = set()
    left = list(graph.get(start, ()))
    while left:
        ref = left.pop()
        if ref not in seen:
            seen.add(ref)
            left.extend(graph.get(ref, ()))
    return seen


def companion_exists(subject: Subject) -> Iterator[Fault]:
    """The platform that holds the shared settings is in the knowledge base."""
    companion = subject.platform.companion
    if companion and companion not in subject.others:
        yield Fault("$.companion", f"{companion} does not exist", "name an existing platform")


def events_name_controls(subject: Subject) -> Iterator[Fault]:
    """An event touches controls of its own platform."""
    known = {control.id for control in subject.platform.control}
    for number, event in enumerate(subject.platform.event):
        for control_id in event.touches:
            if control_id not in known:
                yield Fault(f"$.event[{number}].touches", f"{control_id} does not exist", "name an existing control")


def dates_are_past(subject: Subject) -> Iterator[Fault]:
    """What was checked, published or done lies in the past, and dates exist in the calendar."""
    for place, day in days(subject):
        try:
            is_past = first_day(day) <= subject.today
        except ValueError:
            yield Fault(place, f"{day} is not in the calendar", "correct the date")
            continue
        if not is_past:
            yield Fault(place, f"{day} lies in the future", "correct the date")


def review_follows_check(subject: Subject) -> Iterator[Fault]:
    """Facts are to be checked again after they were checked."""
    for place, control in controls(subject):
        if control.review_after <= control.verified_on:
            yield Fault(f"{place}.review_after", "not after verified_on", "set a later date")


def facts_are_fresh(subject: Subject) -> Iterator[Fault]:
    """Facts past their review date look old to the person: check them again."""
    for place, control in controls(subject):
        if control.review_after <= subject.today:
            yield Fault(
                f"{place}.review_after",
                f"{control.id} was to be checked again",
                "check it and set both dates",
            )


def title_is_short(subject: Subject) -> Iterator[Fault]:
    """Titles stand in lists of an 80-column terminal."""
    for place, control in controls(subject):
        for language, title in (("en", control.title.en), ("fr", control.title.fr)):
            if len(title) > TITLE_LENGTH:
                yield Fault(f"{place}.title.{language}", f"{len(title)} characters", f"use at most {TITLE_LENGTH}")


def texts_are_written(subject: Subject) -> Iterator[Fault]:
    """Every text of ours exists in both languages."""
    for place, text in texts(subject):
        for language, words in (("en", text.en), ("fr", text.fr)):
            if not words.strip():
                yield Fault(f"{place}.{language}", "empty", "write it")


def french_is_typeset(subject: Subject) -> Iterator[Fault]:
    """French sets a narrow no-break space (U+202F) before ; : ! ? » and after «."""
    for place, text in texts(subject):
        if wrong := _WIDE_FRENCH_SPACE.search(text.fr) or _BARE_FRENCH_SIGN.search(text.fr):
            near = text.fr[max(0, wrong.start() - 12) : wrong.end() + 6]
            yield Fault(f"{place}.fr", f"spacing in “{near}”", "put U+202F before ; : ! ? » and after «")


def quotes_are_curly(subject: Subject) -> Iterator[Fault]:
    """Texts of ours use ’ and “ ” or « », not typewriter quotes."""
    for place, text in texts(subject):
        for language, words in (("en", text.en), ("fr", text.fr)):
            if _STRAIGHT_QUOTE.search(words):
                yield Fault(f"{place}.{language}", "typewriter quotes", "use ’ “ ” or « »")


def nothing_is_promised(subject: Subject) -> Iterator[Fault]:
    """Nobody can promise that a person is protected: say what is stopped and what is not."""
    for place, text in texts(subject):
        for language, words in (("en", text.en), ("fr", text.fr)):
            if found := _PROMISES.search(words):
                yield Fault(f"{place}.{language}", f"promises: “{found[0]}”", "say what it stops")


def chosen_value_is_named(subject: Subject) -> Iterator[Fault]:
    """A control whose wanted state is a value says which."""
    for place, control in controls(subject):
        if (control.desired == "chosen") != (control.choose is not None):
            yield Fault(f"{place}.choose", '`choose` goes with desired = "chosen"', "add or remove `choose`")


ERRORS: tuple[Rule, ...] = (
    control_has_source,
    evidence_is_earned,
    control_ids_differ,
    route_leads_somewhere,
    control_has_route,
    references_resolve,
    fallbacks_end,
    companion_exists,
    events_name_controls,
    dates_are_past,
    review_follows_check,
    title_is_short,
    texts_are_written,
    french_is_typeset,
    quotes_are_curly,
    nothing_is_promised,
    chosen_value_is_named,
)
WARNINGS: tuple[Rule, ...] = (facts_are_fresh,)

RULES: tuple[tuple[Rule, Severity], ...] = (
    *((rule, "error") for rule in ERRORS),
    *((rule, "warning") for rule in WARNINGS),
)

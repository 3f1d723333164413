"""Sentences about items of the checklist and about ways that remain."""

from __future__ import annotations

from collections.abc import Iterator

from consentui import clock
from consentui.checklist.checks import Contradicted
from consentui.checklist.items import Item
from consentui.checklist.reviews import FactsRevised, PlatformChanged, ShouldBeThere, WrittenByNewer
from consentui.checklist.standing import Standing
from consentui.checklist.ways import AnotherControl, AnotherRoute, Way
from consentui.i18n import _, language
from consentui.i18n.countries import address_in
from consentui.i18n.dates import ago
from consentui.journal.entries import Outcome, Recorded
from consentui.knowledge.base import KnowledgeBase
from consentui.knowledge.records import Route
from consentui.text import capitalised
from consentui.words.changes import policy_words
from consentui.words.checks import check_sentence, checked_words, contradiction_sentence
from consentui.words.names import breadcrumbs, outcome_name, said_by, standing_name, surface_name


def said_of(item: Item) -> str:
    """What was recorded about an item and when, or why it needs another look; empty if nothing was recorded."""
    here = item.position
    if here.since is None:
        return _without_a_day(item)
    when = ago(clock.local_day(here.since), clock.today())
    parts = [
        f"{capitalised(standing_name(item.standing))}{_(':')} {_outcome(here.last)}".strip(" :\u202f"),
        when,
    ]
    if here.confirmed:
        parts.append(checked_words(here.confirmed))
    elif item.standing in {Standing.SETTLED, Standing.WAITING} and here.last:
        parts.append(said_by(here.last.said_by))
    text = " ".join((", ".join(parts) + ".", *_policy(item)))
    if isinstance(item.review, Contradicted):
        return f"{contradiction_sentence(item.review)} {text}"
    if isinstance(item.review, PlatformChanged):
        text += " " + item.review.event.what.in_language(language())
    elif isinstance(item.review, FactsRevised):
        text += " " + item.review.revision.what.in_language(language())
    elif isinstance(item.review, ShouldBeThere):
        text += " " + _("It should be ready by now: fetch it, and read it with “consentui verify export”.")
    elif item.review:
        text += " " + _("A year has passed: check whether it is still so.")
    if here.checked and here.checked is not here.confirmed:
        text += " " + check_sentence(here.checked)
    return text


def _policy(item: Item) -> Iterator[str]:
    """The policy under which it was recorded, and the one that has come since."""
    if item.position.last and item.position.since:
        said = item.review.event if isinstance(item.review, PlatformChanged) else None
        yield from policy_words(item.platform, clock.local_day(item.position.since), clock.today(), said)


def _without_a_day(item: Item) -> str:
    if isinstance(item.review, WrittenByNewer):
        return newer_sentence()
    return check_sentence(item.position.checked) if item.position.checked else ""


def newer_sentence() -> str:
    """Says that a standing is not known because a newer consentui wrote about it."""
    return _("Written by a newer consentui: where it stands is not known here. Update consentui.")


def _outcome(last: Recorded | None) -> str:
    if last is None:
        return ""
    is_said_already = last.outcome is Outcome.FORM_UNAVAILABLE and last.surface == "form"
    where = f" ({surface_name(last.surface)})" if last.surface and not is_said_already else ""
    return outcome_name(last.outcome) + where


def failure_sentence(item: Item) -> str:
    """What failed and where, as a heading of the ways that remain."""
    last = item.position.failed[-1] if item.position.failed else item.position.last
    if last is None:
        return _("Try, in this order:")
    return _("{what}. Try, in this order:").format(what=capitalised(_outcome(last)))


def way_words(way: Way, knowledge: KnowledgeBase) -> str:
    """A way to try, on one line: a route, another control, or a letter to the company."""
    match way:
        case AnotherRoute(route=route):
            return f"{capitalised(surface_name(route.surface))}{_(':')} {_what_to_do(route)}"
        case AnotherControl(ref=ref):
            return knowledge.control(ref).title.in_language(language())
        case _:
            return _("Write to the company responsible for your data")


def _what_to_do(route: Route) -> str:
    """What a person does on a route, as short as it is known."""
    spoken = language()
    path = route.path.in_language(spoken) or route.path.en
    if where := breadcrumbs(path) or route.url:
        return where
    if route.steps:
        return route.steps.in_language(spoken)
    if label := route.label.in_language(spoken) or route.label.en:
        return _("look for “{label}”").format(label=label)
    return ", ".join(address_in(route.address or "", spoken).splitlines()) or _("the same may exist there")


def nothing_to_do(*, is_begun: bool) -> str:
    """What is shown if nothing is left to do; a person without an account is told how to begin."""
    return _("Nothing is left to do.") if is_begun else _("There is no account yet: add the first one.")

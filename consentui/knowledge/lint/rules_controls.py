"""Rules about the fields of a control."""

from __future__ import annotations

from collections.abc import Iterator

from consentui.knowledge.lint.finding import Fault, Rule, Subject
from consentui.knowledge.records import AccountType, Control, Platform, Region, Route


def chosen_value_is_named(subject: Subject) -> Iterator[Fault]:
    """A control has `choose` exactly if its desired state is `chosen`."""
    for place, control in subject.each(Control):
        if (control.desired == "chosen") != (control.choose is not None):
            yield Fault(f"{place}.choose", '`choose` goes with desired = "chosen"', "add or remove `choose`")


def regions_are_plain(subject: Subject) -> Iterator[Fault]:
    """Regions are named, each once, or `*` alone stands for everywhere."""
    lists: list[tuple[str, tuple[Region, ...]]] = [
        *((f"{place}.regions", control.regions) for place, control in subject.each(Control)),
        *((f"{place}.regions", route.regions) for place, route in subject.each(Route)),
    ]
    for place, regions in lists:
        if not regions or _repeats(regions) or ("*" in regions and len(regions) > 1):
            yield Fault(place, f"{list(regions)}", 'name each region once, or write ["*"]')


def exceptions_are_regions(subject: Subject) -> Iterator[Fault]:
    """`except_regions` names the regions left out, each once, and never `*`."""
    for place, control in subject.each(Control):
        if "*" in control.except_regions or _repeats(control.except_regions):
            yield Fault(f"{place}.except_regions", f"{list(control.except_regions)}", "name each region once")


def defaults_by_region_differ(subject: Subject) -> Iterator[Fault]:
    """`default_in` names regions in which the control exists, each once, and only with a default that differs."""
    for place, control in subject.each(Control):
        named = tuple(region for one in control.default_in for region in one.regions)
        is_misplaced = "*" in named or not ("*" in control.regions or set(named) <= set(control.regions))
        is_alike = any(one.default == control.default or not one.regions for one in control.default_in)
        if is_misplaced or is_alike or _repeats(named):
            yield Fault(f"{place}.default_in", f"{list(named)}", "name each region once, where the default is another")


def account_types_are_plain(subject: Subject) -> Iterator[Fault]:
    """Account types are named, each once, or `*` stands for all accounts; only `none` may be named beside it."""
    for place, control in subject.each(Control):
        types: tuple[AccountType, ...] = control.account_types
        if not types or _repeats(types) or ("*" in types and set(types) - {"*", "none"}):
            yield Fault(f"{place}.account_types", f"{list(types)}", 'name each type once, or write ["*"]')


def _repeats(names: tuple[str, ...]) -> bool:
    return len(set(names)) < len(names)


def answer_is_foretold(subject: Subject) -> Iterator[Fault]:
    """An objection or a request says what the answer will be (`reply`) or what shows that it was sent (`proof`)."""
    for place, control in subject.each(Control):
        if control.kind in {"objection-form", "request"} and not (control.reply or control.proof):
            yield Fault(place, f"{control.id} tells of no answer", "write `reply` or `proof`")


def training_has_fallback(subject: Subject) -> Iterator[Fault]:
    """A training setting that is on by default names a fallback if the platform has an objection form or a request."""
    for place, platform in subject.each(Platform):
        forms = [control.id for control in platform.control if control.kind in {"objection-form", "request"}]
        for number, control in enumerate(platform.control):
            is_training = control.kind == "setting" and control.purpose == "ai-training" and control.default == "on"
            if is_training and forms and not control.fallback:
                fix = f"add `fallback`: {', '.join(forms)}"
                yield Fault(f"{place}.control[{number}]", f"{control.id} leads nowhere when it fails", fix)


def titles_differ(subject: Subject) -> Iterator[Fault]:
    """No two controls of a platform have the same title."""
    for place, platform in subject.each(Platform):
        for language in ("en", "fr"):
            titles = [getattr(control.title, language) for control in platform.control]
            for number, title in enumerate(titles):
                if title in titles[:number]:
                    where = f"{place}.control[{number}].title.{language}"
                    yield Fault(where, f"“{title}” is another’s title too", "say what is different")


def events_differ(subject: Subject) -> Iterator[Fault]:
    """No two events of a platform have the same date and address."""
    for place, platform in subject.each(Platform):
        told = [(event.date, event.url) for event in platform.event]
        for number, event in enumerate(told):
            if event in told[:number]:
                yield Fault(f"{place}.event[{number}]", "same date, same address as another", "make it one event")


ERRORS: tuple[Rule, ...] = (
    chosen_value_is_named,
    regions_are_plain,
    exceptions_are_regions,
    defaults_by_region_differ,
    account_types_are_plain,
    answer_is_foretold,
    titles_differ,
    events_differ,
)
WARNINGS: tuple[Rule, ...] = (training_has_fallback,)

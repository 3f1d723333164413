"""Articles and time limits as lines of text, in the current language."""

from __future__ import annotations

from collections.abc import Iterator

from consentui.i18n import _, language
from consentui.i18n.countries import country_name
from consentui.i18n.dates import long_date
from consentui.knowledge.law import Rule
from consentui.words.plain import source_lines, wrapped


def rule_line(rule: Rule) -> str:
    """A rule on one line: its id, how it is cited, and its topic."""
    spoken = language()
    return f"{rule.id}\t{rule.ref.in_language(spoken)}\t{rule.topic.in_language(spoken)}"


def rule_text(rule: Rule) -> str:
    """Everything known about a rule, with its sources."""
    return "\n".join((*_heading(rule), *_body(rule), *source_lines(rule.source)))


def _heading(rule: Rule) -> Iterator[str]:
    spoken = language()
    yield from wrapped(f"{rule.ref.in_language(spoken)}{_(':')} {rule.topic.in_language(spoken)}")
    if rule.proposed:
        yield from wrapped(_("Proposed only: this is not law."))
    if rule.applies_from:
        yield from wrapped(_("Applies from {date}.").format(date=long_date(rule.applies_from)))
    if rule.since:
        yield from wrapped(_("In force since {date}.").format(date=long_date(rule.since)))


def _body(rule: Rule) -> Iterator[str]:
    spoken = language()
    yield ""
    yield from wrapped(rule.what.in_language(spoken))
    for name, text in (
        (_("What follows"), rule.notes),
        (_("How it is counted"), rule.steps),
        (_("In doubt"), rule.doubt),
    ):
        if text:
            yield from wrapped(f"{name}{_(':')} {text.in_language(spoken)}")
    if rule.ages:
        ages = ", ".join(f"{country_name(country)} {age}" for country, age in rule.ages.items())
        yield from wrapped(_("Where it is known: {ages}").format(ages=ages))
    for added in rule.in_country:
        yield from wrapped(f"{country_name(added.country)}{_(':')} {added.what.in_language(spoken)}")
    if not rule.wording_read:
        yield from wrapped(_("Summarised from other sources: the original wording was not read."))

"""All rules with their severity. Each rule is one function, whose docstring explains it to contributors."""

from __future__ import annotations

from consentui.knowledge.lint import (
    rules_controls,
    rules_crawlers,
    rules_dates,
    rules_ids,
    rules_languages,
    rules_references,
    rules_routes,
    rules_search,
    rules_sources,
    rules_testimony,
    rules_texts,
)
from consentui.knowledge.lint.finding import Rule, Severity

THEMES = (
    rules_ids,
    rules_sources,
    rules_routes,
    rules_search,
    rules_controls,
    rules_crawlers,
    rules_references,
    rules_testimony,
    rules_dates,
    rules_texts,
    rules_languages,
)

RULES: tuple[tuple[Rule, Severity], ...] = (
    *((rule, "error") for theme in THEMES for rule in theme.ERRORS),
    *((rule, "warning") for theme in THEMES for rule in theme.WARNINGS),
)


def name_of(rule: Rule) -> str:
    """The name by which findings refer to a rule: `route-leads-somewhere`."""
    return rule.__name__.replace("_", "-")

"""Parsing robots.txt as crawlers do (RFC 9309): groups of crawlers with the rules that apply to them.

Where parsers differ, the interpretation that refuses less is used, so that nobody is told of a refusal that does not
hold.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from msgspec import Struct

from consentui.verify.sites.pieces import Passage, Place, lines_of, quoted

EVERYONE = "*"
_PATHS = frozenset({"allow", "disallow"})
_RULES = frozenset({*_PATHS, "content-signal", "content-usage"})
_AGENT = "user-agent"
_LICENCE = "license"
_KEYS = frozenset({_AGENT, _LICENCE, *_RULES})


class CrawlerRule(Struct, frozen=True):
    """A line that applies to the crawlers of its group, or a `License` line."""

    key: str
    """In lower case: `allow`, `disallow`, `content-signal`, `content-usage`, `license`."""
    value: str
    evidence: Passage


class CrawlerGroup(Struct, frozen=True):
    """A group of crawlers, and the rules that apply to them."""

    agents: tuple[str, ...]
    """Their names in lower case, without a version; `*` for all that are not named elsewhere."""
    rules: tuple[CrawlerRule, ...]


class Robots(Struct, frozen=True):
    """A parsed robots.txt."""

    groups: tuple[CrawlerGroup, ...] = ()
    licences: tuple[CrawlerRule, ...] = ()
    """The `License:` lines, which apply to the whole site (RSL)."""

    def rules_for(self, name: str) -> tuple[str, tuple[CrawlerRule, ...]]:
        """The name under which a crawler is addressed, its own, `*` or empty if by none, and the rules that apply."""
        for agent in (name.casefold(), EVERYONE):
            groups = [group for group in self.groups if agent in group.agents]
            if groups:
                return agent, tuple(rule for group in groups for rule in group.rules)
        return "", ()


def read_robots(text: str) -> Robots:
    """Parse a robots.txt; lines that are not understood are ignored."""
    groups: list[CrawlerGroup] = []
    licences: list[CrawlerRule] = []
    agents: list[str] = []
    rules: list[CrawlerRule] = []
    for key, value, evidence in _fields(text):
        if key == _AGENT:
            if rules:
                groups.append(CrawlerGroup(tuple(agents), tuple(rules)))
                agents, rules = [], []
            agents.append(_agent(value))
        elif key in _RULES and agents:
            rules.append(CrawlerRule(key, value, evidence))
        elif key == _LICENCE:
            licences.append(CrawlerRule(key, value, evidence))
    if agents:
        groups.append(CrawlerGroup(tuple(agents), tuple(rules)))
    return Robots(tuple(groups), tuple(licences))


class Access(Struct, frozen=True):
    """Which paths of a site a crawler may fetch."""

    nothing: bool
    """Whether it may not fetch any page."""
    something_closed: bool
    """Whether any path is disallowed."""
    allowing: tuple[Passage, ...] = ()
    """The `Allow` lines with a path."""
    is_said: bool = False
    """Whether there is any line about paths; an empty `Disallow:` opens everything."""


def access_of(rules: Iterable[CrawlerRule]) -> Access:
    """What the rules let a crawler fetch: the longest matching path applies, and of equally long ones, an `Allow`."""
    said = [rule for rule in rules if rule.key in _PATHS]
    paths = [(rule.key, _plain(rule.value), rule.evidence) for rule in said if rule.value]
    closed = [path for key, path, _evidence in paths if key == "disallow"]
    # An allowed path is never shorter than “/”, so any such line overrides a “Disallow: /” somewhere.
    allowing = tuple(evidence for key, _path, evidence in paths if key == "allow")
    return Access("/" in closed and not allowing, bool(closed), allowing, bool(said))


def _plain(path: str) -> str:
    """The path without trailing stars, which mean nothing; a lone `*` stands for every path."""
    return re.sub(r"\*+$", "", path) or "/"


def _agent(value: str) -> str:
    return value.partition("/")[0].strip().casefold()


def _fields(text: str) -> Iterator[tuple[str, str, Passage]]:
    for number, line in lines_of(text):
        key, _colon, value = line.partition(":")
        known = key.strip().casefold()
        if known in _KEYS:
            yield known, value.strip(), Passage(Place.ROBOTS, quoted(line), number)

"""robots.txt as crawlers read it (RFC 9309): groups of names with what holds for them.

Where readers differ, the reading is taken by which less is refused: nobody is to be told of a refusal that is none.
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
    """A line that holds for the crawlers of its group."""

    key: str
    """In small letters: `allow`, `disallow`, `content-signal`, `content-usage`."""
    value: str
    evidence: Passage


class CrawlerGroup(Struct, frozen=True):
    """Crawlers, and what holds for them."""

    agents: tuple[str, ...]
    """Their names in small letters, without a version; `*` for all that are not named elsewhere."""
    rules: tuple[CrawlerRule, ...]


class Robots(Struct, frozen=True):
    """A robots.txt."""

    groups: tuple[CrawlerGroup, ...] = ()
    licences: tuple[CrawlerRule, ...] = ()
    """`License:` lines, which hold for the whole site (RSL)."""

    def rules_for(self, name: str) -> tuple[str, tuple[CrawlerRule, ...]]:
        """What holds for a crawler, and the name by which: its own, `*`, or empty where nothing does."""
        for agent in (name.casefold(), EVERYONE):
            groups = [group for group in self.groups if agent in group.agents]
            if groups:
                return agent, tuple(rule for group in groups for rule in group.rules)
        return "", ()


def read_robots(text: str) -> Robots:
    """The groups of a robots.txt, whatever it holds."""
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
    """It may fetch no page at all."""
    something_closed: bool
    allowing: tuple[Passage, ...] = ()
    """The lines that open what would else be closed."""
    is_said: bool = False
    """Whether there is a line about paths at all: an empty `Disallow:` opens everything."""


def access_of(rules: Iterable[CrawlerRule]) -> Access:
    """What the rules of a crawler leave open. The longest path that fits holds; of two as long, the one that allows."""
    said = [rule for rule in rules if rule.key in _PATHS]
    paths = [(rule.key, _plain(rule.value), rule.evidence) for rule in said if rule.value]
    closed = [path for key, path, _evidence in paths if key == "disallow"]
    # Every path that is allowed is as long as “/”, which closes everything, or longer.
    allowing = tuple(evidence for key, _path, evidence in paths if key == "allow")
    return Access("/" in closed and not allowing, bool(closed), allowing, bool(said))


def _plain(path: str) -> str:
    """The path without stars at its end, which change nothing; `*` is every path."""
    return re.sub(r"\*+$", "", path) or "/"


def _agent(value: str) -> str:
    return value.partition("/")[0].strip().casefold()


def _fields(text: str) -> Iterator[tuple[str, str, Passage]]:
    for number, line in lines_of(text):
        key, _colon, value = line.partition(":")
        known = key.strip().casefold()
        if known in _KEYS:
            yield known, value.strip(), Passage(Place.ROBOTS, quoted(line), number)

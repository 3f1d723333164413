"""Cases of the rules about the names of crawlers for robots.txt."""

from __future__ import annotations

from consentui.knowledge.crawlers import Crawler, Crawlers
from consentui.knowledge.lint import rules_crawlers as rules
from tests.builders import TODAY, a_source
from tests.knowledge.lint.cases import broken, sound


def named(*names: str) -> Crawlers:
    return Crawlers(TODAY, (a_source(),), tuple(Crawler(name) for name in names))


CASES = (
    broken(rules.crawlers_differ, named("GPTBot", "CCBot", "gptbot"), "$.crawler[2].name"),
    sound(rules.crawlers_differ, named("GPTBot", "CCBot")),
    broken(rules.crawlers_can_be_written, named("GPT#Bot"), "$.crawler[0].name"),
    broken(rules.crawlers_can_be_written, named("Bot/1.0", " Bot"), "$.crawler[0].name", "$.crawler[1].name"),
    broken(rules.crawlers_can_be_written, named(""), "$.crawler[0].name"),
    sound(rules.crawlers_can_be_written, named("Kangaroo Bot")),
    broken(rules.crawlers_have_source, Crawlers(TODAY, (), ()), "$"),
    sound(rules.crawlers_have_source, named("GPTBot")),
)

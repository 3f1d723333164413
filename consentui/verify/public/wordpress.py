"""What robots.txt of a site on WordPress.com shows about the choice not to share with third parties.

For a site that makes this choice, WordPress.com refuses all these crawlers by name (Automattic/jetpack,
jetpack-mu-wpcom, blog-privacy.php). A site may refuse single crawlers by other means, so a part of the names shows
nothing.
"""

from __future__ import annotations

from consentui.verify.public.observations import Observation, Reserve, sum_of
from consentui.verify.sites.pieces import Place
from consentui.verify.sites.robots import EVERYONE, Robots, access_of, read_robots

REFUSED_BY_NAME = (
    "Amazonbot",
    "anthropic-ai",
    "Applebot-Extended",
    "Bytespider",
    "CCBot",
    "ClaudeBot",
    "FacebookBot",
    "Google-Extended",
    "GPTBot",
    "meta-externalagent",
    "omgili",
    "omgilibot",
    "PerplexityBot",
    "SentiBot",
)
SIGN = "crawlers-by-name"
ALL, NONE = "refused", "not-refused"


def observation_of_robots(address: str, content: bytes) -> Observation:
    """Whether all of these crawlers are refused by name.

    The reserve says that only some are refused, or that everyone is refused without names, as on a site that is not
    public.
    """
    robots = read_robots(content.decode("utf-8-sig", "replace"))
    refused = [name for name in REFUSED_BY_NAME if _is_refused(robots, name)]
    is_for_everyone = any(EVERYONE in group.agents and access_of(group.rules).nothing for group in robots.groups)
    says = ALL if len(refused) == len(REFUSED_BY_NAME) else NONE
    reserve = None
    if refused and says is NONE:
        reserve = Reserve.IN_PART
    elif says is NONE and is_for_everyone:
        reserve = Reserve.NOT_TOLD
    value = f"{len(refused)}/{len(REFUSED_BY_NAME)}"
    return Observation(SIGN, says, address, Place.ROBOTS, "User-agent", value, sum_of(content), reserve)


def _is_refused(robots: Robots, name: str) -> bool:
    by, rules = robots.rules_for(name)
    return by not in {"", EVERYONE} and access_of(rules).nothing

"""The ways in which an account is asked about: each names its hosts, asks them, and gives what was seen."""

from __future__ import annotations

from typing import assert_never

from consentui import clock
from consentui.knowledge.base import KnowledgeBase
from consentui.knowledge.records import PublicKind
from consentui.profile.asking import Asking
from consentui.profile.atproto import Network
from consentui.profile.fetching import host_of
from consentui.profile.sites import asked_site
from consentui.verify.public.atproto import observations_of_records
from consentui.verify.public.observations import Sight
from consentui.verify.public.site import observations_of_site
from consentui.verify.sites.look import look


def hosts_on_the_way(way: PublicKind) -> tuple[str, ...]:
    """The hosts that are asked where an account of this kind is, before its own."""
    network = Network()
    return (host_of(network.resolver), host_of(network.directory)) if way == "atproto" else ()


def look_at(way: PublicKind, name: str, knowledge: KnowledgeBase) -> Asking[Sight]:
    """What hosts show of an account of this name; raises UsageError and NetworkError."""
    match way:
        case "site":
            return _at_site(name, knowledge)
        case "atproto":
            return _at_records(name)
        case "mastodon" | "wordpress-com" | "bigcode":
            raise NotImplementedError
        case _:
            assert_never(way)


def _at_site(name: str, knowledge: KnowledgeBase) -> Asking[Sight]:
    address = f"https://{name}" if "://" not in name else name
    found, failures = yield from asked_site(address)
    looked = look(found, knowledge.crawlers().crawler, clock.today())
    return Sight(host_of(address), tuple(observations_of_site(found, looked)), tuple(map(str, failures)))


def _at_records(name: str) -> Asking[Sight]:
    network = Network()
    did, document = yield from network.found(name)
    records = network.records(document.server, did)
    failures = tuple(dict.fromkeys(one.why for one in records.values() if one.state == "unknown"))
    return Sight(host_of(document.server), tuple(observations_of_records(document.server, did, records)), failures)

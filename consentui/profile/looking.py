"""The ways to look an account up in public: each names its hosts, asks them, and returns what was seen."""

from __future__ import annotations

from typing import Final, assert_never

from consentui import clock
from consentui.errors import NetworkError, UsageError
from consentui.i18n import _
from consentui.knowledge.base import KnowledgeBase
from consentui.knowledge.hosts import host_of as host_in
from consentui.knowledge.records import PublicKind
from consentui.profile import fetching
from consentui.profile.asking import Asking, Question
from consentui.profile.atproto import Network
from consentui.profile.fetching import host_of
from consentui.profile.sites import MOST_BYTES, asked_site
from consentui.text import clean_line
from consentui.verify.public import bigcode, mastodon, wordpress
from consentui.verify.public.atproto import observations_of_records
from consentui.verify.public.observations import Sight
from consentui.verify.public.site import observations_of_site
from consentui.verify.sites.look import look
from consentui.verify.sites.pieces import Place

_MOST_RECORD_BYTES: Final = 256 * 1024
_FOUND = 200


def hosts_on_the_way(way: PublicKind) -> tuple[str, ...]:
    """The hosts that are asked, before an account's own host, where an account of this kind is kept."""
    network = Network()
    return (host_of(network.resolver), host_of(network.directory)) if way == "atproto" else ()


def look_at(way: PublicKind, name: str, knowledge: KnowledgeBase) -> Asking[Sight]:
    """What hosts show of the account with this name.

    Raises UsageError if the name does not say where to ask, NetworkError if a host does not answer with it.
    """
    match way:
        case "site":
            return _at_site(name, knowledge)
        case "atproto":
            return _at_records(name)
        case "mastodon":
            return _at_mastodon(name)
        case "wordpress-com":
            return _at_wordpress(name)
        case "bigcode":
            return _at_issue(name)
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


def _at_mastodon(name: str) -> Asking[Sight]:
    found = mastodon.name_and_host(name)
    if found is None:
        raise _unclear(name, _("Write it with its server: @marie@example.social."))
    user, host = found
    address = f"https://{host}{mastodon.lookup_path(user)}"
    yield Question(
        (host_of(address),),
        _("{host} will be asked what it tells anyone about {name}.").format(host=host_of(address), name=user),
    )
    content = _content(address, _MOST_RECORD_BYTES)
    observations = mastodon.observations_of_account(address, user, content)
    if observations is None:
        raise _not_there(host, user)
    return Sight(host_of(address), tuple(observations))


def _at_wordpress(name: str) -> Asking[Sight]:
    host = host_in(name)
    if host is None:
        raise _unclear(name, _("Write the address of the site: marie.wordpress.com."))
    address = f"https://{host}/{Place.ROBOTS}"
    host = host_of(address)
    yield Question((host,), _("{host} will be asked for {paths}.").format(host=host, paths=f"/{Place.ROBOTS}"))
    return Sight(host, (wordpress.observation_of_robots(address, _content(address, MOST_BYTES)),))


def _at_issue(name: str) -> Asking[Sight]:
    found = bigcode.author_and_number(name)
    if found is None:
        raise _unclear(name, _("Write it with the number of the issue: marie#123."))
    author, number = found
    address = f"https://{bigcode.HOST}{bigcode.issue_path(number)}"
    yield Question(
        (bigcode.HOST,),
        _("{host} will be asked for issue {number} of bigcode-project/opt-out-v2.").format(
            host=bigcode.HOST, number=number
        ),
    )
    observation = bigcode.observation_of_issue(address, author, _content(address, _MOST_RECORD_BYTES))
    if observation is None:
        raise _not_there(bigcode.HOST, name)
    return Sight(bigcode.HOST, (observation,))


def _content(address: str, most: int) -> bytes:
    """The content at an address; raises NetworkError if the host does not give it."""
    answer = fetching.fetch(address, most)
    if answer.status != _FOUND:
        raise NetworkError(
            _("{host} did not return what it was asked for.").format(host=host_of(address)),
            _("the host answered with {status}").format(status=answer.status),
        )
    return answer.content


def _not_there(host: str, name: str) -> NetworkError:
    return NetworkError(_("{host} does not know {name}.").format(host=host, name=clean_line(name)[:100]))


def _unclear(name: str, way_out: str) -> UsageError:
    return UsageError(_("“{name}” does not say where to ask.").format(name=clean_line(name)[:100]), way_out=way_out)

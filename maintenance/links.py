"""`make kb-links`: check that the addresses in the knowledge base still answer. For maintainers; it uses the network.

Each host gets one request at a time, with a pause in between that grows when the host asks for fewer requests. A site
that refuses robots is "refused" and never "gone": only a person can look there.
"""

from __future__ import annotations

import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from enum import StrEnum
from http import HTTPStatus
from http.client import HTTPMessage
from typing import IO, NamedTuple
from urllib.error import HTTPError, URLError
from urllib.parse import urlsplit
from urllib.request import HTTPRedirectHandler, Request, build_opener

from consentui.knowledge.base import bundled
from consentui.knowledge.records import Platform

PAUSE_SECONDS = 2.0
"""The pause between two requests to the same host."""
TRIES = 3
PATIENCE_SECONDS = 20
HOSTS_AT_ONCE = 8
_REFUSED = {
    HTTPStatus.UNAUTHORIZED,
    HTTPStatus.FORBIDDEN,
    HTTPStatus.METHOD_NOT_ALLOWED,
    HTTPStatus.NOT_ACCEPTABLE,
    HTTPStatus.UNAVAILABLE_FOR_LEGAL_REASONS,
}
_GONE = {HTTPStatus.NOT_FOUND, HTTPStatus.GONE}
_LATER = {HTTPStatus.TOO_MANY_REQUESTS, HTTPStatus.SERVICE_UNAVAILABLE}
_MOVED = {HTTPStatus.MOVED_PERMANENTLY, HTTPStatus.PERMANENT_REDIRECT}


class Verdict(StrEnum):
    """What became of an address."""

    ANSWERS = "answers"
    MOVED = "moved"
    REFUSED = "refused"
    GONE = "gone"
    SILENT = "silent"


class Finding(NamedTuple):
    """An address, what became of it, and a remark such as the new location or the error."""

    url: str
    verdict: Verdict
    remark: str


class _NoRedirect(HTTPRedirectHandler):
    """Follows no redirects, so that they can be reported."""

    def redirect_request(
        self,
        req: Request,  # noqa: ARG002 -- urllib’s signature
        fp: IO[bytes],  # noqa: ARG002 -- urllib’s signature
        code: int,  # noqa: ARG002 -- urllib’s signature
        msg: str,  # noqa: ARG002 -- urllib’s signature
        headers: HTTPMessage,  # noqa: ARG002 -- urllib’s signature
        newurl: str,  # noqa: ARG002 -- urllib’s signature
    ) -> None:
        return None


def addresses(platforms: Iterable[Platform]) -> Iterator[str]:
    """Every address in these platforms, with repetitions."""
    for platform in platforms:
        yield from (event.url for event in platform.event)
        for control in platform.control:
            yield from (source.url for source in control.source)
            yield from (route.url for route in control.route if route.url)


def check_all(urls: Iterable[str], sleep: Callable[[float], None] = time.sleep) -> list[Finding]:
    """A finding for each address; hosts are checked in parallel, the addresses of one host one after the other."""
    by_host: dict[str, list[str]] = defaultdict(list)
    for url in dict.fromkeys(urls):
        by_host[urlsplit(url).netloc].append(url)
    with ThreadPoolExecutor(HOSTS_AT_ONCE) as pool:
        found = pool.map(lambda host: _check_host(by_host[host], sleep), by_host)
    return [finding for findings in found for finding in findings]


def _check_host(urls: list[str], sleep: Callable[[float], None]) -> list[Finding]:
    found = []
    for number, url in enumerate(urls):
        if number:
            sleep(PAUSE_SECONDS)
        found.append(check(url, sleep))
    return found


def check(url: str, sleep: Callable[[float], None] = time.sleep) -> Finding:
    """Check one address; a host that asks for fewer requests (429, 503) is asked again after growing pauses."""
    for attempt in range(1, TRIES + 1):
        status, remark = _asked(url)
        if status not in _LATER or attempt == TRIES:
            return Finding(url, _verdict(status), remark)
        sleep(PAUSE_SECONDS * 4**attempt)
    raise AssertionError


def _asked(url: str) -> tuple[int | None, str]:
    """The HTTP status of the answer, None if there was none, and a remark: the new location or the error."""
    request = Request(url, headers={"User-Agent": "consentui-link-check", "Accept": "*/*"})  # noqa: S310 -- an address of the knowledge base
    try:
        with build_opener(_NoRedirect).open(request, timeout=PATIENCE_SECONDS) as answer:
            return answer.status, ""
    except HTTPError as error:
        with error:
            return error.code, error.headers.get("Location", "")
    except (URLError, OSError) as error:
        return None, str(getattr(error, "reason", error))


def _verdict(status: int | None) -> Verdict:
    if status is None:
        return Verdict.SILENT
    if status in _GONE:
        return Verdict.GONE
    if status in _MOVED:
        return Verdict.MOVED
    if status in _REFUSED | _LATER:
        return Verdict.REFUSED
    return Verdict.ANSWERS if status < HTTPStatus.BAD_REQUEST else Verdict.SILENT


def main() -> int:
    """Print the addresses that do not answer plainly, worst first; return 1 if any is gone."""
    found = check_all(addresses(bundled()))
    order = (Verdict.GONE, Verdict.MOVED, Verdict.SILENT, Verdict.REFUSED)
    for finding in sorted((one for one in found if one.verdict in order), key=lambda one: order.index(one.verdict)):
        print(f"{finding.verdict}\t{finding.url}\t{finding.remark}")
    print(f"{len(found)} addresses", file=sys.stderr)
    return int(any(finding.verdict is Verdict.GONE for finding in found))


if __name__ == "__main__":
    sys.exit(main())

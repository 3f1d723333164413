"""Reading a site: from a folder on this machine, or as the few files and the one page that its host is asked for."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from typing import Final
from urllib.parse import unquote, urlsplit

from consentui.errors import ConsentuiError, UsageError
from consentui.i18n import _
from consentui.knowledge.hosts import host_of as host_in
from consentui.profile import fetching
from consentui.profile.asking import Asking, Question
from consentui.profile.fetching import host_of, require_https
from consentui.profile.input import path_of
from consentui.storage.reading import opened
from consentui.storage.reasons import system_reason
from consentui.text import clean_line
from consentui.verify.sites.pieces import Piece, Place, Site
from consentui.verify.sites.robots import read_robots
from consentui.verify.sites.rsl import licence_path

MOST_BYTES: Final = 512 * 1024
"""The limit for each file; crawlers must read 500 KiB of a robots.txt (RFC 9309, section 2.5)."""
MOST_PAGE_BYTES: Final = 4 * 1024 * 1024
SECONDS_EACH: Final = 20.0
SECONDS_IN_ALL: Final = 60.0
_FILES = (Place.ROBOTS, Place.TDMREP, Place.TRUST_TXT, Place.TRUST_TXT_WELL_KNOWN, Place.GPC, Place.AI_TXT)
_PAGES = ("index.html", "index.htm")
_FOUND = 200
_GONE = frozenset({404, 410})


def folder_or_address(word: str) -> Path | str:
    """The folder or the https address that a person named; raises UsageError if it is neither."""
    if "://" in word:
        host_of(word)
        require_https(word)
        return word
    path = path_of(word)
    if path.is_dir():
        return path
    if not path.exists() and host_in(word):
        address = f"https://{word}"
        host_of(address)
        return address
    raise UsageError(
        _("“{word}” is neither a folder nor an address.").format(word=clean_line(word)[:100]),
        way_out=_("Name the folder of the site, or its address: https://example.org."),
    )


def paths_asked(address: str) -> tuple[str, ...]:
    """The paths that a host is asked for, the page first."""
    return (_page_path(address), *(f"/{place}" for place in _FILES))


def site_in(folder: Path) -> Site:
    """A site as it lies in a folder, where what a server adds, such as headers, cannot be seen."""
    pieces = {place: _read(folder / place) for place in _FILES}
    page = next((name for name in _PAGES if (folder / name).is_file()), _PAGES[0])
    pieces[Place.PAGE] = _read(folder / page, MOST_PAGE_BYTES)
    site = Site("", pieces)
    if where := licence_path(read_robots(site.text(Place.ROBOTS)), ""):
        path = (folder / unquote(where.partition("?")[0]).lstrip("/")).resolve()
        inside = path.is_relative_to(folder.resolve())
        pieces[Place.LICENCE] = _read(path) if inside else Piece("missing")
    return site


def site_at(
    address: str, *, own_server: bool = False, now: Callable[[], float] = time.monotonic
) -> tuple[Site, tuple[ConsentuiError, ...]]:
    """A site as its host shows it, and what went wrong; a piece that fails does not stop the others.

    `own_server` is for tests: see `fetch`. Raises NetworkError if neither the page nor robots.txt could be had; the
    rest is not asked for then.
    """
    asking = _Asking(address, own_server=own_server, now=now)
    page, headers = asking.piece(_page_path(address), MOST_PAGE_BYTES)
    pieces = {Place.PAGE: page, _FILES[0]: asking.piece(f"/{_FILES[0]}")[0]}
    if len(asking.failures) == len(pieces):
        raise asking.failures[0]
    pieces |= {place: asking.piece(f"/{place}")[0] for place in _FILES[1:]}
    site = Site(asking.root, pieces, headers)
    robots = read_robots(site.text(Place.ROBOTS))
    if where := licence_path(robots, asking.root):
        pieces[Place.LICENCE] = asking.piece(where)[0]
    elif robots.licences:
        pieces[Place.LICENCE] = Piece("unknown", why=_("it is on another host, which was not contacted"))
    return site, tuple(asking.failures)


def asked_site(address: str) -> Asking[tuple[Site, tuple[ConsentuiError, ...]]]:
    """As `site_at`, after a question that names what the host will be asked for."""
    require_https(address)
    host = host_of(address)
    text = _("{host} will be asked for {paths}, and for the licence that robots.txt names there.")
    yield Question((host,), text.format(host=host, paths=", ".join(paths_asked(address))))
    return site_at(address)


class _Asking:
    """One look at a host, within `SECONDS_IN_ALL`."""

    def __init__(self, address: str, *, own_server: bool, now: Callable[[], float]) -> None:
        self.root = f"{urlsplit(address).scheme}://{host_of(address)}"
        self.failures: list[ConsentuiError] = []
        self._until = now() + SECONDS_IN_ALL
        self._now = now
        self._own_server = own_server

    def piece(self, path: str, most: int = MOST_BYTES) -> tuple[Piece, dict[str, str] | None]:
        """What the host gives for a path, and the headers if it was found."""
        left = self._until - self._now()
        if left <= 0:
            return Piece("unknown", why=_("it was not requested, since the host takes too long")), None
        try:
            answer = fetching.fetch(self.root + path, most, own_server=self._own_server, within=min(SECONDS_EACH, left))
        except ConsentuiError as error:
            self.failures.append(error)
            return Piece("unknown", why=" ".join(filter(None, (error.title, error.detail)))), None
        if answer.status == _FOUND:
            return Piece("there", answer.content), answer.headers
        if answer.status in _GONE:
            return Piece("missing"), None
        return Piece("unknown", why=_("the host answered with {status}").format(status=answer.status)), None


def _page_path(address: str) -> str:
    parts = urlsplit(address)
    return (parts.path or "/") + (f"?{parts.query}" if parts.query else "")


def _read(path: Path, most: int = MOST_BYTES) -> Piece:
    try:
        with opened(path) as file:
            content = file.read(most + 1)
    except (FileNotFoundError, NotADirectoryError):
        return Piece("missing")
    except OSError as error:
        return Piece("unknown", why=system_reason(error))
    return Piece("unknown", why=_("it is too large")) if len(content) > most else Piece("there", content)

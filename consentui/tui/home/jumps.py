"""Places to jump to by typing: the person's accounts and requests, and the platforms and controls that are known."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from itertools import islice
from typing import Any

from textual.screen import Screen

from consentui.i18n import _, language
from consentui.text import findable
from consentui.tui.home.deeds import Deed, deed_name
from consentui.tui.shared.window import Window
from consentui.words.accounts import account_name
from consentui.words.found import found_place, found_title
from consentui.words.names import platform_name

_MOST = 6
"""How many of each kind are offered at most; typing on narrows them down."""


def jumps(app: Window, typed: str) -> Iterator[Deed]:
    """Yield the jumps that match what was typed, the person's own before those of the knowledge base."""
    yield from islice(_accounts(app, typed), _MOST)
    yield from islice(_requests(app, typed), _MOST)
    yield from islice(_settings(app, typed), _MOST)
    yield from islice(_platforms(app, typed), _MOST)
    yield from islice(_controls(app, typed), _MOST)


def _accounts(app: Window, typed: str) -> Iterator[Deed]:
    from consentui.tui.accounts.account import AccountScreen

    for account in app.session.accounts.matching(typed):
        platform = app.session.accounts.platform_of(account)
        words = account_name(platform, account, " ")
        yield Deed(deed_name(_("Account"), words), "", partial(_push, app, AccountScreen, account.id))


def _requests(app: Window, typed: str) -> Iterator[Deed]:
    from consentui.tui.requests.request import RequestScreen

    for case in app.session.requests.cases():
        words = " · ".join(
            (case.reference, app.session.requests.company_of(case), app.session.requests.right_of(case))
        )  # fmt: skip
        if _has(words, typed):
            yield Deed(deed_name(_("Request"), words), "", partial(_push, app, RequestScreen, case.reference))


def _settings(app: Window, typed: str) -> Iterator[Deed]:
    from consentui.tui.settings.settings import Settings, setting_names

    for key, name in setting_names().items():
        if _has(name, typed):
            yield Deed(deed_name(_("Settings"), name), "", partial(_push, app, Settings, key))


def _platforms(app: Window, typed: str) -> Iterator[Deed]:
    from consentui.tui.shared.platform_page import page_of

    for platform in app.session.knowledge:
        if _has(" ".join((platform.name_in(language()), *platform.aliases)), typed):
            words = deed_name(_("Platform"), platform_name(platform))
            yield Deed(words, "", partial(_push, app, page_of, app.session, platform))


def _controls(app: Window, typed: str) -> Iterator[Deed]:
    from consentui.tui.home.search import open_known_control

    if not app.session.finder.is_ready:
        return
    for hit in app.session.finder.find(typed, app.session.accounts.platform_ids).hits:
        if hit.found.platform:
            yield Deed(
                deed_name(found_place(hit.found), found_title(hit.found)),
                "",
                partial(open_known_control, app, *hit.found.ref.split("/")),
            )


def _push(app: Window, make: Callable[..., Screen[Any]], *about: object) -> None:
    app.push_screen(make(*about))


def _has(words: str, typed: str) -> bool:
    found = findable(words)
    return all(word in found for word in findable(typed).split())

"""The system's Chromium, headless, in a home that is deleted afterwards."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from consentui.report.document import Document
from consentui.report.formats.html import render

PROGRAMS = ("chromium", "chromium-browser", "google-chrome")
TO_ITSELF = (
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-quic",
    "--disable-sync",
    "--no-first-run",
)
"""The options that keep the browser itself from using the network."""


@dataclass(frozen=True)
class Shown:
    """A document in the browser, with what the browser requested and logged."""

    page: Page
    address: str
    requests: list[str]
    console: list[str]


Show = Callable[..., Shown]


@pytest.fixture(scope="module")
def chromium(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    """A running Chromium, for one module only: while Playwright runs, no other test can have an event loop."""
    program = next(filter(None, map(shutil.which, PROGRAMS)), None)
    if program is None:
        sentence = "Pages cannot be tested here without Chromium."
        (pytest.fail if os.environ.get("CI") == "true" else pytest.skip)(sentence)
    home = str(tmp_path_factory.mktemp("chromium"))
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=program, args=TO_ITSELF, env={"PATH": os.environ["PATH"], "HOME": home, "LANG": "C.UTF-8"}
        )
        yield browser
        browser.close()


@pytest.fixture
def show(chromium: Browser, tmp_path: Path) -> Iterator[Show]:
    """A function that opens a document from a file, as a double-click on it would."""
    file = tmp_path / "report.html"
    with chromium.new_context() as context:

        def open_(document: Document, *, width: int = 1280, scheme: str = "light") -> Shown:
            file.write_text(render(document), encoding="utf-8")
            page = context.new_page()
            shown = Shown(page, file.as_uri(), [], [])
            page.on("request", lambda request: shown.requests.append(request.url))
            page.on("console", lambda message: shown.console.append(message.text))
            page.on("pageerror", lambda error: shown.console.append(str(error)))
            page.set_viewport_size({"width": width, "height": 800})
            page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
            page.goto(shown.address)
            return shown

        yield open_

"""Open links in the browser of the desktop, and copy texts to the clipboard of the terminal."""

from __future__ import annotations

import os
import sys

from textual.app import App

from consentui.i18n import _


def open_link(app: App[None], url: str) -> str:
    """Ask the system's browser to open a link, if it is https and there is a desktop, and return what to say."""
    if not url.startswith("https://"):
        return _("Only https links are opened.")
    if not has_desktop():
        return _("There is no desktop to open it on: copy the link, or scan its QR code.")
    app.open_url(url)
    return _("The browser was asked to open it.")


def copy_text(app: App[None], text: str) -> str:
    """Send a text to the terminal's clipboard and return what to say; the terminal does not confirm that it took it."""
    app.copy_to_clipboard(text)
    return _("Sent to the terminal’s clipboard.")


def has_desktop() -> bool:
    """Whether there is a desktop for a browser; without one, a text browser would draw over the interface."""
    if sys.platform in {"darwin", "win32"}:
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY") or os.environ.get("WSL_DISTRO_NAME"))

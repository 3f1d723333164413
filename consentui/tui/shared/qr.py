"""A link or a few lines of text as a QR code for the phone."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.content import Content
from textual.geometry import Size
from textual.widgets import Static

from consentui.i18n import _
from consentui.tui.shared.sheet import Sheet
from consentui.tui.shared.window import Window

_WIDEST = 76
_AROUND, _AROUND_BARE = Size(6, 6), Size(0, 2)
"""The columns and lines of a window taken by the frame, the title and the keys, and by the keys alone."""
_HALVES = {(False, False): " ", (True, False): "▀", (False, True): "▄", (True, True): "█"}


class QrCode(Sheet[None]):
    """The sheet with the code, drawn dark on light in every theme because cameras need that."""

    DEFAULT_CSS = """
    QrCode .code {
        width: auto;
        color: black;
        background: white;
    }
    QrCode.-bare > Vertical {
        border: none;
        padding: 0;
    }
    QrCode.-bare .title, QrCode.-bare .muted {
        display: none;
    }
    """

    def __init__(self, url: str) -> None:
        super().__init__()
        self.title_text = _("For the phone")
        self._url = url

    def fits(self, window: Size, around: Size = _AROUND_BARE) -> bool:
        """Whether a window of this size has room for the whole code and for what stands around it."""
        lines = qr_text(self._url).split("\n")
        room = Size(min(window.width, _WIDEST), window.height) - around
        return len(lines) <= room.height and len(lines[0]) <= room.width

    def on_mount(self) -> None:
        self._make_room()

    def on_resize(self) -> None:
        self._make_room()

    def _make_room(self) -> None:
        """Leave out frame, title and address where the code would be cut for them: a camera needs all of it."""
        self.set_class(not self.fits(self.app.size, _AROUND), "-bare")

    def compose_body(self) -> ComposeResult:
        yield Static(Content(qr_text(self._url)), classes="code")
        yield Static(Content(self._url), classes="muted")


def show_code(window: Window, text: str, unfitting: str) -> None:
    """Open the sheet with the code of a text; if the window is too small to show it whole, say `unfitting` instead."""
    code = QrCode(text)
    if code.fits(window.size):
        window.push_screen(code)
    else:
        window.say(unfitting)


def qr_text(url: str) -> str:
    """Return the code drawn in half blocks, two rows of dots a line, with a blank border of two dots."""
    import segno

    dots = [list(map(bool, line)) for line in segno.make(url, error="l", micro=False).matrix_iter(border=2)]
    if len(dots) % 2:
        dots.append([False] * len(dots[0]))
    return "\n".join(
        "".join(_HALVES[pair] for pair in zip(upper, lower, strict=True))
        for upper, lower in zip(dots[::2], dots[1::2], strict=True)
    )

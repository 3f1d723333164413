"""Fields that ask who writes and for whom, used in the form and in a sheet that asks for what a letter lacks."""

from __future__ import annotations

from collections.abc import Iterator

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.content import Content
from textual.dom import DOMNode
from textual.widget import Widget
from textual.widgets import Input, Static

from consentui.errors import UsageError
from consentui.i18n import N_, _
from consentui.profile.identity import Identity, keep_identity, read_identity
from consentui.tui.requests.on_behalf import OnBehalf
from consentui.tui.shared.caption import Caption
from consentui.tui.shared.fields import TextLine
from consentui.tui.shared.lines_sheet import LinesSheet


def writer_fields(kept: Identity, country: str, *, of_one: bool = False) -> Iterator[Widget]:
    """Yield a line each for name, address and e-mail address, filled with what is stored, and for whom they write.

    `of_one` as in `OnBehalf`.
    """
    yield Caption(_("Your name, as signed on the letter"))
    yield TextLine(kept.name, id="name", max_length=200, compact=True)
    yield Caption(_("Your postal address (optional), lines separated by commas"))
    yield TextLine(", ".join(kept.address.splitlines()), between=", ", id="address", max_length=400, compact=True)
    yield Caption(_("Your e-mail address, ideally the account’s own"))
    yield TextLine(kept.email, id="email", max_length=200, compact=True)
    yield OnBehalf(kept.mandate, country, of_one=of_one)
    yield Static(Content(_("Name and address stay on this machine; the settings can forget them.")), classes="muted")


def writer_in(fields: DOMNode) -> Identity:
    """Return the identity typed into these fields; raises UsageError if the date of birth cannot be read."""
    name, address, email = (fields.query_one(f"#{field}", Input).value for field in ("name", "address", "email"))
    return Identity(
        name, "\n".join(line.strip() for line in address.split(",")), email, fields.query_one(OnBehalf).mandate
    )


class WriterSheet(LinesSheet[bool]):
    """The sheet that asks for what a letter lacks about its writer; it answers True once that is saved."""

    BINDINGS = [
        Binding("ctrl+s", "save", N_("save"), id="save", priority=True),
        Binding("f9", "behalf", N_("on whose behalf"), id="writer.behalf"),
    ]
    draft_key = "writer"

    def __init__(self, lacking: UsageError) -> None:
        super().__init__()
        self.title_text = lacking.title
        self._why = lacking.detail

    def compose_body(self) -> ComposeResult:
        kept = read_identity(self.session.folders.identity) or Identity("")
        with VerticalScroll(can_focus=False):
            if self._why:
                yield Static(Content(self._why), classes="muted")
            yield from writer_fields(kept, self.session.preferences.country)

    def action_behalf(self) -> None:
        self.query_one(OnBehalf).turn()

    def action_save(self) -> None:
        with self.window.telling():
            keep_identity(self.session.folders.identity, writer_in(self))
            self.was_saved()
            self.dismiss(result=True)

"""Add a platform that the knowledge base lacks, as the command `kb new` does."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.binding import Binding
from textual.content import Content
from textual.widgets import Input, Static
from textual.widgets.option_list import Option

from consentui.i18n import N_, _
from consentui.knowledge.new import NewCompany
from consentui.profile.own_files import begin
from consentui.tui.shared.caption import Caption
from consentui.tui.shared.fields import TextLine
from consentui.tui.shared.lines_sheet import LinesSheet

OFFER = "own:"
"""The id of the row that offers to add a platform."""


def offer(name: str) -> Option:
    """Return the row that offers to add a platform, for lists in which the name is not found."""
    words = _("Add “{name}” yourself: a letter can go to any company").format(name=name.strip())
    return Option(Content(words).stylize("$accent"), id=OFFER)


class OwnPlatform(LinesSheet[str]):
    """The sheet for the platform's name and its controller; it answers with the id of the new platform."""

    BINDINGS = [Binding("ctrl+s", "save", N_("save"), id="save", priority=True)]
    draft_key = "own-platform"

    def __init__(self, name: str) -> None:
        super().__init__()
        self.title_text = _("A platform of your own")
        self._called = name.strip()

    def compose_body(self) -> ComposeResult:
        yield Caption(_("The name of the platform"))
        yield TextLine(self._called, id="name", max_length=80, compact=True)
        yield Caption(_("The company responsible for the data (legal name); leave it empty if you do not know"))
        yield TextLine(id="company", max_length=200, compact=True)
        yield Caption(_("Its postal address, lines separated by commas"))
        yield TextLine(between=", ", id="address", max_length=400, compact=True)
        yield Caption(_("The e-mail address for requests"))
        yield TextLine(id="email", max_length=200, compact=True)
        yield Caption(_("The country it is based in, such as IE"))
        yield TextLine(id="seat", max_length=8, compact=True)
        yield Static(
            Content(_("Nobody else reads the file. It is marked as yours wherever it is used.")), classes="muted"
        )

    def action_save(self) -> None:
        name, company, address, email, seat = (one.value for one in self.query(Input))
        found = NewCompany(company, address, email, seat) if company.strip() else None
        with self.window.telling():
            path = begin(self.session.folders, self.session.knowledge, name, found)
            self.was_saved()
            self.dismiss(path.stem)

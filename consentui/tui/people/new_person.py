"""The sheet that asks for the name of a new person and creates their profile."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.widgets import Input, Static

from consentui.i18n import _
from consentui.profile.people import begin_another, profile_called
from consentui.tui.shared.fields import OnlyLine
from consentui.tui.shared.sheet import Sheet


class NewPerson(Sheet[str]):
    """A line for the name; Enter creates the profile, whose name is shown below, and answers with that."""

    draft_key = "new-person"

    def __init__(self) -> None:
        super().__init__()
        self.title_text = _("Who is it for?")

    def compose_body(self) -> ComposeResult:
        yield OnlyLine(placeholder=_("a name"), id="name", max_length=400)
        yield Static(id="kept-as", markup=False, classes="muted")

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        name = profile_called(event.value)
        words = _("Kept as the profile “{profile}”, separate from all others.").format(profile=name) if name else ""
        self.query_one("#kept-as", Static).update(words)

    @on(Input.Submitted)
    def _begin(self, event: Input.Submitted) -> None:
        name = profile_called(event.value)
        if not name:
            self.window.say(_("Use some letters."))
            return
        with self.window.telling():
            begin_another(name)
            self.was_saved()
            self.dismiss(name)

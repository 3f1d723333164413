"""Report a control that is not where the knowledge base says: write what the person sees into an issue to pass on."""

from __future__ import annotations

from pathlib import Path

from textual.app import ComposeResult
from textual.binding import Binding
from textual.content import Content

from consentui import clock
from consentui.checklist.items import Item
from consentui.i18n import LANGUAGE_NAMES, N_, _, language
from consentui.knowledge.records import Surface
from consentui.storage.saving import save_text
from consentui.tui.shared.caption import Caption
from consentui.tui.shared.fields import TextLine
from consentui.tui.shared.lines_sheet import LinesSheet
from consentui.tui.shared.link import copy_text
from consentui.tui.shared.qr import show_code
from consentui.tui.shared.sheet import TextSheet
from consentui.tui.shared.texts import typed_in
from consentui.words.moved import Issue, issue


class MovedSheet(LinesSheet[None]):
    """The sheet that asks what only the person can see; what is left empty can be filled in later in the report."""

    BINDINGS = [Binding("ctrl+s", "save", N_("write the report"), id="save", priority=True)]

    def __init__(self, item: Item, surface: Surface | None, seen: str) -> None:
        """`surface` is that of the way they followed; `seen` is the label they noted earlier, empty if none."""
        super().__init__()
        self.title_text = _("It is not where consentui says it is")
        self._item = item
        self._surface: Surface | None = surface
        self._seen = seen
        self.draft_key = f"moved/{item.account.id}/{item.control.id}"

    def compose_body(self) -> ComposeResult:
        yield Caption(_("The label, as you see it there"))
        yield TextLine(self._seen, id="seen", max_length=4000)
        yield Caption(_("The menus that lead there, one after the other"))
        yield TextLine(id="steps", between=" › ", max_length=4000)
        yield Caption(_("The language of the screen"))
        yield TextLine(LANGUAGE_NAMES[language()], id="language", max_length=200)

    def action_save(self) -> None:
        item, country = self._item, self.session.preferences.country
        found = issue(
            item.platform,
            item.control,
            clock.today(),
            self._surface,
            typed_in(self, "seen"),
            country,
            steps=typed_in(self, "steps"),
            screen_language=typed_in(self, "language"),
        )
        path = self.session.folders.data / "issues" / f"{item.platform.id}-{item.control.id}-{clock.today()}.md"
        with self.window.telling():
            save_text(path, str(found), replace=True)
            self.was_saved()
            self.app.switch_screen(IssueSheet(path, found))


class IssueSheet(TextSheet):
    """The written report, the path of its file, and whom to give it to: consentui has no address to send it to."""

    BINDINGS = [
        Binding("c", "copy", N_("copy"), id="issue.copy"),
        Binding("k", "qr", N_("QR"), id="issue.qr"),
    ]

    def __init__(self, path: Path, found: Issue) -> None:
        where = _(
            "Nothing is sent, and consentui has no address of its own: give it to whoever you got the program "
            "from. c copies it, k shows what you saw as a QR code."
        )
        about = Content(f"{where}\n{path}\n\n").stylize("$muted")
        super().__init__(_("The report is written"), about + Content(str(found)))
        self._issue = found

    def action_copy(self) -> None:
        self.window.say(copy_text(self.app, str(self._issue)))

    def action_qr(self) -> None:
        unfitting = _("The code does not fit into this window: copy the report, or make the window larger.")
        show_code(self.window, self._issue.seen, unfitting)

"""The screen to read a letter, copy or save it, and mark it as sent."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.widgets import Static

from consentui.export.letters import letter_file
from consentui.i18n import N_, _, ngettext
from consentui.profile.letters import Drafted
from consentui.profile.sent_text import read_sent_text
from consentui.requests.cases import Case
from consentui.requests.letters.doors import Door, doors
from consentui.requests.letters.fields import parts_of
from consentui.requests.letters.kinds import REQUESTS, Kind
from consentui.requests.letters.layout import run_on
from consentui.requests.letters.short import short
from consentui.storage.saving import save_file
from consentui.text import capitalised
from consentui.tui.requests.letter_view import letter_content, to_mind
from consentui.tui.shared.key_bar import KeyBar
from consentui.tui.shared.link import copy_text
from consentui.tui.shared.panes import text_width
from consentui.tui.shared.screens import SessionScreen
from consentui.tui.shared.top_line import TopLine
from consentui.tui.shared.when import Told, WhenSheet
from consentui.words.cautions import caution_words, explaining_no_room
from consentui.words.names import surface_name
from consentui.words.requests import kind_of_letter_name, part_name

FORM_LIMIT = 1000
"""How many characters a web form can be expected to accept."""


class LetterScreen(SessionScreen):
    """The screen of a letter.

    When the person says that they sent it, the text is frozen word for word as shown, or as in the file they name.
    """

    BINDINGS = [
        Binding("s", "sent", N_("I sent it"), id="letter.sent"),
        Binding("c", "copy", N_("copy"), id="letter.copy"),
        Binding("e", "mail", N_("as .eml"), id="letter.mail"),
        Binding("h", "channel", N_("another way"), id="letter.channel"),
        Binding("m", "to_mind", N_("cautions"), id="letter.to-mind"),
        Binding("w", "claims", N_("what it claims"), id="letter.claims"),
        Binding("k", "form", N_("for a form"), id="letter.short"),
        Binding("t", "file", N_("as .txt"), id="letter.file"),
        Binding("p", "pdf", N_("as PDF"), id="letter.pdf"),
        Binding("d", "dossier", N_("the dossier"), id="letter.dossier"),
    ]
    CSS_PATH = "letter.tcss"
    AUTO_FOCUS = "#preview"

    def __init__(self, reference: str, kind: Kind | None = None) -> None:
        """`kind` is the kind of letter; None for the one that makes the request."""
        super().__init__()
        self._reference = reference
        self._wanted = kind
        self._door: Door | None = None

    def compose(self) -> ComposeResult:
        yield TopLine()
        with VerticalScroll(id="preview"):
            yield Static(id="text", markup=False)
            yield Static(id="to-mind", markup=False)
        yield KeyBar()

    def begin(self) -> None:
        self.show_session()

    def fit(self) -> None:
        self.show_session()

    @property
    def _case(self) -> Case:
        return self.session.requests.called(self._reference)

    @property
    def _kind(self) -> Kind:
        return self._wanted or Kind(self._case.opened.right)

    def _drafted(self, on: date | None = None) -> Drafted:
        """Return the letter as drafted for a day, today if None."""
        door = self._door
        return self.session.letters.draft(
            self._kind, self._case, door.how if door else None, to=door.to if door else "", on=on
        )

    def show_session(self) -> None:
        if not self.session.requests.is_begun(self._reference):
            self.window.leave(self)
            return
        with self.window.telling():
            self._show(self._drafted())
            return
        # Drafting failed. What it needs to know of the person is asked for before a letter is opened, not here.
        self.window.leave(self)

    def _show(self, drafted: Drafted) -> None:
        text = drafted.letter
        top = self.query_one(TopLine)
        top.left = f"{self._reference} · {kind_of_letter_name(self._kind)}"
        count = len(text.warnings)
        minded = ngettext("{count} caution", "{count} cautions", count).format(count=count)
        top.right = " · ".join((*((minded,) if count else ()), surface_name(drafted.facts.channel)))
        width = text_width(self.size.width)
        self.query_one("#text", Static).update(letter_content(drafted, width))
        self.query_one("#to-mind", Static).update(to_mind([caution_words(one) for one in text.warnings], width))
        self.refresh_bindings()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002 -- Textual's
        if action not in {"dossier", "form", "to_mind"}:
            return True
        # Textual checks the keys once more while a screen whose request is gone is closing.
        if not self.session.requests.is_begun(self._reference):
            return False
        if action == "to_mind":
            return bool(self.query_one("#to-mind", Static).content)
        return self._kind is Kind.COMPLAINT if action == "dossier" else self._kind in REQUESTS

    def action_to_mind(self) -> None:
        """Scroll down to what to mind before the letter goes out, or back to the top."""
        preview = self.query_one("#preview")
        if preview.scroll_offset.y:
            preview.scroll_home(animate=False)
        else:
            self.query_one("#to-mind").scroll_visible(animate=False)

    def action_channel(self) -> None:
        """Switch to the next known door, such as a form, an e-mail address or a postal one."""
        with self.window.telling():
            drafted = self._drafted()
            known = doors(self._kind, drafted.facts)
            at = next((at for at, one in enumerate(known) if one.to == drafted.door.to), -1)
            self._door = known[(at + 1) % len(known)] if known else None
            self.show_session()

    def action_claims(self) -> None:
        from consentui.tui.requests.claims import ClaimsSheet

        with self.window.telling():
            self.app.push_screen(ClaimsSheet(self._case, self._drafted()))

    def action_copy(self) -> None:
        with self.window.telling():
            self.window.say(copy_text(self.app, self._drafted().letter.body))

    def action_form(self) -> None:
        """Open the parts of the letter to copy into a form: a short version of the whole, then one part at a time."""
        from consentui.tui.requests.form_parts import FormParts

        with self.window.telling():
            drafted = self._drafted()
            with explaining_no_room():
                parts = {_("all of it, short"): short(drafted.letter, FORM_LIMIT)}
            country = self.session.preferences.country
            found = parts_of(drafted.letter, drafted.facts.person, country, drafted.language)
            parts |= {part_name(part): run_on(sentences) for part, sentences in found.items()}
            self.app.push_screen(FormParts(parts))

    def action_mail(self) -> None:
        self._write("eml")

    def action_file(self) -> None:
        self._write("txt")

    def action_pdf(self) -> None:
        from consentui.export.letter_document import letter_document
        from consentui.export.letter_pdf import unset_words

        with self.window.telling():
            drafted = self._drafted()
            if unset := unset_words(letter_document(drafted.letter, drafted.language)):
                self.window.warn("PDF", unset)
            self._write("pdf")

    def action_dossier(self) -> None:
        from consentui.export.request_dossier import dossier
        from consentui.report.formats import markdown

        with self.window.telling():
            self._save("dossier.md", markdown.render(dossier(self.session, self._case, self._drafted())).encode())

    def _write(self, format_: str) -> None:
        with self.window.telling():
            content = letter_file(self.session, self._drafted(), format_)
            self._save(f"{self._kind.value}.{format_}", content)

    def _save(self, name: str, content: bytes) -> None:
        """Write a file to the person's home directory, replacing one of the same request and name."""
        path = Path.home() / f"{self._reference}-{name}"
        save_file(path, content, replace=True)
        self.window.say(str(path), title=_("Written"))

    def action_sent(self) -> None:
        draft_key = f"{self._reference}/{self._kind.value}/sent"
        sheet = WhenSheet(capitalised(_("I sent it")), self._sent, ("proof", "text"), draft_key=draft_key)
        self.app.push_screen(sheet, self._went_out)

    def _sent(self, told: Told) -> None:
        """Freeze the text that went out and record it; raises a ConsentuiError if either fails."""
        drafted, changed = self._drafted(told.on), told.text.strip()
        letter = drafted.letter
        text = read_sent_text(Path(changed), letter, self._reference) if changed else letter
        how, to, by = drafted.facts.channel, drafted.door.to, drafted.facts.person
        self.session.requests.record_sent(self._case, self._kind, text, how, to, told.on, proof=told.proof, by=by)

    def _went_out(self, saved: bool | None) -> None:  # noqa: FBT001 -- the result of the sheet
        """Go back to the request, which shows what was sent."""
        if saved:
            self.window.say(_("Saved. The text is kept word for word."))
            self.action_back()

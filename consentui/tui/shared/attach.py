"""The sheet that attaches a file as proof: its path, typed, pasted or dragged here, and a note."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from textual.app import ComposeResult
from textual.binding import Binding

from consentui.checklist.items import Item
from consentui.i18n import N_, _, language
from consentui.journal.entries import ProofAdded, RequestProof
from consentui.profile.input import path_of
from consentui.profile.session import Session
from consentui.requests.cases import Case
from consentui.tui.shared.area import Area
from consentui.tui.shared.caption import Caption
from consentui.tui.shared.fields import TextLine
from consentui.tui.shared.lines_sheet import LinesSheet
from consentui.tui.shared.mail_facts import mail_facts
from consentui.tui.shared.sheet import TextSheet
from consentui.tui.shared.texts import typed_in
from consentui.words.proofs import attached_words


class AttachSheet(LinesSheet[None]):
    """The sheet to attach a file; it stays open while the file is refused, so that the path can be corrected."""

    BINDINGS = [Binding("ctrl+s", "save", N_("save"), id="save", priority=True)]

    def __init__(self, title: str, keep: Callable[[Session, Path, str], ProofAdded | RequestProof], about: str) -> None:
        """`keep` attaches the file, or raises a ConsentuiError to show; `about` names what it proves, for the draft."""
        super().__init__()
        self.title_text = title
        self._keep = keep
        self.draft_key = f"proof/{about}"

    def compose_body(self) -> ComposeResult:
        yield Caption(_("The file: type its path, or drag it here"))
        yield TextLine(id="path", max_length=4096)
        yield Caption(_("Note"))
        yield Area(id="note")

    def action_save(self) -> None:
        path, note = typed_in(self, "path"), typed_in(self, "note")
        with self.window.telling():
            proof = self._keep(self.session, path_of(path), note)
            self.window.say(attached_words(proof), title=_("Attached"))
            self.window.refresh_screens()
            self.was_saved()
            if facts := mail_facts(self.session, proof):
                self.app.switch_screen(TextSheet(_("Attached"), facts))
            else:
                self.dismiss(None)


def to_item(item: Item) -> AttachSheet:
    """Return the sheet that attaches a file to a control."""
    return AttachSheet(
        item.control.title.in_language(language()),
        lambda session, path, note: session.proofs.attach(item.account, item.control, path, note),
        f"{item.account.id}/{item.control.id}",
    )


def to_case(case: Case) -> AttachSheet:
    """Return the sheet that attaches a file to a request."""
    return AttachSheet(
        case.reference,
        lambda session, path, note: session.proofs.attach_to_request(case, path, note),
        case.reference,
    )

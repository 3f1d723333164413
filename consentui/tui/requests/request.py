"""The screen of a request: what happened, what is due and by which rule, and the next moves."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from functools import partial
from typing import get_args

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static
from textual.widgets.option_list import Option

from consentui import clock
from consentui.errors import UsageError
from consentui.i18n import N_, _
from consentui.journal.entries import AboutRequest, Answer, AuthorityAnswer, Entry
from consentui.knowledge.authorities import Authority
from consentui.profile.mails import Came
from consentui.profile.preferences import write_setting
from consentui.requests.answers import Details
from consentui.requests.cases import Case
from consentui.requests.letters.kinds import REPLIES, TO_AUTHORITY, Kind
from consentui.requests.moves import Move, NextMove
from consentui.text import capitalised
from consentui.tui.requests.answer import AnswerSheet
from consentui.tui.requests.letter_view import letter_of_move
from consentui.tui.requests.pick_answer import PickAnswer, Said
from consentui.tui.requests.timeline_view import History, history, line_of, scrolled_to
from consentui.tui.requests.writer import WriterSheet
from consentui.tui.shared.key_bar import KeyBar
from consentui.tui.shared.panes import Page, Panes, list_width, page_width, text_width
from consentui.tui.shared.rows import Rows
from consentui.tui.shared.screens import SessionScreen
from consentui.tui.shared.sheet import Sheet
from consentui.tui.shared.top_line import TopLine
from consentui.tui.shared.undo import UNDO_BINDINGS, redo_last, undo_last
from consentui.tui.shared.when import Asked, Told, WhenSheet
from consentui.words.mails import mail_words
from consentui.words.names import authority_answer_name
from consentui.words.requests import kind_of_letter_name, move_name, next_move_name, standing_words, time_left_words
from consentui.words.timeline import timeline

WANTED_LIST = 46
_CHROME = 6
"""The lines of the window above, between and below the history and the moves."""
MOST_MOVES = 5
_LEAST_PAST = 3
_OWN_STEPS: dict[Move, Answer] = {
    Move.GIVE_IDENTITY: "identity-given",
    Move.SIGN: "signature-given",
    Move.PAY: "fee-paid",
}
"""The moves that are recorded as an entry of their own, without a letter."""

_HOLDS = "holds"
_SATISFIED = "satisfied"
"""The names of the choices that the sheets propose."""


class RequestScreen(SessionScreen):
    """The screen: the timeline above, the next moves below; Enter takes one."""

    BINDINGS = [
        Binding("r", "received", N_("they got it"), id="request.received"),
        Binding("a", "answered", N_("they answered"), id="request.answered"),
        Binding("g", "authority", N_("the authority wrote"), id="request.authority"),
        Binding("d", "dossier", N_("the dossier"), id="request.dossier"),
        Binding("t", "proof", N_("attach a proof"), id="request.proof"),
        *UNDO_BINDINGS,
    ]
    CSS_PATH = "request.tcss"
    AUTO_FOCUS = "#moves"

    def __init__(self, reference: str) -> None:
        super().__init__()
        self._reference = reference
        self._next: dict[str, NextMove] = {}

    def compose(self) -> ComposeResult:
        yield TopLine()
        with Panes(wanted_list=WANTED_LIST):
            with Vertical(classes="list"):
                yield Static(id="line", markup=False)
                with VerticalScroll(id="past"):
                    yield Static(id="timeline", markup=False)
                yield Rows(id="moves")
            yield Page()
        yield KeyBar()

    def fit(self) -> None:
        self.show_session()

    def show_session(self) -> None:
        if not self.session.requests.is_begun(self._reference):
            self.window.leave(self)
            return
        with self.window.telling():
            self._show(self._case)

    def _show(self, case: Case) -> None:
        here = self.session.requests.situation_of(case)
        top = self.query_one(TopLine)
        top.left = f"{case.reference} · {self.session.requests.right_of(case)}"
        today, law = clock.today(), self.session.knowledge.law()
        late_since = here.awaited if here.is_late(today) else None
        top.right = time_left_words(here, today) if late_since else standing_words(here, today)
        width = text_width(list_width(self.size.width, WANTED_LIST))
        moments = timeline(case, here, law, self.session.requests.law_of(case))
        line, shown = line_of(moments, late_since, today, width), history(moments, today, width)
        self.query_one("#line", Static).update(line)
        self.query_one("#timeline", Static).update(Content("\n").join(shown.lines))
        self.query_one("#line").display, self.query_one("#past").display = bool(line), bool(shown.lines)
        self.call_after_refresh(self._bring_into_sight, shown)
        self._next = {_name_of(one): one for one in here.next}
        self.query_one(Rows).renew(Option(Content(next_move_name(one)), id=name) for name, one in self._next.items())
        self.query_one("#past").styles.max_height = self._room_for_past()
        self._show_letter()

    def _room_for_past(self) -> int:
        """Return how many lines the history may take so that there is room for the moves."""
        return max(self.size.height - _CHROME - min(len(self._next), MOST_MOVES), _LEAST_PAST)

    def _bring_into_sight(self, shown: History) -> None:
        if not self.has_widgets:  # it closed before it was refreshed
            return
        past = self.query_one("#past")
        past.scroll_to(y=scrolled_to(shown, past.size.height), animate=False)

    @on(Rows.OptionHighlighted)
    def _show_letter(self) -> None:
        """Show the letter of the move under the cursor if there is a second pane."""
        if not self.query_one(Panes).are_two or not self.session.requests.is_begun(self._reference):
            return
        at = self.query_one(Rows).highlighted_option
        width = text_width(page_width(self.size.width, WANTED_LIST))
        page = self.query_one(Page)
        page.show(letter_of_move(self.session, self._case, self._next.get(at.id or "") if at else None, width))

    @on(Rows.OptionSelected)
    def _chosen(self, event: Rows.OptionSelected) -> None:
        self._take(self._next[event.option.id or ""])

    def _take(self, one: NextMove) -> None:
        letter = Kind.COMPLAINT if one.move is Move.COMPLAIN else one.letter
        if letter and letter in TO_AUTHORITY:
            self._once_region_is_known(lambda: self._open_letter(letter))
        elif letter:
            self._open_letter(letter)
        elif one.move is Move.REPLY:
            self.app.push_screen(PickReply(), self._reply_chosen)
        elif one.move in _OWN_STEPS:
            self._ask(_OWN_STEPS[one.move])
        else:
            self._other(one.move)

    def _other(self, move: Move) -> None:
        title = capitalised(move_name(move))
        match move:
            case Move.SAY_RECEIPT:
                self.action_received()
            case Move.SAY_REASONS:
                extended = self._case.first("extended")
                self._ask("extended", extended.on if extended else None)
            case Move.SEND_MORE:
                self._authority_chosen("more-given")
            case Move.CHECK:
                choices = ((_HOLDS, _("It is as they said")), ("broken", _("It is not")))
                self.app.push_screen(
                    WhenSheet(
                        title, self._checked, ("found", "proof", "note"), choices, draft_key=self._draft_key(move)
                    )
                )
            case Move.REOPEN:
                self.app.push_screen(WhenSheet(title, self._reopened, ("note",), draft_key=self._draft_key(move)))
            case Move.CLOSE:
                self._close()
            case _:
                self.window.say(_("There is nothing to do for now."))

    def _authority_said(self, answer: AuthorityAnswer, told: Told) -> None:
        self.session.requests.record_authority(
            self._case,
            answer,
            told.on,
            case_number=told.number,
            said=told.said,
            note=told.note,
            proof=told.proof,
        )

    def _checked(self, told: Told) -> None:
        holds = told.choice == _HOLDS
        self.session.requests.record_checked(
            self._case, told.on, holds=holds, found=told.found, note=told.note, proof=told.proof
        )

    def _reopened(self, told: Told) -> None:
        self.session.requests.record_reopened(self._case, told.on, note=told.note)

    def _open_letter(self, kind: Kind) -> None:
        from consentui.tui.requests.letter import LetterScreen

        self._once_writer_is_known(kind, lambda: self.app.push_screen(LetterScreen(self._reference, kind)))

    def _once_writer_is_known(self, kind: Kind, go_on: Callable[[], object], *, is_again: bool = False) -> None:
        """Call `go_on` once all is known that a letter of this kind needs to know of its writer; ask for it until then.

        `is_again` says that the person was asked already and that it was not enough.
        """
        try:
            self.session.letters.writer(kind, self._case)
        except UsageError as lacking:
            again = partial(self._once_writer_is_known, kind, go_on, is_again=True)
            if is_again:
                self.window.say(_("Something is still missing."))
            self.app.push_screen(WriterSheet(lacking), lambda kept: again() if kept else None)
        else:
            go_on()

    def _once_region_is_known(self, go_on: Callable[[], object]) -> None:
        """Call `go_on` once the person's region is known; ask for it in a country whose regions have authorities."""
        regional = self.session.letters.regions_to_choose(self._case)
        if not regional:
            go_on()
            return

        def chosen(region: str | None) -> None:
            if region:
                with self.window.telling():
                    write_setting(self.session.folders.config_file, "region", region)
                    self.session.preferences.reload()
                    go_on()

        self.app.push_screen(PickRegion(regional), chosen)

    def _reply_chosen(self, kind: str | None) -> None:
        if kind:
            self._open_letter(Kind(kind))

    def _close(self) -> None:
        choices = ((_SATISFIED, _("I got what I asked for")), ("at-rest", _("I’ll drop it")))
        title, draft_key = capitalised(move_name(Move.CLOSE)), self._draft_key(Move.CLOSE)
        self.app.push_screen(WhenSheet(title, self._ended, ("note",), choices, draft_key=draft_key))

    def _ended(self, told: Told) -> None:
        is_satisfied = told.choice == _SATISFIED
        self.session.requests.record_closed(self._case, told.on, satisfied=is_satisfied, note=told.note)

    def _draft_key(self, step: str) -> str:
        """Return the name for the draft of a sheet about a step of this request."""
        return f"{self._reference}/{step}"

    def action_received(self) -> None:
        title, draft_key = capitalised(_("they got it")), self._draft_key("received")
        self.app.push_screen(WhenSheet(title, self._received, ("proof",), draft_key=draft_key))

    def _received(self, told: Told) -> None:
        self.session.requests.record_received(self._case, told.on, proof=told.proof)

    def action_answered(self) -> None:
        self.app.push_screen(PickAnswer(self._reference), self._answer_chosen)

    def _answer_chosen(self, said: Said | None) -> None:
        if said:
            self._ask(said.answer, came=said.came)

    def _ask(self, answer: Answer, day: date | None = None, came: Came | None = None) -> None:
        save, mail = partial(self._said, answer, came), came.read.mail if came else None
        self.app.push_screen(
            AnswerSheet(answer, save, day or (mail.on if mail else None), self._draft_key(answer), mail=mail)
        )

    def _said(self, answer: Answer, came: Came | None, told: Told, details: Details) -> None:
        """Record their answer; attach their mail, if it was given, and name it as the proof if no other is named."""
        proof = told.proof or (mail_words(came.read.mail) if came else "")
        self.session.requests.record_answer(self._case, answer, told.on, details, note=told.note, proof=proof)
        if came:
            self.session.mails.keep_came(came)

    @property
    def _case(self) -> Case:
        return self.session.requests.called(self._reference)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002 -- Textual's
        if action not in {"received", "answered", "authority"} or not self.session.requests.is_begun(self._reference):
            return True
        if action == "authority":
            return self._case.last_sent("complaint") is not None and not self._case.closed
        return bool(self._case.messages) and not self._case.closed

    def action_authority(self) -> None:
        self.app.push_screen(PickAuthorityAnswer(), self._authority_chosen)

    def _authority_chosen(self, answer: str | None) -> None:
        found = next((one for one in get_args(AuthorityAnswer) if one == answer), None)
        if found:
            title = capitalised(authority_answer_name(found))
            lines: tuple[Asked, ...] = ("number", "said", "proof", "note")
            self.app.push_screen(
                WhenSheet(
                    title, partial(self._authority_said, found), lines, draft_key=self._draft_key(f"authority-{found}")
                )
            )

    def action_dossier(self) -> None:
        from consentui.tui.reports.report import ReportScreen

        def go_on() -> None:
            self.app.push_screen(ReportScreen(request=self._reference))

        self._once_region_is_known(lambda: self._once_writer_is_known(Kind.COMPLAINT, go_on))

    def action_proof(self) -> None:
        from consentui.tui.shared.attach import to_case

        self.app.push_screen(to_case(self._case))

    def action_undo(self) -> None:
        undo_last(self.window, self._shows)

    def _shows(self, entry: Entry) -> bool:
        """Whether an entry is about this request."""
        called = self.session.journal.as_called(entry)
        return isinstance(called, AboutRequest) and called.request == self._reference

    def action_redo(self) -> None:
        redo_last(self.window)


class Pick(Sheet[str]):
    """A sheet with a short list; it answers with the name of the choice."""

    choices: tuple[tuple[str, str], ...] = ()

    def compose_body(self) -> ComposeResult:
        yield Rows(*(Option(Content(words), id=name) for name, words in self.choices))

    @on(Rows.OptionSelected)
    def _chosen(self, event: Rows.OptionSelected) -> None:
        self.dismiss(event.option.id)


class PickAuthorityAnswer(Pick):
    """Choose what the authority said about the complaint."""

    def __init__(self) -> None:
        super().__init__()
        self.title_text = _("What did the authority say?")
        self.choices = tuple((one, authority_answer_name(one)) for one in get_args(AuthorityAnswer))


class PickReply(Pick):
    """Choose the letter that replies to what the company said."""

    def __init__(self) -> None:
        super().__init__()
        self.title_text = _("Which letter?")
        self.choices = tuple((kind.value, kind_of_letter_name(kind)) for kind in Kind if kind in REPLIES)


class PickRegion(Pick):
    """Choose where the person lives, in a country with an authority for each of its regions."""

    def __init__(self, authorities: Iterable[Authority]) -> None:
        super().__init__()
        self.title_text = _("Where do you live?")
        self.choices = tuple((one.region or "", one.region_name or one.name) for one in authorities)


def _name_of(one: NextMove) -> str:
    """Return a name that tells the moves apart; replies with different letters are different moves."""
    return f"{one.move}:{one.letter}" if one.move is Move.REPLY and one.letter else one.move.value

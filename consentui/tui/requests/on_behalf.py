"""Fields that ask in whose name a letter is written: a choice that one key cycles through, and the mandate."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, Static

from consentui.i18n import _
from consentui.requests.letters.mandates import Capacity, Mandate
from consentui.tui.shared.caption import Caption
from consentui.tui.shared.choices import following
from consentui.tui.shared.day_line import DayLine
from consentui.tui.shared.fields import TextLine
from consentui.words.mandates import capacity_name

_EVERY = "every"
"""The value of the hidden field `letters` if the choice holds for every letter of the profile."""


class OnBehalf(Vertical):
    """The person, what shows the mandate, a child’s date of birth: each is asked only if the choice needs it."""

    DEFAULT_CSS = """
    OnBehalf {
        height: auto;

        #in-whose-name {
            margin-top: 1;
            height: auto;
        }

        DayLine {
            margin-bottom: 0;
        }
    }
    """

    def __init__(self, kept: Mandate | None, country: str, *, of_one: bool = False) -> None:
        """`country` is that by whose convention days are read; `of_one` offers a choice for one request alone."""
        super().__init__()
        self._kept = kept
        self._of_one = of_one
        self._country = country

    def compose(self) -> ComposeResult:
        kept = self._kept
        yield Static(id="in-whose-name", markup=False)
        # Hidden fields, so that the choices are kept in the draft and restored with what was typed.
        yield TextLine(kept.basis.value if kept else "", id="basis")
        yield TextLine("" if kept is None and self._of_one else _EVERY, id="letters")
        yield Caption(_("The name of the person whose data it is"), id="asks-person")
        yield TextLine(kept.person if kept else "", id="person", max_length=200, compact=True)
        yield Caption(_("What shows that you may, such as a signed mandate"), id="asks-enclosure")
        yield TextLine(kept.enclosure if kept else "", id="enclosure", max_length=400, compact=True)
        words = _("The child’s date of birth (optional; no letter says it)")
        yield DayLine(words, kept.born if kept else None, self._country, name="born")

    def on_mount(self) -> None:
        self._show()

    @property
    def _basis(self) -> Capacity | None:
        typed = self.query_one("#basis", Input).value
        return Capacity(typed) if typed in list(Capacity) else None

    @property
    def mandate(self) -> Mandate | None:
        """The mandate as typed, None in one's own name; raises UsageError if the date of birth cannot be read."""
        basis = self._basis
        if basis is None:
            return None
        born = self.query_one(DayLine) if basis is Capacity.CHILD else None
        return Mandate(
            self.query_one("#person", Input).value,
            basis,
            self.query_one("#enclosure", Input).value,
            None if born is None or born.is_empty else born.read(),
        )

    @property
    def is_for_another(self) -> bool:
        """Whether the letter is written for somebody else."""
        return self._basis is not None

    @property
    def is_of_profile(self) -> bool:
        """Whether the choice holds for every letter of the profile, as writing in one’s own name always does."""
        return self._basis is None or self.query_one("#letters", Input).value == _EVERY

    def turn_letters(self) -> None:
        """Switch between this request alone and every letter of the profile."""
        self.query_one("#letters", Input).value = "" if self.is_of_profile else _EVERY

    def turn(self) -> None:
        """Switch to the next choice; move the focus to the person's name when leaving one's own name."""
        before = self._basis
        basis = following((None, *Capacity), before)
        self.query_one("#basis", Input).value = basis.value if basis else ""
        self._show()
        if before is None:
            self.query_one("#person").focus(scroll_visible=False)
        # Fields that were hidden until now have no place before the next layout.
        self.call_after_refresh(self.scroll_visible, animate=False)

    @on(Input.Changed, "#basis")
    @on(Input.Changed, "#letters")
    def _show(self) -> None:
        basis = self._basis
        self.query_one("#in-whose-name", Static).update(Content(self._words()))
        self.query_one("#basis").display = self.query_one("#letters").display = False
        for name in ("person", "enclosure"):
            self.query_one(f"#{name}").display = self.query_one(f"#asks-{name}").display = basis is not None
        day = self.query_one(DayLine)
        day.display = day.query_one(Input).display = basis is Capacity.CHILD

    def _words(self) -> str:
        basis = self._basis
        if basis is None:
            return _("You write in your own name. F9: for someone else.")
        words = _("You write for: {person}. F9 changes it.").format(person=capacity_name(basis))
        if not self._of_one:
            return words
        letters = (
            _("This applies to every letter of the profile. F6: to this request only.")
            if self.is_of_profile
            else _("This applies to this request only. F6: to every letter of the profile.")
        )
        return f"{words}\n{letters}"

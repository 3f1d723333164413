"""The walk line by line: a short card, answered with one letter, the same as in the interface; details on request."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum, auto

from consentui.checklist.items import Item
from consentui.checklist.order import in_order
from consentui.checklist.standing import Standing
from consentui.checklist.ways import AnotherControl, AnotherRoute, Way
from consentui.cli.say import ask, is_agreed, say, say_nothing_left, show
from consentui.cli.walk_acts import ACTS
from consentui.cli.walk_letters import letter_of, meant, success_words
from consentui.cli.walk_queue import Key, Queue
from consentui.cli.walk_reading import READINGS, card_of
from consentui.i18n import _, ngettext
from consentui.i18n.dates import long_date
from consentui.journal.entries import AboutControl, Decision, Entry, Outcome
from consentui.journal.fold import Account
from consentui.knowledge.records import Surface
from consentui.profile.entry_words import entry_words
from consentui.profile.memory import LastCard, read_place, write_place
from consentui.profile.session import Session
from consentui.text import shorten
from consentui.words import cards
from consentui.words.items import failure_sentence, said_of, way_words
from consentui.words.names import outcome_name, platform_name
from consentui.words.outcome_keys import OUTCOME_KEYS, outcome_of
from consentui.words.short_cards import short_lines, way_lines


class Step(Enum):
    """What happens after an answer: stay at the card, go on to the next one, or stop."""

    STAY = auto()
    ON = auto()
    STOP = auto()


_LONGEST_NUMBER = 4
"""In digits: longer numbers choose none of the listed ways on and are not converted."""
_FIRST_LETTERS = ("success", "already", "not-found", "allow", "later")


class PlainWalk:
    """A walk over the open controls of some accounts, resumed where the person left it."""

    def __init__(self, session: Session, accounts: Sequence[Account]) -> None:
        self._session = session
        self._accounts = accounts
        self._queue = Queue(_key(item) for item in self._open_items())
        self._surface: Surface | None = None
        """The surface that the person turned to last; None if they never did."""
        self._heard: tuple[str, ...] = ()
        """The menu steps shown last, which the next card need not repeat."""
        self._account = ""
        self._ways: tuple[Way, ...] = ()
        """The ways on that can be chosen by number after a failure."""
        last = session.journal.last_in_force()
        self._written_before = last.id if last else ""

    def run(self) -> None:
        """Show one card after another until all were shown or the person stops."""
        if self._queue.order:
            self._greet()
        while key := self._queue.next(map(_key, self._open_items())):
            if self._stay_at(key) is Step.STOP:
                say(_("Everything so far is saved."))
                return
        self._say_what_is_left()

    def _greet(self) -> None:
        """Say how much is to do and how old the facts are; the card that was shown last comes first again."""
        todo = self._open_items()
        minutes = sum(item.control.minutes for item in todo)
        words = ngettext("{count} to do, about {minutes} min.", "{count} to do, about {minutes} min.", len(todo))
        show(words.format(count=len(todo), minutes=minutes))
        oldest = min(item.control.verified_on for item in todo)
        show(_("Facts checked since {date}.").format(date=long_date(oldest)))
        show(
            _("Answer with a letter: {letters}, {help} all.").format(letters=self._letters(), help=self._letter("help"))
        )
        place = read_place(self._session.folders.state)
        was = next((item for item in todo if place == LastCard(item.account.id, item.control.id)), None)
        if was and was is not todo[0]:
            show(_("Back where you were."))
            self._queue.call(_key(was))

    def _letters(self) -> str:
        """The most important letters, with what they mean."""
        words = {one.name: one.words for one in OUTCOME_KEYS}
        return ", ".join(f"{self._letter(name)} {_(words[name])}" for name in _FIRST_LETTERS)

    def _letter(self, name: str) -> str:
        return letter_of(name, self._session.preferences.config.keys)

    # What there is

    def _open_items(self) -> tuple[Item, ...]:
        return in_order(item for account in self._accounts for item in self._session.checklist.items(account))

    def _item(self, key: Key) -> Item:
        account = next(one for one in self._accounts if one.id == key[0])
        return next(item for item in self._session.checklist.items(account) if item.ref == key[1])

    def _way(self, item: Item) -> cards.Way | None:
        """The way on the surface that the person turned to, else the first; None if no way is known."""
        ways = card_of(self._session, item).ways
        return next((way for way in ways if way.surface == self._surface), ways[0] if ways else None)

    # One card

    def _stay_at(self, key: Key) -> Step:
        self._queue.arrive(key)
        item = self._item(key)
        write_place(self._session.folders.state, LastCard(item.account.id, item.control.id))
        self._ways = ()
        self._show(item)
        move = Step.STAY
        while move is Step.STAY:
            move = self._answer(self._item(key))
        return move

    def _show(self, item: Item) -> None:
        show("")
        if self._account != item.account.id:
            self._account, self._heard = item.account.id, ()
            show(" · ".join(filter(None, (platform_name(item.platform), item.account.handle))))
        way = self._way(item)
        title, *lines = short_lines(card_of(self._session, item), way, self._heard)
        place = _("{number} of {count}").format(
            number=self._queue.number(_key(item)), count=len(self._queue.order)
        )  # fmt: skip
        show("\n".join(filter(None, (f"{place}. {title}", said_of(item), *lines))))
        self._heard = way.menu if way else ()
        if item.standing is Standing.BLOCKED:
            self._show_ways_on(item)

    def _show_way(self, item: Item, surface: Surface) -> None:
        self._surface = surface
        if way := self._way(item):
            show("\n".join(way_lines(way)))
            self._heard = way.menu

    def _show_ways_on(self, item: Item) -> None:
        self._ways = self._session.checklist.ways_on(item)
        show(failure_sentence(item))
        for number, way in enumerate(self._ways, 1):
            show(f"{number}. {way_words(way, self._session.knowledge)}")

    # Answers

    def _answer(self, item: Item) -> Step:
        word = str(ask(self._prompt(item), default="", shows_default=False)).strip()
        name = meant(word, item.control, self._session.preferences.config.keys)
        if not word:
            return Step.ON
        if self._ways and word.isdecimal():
            return self._take_way(item, word)
        if name in READINGS:
            show(READINGS[name](self._session, item))
        elif name in ACTS:
            ACTS[name](self._session, item)
        elif name == "way":
            self._turn(item)
        elif not name:
            say(
                _("“{word}” is not an answer here; {help} lists the letters.").format(
                    word=word, help=self._letter("help")
                )
            )
        else:
            return self._go(item, name)
        return Step.STAY

    def _prompt(self, item: Item) -> str:
        if self._ways:
            return _("A number, {write} to write, or Enter to go on").format(write=self._letter("write"))
        done = f"{self._letter('success')} {success_words(item.control)}"
        return _("{done}, {more} more, {help}").format(done=done, more=self._letter("more"), help=self._letter("help"))

    def _go(self, item: Item, name: str) -> Step:
        """Handle the answers that may leave the card: stop, back, undo, and outcomes."""
        if name == "stop":
            return Step.STOP
        if name == "back":
            self._queue.call_previous()
            return Step.ON
        return self._undo(item) if name == "undo" else self._record(item, name)

    def _record(self, item: Item, name: str) -> Step:
        if name == "allow":
            self._session.checklist.decide(item.account, item.control, Decision.ALLOW)
            say(_("Saved: you allow it."))
            return Step.ON
        outcome, way = outcome_of(name, item.control), self._way(item)
        assert outcome is not None
        surface = way.surface if way and outcome is not Outcome.LATER else None
        self._session.checklist.record(item.account, item.control, outcome, surface=surface)
        say(_("Saved: {outcome}.").format(outcome=outcome_name(outcome)))
        now = self._item(_key(item))
        if outcome is Outcome.LATER or now.standing is not Standing.BLOCKED:
            return Step.ON
        self._show_ways_on(now)
        return Step.STAY

    def _take_way(self, item: Item, word: str) -> Step:
        number = int(word) if len(word) <= _LONGEST_NUMBER else 0
        if not 1 <= number <= len(self._ways):
            say(_("There is no number {number} here.").format(number=shorten(word, _LONGEST_NUMBER + 1)))
            return Step.STAY
        match self._ways[number - 1]:
            case AnotherRoute(route=route):
                self._ways = ()
                self._show_way(item, route.surface)
                return Step.STAY
            case AnotherControl(ref=ref):
                return self._take_control(item, ref)
            case _:
                ACTS["write"](self._session, item)
                return Step.STAY

    def _take_control(self, here: Item, ref: str) -> Step:
        """Go to another control, on this account if it has it, else on another account of the walk."""
        for account in sorted(self._accounts, key=lambda one: one.id != here.account.id):
            if any(item.ref == ref for item in self._session.checklist.items(account)):
                self._queue.call((account.id, ref))
                return Step.ON
        platform = ref.partition("/")[0]
        say(_("It is on another platform: “consentui account add {platform}” adds it.").format(platform=platform))
        return Step.STAY

    def _turn(self, item: Item) -> None:
        """Show the control on its next surface, which later cards then use too."""
        way = self._way(item)
        surfaces: list[Surface] = list(dict.fromkeys(one.surface for one in card_of(self._session, item).ways))
        if way is None or len(surfaces) == 1:
            say(_("No other way is known."))
            return
        self._show_way(item, surfaces[(surfaces.index(way.surface) + 1) % len(surfaces)])

    def _undo(self, item: Item) -> Step:
        """Undo the last entry, after asking if it was written before this walk."""
        last = self._session.journal.last_in_force()
        if last is None:
            say(_("There is nothing to undo."))
            return Step.STAY
        text = entry_words(self._session, last)
        if last.id <= self._written_before and not is_agreed(_("Undo this? {entry}").format(entry=text)):
            return Step.STAY
        self._session.journal.undo()
        say(_("Undone: {entry}").format(entry=text))
        return self._come_to(last, item)

    def _come_to(self, entry: Entry, item: Item) -> Step:
        """Go to the card that an entry is about; the current card comes again later."""
        self._ways = ()
        key = next((one for one in self._queue.order if _is_about(one, entry)), None)
        if key is None or key == _key(item):
            return Step.STAY
        self._queue.call(key, and_return=True)
        return Step.ON

    def _say_what_is_left(self) -> None:
        left = len(self._open_items())
        if left:
            say(ngettext("{count} is left for later.", "{count} are left for later.", left).format(count=left))
        else:
            say_nothing_left(self._session)


def _key(item: Item) -> Key:
    return item.account.id, item.ref


def _is_about(key: Key, entry: Entry) -> bool:
    if not isinstance(entry, AboutControl):
        return False
    return (entry.account, entry.control) == (key[0], key[1].partition("/")[2])

"""The walk of a few minutes line by line: the best of all accounts that fits into them, then what was gained."""

from __future__ import annotations

from collections.abc import Sequence

from consentui.checklist.items import Item
from consentui.checklist.minutes import best_within, gained
from consentui.cli.say import say, say_nothing_fits
from consentui.cli.walk_plain import PlainWalk
from consentui.profile.session import Session
from consentui.words.minutes import gain_lines, head_words


def walk_for(session: Session, minutes: int) -> None:
    """Go through what is best done in so many minutes; says why there is nothing where nothing fits."""
    best = best_within(session.checklist.all_items(), minutes)
    if best:
        _MinutesWalk(session, best).run()
    else:
        say_nothing_fits(session, minutes)


class _MinutesWalk(PlainWalk):
    """Asks about some items of all accounts, whichever those are."""

    def __init__(self, session: Session, best: Sequence[Item]) -> None:
        self._best = {(item.account.id, item.ref) for item in best}
        self._before = session.checklist.all_items()
        super().__init__(session, tuple(session.accounts))

    def run(self) -> None:
        super().run()
        everything = self._session.checklist.all_items()
        gain = gained(self._before, everything)
        say("\n".join((head_words(gain), *gain_lines(gain, everything))))

    def _open_items(self) -> tuple[Item, ...]:
        return tuple(item for item in super()._open_items() if (item.account.id, item.ref) in self._best)

    def _say_what_is_left(self) -> None:
        """The last lines tell."""

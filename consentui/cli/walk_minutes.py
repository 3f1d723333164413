"""The plain walk limited to some minutes: the best controls of all accounts that fit, then what was gained."""

from __future__ import annotations

from collections.abc import Sequence

from consentui.checklist.items import Item
from consentui.checklist.minutes import best_within, gained
from consentui.cli.say import say, say_nothing_fits
from consentui.cli.walk_plain import PlainWalk
from consentui.profile.session import Session
from consentui.words.minutes import gain_lines, head_words


def walk_for(session: Session, minutes: int) -> None:
    """Walk through what is best done in so many minutes, or say why nothing fits."""
    best = best_within(session.checklist.all_items(), minutes)
    if best:
        _MinutesWalk(session, best).run()
    else:
        say_nothing_fits(session, minutes)


class _MinutesWalk(PlainWalk):
    """A plain walk over the chosen items only, from any of the accounts."""

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
        """Nothing; the summary at the end of `run` says it."""

"""Leaving the interface."""

from __future__ import annotations

import signal

from consentui.tui.shared import ending


def test_a_terminal_that_closes_while_the_program_leaves_does_not_start_the_interface_again() -> None:
    resumed: list[int] = []
    before = {number: signal.signal(number, lambda got, _frame: resumed.append(got)) for number in ending._RESUMING}
    try:
        assert ending.leave(3) == 3
        assert all(signal.getsignal(number) is signal.SIG_DFL for number in before)
        if signal.SIGCONT in before:
            signal.raise_signal(signal.SIGCONT)
        assert not resumed
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)

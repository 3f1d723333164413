"""Open the interface if there is a terminal to open it in."""

from __future__ import annotations

import os
import sys
from contextlib import suppress

from consentui.errors import ConsentuiError
from consentui.i18n import _


def open_interface(profile: str, walk: str | None = None, minutes: int | None = None) -> int:
    """Run the interface and return its exit code.

    `walk` names an account whose walk to open first, or is empty for the first thing to do of all accounts; `minutes`
    opens a walk of that many minutes over all accounts. Without a terminal, say which commands to use and return 2.
    """
    streams = (sys.stdin, sys.stdout, sys.stderr)  # Textual draws on stderr
    if not all(one.isatty() for one in streams) or os.environ.get("TERM") == "dumb":
        told = sys.stdout if sys.stdout.isatty() and not sys.stderr.isatty() else sys.stderr
        told.write(_("There is no terminal to open the interface in.") + "\n")
        told.write(_("Use “consentui walk --plain”, “consentui status” or “consentui --help”.") + "\n")
        return 2
    from consentui.profile.session import open_session
    from consentui.tui.shared.background import ColourQuestion

    session = open_session(profile)
    if not session.journal.is_new:
        with suppress(ConsentuiError):  # in a read-only folder, language and country are guessed at every start
            session.preferences.settle()
    question = ColourQuestion() if session.preferences.config.theme == "auto" else None
    # Imported only now: loading the interface takes longer than the terminal takes to answer.
    from consentui.tui.app import run_app

    return run_app(session, walk, minutes, light=question is not None and question.says_light())

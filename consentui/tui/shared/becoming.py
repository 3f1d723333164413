"""Switch from one profile to another without quitting: the screens of the first close before the second is shown."""

from __future__ import annotations

from consentui.profile.session import Session
from consentui.tui.shared.screens import SessionScreen
from consentui.tui.shared.window import Window


def become(app: Window, session: Session) -> None:
    """Close the open screens and show another session, starting at its first screen."""
    app.run_worker(_become(app, session), exclusive=True, group="become")


async def _become(app: Window, session: Session) -> None:
    """Close the open screens before the session changes: as they close, they save drafts that belong to the old one."""
    while len(app.screen_stack) > 1:
        await app.pop_screen()
    app.session = session
    app.speak(session.preferences.language)
    app.apply_theme()
    app.animation_level = "full" if session.preferences.config.animation else "none"
    first = app.screen
    assert isinstance(first, SessionScreen)
    first.begin_anew()
    app.take_session()

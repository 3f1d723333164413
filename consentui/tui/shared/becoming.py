"""From one person to another without leaving: what is open of the one closes before anything of the other is shown."""

from __future__ import annotations

from consentui.profile.session import Session
from consentui.tui.shared.window import SessionScreen, Window


def become(app: Window, session: Session) -> None:
    """Show another session from now on, from its first screen."""
    app.run_worker(_become(app, session), exclusive=True, group="become")


async def _become(app: Window, session: Session) -> None:
    """What a screen still keeps as it closes is the first person's, so it closes first."""
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

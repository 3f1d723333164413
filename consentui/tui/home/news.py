"""The sheet of what changed on the person's platforms since they last looked."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from consentui import clock
from consentui.i18n import _
from consentui.profile.memory import write_news_day
from consentui.profile.news import age_of_news, last_look, news, seen_up_to
from consentui.profile.session import Session
from consentui.tui.shared.sheet import Sheet
from consentui.words.ages import age_warning, changed_since, nothing_changed
from consentui.words.changes import change_lines


class News(Sheet[None]):
    """The sheet; closing it remembers that the person looked."""

    def __init__(self) -> None:
        super().__init__()
        self.title_text = _("What changed")

    def compose_body(self) -> ComposeResult:
        with VerticalScroll():
            yield Static(news_text(self.session), markup=False)

    def action_close(self) -> None:
        write_news_day(self.session.folders.state, seen_up_to(self.session, clock.today()))
        self.dismiss(None)
        self.window.refresh_screens()


def news_text(session: Session) -> Content:
    """Return what changed since the person last looked, or that nothing did, with a warning if the facts are old."""
    today = clock.today()
    found = news(session, today)
    since, age = last_look(session, today), age_of_news(session, today)
    head = changed_since(since, age, today) if found else nothing_changed(since, age, today)
    warning = age_warning(age, today)
    heads = [Content(warning).stylize("$warning")] if warning else []
    blocks = [Content("\n").join(_styled(list(change_lines(change)))) for change in found]
    return Content("\n\n").join([*heads, Content(head).stylize("$muted"), *blocks])


def _styled(lines: list[str]) -> list[Content]:
    return [Content(lines[0]).stylize("bold"), *(Content(line) for line in lines[1:])]

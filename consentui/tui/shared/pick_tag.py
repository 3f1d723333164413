"""Choose the tag whose accounts are shown."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets.option_list import Option

from consentui.i18n import _
from consentui.tui.shared.rows import Rows
from consentui.tui.shared.sheet import Sheet
from consentui.words.groups import accounts_words

_ALL = "all:"


class PickTag(Sheet[tuple[str, ...]]):
    """The sheet of tags and how many accounts carry each; it answers with the chosen tag, or () for all accounts."""

    def __init__(self, carried: Iterable[Iterable[str]]) -> None:
        """`carried` holds the tags of each account."""
        super().__init__()
        self.title_text = _("Which accounts?")
        self._counts = Counter(tag for tags in carried for tag in tags)

    def compose_body(self) -> ComposeResult:
        yield Rows(
            *(
                Option(Content.assemble(f"#{tag}  ", (accounts_words(count), "$muted")), id=f"tag:{tag}")
                for tag, count in sorted(self._counts.items())
            ),
            Option(_("all accounts"), id=_ALL),
        )

    @on(Rows.OptionSelected)
    def _chosen(self, event: Rows.OptionSelected) -> None:
        chosen = event.option.id or _ALL
        self.dismiss(() if chosen == _ALL else (chosen.removeprefix("tag:"),))

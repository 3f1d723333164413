"""Lines never break at a no-break space: Textual and Rich take every space of Unicode for a place to break.

French sets a narrow no-break space before `;`, `:`, `!` and `?` and inside quotation marks; without this, lines would
begin with them.
"""

from __future__ import annotations

import re

from rich import _wrap as rich_wrap
from textual import _wrap as textual_wrap

_SPACE = r"[^\S\u00a0\u202f]"
_WORD = r"[\S\u00a0\u202f]+"


def keep_no_break_spaces() -> None:
    """Tell the toolkit what a word is; neither it nor Rich has a setting for this."""
    rich_wrap.re_word = re.compile(f"{_SPACE}*{_WORD}{_SPACE}*")
    textual_wrap.re_chunk = re.compile(rf"{_WORD}{_SPACE}*|{_SPACE}+")

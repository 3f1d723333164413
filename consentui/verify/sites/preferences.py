"""Lists of preferences in lines and headers: `search=yes, ai-train=no`, with or without a path before them."""

from __future__ import annotations

import re

_SEPARATORS = re.compile(r"[,;\s]+")


def answers_in(text: str) -> tuple[str, dict[str, str]]:
    """The path that a line covers, empty if it names none, and its answers by use.

    Uses and answers are in lower case. A use with two different answers is left out.
    """
    path, answers, twice = "", dict[str, str](), set[str]()
    for part in filter(None, _SEPARATORS.split(re.sub(r"\s*=\s*", "=", text.strip()))):
        if part.startswith("/") and not answers:
            path = part
            continue
        use, _equals, answer = part.casefold().partition("=")
        if answers.setdefault(use, answer) != answer:
            twice.add(use)
    return path, {use: answer for use, answer in answers.items() if use not in twice}

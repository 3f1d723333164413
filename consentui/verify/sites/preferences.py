"""Lists of preferences as lines and headers have them: `search=yes, ai-train=no`, after a path or without one."""

from __future__ import annotations

import re

_SEPARATORS = re.compile(r"[,;\s]+")


def answers_in(text: str) -> tuple[str, dict[str, str]]:
    """The path that a line is about, empty where it names none, and its answers by use, all in small letters.

    A use that is answered twice in different ways is left out.
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

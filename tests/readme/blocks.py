"""The command blocks of the README, as they are written."""

from __future__ import annotations

import re
from typing import NamedTuple

from maintenance.install import CHECKOUT

README = CHECKOUT / "README.md"

_HEADING_OR_BLOCK = re.compile(
    r"^#+ (?P<heading>[^\n]+)$|^```(?P<kind>\w*)\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL
)


class Block(NamedTuple):
    """A fenced block: the heading above it, its language, its lines."""

    heading: str
    kind: str
    text: str


def blocks() -> list[Block]:
    """Every fenced block of the README, in order."""
    found, heading = [], ""
    for match in _HEADING_OR_BLOCK.finditer(README.read_text(encoding="utf-8")):
        if match["heading"]:
            heading = match["heading"]
        else:
            found.append(Block(heading, match["kind"], match["text"]))
    return found


def commands(heading: str) -> str:
    """The commands of all blocks under a heading, as a script that stops at the first failure."""
    texts = [block.text for block in blocks() if block.heading == heading]
    assert texts, f"The README has no commands under “{heading}”."
    return "".join(["set -eu\n", *texts])

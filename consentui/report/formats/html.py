"""A document as one self-contained HTML file: nothing in it runs, and nothing is fetched to show it."""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Iterable
from functools import cache
from hashlib import sha256
from typing import TYPE_CHECKING, NamedTuple

from consentui.bundled import data_folder
from consentui.i18n import _, speaking
from consentui.report.document import Bar, Block, Document, Heading
from consentui.text import clean

if TYPE_CHECKING:
    from jinja2 import Template

WORTH_CONTENTS = 3
"""A document with at least this many parts begins with a table of contents."""
_HTTPS = re.compile(r"https://[^\s/?#@\\]+(?:[/?#]\S*)?")


class TitledPart(NamedTuple):
    """The blocks under one title, or before the first title."""

    number: int
    title: str
    blocks: list[Block]


def render(document: Document) -> str:
    """The whole page in HTML 5, to be written in UTF-8; texts of others appear in it as plain text only."""
    template, style = _template(), _style()
    parts = parts_of(document.blocks)
    titled = [part for part in parts if part.number]
    with speaking(document.language):
        page = template.render(
            document=document,
            parts=parts,
            contents=titled if len(titled) >= WORTH_CONTENTS else (),
            style=style,
            policy=_policy(style),
            colon=_(":"),
            contents_title=_("Contents"),
            to_tick=_("To tick off"),
        )
    return clean(page)


def parts_of(blocks: Iterable[Block]) -> list[TitledPart]:
    """The blocks grouped by the level-2 heading above them; part 0 has no heading, the others count from 1."""
    parts = [TitledPart(0, "", [])]
    for block in blocks:
        if isinstance(block, Heading) and block.level == 2:  # noqa: PLR2004 -- the level that makes parts
            parts.append(TitledPart(len(parts), block.text, []))
        else:
            parts[-1].blocks.append(block)
    return parts


def is_https(link: str) -> bool:
    """Whether a link may be followed: an https address that names no user."""
    return _HTTPS.fullmatch(link) is not None


def percent(bar: Bar) -> str:
    """How far a bar reaches, from 0 to 100, with up to two decimals."""
    share = bar.done / bar.whole if bar.whole > 0 else 0
    return f"{round(100 * min(max(share, 0), 1), 2):g}"


def _kind(block: Block) -> str:
    return str(block.__struct_config__.tag)


def _policy(style: str) -> str:
    """The Content Security Policy (CSP level 3): our own style, by its hash, and nothing else."""
    digest = b64encode(sha256(style.encode()).digest()).decode()
    return f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"


@cache
def _style() -> str:
    return (data_folder() / "report" / "report.css").read_text(encoding="utf-8")


@cache
def _template() -> Template:
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    environment = Environment(
        loader=FileSystemLoader(data_folder() / "report"),
        undefined=StrictUndefined,
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters |= {"kind": _kind, "percent": percent}
    environment.tests["https"] = is_https
    return environment.get_template("report.html.jinja")

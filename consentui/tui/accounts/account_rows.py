"""The checklist of an account as rows: open, settled and optional controls, and those that do not exist for it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec import Struct
from textual.content import Content

from consentui import clock
from consentui.checklist.availability import Absence
from consentui.checklist.checks import Contradicted
from consentui.checklist.items import Excluded, Item
from consentui.checklist.order import walk_order
from consentui.checklist.standing import CLOSED_STANDINGS, Standing
from consentui.i18n import _, language
from consentui.i18n.dates import ago
from consentui.text import wrapped
from consentui.tui.shared.columns import Cell, heading, row
from consentui.words.checks import denial_name
from consentui.words.groups import minutes_words
from consentui.words.names import standing_name


class AccountRow(Struct, frozen=True):
    """A line of the checklist; `control` is the id of the control to open, empty if there is none."""

    text: Content
    control: str = ""


def account_rows(
    items: tuple[Item, ...], excluded: tuple[Excluded, ...], width: int, said: str = ""
) -> Iterator[AccountRow]:
    """Yield the rows of an account, each part in the order of a walk, below what is `said` of all such accounts."""
    ordered = walk_order(items)
    still_open = [item for item in ordered if item.is_open or item.standing is Standing.WAITING]
    closed = [item for item in ordered if item.standing in CLOSED_STANDINGS]
    optional = [item for item in ordered if item not in still_open and item not in closed]
    parts = ((_("To do"), still_open), (_("Settled"), closed), (_("If you wish"), optional))
    yield from (AccountRow(Content(line).stylize("$muted")) for line in wrapped(said, width).splitlines())
    gap = bool(said)
    for title, part in parts:
        if part:
            yield from _head(title, gap=gap)
            yield from _item_rows(part, width)
            gap = True
    if excluded:
        yield from _head(_("Does not exist for this account"), gap=gap)
        yield from (AccountRow(_excluded_row(left, width)) for left in excluded)


def _head(title: str, *, gap: bool) -> Iterator[AccountRow]:
    if gap:
        yield AccountRow(Content(""))
    yield AccountRow(heading(title))


def _item_rows(items: Iterable[Item], width: int) -> Iterator[AccountRow]:
    return (AccountRow(_item_row(item, width), item.control.id) for item in items)


def _item_row(item: Item, width: int) -> Content:
    style = {Standing.BLOCKED: "$warning", Standing.REVIEW: "$warning", Standing.SETTLED: "$accent"}
    title = item.control.title.in_language(language())
    return _with_remark(title, _remark(item), style.get(item.standing, "$muted"), width)


def _remark(item: Item) -> str:
    """Return the standing of an item and since when; if it is open and untouched, how long it takes."""
    since = item.position.since
    if isinstance(item.review, Contradicted):
        remark = denial_name(item.review)
    elif item.standing is Standing.OPEN:
        return minutes_words(item.control.minutes)
    else:
        remark = standing_name(item.standing)
    if item.position.confirmed:
        remark = _("{standing}, checked").format(standing=remark)
    return f"{remark}, {ago(clock.local_day(since), clock.today())}" if since else remark


def _excluded_row(left: Excluded, width: int) -> Content:
    reasons = {
        Absence.COUNTRY: _("not in your country"),
        Absence.ACCOUNT_TYPE: _("not for this type of account"),
    }
    return _with_remark(left.control.title.in_language(language()), reasons[left.absence], "$muted", width)


def _with_remark(title: str, remark: str, style: str, width: int) -> Content:
    """Return a title and its remark at the right edge, which takes three fifths of the row at most."""
    side = min(Content(remark).cell_length, width * 3 // 5)
    return row(Cell(title, width - side - 1), Cell("", 1), Cell(remark, side, style, "right"))

"""The rows of Home, drawn for a width in columns."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from rich.cells import cell_len
from textual.content import Content
from textual.widgets.option_list import Option

from consentui import clock
from consentui.checklist.checks import Contradicted
from consentui.checklist.groups import Group
from consentui.checklist.items import Item
from consentui.checklist.standing import Standing
from consentui.i18n import _, language, ngettext
from consentui.i18n.dates import ago
from consentui.tui.home.overview import AccountSummary, Overview
from consentui.tui.shared.columns import Cell, bar, row
from consentui.words.accounts import due_words, tags_words
from consentui.words.checks import denial_name
from consentui.words.groups import accounts_words, minutes_words
from consentui.words.items import nothing_to_do
from consentui.words.names import default_name, platform_name, standing_name

NAME_WIDTH = 24
NAME_GAP = 1
"""The columns that end the column of the names, before the gap of every row."""
NARROW = 80
"""The width of a row beyond which names get more than `NAME_WIDTH`."""
MINUTES_WIDTH = 8
EACH_WIDTH = 7
"""The additional columns needed to say that the minutes are for each of several accounts."""
COUNTS_WIDTH, NARROW_COUNTS = 12, 10
BAR_BLOCKS, NARROW_BLOCKS = 10, 5
REMARK_WIDTH = 26
LEAST_REMARK = 8
MEASURED = 200
"""How many accounts are looked at for the widths of their rows; nobody waits while ten thousand are."""
SENT_FROM = 70
"""The narrowest row that says “sent” before how long ago something was sent."""
REMARK_FROM = 104
"""The narrowest row that may have a remark beside a title."""


class Grid(NamedTuple):
    """The columns that the rows of Home share, in cells: how wide a row is, and how much of it the names take."""

    width: int
    names: int


def grid(names: Iterable[str], width: int) -> Grid:
    """Return the columns for rows with these names, which take no more room than the longest of them needs.

    Where there is room, they may take more than `NAME_WIDTH`, because names often differ only at their ends.
    """
    most = min(NAME_WIDTH + max(width - NARROW, 0) // 4, width * 2 // 5)
    return Grid(width, min(max(map(cell_len, names), default=0) + NAME_GAP, most))


def names_of(shown: Overview) -> Iterable[str]:
    """Yield the names that the rows of this overview have."""
    yield from (_name(one.platform_name, one.account.handle) for one in shown.accounts)
    yield from map(_name_of, shown.groups)


def todo_columns(groups: Sequence[Group], columns: Grid, above: Iterable[tuple[str, str]] = ()) -> Grid:
    """Return the columns for these groups: those of all rows of Home, unless a title would be cut for their sake.

    `above` are the platforms and handles of the requests that stand above the groups, in the same columns.
    """
    left = columns.width - columns.names - 1 - MINUTES_WIDTH
    fits = all(cell_len(one.first.control.title.in_language(language())) <= left for one in groups)
    return columns if fits else grid((*map(_name_of, groups), *(_name(*one) for one in above)), columns.width)


def account_columns(shown: Overview, columns: Grid) -> Grid:
    """Return the columns for the rows of accounts, whose names take what progress and remarks leave."""
    first = shown.accounts[:MEASURED]
    remark = max((cell_len(_remark_of(one)) for one in first), default=0)
    room = columns.width - sum(_progress_widths(columns)) - 4 - max(min(remark, columns.width // 3), LEAST_REMARK)
    longest = max((cell_len(_name(one.platform_name, one.account.handle)) for one in first), default=0)
    return columns._replace(names=max(columns.names, min(longest + NAME_GAP, room)))


def _name_of(group: Group) -> str:
    return _name(platform_name(group.first.platform), _whose(group))


def _name(platform: str, handle: str) -> str:
    return " ".join(filter(None, (platform, handle)))


def _whose(group: Group) -> str:
    return f"· {accounts_words(len(group.items))}" if group.is_of_several else group.first.account.handle


def name_cell(platform: str, handle: str, columns: Grid) -> Cell:
    """Return the first cell of a row: platform and handle."""
    return Cell(_name(platform, handle), columns.names, cut="middle")


def have_remarks(groups: Sequence[Group], columns: Grid) -> bool:
    """Whether there is room for remarks beside the titles of all these groups without cutting any of them."""
    left = columns.width - columns.names - 1 - REMARK_WIDTH - MINUTES_WIDTH
    titles = (one.first.control.title.in_language(language()) for one in groups)
    return columns.width >= REMARK_FROM and all(Content(title).cell_length <= left for title in titles)


def todo_row(group: Group, columns: Grid, *, has_remark: bool) -> Content:
    """Return the row of something to do: the account, the control, a remark if it is wanted, how long it takes."""
    item = group.first
    remark = default_name(item.control) if item.standing is Standing.OPEN else standing_name(item.standing)
    if isinstance(item.review, Contradicted):
        remark = denial_name(item.review)
    minutes = minutes_words(item.control.minutes, each=group.is_of_several)
    last = MINUTES_WIDTH + (EACH_WIDTH if group.is_of_several else 0)
    side = REMARK_WIDTH if has_remark or item.is_contradicted else 0
    style = "$warning" if item.standing in {Standing.BLOCKED, Standing.REVIEW} else "$muted"
    return row(
        name_cell(platform_name(item.platform), _whose(group), columns),
        Cell("", 1),
        Cell(item.control.title.in_language(language()), columns.width - columns.names - 1 - side - last),
        Cell(f" {remark}", side, style),
        Cell(minutes, last, "$muted", "right"),
    )


def rest_of_todo(rest: Sequence[Group]) -> list[Option]:
    """Return one row that stands for the groups without room on Home; empty if there are none."""
    left = sum(len(group.items) for group in rest)
    if not left:
        return []
    text = ngettext("and {count} other, about {minutes} min", "and {count} others, about {minutes} min", left)
    words = text.format(count=left, minutes=sum(group.minutes for group in rest))
    return [Option(Content(words).stylize("$muted"), id="rest:")]


def nothing_row(shown: Overview) -> Option:
    """Return the row that says why there is nothing to do."""
    words = nothing_to_do(is_begun=bool(shown.accounts))
    return Option(Content(words).stylize("$muted"), id="nothing", disabled=True)


def account_row(one: AccountSummary, columns: Grid) -> Content:
    """Return the row of an account with its progress."""
    counted = one.progress.counted
    done = _("{settled} of {counted}").format(settled=one.progress.settled, counted=counted)
    due = _due(one)
    is_late = due is not None and due < clock.today()
    counts, blocks = _progress_widths(columns)
    name = name_cell(one.platform_name, one.account.handle, columns)
    if not counted:
        return row(name, Cell("", 1), Cell(_remark_of(one), columns.width - columns.names - 1, "$muted"))
    return row(
        name,
        Cell("", 1),
        Cell(bar(one.progress.settled, counted, blocks), blocks + 2, "$accent"),
        Cell(done, counts),
        Cell(
            _remark_of(one),
            rest if (rest := columns.width - columns.names - counts - blocks - 3) >= LEAST_REMARK else 0,
            "$warning" if is_late else "$muted",
        ),
    )


def _progress_widths(columns: Grid) -> tuple[int, int]:
    """Return the width of the counts and that of the bar, in blocks."""
    return (COUNTS_WIDTH, BAR_BLOCKS) if columns.width >= SENT_FROM else (NARROW_COUNTS, NARROW_BLOCKS)


def _due(one: AccountSummary) -> date | None:
    """Return the day by which an account is to be done; None if it is done, or if no day is set."""
    return one.account.due if one.progress.settled < one.progress.counted else None


def _remark_of(one: AccountSummary) -> str:
    """Return what stands beside the progress of an account: its day or its state, and its tags."""
    remark = due_words(one.account) if _due(one) else _account_remark(one)
    return "  ".join(filter(None, (remark, tags_words(one.account.tags))))


def _account_remark(one: AccountSummary) -> str:
    if one.reviews:
        return ngettext("{count} to review", "{count} to review", one.reviews).format(count=one.reviews)
    if one.waiting:
        return ngettext("{count} answer awaited", "{count} answers awaited", one.waiting).format(count=one.waiting)
    if not one.progress.counted:
        return _("nothing known to settle")
    if not one.is_started:
        return _("to start")
    return _("settled") if one.progress.settled == one.progress.counted else ""


def waiting_row(item: Item, columns: Grid) -> Content:
    """Return the row of a control that waits for the platform's answer, with how long ago it was sent."""
    since = item.position.since
    when = ago(clock.local_day(since), clock.today()) if since else ""
    sent = Content(f" {when}" if columns.width < SENT_FROM else " " + _("sent {when}").format(when=when))
    side = sent.cell_length
    return row(
        name_cell(platform_name(item.platform), item.account.handle, columns),
        Cell("", 1),
        Cell(item.control.title.in_language(language()), max(columns.width - columns.names - 1 - side, 0)),
        Cell(sent.plain, side, "$muted", "right"),
    )

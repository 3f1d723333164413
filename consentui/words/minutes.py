"""What a person achieved in a few minutes, and why nothing fits into them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from consentui.checklist.items import Item, progress
from consentui.checklist.minutes import Gain
from consentui.i18n import _, language, ngettext
from consentui.knowledge.records import Purpose
from consentui.words.names import platform_name, purpose_name


def gain_lines(gain: Gain, everything: Iterable[Item]) -> Iterator[str]:
    """What was achieved, by outcome, and then the progress of all accounts."""
    if gain.is_nothing:
        yield _("Nothing was settled this time.")
    yield from _part(_("Settled"), gain.settled)
    yield from _part(_("Allowed"), gain.allowed)
    yield from _part(_("Sent; an answer is owed to you"), gain.waiting)
    yield from _part(_("Not offered to you"), gain.not_offered)
    yield from _part(_("Did not work; another way is ready"), gain.blocked)
    yield from _part(_("Postponed"), gain.later)
    if gain.settled:
        yield _purposes(gain.settled)
    yield from _in_all(tuple(everything))


def head_words(gain: Gain) -> str:
    """How many things were finished, and in how many minutes, on one line."""
    count = len(gain.settled) + len(gain.allowed) + len(gain.waiting)
    if not count:
        return _("Done for today")
    words = ngettext("{count} thing, about {minutes} min", "{count} things, about {minutes} min", count)
    return f"{_('Done for today')}{_(':')} {words.format(count=count, minutes=gain.minutes)}"


def nothing_fits(items: Iterable[Item], minutes: int) -> str:
    """Why a walk of this many minutes is empty; `items` are the open ones, at least one."""
    shortest = min(item.control.minutes for item in items)
    words = ngettext(
        "Nothing open fits into {minutes} minute; the shortest takes {shortest}.",
        "Nothing open fits into {minutes} minutes; the shortest takes {shortest}.",
        minutes,
    )
    return words.format(minutes=minutes, shortest=shortest)


def _part(head: str, items: tuple[Item, ...]) -> Iterator[str]:
    if items:
        yield f"{head}{_(':')}"
        yield from (f"  · {_named(item)}" for item in items)


def _named(item: Item) -> str:
    whose = " ".join(filter(None, (platform_name(item.platform), item.account.handle)))
    return f"{item.control.title.in_language(language())} ({whose})"


def _purposes(items: Iterable[Item]) -> str:
    counts: Counter[Purpose] = Counter(item.control.purpose for item in items)
    named = " · ".join(f"{purpose_name(purpose)} {count}" for purpose, count in counts.most_common())
    return _("Purposes: {purposes}").format(purposes=named)


def _in_all(items: tuple[Item, ...]) -> Iterator[str]:
    so_far, left = progress(items), sum(item.is_open for item in items)
    if not left:
        words = _("In all: {settled} of {counted} settled, nothing left.")
        yield words.format(settled=so_far.settled, counted=so_far.counted)
        return
    yield ngettext(
        "In all: {settled} of {counted} settled, {count} left.",
        "In all: {settled} of {counted} settled, {count} left.",
        left,
    ).format(settled=so_far.settled, counted=so_far.counted, count=left)

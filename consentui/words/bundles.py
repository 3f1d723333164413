"""What a knowledge bundle changes, in the current language."""

from __future__ import annotations

from consentui.i18n import _, language, pgettext
from consentui.i18n.dates import partial_date
from consentui.knowledge.bundles.changes import Difference, Turn
from consentui.words.names import platform_name


def turn_name(turn: Turn) -> str:
    """What became of a control or a platform: new, changed or gone."""
    return {
        Turn.NEW: pgettext("fact", "new"),
        Turn.CHANGED: pgettext("fact", "changed"),
        Turn.GONE: pgettext("fact", "gone"),
    }[turn]


def difference_line(one: Difference) -> str:
    """A difference on one line: the id of the control or platform, what became of it, and its name."""
    if one.control is None:
        name = _happened(one) or (
            _("what is said about the platform") if one.turn is Turn.CHANGED else _("the platform")
        )
        return "\t".join((one.platform.id, turn_name(one.turn), f"{platform_name(one.platform)}{_(':')} {name}"))
    title = one.control.title.in_language(language())
    return "\t".join((f"{one.platform.id}/{one.control.id}", turn_name(one.turn), title))


def _happened(one: Difference) -> str:
    """The events on the platform, if nothing else changed in its record; empty otherwise."""
    if one.parts != ("event",):
        return ""
    return " ".join(f"{event.what.in_language(language())} ({partial_date(event.date)})" for event in one.events)

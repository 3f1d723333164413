"""What changed on a platform, in the language spoken now."""

from __future__ import annotations

from collections.abc import Iterator

from consentui.i18n import _, language
from consentui.i18n.dates import partial_date
from consentui.knowledge.changes import Change
from consentui.words.names import platform_name


def change_lines(change: Change) -> Iterator[str]:
    """A change as lines: when and where, what, which controls it opens again, the source."""
    spoken = language()
    yield f"{partial_date(change.on)} · {platform_name(change.platform)}"
    yield change.what.in_language(spoken)
    titles = [control.title.in_language(spoken) for control in change.platform.control if control.id in change.controls]
    if titles:
        yield _("Look again at: {controls}").format(controls=_("; ").join(titles))
    if change.url:
        yield change.url

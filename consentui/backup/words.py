"""Descriptions of a backup and of what restoring it would bring, in the current language."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath

from consentui.backup.contents import Contents
from consentui.backup.restore import Plan
from consentui.i18n import _, ngettext
from consentui.i18n.dates import long_date
from consentui.text import clean_line
from consentui.words.kept import kept_lines
from consentui.words.proofs import size_words


def contents_words(contents: Contents) -> str:
    """A sentence on a backup: its profile, its date, the version that made it, and how much it holds."""
    count = len(contents.files)
    return ngettext(
        "Backup of the profile “{profile}”, {date}, by consentui {version}: {count} file, {size}.",
        "Backup of the profile “{profile}”, {date}, by consentui {version}: {count} files, {size}.",
        count,
    ).format(
        profile=clean_line(contents.profile),
        date=long_date(contents.made.date()),
        version=clean_line(contents.program),
        count=count,
        size=size_words(contents.size),
    )


def plan_lines(plan: Plan) -> Iterator[str]:
    """Lines on what restoring a backup would bring, and on what would stay as it is."""
    if plan.is_empty:
        yield _("Everything in it is already here.")
    else:
        yield _("It would add:")
    if plan.entries:
        yield "  " + ngettext("{count} journal entry", "{count} journal entries", plan.entries).format(
            count=plan.entries
        )
    if plan.texts:
        yield "  " + ngettext("{count} text or proof", "{count} texts and proofs", plan.texts).format(count=plan.texts)
    if plan.settings:
        yield "  " + _("preferences not set here: {names}").format(names=", ".join(map(clean_line, plan.settings)))
    yield from (f"  {line}" for line in kept_lines(map(PurePosixPath, plan.files)))
    for name in plan.grow:
        yield "  " + _("what only the backup has for {name}").format(name=name.removeprefix("config/knowledge/"))
    if different := (*plan.other_settings, *kept_lines(map(PurePosixPath, plan.stay))):
        yield _("Different here, and left unchanged: {names}").format(names=", ".join(different))

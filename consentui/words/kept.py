"""What the files that consentui keeps are, in words for the person, for questions before files are added or removed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from fnmatch import fnmatch
from pathlib import PurePath

from consentui.i18n import _, ngettext
from consentui.text import clean_line


def kept_words(path: PurePath) -> str:
    """What a file of a profile is; its name if it is none that consentui writes."""
    by_name = (words for pattern, words in _by_name() if fnmatch(path.name, pattern))
    return next(by_name, "") or _by_folder(path) or clean_line(path.name)


def kept_lines(paths: Iterable[PurePath]) -> Iterator[str]:
    """What these files are, one line for those of each kind."""
    for words, count in Counter(map(kept_words, paths)).items():
        yield (words if count == 1 else ngettext("{what} ({count} file)", "{what} ({count} files)", count)).format(
            what=words, count=count
        )


def _by_name() -> tuple[tuple[str, str], ...]:
    return (
        ("journal.toml", _("journal")),
        ("journal.before-*.toml", _("copy of the journal from before it was tidied up")),
        ("journal.torn-*.toml", _("unfinished entry of the journal, set aside")),
        ("journal*.toml", _("other copy of the journal")),
        ("identity.toml", _("name and address for letters")),
        ("drafts.json", _("texts typed and not saved yet")),
        ("config.toml", _("preferences")),
        ("policy.toml", _("policy")),
        ("place.json", _("the place where you left off")),
        ("news.json", _("the day you last looked at what changed")),
        ("portfolio.json", _("the figures of the last portfolio")),
        ("fault.txt", _("notes on the last error")),
        ("*.lock", _("leftover of an earlier run")),
        (".*.consentui-new", _("leftover of an earlier run")),
    )


def _by_folder(path: PurePath) -> str:
    parent, name = path.parent, clean_line(path.name)
    if parent.parent.name == "requests":
        return _("text of the request {reference}").format(reference=clean_line(parent.name))
    words = {
        "proofs": _("proof"),
        "issues": _("report on a control that moved"),
        "journals": _("what was last read of the journal"),
        "knowledge": _("own platform: {name}").format(name=name),
    }
    return words.get(parent.name, "")

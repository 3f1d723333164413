"""The person's own platform and company files: treated as untrusted input, and kept from hiding bundled facts."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator, Mapping
from contextlib import suppress
from pathlib import Path

import msgspec

from consentui.errors import KnowledgeError
from consentui.i18n import _
from consentui.knowledge.load import parse_platform, parse_record, read_text
from consentui.knowledge.records import Controller, Controllers, Platform
from consentui.storage.toml_lines import line_of

MOST_BYTES = 1_000_000
"""The largest own file that is read, in bytes: about ten times the largest bundled one."""


def own_platform(
    path: Path, bundled_ids: Container[str], downloads: Callable[[str], Mapping[str, str]] = lambda _id: {}
) -> Platform:
    """The person's own platform in a file, marked as such.

    `downloads` returns the ids of all downloads except those of the given platform, each with its platform's id.
    Raises KnowledgeError for a file that cannot be read or does not fit, and for a platform that has the id of a
    bundled one without `replaces`. It also raises it, naming the line, for an id used twice and for a download that
    has the id of another platform's download.
    """
    text = _text_of(path)
    platform = parse_platform(text, path)
    if platform.id in bundled_ids and not platform.replaces:
        raise KnowledgeError(
            _("{path}: “{id}” is a bundled platform.").format(path=path, id=platform.id),
            way_out=_("Give it another id, or write replaces = true in it."),
        )
    for place, name in ids_used_twice(platform):
        raise _used_twice(path, line_of(text, place), name)
    if platform.download:
        taken = downloads(platform.id)
        for number, download in enumerate(platform.download):
            if owner := taken.get(download.id):
                raise KnowledgeError(
                    _("{path}, line {line}: “{id}” is a download of “{platform}”.").format(
                        path=path, line=line_of(text, f"$.download[{number}].id"), id=download.id, platform=owner
                    ),
                    way_out=_("Give it another id."),
                )
    return msgspec.structs.replace(platform, is_own=True)


def own_companies(path: Path, bundled_ids: Callable[[], Container[str]]) -> tuple[Controller, ...]:
    """The person's own companies in a file, marked as such; none if there is no file.

    `bundled_ids` returns the ids of the bundled companies. Raises KnowledgeError for a file that cannot be read or does
    not fit and, naming the line, for an id that a bundled company has or that is used twice.
    """
    if not path.exists():
        return ()
    text = _text_of(path)
    found = parse_record(text, Controllers, path).controller
    taken = bundled_ids()
    seen: set[str] = set()
    for number, one in enumerate(found):
        line = line_of(text, f"$.controller[{number}].id")
        if one.id in taken:
            raise KnowledgeError(
                _("{path}, line {line}: “{id}” is a bundled company.").format(path=path, line=line, id=one.id),
                way_out=_("Give it another id."),
            )
        if one.id in seen:
            raise _used_twice(path, line, one.id)
        seen.add(one.id)
    return tuple(msgspec.structs.replace(one, is_own=True) for one in found)


def ids_used_twice(platform: Platform) -> Iterator[tuple[str, str]]:
    """The place (`$.control[2].id`) and the id of each repetition of an id in a platform's file."""
    kinds = {
        "control": [one.id for one in platform.control],
        "tombstone": [one.id for one in platform.tombstone],
        "download": [one.id for one in platform.download],
        "statement": [one.id for one in platform.statement],
    }
    for kind, ids in kinds.items():
        for number, name in enumerate(ids):
            if name in ids[:number]:
                yield f"$.{kind}[{number}].id", name


def _text_of(path: Path) -> str:
    """Raise KnowledgeError for a file that cannot be read or is too large: own files are read at every start."""
    with suppress(OSError):
        if path.stat().st_size > MOST_BYTES:
            raise KnowledgeError(_("{path} is larger than 1 MB.").format(path=path))
    return read_text(path)


def _used_twice(path: Path, line: int, name: str) -> KnowledgeError:
    title = _("{path}, line {line}: “{id}” is used twice.").format(path=path, line=line, id=name)
    return KnowledgeError(title, way_out=_("Give one of them another id."))

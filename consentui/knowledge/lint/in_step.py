"""Keeping English and French in step: `data/in-step.toml` holds a fingerprint of each text as it was last accepted.

A fingerprint consists of a short hash of the English and one of the French. It is recorded for its file and not for its
place in it, so that texts can be moved within the file without another review. After reading both languages, a
maintainer accepts the texts as they are with `consentui kb lint --in-step`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from hashlib import blake2b
from pathlib import Path

import msgspec

from consentui.knowledge.load import parse_record, read_text
from consentui.knowledge.records import Text

_HEAD = """\
# SPDX-License-Identifier: CC-BY-4.0
# Prints of every text, English and French, as they were last accepted together.
# Written by `consentui kb lint --in-step`.

[accepted]
"""


class InStep(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`data/in-step.toml`."""

    accepted: Mapping[str, tuple[str, ...]]
    """By file (`platforms/x`), the fingerprints of its texts."""


def print_of(text: Text) -> str:
    """The fingerprint of a text: the hash of the English and that of the French, separated by a space."""
    return " ".join(blake2b(words.encode(), digest_size=4).hexdigest() for words in (text.en, text.fr))


def in_step_file(data: Path) -> Path:
    """The path of the file that holds the accepted fingerprints."""
    return data / "in-step.toml"


def read_in_step(data: Path) -> dict[str, frozenset[str]]:
    """The accepted fingerprints by file, none if there are none yet; raises KnowledgeError for an invalid file."""
    path = in_step_file(data)
    if not path.exists():
        return {}
    return {name: frozenset(prints) for name, prints in parse_record(read_text(path), InStep, path).accepted.items()}


def as_toml(texts: Mapping[str, Iterable[Text]]) -> str:
    """The content of `data/in-step.toml` that accepts these texts, given by file: one line per text, sorted."""
    return _HEAD + "".join(_file(name, {print_of(text) for text in texts[name]}) for name in sorted(texts))


def _file(name: str, prints: set[str]) -> str:
    lines = "".join(f'  "{one}",\n' for one in sorted(prints))
    return f'"{name}" = [\n{lines}]\n'

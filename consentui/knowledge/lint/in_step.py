"""English and French kept in step: `data/in-step.toml` holds a print of each text as it was last accepted.

A print is a short hash of the English and one of the French. It stands under its file, not under its
place, so that texts may be moved about without being looked at again. After both languages were read,
`consentui kb lint --in-step` accepts what stands there.
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
    """For each file (`platforms/x`), the prints of its texts."""


def print_of(text: Text) -> str:
    """The hash of the English and that of the French, with a space between."""
    return " ".join(blake2b(words.encode(), digest_size=4).hexdigest() for words in (text.en, text.fr))


def in_step_file(data: Path) -> Path:
    """Where the accepted prints are kept."""
    return data / "in-step.toml"


def read_in_step(data: Path) -> dict[str, frozenset[str]]:
    """The accepted prints by file, none where nothing was accepted yet; raises KnowledgeError for a spoilt file."""
    path = in_step_file(data)
    if not path.exists():
        return {}
    return {name: frozenset(prints) for name, prints in parse_record(read_text(path), InStep, path).accepted.items()}


def as_toml(texts: Mapping[str, Iterable[Text]]) -> str:
    """The text of `data/in-step.toml` that accepts these texts: one line a text, sorted."""
    return _HEAD + "".join(_file(name, {print_of(text) for text in texts[name]}) for name in sorted(texts))


def _file(name: str, prints: set[str]) -> str:
    lines = "".join(f'  "{one}",\n' for one in sorted(prints))
    return f'"{name}" = [\n{lines}]\n'

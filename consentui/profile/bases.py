"""The knowledge bases on this machine: the one that comes with the program, and the bundles installed beside it.

Bundles are shared by all profiles. The file `in-use` lists them, one per line, the one in use last.
"""

from __future__ import annotations

import re
from contextlib import suppress
from pathlib import Path

from consentui.bundled import data_folder
from consentui.knowledge.base import KnowledgeBase
from consentui.storage.places import Folders
from consentui.storage.reading import text_of

IN_USE = "in-use"
_VERSION = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}(\.[0-9]{1,4})?")
_MADE = re.compile(r"^made = ([0-9]{4}-[0-9]{2}-[0-9]{2})$", re.MULTILINE)


def folder_in_use(folders: Folders) -> Path:
    """The folder of the facts in use: the last installed bundle that is newer than the bundled facts, else those."""
    for version in reversed(installed(folders)):
        place = folders.bases / version
        if order_of(version) > order_of(bundled_version()) and (place / "platforms").is_dir():
            return place
    return data_folder()


def version_in_use(folders: Folders) -> str:
    """The version of the facts in use."""
    folder = folder_in_use(folders)
    return bundled_version() if folder == data_folder() else folder.name


def bundled_version() -> str:
    """The version of the facts that come with the program, the day of their last release; `0001-01-01` if not known."""
    with suppress(OSError, UnicodeDecodeError):
        if found := _MADE.search(text_of(data_folder() / "released.toml")):
            return found[1]
    return "0001-01-01"


def order_of(version: str) -> tuple[str, int]:
    """The key by which versions are compared: the day, then the number among the versions of that day."""
    day, _dot, number = version.partition(".")
    return day, int(number or 0)


def installed(folders: Folders) -> list[str]:
    """The versions of the installed bundles, the one installed last at the end."""
    try:
        lines = text_of(folders.bases / IN_USE).splitlines()
    except (OSError, UnicodeDecodeError):
        return []
    return [line for line in lines if _VERSION.fullmatch(line)]


def knowledge_of(folders: Folders) -> KnowledgeBase:
    """The knowledge base in use, together with the person's own files."""
    return KnowledgeBase(folder_in_use(folders), folders.cache, folders.own_knowledge)

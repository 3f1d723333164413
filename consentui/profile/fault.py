"""A fault of the program itself: what the person is told, and a report that names no person, account or folder.

The values and error messages of the moment may be personal, so the report has none of them: only the versions, the
kind of error, and where in the program it happened.
"""

from __future__ import annotations

import platform
import sys
import traceback
from collections.abc import Iterator
from contextlib import suppress
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path, PurePath

from consentui import __version__
from consentui.errors import ConsentuiError
from consentui.i18n import _
from consentui.storage.files import replace_file
from consentui.storage.places import DEFAULT_PROFILE, profile_folders

EXIT_CODE = 70
"""An internal software error, in the terms of BSD's sysexits.h."""
NAME = "fault.txt"
_LIBRARIES = ("textual", "click", "msgspec", "keyring")
_MOST_FRAMES = 30
_MOST_CAUSES = 5


def report_of(fault: BaseException) -> str:
    """What happened and where, without any value that the program was working on."""
    return "\n".join((*_versions(), "", *_chain(fault), ""))


def keep_report(fault: BaseException, profile: str) -> Path | None:
    """Save the report in place of the last one, and return its path; None if it cannot be saved."""
    with suppress(OSError, ConsentuiError):
        path = _state_of(profile) / NAME
        replace_file(path, report_of(fault).encode(), lasting=False)
        return path
    return None


def page(fault: BaseException, profile: str = DEFAULT_PROFILE) -> str:
    """What a person is told about a fault: that it is not theirs, what became of their data, and the report."""
    path = keep_report(fault, profile)
    return "\n".join(
        (
            _("consentui has stopped because of a fault of its own."),
            _("What it reported as saved is saved. The journal is as it was."),
            _("This report names nobody. Please send it to whoever you got consentui from:"),
            *((str(path),) if path else ()),
            "",
            report_of(fault),
        )
    )


def _state_of(profile: str) -> Path:
    try:
        return profile_folders(profile).state
    except ConsentuiError:
        return profile_folders().state


def _versions() -> Iterator[str]:
    yield f"consentui {__version__}"
    yield f"Python {platform.python_version()} ({platform.python_implementation()}), {sys.platform}"
    for name in _LIBRARIES:
        with suppress(PackageNotFoundError):
            yield f"{name} {version(name)}"


def _chain(fault: BaseException) -> Iterator[str]:
    """The fault and then its causes, each with where it happened."""
    error: BaseException | None = fault
    for _turn in range(_MOST_CAUSES):
        if error is None:
            return
        kind = type(error)
        yield f"{kind.__module__}.{kind.__qualname__}".removeprefix("builtins.")
        yield from (f"  {_place(frame.filename)}:{frame.lineno} {frame.name}" for frame in _frames(error))
        error = error.__cause__ or error.__context__


def _frames(error: BaseException) -> list[traceback.FrameSummary]:
    walked = traceback.walk_tb(error.__traceback__)
    return list(traceback.StackSummary.extract(walked, lookup_lines=False))[-_MOST_FRAMES:]


def _place(name: str) -> str:
    """The path of a source file within the program or a library, without the folders that lead there."""
    parts = PurePath(name).parts
    for top in ("site-packages", "consentui"):
        if top in parts[:-1]:
            last = len(parts) - 1 - parts[::-1].index(top)
            return "/".join(parts[last + (top == "site-packages") :])
    return parts[-1] if parts else ""

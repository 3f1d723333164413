"""From arguments to an exit code: language first, then the command, then errors put into words.

Exit codes: 0 done; 1 an honest "no" (nothing found, nothing to undo, something wrong in a check);
2 wrong use or bad data; 3 the journal, the preferences or the keyring could not be used; 70 a fault of the
program's own.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

from consentui.errors import ConsentuiError, StorageError
from consentui.i18n import LANGUAGES, Language, _, guess_language, set_language
from consentui.storage.places import DEFAULT_PROFILE, is_begun
from consentui.text import clean, clean_line

_COMPLETION = "_CONSENTUI_COMPLETE"
"""The variable by which a shell asks what fits the words typed so far (click's own name for it)."""


def run(arguments: Sequence[str]) -> int:
    """Run consentui with these arguments and give the exit code."""
    try:
        set_language(_language(arguments))
        return _dispatch(arguments)
    except ConsentuiError as error:
        # Names and values from foreign files may be part of an error.
        _tell(clean(str(error)))
        return error.exit_code
    except BrokenPipeError:
        # The reader of a pipe has gone: nothing more is to be said to it, nor at exit.
        _write_no_more()
        return 0
    except KeyboardInterrupt:
        _tell(_("Stopped."))
        return 130
    except OSError as error:
        _write_no_more()
        from consentui.storage.reasons import system_reason

        refused, path = _("The system refused what was needed."), f"{error.filename}: " if error.filename else ""
        _tell(f"{refused}\n{clean_line(path + system_reason(error))}")
        return StorageError.exit_code
    except Exception as fault:  # noqa: BLE001 -- whatever it is, it is ours, and Python would show what is personal
        lacking = _lacking(fault)
        if not lacking:
            from consentui.profile.fault import EXIT_CODE, page

            sys.stderr.write(page(fault, _option(arguments, "--profile") or _profile_of_environment()))
            return EXIT_CODE
    _write_no_more()  # what took the memory is let go by now
    _tell(f"{_('The system refused what was needed.')}\n{lacking}")
    return StorageError.exit_code


def _lacking(fault: Exception) -> str:
    """What the system had no more of, where that is what happened."""
    if isinstance(fault, MemoryError):
        return _("No memory left")
    is_of_threads = isinstance(fault, RuntimeError) and "start new thread" in str(fault)
    return _("The system lets this program start no more threads.") if is_of_threads else ""


def _tell(words: str) -> None:
    """On stderr; where nobody reads it, nobody is told."""
    try:
        sys.stderr.write(f"{words}\n")
    except OSError:
        _write_no_more()


def _write_no_more() -> None:
    """What is still to be written to a stream that takes nothing: Python would try once more at its end."""
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except OSError:
            os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def _dispatch(arguments: Sequence[str]) -> int:
    profile = _profile_of_environment()
    if not arguments and _COMPLETION not in os.environ and (profile == DEFAULT_PROFILE or is_begun(profile)):
        # The interface alone needs none of the commands: a fiftieth of a second that a person would wait.
        from consentui.tui.launch import open_interface

        return open_interface(profile)
    from consentui.cli.commands import invoke

    try:
        return invoke(arguments)
    except (KeyError, ValueError):
        if _COMPLETION not in os.environ:
            raise
        return 1  # the variables say of no line where in it the cursor is, and a prompt is no place to tell it


def _language(arguments: Sequence[str]) -> Language:
    """The language asked for on the command line, else the preferred one, else the system's.

    Bad arguments and preferences are complained of later, when there is a language to do it in.
    """
    asked = _option(arguments, "--language")
    for known in LANGUAGES:
        if asked == known:
            return known
    return _preferred(_option(arguments, "--profile")) or guess_language()


def _preferred(profile: str | None) -> Language | None:
    from consentui.profile.spoken import language_in
    from consentui.storage.places import profile_folders

    try:
        return language_in(profile_folders(profile or _profile_of_environment()).config_file)
    except ConsentuiError:
        return None


def _profile_of_environment() -> str:
    return os.environ.get("CONSENTUI_PROFILE") or DEFAULT_PROFILE


def _option(arguments: Sequence[str], name: str) -> str | None:
    for position, argument in enumerate(arguments):
        if argument == name and position + 1 < len(arguments):
            return arguments[position + 1]
        if argument.startswith(f"{name}="):
            return argument.partition("=")[2]
    return None

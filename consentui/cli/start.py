"""The entry point: set the language, run the command, and turn errors into messages and exit codes.

Exit codes: 0 success; 1 a negative result (nothing found, nothing to undo, a check that failed); 2 wrong usage or
bad data; 3 the journal, the preferences or the keyring could not be used; 70 a fault in the program; 130 interrupted.
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
"""The environment variable by which a shell requests completions; click derives its name from the program's."""


def run(arguments: Sequence[str]) -> int:
    """Run consentui with these arguments and return the exit code."""
    try:
        set_language(_language(arguments))
        return _dispatch(arguments)
    except ConsentuiError as error:
        # Names and values from foreign files may be part of an error.
        _tell(clean(str(error)))
        return error.exit_code
    except BrokenPipeError:
        # The reader of a pipe has gone: write nothing more to it, not even when Python flushes at exit.
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
    except Exception as fault:  # noqa: BLE001 -- any fault is our own, and a traceback would show personal data
        lacking = _lacking(fault)
        if not lacking:
            from consentui.profile.fault import EXIT_CODE, page

            _tell(page(fault, _option(arguments, "--profile") or _profile_of_environment()).removesuffix("\n"))
            return EXIT_CODE
    _write_no_more()  # leaving the except clause has freed the memory that the fault held
    _tell(f"{_('The system refused what was needed.')}\n{lacking}")
    return StorageError.exit_code


def _lacking(fault: Exception) -> str:
    """The message for a fault that means the system ran out of memory or threads; empty for any other."""
    if isinstance(fault, MemoryError):
        return _("No memory left")
    is_of_threads = isinstance(fault, RuntimeError) and "start new thread" in str(fault)
    return _("The system does not let this program start more threads.") if is_of_threads else ""


def _tell(words: str) -> None:
    """Write a message to stderr; if that fails, it is lost."""
    try:
        sys.stderr.write(f"{words}\n")
        sys.stderr.flush()  # or Python would fail at exit, and end with a code of its own
    except OSError:
        _write_no_more()


def _write_no_more() -> None:
    """Flush the output streams, and redirect those that fail to the null device, or Python would try again at exit."""
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except OSError:
            os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def _dispatch(arguments: Sequence[str]) -> int:
    profile = _profile_of_environment()
    if not arguments and _COMPLETION not in os.environ and (profile == DEFAULT_PROFILE or is_begun(profile)):
        # The interface needs none of the commands; not importing them saves a fiftieth of a second.
        from consentui.tui.launch import open_interface

        return open_interface(profile)
    from consentui.cli.commands import invoke

    try:
        return invoke(arguments)
    except (KeyError, ValueError):
        if _COMPLETION not in os.environ:
            raise
        return 1  # the completion variables are missing or wrong, and a prompt is no place for a message


def _language(arguments: Sequence[str]) -> Language:
    """The language given by --language, else the preferred one, else the system's.

    Errors in arguments and preferences are reported later, once there is a language to report them in.
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

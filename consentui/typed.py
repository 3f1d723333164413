"""What a person typed, made inert before it is written down, and not too long."""

from __future__ import annotations

from datetime import date, datetime

from consentui.errors import UsageError
from consentui.i18n import _
from consentui.text import clean, clean_line, shorten

MAX_HANDLE = 200
MAX_NOTE = 4000
"""In characters."""
_SHOWN = 40
"""How much of what cannot be understood is repeated."""


def cleaned_handle(text: str) -> str:
    """A handle on one line, made inert; raises UsageError when it is too long to be one."""
    handle = clean_line(text)
    if len(handle) > MAX_HANDLE:
        raise UsageError(
            _("This account name is too long."),
            _("It has {length} characters; {most} are allowed.").format(length=len(handle), most=MAX_HANDLE),
        )
    return handle


def cleaned_note(text: str) -> str:
    """A note made inert; raises UsageError when it is too long."""
    note = clean(text).strip() if text else ""
    if len(note) > MAX_NOTE:
        raise UsageError(
            _("This note is too long."),
            _("It has {length} characters; {most} are allowed.").format(length=len(note), most=MAX_NOTE),
        )
    return note


def typed_day(text: str) -> date:
    """The day that was typed, as the commands take it: 2026-11-21; raises UsageError when it is none."""
    try:
        return datetime.strptime(text.strip(), "%Y-%m-%d").date()  # noqa: DTZ007 -- a day is asked for, not a time
    except ValueError as error:
        raise UsageError(
            _("“{text}” is not a day.").format(text=shorten(clean_line(text), _SHOWN)),
            way_out=_("Write it like 2026-11-21."),
        ) from error

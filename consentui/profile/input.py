"""What a person typed, made inert and checked for length before it is written down."""

from __future__ import annotations

import os
import re
from datetime import date, datetime
from pathlib import Path

from consentui.errors import UsageError
from consentui.i18n import _
from consentui.journal.tags import MAX_TAG, tags_in
from consentui.text import clean, clean_line, shorten

MAX_HANDLE = 200
MAX_NOTE = 4000
"""In characters."""
_EMAIL = re.compile(r"[\w.!#$%&'*+/=?^`{|}~-]{1,64}@[\w-]+(\.[\w-]+)+")
"""One address and nothing else: no list, no display name, no word that a mail program would decode (RFC 2047)."""
_SHOWN = 40
"""How many characters of a rejected text an error repeats."""


def cleaned_handle(text: str) -> str:
    """A handle on one line, made inert; raises UsageError if it is too long."""
    handle = clean_line(text)
    if len(handle) > MAX_HANDLE:
        raise UsageError(
            _("This account name is too long."),
            _("It has {length} characters; {most} are allowed.").format(length=len(handle), most=MAX_HANDLE),
        )
    return handle


def cleaned_tags(text: str) -> tuple[str, ...]:
    """The tags in a line; raises UsageError if one is too long."""
    tags = tags_in(text)
    for tag in tags:
        if len(tag) > MAX_TAG:
            raise UsageError(
                _("The tag “{tag}” is too long.").format(tag=shorten(tag, _SHOWN)),
                _("It has {length} characters; {most} are allowed.").format(length=len(tag), most=MAX_TAG),
            )
    return tags


def cleaned_email(text: str) -> str:
    """An e-mail address made inert, or an empty text; raises UsageError for what mail programs would not accept."""
    email = clean_line(text)
    if email and not _EMAIL.fullmatch(email):
        raise UsageError(
            _("“{text}” is not an e-mail address.").format(text=shorten(email, _SHOWN)),
            way_out=_("Write it like name@example.org, without a name before it."),
        )
    return email


def cleaned_note(text: str) -> str:
    """A note made inert; raises UsageError if it is too long."""
    note = clean(text).strip() if text else ""
    if len(note) > MAX_NOTE:
        raise UsageError(
            _("This note is too long."),
            _("It has {length} characters; {most} are allowed.").format(length=len(note), most=MAX_NOTE),
        )
    return note


def typed_day(text: str) -> date:
    """The day typed in the form that commands take, such as 2026-11-21; raises UsageError if it is not a day."""
    try:
        return datetime.strptime(text.strip(), "%Y-%m-%d").date()  # noqa: DTZ007 -- a day is asked for, not a time
    except ValueError as error:
        raise UsageError(
            _("“{text}” is not a date.").format(text=shorten(clean_line(text), _SHOWN)),
            way_out=_("Write it like 2026-11-21."),
        ) from error


def day_as_written(text: str, today: date, country: str, *, ahead: bool = False) -> date:
    """The day typed as people write it in the current language; raises UsageError if it is not a day."""
    from consentui.i18n.typed_days import read_day, short_day, what_day_lacks

    day = read_day(text, today, country, ahead=ahead)
    if day is None:
        raise UsageError(
            _("“{text}” is not a date.").format(text=shorten(clean_line(text), _SHOWN)),
            what_day_lacks(text),
            way_out=_("Write it like {day}, or the number of days ago: -3.").format(day=short_day(today, country)),
        )
    return day


def path_of(text: str) -> Path:
    """The path that was typed, pasted or dragged in; raises UsageError if there is none.

    For a file dragged into them, terminals put quotes around its path, backslashes before its spaces, or `file://` in
    front. A leading `~` stands for the person's home.
    """
    line = text.strip()
    try:
        path = Path(_bare_path(line)).expanduser()
    except (OSError, RuntimeError, ValueError):  # a name too long, an unknown user's home, open quotes
        path = Path(line)
    if not line:
        raise UsageError(_("Which file?"), way_out=_("Type its path, or drag the file here."))
    return path


def _bare_path(line: str) -> str:
    import shlex
    from urllib.parse import urlsplit
    from urllib.request import url2pathname

    if line.lower().startswith("file:"):
        return url2pathname(urlsplit(line).path)
    if os.name == "nt" or Path(line).exists():
        return line.strip('"')
    parts = shlex.split(line) if line[:1] in {"'", '"'} or "\\" in line else [line]
    return parts[0] if len(parts) == 1 else line

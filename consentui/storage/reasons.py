"""The errors of the operating system and of the TOML parser, in the current language: their own are in English."""

from __future__ import annotations

import errno

from consentui.i18n import N_, _
from consentui.text import clean_line

_SYSTEM = {
    errno.EACCES: N_("Permission denied"),
    errno.EPERM: N_("The system does not allow it"),
    errno.ENOENT: N_("No such file or folder"),
    errno.EISDIR: N_("Is a folder"),
    errno.ENOTDIR: N_("Not a folder"),
    errno.EEXIST: N_("The name is taken"),
    errno.ENOTEMPTY: N_("The folder is not empty"),
    errno.ENOSPC: N_("No space left on the disk"),
    errno.EDQUOT: N_("Your quota on this disk is used up"),
    errno.EFBIG: N_("The file is too large"),
    errno.EROFS: N_("The disk is read-only"),
    errno.EIO: N_("The disk could not be read or written"),
    errno.ENXIO: N_("No such device"),
    errno.ENODEV: N_("No such device"),
    errno.EBUSY: N_("It is in use"),
    errno.ETXTBSY: N_("It is in use"),
    errno.EAGAIN: N_("It is in use"),
    errno.EXDEV: N_("It is on another disk"),
    errno.EMLINK: N_("Too many links"),
    errno.ELOOP: N_("The links form a loop"),
    errno.ENAMETOOLONG: N_("The name is too long"),
    errno.EILSEQ: N_("The disk does not allow such a name"),
    errno.EINVAL: N_("The system cannot do this"),
    errno.ENFILE: N_("Too many files are open"),
    errno.EMFILE: N_("Too many files are open"),
    errno.ENOMEM: N_("No memory left"),
    errno.ENOLCK: N_("Files cannot be locked here"),
    errno.EDEADLK: N_("Files cannot be locked here"),
    errno.ENOSYS: N_("The system cannot do this"),
    errno.ENOTSUP: N_("The system cannot do this"),
    errno.EOPNOTSUPP: N_("The system cannot do this"),
    errno.EPIPE: N_("Nothing reads from it any more"),
    errno.EBADF: N_("The stream is closed"),
    errno.ETIMEDOUT: N_("No answer in time"),
    errno.ESTALE: N_("The network drive has lost the file"),
}
"""`N_` texts for the error numbers that a person can do something about."""

_TOML = {
    "Cannot declare": N_("This table is already defined"),
    "Cannot redefine": N_("This table is already defined"),
    "Cannot overwrite": N_("This key is already defined"),
    "Duplicate": N_("This key is already defined"),
    "Cannot mutate": N_("A complete table or list cannot be extended"),
    "Expected '=' ": N_("“=” is missing after a key"),
    "Expected newline": N_("There is something here after the end of a value"),
    "Expected ']": N_("The closing bracket of a table’s name is missing"),
    "Expected": N_("A text is not closed: its closing quotes are missing"),
    "Unterminated string": N_("A text is not closed: its closing quotes are missing"),
    "Unclosed array": N_("A list is not closed: “]” is missing"),
    "Unclosed inline table": N_("A table is not closed: its closing brace is missing"),
    "Unescaped": N_("There is a backslash in a text: write it twice"),
    "Escaped": N_("The number after this backslash is not that of a character"),
    "Invalid hex": N_("The number after this backslash is not that of a character"),
    "Illegal character": N_("There is an invisible character here, or a text is not closed on its line"),
    "Found invalid character": N_("There is an invisible character here, or a text is not closed on its line"),
    "Invalid date": N_("There is no such date or time"),
    "Invalid initial character": N_("No key begins like this"),
    "Invalid value": N_("No value begins like this: texts need quotes"),
    "Invalid statement": N_("Neither a key nor a table begins like this"),
}
"""`N_` texts by how the parser's message begins; a longer beginning comes before a shorter one that it contains."""
_NO_TOML = N_("This does not follow the rules of TOML")


class SaidError(OSError):
    """An OSError raised by consentui itself; its `strerror` is already in the current language."""


def system_reason(error: OSError) -> str:
    """Why the system refused, in words; an error without a text of ours is given by its number."""
    if isinstance(error, SaidError):
        return clean_line(error.strerror or "")
    if error.errno in _SYSTEM:
        return _(_SYSTEM[error.errno])
    if error.errno is None:
        return _("The system gave no reason")
    name = errno.errorcode.get(error.errno, "")
    number = f"{error.errno} ({name})" if name else f"{error.errno}"
    return _("The system’s error {number}").format(number=number)


def toml_reason(error: Exception) -> str:
    """Why a text is not TOML, with the place where the parser noticed."""
    from tomli import TOMLDecodeError

    if not isinstance(error, TOMLDecodeError):
        return _("It is nested too deeply.") if isinstance(error, RecursionError) else _("A number is too long.")
    begun = (reason for beginning, reason in _TOML.items() if error.msg.startswith(beginning))
    reason = _(next(begun, _NO_TOML))
    if error.pos >= len(error.doc):
        return _("{reason} (at the end of the file).").format(reason=reason)
    return _("{reason} (line {line}, column {column}).").format(reason=reason, line=error.lineno, column=error.colno)


def encoding_reason(error: UnicodeDecodeError) -> str:
    """A sentence with the line in which a file is not UTF-8 text."""
    line = error.object.count(b"\n", 0, error.start) + 1
    return _("Line {line} is not UTF-8 text.").format(line=line)

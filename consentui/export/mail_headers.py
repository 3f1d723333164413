"""Writing mail headers that are not ASCII as encoded words of the length that RFC 2047 allows.

When folding, Python's own policy may double a space next to a non-ASCII letter; without folding, its encoded words
are too long.
"""

from __future__ import annotations

from email.header import Header
from email.policy import EmailPolicy
from email.utils import formataddr
from typing import Any

_LONGEST_LINE = 998
"""The most characters in a line (RFC 5322, section 2.1.1)."""
_LONGEST_ENCODED = 76
"""The most characters in a line with an encoded word (RFC 2047, section 2)."""
_LINE_END = "\r\n"


class MailHeaders(EmailPolicy):
    """Like the standard policy for SMTP, except for subjects and display names that are not ASCII."""

    linesep = _LINE_END
    max_line_length = _LONGEST_LINE

    def fold_binary(self, name: str, value: Any) -> bytes:
        """A header as the message has it, with its line end."""
        addresses = getattr(value, "addresses", ())
        if str(value).isascii() or not (addresses or name.lower() == "subject"):
            return super().fold_binary(name, value)
        if not addresses:
            return f"{name}: {_words(str(value), name)}{_LINE_END}".encode("ascii")
        folded = f",{_LINE_END} ".join(_address(one.display_name, one.addr_spec, name) for one in addresses)
        return f"{name}: {folded}{_LINE_END}".encode("ascii")


def _words(text: str, header: str) -> str:
    return Header(text, "utf-8", _LONGEST_ENCODED, header).encode(linesep=_LINE_END)


def _address(name: str, address: str, header: str) -> str:
    """A display name and its address, on two lines if the name has to be encoded."""
    if name.isascii():
        return formataddr((name, address))
    return f"{_words(name, header)}{_LINE_END} <{address}>"

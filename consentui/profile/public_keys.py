"""The public keys of mail signatures: asked of the DNS, and kept as files that any program can read."""

from __future__ import annotations

import re
from datetime import date

from consentui.errors import NetworkError
from consentui.i18n import _
from consentui.profile.silence import reason_of_no_record

SECONDS = 5.0
"""How long the DNS may take to answer, in seconds."""
_LONGEST_STRING = 255
"""In bytes: a DNS record consists of strings of at most this length (RFC 1035, section 3.3)."""
_QUOTED = re.compile(r'"((?:[^"\\]|\\.)*)"')


def ask_dns(question: str, server: str | None = None, port: int = 53) -> str:
    """The TXT record that the DNS has under a name, the first with a key if there are several; empty if there is none.

    The system's own resolver is asked, unless a server is given. Raises NetworkError if no answer comes.
    """
    from dns.exception import DNSException
    from dns.resolver import NXDOMAIN, NoAnswer, Resolver

    try:
        resolver = Resolver(configure=server is None)
        if server is not None:
            resolver.nameservers, resolver.port = [server], port
        answers = resolver.resolve(f"{question}.", "TXT", lifetime=SECONDS, search=False)
        records = [b"".join(one.strings).decode("utf-8", "replace") for one in answers]
    except (NXDOMAIN, NoAnswer):
        return ""
    except (DNSException, OSError) as error:
        raise NetworkError(
            _("The DNS gave no answer for {name}.").format(name=question),
            reason_of_no_record(error),
            _("Try again later: what was kept stays as it is."),
        ) from error
    return next((one for one in records if "p=" in one), records[0] if records else "")


def as_file(question: str, record: str, on: date) -> str:
    """The record as a line of a zone file, below a comment with the day on which it was asked for."""
    escaped = record.replace("\\", "\\\\").replace('"', '\\"')
    strings = [escaped[start : start + _LONGEST_STRING] for start in range(0, len(escaped), _LONGEST_STRING)]
    return f"; {on.isoformat()}\n{question}. IN TXT " + " ".join(f'"{one}"' for one in strings or [""]) + "\n"


def record_in(text: str) -> str:
    """The record in a text that `as_file` wrote."""
    line = text.partition("\n")[2]
    return re.sub(r"\\(.)", r"\1", "".join(found[1] for found in _QUOTED.finditer(line)))

"""What a server with Mastodon's API tells anyone about an account: `GET /api/v1/accounts/lookup`, without a token.

See https://docs.joinmastodon.org/methods/accounts/ and …/entities/Account/. Mastodon gives `noindex` since 4.0, for
accounts of the server itself, and `indexable` since 4.3; if a key is missing, the server is older or runs another
program.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import quote, urlsplit

import msgspec

from consentui.text import clean_line, shorten
from consentui.verify.atproto.identity import json_of, member
from consentui.verify.public.observations import Observation, Reserve, sum_of

SIGNS = ("indexable", "discoverable", "noindex")
_NAME = re.compile(r"@?([A-Za-z0-9_]+(?:[A-Za-z0-9_.-]+[A-Za-z0-9_]+)?)@([^@\s/]+)")
_LONGEST = 100


def name_and_host(word: str) -> tuple[str, str] | None:
    """The user name and the server in `@marie@example.social` or `https://example.social/@marie`, or None."""
    line = word.strip()
    if "://" in line:
        try:
            parts = urlsplit(line)
        except ValueError:
            return None
        line = f"{parts.path.removeprefix('/').split('/')[0]}@{parts.netloc}"
    found = _NAME.fullmatch(line)
    return (found[1], found[2].casefold()) if found else None


def lookup_path(name: str) -> str:
    """The path that looks up a user name."""
    return f"/api/v1/accounts/lookup?acct={quote(name)}"


def observations_of_account(address: str, name: str, content: bytes) -> Iterator[Observation] | None:
    """What the server's answer shows; None if it is not about the account of this name."""
    account = json_of(content)
    called = member(account, "acct")
    if not isinstance(called, str) or called.casefold() != name.casefold():
        return None
    return (_observed(sign, account, address, content) for sign in SIGNS)


def _observed(sign: str, account: dict[str, object], address: str, content: bytes) -> Observation:
    if sign not in account:
        return Observation(sign, "", address, "account", sign, sha256=sum_of(content), reserve=Reserve.NOT_TOLD)
    printed = shorten(clean_line(msgspec.json.encode(account[sign]).decode()), _LONGEST)
    reserve = None if isinstance(account[sign], bool | None) else Reserve.OTHER_SHAPE
    return Observation(sign, printed, address, "account", sign, printed, sum_of(content), reserve)

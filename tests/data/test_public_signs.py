"""Every public sign in the knowledge base is one that a reader knows, with values that the reader gives."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from consentui.knowledge.records import PublicSign
from consentui.verify.atproto.records import SaidWish, Wish
from consentui.verify.public import bigcode, mastodon, wordpress
from consentui.verify.public.atproto import NO_AI
from consentui.verify.sites.findings import Says, Signal
from tests.data.shelf import PLATFORMS

KNOWN: dict[str, set[str]] = {
    "site": set(Signal),
    "atproto": {Wish.HIDDEN_FROM_VISITORS, Wish.NOT_RECOMMENDED, NO_AI},
    "mastodon": set(mastodon.SIGNS),
    "wordpress-com": {wordpress.SIGN},
    "bigcode": {bigcode.SIGN},
}
WORDS: dict[str, set[str]] = {
    "site": set(Says),
    "atproto": set(SaidWish),
    "mastodon": {"true", "false", "null"},
    "wordpress-com": {wordpress.ALL, wordpress.NONE},
    "bigcode": {"open", "closed"},
}


def signs() -> Iterator[tuple[str, PublicSign]]:
    for platform in PLATFORMS.values():
        for control in platform.control:
            yield from ((f"{platform.id}/{control.id}", sign) for sign in control.public)


@pytest.mark.parametrize(("ref", "sign"), list(signs()), ids=lambda value: value if isinstance(value, str) else "")
def test_a_sign_is_one_that_is_read(ref: str, sign: PublicSign) -> None:
    assert sign.sign in KNOWN[sign.of], ref
    assert {*sign.off, *sign.on} <= WORDS[sign.of]

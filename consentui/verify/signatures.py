"""The verdict on a mail by its DKIM signatures."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from msgspec import Struct

from consentui.journal.mail_verdicts import MailVerdict
from consentui.verify.dkim import Signature, body_fits, has_key, header_fits, leaves_open, signatures_in


class Signed(Struct, frozen=True):
    """The verdict on a mail, and the signature on which it rests."""

    verdict: MailVerdict
    domain: str = ""
    """The domain that signed; empty if the mail is unsigned."""
    question: str = ""
    """The DNS name under which the key is published."""


_BEST_FIRST = (
    MailVerdict.GENUINE,
    MailVerdict.UNCHECKED,
    MailVerdict.ALTERED,
    MailVerdict.MISMATCH,
    MailVerdict.KEY_GONE,
    MailVerdict.PARTLY,
    MailVerdict.UNSUPPORTED,
    MailVerdict.OF_ANOTHER,
    MailVerdict.UNSIGNED,
)


def verdict_on_mail(content: bytes, domains: Iterable[str], keys: Mapping[str, str]) -> Signed:
    """The verdict on a mail that is said to come from a company with these domains.

    `keys` maps each DNS name that was looked up to its record, or to an empty text if it has none. A mail may carry
    several signatures, since others may sign it on the way; the best verdict counts.
    """
    known = tuple(domains)
    found = (_signed(content, one, known, keys) for one in signatures_in(content))
    return min(found, key=lambda one: _BEST_FIRST.index(one.verdict), default=Signed(MailVerdict.UNSIGNED))


def is_of(domain: str, domains: Iterable[str]) -> bool:
    """Whether a domain is one of these or below one of them."""
    return any(domain == one or domain.endswith(f".{one}") for one in domains)


def _signed(content: bytes, one: Signature, domains: tuple[str, ...], keys: Mapping[str, str]) -> Signed:
    return Signed(_verdict(content, one, domains, keys), one.domain, one.question)


def _verdict(content: bytes, one: Signature, domains: tuple[str, ...], keys: Mapping[str, str]) -> MailVerdict:
    if not is_of(one.domain, domains):
        return MailVerdict.OF_ANOTHER
    if not one.is_supported:
        return MailVerdict.UNSUPPORTED
    if leaves_open(content, one):
        return MailVerdict.PARTLY
    if not body_fits(content, one):
        return MailVerdict.ALTERED
    record = keys.get(one.question)
    if record is None:
        return MailVerdict.UNCHECKED
    if not has_key(record):
        return MailVerdict.KEY_GONE
    return MailVerdict.GENUINE if header_fits(content, one, record) else MailVerdict.MISMATCH

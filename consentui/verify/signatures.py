"""What the signatures of a mail come to: a verdict, never a surer one than its grounds."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from msgspec import Struct

from consentui.journal.mail_verdicts import MailVerdict
from consentui.verify.dkim import Signature, body_fits, has_key, header_fits, leaves_open, signatures_in


class Signed(Struct, frozen=True):
    """The verdict on a mail, and the signature that it rests on."""

    verdict: MailVerdict
    domain: str = ""
    question: str = ""
    """The name under which the key is published."""


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
    """The verdict on a mail that a company with these domains is said to have sent.

    `keys` are the DNS records that were asked for, by the name that was asked; an empty one says that there is none.
    Whose signature is the company’s decides: others may have signed on the way.
    """
    known = tuple(domains)
    found = (_signed(content, one, known, keys) for one in signatures_in(content))
    return min(found, key=lambda one: _BEST_FIRST.index(one.verdict), default=Signed(MailVerdict.UNSIGNED))


def is_of(domain: str, domains: Iterable[str]) -> bool:
    """Whether a domain is one of these, or lies under one."""
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

"""Attached files, and the signatures of mails, in the current language."""

from __future__ import annotations

from consentui.clock import local_day
from consentui.i18n import _, ngettext
from consentui.i18n.dates import long_date
from consentui.i18n.numbers import decimal
from consentui.journal.entries import Attached, MailChecked
from consentui.journal.mail_verdicts import MailVerdict
from consentui.text import clean_line

_THOUSAND = 1000
_SHORT_HASH = 12


def type_name(kind: str) -> str:
    """The name of a media type, or the type itself if it has none here."""
    group, _slash, form = kind.partition("/")
    names = {
        "application/pdf": "PDF",
        "application/zip": _("ZIP archive"),
        "application/gzip": _("gzip archive"),
        "application/x-7z-compressed": _("7-Zip archive"),
        "application/vnd.rar": _("RAR archive"),
        "application/x-ole-storage": _("old Office or Outlook file"),
        "application/octet-stream": _("unknown type of file"),
        "message/rfc822": _("e-mail"),
        "multipart/related": _("saved web page"),
        "text/html": _("web page"),
        "text/plain": _("text file"),
    }
    groups = {"image": _("{format} image"), "video": _("{format} video")}
    return names.get(kind) or groups.get(group, kind).format(format=form.upper())


def size_words(size: int) -> str:
    """A number of bytes: 512 bytes, 12 kB, 3.4 MB; one kB is a thousand bytes."""
    if size < _THOUSAND:
        return ngettext("{count} byte", "{count} bytes", size).format(count=size)
    if size < _THOUSAND**2 - _THOUSAND // 2:
        return _("{count} kB").format(count=(size + _THOUSAND // 2) // _THOUSAND)
    return _("{count} MB").format(count=decimal(round(size / _THOUSAND**2, 1)))


def proof_words(name: str, kind: str, size: int) -> str:
    """An attached file: its name, its kind by content, and its size."""
    return ", ".join((clean_line(name), type_name(kind), size_words(size)))


def attached_words(proof: Attached) -> str:
    """An attached file, by its entry."""
    return proof_words(proof.name, proof.type, proof.size)


def count_words(count: int) -> str:
    """How many proofs there are, as a sentence; empty if there are none."""
    return ngettext("{count} proof attached.", "{count} proofs attached.", count).format(count=count) if count else ""


def short_hash(sha256: str) -> str:
    """The beginning of a hash, enough to tell files apart."""
    return f"SHA-256 {sha256[:_SHORT_HASH]}…"


def signature_words(verdict: MailVerdict, domain: str = "") -> str:
    """What checking the signature of a mail showed."""
    words = {
        MailVerdict.GENUINE: _("signed by {domain}, unaltered"),
        MailVerdict.UNCHECKED: _("signature not checked"),
        MailVerdict.ALTERED: _("altered: its text is not what {domain} signed"),
        MailVerdict.MISMATCH: _(
            "the key of {domain} does not match: the header was altered, or the key has been replaced since"
        ),
        MailVerdict.KEY_GONE: _("{domain} no longer publishes the key: the signature cannot be checked"),
        MailVerdict.PARTLY: _("{domain} signed only a part of it: this proves nothing"),
        MailVerdict.OF_ANOTHER: _("signed by {domain}, which is not known to belong to the company"),
        MailVerdict.UNSUPPORTED: _("signed by {domain} in a way that no longer counts"),
        MailVerdict.UNSIGNED: _("not signed"),
    }
    return words[verdict].format(domain=domain or _("the company"))


def checked_words(checked: MailChecked) -> str:
    """What checking the signature of a mail showed, and when it was checked."""
    return _("{signature} (checked by consentui on {date})").format(
        signature=signature_words(checked.verdict, checked.domain), date=long_date(local_day(checked.at))
    )

"""Mails in words, in the current language."""

from __future__ import annotations

from collections.abc import Iterator

from consentui.i18n import _
from consentui.i18n.dates import long_date
from consentui.verify.mail import Mail
from consentui.words.proofs import proof_words


def mail_words(mail: Mail) -> str:
    """A mail on one line, as proof of an answer."""
    return _("e-mail from {sender} of {date}, “{subject}”").format(
        sender=mail.address or mail.sender or _("nobody named"),
        date=long_date(mail.on) if mail.on else _("an unknown date"),
        subject=mail.subject,
    )


def mail_lines(mail: Mail) -> Iterator[tuple[str, str]]:
    """The headers of a mail and its attachments, as pairs of name and text."""
    yield _("From"), mail.sender
    yield _("Sent"), long_date(mail.on) if mail.on else _("an unknown date")
    yield _("Subject"), mail.subject
    for one in mail.attachments:
        yield _("Attached"), proof_words(one.name, one.type, one.size)

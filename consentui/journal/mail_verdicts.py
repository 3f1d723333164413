"""What the signature of a mail can come to."""

from __future__ import annotations

from enum import StrEnum


class MailVerdict(StrEnum):
    """What is known of who wrote a mail, from its signature (DKIM, RFC 6376)."""

    GENUINE = "genuine"
    """Signed with a key of the company’s, and unaltered since."""
    UNCHECKED = "unchecked"
    """Signed in the company’s name; the key was not asked for."""
    ALTERED = "altered"
    """Its text is not what was signed."""
    MISMATCH = "mismatch"
    """The text is what was signed, but not with the key that is published: altered head, or another key since."""
    KEY_GONE = "key-gone"
    """The key is not published any more."""
    PARTLY = "partly-signed"
    """The signature leaves a part of the text, the sender, the subject or the date open."""
    OF_ANOTHER = "of-another"
    """Signed by a domain that is not known to be the company’s, as forwarding leaves it."""
    UNSUPPORTED = "unsupported"
    """Signed in a way that counts no more, such as SHA-1."""
    UNSIGNED = "unsigned"

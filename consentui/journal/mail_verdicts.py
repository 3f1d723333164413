"""The possible results of checking the signature of a mail."""

from __future__ import annotations

from enum import StrEnum


class MailVerdict(StrEnum):
    """What the signature of a mail (DKIM, RFC 6376) tells about who wrote it."""

    GENUINE = "genuine"
    """Signed with a key of the company, and unaltered since."""
    UNCHECKED = "unchecked"
    """Signed in the company’s name; the key was not asked for."""
    ALTERED = "altered"
    """Its text is not what was signed."""
    MISMATCH = "mismatch"
    """The text is what was signed, but the published key does not fit: an altered header, or a new key since."""
    KEY_GONE = "key-gone"
    """The key is not published any more."""
    PARTLY = "partly-signed"
    """The signature does not cover all of the text, the sender, the subject and the date."""
    OF_ANOTHER = "of-another"
    """Signed by a domain that is not known to be the company’s, as happens in forwarding."""
    UNSUPPORTED = "unsupported"
    """Signed with a method that is no longer accepted, such as SHA-1."""
    UNSIGNED = "unsigned"

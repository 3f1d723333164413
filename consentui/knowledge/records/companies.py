"""Who answers for the data, and where they can be written to."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from msgspec import Meta, Struct

from consentui.knowledge.records.sources import Source
from consentui.knowledge.records.texts import Text
from consentui.knowledge.records.vocabulary import CountryCode, Evidence, HttpsUrl, Slug


class Contact(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True, gc=False):
    """Where a controller, or someone who stands for it, can be written to."""

    address: str | None = None
    """Postal lines separated by newlines, the company's name first."""
    email: str | None = None
    form: HttpsUrl | None = None
    objection_form: HttpsUrl | None = None
    dpo: str | None = None
    """The data protection officer's e-mail address or form, where it is another (GDPR Art. 37(7))."""


class Elsewhere(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True, gc=False):
    """The company of the same group that answers for people in other countries."""

    name: str
    """The legal name, as it stands on a letter."""
    regions: tuple[CountryCode, ...] = ()
    """The countries; where it names none, all that are neither in the EEA nor Switzerland nor the United Kingdom."""
    address: str | None = None
    """As in `Contact`; it is reached by the same e-mail addresses and forms."""


class Controller(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True, gc=False):
    """The company answerable for the data of people in the EU (GDPR Art. 4(7))."""

    id: Slug
    name: str
    """The legal name, as it stands on a letter."""
    contact: Contact
    evidence: Evidence
    verified_on: date
    source: tuple[Source, ...]
    formerly: str | None = None
    eu_representative: Contact | None = None
    """Who stands for a company without a seat in the EU (GDPR Art. 27)."""
    uk_representative: Contact | None = None
    ch_representative: Contact | None = None
    scope: Text | None = None
    """For whom this company answers, where others answer for other regions."""
    elsewhere: tuple[Elsewhere, ...] = ()
    """Those others; see `knowledge.companies`."""
    seat: Annotated[str, Meta(pattern=r"^[A-Z]{2}(-[A-Z0-9]{1,3})?$")] | None = None
    """Where it sits (`US`, `DE-HE`), if that is not the country of its address; see `seat_of`."""
    lead_authority: str | None = None
    """The lead supervisory authority (GDPR Art. 56), where there is one: an `Authority.code`."""
    mail_domains: tuple[str, ...] = ()
    """Domains that its mails are signed for (DKIM), with those under them, beside that of `contact.email`."""
    doubt: Text | None = None
    is_own: bool = False
    """Set when it comes from the person's own file; no file says it."""

    @property
    def domains(self) -> tuple[str, ...]:
        """The domains that speak for it when they sign a mail; those of officers it hired do not."""
        own = (self.contact.email or "").lower().rpartition("@")[2]
        return tuple(dict.fromkeys(filter(None, (*self.mail_domains, own))))


class Controllers(Struct, frozen=True, forbid_unknown_fields=True):
    """`data/controllers.toml`: the companies answerable for the data."""

    controller: tuple[Controller, ...]

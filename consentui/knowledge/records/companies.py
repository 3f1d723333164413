"""The companies that answer for people's data, and how to write to them."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from msgspec import Meta, Struct

from consentui.knowledge.records.sources import Source
from consentui.knowledge.records.texts import Text
from consentui.knowledge.records.vocabulary import CountryCode, Evidence, HttpsUrl, Slug


class Contact(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True, gc=False):
    """How to write to a controller or its representative; None for a way that is not known."""

    address: str | None = None
    """Postal lines separated by newlines, the company's name first."""
    email: str | None = None
    form: HttpsUrl | None = None
    objection_form: HttpsUrl | None = None
    dpo: str | None = None
    """The data protection officer's e-mail address or form, if it is a separate one (GDPR Art. 37(7))."""


class Elsewhere(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True, gc=False):
    """Another company of the same group, which answers for people in other countries."""

    name: str
    """The legal name, as written on a letter."""
    regions: tuple[CountryCode, ...] = ()
    """Its countries; if empty, all countries outside the EEA, Switzerland and the United Kingdom."""
    address: str | None = None
    """As in `Contact`. The e-mail addresses and forms are those of the controller."""


class Controller(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True, gc=False):
    """The company answerable for the data of people in the EU (GDPR Art. 4(7))."""

    id: Slug
    name: str
    """The legal name, as written on a letter."""
    contact: Contact
    evidence: Evidence
    verified_on: date
    source: tuple[Source, ...]
    formerly: str | None = None
    eu_representative: Contact | None = None
    """The representative of a company without a seat in the EU (GDPR Art. 27)."""
    uk_representative: Contact | None = None
    ch_representative: Contact | None = None
    scope: Text | None = None
    """The people for whom this company answers, if other companies answer for other regions."""
    elsewhere: tuple[Elsewhere, ...] = ()
    """Those other companies; see `knowledge.companies`."""
    seat: Annotated[str, Meta(pattern=r"^[A-Z]{2}(-[A-Z0-9]{1,3})?$")] | None = None
    """The country or Land of its seat (`US`, `DE-HE`), if not the country of its address; see `seat_of`."""
    lead_authority: str | None = None
    """The `Authority.code` of the lead supervisory authority (GDPR Art. 56); None if there is none."""
    mail_domains: tuple[str, ...] = ()
    """Domains that sign its mails (DKIM), subdomains included, besides the domain of `contact.email`."""
    doubt: Text | None = None
    is_own: bool = False
    """Set by the program if the record comes from the person's own file; never written in a file."""

    @property
    def domains(self) -> tuple[str, ...]:
        """The domains whose signature on a mail counts as the company's; that of a `dpo` address does not."""
        own = (self.contact.email or "").lower().rpartition("@")[2]
        return tuple(dict.fromkeys(filter(None, (*self.mail_domains, own))))


class Controllers(Struct, frozen=True, forbid_unknown_fields=True):
    """`data/controllers.toml`: the companies answerable for the data."""

    controller: tuple[Controller, ...]

"""The law that requests rest on, as typed records: the contributor's manual of `data/law.toml`.

Letters, deadlines and complaints name a rule by its id; what it says, and how sure that is, is looked up here.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Annotated, Literal

from msgspec import Meta, Struct

from consentui.knowledge.records import CountryCode, HttpsUrl, PartialDate, Slug, Text

LawRegime = Literal["eu", "uk", "ch", "us-ca", "br"]
"""Whose law it is: the GDPR and the rules around it, the UK GDPR, the Swiss FADP, the CCPA, the Brazilian LGPD."""

Count = Annotated[int, Meta(ge=1)]

LegalSupports = Literal["wording", "meaning", "time", "practice", "case", "example"]
"""What of a rule a source speaks for: its `wording`; how it is read (`meaning`); a `time` or how it is counted; what
authorities and those who help people do (`practice`); a decision that applied it (`case`); an `example` of its use."""


class LegalSource(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True, gc=False):
    """Where a rule, or how it is read, was found."""

    url: HttpsUrl
    publisher: str
    supports: tuple[LegalSupports, ...]
    date: PartialDate | None = None
    """When it was published or recorded; left out for an undated copy (then say `about` if one can)."""
    about: PartialDate | None = None
    """The likely time of an undated source."""
    primary: bool = False
    """A law, a court or an authority."""
    via: str | None = None
    """The archive or publication it was read in, when not at its own address: a name, not a sentence."""


class InCountry(Struct, frozen=True, forbid_unknown_fields=True, gc=False):
    """What a country's own law adds to a rule."""

    country: CountryCode
    what: Text


class Rule(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True, gc=False):
    """An article that a request rests on, or a rule by which time is counted."""

    id: Slug
    regime: LawRegime
    ref: Text
    """As it is cited: `GDPR Art. 12(3)`."""
    topic: Text
    """What it is about, in a few words."""
    what: Text
    """What it says, in our words: never to be quoted as its wording."""
    wording_read: bool
    """Whether the wording itself was read. Where it was not, read it before quoting it."""
    source: tuple[LegalSource, ...]
    notes: Text | None = None
    """What follows from it for a request or a letter."""
    steps: Text | None = None
    """How it is counted, for rules about time."""
    doubt: Text | None = None
    """Where sources are silent, secondary or at odds, and what consentui does about it."""
    needs: tuple[Text, ...] = ()
    """What a request under it must hold."""
    grounds: tuple[Text, ...] = ()
    """Examples of situations that a person may have to tell of, never reasons to make up."""
    in_country: tuple[InCountry, ...] = ()
    since: date | None = None
    """The day from which it is in force, where it is newer than the law around it."""
    applies_from: date | None = None
    """The day from which it will apply, where it is published and not yet in force."""
    proposed: bool = False
    """It is a proposal and no law: no letter may rest on it."""
    months: Count | None = None
    """The time for the answer, or for what the rule is about; in months or in `days`."""
    extension_months: Count | None = None
    """What an extension adds."""
    days: Count | None = None
    extended_days: Count | None = None
    """The time in all with an extension, in days from receipt."""
    ages: dict[CountryCode, Count] = {}
    """The age in years that each country sets, for rules that leave it to them; none for a country not known of."""


class Law(Struct, frozen=True, forbid_unknown_fields=True, gc=False):
    """`data/law.toml`: the rules, and where the two regulations stand that most of them come from."""

    verified_on: date
    """The day the facts were last held against their sources."""
    gdpr_url: HttpsUrl
    regulation_1182_71_url: HttpsUrl
    rule: tuple[Rule, ...]

    def wording_of(self, rule: Rule) -> str:
        """The address of the wording itself, or of an authority or a court on it; empty where neither is known."""
        ref = rule.ref.en
        if ref.startswith("GDPR") and not rule.proposed:
            return self.gdpr_url
        if "1182/71" in ref:
            return self.regulation_1182_71_url
        return next((one.url for one in rule.source if one.primary), "")

    def named(self, ids: Iterable[str]) -> tuple[Rule, ...]:
        """The rules of these ids, in their order; raises KeyError for an id that there is not."""
        by_id = {rule.id: rule for rule in self.rule}
        return tuple(by_id[name] for name in ids)

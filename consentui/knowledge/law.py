"""The law that requests rest on, as typed records: the contributor's manual of `data/law.toml`.

Letters, deadlines and complaints refer to a rule by its id; what it says and how certain that is are recorded here.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Annotated, Literal

from msgspec import Meta, Struct

from consentui.knowledge.records import CountryCode, HttpsUrl, PartialDate, Slug, Text

LawRegime = Literal["eu", "uk", "ch", "us-ca", "br"]
"""Where a rule applies: the GDPR and the rules around it, the UK GDPR, the Swiss FADP, the CCPA, the Brazilian LGPD."""

Count = Annotated[int, Meta(ge=1)]

LegalSupports = Literal["wording", "meaning", "time", "practice", "case", "example"]
"""What about a rule a source supports: its `wording`; how it is read (`meaning`); a `time` or how it is counted; what
authorities and advisers do (`practice`); a decision that applied it (`case`); an `example` of its use."""


class LegalSource(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True, gc=False):
    """A source for a rule, or for the way it is read."""

    url: HttpsUrl
    publisher: str
    supports: tuple[LegalSupports, ...]
    date: PartialDate | None = None
    """When it was published or recorded; left out for an undated copy (then give `about` if possible)."""
    about: PartialDate | None = None
    """The likely date of an undated source."""
    primary: bool = False
    """Whether it is a law, a court or an authority."""
    via: str | None = None
    """The archive or publication it was read in, if not at its own address: a name, not a sentence."""


class InCountry(Struct, frozen=True, forbid_unknown_fields=True, gc=False):
    """What a country's own law adds to a rule."""

    country: CountryCode
    what: Text


class Rule(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True, gc=False):
    """An article that a request rests on, or a rule by which time is counted."""

    id: Slug
    regime: LawRegime
    ref: Text
    """The citation: `GDPR Art. 12(3)`."""
    topic: Text
    """What it is about, in a few words."""
    what: Text
    """What it says, in our words; never to be quoted as its wording."""
    wording_read: bool
    """Whether a contributor has read the wording itself. If not, read it before quoting it."""
    source: tuple[LegalSource, ...]
    notes: Text | None = None
    """What follows from it for a request or a letter."""
    steps: Text | None = None
    """How the time is counted, for rules about time."""
    doubt: Text | None = None
    """Where sources are silent, secondary or contradictory, and what consentui does about it."""
    needs: tuple[Text, ...] = ()
    """What a request under it must contain."""
    grounds: tuple[Text, ...] = ()
    """Examples of situations that a person may have to describe; they are not reasons to make up."""
    in_country: tuple[InCountry, ...] = ()
    since: date | None = None
    """The day since which it is in force, if it is newer than the law around it."""
    applies_from: date | None = None
    """The day from which it will apply, if it is published but not yet in force."""
    proposed: bool = False
    """Whether it is only proposed: no letter may rest on it."""
    months: Count | None = None
    """The time for the answer, or for whatever the rule is about, in months; None if in `days` or not at all."""
    extension_months: Count | None = None
    """The months that an extension adds."""
    days: Count | None = None
    extended_days: Count | None = None
    """The total time including an extension, in days from receipt."""
    ages: dict[CountryCode, Count] = {}
    """The age in years that each country sets, for rules that leave it to the countries; unknown ones are left out."""


class Law(Struct, frozen=True, forbid_unknown_fields=True, gc=False):
    """`data/law.toml`: the rules, and the addresses of the two regulations from which most of them come."""

    verified_on: date
    """The day the facts were last checked against their sources."""
    gdpr_url: HttpsUrl
    regulation_1182_71_url: HttpsUrl
    rule: tuple[Rule, ...]

    def wording_of(self, rule: Rule) -> str:
        """The address of a rule's wording, or of its first primary source; empty if neither is known."""
        ref = rule.ref.en
        if ref.startswith("GDPR") and not rule.proposed:
            return self.gdpr_url
        if "1182/71" in ref:
            return self.regulation_1182_71_url
        return next((one.url for one in rule.source if one.primary), "")

    def named(self, ids: Iterable[str]) -> tuple[Rule, ...]:
        """The rules of these ids, in the same order; raises KeyError for an unknown id."""
        by_id = {rule.id: rule for rule in self.rule}
        return tuple(by_id[name] for name in ids)

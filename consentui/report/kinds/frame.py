"""What every report begins and ends with, in the current language: its day, how names are shown, its limits."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Protocol

from msgspec import Struct

from consentui.i18n import Language, _, ngettext
from consentui.i18n.countries import country_name
from consentui.i18n.dates import long_date
from consentui.knowledge.ages import Age
from consentui.report.document import Block, Heading, Paragraph, Point, Points
from consentui.report.kinds.mask import Names
from consentui.words.ages import age_warning
from consentui.words.facts_language import facts_language_words
from consentui.words.groups import accounts_words


class Framed(Struct, frozen=True):
    """What every kind of report says of itself.

    That is its day and language, the person's country, how names are shown, and the version of the program.
    """

    as_of: date
    language: Language
    country: str
    names: Names
    version: str
    facts: Age
    """How old the facts about the platforms were on that day."""


class OfAccount(Protocol):
    """A part of a report that is about one account."""

    @property
    def account(self) -> str: ...

    @property
    def platform_name(self) -> str: ...

    @property
    def handle(self) -> str: ...


def account_title(part: OfAccount) -> str:
    """The platform and the handle that a part of a report is about."""
    return " · ".join(filter(None, (part.platform_name, part.handle)))


def account_in_full(part: OfAccount) -> str:
    """The title with the account's id, which tells apart accounts whose masked names are alike."""
    return f"{account_title(part)} ({part.account})".lstrip()


def headings(parts: Sequence[OfAccount]) -> tuple[str, ...]:
    """The heading of each part, with the account's id if those of two accounts are alike, as masked ones may be."""
    many = Counter(title for title, _account in {(account_title(one), one.account) for one in parts})
    return tuple(account_in_full(one) if many[account_title(one)] > 1 else account_title(one) for one in parts)


def preamble(report: Framed) -> Iterator[Block]:
    """The day, the country, how names are shown, and a warning if the facts are old."""
    yield Paragraph(_("As of {date}.").format(date=long_date(report.as_of)))
    if report.country:
        yield Paragraph(_("Country of the person: {country}.").format(country=country_name(report.country)))
    if report.names == "masked":
        yield Paragraph(_("Account names are masked: only their first letter is shown."))
    if warning := age_warning(report.facts, report.as_of):
        yield Paragraph(warning)


def confidentiality(names: Names) -> str:
    """The notice of a report that names accounts in full; empty if they are masked."""
    return _("Confidential: names accounts in full.") if names == "full" else ""


def settled_words(settled: int, counted: int, accounts: int) -> str:
    """How much is settled, over how many accounts, in words."""
    if not counted:
        return _("There is nothing to settle across {accounts}.").format(accounts=accounts_words(accounts))
    if not settled:
        return ngettext(
            "{counted} item to settle across {accounts}; it is not settled yet.",
            "{counted} items to settle across {accounts}; none is settled yet.",
            counted,
        ).format(counted=counted, accounts=accounts_words(accounts))
    return ngettext(
        "{settled} of {counted} item settled across {accounts}.",
        "{settled} of {counted} items settled across {accounts}.",
        counted,
    ).format(settled=settled, counted=counted, accounts=accounts_words(accounts))


def progress_words(settled: int, counted: int) -> str:
    """How much is settled, or that no item counts, in few words."""
    if not counted:
        return _("no item")
    return _("{settled} of {counted}").format(settled=settled, counted=counted)


def limits(version: str, old: int = 0, said: int = 0, *, has_letters: bool = False) -> Iterator[Block]:
    """The limits of what a report says.

    `old` items rest on facts past the date to check them again, `said` items only on what the person said. Only a
    report that has letters does not have to say that they are elsewhere.
    """
    yield Heading(_("Limits of this report"))
    points = [
        _(
            "“Said by you” means that the person said so; nobody else checked it. “Settled” means that, as far "
            "as this program knows, nothing is left to do; it promises nothing about what the platform does."
        ),
        _(
            "What the platforms offer is described as their pages, authorities and the press described it on the"
            " dates given; platforms change their screens without notice."
        ),
        *filter(None, (facts_language_words(), "" if has_letters else _without_letters())),
        *_only_said(said),
        *_old_facts(old),
        _("An objection applies to the future: what a model has already learned stays in it."),
        _("This report is not legal advice."),
    ]
    yield Points(tuple(map(Point, points)))
    yield Paragraph(_("Written by consentui {version}.").format(version=version))


def _without_letters() -> str:
    return _("What letters and answers say is not in this report: each request has a dossier of its own.")


def _only_said(said: int) -> Iterator[str]:
    if said:
        yield ngettext(
            "{count} item is known only from what the person said.",
            "{count} items are known only from what the person said.",
            said,
        ).format(count=said)


def _old_facts(old: int) -> Iterator[str]:
    if old:
        yield ngettext(
            "{count} item rests on facts that are overdue for checking.",
            "{count} items rest on facts that are overdue for checking.",
            old,
        ).format(count=old)

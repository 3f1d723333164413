"""A platform as a whole: what is special about it, who is responsible, how old the facts are, what happened."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from consentui.i18n import _, language, ngettext
from consentui.i18n.dates import partial_date
from consentui.knowledge.ages import age_of
from consentui.knowledge.records import Controller, Platform
from consentui.words.ages import checked_words
from consentui.words.companies import company_name


def platform_page(platform: Platform, company: Controller | None, today: date) -> Iterator[tuple[str, str]]:
    """The parts of the page, each a heading and a text of one or more lines; the first heading is empty."""
    spoken = language()
    count = len(platform.control)
    controls = ngettext("{count} control", "{count} controls", count).format(count=count)
    yield "", f"{controls}\n{platform.about.in_language(spoken)}"
    if company:
        yield _("Who is responsible for your data"), company_name(company)
    yield _("How old this is"), checked_words(age_of([platform], today), today)
    events = sorted(platform.event, key=lambda event: event.date, reverse=True)
    told = (f"{partial_date(one.date)}{_(':')} {one.what.in_language(spoken)}\n{one.url}" for one in events)
    if events:
        yield _("What happened"), "\n".join(told)

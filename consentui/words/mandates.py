"""For whom somebody writes and why they may, in the current language."""

from __future__ import annotations

from consentui.i18n import _, pgettext
from consentui.i18n.dates import long_date
from consentui.requests.letters.mandates import Capacity, Mandate


def capacity_name(basis: Capacity) -> str:
    """Why somebody may write for another person."""
    return {
        Capacity.CHILD: pgettext("mandate", "my child, a minor"),
        Capacity.MANDATE: pgettext("mandate", "an adult who gave me a mandate"),
        Capacity.ASSOCIATION: pgettext("mandate", "a person who mandated our association"),
        Capacity.COMPANY: pgettext("mandate", "a person who publishes on our company’s page"),
    }[basis]


def mandate_lines(mandate: Mandate) -> tuple[str, ...]:
    """Everything that is kept of a mandate, one line each."""
    return (
        _("In the name of {person}: {basis}").format(person=mandate.person, basis=capacity_name(mandate.basis)),
        *([_("Born on {date}").format(date=long_date(mandate.born))] if mandate.born else []),
        *([_("Shown by: {enclosure}").format(enclosure=mandate.enclosure)] if mandate.enclosure else []),
    )

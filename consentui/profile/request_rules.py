"""What may be recorded of a request: days that are possible, and details made inert."""

from __future__ import annotations

from datetime import date
from typing import Any

from consentui import clock
from consentui.errors import UsageError
from consentui.i18n import _
from consentui.i18n.dates import long_date
from consentui.profile.input import cleaned_note
from consentui.requests.answers import GRANTS, Details
from consentui.requests.cases import Case
from consentui.text import clean_line


def check_day(case: Case, on: date, *, begins: bool = False) -> None:
    """Raise UsageError for a day in the future or, unless it begins the request, before the request went out."""
    if on > clock.today():
        raise UsageError(_("{date} is in the future.").format(date=long_date(on)))
    sent = case.first_sent("request")
    if sent and on < sent.on and not begins:
        raise UsageError(
            _("{date} is before the request was sent, on {sent}.").format(date=long_date(on), sent=long_date(sent.on))
        )


def check_receipt(case: Case, on: date) -> None:
    """Raise UsageError if the company had answered before the day on which it is said to have got the request."""
    answered = case.answered_before(on)
    if answered:
        raise UsageError(
            _("They answered on {date}: your request had arrived by then.").format(date=long_date(answered.on)),
            way_out=_("Give an earlier date, or undo that answer."),
        )


def check_grant(case: Case, on: date) -> None:
    """Raise UsageError if nothing is noted as granted by the day on which somebody looked whether it holds."""
    if not any(one.answer in GRANTS and one.on <= on for one in case.answers):
        raise UsageError(
            _("Nothing is recorded as granted for {reference}.").format(reference=case.reference),
            way_out=_("“consentui request reply {reference} granted” records what they granted.").format(
                reference=case.reference
            ),
        )


def cleaned_details(details: Details) -> dict[str, Any]:
    """The details as fields of an entry, with texts made inert and without empty items."""
    told = {name: getattr(details, name) for name in details.__struct_fields__}
    lists = {name: tuple(filter(None, map(clean_line, told[name]))) for name in ("open", "left_out")}
    return told | lists | {"said": cleaned_note(details.said), "language": clean_line(details.language)}

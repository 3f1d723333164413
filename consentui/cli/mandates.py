"""The options that say on whose behalf somebody writes, in all letters of a profile or in one request."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any, TypeVar

import click

from consentui.cli.say import IsoDay
from consentui.errors import UsageError
from consentui.i18n import _
from consentui.requests.letters.mandates import Capacity, Mandate
from consentui.text import clean_line

Command = TypeVar("Command", bound=Callable[..., Any])

_OPTIONS = (
    click.option(
        "--for",
        "person",
        metavar=_("NAME"),
        help=_("Whose data it is, if you write for somebody else: the person of this profile, or of this request."),
    ),
    click.option(
        "--basis",
        type=click.Choice([one.value for one in Capacity]),
        help=_(
            "Why you may write for them: your child, an adult’s mandate, as a mandated association, or as the"
            " company on whose page they publish."
        ),
    ),
    click.option(
        "--enclosure", metavar=_("TEXT"), default="", help=_("The document that shows it, sent with your letters.")
    ),
    click.option(
        "--born", type=IsoDay(), metavar=_("DATE"), help=_("The child’s date of birth; no letter mentions it.")
    ),
)


def mandate_options(command: Command) -> Command:
    """Add to a command the options that describe a mandate."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


def mandate_of(person: str | None, basis: str | None, enclosure: str, born: date | None) -> Mandate | None:
    """The mandate that the options describe; None if they name no person.

    Raises UsageError if the options do not fit together.
    """
    if person is None:
        if basis or enclosure or born:
            raise UsageError(
                _("The person you write for is not named."),
                way_out=_("Name the person with --for, or leave the rest out."),
            )
        return None
    if basis is None:
        raise UsageError(
            _("Nothing says why you may write for {person}.").format(person=clean_line(person)),
            way_out=_("Say why with --basis: {choices}.").format(choices=", ".join(Capacity)),
        )
    if born and basis != Capacity.CHILD:
        raise UsageError(_("--born is for a child."), way_out=_("Leave it out, or add --basis child."))
    return Mandate(person, Capacity(basis), enclosure, born)

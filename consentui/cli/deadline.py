"""`consentui deadline`: by when an answer is due, and by which rules."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime

import click

from consentui.cli.say import chosen, json_option, show, show_json
from consentui.i18n import _, language
from consentui.i18n.dates import long_date
from consentui.knowledge.law import Rule
from consentui.requests.rights import Regime, Right
from consentui.requests.time.terms import Deadline


@click.command("deadline", help=_("Show by when a request must be answered, and by which rules."))
@click.argument("received", metavar=_("DATE"), type=click.DateTime(["%Y-%m-%d"]))
@click.option(
    "--seat",
    metavar=_("COUNTRY"),
    default="",
    help=_("Where the company sits, like IE, or DE-BE for a Land: its public holidays move the date."),
)
@click.option(
    "--regime",
    metavar=_("REGIME"),
    default=str(Regime.EU),
    show_default=True,
    help=_("Whose law counts the time: {choices}.").format(choices=", ".join(Regime)),
)
@click.option(
    "--right", metavar=_("RIGHT"), help=_("One of {choices}: what was asked for.").format(choices=", ".join(Right))
)
@click.option("--extended", is_flag=True, help=_("Count an extension too, announced in time and with reasons."))
@json_option
def deadline_command(
    received: datetime, seat: str, regime: str, right: str | None, extended: bool, as_json: bool
) -> None:
    from consentui.knowledge.base import bundled
    from consentui.requests.time.deadlines import Extension, deadline

    day = received.date()
    found = deadline(
        day,
        seat,
        chosen(Regime, regime, _("There is no regime called “{name}”.")),
        chosen(Right, right, _("There is no right called “{name}”.")) if right else None,
        extension=Extension(announced=day) if extended else None,
    )
    if as_json:
        show_json({name: getattr(found, name) for name in ("due", "extended", "nominal", "effect", "rules", "notes")})
        return
    show("\n".join(_explained(day, found, bundled().law().named(found.rules))))


def _explained(received: date, found: Deadline, rules: tuple[Rule, ...]) -> Iterator[str]:
    """The dates, what to know of them, and what each rule says."""
    yield _("Received on {date}.").format(date=long_date(received))
    yield _("Answer due by {date}.").format(date=long_date(found.due))
    if found.extended:
        yield _("With an extension, by {date}.").format(date=long_date(found.extended))
    for note in found.notes:
        yield _wrapped(note, "- ")
    for rule in rules:
        yield ""
        yield _wrapped(f"{rule.ref.in_language(language())}{_(':')} {rule.topic.in_language(language())} ({rule.id})")
        for text in filter(None, (rule.what, rule.steps, rule.doubt)):
            yield _wrapped(text.in_language(language()), "  ")


def _wrapped(text: str, first: str = "") -> str:
    """The text on lines that fit a terminal, the first of which begins like this."""
    import textwrap

    from consentui.words.plain import WIDTH

    return textwrap.fill(
        text,
        WIDTH,
        initial_indent=first,
        subsequent_indent=" " * len(first),
        break_long_words=False,
        break_on_hyphens=False,
    )

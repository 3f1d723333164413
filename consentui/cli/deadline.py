"""`consentui deadline`: the day by which an answer is due, and the rules that determine it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import click

from consentui.cli.say import IsoDay, choice_of, json_option, session_of, show, show_json
from consentui.i18n import _, language
from consentui.i18n.dates import long_date
from consentui.knowledge.law import Rule
from consentui.requests.rights import Regime, Right, regime_in
from consentui.requests.time.faults import DeadlineFault, UncountableError
from consentui.requests.time.seats import seat_named
from consentui.requests.time.terms import Deadline
from consentui.words.deadlines import notes_words, telling_faults
from consentui.words.rights import cited


@click.command("deadline")
@click.argument("received", metavar=_("DATE"), type=IsoDay())
@click.option(
    "--seat",
    metavar=_("COUNTRY"),
    default="",
    help=_("Where the company is based, such as IE, or DE-BE for a German state: its public holidays move the date."),
)
@click.option("--country", metavar=_("CODE"), help=_("Where you live, such as FR: its law sets the time limit."))
@click.option(
    "--regime",
    metavar=_("REGIME"),
    help=_("Whose law sets the time limit, if not that of your country: {choices}.").format(choices=", ".join(Regime)),
)
@click.option("--right", metavar=_("RIGHT"), help=_("What was asked for: {choices}.").format(choices=", ".join(Right)))
@click.option(
    "--extended", is_flag=True, help=_("Also show the date with an extension, announced in time and with reasons.")
)
@json_option
@click.pass_context
def deadline_command(
    ctx: click.Context,
    received: date,
    seat: str,
    country: str | None,
    regime: str | None,
    right: str | None,
    extended: bool,
    as_json: bool,
) -> None:
    from consentui.knowledge.base import bundled
    from consentui.requests.time.deadlines import Extension, deadline

    asked_for = choice_of(Right, right, _("Unknown right: “{name}”.")) if right else None
    with telling_faults():
        law = _regime(regime) if regime else _regime_where(country or session_of(ctx).preferences.config.country, seat)
        found = deadline(received, seat, law, asked_for, extension=Extension(announced=received) if extended else None)
    if as_json:
        show_json({name: getattr(found, name) for name in ("due", "extended", "nominal", "effect", "rules", "notes")})
        return
    show("\n".join(_explained(received, found, law, bundled().law().named(found.rules))))


def _regime(name: str) -> Regime:
    return choice_of(Regime, name, _("Unknown regime: “{name}”."))


def _regime_where(country: str | None, seat: str) -> Regime:
    """The regime of the country where the person lives, else of the controller's seat; the EU's if neither is known.

    Raises UncountableError for a country whose time limits consentui cannot work out.
    """
    where = seat_named(country or seat)
    found = regime_in(where.country, where.region) if where.country else Regime.EU
    if found is None:
        raise UncountableError(DeadlineFault.LAW_NOT_COUNTED, where.code)
    return found


def _explained(received: date, found: Deadline, regime: Regime, rules: tuple[Rule, ...]) -> Iterator[str]:
    """The lines to print: the dates, notes on them, and what each rule says."""
    yield _("Received on {date}.").format(date=long_date(received))
    yield _("Answer due by {date}.").format(date=long_date(found.due))
    if found.extended:
        yield _("With an extension, by {date}.").format(date=long_date(found.extended))
    for note in notes_words(found):
        yield _wrapped(note, "- ")
    for rule in rules:
        yield ""
        yield _wrapped(f"{cited(rule, regime)}{_(':')} {rule.topic.in_language(language())} ({rule.id})")
        for text in filter(None, (rule.what, rule.steps, rule.doubt)):
            yield _wrapped(text.in_language(language()), "  ")


def _wrapped(text: str, first: str = "") -> str:
    """Wrap the text to the width of a terminal, starting with `first` and indenting the other lines to match."""
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

"""`consentui letter`: print a letter of a request, change what it says, or write it to a file."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import click

from consentui import clock
from consentui.cli import offers
from consentui.cli.say import choice_of, entry_named, say, say_what_is_unset, session_of, show
from consentui.errors import UsageError
from consentui.i18n import _
from consentui.journal.entries import Surface
from consentui.knowledge.law import Law
from consentui.profile.letters import Drafted
from consentui.profile.session import Session
from consentui.requests.cases import Case
from consentui.requests.letters.facts import Facts
from consentui.requests.letters.fields import Part, parts_of
from consentui.requests.letters.kinds import CHANNELS, Kind
from consentui.requests.letters.layout import run_on
from consentui.requests.letters.letters import Letter
from consentui.requests.letters.sentences import Sentence
from consentui.words.cautions import caution_words, explaining_no_room
from consentui.words.requests import standing_words

reference_argument = click.argument("reference", metavar=_("REQUEST"), shell_complete=offers.requests)
channel_option = click.option(
    "--how", type=click.Choice(CHANNELS), help=_("How it is sent; by default, the best known way.")
)
kind_option = click.option("--letter", "kind", metavar=_("LETTER"), help=_("Which letter; by default, the next one."))
region_option = click.option(
    "--region",
    metavar=_("CODE"),
    default="",
    help=_("Your state in Germany, such as HH, if it is not in the settings."),
)


@click.command("letter")
@reference_argument
@kind_option
@channel_option
@region_option
@click.option(
    "--claims", is_flag=True, help=_("List each sentence: a fact, the law or a request, and what it is based on.")
)
@click.option("--strike", metavar=_("CODE"), multiple=True, help=_("Leave a fact or a request out; repeatable."))
@click.option(
    "--correct", metavar=_("CODE TEXT"), nargs=2, multiple=True, help=_("State a fact in your own words; repeatable.")
)
@click.option("--restore", metavar=_("CODE"), multiple=True, help=_("Put it back as it was; repeatable."))
@click.option(
    "--limit", type=click.IntRange(80), metavar=_("NUMBER"), help=_("A short version, for forms that count characters.")
)
@click.option(
    "--field",
    "part",
    type=click.Choice([one.value for one in Part]),
    help=_("Only one part, for forms that ask field by field."),
)
@click.option(
    "--format",
    "format_",
    type=click.Choice(("txt", "md", "eml", "pdf")),
    default="txt",
    show_default=True,
    help=_("As text, as Markdown, ready for a mail program, or as PDF."),
)
@click.option("--output", "-o", type=click.Path(path_type=Path), metavar=_("FILE"), help=_("Where to write it."))
@click.option("--force", is_flag=True, help=_("Replace the file if it exists."))
@click.pass_context
def letter_command(
    ctx: click.Context,
    reference: str,
    kind: str | None,
    how: Surface | None,
    region: str,
    claims: bool,
    strike: tuple[str, ...],
    correct: tuple[tuple[str, str], ...],
    restore: tuple[str, ...],
    limit: int | None,
    part: str | None,
    format_: str,
    output: Path | None,
    force: bool,
) -> None:
    session = session_of(ctx)
    case = session.requests.called(reference)
    which = letter_kind(session, case, kind)
    if changes := {**dict.fromkeys(restore), **dict.fromkeys(strike, ""), **dict(correct)}:
        session.letters.change(case, which, session.letters.facts(which, case, how, region=region), changes)
    drafted = session.letters.draft(which, case, how, region=region)
    if claims:
        print_sentences(drafted.letter.stated, session.knowledge.law(), drafted.facts)
        say(_("--strike CODE leaves a fact or a request out, --correct CODE TEXT states a fact in your words."))
    elif limit is not None or part:
        _print_for_form(session, drafted, Part(part) if part else None, limit)
    else:
        _write(session, drafted, format_, output, replace=force)


def print_letter(text: Letter, content: str = "") -> None:
    """Print the letter on stdout, and on stderr what to consider before it is sent."""
    show((content or f"{text.subject}\n\n{text.body}").rstrip("\n"))
    _say_warnings(text)


def letter_kind(session: Session, case: Case, word: str | None) -> Kind:
    """The kind of letter named by `word`, else the one that the next step of the request needs.

    Raises UsageError if there is no such kind, or if no letter is due.
    """
    if word:
        return choice_of(Kind, word, _("Unknown letter: “{name}”."))
    if kind := session.requests.situation_of(case).next[0].letter:
        return kind
    raise UsageError(
        _("No letter is due for {reference}: {status}.").format(
            reference=case.reference, status=standing(session, case)
        ),
        way_out=_("Choose one with --letter: {choices}.").format(choices=", ".join(Kind)),
    )


def standing(session: Session, case: Case) -> str:
    """The status of a request, in words."""
    return standing_words(session.requests.situation_of(case), clock.today())


def print_sentences(stated: Iterable[Sentence], law: Law, facts: Facts) -> None:
    """Print each sentence on a line: its code, its sort (fact, law or request), its words, and what it rests on."""
    from consentui.words.claims import dated_sentence, rests_on, sort_name

    for one in stated:
        show("\t".join((one.code or "-", sort_name(one.sort), dated_sentence(one), rests_on(one, law, facts))))


def _print_for_form(session: Session, drafted: Drafted, part: Part | None, limit: int | None) -> None:
    """Print the letter, or one part of it, for pasting into a form; shortened to `limit` characters if there is one."""
    from consentui.requests.letters.short import short, shortened_to_fit

    text = drafted.letter
    with explaining_no_room():
        if part is None:
            show(text.text if limit is None else short(text, limit))
        else:
            there = parts_of(text, drafted.facts.person, session.preferences.country, drafted.language)
            name = entry_named(tuple(there), part, _("This letter has nothing for the field “{name}”."))
            show(run_on(there[name]) if limit is None else shortened_to_fit(there[name], limit))
    _say_warnings(text)


def _write(session: Session, drafted: Drafted, format_: str, output: Path | None, *, replace: bool) -> None:
    from consentui.export.letter_document import letter_document
    from consentui.export.letters import letter_file
    from consentui.storage.saving import save_file

    if output is None and format_ != "pdf":
        print_letter(drafted.letter, letter_file(session, drafted, format_).decode())
        return
    if output is None:
        raise UsageError(_("A PDF has to be written to a file."), way_out=_("Name it with --output."))
    if format_ == "pdf":
        say_what_is_unset(letter_document(drafted.letter, drafted.language))
    save_file(output, letter_file(session, drafted, format_), replace=replace)
    say(_("Written: {path}").format(path=output))
    _say_warnings(drafted.letter)


def _say_warnings(text: Letter) -> None:
    for warning in text.warnings:
        say(f"! {caution_words(warning)}")

"""`consentui verify`: check what was recorded against what the platforms themselves say."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import click

from consentui.cli.atproto import atproto
from consentui.cli.repeats import OrAgain, again
from consentui.cli.say import json_option, say, session_of, show, show_json
from consentui.cli.sites import site
from consentui.i18n import _
from consentui.profile.checks import CheckedControl, ReadDownload, Refused
from consentui.profile.input import path_of, typed_day
from consentui.profile.session import Session
from consentui.text import clean_line
from consentui.verify.readers import Reading
from consentui.words.checks import (
    line_words,
    statement_words,
    verdict_name,
)
from consentui.words.downloads import download_remarks, download_title

_LARGE = 200_000_000
"""In bytes: from this size on, computing the checksum takes long enough to tell the person."""


@click.group("verify", cls=OrAgain)
def verify_command() -> None:
    pass


verify_command.add_command(again)
verify_command.add_command(site)
verify_command.add_command(atproto)


@verify_command.command(
    "export",
    help=_(
        "Read a download that a platform sent you. FILE is a ZIP, all its parts, or the unzipped folder; it "
        "may also be the profile folder of Firefox. It is read in place, and not kept. Exit code 1 when it "
        "contradicts something you ticked."
    ),
)
@click.argument("places", metavar=_("FILE|FOLDER..."), nargs=-1, required=True)
@click.option("--account", metavar=_("ACCOUNT"), help=_("Whose download it is, if it does not say."))
@click.option("--made-on", metavar=_("DAY"), help=_("The date it was made, if it does not say: 2026-11-21."))
@json_option
@click.pass_context
def export(
    ctx: click.Context, places: tuple[str, ...], account: str | None, made_on: str | None, as_json: bool
) -> None:
    session = session_of(ctx)
    wanted = session.accounts.called(account) if account else None
    said = typed_day(made_on) if made_on else None
    examined = session.checks.examine([path_of(place) for place in places], said, _Told().progress)
    results = session.checks.keep(examined, wanted)
    if as_json:
        show_json({"downloads": [_as_json(session, one) for one in results]})
    else:
        for one in results:
            _show(session, one)
    if any(line.contradicts for one in results if isinstance(one, ReadDownload) for line in one.lines):
        ctx.exit(1)


class _Told:
    """Says once that the checksum of a large archive takes a while."""

    def __init__(self) -> None:
        self._said = False

    def progress(self, done: int, whole: int) -> None:
        if whole > _LARGE and done < whole and not self._said:
            self._said = True
            say(_("Computing the archive’s checksum: this takes a while."))


def _show(session: Session, result: ReadDownload | Refused) -> None:
    if isinstance(result, Refused):
        say(str(result.error))
        return
    show(download_title(result.examination, result.account, session.accounts.platform_of(result.account)))
    for line in result.lines:
        show("\t".join((f"  {line.item.control.id}", verdict_name(line.verdict), line_words(line.item, line.check))))
    for text in _statements_of(session, result):
        show(f"  {text}")
    for text in download_remarks(result.examination, result.account, result.left_out):
        say(text)


def _statements_of(session: Session, download: ReadDownload) -> Iterable[str]:
    """What the download says about the person, apart from the controls."""
    platform = session.accounts.platform_of(download.account)
    known = {one.id: one for one in platform.statement} if platform else {}
    for entry in session.checks.statements(download.account):
        if entry.statement in known:
            yield statement_words(known[entry.statement], entry)


def _as_json(session: Session, result: ReadDownload | Refused) -> dict[str, Any]:
    examination = result.examination
    head = {
        "platform": examination.found.platform,
        "download": examination.found.download.id,
        "names": examination.names,
        "made": examination.made.on if examination.made else None,
        "made_known_from": examination.made.known_from if examination.made else None,
    }
    if isinstance(result, Refused):
        return {**head, "account": None, "refused": {"title": result.error.title, "detail": result.error.detail}}
    return {
        **head,
        "account": result.account.id,
        "checks": [_line_as_json(line) for line in result.lines],
        "statements": [
            {"statement": one.statement, "value": one.value, "member": one.member, "field": one.field}
            for one in session.checks.statements(result.account)
        ],
        "left_out": [one.ref for one in result.left_out],
        "cannot_be_checked": examination.silent,
    }


def _line_as_json(line: CheckedControl) -> dict[str, Any]:
    result = line.finding.result
    reading = result if isinstance(result, Reading) else None
    return {
        "account": line.item.account.id,
        "control": line.item.control.id,
        "verdict": line.verdict,
        "reason": line.reason or None,
        "grade": line.finding.testimony.grade,
        "settles": line.settles,
        "value": reading.value if reading else None,
        "member": reading.member if reading else None,
        "field": reading.field if reading else None,
        "archive": clean_line(Path(reading.part).name) if reading else None,
        "sha256": line.check.sha256 or None,
        "standing": line.item.standing,
        "contradicts": line.contradicts,
    }

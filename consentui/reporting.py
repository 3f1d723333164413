"""Reports made from a session and put where the person wants them; the commands and the interface share it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Literal, get_args

from consentui import __version__, clock
from consentui.checklist.items import excluded_from
from consentui.errors import StorageError, UsageError
from consentui.i18n import _, language
from consentui.journal.fold import Account
from consentui.report.mask import Names
from consentui.report.model import AccountView, Report, build
from consentui.session import Session
from consentui.text import clean_line

Format = Literal["markdown", "json"]
FORMATS: tuple[Format, ...] = get_args(Format)
SUFFIX: dict[Format, str] = {"markdown": ".md", "json": ".json"}


def report_of(session: Session, accounts: Sequence[Account], names: Names) -> Report:
    """The report of today on these accounts, in the language spoken now."""
    return build(
        [_view(session, account) for account in accounts],
        session.ledger,
        as_of=clock.today(),
        language=language(),
        country=session.country,
        names=names,
        version=__version__,
    )


def report_text(session: Session, accounts: Sequence[Account], format_: Format, names: Names) -> str:
    """The report of today as a text in a format."""
    report = report_of(session, accounts, names)
    if format_ == "json":
        from consentui.report import as_json

        return as_json.render(report)
    from consentui.report import day, markdown

    return markdown.render(day.document(report))


class FileIsThereError(UsageError):
    """A report would replace a file, and nobody said that it may."""


def save_report(path: Path, text: str, *, replace: bool = False) -> None:
    """Write a text in one step, as `save_file` does."""
    save_file(path, text.encode(), replace=replace)


def save_file(path: Path, content: bytes, *, replace: bool = False) -> None:
    """Write a file in one step; a `~` at the beginning of the path stands for the person's home.

    Raises FileIsThereError when a file is there already and may not be replaced, StorageError when it
    cannot be written; no half file is left.
    """
    from consentui.files import replace_file

    try:
        path = path.expanduser()
        if not replace:
            refuse_to_replace(path)
        replace_file(path, content)
    except OSError as error:
        raise StorageError(_("The file could not be written."), f"{path}: {error.strerror}") from error
    except (RuntimeError, ValueError) as error:
        # What no system can have: the home of nobody (`~nobody`), a null character, a ring of links.
        raise StorageError(_("The file could not be written."), clean_line(str(path))) from error


def refuse_to_replace(path: Path) -> None:
    """Raises FileIsThereError when a file is there already."""
    if path.exists():
        raise FileIsThereError(
            _("{path} exists already.").format(path=path),
            way_out=_("Choose another name, or replace it with --force."),
        )


def _view(session: Session, account: Account) -> AccountView:
    platform = session.platform_of(account)
    excluded = excluded_from(account, platform, session.country) if platform else ()
    return AccountView(account, platform, session.items(account), excluded)

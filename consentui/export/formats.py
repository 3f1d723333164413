"""Writing the model of a report as Markdown, HTML, PDF, CSV, JSON, consent records, or a ZIP with all the evidence."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, assert_never

from msgspec import Struct

from consentui.errors import UsageError
from consentui.export.models import Format, Model, Rendered, Tick, Wanted, document_of, suitable_formats, unheard
from consentui.i18n import _
from consentui.profile.memory import RememberedPortfolio, write_portfolio
from consentui.profile.session import Session
from consentui.report.document import Document
from consentui.report.formats.csv import Separator
from consentui.report.kinds.accounts import Report
from consentui.report.kinds.dossier import AccountDossier
from consentui.report.kinds.portfolio import Portfolio
from consentui.requests.letters.kinds import Kind as LetterKind
from consentui.storage.saving import save_file

if TYPE_CHECKING:
    from consentui.export.evidence import Files


def content_of(model: Model, format_: Rendered, separator: Separator | None = None) -> bytes:
    """The report in one of its suitable formats, in the language of the model.

    `separator` separates the cells of a CSV table; None means the one that spreadsheets in that language expect.

    Raises UsageError if the extra that a format needs is not installed.
    """
    match format_:
        case "markdown":
            from consentui.report.formats import markdown

            return markdown.render(document_of(model)).encode()
        case "html":
            from consentui.report.formats import html

            return html.render(document_of(model)).encode()
        case "pdf":
            from consentui.report.formats import pdf

            return pdf.render(document_of(model))
        case "csv":
            from consentui.report.formats import csv, tables

            expected = csv.separator_in(model.language)
            return csv.render(*tables.table_of(model), separator or expected).encode()
        case "json":
            from consentui.report.formats import schemas

            return schemas.json_of(model).encode()
        case "consent-records":
            from consentui.report.formats import consent_records

            assert isinstance(model, Report)
            return consent_records.render(model).encode()
        case _:
            assert_never(format_)


class Preview(Struct, frozen=True):
    """A preview of the file: a document to read, or the text of a data format."""

    document: Document | None = None
    text: str = ""
    files: tuple[str, ...] = ()
    """The names of the files in a ZIP, without the README and the checksums."""


def preview_of(session: Session, wanted: Wanted, model: Model, format_: Format) -> Preview:
    """The preview of a report in a format; raises like `content_of` and, for a ZIP, if a text or proof was altered."""
    if format_ == "zip":
        names = tuple(name for name, _content in _evidence(session, wanted, model))
        return Preview(document_of(model), files=names)
    if format_ in {"markdown", "html", "pdf"}:
        return Preview(document_of(model))
    return Preview(text=content_of(model, format_, wanted.separator).decode())


def save_as(
    session: Session,
    wanted: Wanted,
    model: Model,
    format_: Format,
    path: Path,
    *,
    replace: bool = False,
    progress: Tick = unheard,
) -> None:
    """Write the report to a file in one step; `progress` is told how much is done, and may raise to stop.

    The figures of a portfolio of all accounts are remembered, to be compared with those of the next one.

    Raises FileIsThereError if a file exists already and `replace` is not set, StorageError if it cannot be written or
    a text or proof was altered, UsageError if the extra that a format needs is not installed.
    """
    if format_ == "zip":
        from consentui.export.archive import evidence_zip

        document = document_of(model)
        files = _evidence(session, wanted, model)
        day, spoken = document.as_of, document.language
        evidence_zip(path, files, day=day, language=spoken, replace=replace, progress=progress)
    else:
        content = content_of(model, format_, wanted.separator)
        progress(1, 1)
        save_file(path, content, replace=replace)
    if isinstance(model, Portfolio) and wanted.is_whole:
        settled = {one.name: one.settled for one in model.clients}
        write_portfolio(session.folders.state, RememberedPortfolio(model.as_of, settled))


def _evidence(session: Session, wanted: Wanted, model: Model) -> Files:
    from consentui.export import evidence
    from consentui.export.request_dossier import included

    document = document_of(model)
    if isinstance(model, AccountDossier):
        return evidence.of_account(session, model.account, document, wanted.names)
    case = session.requests.called(wanted.request)
    facts = session.letters.facts(LetterKind.COMPLAINT, case)
    return evidence.of_request(session, included(case, facts), document)


def check_suits(wanted: Wanted, format_: Format) -> None:
    """Raise UsageError if this kind of report is not available in the format."""
    suitable = suitable_formats(wanted)
    if format_ not in suitable:
        raise UsageError(
            _("This report cannot be written as “{format}”.").format(format=format_),
            way_out=_("Use one of: {choices}.").format(choices=", ".join(suitable)),
        )

"""What is made of a report's model: Markdown, HTML, PDF, CSV, JSON or consent records, as the bytes of a file."""

from __future__ import annotations

from typing import assert_never

from consentui.errors import UsageError
from consentui.export import Format, Model, Wanted, document_of, suitable_formats
from consentui.i18n import _
from consentui.report.document import Document
from consentui.report.model import Report


def content_of(model: Model, format_: Format) -> bytes:
    """The report in a format that suits it, in the language of the model.

    Raises UsageError when the extra that a format needs is not installed.
    """
    match format_:
        case "markdown":
            from consentui.report import markdown

            return markdown.render(document_of(model)).encode()
        case "html":
            from consentui.report import html

            return html.render(document_of(model)).encode()
        case "pdf":
            from consentui.report import pdf

            return pdf.render(document_of(model))
        case "csv":
            from consentui.report import as_csv, tables

            return as_csv.render(*tables.table_of(model)).encode()
        case "json":
            from consentui.report import published

            return published.json_of(model).encode()
        case "consent-records":
            from consentui.report import consent_records

            assert isinstance(model, Report)
            return consent_records.render(model).encode()
        case _:
            assert_never(format_)


def preview_of(model: Model, format_: Format) -> str:
    """What will be in the file, as text: for formats that are no text, the same document in Markdown."""
    from consentui.report import markdown

    if format_ in {"html", "pdf"} or isinstance(model, Document):
        return markdown.render(document_of(model))
    return content_of(model, format_).decode()


def check_suits(wanted: Wanted, format_: Format) -> None:
    """Raises UsageError when this kind of report does not come in the format."""
    suitable = suitable_formats(wanted)
    if format_ not in suitable:
        raise UsageError(
            _("This report does not come as “{format}”.").format(format=format_),
            way_out=_("Use one of: {choices}.").format(choices=", ".join(suitable)),
        )

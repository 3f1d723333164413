"""The evidence on one account: what was done and when, the words that were seen, and the facts behind it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from msgspec import Struct

from consentui.dates import long_date, partial_date
from consentui.i18n import Language, _
from consentui.knowledge.records import Control
from consentui.report import changes
from consentui.report.day import line_point
from consentui.report.document import Block, Document, Facts, Heading, Paragraph, Point, Points
from consentui.report.frame import account_title, confidentiality, limits, preamble
from consentui.report.mask import Names
from consentui.report.model import AccountView, Line, Report
from consentui.wording import default_name


class Read(Struct, frozen=True):
    """Where a fact was read."""

    publisher: str
    on: str
    """When it was published: a day, a month, a year, or nothing where that is not known."""
    url: str


class Revised(Struct, frozen=True):
    """A change to what is known of a control."""

    on: date
    what: str


class Evidence(Struct, frozen=True):
    """One control on which the person acted."""

    line: Line
    about: str
    default: str
    label: str
    """The words beside the switch as the platform prints them, as far as a source gives them."""
    revisions: tuple[Revised, ...]
    """How the facts changed: before the day of a revision, they stood as they were."""
    read: tuple[Read, ...]


class AccountDossier(Struct, frozen=True):
    """The evidence on an account, as of a day."""

    as_of: date
    language: Language
    country: str
    names: Names
    version: str
    account: str
    platform: str
    platform_name: str
    handle: str
    added: date
    timeline: tuple[changes.Act, ...]
    evidence: tuple[Evidence, ...]
    requests: tuple[str, ...]
    """The references of the requests made for this account; each has a dossier of its own."""


def build(report: Report, view: AccountView, requests: tuple[str, ...]) -> AccountDossier:
    """The dossier on the one account of a report, in the language spoken now."""
    (section,) = report.sections
    acted = [line for line in section.lines if line.attempts or line.notes or line.labels_seen or line.since]
    controls = {control.id: control for control in view.platform.control} if view.platform else {}
    return AccountDossier(
        report.as_of,
        report.language,
        report.country,
        report.names,
        report.version,
        section.account,
        section.platform,
        section.platform_name,
        section.handle,
        section.added,
        changes.build(report, (), date.min).acts,
        tuple(_evidence(line, controls[line.control], report.language) for line in acted),
        requests,
    )


def document(dossier: AccountDossier) -> Document:
    """The timeline first, then what was done and seen for each control, and the facts as they stood."""
    title = account_title(dossier)
    return Document(
        _("Dossier") + _(":") + f" {title}",
        dossier.language,
        dossier.as_of,
        (
            *preamble(dossier),
            _account(dossier),
            *_timeline(dossier),
            *(block for one in dossier.evidence for block in _blocks(one)),
            *limits(dossier.version, sum(one.line.facts_are_old for one in dossier.evidence)),
        ),
        confidentiality(dossier.names),
    )


def _evidence(line: Line, control: Control, language: Language) -> Evidence:
    labels = ((route.label.fr if language == "fr" else None) or route.label.en for route in control.route)
    return Evidence(
        line,
        control.about.in_language(language),
        default_name(control),
        next((label for label in labels if label), ""),
        tuple(Revised(one.date, one.what.in_language(language)) for one in control.revision),
        tuple(Read(one.publisher, one.date or one.about or "", one.url) for one in control.source),
    )


def _account(dossier: AccountDossier) -> Facts:
    rows = [
        (_("Account"), dossier.account),
        (_("Platform"), dossier.platform_name),
        (_("Followed since"), long_date(dossier.added)),
    ]
    if dossier.requests:
        rows.append((_("Requests"), ", ".join(dossier.requests)))
    return Facts(tuple(rows))


def _timeline(dossier: AccountDossier) -> Iterator[Block]:
    yield Heading(_("What happened"))
    if dossier.timeline:
        yield Points(tuple(map(changes.act_point, dossier.timeline)))
    else:
        yield Paragraph(_("Nothing was recorded yet."))


def _blocks(one: Evidence) -> Iterator[Block]:
    yield Heading(one.line.title)
    yield Points((line_point(one.line),))
    yield Heading(_("The facts"), 3)
    yield Paragraph(one.about)
    rows = [(_("Default"), one.default)]
    if one.label:
        rows.append((_("Label, as the platform prints it"), one.label))
    rows += [(_("Revised on {date}").format(date=long_date(revised.on)), revised.what) for revised in one.revisions]
    yield Facts(tuple(rows))
    yield Heading(_("Sources"), 3)
    yield Points(tuple(Point(_source(read), link=read.url) for read in one.read))


def _source(read: Read) -> str:
    return f"{read.publisher}, {partial_date(read.on)}" if read.on else read.publisher

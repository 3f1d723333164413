"""The evidence on one account: what was done and when, the words that were seen, and the facts behind it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from msgspec import Struct

from consentui.checklist.availability import as_found_in
from consentui.i18n import _, language
from consentui.i18n.dates import long_date
from consentui.journal.entries import Stated, Surface
from consentui.knowledge.records import Platform
from consentui.report.document import Block, Document, Heading, Paragraph, Particulars, Point, Points, Verbatim
from consentui.report.kinds import changes
from consentui.report.kinds.accounts import AccountView, Line, Proof, Report
from consentui.report.kinds.day import line_point
from consentui.report.kinds.frame import Framed, account_title, confidentiality, limits, preamble
from consentui.report.kinds.known import Known, known_blocks, known_of
from consentui.report.kinds.requests import Request, request_blocks
from consentui.requests.citing import span
from consentui.requests.rights import Regime, regime_in
from consentui.words.checks import statement_words
from consentui.words.names import surface_name
from consentui.words.proofs import proof_words


class Evidence(Struct, frozen=True):
    """A control about which something was recorded, with the facts known of it."""

    line: Line
    known: Known


class Sent(Struct, frozen=True):
    """A message that went out in a request about the account."""

    request: str
    on: date
    how: Surface
    to: str
    subject: str
    sha256: str
    text: str
    """The text word for word; empty if names are masked, since it names the person."""


class FileSays(Struct, frozen=True):
    """Something that the platform's own file says about the person rather than a control."""

    statement: str
    sentence: str
    """What the file says and, told apart from it, what we take it to mean."""
    articles: str
    """The articles of the GDPR that it bears on."""
    value: str
    member: str
    field: str
    made: date | None
    """The day of the download; None if not known."""
    sha256: str


class AccountDossier(Framed, frozen=True):
    """The evidence on an account, as of a day."""

    account: str
    platform: str
    platform_name: str
    handle: str
    added: date
    timeline: tuple[changes.Act, ...]
    evidence: tuple[Evidence, ...]
    requests: tuple[str, ...]
    """The references of the requests made for this account; each has a dossier of its own."""
    sent: tuple[Sent, ...]
    file_says: tuple[FileSays, ...]
    """What the platform's own downloads were seen to say about the person, such as whether they were ever informed."""
    asked: tuple[Request, ...] = ()
    """Where each of these requests stands and what happened to it."""


def build(
    report: Report,
    view: AccountView,
    requests: tuple[str, ...] = (),
    sent: tuple[Sent, ...] = (),
    stated: tuple[Stated, ...] = (),
) -> AccountDossier:
    """The dossier on the only account of a report, in the current language."""
    (section,) = report.sections
    acted = [
        line
        for line in section.lines
        if line.attempts or line.notes or line.labels_seen or line.since or line.proofs or line.checks
    ]
    known = view.platform.control if view.platform else ()
    controls = {control.id: as_found_in(control, report.country) for control in known}
    return AccountDossier(
        report.as_of,
        report.language,
        report.country,
        report.names,
        report.version,
        report.facts,
        section.account,
        section.platform,
        section.platform_name,
        section.handle,
        section.added,
        changes.build(report, (), date.min).acts,
        tuple(Evidence(line, known_of(controls[line.control], report.language)) for line in acted),
        requests,
        sent,
        tuple(_file_says(view.platform, stated)) if view.platform else (),
        report.requests,
    )


def document(dossier: AccountDossier) -> Document:
    """The timeline, the messages and the platform's statements, then each control with what was done and the facts."""
    title = account_title(dossier)
    return Document(
        _("Dossier") + _(":") + f" {title}",
        dossier.language,
        dossier.as_of,
        (
            *preamble(dossier),
            _account(dossier),
            *_timeline(dossier),
            *request_blocks(dossier.asked, dossier.as_of),
            *_messages(dossier),
            *_statements(dossier),
            *(block for one in dossier.evidence for block in _blocks(one)),
            *limits(dossier.version, *_doubts(dossier), has_letters=True),
        ),
        confidentiality(dossier.names),
    )


def _doubts(dossier: AccountDossier) -> tuple[int, int]:
    """How many controls rest on old facts, and how many only on what the person said."""
    lines = [one.line for one in dossier.evidence]
    return sum(line.facts_are_old for line in lines), sum(line.is_only_said for line in lines)


def _account(dossier: AccountDossier) -> Particulars:
    rows = [
        (_("Account"), dossier.account),
        (_("Platform"), dossier.platform_name),
        (_("Tracked since"), long_date(dossier.added)),
    ]
    if dossier.requests:
        rows.append((_("Requests"), ", ".join(dossier.requests)))
    return Particulars(tuple(rows))


def _timeline(dossier: AccountDossier) -> Iterator[Block]:
    """What happened at the platform's controls, or that nothing was recorded at all."""
    if dossier.timeline:
        yield Heading(_("What happened"))
        yield Points(tuple(map(changes.act_point, dossier.timeline)))
    elif not dossier.asked:
        yield Heading(_("What happened"))
        yield Paragraph(_("Nothing has been recorded yet."))


def _messages(dossier: AccountDossier) -> Iterator[Block]:
    if not dossier.sent:
        return
    yield Heading(_("Messages"))
    if dossier.names == "masked":
        yield Paragraph(_("The texts name the person: they are in this dossier when names are shown in full."))
    for number, message in enumerate(dossier.sent, 1):
        yield Heading(f"{number}. {message.subject}", 3)
        yield Particulars(
            (
                (_("Sent"), f"{long_date(message.on)}, {surface_name(message.how)}"),
                (_("To"), message.to),
                ("SHA-256", message.sha256),
            )
        )
        if message.text:
            yield Verbatim(message.text)


def _file_says(platform: Platform, stated: Iterable[Stated]) -> Iterator[FileSays]:
    known = {one.id: one for one in platform.statement}
    for entry in stated:
        if entry.statement in known:
            statement = known[entry.statement]
            yield FileSays(
                entry.statement,
                statement_words(statement, entry),
                statement.article,
                entry.value,
                entry.member,
                entry.field,
                entry.made,
                entry.sha256,
            )


def _statements(dossier: AccountDossier) -> Iterator[Block]:
    if not dossier.file_says:
        return
    yield Heading(_("What their own file says about you"))
    regime = regime_in(dossier.country) if dossier.country else Regime.EU
    yield Points(tuple(_statement(one, regime) for one in dossier.file_says))


def _statement(one: FileSays, regime: Regime | None) -> Point:
    made = _("Their file of {date}").format(date=long_date(one.made)) if one.made else _("Their undated file")
    details = (f"{made}{_(':')} {one.member}, {one.field}", _bears_on(one, regime), f"SHA-256 {one.sha256}")
    return Point(one.sentence, details=tuple(filter(None, details)))


def _bears_on(one: FileSays, regime: Regime | None) -> str:
    """The sentence that names the articles; empty if the person’s law is not known to have the GDPR’s numbers."""
    words = {
        Regime.EU: _("It bears on Articles {articles} of the GDPR."),
        Regime.UK: _("It bears on Articles {articles} of the UK GDPR."),
    }
    articles = span(one.articles, language())
    return words[regime].format(articles=articles) if regime and regime in words else ""


def _blocks(one: Evidence) -> Iterator[Block]:
    yield Heading(one.line.title)
    yield Points((line_point(one.line),))
    if one.line.proofs:
        yield Heading(_("Proofs"), 3)
        yield Points(tuple(map(_proof, one.line.proofs)))
    yield from known_blocks(one.known, 3)


def _proof(proof: Proof) -> Point:
    what = proof_words(proof.name, proof.type, proof.size)
    return Point(f"{long_date(proof.on)}{_(':')} {what}", details=(f"SHA-256 {proof.sha256}",))

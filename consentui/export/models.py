"""Building the model of each kind of report from a session, for the commands and the interface alike.

Building the model is the slow part; `formats` then writes it in any of its formats.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import Literal, assert_never, get_args

from msgspec import Struct

from consentui import __version__, clock
from consentui.checklist.items import excluded_from
from consentui.checklist.policy import compared
from consentui.errors import UsageError
from consentui.i18n import _, language
from consentui.journal.entries import RequestSent
from consentui.journal.fold import Account
from consentui.knowledge.changes import changes_since
from consentui.profile.accounts import require_tags
from consentui.profile.input import cleaned_tags
from consentui.profile.memory import read_portfolio
from consentui.profile.people import require_known
from consentui.profile.policy import policy_if_any, read_policy
from consentui.profile.session import Session, open_session
from consentui.report.document import Document
from consentui.report.formats.csv import Separator
from consentui.report.kinds import board, changes, checklist, day, dossier, portfolio, register
from consentui.report.kinds.accounts import AccountView, Report
from consentui.report.kinds.accounts import build as build_report
from consentui.report.kinds.board import Board
from consentui.report.kinds.changes import Changes
from consentui.report.kinds.checklist import Checklist
from consentui.report.kinds.dossier import AccountDossier, Sent
from consentui.report.kinds.mask import Names, shown_handle
from consentui.report.kinds.portfolio import Baseline, Charge, Portfolio
from consentui.report.kinds.register import Register
from consentui.report.kinds.requests import Request, by_urgency, request_of
from consentui.requests.cases import Case
from consentui.requests.letters.kinds import Kind as LetterKind
from consentui.words.accounts import platform_name_of

Kind = Literal["day", "checklist", "dossier", "portfolio", "changes", "board", "register"]
Rendered = Literal["markdown", "html", "pdf", "csv", "json", "consent-records"]
"""The formats that are made from the model alone."""
Format = Rendered | Literal["zip"]
"""All formats; a ZIP also holds the texts as they were sent and the proofs."""
KINDS: tuple[Kind, ...] = get_args(Kind)
RENDERED: tuple[Rendered, ...] = get_args(Rendered)
FORMATS: tuple[Format, ...] = (*RENDERED, "zip")
SUFFIX: dict[Format, str] = {
    "markdown": ".md",
    "html": ".html",
    "pdf": ".pdf",
    "csv": ".csv",
    "json": ".json",
    "consent-records": ".jsonld",
    "zip": ".zip",
}
_TO_READ: tuple[Format, ...] = ("markdown", "html", "pdf")
SUITABLE: dict[Kind, tuple[Format, ...]] = {
    "day": RENDERED,
    "checklist": (*_TO_READ, "csv", "json"),
    "dossier": (*_TO_READ, "json", "zip"),
    "portfolio": (*_TO_READ, "csv", "json"),
    "changes": (*_TO_READ, "csv", "json"),
    "board": (*_TO_READ, "csv", "json"),
    "register": (*_TO_READ, "csv", "json"),
}
"""The formats of each kind of report; the dossier of a request has others (`suitable_formats`)."""

Tick = Callable[[int, int], None]
"""Called with the number of accounts done and their total; may raise to stop."""

Model = Report | Checklist | AccountDossier | Portfolio | Changes | Board | Register | Document
"""What a report says; the dossier of a request has no other model than its document."""


class Wanted(Struct, frozen=True):
    """The report that the person wants."""

    kind: Kind = "day"
    names: Names = "masked"
    accounts: tuple[str, ...] = ()
    """The ids of the accounts; empty for all."""
    since: date | None = None
    request: str = ""
    """The reference of the request that a dossier is about; empty if it is about an account."""
    clients: tuple[str, ...] = ()
    """The profiles of a portfolio; empty for the session's own."""
    tags: tuple[str, ...] = ()
    """Only accounts with all of these tags are included."""
    separator: Separator | None = None
    """The separator of the cells of a CSV table; None for the one usual in the language of the report."""

    @property
    def is_whole(self) -> bool:
        """Whether it covers every account; only such portfolios can be compared with each other."""
        return not (self.accounts or self.tags)


def unheard(_done: int, _whole: int) -> None:
    """Do nothing: for callers that show no progress."""


def model_of(session: Session, wanted: Wanted, tick: Tick = unheard) -> Model:
    """The model of the report as of today, in the current language.

    Raises UsageError if a dossier is not about exactly one account or request, or a board has no policy, StorageError
    if a text that was sent is missing or the policy cannot be understood.
    """
    match wanted.kind:
        case "day":
            return _day(session, wanted, tick)
        case "checklist":
            return _checklist(session, wanted, tick)
        case "dossier":
            return _request_dossier(session, wanted) if wanted.request else _account_dossier(session, wanted, tick)
        case "portfolio":
            return _portfolio(session, wanted, tick)
        case "changes":
            return _changes(session, wanted, tick)
        case "board":
            return _board(session, wanted, tick)
        case "register":
            return _register(session, wanted, tick)
        case _:
            assert_never(wanted.kind)


def document_of(model: Model) -> Document:
    """The report as a document to read."""
    match model:
        case Document():
            return model
        case Report():
            return day.document(model)
        case Checklist():
            return checklist.document(model)
        case AccountDossier():
            return dossier.document(model)
        case Portfolio():
            return portfolio.document(model)
        case Changes():
            return changes.document(model)
        case Board():
            return board.document(model)
        case Register():
            return register.document(model)
        case _:
            assert_never(model)


def suitable_formats(wanted: Wanted) -> tuple[Format, ...]:
    """The formats in which this report is available."""
    return (*_TO_READ, "zip") if wanted.kind == "dossier" and wanted.request else SUITABLE[wanted.kind]


def _chosen(session: Session, wanted: Wanted) -> tuple[Account, ...]:
    """The accounts that a report is about; raises UsageError if none has the wanted tags."""
    return tuple(session.accounts.called(one) for one in wanted.accounts) or session.accounts.carrying(wanted.tags)


def _views(session: Session, accounts: Iterable[Account], tick: Tick) -> Iterator[AccountView]:
    accounts = tuple(accounts)
    for number, account in enumerate(accounts):
        tick(number, len(accounts))
        platform = session.accounts.platform_of(account)
        excluded = excluded_from(account, platform, session.preferences.country) if platform else ()
        controller = session.knowledge.controller(platform.controller) if platform else None
        yield AccountView(account, platform, session.checklist.items(account), excluded, controller)
    tick(len(accounts), len(accounts))


def _day(session: Session, wanted: Wanted, tick: Tick) -> Report:
    return _day_of(session, _chosen(session, wanted), wanted, tick)


def _day_of(session: Session, accounts: Iterable[Account], wanted: Wanted, tick: Tick) -> Report:
    accounts = tuple(accounts)
    return build_report(
        tuple(_views(session, accounts, tick)),
        session.journal.ledger,
        as_of=clock.today(),
        language=language(),
        country=session.preferences.country,
        names=wanted.names,
        version=__version__,
        requests=_requests(session, accounts, wanted),
    )


def _requests(session: Session, accounts: Iterable[Account], wanted: Wanted) -> tuple[Request, ...]:
    """The requests about these accounts; all of them in a report on every account, of which some may be gone."""
    ids = {account.id for account in accounts}
    today = clock.today()
    # Without a request, the modules that work out deadlines need not be loaded.
    cases = session.requests.cases() if session.journal.ledger.requests else ()
    return by_urgency(
        request_of(
            case,
            session.requests.situation_of(case),
            title=session.requests.right_of(case),
            company=session.requests.company_of(case),
            told=lambda name: _called(session, name, wanted.names),
            as_of=today,
        )
        for case in cases
        if wanted.is_whole or case.opened.account in ids
    )


def _called(session: Session, name: str, names: Names) -> tuple[str, str]:
    account = session.accounts.once_with_id(name)
    if account is None:
        return "", ""
    return platform_name_of(session.accounts.platform_of(account), account), shown_handle(account.handle, names)


def _checklist(session: Session, wanted: Wanted, tick: Tick) -> Checklist:
    accounts = _chosen(session, wanted)
    return checklist.build(
        tuple(_views(session, accounts, tick)),
        as_of=clock.today(),
        language=language(),
        country=session.preferences.country,
        names=wanted.names,
        version=__version__,
        requests=_requests(session, accounts, wanted),
    )


def _board(session: Session, wanted: Wanted, tick: Tick) -> Board:
    """The board; raises UsageError if there is no policy, StorageError if it cannot be understood."""
    policy = read_policy(session.folders.policy, session.knowledge)
    views = tuple(_views(session, _chosen(session, wanted), tick))
    return board.build(
        views,
        compared(policy, (item for view in views for item in view.items)),
        as_of=clock.today(),
        language=language(),
        country=session.preferences.country,
        names=wanted.names,
        version=__version__,
        requests=_requests(session, (view.account for view in views), wanted),
    )


def _register(session: Session, wanted: Wanted, tick: Tick) -> Register:
    return register.build(
        tuple(_views(session, _chosen(session, wanted), tick)),
        policy_if_any(session.folders.policy, session.knowledge),
        as_of=clock.today(),
        language=language(),
        country=session.preferences.country,
        names=wanted.names,
        version=__version__,
    )


def _changes(session: Session, wanted: Wanted, tick: Tick) -> Changes:
    from consentui.profile.news import last_look

    today = clock.today()
    since = wanted.since or last_look(session, today)
    platforms = {
        account.platform: found
        for account in _chosen(session, wanted)
        if (found := session.accounts.platform_of(account))
    }
    return changes.build(_day(session, wanted, tick), changes_since(platforms.values(), since, today), since)


def _portfolio(session: Session, wanted: Wanted, tick: Tick) -> Portfolio:
    """The portfolio of the clients' profiles; `tick` counts the accounts of each client separately."""
    sessions = _sessions_by_client(session, wanted)
    tags = cleaned_tags(" ".join(wanted.tags))
    require_tags(tags, [tag for one in sessions.values() for tag in one.accounts.tags])
    then = read_portfolio(session.folders.state) if wanted.is_whole else None
    chosen = {
        name: _chosen(one, wanted) if wanted.accounts else one.accounts.with_tags(tags)
        for name, one in sessions.items()
    }
    return portfolio.build(
        {name: _day_of(one, chosen[name], wanted, tick) for name, one in sessions.items()},
        {name: _charges(one, chosen[name]) for name, one in sessions.items()},
        Baseline(then.as_of, then.settled) if then else None,
    )


def _sessions_by_client(session: Session, wanted: Wanted) -> dict[str, Session]:
    for name in wanted.clients:
        if name != session.profile:
            require_known(name)
    names = wanted.clients or (session.profile,)
    return {name: session if name == session.profile else open_session(name) for name in names}


def _charges(session: Session, accounts: Iterable[Account]) -> dict[str, Charge]:
    """The owner, due day, tags and number of deviations from the policy of each of these accounts, by id."""
    policy = policy_if_any(session.folders.policy, session.knowledge)
    found = {one.id: compared(policy, session.checklist.items(one)) if policy else None for one in accounts}
    return {
        account.id: Charge(
            account.owner,
            account.due,
            here.deviating if (here := found[account.id]) else None,
            account.tags,
            here.to_look_at if here else None,
        )
        for account in accounts
    }


def _account_dossier(session: Session, wanted: Wanted, tick: Tick) -> AccountDossier:
    chosen = _chosen(session, wanted)
    if len(chosen) != 1:
        raise UsageError(
            _("A dossier is about one account or one request."), way_out=_("Name one, with --account or --request.")
        )
    (view,) = _views(session, chosen, tick)
    cases = [case for case in session.requests.cases() if case.opened.account == view.account.id]
    sent = (_sent(session, case, message, wanted.names) for case in cases for message in case.messages)
    stated = session.checks.statements(view.account)
    return dossier.build(
        _day(session, wanted, unheard), view, tuple(case.reference for case in cases), tuple(sent), stated
    )


def _sent(session: Session, case: Case, message: RequestSent, names: Names) -> Sent:
    return Sent(
        case.reference,
        message.on,
        message.how,
        message.to,
        message.subject,
        message.sha256,
        session.texts.frozen(message) if names == "full" else "",
    )


def _request_dossier(session: Session, wanted: Wanted) -> Document:
    from consentui.export.request_dossier import dossier

    case = session.requests.called(wanted.request)
    return dossier(session, case, session.letters.draft(LetterKind.COMPLAINT, case))

"""`consentui walk`: one control at a time; `--plain` asks line by line, for screen readers and plain terminals."""

from __future__ import annotations

from collections.abc import Sequence

import click

from consentui import clock
from consentui.checklist.items import Item
from consentui.checklist.order import in_order
from consentui.checklist.outcomes import suitable_outcomes
from consentui.checklist.standing import Standing
from consentui.checklist.ways import AnotherControl, AnotherRoute, routes_for
from consentui.cli import offers
from consentui.cli.say import ask, is_agreed, say, say_nothing_left, session_of, show
from consentui.i18n import _, language, ngettext
from consentui.journal.entries import Decision, Outcome
from consentui.journal.fold import Account
from consentui.knowledge.records import Surface
from consentui.profile.session import Session
from consentui.tui.launch import open_interface
from consentui.words.cards import card
from consentui.words.names import look_alikes, outcome_name, platform_name, surface_name
from consentui.words.plain import card_text


@click.command("walk", help=_("Go through what is open, one control at a time."))
@click.argument("account", metavar=_("[ACCOUNT]"), required=False, shell_complete=offers.accounts)
@click.option("--plain", is_flag=True, help=_("Ask line by line: for screen readers and plain terminals."))
@click.pass_context
def walk_command(ctx: click.Context, account: str | None, plain: bool) -> None:
    if not plain:
        ctx.exit(open_interface(ctx.find_root().obj, walk=account or ""))
    session = session_of(ctx)
    chosen = (session.accounts.called(account),) if account else session.accounts
    passed: set[tuple[str, str]] = set()
    while item := _next_item(session, chosen, passed):
        passed.add((item.account.id, item.ref))
        if not _ask(session, item):
            say(_("Everything so far is saved."))
            return
    left = len(_open_items(session, chosen))
    if left:
        say(ngettext("{count} is left for later.", "{count} are left for later.", left).format(count=left))
    else:
        say_nothing_left(session)


def _next_item(session: Session, accounts: Sequence[Account], passed: set[tuple[str, str]]) -> Item | None:
    items = _open_items(session, accounts)
    return next((item for item in items if (item.account.id, item.ref) not in passed), None)


def _open_items(session: Session, accounts: Sequence[Account]) -> tuple[Item, ...]:
    return in_order(item for account in accounts for item in session.checklist.items(account))


def _ask(session: Session, item: Item) -> bool:
    """Show one control and record what the person says, until they move on; False when they stop."""
    routes = routes_for(item.control, session.preferences.country)
    handle = f" · {item.account.handle}" if item.account.handle else ""
    show("")
    show(f"{platform_name(item.platform)}{handle}")
    show(
        card_text(
            card(item.platform, item.control, routes, clock.today(), look_alikes(item.control, session.knowledge))
        )
    )
    if item.standing is Standing.BLOCKED:
        _show_ways_on(session, item)
    while True:
        answer = _answer(item)
        if answer == "stop":
            return False
        if answer == "undo":
            _undo(session)
            continue
        if answer == "note":
            session.checklist.note(item.account, item.control, ask(_("Note")))
            say(_("Saved."))
            continue
        return _take(session, item, answer)


def _take(session: Session, item: Item, answer: str) -> bool:
    if answer == "allow":
        session.checklist.decide(item.account, item.control, Decision.ALLOW)
        say(_("Saved: you allow it."))
        return True
    outcome = Outcome(answer)
    surface = _surface(session, item) if outcome is not Outcome.LATER else None
    session.checklist.record(item.account, item.control, outcome, surface=surface)
    say(_("Saved: {outcome}.").format(outcome=outcome_name(outcome)))
    now = next(other for other in session.checklist.items(item.account) if other.ref == item.ref)
    if now.standing is not Standing.BLOCKED:
        return True
    _show_ways_on(session, now)
    return _ask_again(session, now)


def _ask_again(session: Session, item: Item) -> bool:
    """After a failure: stay with the control as long as the person wants to try another way."""
    if is_agreed(_("Did you try another way for this one?")):
        return _ask(session, item)
    return True


def _answer(item: Item) -> str:
    outcomes = suitable_outcomes(item.control)
    answers = [*(str(outcome) for outcome in outcomes), "allow", "note", "undo", "stop"]
    names = [
        *(outcome_name(outcome) for outcome in outcomes),
        _("I allow it"),
        _("add a note"),
        _("undo"),
        _("stop"),
    ]
    show("")
    for number, name in enumerate(names, 1):
        show(f"  {number}  {name}")
    return answers[_number(len(answers)) - 1]


def _surface(session: Session, item: Item) -> Surface | None:
    surfaces: list[Surface] = list(
        dict.fromkeys(route.surface for route in routes_for(item.control, session.preferences.country))
    )
    if len(surfaces) <= 1:
        return surfaces[0] if surfaces else None
    show(_("Where?"))
    for number, surface in enumerate(surfaces, 1):
        show(f"  {number}  {surface_name(surface)}")
    return surfaces[_number(len(surfaces), 1) - 1]


def _number(most: int, default: int | None = None) -> int:
    return int(ask(_("Which number"), click.IntRange(1, most), default))


def _undo(session: Session) -> None:
    say(_("Undone.") if session.journal.undo() else _("There is nothing to undo."))


def _show_ways_on(session: Session, item: Item) -> None:
    ways = session.checklist.ways_on(item)
    show(ngettext("Another way:", "Other ways, in this order:", len(ways)))
    for number, way in enumerate(ways, 1):
        match way:
            case AnotherRoute(route=route):
                text = surface_name(route.surface)
            case AnotherControl(ref=ref):
                text = session.knowledge.control(ref).title.in_language(language())
            case _:
                text = _("write to the company that answers for your data, and keep a copy")
        show(f"  {number}. {text}")

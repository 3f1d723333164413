"""The pages beside the rows of Home: the card, the account or the request that a row opens."""

from __future__ import annotations

from textual.content import Content

from consentui import clock
from consentui.checklist.groups import Group
from consentui.checklist.items import excluded_from
from consentui.i18n import _
from consentui.journal.fold import Account
from consentui.profile.running import Running
from consentui.profile.session import Session
from consentui.text import capitalised
from consentui.tui.accounts.account_rows import account_rows
from consentui.tui.shared.columns import heading
from consentui.tui.walk.front import front
from consentui.words.accounts import account_name, account_progress, at_work_words, whose_words
from consentui.words.groups import accounts_words
from consentui.words.names import account_type_name


def group_page(session: Session, group: Group, width: int) -> Content:
    """Return the card of the first account of a group; above it all their names, if it is a group of several."""
    card = front(session, group.first, width)
    if not group.is_of_several:
        return card
    names = ", ".join(item.account.handle or item.account.id for item in group.items)
    whose = Content(f"{accounts_words(len(group.items))}{_(':')} {names}").truncate(width, ellipsis=True)
    return _lines(whose.stylize("$accent"), Content(""), card)


def account_page(session: Session, account: Account, width: int) -> Content:
    """Return the checklist of an account."""
    platform = session.accounts.platform_of(account)
    items = session.checklist.items(account)
    excluded = excluded_from(account, platform, session.preferences.country) if platform else ()
    name = account_name(platform, account)
    done = account_progress(items, excluded, account.account_type)
    kind = f"{account_type_name(account.account_type)} · {done}" if items else done
    whose, said = whose_words(account), at_work_words(platform, account.account_type)
    rows = (row.text for row in account_rows(items, excluded, width, said))
    heads = [Content(one).stylize("$muted") for one in (kind, whose) if one]
    return _lines(Content(name).stylize("bold"), *heads, Content(""), *rows)


def request_page(session: Session, one: Running, width: int) -> Content:
    """Return the history of a request and what can be done next."""
    from consentui.tui.requests.timeline_view import history
    from consentui.words.requests import next_move_name, standing_words
    from consentui.words.timeline import timeline

    today = clock.today()
    title = f"{one.case.reference} · {session.requests.right_of(one.case)}"
    standing = Content(capitalised(standing_words(one.here, today))).stylize(
        "$warning" if one.is_pressing else "$muted"
    )
    past = history(
        timeline(one.case, one.here, session.knowledge.law(), session.requests.law_of(one.case)), today, width
    ).lines
    moves = (Content(next_move_name(move)) for move in one.here.next)
    return _lines(
        Content(title).stylize("bold"), standing, Content(""), *past, Content(""), heading(_("What comes next")), *moves
    )


def _lines(*lines: Content) -> Content:
    return Content("\n").join(lines)

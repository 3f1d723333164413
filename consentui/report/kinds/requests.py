"""The requests about the accounts of a report: where each stands, what is awaited, and what happened."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date

from msgspec import Struct
from msgspec.structs import replace

from consentui.i18n import _, ngettext
from consentui.i18n.dates import long_date
from consentui.journal.entries import RequestRight
from consentui.report.document import Block, Heading, Point, Points
from consentui.report.kinds.frame import headings
from consentui.requests.cases import Case
from consentui.requests.status import SetBy, Situation, Status
from consentui.words.requests import standing_until
from consentui.words.timeline import Moment, steps_of


class Step(Struct, frozen=True):
    """Something that happened to a request."""

    on: date
    what: str


class Request(Struct, frozen=True, kw_only=True):
    """A request as a report shows it; what was written and answered is in its own dossier."""

    request: str
    """The reference."""
    account: str
    platform_name: str
    handle: str
    company: str
    right: RequestRight
    title: str
    """The right in words, with the article that gives it."""
    status: Status
    is_running: bool
    """Whether somebody still has something to do."""
    awaited: date | None
    """The day until which others have time; None if nobody owes anything by a given day."""
    is_late: bool
    """Whether a day that the law sets has passed."""
    steps: tuple[Step, ...]
    set_by: SetBy | None = None
    """Who set the awaited day; None without one."""
    client: str = ""
    """The name of the client in a portfolio; empty in other reports."""


Told = Callable[[str], tuple[str, str]]
"""Gives the name of the platform of an account and its handle as reports show it, by its id."""


def request_of(case: Case, here: Situation, *, title: str, company: str, told: Told, as_of: date) -> Request:
    """The request of a case that stands like this on a day."""
    platform_name, handle = told(case.opened.account)
    return Request(
        request=case.reference,
        account=case.opened.account,
        platform_name=platform_name,
        handle=handle,
        company=company,
        right=case.opened.right,
        title=title,
        status=here.status,
        is_running=here.is_running,
        awaited=here.awaited,
        is_late=here.is_late(as_of),
        steps=tuple(map(_step, steps_of(case))),
        set_by=here.set_by if here.awaited else None,
    )


def by_urgency(requests: Iterable[Request]) -> tuple[Request, ...]:
    """What is awaited earliest first, then what waits for no day, then what is at its end."""
    return tuple(sorted(requests, key=lambda one: (not one.is_running, one.awaited or date.max, one.request)))


def since(requests: Iterable[Request], day: date, as_of: date) -> Iterator[Request]:
    """The requests to which something happened after a day, or whose time ran out since, with what happened alone."""
    for one in requests:
        steps = tuple(step for step in one.steps if step.on > day)
        if steps or (one.awaited and day <= one.awaited < as_of):
            yield replace(one, steps=steps)


def request_blocks(requests: Iterable[Request], as_of: date, level: int = 2) -> Iterator[Block]:
    """The requests under their heading, each with where it stands and what happened to it; nothing without any."""
    if found := tuple(requests):
        yield Heading(_("Requests"), 3 if level == 3 else 2)  # noqa: PLR2004 -- the two levels there are
        yield Points(tuple(_point(one, whose, as_of) for one, whose in zip(found, headings(found), strict=True)))


def standing_of(one: Request, as_of: date) -> str:
    """Where a request stands, with the time that others have left or by how much they are late."""
    return standing_until(one.status, one.awaited, one.set_by, as_of)


def open_words(running: int, late: int) -> str:
    """How many requests are open and how many of them late, in few words; empty if none is open."""
    if not running:
        return ""
    words = ngettext("{count} open", "{count} open", running).format(count=running)
    return _("{open}, {late} overdue").format(open=words, late=late) if late else words


def _step(moment: Moment) -> Step:
    return Step(moment.on, moment.what)


def _point(one: Request, whose: str, as_of: date) -> Point:
    steps = tuple(f"{long_date(step.on)}{_(':')} {step.what}" for step in one.steps)
    about = ", ".join(filter(None, (whose, one.title)))
    return Point(f"{one.request}{_(':')} {about}", standing_of(one, as_of), (one.company, *steps))

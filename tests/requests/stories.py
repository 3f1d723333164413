"""Requests in a short notation, `9-01 sent email; 9-20 extended -reasons`, for tables of test cases."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import Any, get_args

from msgspec import Struct

from consentui.journal.entries import (
    Answer,
    AuthorityAnswer,
    AuthorityAnswered,
    Checked,
    Decided,
    Decision,
    Message,
    Recorded,
    RequestAnswered,
    RequestChecked,
    RequestClosed,
    RequestOpened,
    RequestReceived,
    RequestReopened,
    RequestRight,
    RequestSent,
    Verdict,
)
from consentui.knowledge.records import Control
from consentui.requests.answers import SUBSTANTIAL
from consentui.requests.authority import is_cross_border, news_due, said_of
from consentui.requests.cases import Case, Step, answer_due, case_of
from consentui.requests.letters.attempts import attempts_of
from consentui.requests.letters.facts import Facts, NamedAccount, Person, Shown
from consentui.requests.rights import Regime, Right
from consentui.requests.situations import situation
from consentui.requests.status import Situation
from tests.builders import BEGINNING, a_control, a_route, an_entry_id, an_event, decided, recorded
from tests.requests.letter_facts import REFERENCE, a_day, an_authority, few


def day(text: str) -> date:
    """The day of `3-02`, which is 2 March 2026; other years are written out."""
    parts = [int(part) for part in text.split("-")]
    return date(*parts) if len(parts) == 3 else date(2026, *parts)


class Told(Struct, frozen=True):
    """An entry of a story, still without id and time."""

    make: Callable[..., Step]
    on: date
    facts: dict[str, Any]


def sent(on: str, how: str = "email", message: Message = "request", letter: str = "") -> Told:
    facts = {"how": how, "message": message, "letter": letter or message}
    rest = {
        "to": "",
        "subject": "",
        "file": f"requests/{REFERENCE}/01-{letter or message}.txt",
        "sha256": "0" * 64,
        "country": "FR",
        "seat": "IE",
    }
    return Told(RequestSent, day(on), facts | rest)


def reply(on: str, letter: str) -> Told:
    return sent(on, message="reply", letter=letter)


def got(on: str) -> Told:
    return Told(RequestReceived, day(on), {})


def said(on: str, answer: Answer, **details: Any) -> Told:
    return Told(RequestAnswered, day(on), {"answer": answer} | details)


def authority(on: str, answer: AuthorityAnswer, case_number: str = "") -> Told:
    return Told(AuthorityAnswered, day(on), {"answer": answer, "case_number": case_number})


def checked(on: str, *, holds: bool) -> Told:
    return Told(RequestChecked, day(on), {"holds": holds})


def closed(on: str, *, satisfied: bool = True) -> Told:
    return Told(RequestClosed, day(on), {"satisfied": satisfied})


def reopened(on: str) -> Told:
    return Told(RequestReopened, day(on), {})


def case(told: Iterable[Told], right: RequestRight = "object-training") -> Case:
    """The case with these entries, in this order."""
    stamps: Iterator[dict[str, Any]] = (
        {"at": BEGINNING, "id": an_entry_id(number), "request": REFERENCE} for number in range(1, 100)
    )
    entry = RequestOpened(**next(stamps), account="chirp-0001", right=right, controller="chirp", language="en")
    entries = [entry, *(one.make(**next(stamps), on=one.on, **one.facts) for one in told)]
    found = case_of(entries)
    assert found is not None
    return found


def situation_after(
    told: Iterable[Told], today: str, regime: Regime | None = Regime.EU, right: RequestRight = "object-training"
) -> Situation:
    """The situation of the request on a day; the company is in Ireland, or in the United Kingdom under its law."""
    one = case(told, right)
    due = answer_due(one, "GB" if regime is Regime.UK else "IE", regime) if regime else None
    return situation(one, due, day(today), regime)


def told_by(words: str) -> Told:
    """The entry written as `9-20 extended -reasons` or `9-11 reply identity-demanded`."""
    on, what, *more = words.split()
    if what in SAID_OTHERWISE:
        return SAID_OTHERWISE[what](on, *more)
    details: dict[str, Any] = {one[1:]: one[0] == "+" for one in more if one[0] in "+-"}
    if "left-out" in more:
        details["left_out"] = ("chirp-0002",)
    if "open" in more:
        details["open"] = ("who the recipients are",)
    if "said" in more:
        details["said"] = "550"
    return said(on, named(get_args(Answer), what), **details)


SAID_OTHERWISE: dict[str, Callable[..., Told]] = {
    "sent": sent,
    "reply": reply,
    "reminder": lambda on: sent(on, message="reminder"),
    "complaint": lambda on: sent(on, message="complaint"),
    "controller-complaint": lambda on: sent(on, message="controller-complaint"),
    "to-authority": lambda on, letter: sent(on, message="authority-letter", letter=letter),
    "received": got,
    "authority": authority,
    "holds": lambda on: checked(on, holds=True),
    "broken": lambda on: checked(on, holds=False),
    "satisfied": closed,
    "let-rest": lambda on: closed(on, satisfied=False),
    "reopened": reopened,
}
"""The words for entries that are not answers of the company."""


def named(choices: tuple[Any, ...], word: str) -> Any:
    assert word in choices
    return word


# At the platform's own controls

SETTING = a_control(id="setting")
FORM = a_control(
    id="form",
    kind="objection-form",
    desired="objected",
    route=(a_route("form", url="https://chirp.example/object-ai"),),
)


class Tried(Struct, frozen=True):
    """An outcome or a decision about a control."""

    control: Control
    on: date
    word: str


def tried_by(words: str) -> Tried | None:
    """The outcome or decision written as `8-20 setting switched-off`; None if the words are about the request."""
    on, where, *more = words.split()
    control = {"setting": SETTING, "form": FORM}.get(where)
    return Tried(control, day(on), more[0]) if control else None


def shown_by(words: str, number: int) -> Shown | None:
    """What their copy of the data showed of the setting, written as `9-20 file allows`; None if it is not about it."""
    on, where, *more = words.split()
    if where != "file":
        return None
    refuses = more[0] == "refuses"
    entry = Checked(
        at=a_day(day(on).year, day(on).month, day(on).day),
        id=an_entry_id(number),
        account="chirp-0001",
        control=SETTING.id,
        source="chirp",
        name="chirp.zip",
        member="settings.json",
        field="training",
        value="off" if refuses else "on",
        made=day(on),
        grade="A",
        verdict=Verdict.SHOWS_OFF if refuses else Verdict.SHOWS_ON,
    )
    return Shown(entry, SETTING, refuses, SETTING.source[0].url)


def facts_from(happened: str, today: str, regime: Regime = Regime.EU, right: RequestRight = "object-training") -> Facts:
    """The facts for a letter on a day, after what happened in the story."""
    words = [one.strip() for one in happened.split(";") if one.strip()]
    tried = [one for one in map(tried_by, words) if one]
    seen = tuple(filter(None, (shown_by(text, number) for number, text in enumerate(words, 80))))
    told = (one for one in words if tried_by(one) is None and shown_by(one, 80) is None)
    found = case([told_by(one) for one in told], right)
    due = answer_due(found, "GB" if regime is Regime.UK else "IE", regime)
    complaint = found.last_sent("complaint")
    substantial = [one for one in found.answers if one.answer in SUBSTANTIAL]
    about: dict[str, list[Decided | Recorded]] = {}
    for number, one in enumerate(tried, 50):
        make = decided if one.word in set(Decision) else recorded
        at = a_day(one.on.year, one.on.month, one.on.day)
        about.setdefault(one.control.id, []).append(make(one.word, number, control=one.control.id, at=at))
    return few(
        person=Person("Marie Lefèvre", "12 rue des Lilas\n31000 Toulouse", "marie@example.org"),
        today=day(today),
        right=Right(right),
        regime=regime,
        concerned=(SETTING, FORM),
        attempts=attempts_of((SETTING, FORM), about),
        messages=found.messages,
        request=found.request,
        received=found.received,
        answers=found.corrected_answers,
        complaint=complaint,
        authority_said=said_of(found, complaint) if complaint else (),
        news_due=news_due(found, complaint, regime) if complaint else None,
        is_cross_border=is_cross_border(found),
        shown=seen,
        checks=tuple(one for one in found.steps if isinstance(one, RequestChecked)),
        due=due.runs_out if due else None,
        extended=bool(due and due.extended),
        waited=bool(due and due.if_needless),
        left_out=(NamedAccount("Chirp", "@marie_pro"),) if substantial and substantial[-1].left_out else (),
        authority=an_authority(),
        lead=an_authority(country="IE", name="Test of Dublin"),
        proceedings=(
            (an_event(primary=True, pending=True),) if right == "object-training" and regime is Regime.EU else ()
        ),
    )

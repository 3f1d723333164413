"""The checklist to print and tick."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from msgspec.structs import replace

from consentui.checklist.standing import Standing
from consentui.i18n import Language
from consentui.journal.entries import Entry
from consentui.knowledge.records import Platform
from consentui.report.document import Points
from consentui.report.formats import markdown
from consentui.report.kinds.checklist import Checklist, build, document
from consentui.report.kinds.mask import Names
from consentui.report.kinds.requests import Request, request_blocks
from consentui.requests.status import Status
from tests.builders import TODAY, a_control, a_platform, a_route, a_text, recorded
from tests.report.kinds.test_accounts import view


def checklist(
    *entries: Entry, platform: Platform | None = None, names: Names = "masked", requests: tuple[Request, ...] = ()
) -> Checklist:
    """The checklist of one account."""
    return build(
        [view(*entries, platform=platform)],
        as_of=TODAY,
        language="en",
        country="FR",
        names=names,
        version="1.2",
        requests=requests,
    )


def written(made: Checklist) -> str:
    return markdown.render(document(made))


def test_what_is_open_stands_in_the_list_with_its_time() -> None:
    (section,) = checklist().sections
    (todo,) = section.todos
    assert (section.platform_name, section.handle) == ("Chirp", "@m…")
    assert (todo.standing, todo.minutes) == (Standing.OPEN, a_control().minutes)
    assert checklist().minutes == a_control().minutes


@pytest.mark.parametrize("outcome", ["switched-off", "already"])
def test_what_is_settled_is_not_in_the_list(outcome: str) -> None:
    assert checklist(recorded(outcome)).sections == ()


def test_an_empty_list_says_that_nothing_is_left() -> None:
    assert "Nothing is left to do." in written(checklist(recorded("switched-off")))


def test_what_failed_stands_in_the_list_with_where_it_stands() -> None:
    assert "another way needed" in written(checklist(recorded("not-found", surface="web")))


def test_each_thing_to_do_has_a_box_to_tick_and_a_line_to_write_on() -> None:
    lists = [block for block in document(checklist()).blocks if isinstance(block, Points) and block.to_tick]
    assert [len(one.points) for one in lists] == [1]
    assert "- [ ] **" in written(checklist())
    assert "Done on:" in lists[0].points[0].details[-1]


def test_the_way_there_is_said_in_full() -> None:
    todo = checklist().sections[0].todos[0]
    way = todo.ways[0]
    assert way.url in written(checklist())
    assert way.label in written(checklist())


def test_the_lines_of_a_postal_address_stay_apart() -> None:
    by_post = a_route(surface="post", url=None, address="Chirp Ltd\n1 Liffey Street\nDublin 1")
    assert "Chirp Ltd, 1 Liffey Street, Dublin 1" in written(
        checklist(platform=a_platform(a_control(route=(by_post,))))
    )


def test_needs_and_proof_are_said_where_they_are_known() -> None:
    platform = a_platform(a_control(needs=(a_text("a password"),), proof=a_text("the switch is grey")))
    assert "You need: a password" in written(checklist(platform=platform))
    assert "Proof: the switch is grey" in written(checklist(platform=platform))


def test_a_list_that_names_accounts_in_full_says_that_it_is_confidential() -> None:
    assert document(checklist()).confidential == ""
    assert "Confidential" in document(checklist(names="full")).confidential
    assert "@marie" in written(checklist(names="full"))


def test_the_list_is_in_the_language_spoken(speak: Callable[[Language], None]) -> None:
    speak("fr")
    made = build([view()], as_of=TODAY, language="fr", country="FR", names="masked", version="1.2")
    assert written(made).startswith("# Liste de contrôle\n")
    assert "Fait le" in written(made)


def test_old_facts_are_counted_among_the_limits() -> None:
    made = replace(checklist(), sections=(replace(checklist().sections[0], todos=(_old(checklist()),)),))
    assert "1 item rests on facts" in written(made)


def _old(made: Checklist) -> object:
    return replace(made.sections[0].todos[0], facts_are_old=True)


def test_the_requests_about_the_accounts_are_listed_as_in_the_other_reports() -> None:
    asked = _a_request()
    listed = tuple(request_blocks((asked,), TODAY))
    assert listed
    assert [block for block in document(checklist(requests=(asked,))).blocks if block in listed] == list(listed)


def test_what_a_company_owes_is_not_called_nothing_left_to_do() -> None:
    words = written(checklist(recorded("switched-off"), requests=(_a_request(),)))
    assert "Nothing is left to do." not in words
    assert "Nothing is left to tick off." in words


def _a_request() -> Request:
    return Request(
        request="CU-2026-001",
        account="x-1",
        platform_name="X",
        handle="@m…",
        company="X Internet Unlimited Company",
        right="access",
        title="access (Article 15)",
        status=Status.WAITING,
        is_running=True,
        awaited=TODAY,
        is_late=False,
        steps=(),
    )

"""The page for a board: counts, who is responsible and by when, the deviations, the age of the facts."""

from __future__ import annotations

from datetime import date

import pytest

from consentui.checklist.policy import Policy, PolicyRule, compared
from consentui.i18n import Language, speaking
from consentui.journal.entries import Entry
from consentui.report.formats import markdown, pdf
from consentui.report.kinds.accounts import AccountView
from consentui.report.kinds.board import Board, build, document
from consentui.report.kinds.mask import Names
from tests.builders import TODAY, a_control, a_platform, a_text, an_account, recorded
from tests.pdfs import read
from tests.report.kinds.test_accounts import view

LATE, SOON = date(2026, 11, 1), date(2026, 12, 24)


def account(number: int, owner: str = "", due: date | None = None, *entries: Entry) -> AccountView:
    name = f"chirp-{number:04d}"
    return view(*entries, account=an_account(id=name, handle=f"@shop-{number}", owner=owner, due=due))


def board(*views: AccountView, names: Names = "full", language: Language = "en") -> Board:
    found = compared(Policy((PolicyRule("refuse"),)), (item for one in views for item in one.items))
    return build(views, found, as_of=TODAY, language=language, country="FR", names=names, version="1.2")


def test_what_stands_otherwise_is_told_first_what_is_due_first() -> None:
    made = board(account(1), account(2, "Zoé", SOON), account(3, "Ana", LATE))
    assert [one.account for one in made.departures] == ["chirp-0003", "chirp-0002", "chirp-0001"]
    assert (made.accounts, made.named) == (3, 3)


def test_who_is_responsible_is_told_with_the_first_day_and_whether_it_has_passed() -> None:
    made = board(account(1, "Ana", SOON), account(2, "Ana", LATE), account(3))
    assert [(one.owner, one.accounts, one.to_look_at, one.due, one.is_late) for one in made.responsible] == [
        ("Ana", 2, 2, LATE, True),
        ("", 1, 1, None, False),
    ]


def test_who_has_nothing_that_stands_otherwise_is_there_too() -> None:
    done = view(recorded("switched-off"), account=an_account(owner="Ana"))
    (ana,) = board(done).responsible
    assert (ana.owner, ana.departures) == ("Ana", 0)


def test_what_was_tried_in_vain_stands_otherwise_and_comes_before_what_nobody_looked_at() -> None:
    made = board(account(1, "Ana", LATE), account(2, "Zoé", None, recorded("not-found", account="chirp-0002")))
    assert [(one.account, one.to_look_at) for one in made.departures] == [("chirp-0002", False), ("chirp-0001", True)]
    assert (made.deviating, made.to_look_at) == (1, 1)
    assert [(one.owner, one.departures, one.to_look_at) for one in made.responsible] == [("Zoé", 1, 0), ("Ana", 0, 1)]
    text = markdown.render(document(made))
    assert "Of 2 controls: 1 deviates, 1 not looked at yet." in text
    assert text.index("## What deviates") < text.index("@shop-2") < text.index("## Not looked at yet")


def test_the_page_says_the_counts_the_people_and_the_age_of_the_facts() -> None:
    text = markdown.render(document(board(account(1, "Ana", LATE), account(2))))
    assert "Of 2 controls: none deviates, 2 not looked at yet." in text
    assert "| Ana | 1 | 0 | 1 | 1 November 2026, overdue |" in text
    assert "nobody named" in text
    assert "last checked on" in text


def test_names_of_accounts_are_masked_unless_they_are_wanted() -> None:
    assert "@shop-1" not in markdown.render(document(board(account(1), names="masked")))


def test_what_is_the_same_on_several_accounts_is_one_row_that_names_two_and_counts_more() -> None:
    two = markdown.render(document(board(account(1), account(2))))
    assert "| wanted: refused | @shop-1, @shop-2 |" in two
    assert "| wanted: refused | 3 accounts |" in markdown.render(document(board(*map(account, (1, 2, 3)))))


@pytest.mark.parametrize("language", ["en", "fr"])
def test_it_is_one_page_however_many_stand_otherwise(language: Language) -> None:
    long = "S’opposer à ce que la plateforme entraîne son IA avec vos données"
    platform = a_platform(*(a_control(id=f"control-{number}", title=a_text(long, long)) for number in range(40)))
    many = [
        view(
            platform=platform,
            account=an_account(id=f"chirp-{number:04d}", owner=f"Direction de la communication {number}", due=LATE),
        )
        for number in range(30)
    ]
    with speaking(language):
        made = document(board(*many, language=language))
        assert len(read(pdf.render(made)).pages) == 1

"""When two copies of a journal use one reference for two requests, none is lost and none gets the other's letters."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from consentui.journal.entries import AboutControl, AboutRequest, Entry, RequestAssigned, RequestOpened
from consentui.journal.fold import Ledger, fold, in_force
from consentui.journal.merge import missing
from tests.builders import a_moment, an_entry_id, request_answered, request_opened, request_sent, undone
from tests.journal.strategies import copies_of, journals

X = request_opened(1, account="x-0001", controller="x")
Y = request_opened(2, account="y-0001", controller="y")
GIVEN = X.request
AS_X, AS_Y = f"{GIVEN}-0001", f"{GIVEN}-0002"


def about(opening: RequestOpened | None, number: int) -> AboutRequest:
    return replace(request_answered("refused", number), opening=opening.id if opening else None)


def assigned(entry: Entry, opening: RequestOpened, number: int) -> RequestAssigned:
    return RequestAssigned(at=a_moment(number), id=an_entry_id(number), entry=entry.id, opening=opening.id)


def shown(ledger: Ledger) -> dict[str, list[str]]:
    """The numbers of the entries of each request, by its reference."""
    return {reference: [entry.id[-1] for entry in entries] for reference, entries in ledger.requests.items()}


def test_a_request_that_shares_its_reference_with_none_is_called_as_it_was_given() -> None:
    assert shown(fold((X, about(X, 3), about(None, 4)))) == {GIVEN: ["1", "3", "4"]}


def test_requests_that_share_a_reference_are_told_apart_with_all_that_belongs_to_each() -> None:
    ledger = fold((X, Y, about(Y, 3), about(X, 4)))
    assert shown(ledger) == {AS_X: ["1", "4"], AS_Y: ["2", "3"]}
    assert {entry.request for entry in ledger.requests[AS_X]} == {AS_X}
    assert ledger.openings.clashes == {GIVEN: (X, Y)}
    assert ledger.unclear == ()


def test_once_told_apart_they_stay_so_though_one_was_taken_back() -> None:
    assert shown(fold((X, Y, about(Y, 3), undone(X, 4)))) == {AS_Y: ["2", "3"]}


def test_what_does_not_say_which_request_it_is_about_belongs_to_the_only_one_that_was_begun_before_it() -> None:
    later = request_opened(5, account="y-0001")
    assert shown(fold((X, about(None, 3), later))) == {AS_X: ["1", "3"], f"{GIVEN}-0005": ["5"]}


def test_a_letter_belongs_to_the_only_request_for_its_right() -> None:
    access = request_opened(2, right="access")
    ledger = fold((X, access, request_sent(3, letter="access"), request_sent(4, letter=X.right)))
    assert shown(ledger) == {AS_X: ["1", "4"], AS_Y: ["2", "3"]}


def test_what_may_be_about_either_is_neithers_until_the_person_says_so() -> None:
    answer = about(None, 3)
    ledger = fold((X, Y, answer))
    assert shown(ledger) == {AS_X: ["1"], AS_Y: ["2"]}
    assert ledger.unclear == (answer,)
    told = (X, Y, answer, assigned(answer, X, 4), assigned(answer, Y, 5))
    assert shown(fold(told)) == {AS_X: ["1"], AS_Y: ["2", "3"]}
    assert shown(fold((*told, undone(told[-1], 6)))) == {AS_X: ["1", "3"], AS_Y: ["2"]}


def test_what_is_about_a_request_of_a_copy_that_was_not_merged_is_no_other_requests() -> None:
    ledger = fold((X, about(Y, 3)))
    assert shown(ledger) == {GIVEN: ["1"]}
    assert [entry.id[-1] for entry in ledger.unclear] == ["3"]


def test_a_reference_that_somebody_made_up_is_no_other_requests_either() -> None:
    made_up = request_opened(3, request=AS_X)
    references = fold((X, Y, made_up)).openings.references
    assert len(set(references.values())) == 3


@given(journals)
def test_every_entry_in_force_is_somewhere_in_what_is_shown(journal: Sequence[Entry]) -> None:
    ledger = fold(journal)
    shown_ids = [entry.id for entries in ledger.requests.values() for entry in entries]
    shown_ids += [entry.id for entry in ledger.unclear]
    shown_ids += [entry.id for controls in ledger.by_account.values() for about in controls.values() for entry in about]
    assert sorted(shown_ids) == sorted(
        entry.id for entry in in_force(journal) if isinstance(entry, AboutRequest | AboutControl)
    )
    assert all(entry.request == reference for reference, several in ledger.requests.items() for entry in several)


@given(journals.flatmap(lambda journal: st.tuples(*(copies_of(journal) for _ in range(4)))), st.randoms())
def test_however_copies_are_merged_each_request_is_called_the_same(
    copies: tuple[list[Entry], ...], chance: Random
) -> None:
    def merged(several: list[list[Entry]]) -> list[Entry]:
        while len(several) > 1:
            ours, theirs = chance.sample(several, 2)
            several.remove(ours)
            several.remove(theirs)
            several.append([*ours, *missing(ours, theirs)])
        return several[0]

    once, again = merged(list(copies)), merged(list(copies))
    assert fold(once) == fold(again)
    assert {entry.id for entry in once} == {entry.id for copy in copies for entry in copy}

"""Hypothesis strategies for texts, entries and journals."""

from __future__ import annotations

from datetime import date
from itertools import product
from typing import get_args

from hypothesis import strategies as st
from msgspec.structs import replace

from consentui.journal.entries import AboutControl, Answer, AuthorityAnswer, Decision, Entry, Outcome
from consentui.text import clean, clean_line
from tests.builders import (
    a_moment,
    account_added,
    account_due,
    account_edited,
    account_removed,
    account_tagged,
    an_entry_id,
    authority_answered,
    decided,
    noted,
    proof_added,
    recorded,
    request_answered,
    request_checked,
    request_closed,
    request_opened,
    request_proof,
    request_received,
    request_reopened,
    request_sent,
    undone,
)

ACCOUNTS = ("chirp-0001", "chirp-0002")
CONTROLS = ("training", "sharing")
REQUESTS = ("CU-2026-001", "CU-2026-002")
WORDS = ("", "Réglages [web]", 'one\nand "two"')
LONGEST = 8

_nasty = st.sampled_from('\x00\x07\t\n\r\x1b\x7f\x85\x9b\u061c\u200b\u202e\u2028\u2066\ufeff\ud800\U000e0041"\\[]#=')

texts = st.text(st.characters(categories=("L", "M", "N", "P", "S", "Z", "C")) | _nasty, max_size=60)
"""Any Unicode text, lone surrogates included, with many characters that control terminals or break TOML."""

handles = texts.map(clean_line)
notes = texts.map(lambda text: clean(text).strip())


_about_accounts: st.SearchStrategy[Entry] = st.sampled_from(
    [
        entry
        for account in ACCOUNTS
        for entry in (
            *(account_added(account=account, handle=words, account_type="work") for words in WORDS),
            *(account_edited(account=account, handle=words) for words in (None, *WORDS)),
            account_edited(account=account, account_type="creator"),
            account_tagged("press", *filter(None, WORDS), account=account),
            account_tagged("old", account=account, removed=("press",)),
            account_due(date(2027, 1, 31), account=account),
            account_due(None, account=account),
            account_removed(account=account),
        )
    ]
)
_about_controls: st.SearchStrategy[AboutControl] = st.sampled_from(
    [
        entry
        for account, control, words in product(ACCOUNTS, CONTROLS, WORDS)
        for entry in (
            *(decided(decision, account=account, control=control, note=words) for decision in Decision),
            *(recorded(outcome, account=account, control=control, seen=words, surface="ios") for outcome in Outcome),
            noted(words, account=account, control=control),
            proof_added(name=words, note=words, account=account, control=control),
        )
    ]
)
_about_requests: st.SearchStrategy[Entry] = st.sampled_from(
    [
        entry
        for reference, words in product(REQUESTS, WORDS)
        for entry in (
            request_opened(request=reference),
            request_sent(request=reference, to=words, subject=words, proof=words),
            request_received(request=reference, proof=words),
            request_sent(request=reference, country="FR", law="eu", company=words, address=words, seat="IE"),
            *(request_answered(answer, request=reference, note=words) for answer in get_args(Answer)),
            request_answered("partly", request=reference, open=(words, "2."), left_out=("chirp-0002",), said=words),
            request_answered("refused", request=reference, reasons=False, confirmed=True, authority_named=False),
            *(
                authority_answered(answer, request=reference, case_number=words, said=words)
                for answer in get_args(AuthorityAnswer)
            ),
            request_checked(request=reference, holds=False, note=words),
            request_closed(request=reference, note=words),
            request_reopened(request=reference, note=words),
            request_proof(request=reference, name=words, note=words),
        )
    ]
)
_undos = st.sampled_from([undone(account_added(aim)) for aim in range(LONGEST + 1)])


def numbered(entry: Entry, number: int) -> Entry:
    """The entry with the id and time of this number."""
    return replace(entry, id=an_entry_id(number), at=a_moment(number))


entries: st.SearchStrategy[Entry] = st.one_of(_about_accounts, _about_controls, _about_requests, _undos)
newest_about_controls = _about_controls.map(lambda entry: replace(entry, id=an_entry_id(LONGEST), at=a_moment(LONGEST)))
"""Entries about controls, newer than every entry in `journals`."""
journals = st.lists(entries, max_size=LONGEST).map(
    lambda drawn: [numbered(entry, number) for number, entry in enumerate(drawn)]
)
"""Entries with distinct ids, oldest first; an undo may refer to any of them, or to none."""


def copies_of(journal: list[Entry]) -> st.SearchStrategy[list[Entry]]:
    """The entries of a journal that one machine may have, in any order."""
    return st.lists(st.sampled_from(journal), unique_by=lambda entry: entry.id) if journal else st.just([])

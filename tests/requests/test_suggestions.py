"""The kind of answer that a text suggests."""

from __future__ import annotations

from typing import get_args

import pytest

from consentui.bundled import data_folder
from consentui.journal.entries import Answer
from consentui.knowledge.base import KnowledgeBase
from consentui.requests.answers import OWN_STEPS
from consentui.requests.references import references_in
from consentui.requests.suggestions import Suggestion, suggested

SIGNS = tuple((one.answer, one.words) for one in KnowledgeBase(data_folder()).answer_signs().sign)


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("We've received your request and will review your objection.", "acknowledged"),
        ("We have accepted your objection.", "granted"),
        ("Nous avons accepté votre opposition.", "granted"),
        ("Your data will no longer be used to train our models.", "granted"),
        ("Merci de joindre une copie de votre pièce d’identité.", "identity-asked"),
        ("Please send a copy of your ID so that we can verify your identity.", "identity-asked"),
        ("Vu la complexité, nous devons prolonger le délai de deux mois supplémentaires.", "extended"),
        ("We are unable to comply with your request.", "refused"),
        ("Nous ne pouvons pas donner suite à votre demande.", "refused"),
        ("Undelivered Mail Returned to Sender", "not-delivered"),
        ("Cette adresse n’est pas consultée : veuillez utiliser le formulaire.", "wrong-channel"),
        ("We could not locate an account with this address.", "cannot-identify"),
    ],
)
def test_the_likeliest_answer_comes_first(text: str, answer: str) -> None:
    assert suggested(text, SIGNS)[0].answer == answer


def test_a_text_that_says_nothing_of_it_suggests_nothing() -> None:
    assert suggested("Bonjour Marie, il fait beau.", SIGNS) == ()


def test_the_words_that_suggest_it_are_named() -> None:
    assert suggested("Nous REFUSONS.", (("refused", ("refusons",)),)) == (Suggestion("refused", "refusons"),)


def test_every_sign_is_of_an_answer_that_a_company_gives() -> None:
    assert {answer for answer, _words in SIGNS} <= set(get_args(Answer)) - OWN_STEPS


def test_references_are_found_in_a_text() -> None:
    text = "Re: your request CU-2026-004 (CU-2026-004), and CU-2025-001-7K3F; not XCU-2026-005 nor CU-26-1."
    assert references_in(text) == ("CU-2026-004", "CU-2025-001-7K3F")


def test_a_reference_is_known_however_a_mail_program_wrote_it() -> None:
    assert references_in("Votre demande cu-2026-004 et CU\u20112026\u2011005") == ("CU-2026-004", "CU-2026-005")

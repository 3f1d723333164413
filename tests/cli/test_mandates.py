"""Commands for writing on somebody else's behalf, and what the letters then say about writer, person and basis."""

from __future__ import annotations

import pytest

from consentui.profile.session import open_session
from consentui.requests.letters.mandates import Capacity, WrittenFor
from tests.cli.conftest import Call

CLAIRE = ("identity", "set", "--name", "Claire Quimby", "--address", "1 rue du Port, 31000 Toulouse")
LENA = ("--for", "Lena Ørsted", "--basis", "child", "--born", "2014-02-03", "--enclosure", "page of the family record")
REFERENCE = "CU-2026-001"


@pytest.fixture
def account(call: Call, monkeypatch: pytest.MonkeyPatch) -> str:
    """The id of Lena's account, in France, on 1 September 2026."""
    monkeypatch.setenv("CONSENTUI_NOW", "2026-09-01T12:00:00+00:00")
    call("config", "set", "country", "FR")
    return call("account", "add", "facebook", "--handle", "lena").out.strip()


def test_for_whom_one_writes_is_kept_and_shown(call: Call) -> None:
    assert call(*CLAIRE, *LENA).code == 0
    assert call("identity", "show").out.splitlines() == [
        "Claire Quimby",
        "1 rue du Port",
        "31000 Toulouse",
        "In the name of Lena Ørsted: my child, a minor",
        "Born on 3 February 2014",
        "Shown by: page of the family record",
    ]


def test_writing_in_ones_own_name_again_is_said(call: Call) -> None:
    call(*CLAIRE, *LENA)
    assert "no longer written in the name of Lena Ørsted" in call(*CLAIRE).err
    assert "Lena" not in call("identity", "show").out
    assert "no longer" not in call(*CLAIRE).err


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--basis", "child"), "Name the person with --for"),
        (("--enclosure", "x"), "Name the person with --for"),
        (("--for", "Lena"), "--basis: child, mandate, association, company"),
        (("--for", "Lena", "--basis", "mandate", "--born", "2014-02-03"), "--born is for a child"),
        (("--for", " ", "--basis", "child"), "The person you write for"),
        (("--for", "Lena", "--basis", "child", "--born", "2000-02-03"), "Lena has come of age"),
        (("--for", "Lena", "--basis", "uncle"), "uncle"),
    ],
)
def test_a_mandate_that_lacks_something_is_told(call: Call, options: tuple[str, ...], said: str) -> None:
    result = call(*CLAIRE, *options)
    assert result.code != 0
    assert said in result.err
    assert call("identity", "show").code == 1


def test_a_letter_says_who_writes_for_whom(call: Call, account: str) -> None:
    call(*CLAIRE, *LENA)
    call("request", "draft", account, "--right", "erase")
    text = call("letter", REFERENCE, "--how", "email").out
    assert "in the name of Lena Ørsted by Claire Quimby, who holds parental responsibility" in text
    assert "I am under 15, the age from which a child can consent" in text
    assert "(Article 8(1); France)" in text
    assert call("letter", REFERENCE, "--field", "name").out == "Lena Ørsted\n"
    assert call("letter", REFERENCE, "--field", "representative").out == "Claire Quimby\n"


def test_who_writes_for_whom_cannot_be_struck_out(call: Call, account: str) -> None:
    call(*CLAIRE, *LENA)
    call("request", "draft", account, "--right", "erase")
    result = call("letter", REFERENCE, "--strike", "for-child")
    assert result.code != 0
    assert "no letter goes out without it" in result.err
    assert "Lena Ørsted" in call("letter", REFERENCE).out


def test_a_letter_that_went_out_keeps_the_mandate_of_its_day(
    call: Call, account: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    call(*CLAIRE, *LENA)
    call("request", "draft", account, "--right", "erase")
    printed = call("letter", REFERENCE, "--how", "post").out
    call("request", "sent", REFERENCE, "--how", "post")
    session = open_session()
    assert session.texts.said(REFERENCE).written_for == WrittenFor("Lena Ørsted", "Claire Quimby", Capacity.CHILD)

    monkeypatch.setenv("CONSENTUI_NOW", "2026-12-01T12:00:00+00:00")
    call("identity", "set", "--name", "Lena Ørsted", "--email", "lena@example.org")
    session = open_session()
    (case,) = session.requests.cases()
    assert case.request
    assert session.texts.frozen(case.request) == printed
    assert session.texts.said(REFERENCE).written_for == WrittenFor("Lena Ørsted", "Claire Quimby", Capacity.CHILD)
    complaint = call("letter", REFERENCE, "--letter", "complaint")
    assert "Claire Quimby agissant en mon nom" in complaint.out
    assert "en son nom" not in complaint.out
    assert "only if they are the same person" not in complaint.err

    call("identity", "set", "--name", "Claire Quimby", "--email", "claire@example.org")
    assert "only if they are the same person" in call("letter", REFERENCE, "--letter", "complaint").err


def test_a_request_that_goes_out_again_says_who_wrote_it_then(call: Call, account: str) -> None:
    call(*CLAIRE, *LENA)
    call("request", "draft", account, "--right", "erase")
    call("request", "sent", REFERENCE, "--how", "post")
    call("request", "reply", REFERENCE, "not-delivered")
    call("identity", "set", "--name", "Lena Ørsted")
    call("request", "sent", REFERENCE, "--letter", "erase", "--how", "post")
    assert open_session().texts.said(REFERENCE).written_for is None


def test_the_authority_is_that_of_the_person_wherever_the_writer_lives(call: Call, account: str) -> None:
    call(
        "identity",
        "set",
        "--name",
        "noyb",
        "--address",
        "Goldschlagstraße 172/4/3/2, 1140 Wien, Austria",
        "--for",
        "Lena Ørsted",
        "--basis",
        "association",
    )
    call("request", "draft", account, "--right", "access")
    call("request", "sent", REFERENCE, "--how", "post")
    said = call("letter", REFERENCE, "--letter", "complaint")
    assert "articles 77 et 80, paragraphe 1, du RGPD" in said.out
    assert "3 place de Fontenoy" in said.out.replace("Place", "place")
    assert "Enclose your statutes" in said.err


def test_it_speaks_french(call: Call, account: str) -> None:
    call(*CLAIRE, *LENA)
    call("request", "draft", account, "--right", "erase", "--in", "fr")
    text = call("--language", "fr", "letter", REFERENCE).out
    assert "pour Lena Ørsted et en son nom par Claire Quimby, titulaire de la responsabilité parentale" in text
    assert "J’ai moins de 15 ans" in text


def test_one_request_may_be_for_another_person_than_the_others_of_the_profile(call: Call, account: str) -> None:
    call(*CLAIRE)
    mine = call("request", "draft", account, "--right", "access").out.strip()
    hers = call("request", "draft", account, "--right", "access", *LENA).out.strip()
    assert "Lena" not in call("letter", mine).out
    assert "For Lena Ørsted:\nClaire Quimby (parental responsibility)" in call("letter", hers).out
    assert call("request", "sent", hers, "--how", "post").code == 0
    assert open_session().texts.said(hers).written_for == WrittenFor("Lena Ørsted", "Claire Quimby", Capacity.CHILD)
    assert open_session().texts.said(mine).written_for is None


def test_a_request_for_another_person_can_be_for_the_profiles_own_again(call: Call, account: str) -> None:
    call(*CLAIRE)
    reference = call("request", "draft", account, "--right", "access", *LENA).out.strip()
    assert call("request", "say", reference, "--data", "all of it").code == 0
    assert "Lena" in call("letter", reference).out, "what is not spoken of stays"
    call("request", "say", reference, "--for-profile")
    assert "Lena" not in call("letter", reference).out


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--basis", "mandate"), "The person you write for is not named."),
        (("--for", "Lena"), "Nothing says why you may write for Lena."),
        (("--for", "Lena", "--basis", "child", "--born", "2000-01-01"), "Lena has come of age"),
    ],
)
def test_a_mandate_of_a_request_that_lacks_something_is_told(
    call: Call, account: str, options: tuple[str, ...], said: str
) -> None:
    refused = call("request", "draft", account, "--right", "access", *options)
    assert refused.code == 2
    assert said in refused.err


@pytest.mark.parametrize("born", ["2004-02-03", "2027-02-03"])
def test_no_request_is_left_behind_by_a_mandate_that_cannot_be(call: Call, account: str, born: str) -> None:
    assert call("request", "draft", account, "--for", "Lena", "--basis", "child", "--born", born).code == 2
    assert call("request", "list").out == ""

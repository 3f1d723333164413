"""`consentui kb new`: files for platforms and companies that the knowledge base lacks."""

from __future__ import annotations

from pathlib import Path

import pytest

from consentui.profile.session import open_session
from consentui.storage.places import profile_folders
from tests.cli.conftest import Call

COMPANY = ("--company", "Boutique du Coin SARL", "--address", "1 rue Basse, 31000 Toulouse, France")
MORE = ("--email", "rgpd@boutique.example", "--seat", "fr")


@pytest.fixture
def boutique(call: Call) -> Path:
    said = call("kb", "new", "Boutique", "du", "Coin", *COMPANY, *MORE)
    assert said.code == 0, said.err
    return Path(said.out.strip())


def test_a_file_is_begun_that_reads_at_once(call: Call, boutique: Path) -> None:
    assert boutique == profile_folders().own_knowledge / "boutique-du-coin.toml"
    assert "# One thing that you can decide on." in boutique.read_text(encoding="utf-8")
    assert call("kb", "show", "boutique-du-coin").out.startswith("Boutique du Coin (your file) (boutique-du-coin)\n")
    assert open_session().knowledge.faults == ()
    assert call("kb", "lint", str(boutique), "--json").json["findings"] != []


def test_a_letter_goes_to_a_company_of_ones_own(call: Call, boutique: Path) -> None:
    call("identity", "set", "--name", "Marie Lefèvre", "--address", "12 rue des Lilas, 31000 Toulouse")
    account = call("account", "add", "boutique-du-coin").out.strip()
    reference = call("request", "draft", account, "--in", "en").out.strip()
    letter = call("letter", reference, "--how", "post").out
    assert "Boutique du Coin SARL\n1 rue Basse\n31000 Toulouse\nFrance" in letter
    assert "your file" not in letter
    assert "rgpd@boutique.example" in call("letter", reference, "--format", "eml").out


def test_a_company_of_ones_own_is_marked(call: Call, boutique: Path) -> None:
    assert call("kb", "company", "boutique-du-coin").out.startswith("Boutique du Coin SARL (your file)\n")
    assert "Lead authority: FR" in call("kb", "company", "boutique-du-coin").out


def test_what_is_not_named_is_asked(call: Call) -> None:
    said = call("kb", "new", "Nest", typed="Nest SA\n\nrgpd@nest.example\nFR\n")
    assert said.code == 0
    company = open_session().knowledge.controller("nest")
    assert company is not None
    assert (company.name, company.contact.email, company.contact.address) == ("Nest SA", "rgpd@nest.example", "Nest SA")


def test_the_company_can_wait(call: Call) -> None:
    assert call("kb", "new", "Nest").code == 0
    assert call("kb", "show", "nest").code == 0
    assert open_session().knowledge.controller("nest") is None


def test_a_second_company_joins_the_first(call: Call, boutique: Path) -> None:
    said = call("kb", "new", "Nest", "--company", "Nest SA", "--address", "", "--email", "", "--seat", "")
    assert said.code == 0, said.err
    assert {one.id for one in open_session().knowledge.controllers() if one.is_own} == {"boutique-du-coin", "nest"}


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        (("X",), "“X” already exists."),
        (("!?",), "“!?” does not make a file name."),
        (("companies",), "“companies” does not make a file name."),
        (("Nest", "--company", "N", "--address", "", "--email", "", "--seat", "zz"), "No authority is known for “ZZ”."),
        (
            ("Nest", "--company", "N", "--address", "", "--email", "nobody", "--seat", ""),
            "“nobody” is not an e-mail address.",
        ),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_written(call: Call, words: tuple[str, ...], reason: str) -> None:
    said = call("kb", "new", *words)
    assert (said.code, said.err.splitlines()[0]) == (2, reason)
    assert not list(profile_folders().own_knowledge.glob("*.toml"))


def test_a_search_that_finds_nothing_offers_it(call: Call) -> None:
    said = call("kb", "search", "zzyzx")
    assert said.code == 1
    assert "“consentui kb new zzyzx” starts a file of your own." in said.err


def test_a_spoilt_file_of_companies_is_named_and_left_out(call: Call, boutique: Path) -> None:
    (boutique.parent / "companies.toml").write_text("controller = 1\n", encoding="utf-8")
    assert len(open_session().knowledge.faults) == 1
    assert call("kb", "show", "x").code == 0

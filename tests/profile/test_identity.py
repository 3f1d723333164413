"""Name and address for letters: readable for their owner only, and forgotten on request."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consentui.errors import StorageError, UsageError
from consentui.profile.identity import Identity, forget_identity, keep_identity, read_identity, writer
from consentui.requests.letters.mandates import Capacity, Mandate
from consentui.text import UNSEEN
from tests.journal.strategies import texts

MARIE = Identity("Marie Lefèvre", "12 rue des Lilas\n31000 Toulouse", "marie@example.org")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "profile" / "identity.toml"


def test_nothing_is_kept_at_first(path: Path) -> None:
    assert read_identity(path) is None
    assert forget_identity(path) is False


def test_what_is_kept_comes_back(path: Path) -> None:
    keep_identity(path, MARIE)
    assert read_identity(path) == MARIE


@pytest.mark.skipif(os.name != "posix", reason="files have no modes elsewhere")
def test_nobody_else_can_read_it(path: Path) -> None:
    keep_identity(path, MARIE)
    assert path.stat().st_mode & 0o777 == 0o600
    assert path.parent.stat().st_mode & 0o777 == 0o700


def test_what_is_forgotten_is_gone_from_the_disk(path: Path) -> None:
    keep_identity(path, MARIE)
    assert forget_identity(path) is True
    assert list(path.parent.iterdir()) == []
    assert read_identity(path) is None


@given(name=texts, address=texts)
def test_whatever_is_typed_is_kept_inert(tmp_path_factory: pytest.TempPathFactory, name: str, address: str) -> None:
    path = tmp_path_factory.getbasetemp() / "any" / "identity.toml"
    keep_identity(path, Identity(name, address, "marie@example.org"))
    kept = read_identity(path)
    assert kept is not None
    assert not UNSEEN.search(kept.name + kept.address)
    assert "\n" not in kept.name
    keep_identity(path, kept)
    assert read_identity(path) == kept


@pytest.mark.parametrize("text", ["name = 1\n", "nonsense", 'name = "x"\nage = 3\n', "email = 'x'\n"])
def test_a_file_that_cannot_be_understood_is_named(path: Path, text: str) -> None:
    path.parent.mkdir()
    path.write_text(text, encoding="utf-8")
    with pytest.raises(StorageError, match=r"identity\.toml"):
        read_identity(path)


def test_a_place_that_cannot_be_written_is_named(path: Path) -> None:
    path.mkdir(parents=True)
    with pytest.raises(StorageError, match="could not be saved"):
        keep_identity(path, MARIE)
    with pytest.raises(StorageError, match="could not be forgotten"):
        forget_identity(path)


def test_keeping_again_replaces(path: Path) -> None:
    keep_identity(path, Identity("Somebody else", "Elsewhere", "x@example.org"))
    keep_identity(path, MARIE)
    assert read_identity(path) == MARIE


def test_what_is_no_email_address_is_neither_kept_nor_written_under(path: Path) -> None:
    with pytest.raises(UsageError, match="is not an e-mail address"):
        keep_identity(path, Identity("Marie", email="a@b.example, c@d.example"))
    assert not path.exists()
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text('name = "Marie"\nemail = "a@b.example, c@d.example"\n', encoding="utf-8")
    with pytest.raises(UsageError, match="is not an e-mail address"):
        writer(path)


LENA = Mandate("Lena Ørsted", Capacity.CHILD, "page of the family record", date(2014, 2, 3))


def test_for_whom_somebody_writes_comes_back(path: Path) -> None:
    keep_identity(path, Identity("Claire", mandate=LENA))
    kept = writer(path)
    assert kept.mandate == LENA
    assert (kept.name, kept.subject) == ("Claire", "Lena Ørsted")
    keep_identity(path, MARIE)
    assert writer(path).subject == MARIE.name


@given(person=texts, enclosure=texts, basis=st.sampled_from(Capacity))
def test_whatever_is_typed_of_a_mandate_is_kept_inert(
    tmp_path_factory: pytest.TempPathFactory, person: str, enclosure: str, basis: Capacity
) -> None:
    path = tmp_path_factory.getbasetemp() / "mandate" / "identity.toml"
    keep_identity(path, Identity("Claire", mandate=Mandate(f"L{person}", basis, enclosure)))
    kept = read_identity(path)
    assert kept
    assert kept.mandate
    assert not UNSEEN.search(kept.mandate.person + kept.mandate.enclosure)
    assert "\n" not in kept.mandate.person + kept.mandate.enclosure


@pytest.mark.parametrize(
    ("mandate", "said"),
    [
        (Mandate("  ", Capacity.CHILD), "The person you write for"),
        (Mandate("Lena", Capacity.CHILD, born=date(2200, 1, 1)), "is in the future"),
        (Mandate("Lena", Capacity.CHILD, born=date(1990, 1, 1)), "has come of age"),
    ],
)
def test_a_mandate_that_cannot_be_is_not_kept(path: Path, mandate: Mandate, said: str) -> None:
    with pytest.raises(UsageError, match=said):
        keep_identity(path, Identity("Claire", mandate=mandate))
    assert not path.exists()


def test_only_a_childs_birthday_is_kept(path: Path) -> None:
    keep_identity(path, Identity("Claire", mandate=Mandate("Paul", Capacity.MANDATE, born=date(1990, 1, 1))))
    kept = writer(path).mandate
    assert kept
    assert kept.born is None


def test_nobody_writes_for_a_child_who_came_of_age_meanwhile(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    keep_identity(path, Identity("Claire", mandate=LENA))
    monkeypatch.setenv("CONSENTUI_NOW", "2032-02-03T12:00:00+00:00")
    with pytest.raises(UsageError, match="Lena Ørsted has come of age"):
        writer(path)

"""`letter --claims` and `request dossier --claims`: each sentence with its sort and what it rests on."""

from __future__ import annotations

from pathlib import Path
from zipfile import ZipFile

import pytest

from tests.cli.conftest import Call


@pytest.fixture
def reference(call: Call, monkeypatch: pytest.MonkeyPatch) -> str:
    """The reference of an objection from France that is not sent yet."""
    monkeypatch.setenv("CONSENTUI_NOW", "2027-01-31T12:00:00+00:00")
    call("config", "set", "country", "FR")
    call("identity", "set", "--name", "Marie Lefèvre", "--email", "marie@mail.example")
    call("account", "add", "facebook", "--handle", "marie.l")
    return call("request", "draft", "facebook", "--control", "ai-objection", "--in", "en").out.strip()


def rows(call: Call, reference: str) -> dict[str, list[str]]:
    """The rows of `letter --claims`, by the words of the sentence."""
    return {row[2]: row for row in call("letter", reference, "--claims").rows}


def test_each_sentence_says_what_it_is_and_the_law_says_where_it_stands(call: Call, reference: str) -> None:
    found = rows(call, reference)
    term = next(row for words, row in found.items() if "Article 12(3)" in words)
    assert term[1] == "request"
    assert term[3].startswith("what you ask for; the law: GDPR Art. 12(3), https://")
    burden = next(row for words, row in found.items() if "it is for you to demonstrate" in words)
    assert burden[:2] == ["-", "law"]
    assert any(row[1] == "fact" and "what you recorded" in row[3] for row in found.values())


def test_a_request_is_struck_out_put_back_and_never_reworded(call: Call, reference: str) -> None:
    step = next(row for words, row in rows(call, reference).items() if words.startswith("3. "))
    words = step[2].removeprefix("3. ")
    assert call("letter", reference, "--correct", step[0], "Do otherwise").code == 2
    assert words in call("letter", reference).out
    assert words not in call("letter", reference, "--strike", step[0]).out
    assert words not in call("letter", reference, "--limit", "2000").out
    assert words in call("letter", reference, "--restore", step[0]).out


def test_what_a_letter_does_not_have_cannot_be_struck_out(call: Call, reference: str) -> None:
    said = call("letter", reference, "--strike", "ask-000000")
    assert said.code == 2
    assert "no claim called “ask-000000”" in said.err


def test_a_dossier_says_of_each_sentence_what_it_rests_on(call: Call, reference: str) -> None:
    call("request", "sent", reference, "--how", "form")
    call("request", "received", reference, "--proof", "RR 1234")
    said = call("request", "dossier", reference, "--claims").rows
    kinds = {row[1] for row in said}
    assert len(kinds) == 3
    assert all(row[3] for row in said)
    assert any("RR 1234" in row[2] for row in said)
    assert any("SHA" not in row[2] and "Meta Platforms" in row[2] for row in said)


def test_what_is_struck_out_of_the_complaint_is_in_no_part_of_its_dossier(
    call: Call, reference: str, tmp_path: Path
) -> None:
    call("request", "sent", reference, "--how", "form", "--on", "2026-10-01")
    call("request", "received", reference, "--on", "2026-10-02", "--proof", "RR 1234")
    call("request", "sent", reference, "--letter", "reminder", "--how", "post", "--on", "2026-11-10")
    screenshot = tmp_path / "screen.txt"
    screenshot.write_text("what I saw", encoding="utf-8")
    call("proof", "add", str(screenshot), "--request", reference)
    listed = {row[2]: row[0] for row in call("request", "dossier", reference, "--claims").rows}
    reminder = next(code for words, code in listed.items() if words.startswith("Reminder –"))
    proof = next(code for words, code in listed.items() if "RR 1234" in words)
    file = next(code for words, code in listed.items() if "screen.txt" in words and "KB" not in words)
    assert "-" not in {reminder, proof, file}
    before = call("request", "dossier", reference).out
    strikes = [word for code in (reminder, proof, file) for word in ("--strike", code)]
    after = call("request", "dossier", reference, *strikes).out
    for words in ("Reminder – objection", "RR 1234", "screen.txt"):
        assert words in before
        assert words not in after
    archive = tmp_path / "evidence.zip"
    call("report", "--kind", "dossier", "--request", reference, "--format", "zip", "-o", str(archive))
    with ZipFile(archive) as packed:
        assert not [name for name in packed.namelist() if "reminder" in name or name.startswith("proofs/")]
    assert "RR 1234" in call("request", "dossier", reference, "--restore", proof).out

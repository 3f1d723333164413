"""Mails on the command line: read, attached, and their signatures checked against a stub DNS."""

from __future__ import annotations

from pathlib import Path

import pytest

from consentui.errors import NetworkError
from consentui.journal.entries import MailChecked, RequestAnswered, RequestProof
from consentui.profile.mails import Mails
from consentui.profile.session import open_session
from consentui.storage.places import profile_folders
from tests.cli.conftest import Call
from tests.verify.mails import DOMAIN, QUESTION, asked_of, mail


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The queries that the stub DNS got."""
    return asked_of(Mails.check, monkeypatch)


@pytest.fixture
def request_(call: Call, account: str, monkeypatch: pytest.MonkeyPatch) -> str:
    """A request to a company whose mails come from mail.example."""
    monkeypatch.setattr("consentui.knowledge.records.Controller.domains", (DOMAIN,))
    reference = call("request", "draft", account).out.strip()
    assert reference == "CU-2026-001"
    return reference


def file(tmp_path: Path, name: str) -> str:
    path = tmp_path / f"{name}.eml"
    path.write_bytes(mail(name))
    return str(path)


def written(kind: type) -> list[object]:
    return [entry for entry in open_session().journal.entries if isinstance(entry, kind)]


def test_a_mail_finds_its_request_its_day_and_what_it_seems_to_be(call: Call, request_: str, tmp_path: Path) -> None:
    said = call("request", "reply", "--mail", file(tmp_path, "genuine"), typed="\n")
    assert said.code == 0, said.err
    assert f"Request: {request_}" in said.err
    assert "Subject: Votre opposition acceptée (CU-2026-001)" in said.err
    assert "  1  granted  suggested by “avons acceptee”" in said.err
    assert "signature not checked" in said.err
    (answer,) = written(RequestAnswered)
    assert isinstance(answer, RequestAnswered)
    assert (answer.answer, answer.on.isoformat()) == ("granted", "2026-11-20")
    assert answer.proof == (
        "e-mail from privacy@mail.example of 20 November 2026, “Votre opposition acceptée (CU-2026-001)”"
    )


def test_the_person_decides_what_it_is(call: Call, request_: str, tmp_path: Path) -> None:
    assert call("request", "reply", "partly", "--mail", file(tmp_path, "genuine")).code == 0
    (answer,) = written(RequestAnswered)
    assert isinstance(answer, RequestAnswered)
    assert answer.answer == "partly"


def test_nobody_to_ask_writes_nothing_down(call: Call, request_: str, tmp_path: Path) -> None:
    said = call("request", "reply", request_, "--mail", file(tmp_path, "genuine"))
    assert said.code == 2
    assert f"“request reply {request_} granted --mail FILE”" in said.err
    assert (written(RequestAnswered), written(RequestProof)) == ([], [])


def test_no_key_is_asked_for_unless_the_person_wants_it(
    call: Call, request_: str, tmp_path: Path, asked: list[str]
) -> None:
    call("request", "reply", "granted", "--mail", file(tmp_path, "genuine"))
    call("proof", "check")
    assert asked == []
    assert call("proof", "list").out.count("signature not checked") == 1


def test_the_question_is_named_before_it_is_asked_and_the_key_kept(
    call: Call, request_: str, tmp_path: Path, asked: list[str]
) -> None:
    said = call("request", "reply", "granted", "--mail", file(tmp_path, "genuine"), "--check-signature")
    assert said.err.index(f"Asking the DNS for {QUESTION} (TXT).") < said.err.index("Saved.")
    assert said.out == f"signed by {DOMAIN}, unaltered\n"
    (checked,) = written(MailChecked)
    assert isinstance(checked, MailChecked)
    assert (checked.verdict, checked.domain, checked.question, asked) == ("genuine", DOMAIN, QUESTION, [QUESTION])
    kept = (profile_folders().proofs / f"{checked.key}.txt").read_text(encoding="utf-8")
    assert kept.startswith(f'; 2026-11-21\n{QUESTION}. IN TXT "v=DKIM1; k=rsa; p=')


def test_it_can_be_checked_again_without_a_network(call: Call, request_: str, tmp_path: Path, asked: list[str]) -> None:
    call("proof", "add", "--request", request_, file(tmp_path, "genuine"), "--check-signature")
    assert f"signed by {DOMAIN}, unaltered" in call("proof", "check").out
    assert call("proof", "check", "--json").json["mails"][0]["verdict"] == "genuine"
    assert asked == [QUESTION]
    call("identity", "set", "--name", "Marie Lefèvre", "--address", "12 rue des Lilas, 31000 Toulouse")
    dossier = call("request", "dossier", request_).out
    assert f"signed by {DOMAIN}, unaltered (checked by consentui on 21 November 2026)" in dossier
    assert "domainkey.mail.example.txt" in dossier


def test_keys_can_be_asked_for_later_each_once(call: Call, request_: str, tmp_path: Path, asked: list[str]) -> None:
    call("proof", "add", "--request", request_, file(tmp_path, "genuine"))
    assert f"signed by {DOMAIN}, unaltered" in call("proof", "check", "--ask-keys").out
    call("proof", "check", "--ask-keys")
    assert asked == [QUESTION]


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("altered-body", "altered: its text is not what mail.example signed"),
        ("altered-header", "the key of mail.example does not match"),
        ("rotated-key", "the key of mail.example does not match"),
        ("part-of-body", "mail.example signed only a part of it: this proves nothing"),
        ("of-another", "signed by lists.example, which is not known to belong to the company"),
        ("unsigned", "not signed"),
    ],
)
def test_what_does_not_hold_is_said(
    call: Call, request_: str, tmp_path: Path, asked: list[str], name: str, words: str
) -> None:
    said = call("proof", "add", "--request", request_, file(tmp_path, name), "--check-signature")
    assert words in said.out


def test_a_dns_that_does_not_answer_changes_nothing_else(
    call: Call, request_: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def silent(question: str) -> str:
        raise NetworkError(f"no {question}")

    monkeypatch.setattr(Mails.check, "__defaults__", (silent,))
    said = call("request", "reply", "granted", "--mail", file(tmp_path, "genuine"), "--check-signature")
    assert said.code == 0
    assert f"no {QUESTION}" in said.err
    assert len(written(RequestAnswered)) == 1
    assert written(MailChecked) == []


def test_a_mailbox_gives_the_mail_that_names_the_request(call: Call, request_: str, tmp_path: Path) -> None:
    other = b"From: a@mail.example\nSubject: news\nDate: Fri, 20 Nov 2026 08:00:00 +0100\n\nnothing\n"
    box = tmp_path / "inbox.mbox"
    box.write_bytes(b"From a\n" + other + b"\nFrom b\n" + mail("genuine").replace(b"\r\n", b"\n") + b"\n")
    assert call("request", "reply", "granted", "--mail", str(box)).code == 0
    (proof,) = written(RequestProof)
    assert isinstance(proof, RequestProof)
    assert (proof.name, proof.type) == ("inbox.eml", "message/rfc822")
    assert b"nothing" not in (profile_folders().data / proof.file).read_bytes()


def test_among_several_mails_the_person_chooses(call: Call, request_: str, tmp_path: Path) -> None:
    one = mail("genuine").replace(b"\r\n", b"\n")
    box = tmp_path / "inbox.mbox"
    box.write_bytes(b"From a\n" + one + b"\nFrom b\n" + one.replace(b"20 Nov", b"18 Nov") + b"\n")
    said = call("request", "reply", "granted", "--mail", str(box))
    assert said.code == 2
    assert "2  18 November 2026, Votre opposition acceptée (CU-2026-001), CU-2026-001" in said.err
    assert call("request", "reply", "granted", "--mail", str(box), "--message", "2").code == 0
    (answer,) = written(RequestAnswered)
    assert isinstance(answer, RequestAnswered)
    assert answer.on.isoformat() == "2026-11-18"


def test_a_mail_that_names_no_request_needs_one(call: Call, request_: str, tmp_path: Path) -> None:
    path = tmp_path / "plain.eml"
    path.write_bytes(b"From: a@mail.example\nDate: Fri, 20 Nov 2026 08:00:00 +0100\n\nWe got it.\n")
    assert "No request is named in this e-mail." in call("request", "reply", "granted", "--mail", str(path)).err
    assert call("request", "reply", request_, "acknowledged", "--mail", str(path)).code == 0


def test_without_a_mail_both_must_be_named(call: Call, request_: str) -> None:
    said = call("request", "reply", request_)
    assert said.code == 2
    assert "It is not clear which request was answered, or how." in said.err


def test_nothing_is_kept_of_a_mail_whose_answer_cannot_be_recorded(call: Call, request_: str, tmp_path: Path) -> None:
    path = tmp_path / "tomorrow.eml"
    path.write_text(f"From: a@mail.example\nDate: Mon, 1 Jan 2999 10:00:00 +0000\nSubject: {request_}\n\nDone\n")
    said = call("request", "reply", "granted", "--mail", str(path))
    assert "is in the future" in said.err
    assert (written(RequestAnswered), written(RequestProof)) == ([], [])


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "Outlook’s own files (.msg) are not read here."),
        (b"%PDF-1.4 ", "This file is no e-mail."),
        (b"<html><body>", "This file is no e-mail."),
        (b"Dear Sir, about ", "This file is no e-mail."),
        (b"", "This file is no e-mail."),
    ],
)
def test_a_file_that_is_no_mail_is_refused_even_if_it_names_a_request(
    call: Call, request_: str, tmp_path: Path, content: bytes, said: str
) -> None:
    path = tmp_path / "answer"
    path.write_bytes(content + request_.encode())
    answered = call("request", "reply", "granted", "--mail", str(path))
    assert (answered.code, answered.err.splitlines()[0]) == (2, said)
    assert (written(RequestAnswered), written(RequestProof)) == ([], [])


def test_a_mail_as_apple_keeps_it_is_read_without_what_apple_adds(call: Call, request_: str, tmp_path: Path) -> None:
    content = mail("genuine")
    path = tmp_path / "1234.emlx"
    path.write_bytes(f"{len(content)}\n".encode() + content + b'<?xml version="1.0"?><plist></plist>')
    assert call("request", "reply", "--mail", str(path), typed="\n").code == 0
    (proof,) = written(RequestProof)
    assert isinstance(proof, RequestProof)
    assert proof.size == len(content)

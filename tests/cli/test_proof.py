"""`consentui proof`: attached files, listed and checked."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

import pytest

from consentui.storage.places import profile_folders
from tests.cli.conftest import Call, Said

MAIL = b"From: noreply@x.example\r\nDate: Sat, 21 Nov 2026 12:00:00 +0000\r\n\r\nWe got it.\r\n"
HASH = sha256(MAIL).hexdigest()
KEPT = f"proofs/{HASH}.eml"


@pytest.fixture
def mail(tmp_path: Path) -> str:
    path = tmp_path / "accuse.eml"
    path.write_bytes(MAIL)
    return str(path)


@pytest.fixture
def attached(call: Call, account: str, mail: str) -> Said:
    return call("proof", "add", account, "grok-training", mail, "--note", "their answer")


def test_a_file_is_attached_to_a_control_and_its_hash_printed(attached: Said) -> None:
    assert (attached.code, attached.out) == (0, f"{HASH}\n")
    assert attached.err == "Attached: accuse.eml, e-mail, 78 bytes\nnot signed\n"
    assert (profile_folders().data / KEPT).read_bytes() == MAIL


def test_a_file_is_attached_to_a_request_and_stands_in_its_timeline(call: Call, account: str, mail: str) -> None:
    call("request", "draft", account)
    assert call("proof", "add", "--request", "1", mail).code == 0
    shown = call("request", "show", "1").out
    assert "21 November 2026\tproof attached, “accuse.eml”" in shown
    assert f"e-mail · 78 bytes · SHA-256 {HASH[:12]}…" in shown


def test_a_home_is_where_the_path_says(call: Call, account: str, mail: str) -> None:
    assert call("proof", "add", account, "grok-training", "~/accuse.eml").code == 0
    assert call("proof", "add", account, "grok-training", Path(mail).as_uri()).code == 0


@pytest.mark.parametrize(
    "words",
    [("FILE",), ("ACCOUNT", "FILE"), ("ACCOUNT", "grok-training", "FILE", "FILE"), ("--request", "1", "a", "b")],
)
def test_what_a_file_is_to_be_attached_to_must_be_clear(
    call: Call, account: str, mail: str, words: tuple[str, ...]
) -> None:
    places = {"FILE": mail, "ACCOUNT": account}
    said = call("proof", "add", *(places.get(word, word) for word in words))
    assert (said.code, said.out) == (2, "")
    assert said.err.startswith("It is not clear what to attach this file to.")


@pytest.mark.parametrize(
    ("words", "title"),
    [
        (("nobody", "grok-training", "FILE"), "no account called"),
        (("ACCOUNT", "grok", "FILE"), "no control"),
        (("ACCOUNT", "grok-training", "nowhere.png"), "cannot be read"),
        (("ACCOUNT", "grok-training", "/"), "Name one file: no folder, no device."),
        (("--request", "9", "FILE"), "no request called"),
    ],
)
def test_what_cannot_be_attached_is_told(
    call: Call, account: str, mail: str, words: tuple[str, ...], title: str
) -> None:
    places = {"FILE": mail, "ACCOUNT": account}
    said = call("proof", "add", *(places.get(word, word) for word in words))
    assert (said.code, said.out) == (2, "")
    assert title in said.err
    assert not profile_folders().proofs.exists()


def test_the_list_begins_empty(call: Call, account: str) -> None:
    said = call("proof", "list")
    assert (said.code, said.out, said.err) == (0, "", "Nothing has been attached yet.\n")
    assert call("proof", "list", "--json").json == {"proofs": []}


def test_the_list_names_what_it_is_about_and_the_whole_hash(
    call: Call, account: str, mail: str, attached: Said
) -> None:
    call("request", "draft", account)
    call("proof", "add", "--request", "1", mail)
    assert call("proof", "list").rows == [
        [f"{account}/grok-training", "accuse.eml, e-mail, 78 bytes, not signed", HASH],
        ["CU-2026-001", "accuse.eml, e-mail, 78 bytes, not signed", HASH],
    ]
    first, second = call("proof", "list", "--json").json["proofs"]
    assert (first["account"], first["control"], first["note"]) == (account, "grok-training", "their answer")
    assert (second["request"], second["file"], second["type"]) == ("CU-2026-001", KEPT, "message/rfc822")


def test_the_list_of_an_account_has_its_controls_and_its_requests(
    call: Call, account: str, mail: str, attached: Said
) -> None:
    other = call("account", "add", "facebook").out.strip()
    call("request", "draft", other)
    call("proof", "add", "--request", "1", mail)
    assert [row[0] for row in call("proof", "list", account).rows] == [f"{account}/grok-training"]
    assert [row[0] for row in call("proof", "list", other).rows] == ["CU-2026-001"]


def test_proofs_that_are_as_they_were_are_counted(call: Call, account: str, attached: Said) -> None:
    said = call("proof", "check")
    assert (said.code, said.rows) == (0, [[f"{account}/grok-training", "accuse.eml, e-mail, 78 bytes", "not signed"]])
    assert said.err == "1 proof, unchanged.\n"
    told = call("proof", "check", "--json").json
    assert (told["proofs"], told["faults"]) == (1, [])
    assert told["mails"] == [{"sha256": HASH, "verdict": "unsigned", "domain": "", "question": ""}]
    assert ["ok", "proofs", "1 file as attached"] in call("doctor").rows


@pytest.mark.parametrize("fault", ["missing", "altered"])
def test_a_proof_that_is_missing_or_altered_is_named(call: Call, attached: Said, fault: str) -> None:
    copy = profile_folders().data / KEPT
    if fault == "missing":
        copy.unlink()
    else:
        copy.write_bytes(b"We refuse.")
    said = call("proof", "check")
    assert (said.code, said.rows) == (1, [[fault, KEPT, "accuse.eml, e-mail, 78 bytes"]])
    said = call("proof", "check", "--json")
    assert said.code == 1
    assert said.json == {
        "proofs": 1,
        "faults": [{"file": KEPT, "name": "accuse.eml", "sha256": HASH, "fault": fault}],
        "mails": [],
    }
    said = call("doctor")
    assert said.code == 1
    assert ["FAULT", "proofs", f"missing, or not what was attached: {KEPT} (accuse.eml)"] in said.rows


def test_undo_takes_an_attachment_back_and_leaves_the_file(call: Call, account: str, attached: Said) -> None:
    assert "proof attached, “accuse.eml”" in call("undo").err
    assert call("proof", "list").out == ""
    assert (profile_folders().data / KEPT).exists()
    (profile_folders().data / KEPT).unlink()
    assert call("proof", "check").code == 0


def test_a_report_names_the_proof(call: Call, account: str, attached: Said) -> None:
    call("record", account, "grok-training", "switched-off")
    text = call("report").out
    assert f"Proof: accuse.eml, e-mail, 78 bytes, attached on 21 November 2026, SHA-256 {HASH[:12]}…" in text
    lines = call("report", "--format", "json").json["sections"][0]["lines"]
    (proofs,) = [line["proofs"] for line in lines if line["proofs"]]
    assert proofs == [{"name": "accuse.eml", "type": "message/rfc822", "size": 78, "sha256": HASH, "on": "2026-11-21"}]

"""`consentui request` and `letter`: a request from the draft to the complaint."""

from __future__ import annotations

from collections.abc import Callable
from email import message_from_string
from email.policy import default
from hashlib import sha256
from pathlib import Path

import pytest

from consentui.journal.entries import RequestSent
from consentui.profile.session import open_session
from consentui.requests.letters.kinds import Kind
from consentui.storage.places import profile_folders
from tests.cli.conftest import Call
from tests.requests.letter_facts import NASTY

GROUNDS = ("I am a nurse and my posts touch on my patients", "I was stalked in 2023.")
On = Callable[[str], None]


@pytest.fixture
def on(monkeypatch: pytest.MonkeyPatch) -> On:
    """A function that sets the current day."""
    return lambda day: monkeypatch.setenv("CONSENTUI_NOW", f"{day}T12:00:00+00:00")


@pytest.fixture
def facebook(call: Call, on: On) -> str:
    """An account in France on 31 January 2027 whose objection form did not open; the writer's identity is known."""
    on("2027-01-31")
    call("config", "set", "country", "FR")
    account = call("account", "add", "facebook", "--handle", "marie.l").out.strip()
    call("record", account, "ai-objection", "form-unavailable", "--surface", "form")
    call("identity", "set", "--name", "Marie Lefèvre", "--address", "12 rue des Lilas, 31000 Toulouse")
    return account


@pytest.fixture
def reference(call: Call, facebook: str) -> str:
    """The reference of an objection not sent yet."""
    return call("request", "draft", facebook, "--control", "ai-objection", "--ground", GROUNDS[0]).out.strip()


def frozen() -> list[tuple[RequestSent, bytes]]:
    """Each message that the journal says was sent, with the text kept of it."""
    session = open_session()
    sent = [entry for entry in session.journal.entries if isinstance(entry, RequestSent)]
    return [(entry, (session.folders.data / entry.file).read_bytes()) for entry in sent]


def test_an_email_to_an_address_that_nobody_knows_is_not_recorded_until_it_is_named(call: Call, reference: str) -> None:
    said = call("request", "sent", reference, "--how", "email")
    assert said.code == 2
    assert "accepts no e-mail for this" in said.err
    assert frozen() == []
    assert call("request", "sent", reference, "--how", "email", "--to", "privacy@meta.example").code == 0
    assert [entry.to for entry, _text in frozen()] == ["privacy@meta.example"]


@pytest.mark.parametrize(
    ("country", "words"),
    [
        ("JP", "No law is known here that gives you this right where you live"),
        ("BR", "The letter cites the EU’s GDPR, which may not bind the company"),
    ],
)
def test_where_no_law_is_known_the_draft_says_so_before_anything_is_written(
    call: Call, facebook: str, country: str, words: str
) -> None:
    call("config", "set", "country", country)
    said = call("request", "draft", facebook, "--right", "access")
    assert said.code == 0
    assert f"! {words}" in said.err


@pytest.mark.parametrize("country", ["FR", "GB", "CH"])
def test_where_a_law_is_known_the_draft_says_nothing_of_it(call: Call, facebook: str, country: str) -> None:
    call("config", "set", "country", country)
    assert "GDPR" not in call("request", "draft", facebook, "--right", "access").err


WORDS = {
    "en": {
        "subject": "Objection to AI training with my personal data",
        "waiting": "waiting for the answer, 29 days left",
        "overdue": "answer overdue by 1 day",
        "reminder": "Reminder – objection to AI training",
        "reminded": "reminded, no answer noted",
        "complaint": "Complaint against Meta Platforms Ireland Limited",
        "late": "ended on 1 March 2027",
        "due": "1 March 2027",
        "rule": "28 February 2027 is a Saturday, a Sunday or a public holiday at the seat",
        "article": "GDPR Art. 12(3)",
        "complained": "with the authority",
    },
    "fr": {
        "subject": "Opposition à l’entraînement d’IA avec mes données personnelles",
        "waiting": "en attente de réponse, 29 jours restants",
        "overdue": "réponse en retard de 1 jour",
        "reminder": "Relance – opposition à l’entraînement d’IA",
        "reminded": "relancée, aucune réponse notée",
        "complaint": "Réclamation contre Meta Platforms Ireland Limited",
        "late": "a expiré le 1er mars 2027",
        "due": "1er mars 2027",
        "rule": "Le 28 février 2027 est un samedi, un dimanche ou un jour férié au siège",
        "article": "RGPD, article 12, paragraphe 3",
        "complained": "portée devant l’autorité",
    },
}


@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_case_of_the_article(call: Call, on: On, facebook: str, language: str) -> None:
    """Meta's form does not open: objection by letter, a month of silence, reminder, complaint to the CNIL."""
    words = WORDS[language]

    def said(*arguments: str) -> str:
        found = call("--language", language, *arguments)
        assert found.code == 0, found.err
        return found.out

    def status() -> str:
        return said("request", "list").split("\t")[-1].strip()

    reference = said("request", "draft", facebook, "--control", "ai-objection", "--ground", GROUNDS[1]).strip()
    assert reference == "CU-2027-001"
    written = said("letter", reference, "--how", "post")
    assert words["subject"] in written.splitlines()[0]
    for part in (reference, "Marie Lefèvre\n12 rue des Lilas\n31000 Toulouse", "Meta Platforms Ireland", GROUNDS[1]):
        assert part in written
    said("request", "sent", reference, "--how", "post", "--on", "2027-01-31", "--proof", "RR 1234")
    said("request", "received", reference, "--on", "2027-01-31")
    assert status() == words["waiting"]

    on("2027-03-01")
    assert call("due").code == 0
    on("2027-03-02")
    late = call("--language", language, "due")
    assert late.code == 1
    assert late.rows[0][:2] == [reference, words["due"]]
    assert status() == words["overdue"]
    timeline = " ".join(said("request", "show", reference).split())
    for part in ("RR 1234", words["due"], words["rule"], words["article"]):
        assert part in timeline

    reminder = said("request", "remind", reference, "--how", "post")
    assert words["reminder"] in reminder
    assert words["late"] in reminder
    said("request", "sent", reference, "--how", "post")

    on("2027-03-17")
    assert status().startswith(words["reminded"])
    call("request", "say", reference, "--complaint-in", language)
    complaint = said("request", "complain", reference)
    for part in (words["complaint"], "Commission nationale de l’informatique et des libertés", words["due"]):
        assert part in complaint
    assert "noyb" not in complaint
    assert said("letter", reference, "--how", "form") == complaint
    said("request", "sent", reference, "--how", "form")
    assert status().startswith(words["complained"])
    assert call("due").code == 0

    sent = [entry for entry, _content in frozen()]
    assert [(entry.message, entry.how, entry.on.isoformat()) for entry in sent] == [
        ("request", "post", "2027-01-31"),
        ("reminder", "post", "2027-03-02"),
        ("complaint", "form", "2027-03-17"),
    ]
    assert sent[-1].to == "https://www.cnil.fr/fr/plaintes"
    said("request", "close", reference, "--let-rest")
    assert json_of(call, reference)["status"] == "at-rest"
    kept = [content.decode() for _entry, content in frozen()]
    assert [text.rstrip("\n") for text in kept] == [text.rstrip("\n") for text in (written, reminder, complaint)]


def json_of(call: Call, reference: str) -> dict[str, object]:
    found: dict[str, object] = call("request", "show", reference, "--json").json
    return found


@pytest.mark.parametrize("how", ["form", "post"])
def test_what_is_frozen_is_byte_for_byte_what_letter_printed(call: Call, reference: str, how: str) -> None:
    printed = call("letter", reference, "--how", how).out
    assert call("request", "sent", reference, "--how", how).code == 0
    ((entry, content),) = frozen()
    assert content == printed.encode()
    assert entry.sha256 == sha256(printed.encode()).hexdigest()
    assert entry.sha256 in profile_folders().journal.read_text(encoding="utf-8")


@pytest.mark.parametrize("format_", ["txt", "md", "eml"])
def test_the_text_as_it_really_went_out_is_frozen(call: Call, reference: str, tmp_path: Path, format_: str) -> None:
    path = tmp_path / f"sent.{format_}"
    call("letter", reference, "--format", format_, "--output", str(path))
    path.write_text(path.read_text(encoding="utf-8").replace("Yours faithfully,", "Kind regards,"), encoding="utf-8")
    assert call("request", "sent", reference, "--text", str(path)).code == 0
    ((entry, content),) = frozen()
    assert "Kind regards," in content.decode()
    assert "Yours faithfully," not in content.decode()
    assert entry.sha256 == sha256(content).hexdigest()
    assert entry.subject == call("letter", reference, "--letter", "object-training").out.splitlines()[0]
    assert "Kind regards," in call("request", "dossier", reference).out
    assert call("doctor").code == 0


def test_a_text_that_cannot_be_read_is_not_said_to_be_sent(call: Call, reference: str, tmp_path: Path) -> None:
    said = call("request", "sent", reference, "--text", str(tmp_path / "sent.txt"))
    assert (said.code, said.out) == (2, "")
    assert said.err == f"There is no file {tmp_path}/sent.txt.\nName the file with the text as sent.\n"
    assert frozen() == []


def test_what_is_written_down_days_later_is_the_text_of_the_day_it_went_out(call: Call, on: On, reference: str) -> None:
    printed = call("letter", reference).out
    on("2027-02-05")
    assert call("letter", reference).out != printed
    call("request", "sent", reference, "--on", "2027-01-31")
    ((_entry, content),) = frozen()
    assert content == printed.encode()


def test_a_french_case_stays_french_whatever_is_spoken(call: Call, facebook: str) -> None:
    reference = call("request", "draft", facebook, "--right", "access", "--in", "fr").out.strip()
    said = call("--language", "en", "letter", reference)
    assert "Madame, Monsieur," in said.out
    assert "This right needs no reason." in said.err


def test_a_letter_needs_a_name(call: Call, reference: str) -> None:
    call("identity", "forget")
    for command in (("letter", reference), ("request", "sent", reference), ("request", "complain", reference)):
        said = call(*command)
        assert (said.code, said.out) == (2, "")
        assert said.err.startswith("A letter needs your name.\n“consentui identity set” keeps")
    assert frozen() == []


def test_each_step_can_be_undone(call: Call, on: On, reference: str) -> None:
    on("2027-03-17")
    steps = [
        (("request", "sent", reference, "--on", "2027-01-31"), "overdue"),
        (("request", "received", reference, "--on", "2027-02-20"), "waiting"),
        (("request", "reply", reference, "identity-asked", "--on", "2027-02-21"), "identity-asked"),
        (("request", "reply", reference, "identity-given", "--on", "2027-03-01"), "waiting"),
        (("request", "reply", reference, "refused"), "unsettled"),
        (("request", "sent", reference, "--letter", "canned-answer"), "waiting"),
        (("request", "sent", reference, "--letter", "complaint"), "complained"),
        (("request", "close", reference, "--satisfied"), "satisfied"),
    ]
    before = ["draft"]
    for arguments, status in steps:
        assert call(*arguments).code == 0
        assert json_of(call, reference)["status"] == status
        before.append(status)
    for status in reversed(before[:-1]):
        assert call("undo").code == 0
        assert json_of(call, reference)["status"] == status
    assert call("undo").code == 0
    assert call("request", "list", "--json").json == {"requests": []}


def test_an_answer_says_until_when_unless_nothing_is_owed_any_more(call: Call, reference: str) -> None:
    call("request", "sent", reference)
    assert call("request", "reply", reference, "acknowledged").err == "Saved. Answer due: 1 March 2027.\n"
    assert call("request", "reply", reference, "extended", "--reasons").err == "Saved. Answer due: 30 April 2027.\n"
    assert call("request", "reply", reference, "granted").err == "Saved.\n"


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("request", "show", "CU-2027-002"), "no request called “CU-2027-002”.\nDid you mean “CU-2027-001”?\n"),
        (("request", "draft", "facebook", "--right", "acces"), "Unknown right: “acces”.\nDid you mean “access”?\n"),
        (("request", "draft", "facebok"), "Did you mean “facebook-"),
        (("request", "draft", "facebook", "--control", "ai-objektion"), "Did you mean “ai-objection”?\n"),
        (("request", "reply", "1", "grantd"), "Unknown answer: “grantd”.\nDid you mean “granted”?\n"),
        (("letter", "1", "--letter", "remindr"), "Unknown letter: “remindr”.\nDid you mean “reminder”?\n"),
        (("request", "sent", "1", "--on", "2027-02-01"), "1 February 2027 is in the future.\n"),
    ],
)
def test_unknown_names_are_refused_with_the_nearest(
    call: Call, reference: str, arguments: tuple[str, ...], words: str
) -> None:
    before = profile_folders().journal.read_bytes()
    said = call(*arguments)
    assert (said.code, said.out) == (2, "")
    assert words in said.err
    assert profile_folders().journal.read_bytes() == before


def test_while_nothing_is_to_be_sent_a_letter_must_be_named(call: Call, reference: str) -> None:
    call("request", "sent", reference)
    said = call("letter", reference)
    assert (said.code, said.out) == (2, "")
    assert said.err.startswith("No letter is due for CU-2027-001: waiting for the answer, 29 days left.\n")
    assert call("letter", reference, "--letter", "reminder").code == 0


@pytest.mark.parametrize("kind", Kind)
@pytest.mark.parametrize("language", ["en", "fr"])
def test_every_letter_can_be_printed(call: Call, reference: str, language: str, kind: Kind) -> None:
    said = call("--language", language, "letter", reference, "--letter", kind)
    assert said.code == 0
    assert f"– {reference}\n" in said.out


def test_a_short_form_keeps_the_limit(call: Call, reference: str) -> None:
    said = call("letter", reference, "--limit", "700")
    assert len(said.out.rstrip("\n")) <= 700
    assert said.out.startswith("I object")
    assert "marie.l" in said.out
    assert GROUNDS[0] in said.out
    assert call("request", "draft", "facebook", "--right", "access", "--in", "fr").code == 0
    assert call("letter", "2", "--limit", "81").code == 0
    assert call("letter", "2", "--limit", "80").code == 2


def test_a_form_that_asks_field_by_field_is_given_one_part(call: Call, reference: str) -> None:
    def field(*arguments: str) -> str:
        found = call("letter", reference, "--field", *arguments)
        assert found.code == 0, found.err
        return found.out.rstrip("\n")

    assert field("name") == "Marie Lefèvre"
    assert field("address") == "12 rue des Lilas, 31000 Toulouse"
    assert field("country") == "France"
    assert field("account").startswith("The account concerned is my Facebook account")
    assert GROUNDS[0] in field("why")
    assert len(field("why", "--limit", "150")) <= 150 < len(field("why"))
    whole = " ".join(call("letter", reference, "--how", "form").out.split())
    assert all(" ".join(field(part).split()) in whole for part in ("what", "why", "ask"))


def test_a_field_that_a_letter_has_nothing_for_is_told(call: Call, reference: str) -> None:
    said = call("letter", reference, "--field", "email")
    assert (said.code, said.out) == (2, "")
    assert said.err.startswith("This letter has nothing for the field “email”.\n")
    assert call("letter", reference, "--field", "colour").code == 2


def test_a_message_is_ready_for_a_mail_program(call: Call, reference: str, tmp_path: Path) -> None:
    call("identity", "set", "--name", "Marie Lefèvre", "--email", "marie@example.org")
    path = tmp_path / "letter.eml"
    assert call("letter", reference, "--format", "eml", "-o", str(path)).err.startswith(f"Written: {path}\n")
    message = message_from_string(path.read_text(encoding="utf-8"), policy=default)
    assert (message["From"], message["X-Unsent"], message["To"]) == ("Marie Lefèvre <marie@example.org>", "1", None)
    assert message["Subject"].endswith("– CU-2027-001")
    assert path.stat().st_mode & 0o777 == 0o600
    assert call("letter", reference, "-o", str(path)).code == 2
    assert call("letter", reference, "-o", str(path), "--force").code == 0
    assert path.read_text(encoding="utf-8").rstrip("\n") == call("letter", reference).out.rstrip("\n")


def test_markdown_is_markdown(call: Call, reference: str) -> None:
    assert call("letter", reference, "--format", "md").out.startswith("# Objection to AI training")


def test_requests_answer_other_programs(call: Call, reference: str) -> None:
    call("request", "sent", reference)
    (row,) = call("request", "list", "--json").json["requests"]
    account = row.pop("account")
    assert account.startswith("facebook-")
    assert row == {
        "request": "CU-2027-001",
        "right": "object-training",
        "control": "ai-objection",
        "controller": "meta",
        "language": "en",
        "status": "waiting",
        "due": "2027-03-01",
        "next": ["wait"],
    }
    tree = call("request", "show", reference, "--json").json
    assert tree["deadline"]["rules"][-1] == "eu-roll"
    assert [entry["what"] for entry in tree["entries"]] == ["request-opened", "request-sent"]


def test_no_request_is_no_fault(call: Call, account: str) -> None:
    said = call("request", "list")
    assert (said.code, said.out, said.err) == (0, "", "There is no request yet.\n")


def test_hostile_text_drives_no_terminal(call: Call, facebook: str) -> None:
    call("account", "edit", facebook, "--handle", NASTY)
    call("identity", "set", "--name", NASTY, "--address", NASTY, "--email", NASTY)
    reference = call("request", "draft", facebook, "--ground", NASTY, "--control", "ai-objection").out.strip()
    printed = call("letter", reference)
    assert printed.code == 0
    assert call("request", "sent", reference, "--to", NASTY, "--proof", NASTY).code == 0
    assert call("request", "reply", reference, "canned", "--note", NASTY, "--proof", NASTY).code == 0
    outputs = [
        printed.out,
        *(call("letter", reference, "--letter", "complaint", "--format", name).out for name in ("txt", "md", "eml")),
        *(call(*arguments).out for arguments in (("request", "show", reference), ("request", "list"), ("history",))),
        call("request", "dossier", reference).out,
        frozen()[0][1].decode(),
    ]
    for text in outputs:
        assert text
        assert not set(text) & {"\x1b", "\x07", "\u202e"}
    assert call("doctor").code == 0


def test_in_germany_the_land_is_asked_for(call: Call, reference: str) -> None:
    call("config", "set", "country", "DE")
    assert "Hamburg" not in call("request", "complain", reference).out
    assert "Hamburg" in call("request", "complain", reference, "--region", "HH").out
    call("request", "sent", reference)
    call("request", "sent", reference, "--letter", "complaint", "--how", "form", "--region", "hh")
    assert "hamburg" in frozen()[-1][0].to


@pytest.fixture
def two_late(call: Call, monkeypatch: pytest.MonkeyPatch) -> tuple[str, str]:
    """Requests to X and to TikTok that were not answered within the month."""
    monkeypatch.setenv("CONSENTUI_NOW", "2026-09-21T12:00:00+00:00")
    call("identity", "set", "--name", "Marie Lefèvre")
    found = []
    for platform in ("x", "tiktok"):
        account = call("account", "add", platform, "--handle", "@marie_l").out.strip()
        reference = call("request", "draft", account, "--right", "access").out.strip()
        call("request", "sent", reference, "--how", "form", "--to", "https://x.example/form")
        found.append(reference)
    monkeypatch.setenv("CONSENTUI_NOW", "2026-11-21T12:00:00+00:00")
    return found[0], found[1]


def test_several_reminders_come_one_after_the_other_each_under_its_company(
    call: Call, two_late: tuple[str, str]
) -> None:
    first, second = two_late
    said = call("request", "remind", first, second, first)
    assert said.code == 0
    assert [line for line in said.out.splitlines() if line.startswith("***")] == [
        f"*** {first} · X Internet Unlimited Company ***",
        f"*** {second} · TikTok Technology Limited ***",
    ]
    alone = call("request", "remind", first).out
    assert not alone.startswith("***")
    assert alone in said.out


def test_all_that_is_late_is_reminded_of_at_once(call: Call, two_late: tuple[str, str]) -> None:
    first, second = two_late
    assert call("request", "remind", "--overdue").out == call("request", "remind", first, second).out
    call("request", "sent", first, "--letter", "reminder", "--how", "form", "--to", "https://x.example/form")
    assert call("request", "remind", "--overdue").out == call("request", "remind", second).out


def test_where_nothing_is_late_nobody_is_reminded(call: Call, account: str) -> None:
    said = call("request", "remind", "--overdue")
    assert (said.code, said.out, said.err) == (1, "", "No answer is overdue.\n")
    said = call("request", "remind")
    assert (said.code, said.err) == (2, "Which request?\nName one or several, or add --overdue.\n")


def test_a_request_cannot_have_arrived_after_it_was_answered(call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CONSENTUI_NOW", "2027-01-31T12:00:00+00:00")
    call("config", "set", "country", "FR")
    call("identity", "set", "--name", "Marie Lefèvre", "--email", "marie@mail.example")
    call("account", "add", "facebook", "--handle", "marie.l")
    reference = call("request", "draft", "facebook", "--right", "access").out.strip()
    call("request", "sent", reference, "--how", "post", "--on", "2027-01-02")
    call("request", "reply", reference, "acknowledged", "--on", "2027-01-05")
    refused = call("request", "received", reference, "--on", "2027-01-06")
    assert refused.code == 2
    assert "5 January 2027" in refused.err
    assert call("request", "received", reference, "--on", "2027-01-05").code == 0


def test_an_account_that_an_answer_left_out_is_named_though_it_was_removed(
    call: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CONSENTUI_NOW", "2027-01-31T12:00:00+00:00")
    call("config", "set", "country", "FR")
    call("identity", "set", "--name", "Marie Lefèvre", "--email", "marie@mail.example")
    call("account", "add", "facebook", "--handle", "@first")
    call("account", "add", "facebook", "--handle", "@second")
    reference = call("request", "draft", "@first", "--right", "access", "--in", "en").out.strip()
    call("request", "say", reference, "--also", "@second")
    call("request", "sent", reference, "--how", "post", "--on", "2027-01-02")
    call("account", "remove", "@second")
    call("request", "reply", reference, "partly", "--left-out", "@second", "--left-out", "@third")
    text = " ".join(call("letter", reference).out.split())
    assert "- My Facebook account @second. - My Facebook account @third." in text
    assert "is my Facebook account @first" in text or "- my Facebook account @first" in text
    assert text.count("@second") == 1


def test_an_account_that_was_renamed_since_is_named_as_the_request_named_it_too(
    call: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CONSENTUI_NOW", "2027-01-02T12:00:00+00:00")
    call("config", "set", "country", "FR")
    call("identity", "set", "--name", "Marie Lefèvre", "--email", "marie@mail.example")
    account = call("account", "add", "facebook", "--handle", "@old").out.strip()
    reference = call("request", "draft", account, "--right", "access").out.strip()
    call("account", "edit", account, "--handle", "@first")
    call("request", "sent", reference, "--how", "post")
    assert "named " not in call("letter", reference, "--letter", "reminder").out
    monkeypatch.setenv("CONSENTUI_NOW", "2027-01-31T12:00:00+00:00")
    call("account", "edit", account, "--handle", "@second")
    assert "@second (named @first in my request)" in " ".join(
        call("letter", reference, "--letter", "reminder").out.split()
    )
    complaint = call("letter", reference, "--letter", "complaint", "--claims")
    (row,) = [one for one in complaint.rows if one[0] == "account"]
    assert "@second (nommé @first dans ma demande)" in row[2]
    assert row[3] == "what you recorded"
    call("account", "edit", account, "--handle", "@first")
    assert "nommé" not in call("letter", reference, "--letter", "complaint").out


def test_an_e_mail_to_the_authority_is_refused_without_an_address_and_the_company_not_blamed(
    call: Call, account: str
) -> None:
    call("config", "set", "country", "FR")
    call("identity", "set", "--name", "Marie Lefèvre", "--email", "marie@mail.example")
    reference = call("request", "draft", account, "--right", "access").out.strip()
    call("request", "sent", reference, "--on", "2026-09-01")
    said = call("request", "sent", reference, "--letter", "complaint", "--how", "email")
    assert said.code == 2
    assert said.err.startswith("No e-mail address is known for CNIL.\n")
    assert "X Internet" not in said.err

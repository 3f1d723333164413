"""The dossier of a request: complaint first, then every message word for word, proofs and articles."""

from __future__ import annotations

from datetime import date
from hashlib import sha256
from pathlib import Path

import pytest
from markdown_it import MarkdownIt
from markdown_it.token import Token
from msgspec.structs import replace

from consentui.errors import StorageError
from consentui.export.request_dossier import dossier
from consentui.i18n import Language, language
from consentui.journal.entries import RequestSent
from consentui.profile.identity import Identity, keep_identity
from consentui.profile.preferences import write_setting
from consentui.profile.session import Session
from consentui.report.formats import markdown
from consentui.requests.cases import Case
from consentui.requests.letters.facts import Person
from consentui.requests.letters.kinds import Kind
from consentui.requests.letters.letters import letter
from consentui.requests.letters.mandates import Capacity, Mandate
from consentui.requests.rights import Right

MARIE = Person("Marie Lefèvre", "12 rue des Lilas\n31000 Toulouse", "marie@example.org")
SENT, REMINDED = date(2026, 9, 2), date(2026, 10, 6)
TO = "privacy@x.example"
HEADINGS = ["Messages", "Proofs", "Articles", "On the platform", "Sources"]
NASTY = "<script>x</script> `a` *b* [c](https://evil.example) # d &amp; ![e](f)"


def begin(session: Session, spoken: Language = "en", handle: str = "@marie_l") -> Case:
    """A request to X about Grok in a language, not yet sent."""
    write_setting(session.folders.config_file, "country", {"en": "IE", "fr": "FR", "de": "DE"}[spoken])
    session.preferences.reload()
    account = session.accounts.add(session.knowledge.platform("x"), handle)
    control = session.accounts.control(account, "grok-training")
    return session.requests.draft(account, Right.OBJECT_TRAINING, spoken, control)


def send(
    session: Session, case: Case, kind: Kind, on: date, *, to: str = TO, proof: str = "", person: Person = MARIE
) -> RequestSent:
    """Record a message of the request as sent by e-mail."""
    case = now(session, case)
    text = letter(kind, session.facts.of(case, person, "email"), case.opened.language)
    return session.requests.record_sent(case, kind, text, "email", to, on, proof=proof, by=person)


def now(session: Session, case: Case) -> Case:
    return session.requests.called(case.reference)


def late(session: Session, spoken: Language = "en") -> Case:
    """A request that was sent, got a canned answer and a reminder, and is late."""
    case = begin(session, spoken)
    send(session, case, Kind.OBJECT_TRAINING, SENT, proof="screenshot-1.png")
    session.requests.record_received(now(session, case), date(2026, 9, 3), proof="read receipt")
    session.requests.record_answer(now(session, case), "canned", date(2026, 9, 9), proof="answer.eml")
    send(session, case, Kind.REMINDER, REMINDED)
    return now(session, case)


def written(session: Session, case: Case, person: Person = MARIE) -> str:
    keep_identity(session.folders.identity, Identity(person.name, person.address, person.email))
    return markdown.render(dossier(session, case, session.letters.draft(Kind.COMPLAINT, case)))


def tokens(text: str) -> list[Token]:
    """The dossier as a CommonMark parser sees it."""
    return MarkdownIt().parse(text)


def headings(text: str, level: int) -> list[str]:
    found = tokens(text)
    opened = [at for at, token in enumerate(found) if (token.type, token.tag) == ("heading_open", f"h{level}")]
    return [shown(found[at + 1]) for at in opened]


def shown(inline: Token) -> str:
    """The visible text of a heading, a paragraph or a list item."""
    return "".join("\n" if part.type in {"hardbreak", "softbreak"} else part.content for part in inline.children or ())


def lines(text: str) -> list[str]:
    """The visible text of every heading, paragraph and list item."""
    return [shown(token) for token in tokens(text) if token.type == "inline"]


def quoted(text: str) -> list[str]:
    """The texts that the dossier quotes verbatim."""
    return [token.content for token in tokens(text) if token.type in {"fence", "code_block"}]


def kinds(text: str) -> set[str]:
    """The kinds of Markdown tokens in the dossier."""
    found = tokens(text)
    return {token.type for token in found} | {part.type for token in found for part in token.children or ()}


def frozen(session: Session, message: RequestSent) -> str:
    return (session.folders.data / message.file).read_bytes().decode()


# Contents


def test_the_complaint_comes_first_then_messages_proofs_articles_and_official_sources(session: Session) -> None:
    case = late(session)
    text = written(session, case)
    complaint = letter(Kind.COMPLAINT, session.facts.of(case, MARIE), "en")
    assert headings(text, 1) == [complaint.subject]
    assert headings(text, 2) == HEADINGS
    read = lines(text)
    body = [paragraph for paragraph in complaint.body.strip().split("\n\n") if paragraph]
    assert read[1] == "Confidential: names a person in full."
    assert read[2 : 2 + len(body)] == [
        "\n".join(" ".join(line.split()) for line in paragraph.splitlines()) for paragraph in body
    ]
    assert text.endswith("\n")


def test_a_message_is_from_whoever_wrote_it_whoever_writes_now(session: Session) -> None:
    claire = Person("Claire Quimby", mandate=Mandate("Marie Lefèvre", Capacity.CHILD))
    case = begin(session)
    send(session, case, Kind.OBJECT_TRAINING, SENT, person=claire)
    send(session, case, Kind.REMINDER, REMINDED)
    senders = [line for line in written(session, now(session, case)).splitlines() if "From" in line]
    assert len(senders) == 1
    assert "Claire Quimby" in senders[0]


def test_every_message_stands_there_word_for_word_with_its_head(session: Session) -> None:
    case = late(session)
    text = written(session, case)
    first, reminder = case.messages
    assert headings(text, 3) == [f"1. {first.subject}", f"2. {reminder.subject}"]
    assert quoted(text) == [frozen(session, message) for message in case.messages]
    read = lines(text)
    for number, (message, day) in enumerate(zip(case.messages, ("2 September 2026", "6 October 2026"), strict=True), 1):
        at = read.index(f"{number}. {message.subject}")
        assert read[at + 1 : at + 6] == [
            "From: Marie Lefèvre <marie@example.org>",
            f"Sent: {day}, e-mail",
            f"To: {TO}",
            f"Subject: {message.subject}",
            f"SHA-256: {message.sha256}",
        ]


def test_the_hash_is_that_of_the_text_as_it_stands_there(session: Session) -> None:
    case = late(session)
    stated = [message.sha256 for message in case.messages]
    assert [sha256(one.encode()).hexdigest() for one in quoted(written(session, case))] == stated
    assert len(set(stated)) == 2


def test_what_happened_is_told_once_in_the_order_of_time(session: Session) -> None:
    text = written(session, late(session))
    facts, _proceedings = "\n".join(lines(text)).split("Other proceedings")
    told = [line for line in facts.split("\n") if " – " in line and line.startswith("- ")]
    assert [line.removeprefix("- ").split(" – ")[0] for line in told] == [
        "2 September 2026",
        "3 September 2026",
        "9 September 2026",
        "5 October 2026",
        "6 October 2026",
    ]
    assert told[3].endswith("The time for the answer, one month from receipt (Article 12(3)), ended.")


def test_proofs_are_named_by_day(session: Session) -> None:
    read = lines(written(session, late(session)))
    assert read[read.index("Proofs") + 1 : read.index("Articles")] == [
        "2 September 2026: screenshot-1.png",
        "3 September 2026: read receipt",
        "9 September 2026: answer.eml",
    ]


def test_attached_proofs_stand_with_their_whole_hash(session: Session, tmp_path: Path) -> None:
    case = late(session)
    path = tmp_path / f"{NASTY.replace('/', '')}.png"
    path.write_bytes(b"\x89PNG\r\n\x1a\n")
    proof = session.proofs.attach_to_request(case, path, NASTY)
    said = lines(written(session, now(session, case)))
    at = said.index(f"21 November 2026: {path.name}, PNG image, 8 bytes")
    assert said[at + 1] == f"SHA-256 {proof.sha256}"
    assert said[at - 1] == "9 September 2026: answer.eml"
    # A note is for the person alone; the authority knows a file by its name in the list of enclosures.
    assert NASTY not in said


def test_nothing_in_it_speaks_to_the_person(session: Session) -> None:
    case = begin(session)
    send(session, case, Kind.OBJECT_TRAINING, SENT)
    text = written(session, now(session, case))
    assert "Proofs" not in headings(text, 2)
    control = session.facts.of(now(session, case), MARIE).control
    assert control
    for prose in (control.about.en, control.covers.en, "add the proof"):
        assert prose not in text


def test_the_articles_are_those_that_make_the_deadline(session: Session) -> None:
    case = late(session)
    due = session.requests.due_of(case)
    assert due
    read = lines(written(session, case))
    rules = session.knowledge.law().named(due.rules)
    assert rules
    assert read[read.index("Articles") + 1 : read.index("On the platform")] == [
        f"{rule.ref.en}: {rule.topic.en}" for rule in rules
    ]


def test_a_request_that_never_went_out_has_neither_messages_nor_articles(session: Session) -> None:
    text = written(session, begin(session))
    assert headings(text, 2) == ["Messages", "On the platform", "Sources"]
    assert (headings(text, 3), quoted(text)) == ([], [])


def test_sources_are_official_ones_alone(session: Session) -> None:
    case = late(session)
    control = session.facts.of(case, MARIE).control
    assert control
    text = written(session, case)
    assert {source.primary for source in control.source} == {True, False}
    for source in control.source:
        assert (f"<{source.url}>" in text) is source.primary


def test_someone_without_an_e_mail_address_is_named_alone(session: Session) -> None:
    assert "From: Marie" in lines(written(session, late(session), Person("Marie", "1 High Street")))


def test_it_is_in_the_language_of_the_request_whatever_is_spoken(session: Session) -> None:
    case = late(session, "fr")
    assert language() == "en"
    text = written(session, case)
    assert headings(text, 2) == ["Messages", "Preuves", "Articles", "Sur la plateforme", "Sources"]
    read = lines(text)
    first = case.messages[0]
    at = read.index(f"1. {first.subject}")
    assert read[at + 1 : at + 6] == [
        "De\u202f: Marie Lefèvre <marie@example.org>",
        "Envoyé\u202f: 2 septembre 2026, e-mail",
        f"À\u202f: {TO}",
        f"Objet\u202f: {first.subject}",
        f"SHA-256\u202f: {first.sha256}",
    ]
    assert quoted(text) == [frozen(session, message) for message in case.messages]
    assert language() == "en"


# Altered texts


@pytest.mark.parametrize("number", [0, 1])
@pytest.mark.parametrize("how", ["a letter more", "other line ends", "nothing left", "gone"])
def test_a_text_that_is_not_what_was_sent_is_refused(session: Session, number: int, how: str) -> None:
    case = late(session)
    path = session.folders.data / case.messages[number].file
    content = path.read_bytes()
    if how == "gone":
        path.unlink()
    else:
        altered = {
            "a letter more": content + b".",
            "other line ends": content.replace(b"\n", b"\r\n"),
            "nothing left": b"",
        }
        path.write_bytes(altered[how])
    with pytest.raises(StorageError) as refused:
        written(session, case)
    assert refused.value.title == "A text that was sent is missing or has changed."
    assert refused.value.detail == str(path)
    assert case.messages[number].sha256 in refused.value.way_out
    path.write_bytes(content)
    assert written(session, case)


# Foreign text


def test_hostile_words_are_read_as_they_are_and_make_nothing(session: Session) -> None:
    person = Person(NASTY, NASTY, "marie@example.org")
    case = begin(session, handle=NASTY)
    send(session, case, Kind.OBJECT_TRAINING, SENT, to=NASTY, proof=NASTY, person=person)
    session.requests.record_answer(now(session, case), "canned", date(2026, 9, 9), proof=NASTY, note=NASTY)
    case = now(session, case)
    text = written(session, case, person)
    # The parts from “On the platform” on contain links from the knowledge base.
    theirs = text.partition("\n## On the platform")[0]
    assert kinds(theirs).isdisjoint({"html_block", "html_inline", "link_open", "image", "em_open", "code_inline"})
    assert quoted(text) == [frozen(session, case.messages[0])]
    read = lines(text)
    assert f"To: {NASTY}" in read
    assert f"2 September 2026: {NASTY}" in read
    assert [line for line in read if line.startswith("From: ")] == [f"From: {NASTY} <marie@example.org>"]


@pytest.mark.parametrize(
    "body",
    [
        "```\n# forged\n```\n",
        "~~~\n# forged\n",
        "````````````\n",
        "    indented\n\n\n\n- a\n\t- b\n",
        "<!-- \n",
        "no line end",
        "\n\n\n",
    ],
)
def test_a_message_of_any_shape_stays_word_for_word(session: Session, body: str) -> None:
    case = begin(session)
    text = letter(Kind.OBJECT_TRAINING, session.facts.of(case, MARIE, "email"), "en")
    session.requests.record_sent(case, Kind.OBJECT_TRAINING, replace(text, body=body), "email", TO, SENT)
    case = now(session, case)
    found = written(session, case)
    assert headings(found, 2) == ["Messages", "Articles", "On the platform", "Sources"]
    (shown_text,) = quoted(found)
    kept = frozen(session, case.messages[0])
    assert shown_text == (kept if kept.endswith("\n") else f"{kept}\n")

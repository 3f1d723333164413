"""Letters as files: text, Markdown, and a message for a mail program, read back by two mail parsers."""

from __future__ import annotations

import re
from email import message_from_bytes
from email.header import decode_header, make_header
from email.message import EmailMessage
from email.policy import default

import pytest
from fast_mail_parser import PyMail, parse_email
from hypothesis import given
from hypothesis import strategies as st

from consentui.export.letter_document import letter_document
from consentui.export.letters import message
from consentui.i18n import LANGUAGES, Language
from consentui.profile.letters import Drafted
from consentui.report.formats import markdown
from consentui.requests.letters.doors import Door, door
from consentui.requests.letters.facts import Facts, Person
from consentui.requests.letters.kinds import Kind
from consentui.requests.letters.letters import letter
from consentui.text import clean_line
from tests.journal.strategies import texts
from tests.requests.letter_facts import full, hostile

MARIE = Person("Marie Lefèvre", "12 rue des Lilas", "marie@example.org")
TO = "privacy@chirp.example"
NAMES = (
    "Zoë Ærøskøbing",
    "Đorđe Ćirić",
    "Ελένη Παπαδοπούλου",
    "Владимир Ђорђевић",
    "Ọlọ́run Adébáyọ̀",
    "李小龍",
    "محمد علي",
)
"""Names in many scripts, as people in Europe have them."""


def drafted(kind: Kind, facts: Facts, language: Language = "en", **changes: str) -> Drafted:
    """A drafted letter, sent by e-mail unless the facts name another way."""
    found = door(kind, facts)
    to = Door(facts.channel, changes.get("to", found.to), found.whose)
    return Drafted(kind, letter(kind, facts, language), facts, language, to)


def opened(content: bytes) -> EmailMessage:
    """The message as Python's e-mail parser reads it, without defects."""
    found = message_from_bytes(content, policy=default)
    assert isinstance(found, EmailMessage)
    assert list(found.defects) == []
    return found


def read(content: bytes) -> PyMail:
    """The message as an independent parser, written in Rust, reads it."""
    return parse_email(content)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", Kind)
def test_two_readers_find_the_headers_and_the_whole_letter(kind: Kind, language: Language) -> None:
    made = drafted(kind, full(language), language, to=TO)
    content = message(made)
    by_python, by_rust = opened(content), read(content)
    assert (by_python["From"], by_python["To"], by_python["X-Unsent"]) == ("Marie Lefèvre <marie@example.org>", TO, "1")
    assert by_python["Subject"] == made.letter.subject
    assert by_rust.subject == made.letter.subject
    assert by_python.get_content_type() == "text/plain"
    assert by_python.get_content().replace("\r\n", "\n") == made.letter.body
    assert "".join(by_rust.text_plain).replace("\r\n", "\n") == made.letter.body


@pytest.mark.parametrize("name", NAMES)
def test_a_name_of_any_script_arrives_in_both_readers(name: str) -> None:
    facts = full(person=Person(name, email="marie@example.org"))
    content = message(drafted(Kind.ACCESS, facts, to=TO))
    assert opened(content)["From"].addresses[0].display_name == name
    assert any(name in one for one in read(content).headers["From"])
    assert name in "".join(read(content).text_plain)


@pytest.mark.parametrize("kind", Kind)
def test_lines_end_and_are_as_long_as_mail_allows(kind: Kind) -> None:
    content = message(drafted(kind, full("fr"), "fr", to=TO))
    assert content.isascii()
    assert content.replace(b"\r\n", b"").count(b"\n") == 0
    headers, _end, body = content.partition(b"\r\n\r\n")
    assert max(map(len, headers.split(b"\r\n"))) <= 998
    assert max(map(len, body.split(b"\r\n"))) <= 78


@pytest.mark.parametrize("name", [*NAMES, "Ανδρέας Παπαδόπουλος " * 6])
@pytest.mark.parametrize("language", LANGUAGES)
def test_encoded_words_are_as_long_as_mail_allows(name: str, language: Language) -> None:
    facts = full(language, person=Person(name.strip(), email="marie@example.org"))
    made = drafted(Kind.REFUSED_WITHOUT_REASONS, facts, language, to=TO)
    content = message(made)
    headers = content.partition(b"\r\n\r\n")[0].decode("ascii")
    assert max(map(len, re.findall(r"=\?utf-8\?[bq]\?[^?]*\?=", headers))) <= 75
    assert max(len(line) for line in headers.split("\r\n") if "=?" in line) <= 76
    assert opened(content)["Subject"] == made.letter.subject
    assert read(content).subject == made.letter.subject
    # Python's address parser puts a space between adjacent encoded words.
    sender = message_from_bytes(content)["From"]
    assert name.strip() in str(make_header(decode_header(sender)))


def test_who_is_said_to_get_a_copy_is_in_cc() -> None:
    content = message(drafted(Kind.ACCESS, full(), to=TO))
    assert opened(content)["Cc"] == "rep@chirp.example"
    assert "Copy: Chirp Rep BV" in opened(content).get_content()
    complaint = opened(message(drafted(Kind.COMPLAINT, full(), to=TO)))
    assert complaint["Cc"] is None


def test_what_is_enclosed_is_attached_under_its_name_byte_for_byte() -> None:
    enclosed = (
        ("request.txt", "text/plain", "Ça va ?\n".encode()),
        ("mail.eml", "message/rfc822", b"Subject: x\r\n\r\ny"),
    )
    content = message(drafted(Kind.REMINDER, full(), to=TO), enclosed)
    found = opened(content)
    attached = [(part.get_filename(), part.get_payload(decode=True)) for part in found.iter_attachments()]
    assert attached == [(name, data) for name, _type, data in enclosed]
    assert [one.filename for one in read(content).attachments] == ["request.txt", "mail.eml"]
    body = found.get_body(("plain",))
    assert body is not None
    assert body.get_content().replace("\r\n", "\n") == letter(Kind.REMINDER, full(), "en").body


def test_a_form_or_a_postal_address_is_no_recipient_of_mail() -> None:
    made = opened(message(drafted(Kind.ACCESS, full(), to="https://chirp.example/privacy")))
    assert made["To"] is None


def test_who_has_no_address_names_none() -> None:
    assert opened(message(drafted(Kind.ACCESS, full(person=Person("Marie")), to=TO)))["From"] is None


def test_markdown_has_the_subject_as_its_title_and_keeps_lines() -> None:
    text = markdown.render(letter_document(letter(Kind.ACCESS, full(), "en"), "en"))
    assert text.startswith("# Access")
    assert "Marie Lefèvre  \n12 rue des Lilas  \n" in text


@pytest.mark.parametrize("kind", Kind)
def test_hostile_facts_forge_no_header_and_no_markup(kind: Kind) -> None:
    made = drafted(kind, hostile())
    found = opened(message(made))
    assert set(found.keys()) <= {
        *("X-Unsent", "From", "To", "Cc", "Subject", "Content-Type", "Content-Transfer-Encoding", "MIME-Version")
    }
    assert not re.search(r"^== ", message(made).decode(), re.MULTILINE)
    assert "<b>" not in markdown.render(letter_document(made.letter, "en"))


@given(name=texts.map(clean_line), email=texts.map(clean_line), to=st.one_of(texts.map(clean_line), st.emails()))
def test_any_name_and_address_give_a_message_that_opens(name: str, email: str, to: str) -> None:
    made = drafted(Kind.ACCESS, full(person=Person(name or "x", email=email)), to=to)
    found = opened(message(made))
    assert found["Subject"] == made.letter.subject
    assert found.get_content().replace("\r\n", "\n") == made.letter.body

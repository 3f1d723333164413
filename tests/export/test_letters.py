"""Letters as files: text, Markdown, and a message for a mail program."""

from __future__ import annotations

from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default

import pytest
from hypothesis import given

from consentui.export.letters import letter_file
from consentui.i18n import Language
from consentui.requests.letters.facts import Person
from consentui.requests.letters.kinds import Kind
from consentui.requests.letters.letters import letter
from consentui.text import clean_line
from tests.journal.strategies import texts
from tests.requests.letter_facts import full, hostile

MARIE = Person("Marie Lefèvre", "12 rue des Lilas", "marie@example.org")
TO = "privacy@chirp.example"


def opened(text: str) -> EmailMessage:
    """A message as Python's e-mail parser reads the file."""
    message = message_from_bytes(text.encode(), policy=default)
    assert isinstance(message, EmailMessage)
    return message


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("kind", Kind)
def test_a_message_opens_with_its_headers_and_the_whole_letter(kind: Kind, language: Language) -> None:
    written = letter(kind, full(language), language)
    message = opened(letter_file(written, "eml", MARIE, TO))
    assert (message["From"], message["To"], message["X-Unsent"]) == ("marie@example.org", TO, "1")
    assert message["Subject"] == written.subject
    assert message.get_content_type() == "text/plain"
    assert message.get_content().replace("\r\n", "\n") == written.body
    assert list(message.defects) == []


def test_a_form_or_a_postal_address_is_no_recipient_of_mail() -> None:
    message = opened(letter_file(letter(Kind.ACCESS, full(), "en"), "eml", MARIE, "https://chirp.example/privacy"))
    assert message["To"] is None


def test_who_has_no_address_names_none() -> None:
    message = opened(letter_file(letter(Kind.ACCESS, full(), "en"), "eml", Person("Marie"), TO))
    assert message["From"] is None


def test_plain_text_is_subject_and_letter() -> None:
    written = letter(Kind.ACCESS, full(), "en")
    assert letter_file(written, "txt", MARIE, TO) == f"{written.subject}\n\n{written.body}"


def test_markdown_has_the_subject_as_its_title_and_keeps_lines() -> None:
    written = letter(Kind.ACCESS, full(), "en")
    text = letter_file(written, "md", MARIE, TO)
    assert text.startswith("# Access")
    assert "Marie Lefèvre  \n12 rue des Lilas  \n" in text


@pytest.mark.parametrize("kind", Kind)
def test_hostile_facts_forge_no_header_and_no_markup(kind: Kind) -> None:
    written = letter(kind, hostile(), "en")
    message = opened(letter_file(written, "eml", MARIE, TO))
    assert set(message.keys()) == {
        *("X-Unsent", "From", "To", "Subject", "Content-Type", "Content-Transfer-Encoding", "MIME-Version")
    }
    assert "<b>" not in letter_file(written, "md", MARIE, TO)


@given(email=texts.map(clean_line), to=texts.map(clean_line))
def test_any_address_gives_a_message_that_opens(email: str, to: str) -> None:
    written = letter(Kind.ACCESS, full(), "en")
    message = opened(letter_file(written, "eml", Person("Marie", email=email), to))
    assert message["Subject"] == written.subject
    assert message.get_content().replace("\r\n", "\n") == written.body

"""Mails read from files and mailboxes."""

from __future__ import annotations

from datetime import date
from email.message import EmailMessage

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from consentui.text import UNSEEN
from consentui.verify.mail import Attachment, mails_in, read_mail
from tests.verify.mails import mail


def test_date_sender_subject_and_text_are_read() -> None:
    read = read_mail(mail("genuine"))
    assert (read.on, read.sender) == (date(2026, 11, 20), "L’équipe Exemple <privacy@mail.example>")
    assert read.subject == "Votre opposition acceptée (CU-2026-001)"
    assert "vos données ne serviront plus" in read.text
    assert read.attachments == ()


def test_attachments_are_told_by_their_content() -> None:
    message = EmailMessage()
    message["From"] = "privacy@mail.example"
    message.set_content("See the file.")
    message.add_attachment(b"%PDF-1.7", maintype="image", subtype="png", filename="réponse.png")
    read = read_mail(bytes(message))
    assert read.attachments == (Attachment("réponse.png", "application/pdf", 8),)
    assert read.text.strip() == "See the file."


def test_a_page_is_read_without_its_marks() -> None:
    message = EmailMessage()
    message.set_content("<style>p {}</style><p>We <b>granted</b>&nbsp;it &amp; more.</p>", subtype="html")
    assert " ".join(read_mail(bytes(message)).text.split()) == "We granted it & more."


def test_a_day_is_that_of_the_person() -> None:
    assert read_mail(b"Date: Fri, 20 Nov 2026 23:30:00 +0000\n\nx").on == date(2026, 11, 21)
    assert read_mail(b"Date: soon\n\nx").on is None


def test_a_mailbox_gives_its_mails_as_they_stand_alone() -> None:
    one = b"From: a@mail.example\nSubject: one\n\n>From the beginning\nFrom here\n"
    two = b"From: b@mail.example\nSubject: two\n\nx\n"
    quoted = one.replace(b"\n>From", b"\n>>From").replace(b"\nFrom here", b"\n>From here")
    box = b"From - Fri Nov 20 09:30:00 2026\n" + quoted + b"\nFrom b Fri Nov 20 10:30:00 2026\n" + two + b"\n"
    assert mails_in(box) == (one, two)
    assert mails_in(one) == (one,)


@pytest.mark.parametrize("kind", ["multipart/mixed; boundary", "text/plain; name", "text/plain; charset"])
@pytest.mark.parametrize("number", ["9" * 5000, "²"])
def test_a_field_in_parts_without_end_ends_nothing(kind: str, number: str) -> None:
    content = f"From: a@mail.example\nContent-Type: {kind}*{number}=a\n\nx\n".encode()
    found = read_mail(content)
    assert (found.address, found.text.strip() or len(found.attachments)) in {
        ("a@mail.example", "x"),
        ("a@mail.example", 1),
    }


@given(st.binary(max_size=600))
@example(b"From ")
@example(b"From a")
def test_whatever_it_is_it_reads_as_inert_text(content: bytes) -> None:
    for one in mails_in(content):
        read = read_mail(one)
        assert not UNSEEN.search(read.sender + read.subject + read.text)


@given(st.text(max_size=60), st.text(max_size=60), st.text(max_size=40))
def test_fields_that_are_no_fields_read_too(sender: str, subject: str, kind: str) -> None:
    head = f"From: {sender}\nSubject: =?{subject}?=\nContent-Type: {kind}; charset={kind}\n\nx"
    read_mail(head.encode("utf-8", "surrogatepass"))


@pytest.mark.parametrize("charset", ["utf\ufffd", "utf\x00", "punycode", "base64", "idna"])
def test_an_encoding_that_cannot_be_is_shown_as_it_stands(charset: str) -> None:
    head = f'Subject: =?{charset}?q?caf=C3=A9?=\r\nContent-Type: text/plain; charset="{charset}"\r\n\r\n'.encode()
    found = read_mail(head + b"caf\xc3\xa9 -\xff\r\n")
    assert "caf" in found.subject
    assert "caf" in found.text

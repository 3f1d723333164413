"""The text that was really sent, read from a file."""

from __future__ import annotations

from email.message import EmailMessage
from email.policy import SMTP
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from consentui.errors import UsageError
from consentui.export.letter_document import letter_document
from consentui.export.letters import message
from consentui.profile.letters import Drafted
from consentui.profile.sent_text import MOST_BYTES, SentText, as_drafted, read_sent_text
from consentui.report.formats import markdown
from consentui.requests.letters.doors import door
from consentui.requests.letters.kinds import Kind
from consentui.requests.letters.letters import letter
from consentui.text import UNSEEN
from tests.requests.letter_facts import NASTY, REFERENCE, full

DRAFTED = letter(Kind.OBJECT_TRAINING, full("fr"), "fr")


def read(path: Path, content: str | bytes) -> SentText:
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return read_sent_text(path, DRAFTED, REFERENCE)


def contents(format_: str) -> bytes:
    """The letter as it is written to a file of this format."""
    if format_ == "eml":
        facts = full("fr")
        return message(Drafted(Kind.OBJECT_TRAINING, DRAFTED, facts, "fr", door(Kind.OBJECT_TRAINING, facts)))
    if format_ == "md":
        return markdown.render(letter_document(DRAFTED, "fr")).encode()
    return as_drafted(DRAFTED).content.encode()


@pytest.mark.parametrize("format_", ["txt", "md", "eml"])
def test_a_letter_that_nobody_changed_comes_back_from_its_file(tmp_path: Path, format_: str) -> None:
    content = contents(format_)
    found = read(tmp_path / f"letter.{format_}", content)
    assert found.subject == DRAFTED.subject
    if format_ == "md":
        assert found.content == content.decode()
    else:
        assert found == as_drafted(DRAFTED)


def test_a_message_that_was_changed_has_its_own_subject_and_text(tmp_path: Path) -> None:
    message = EmailMessage(policy=SMTP)
    message["Subject"] = "Objection – encore une fois"
    message.set_content("Je m’oppose.\n\nMarie\n")
    message.add_alternative("<p>Je m’oppose.</p>", subtype="html")
    message.add_attachment(b"%PDF", maintype="application", subtype="pdf", filename="id.pdf")
    found = read(tmp_path / "sent.EML", message.as_bytes())
    assert found == SentText("Objection – encore une fois", "Objection – encore une fois\n\nJe m’oppose.\n\nMarie\n")


@pytest.mark.parametrize("text", ["I object.\n", f"I object under {REFERENCE}.\nAnd I mean it.\n", "x" * 5000])
def test_a_text_without_a_subject_is_frozen_as_it_is(tmp_path: Path, text: str) -> None:
    assert read(tmp_path / "form.txt", text) == SentText(DRAFTED.subject, text)


def test_a_message_without_a_subject_is_frozen_as_it_is(tmp_path: Path) -> None:
    found = read(tmp_path / "sent.eml", "From: m@example.org\r\n\r\nI object.\r\n")
    assert found == SentText(DRAFTED.subject, "I object.\n")


@pytest.mark.parametrize(
    ("name", "content", "title", "way_out"),
    [
        ("letter.odt", b"x", "letter.odt is not a .txt, .md or .eml file.", "in one of these formats"),
        ("letter.txt", b"\xe9t\xe9", "letter.txt is not UTF-8 text.", "as UTF-8"),
        ("letter.txt", b"x" * (MOST_BYTES + 1), "letter.txt is larger than 1 MB.", "without what was attached"),
        ("letter.txt", b" \n", "letter.txt contains no text.", "Name the file"),
        ("sent.eml", b"Subject: x\n\n \n", "sent.eml contains no text.", "Name the file"),
        ("sent.eml", b"Content-Type: text/html\n\n<p>x", "sent.eml contains no readable plain text.", ".txt file"),
        ("sent.eml", b"Content-Type: text/plain; charset=klingon\n\nx", "readable plain text.", ".txt file"),
        ("sent.eml", b"Content-Type: text/plain; charset=utf-8\n\n\xe9", "readable plain text.", ".txt file"),
    ],
)
def test_what_cannot_be_read_is_told_with_a_way_out(
    tmp_path: Path, name: str, content: bytes, title: str, way_out: str
) -> None:
    with pytest.raises(UsageError) as refused:
        read(tmp_path / name, content)
    assert refused.value.title.endswith(title)
    assert way_out in refused.value.way_out


@pytest.mark.parametrize("name", ["missing.txt", "~nobody-at-all/x.txt", "x\0.txt", "folder.txt", "x" * 5000 + ".txt"])
def test_what_is_no_file_is_told_with_a_way_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.chdir(tmp_path)
    Path("folder.txt").mkdir()
    with pytest.raises(UsageError) as refused:
        read_sent_text(Path(name), DRAFTED, REFERENCE)
    assert refused.value.way_out == "Name the file with the text as sent."
    assert not UNSEEN.search(str(refused.value))


def test_the_home_may_be_written_short(tmp_path: Path) -> None:
    (tmp_path / "sent.txt").write_text("I object.")
    assert read_sent_text(Path("~/sent.txt"), DRAFTED, REFERENCE).content == "I object."


@pytest.mark.parametrize("name", ["sent.txt", "sent.eml"])
def test_hostile_text_is_made_inert(tmp_path: Path, name: str) -> None:
    head = f"Subject: =?utf-8?q?{'=1B]0;x=07'}?=\nContent-Type: text/plain; charset=utf-8\n\n" if "eml" in name else ""
    found = read(tmp_path / name, head + NASTY)
    assert not UNSEEN.search(found.content + found.subject)


@given(st.binary(max_size=400), st.sampled_from([b"", b"Content-Type: ", b"Subject: =?utf-8?", b"MIME-Version: 1.0\n"]))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
def test_any_message_is_read_or_refused(tmp_path: Path, content: bytes, begin: bytes) -> None:
    try:
        found = read(tmp_path / "sent.eml", begin + content)
    except UsageError:
        return
    assert found.content.encode()
    assert not UNSEEN.search(found.subject)


FLOWED = "Content-Type: text/plain; charset=utf-8; format=flowed{more}\n\n{text}"


@pytest.mark.parametrize(
    ("more", "text", "found"),
    [
        ("", "I object to \nthis use.\n\nMarie\n", "I object to this use.\n\nMarie\n"),
        ("", " From now on\n  indented\n", "From now on\n indented\n"),
        ("", "Regards\n-- \nMarie\n", "Regards\n-- \nMarie\n"),
        ("; delsp=yes", "deindent \nification\n", "deindentification\n"),
        ("", "one \ntwo \nthree\n", "one two three\n"),
    ],
)
def test_lines_that_a_mail_program_broke_are_as_they_were_typed(
    tmp_path: Path, more: str, text: str, found: str
) -> None:
    assert read(tmp_path / "sent.eml", FLOWED.format(more=more, text=text)).content == found


def test_a_message_that_is_not_flowed_keeps_its_lines(tmp_path: Path) -> None:
    assert read(tmp_path / "sent.eml", "Content-Type: text/plain\n\nI object to \nthis.\n").content == (
        "I object to \nthis.\n"
    )

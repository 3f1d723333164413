"""`consentui letter --format pdf` and `consentui request dossier`: files to post and to give to an authority."""

from __future__ import annotations

import sys
from functools import partial
from io import BytesIO
from pathlib import Path

import pytest
import typst
from pypdf import PdfReader

from consentui.storage.places import profile_folders
from tests.cli.conftest import Call


@pytest.fixture
def reference(call: Call, account: str) -> str:
    """The reference of a request to X in French, by someone whose name is known."""
    assert call("config", "set", "country", "FR").code == 0
    assert call("identity", "set", "--name", "Marie Lefèvre", "--email", "marie@example.org").code == 0
    return call("request", "draft", account, "--control", "grok-training", "--in", "fr").out.strip()


def flowing(text: str) -> str:
    return "".join(char for char in text if not char.isspace() and char not in "-\u2010")


# PDF


def test_a_letter_is_written_as_pdf(call: Call, reference: str, tmp_path: Path) -> None:
    path = tmp_path / "letter.pdf"
    said = call("letter", reference, "--format", "pdf", "--output", str(path))
    assert (said.code, said.out) == (0, "")
    assert said.err.startswith(f"Written: {path}\n")
    plain = call("letter", reference).out
    document = PdfReader(BytesIO(path.read_bytes()), strict=True)
    text = flowing("".join(page.extract_text() for page in document.pages))
    assert "MarieLefèvre" in text
    assert flowing(plain.split("\n\n")[4]) in text
    assert document.metadata is not None
    assert document.metadata.title == plain.splitlines()[0]
    assert str(document.root_object["/Lang"]) == "fr"


def test_what_to_know_before_sending_is_said_with_it_as_with_the_text(
    call: Call, reference: str, tmp_path: Path
) -> None:
    cautions = call("letter", reference).err
    assert cautions.startswith("! ")
    said = call("letter", reference, "--format", "pdf", "--output", str(tmp_path / "letter.pdf"))
    assert said.err == f"Written: {tmp_path / 'letter.pdf'}\n{cautions}"


def test_what_no_font_here_has_is_said_before_it_is_written(
    call: Call, reference: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(typst, "compile", partial(typst.compile, ignore_system_fonts=True))
    call("identity", "set", "--name", "李小龍")
    path = tmp_path / "letter.pdf"
    said = call("letter", reference, "--format", "pdf", "--output", str(path))
    first, second, *_rest = said.err.splitlines()
    assert first == (
        "! No font on this computer has 小 李 龍: the PDF shows them as Unicode numbers."
        " Install a font that has them, or use another format."
    )
    assert second == f"Written: {path}"
    report = call("report", "--format", "pdf", "--output", str(tmp_path / "report.pdf"))
    assert report.err == f"Written: {tmp_path / 'report.pdf'}\n"


def test_a_pdf_needs_a_file_to_go_to(call: Call, reference: str) -> None:
    said = call("letter", reference, "--format", "pdf")
    assert (said.code, said.out) == (2, "")
    assert "A PDF has to be written to a file." in said.err
    assert "--output" in said.err


def test_a_file_that_is_there_is_replaced_only_when_asked(call: Call, reference: str, tmp_path: Path) -> None:
    path = tmp_path / "letter.pdf"
    path.write_text("mine", encoding="utf-8")
    command = ("letter", reference, "--format", "pdf", "--output", str(path))
    said = call(*command)
    assert (said.code, path.read_bytes()) == (2, b"mine")
    assert "--force" in said.err
    assert call(*command, "--force").code == 0
    assert path.read_bytes().startswith(b"%PDF-")


def test_without_typst_it_says_how_to_get_it_and_writes_nothing(
    call: Call, reference: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "typst", None)
    path = tmp_path / "letter.pdf"
    said = call("letter", reference, "--format", "pdf", "--output", str(path))
    assert (said.code, said.out) == (2, "")
    assert "PDF needs typst, which is not installed." in said.err
    assert "pip install 'consentui[pdf]'" in said.err
    assert not path.exists()
    assert call("letter", reference).code == 0


# Dossier


@pytest.fixture
def late(call: Call, reference: str) -> str:
    """The request, sent in September and never answered."""
    assert call("request", "sent", reference, "--on", "2026-09-02", "--proof", "screenshot.png").code == 0
    return reference


def test_the_dossier_is_printed_in_the_language_of_the_authority(call: Call, late: str) -> None:
    said = call("request", "dossier", late)
    assert (said.code, said.err) == (0, "")
    assert said.out.startswith("# ")
    assert [line for line in said.out.splitlines() if line.startswith("## ")] == [
        "## Messages",
        "## Preuves",
        "## Articles",
        "## Sur la plateforme",
        "## Sources",
    ]
    (sent,) = (profile_folders().requests / late).glob("*.txt")
    assert sent.read_text(encoding="utf-8") in said.out


def test_the_dossier_is_written_to_a_file_and_replaced_only_when_asked(call: Call, late: str, tmp_path: Path) -> None:
    path = tmp_path / "dossier.md"
    command = ("request", "dossier", late, "--output", str(path))
    said = call(*command)
    assert (said.code, said.out, said.err) == (0, "", f"Written: {path}\n")
    written = path.read_text(encoding="utf-8")
    assert written == call("request", "dossier", late).out
    path.write_text("mine", encoding="utf-8")
    assert call(*command).code == 2
    assert path.read_text(encoding="utf-8") == "mine"
    assert call(*command, "--force").code == 0
    assert path.read_text(encoding="utf-8") == written


def test_a_dossier_with_an_altered_text_is_not_written(call: Call, late: str, tmp_path: Path) -> None:
    (sent,) = (profile_folders().requests / late).glob("*.txt")
    sent.write_text(sent.read_text(encoding="utf-8") + "And more.\n", encoding="utf-8")
    path = tmp_path / "dossier.md"
    said = call("request", "dossier", late, "--output", str(path))
    assert (said.code, said.out) == (3, "")
    assert str(sent) in said.err
    assert not path.exists()


def test_a_dossier_needs_a_name(call: Call, late: str) -> None:
    assert call("identity", "forget").code == 0
    said = call("request", "dossier", late)
    assert (said.code, said.out) == (2, "")
    assert "identity set" in said.err

"""People's names, read from a PDF by Poppler's `pdftotext`: copying and searching give what was written."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import unicodedata
from functools import partial
from pathlib import Path
from typing import Literal, get_args

import pytest
import typst

from consentui.report.document import Document, Paragraph
from consentui.report.formats.pdf import Look, typeset
from tests.builders import TODAY

NAMES = """\
Łukasz Wójcik · Žofie Dvořáková · Ľubomír Ťažký · Őri Szűcs · Ștefan Țepeș · Gheorghe Şăitan
Þórður Ísleifsson · Guðrún Ærø · Åsa Öst · Seán Ó Súilleabháin · Siôn Ŵyn · Ġużeppi Ħaż-Żebbuġ
Ģirts Ķēniņš · Jūratė Šiaulienė · Õnne Ülle · Gal·la Lluïsa · Françoise Œuvrard-Ÿ · Weiß GROẞ
Şükrü Ağaoğlu · İbrahim Işık · Ðorđe Ćirić · Älvdalska Ǫ · Ŋuŋŋá Čáhppes · Əli Gülnarə
Παπαδόπουλος Γεώργιος · Άννα Ώρα · Ὀδυσσεύς · Иван Щербаков · Ђорђе Љубић · Ґалина Їжакевич · Ўладзімір Ёва
Nguyễn Thị Ánh · Kaʻiulani · Ọlọ́run Adébáyọ̀ · Ẹ̀bùn Ọ̀ṣun · ọ̄́ g̃ ɛ̀ŋ́ p̂ m̀
Юрий До́стоевский · Zɔ̃ Ʋɛ́lɛ́ · Ên-nū Ō͘ · Lj̀iljana""".splitlines()


def read_by_poppler(content: bytes, folder: Path) -> str:
    """The text of a one-page PDF on one line, in NFC, without the page number."""
    program = shutil.which("pdftotext")
    if program is None:
        sentence = "Nothing can be read as Poppler does without pdftotext (Debian: poppler-utils)."
        (pytest.fail if os.environ.get("CI") == "true" else pytest.skip)(sentence)
    path = folder / "it.pdf"
    path.write_bytes(content)
    done = subprocess.run([program, str(path), "-"], capture_output=True, timeout=60, check=True)
    text = unicodedata.normalize("NFC", done.stdout.decode())
    return re.sub(r"\s+", " ", text).removesuffix(" ").removesuffix("1/1").strip()


@pytest.mark.parametrize("look", get_args(Look))
@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_names_are_read_as_they_were_written(
    form: Literal["NFC", "NFD"], look: Look, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(typst, "compile", partial(typst.compile, ignore_system_fonts=True))
    paragraphs = tuple(Paragraph(unicodedata.normalize(form, names)) for names in NAMES)
    content = typeset(Document("Letter", "en", TODAY, paragraphs), look)
    expected = " ".join(unicodedata.normalize("NFC", names) for names in NAMES)
    assert read_by_poppler(content, tmp_path).removeprefix("Letter ") == expected

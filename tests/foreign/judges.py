"""Checks that output is inert, by a parser of each format that is independent of the program."""

from __future__ import annotations

import csv
import email
import email.policy
import io
import json
import re
import unicodedata
from collections.abc import Callable
from email.message import EmailMessage
from pathlib import PurePosixPath
from zipfile import ZipFile

from icalendar import Calendar
from justhtml import Element, JustHTML
from markdown_it import MarkdownIt
from pypdf import PdfReader

BIDI = {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}
ELEMENTS = re.compile(
    "html|head|body|main|header|footer|section|article|nav|title|meta|style|h1|h2|h3|h4|p|ul|ol|li|dl|dt"
    "|dd|div|span|strong|em|b|i|a|table|thead|tbody|tfoot|tr|th|td|caption|pre|code|figure|figcaption"
    "|input|label|br|small|svg|rect|text|g|hr|time|mark|aside|details|summary|col|colgroup|meter|progress"
    "|wbr|kbd"
)
"""The HTML elements that run nothing and fetch nothing."""
HEADERS = {
    "X-Unsent",
    "From",
    "To",
    "Cc",
    "Subject",
    "MIME-Version",
    "Content-Type",
    "Content-Transfer-Encoding",
    "Content-Disposition",
}
PROPERTIES = re.compile(
    "BEGIN|END|VERSION|PRODID|CALSCALE|METHOD|NAME|X-WR-CALNAME|UID|DTSTAMP|DTSTART|DTEND|SUMMARY"
    "|DESCRIPTION|SEQUENCE|STATUS|TRANSP|ACTION|TRIGGER|LAST-MODIFIED|CREATED|CLASS|CATEGORIES"
)


def drives(text: str) -> str:
    """The first character of a text that could control a terminal or change its direction; empty if there is none."""
    for char in text:
        if unicodedata.category(char) in {"Cc", "Cs", "Zl", "Zp"} and char not in "\n\t":
            return repr(char)
        if unicodedata.bidirectional(char) in BIDI or char in "\u061c\u200e\u200f\ufeff":
            return repr(char)
    return ""


LINES_OFFERED = {"bash": 1, "zsh": 3, "fish": 1}
"""How many lines each shell expects for each name offered."""
TAKEN_APART = re.compile(r"[`$;&|<>(){}*?\[\]!\\'\"#~\n]")
"""Characters that a shell interprets in a completed name, which bash inserts unquoted."""


def offered(shell: str, name: str, printed: str) -> str:
    """What in a name offered to a shell controls the terminal or could run something; empty if nothing does."""
    too_long = printed.count("\n") + 1 != LINES_OFFERED[shell]
    return drives(name) or drives(printed) or (repr(printed) if too_long or TAKEN_APART.search(name) else "")


def require_plain(content: bytes) -> None:
    """Require a text that a terminal can show safely."""
    assert drives(content.decode()) == ""


def require_markdown(content: bytes) -> None:
    """Require Markdown without HTML, without images, and with no links but to https."""
    require_plain(content)
    reader = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    for token in reader.parse(content.decode()):
        for one in (token, *(token.children or ())):
            assert one.type not in {"html_block", "html_inline", "image"}, one.content
            if one.type == "link_open":
                require_web(str(one.attrGet("href")))


def require_web(address: str) -> None:
    """Require an https address with a proper host that is not one of the planted texts."""
    host = re.match(r"https://([a-z0-9.-]+)(?::\d+)?(?=[/?#]|$)", address)
    assert host, address
    assert host[1] not in {"evil.example", "a"}, address


def require_html(content: bytes) -> None:
    """Require a page of known elements that runs nothing and links only to sites."""
    text = content.decode()
    assert drives(text) == ""
    for node in JustHTML(text, sanitize=False, strict=True).query("*"):
        assert isinstance(node, Element)
        assert ELEMENTS.fullmatch(node.name), node.name
        for name, value in node.attrs.items():
            assert not name.startswith("on"), (name, value)
            if name in {"href", "src", "action"} and not (value or "").startswith("#"):
                require_web(value or "")


def require_csv(content: bytes) -> None:
    """Require a table in which no cell is a formula, whatever the separator."""
    text = content.decode().removeprefix("\ufeff")
    assert drives(text.replace("\r\n", "\n")) == ""
    for row in csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text)):
        for cell in row:
            assert not re.match(r"\s*[=+@\uff1d\uff0b\uff20]", cell), cell
    for piece in re.split(r"[,;\t\n]", text):
        assert not re.match(r"[\s\"]*[=+@\uff1d\uff0b\uff20]", piece), piece


def _delimiter(text: str) -> str:
    return max(",;\t", key=text.partition("\n")[0].count)


def require_json(content: bytes) -> None:
    """Require JSON whose texts are inert when decoded."""
    assert drives(content.decode()) == ""
    for text in _texts(json.loads(content)):
        assert drives(text) == ""


def _texts(value: object) -> list[str]:
    match value:
        case str():
            return [value]
        case dict():
            return [text for pair in value.items() for one in pair for text in _texts(one)]
        case list():
            return [text for one in value for text in _texts(one)]
        case _:
            return []


def require_calendar(content: bytes) -> None:
    """Require a calendar with known properties, display alarms only, and lines of at most 75 bytes."""
    unfolded = content.decode().replace("\r\n ", "")
    for line in unfolded.removesuffix("\r\n").split("\r\n"):
        assert PROPERTIES.fullmatch(re.split("[:;]", line)[0]), line
        assert drives(line) == ""
    found = Calendar.from_ical(content)
    assert {one.name for one in found.walk()} <= {"VCALENDAR", "VEVENT", "VALARM"}
    assert all(str(one["ACTION"]) == "DISPLAY" for one in found.walk("VALARM"))
    assert max(map(len, content.split(b"\r\n"))) <= 75


def require_message(content: bytes) -> None:
    """Require a message with only the program's headers, each once, with at most one sender and recipient."""
    read = email.message_from_bytes(content, policy=email.policy.default)
    assert isinstance(read, EmailMessage)
    for part in read.walk():
        assert part.defects == [], part.defects
        assert len({name.lower() for name in part}) == len(part.keys())
        assert set(part.keys()) <= HEADERS, part.keys()
        for header in part.values():
            assert drives(str(header)) == "", header
        if name := part.get_filename():
            require_name(name)
    for header in ("From", "To"):
        assert len(read[header].addresses if read[header] else ()) <= 1, read[header]
    body = read.get_body(("plain",))
    assert body is not None
    assert drives(body.get_content().replace("\r\n", "\n")) == "", body.get_content()


def require_archive(content: bytes) -> None:
    """Require an archive whose file names stay inside it, and whose files are inert if the program wrote them."""
    with ZipFile(io.BytesIO(content)) as archive:
        for info in archive.infolist():
            for part in info.filename.removesuffix("/").split("/"):
                require_name(part)
            if not {"sent", "proofs"} & set(info.filename.split("/")):
                JUDGES[PurePosixPath(info.filename).suffix](archive.read(info))


def require_name(name: str) -> None:
    """Require a name that a file can have on every system."""
    assert re.fullmatch(r"[^\x00-\x1f/\\:*?\"<>|]{1,255}", name), name
    assert name.strip(". ") == name.lstrip(".").strip(" ") != "", name
    assert drives(name) == ""
    assert not re.match(r"(?i)(con|prn|aux|nul|com\d|lpt\d)(\.|$)", name), name


def require_pdf(content: bytes) -> None:
    """Require a PDF that runs nothing and links only to sites."""
    reader = PdfReader(io.BytesIO(content))
    assert not {"/OpenAction", "/AA", "/AcroForm", "/Names"} & set(reader.root_object)
    for page in reader.pages:
        assert "/AA" not in page
        for annotation in page.get("/Annots", ()):
            action = annotation.get_object().get("/A", {})
            assert action.get("/S", "/URI") == "/URI"
            if address := action.get("/URI"):
                require_web(str(address))


JUDGES: dict[str, Callable[[bytes], None]] = {
    "": require_plain,
    ".md": require_markdown,
    ".html": require_html,
    ".pdf": require_pdf,
    ".csv": require_csv,
    ".json": require_json,
    ".jsonld": require_json,
    ".zip": require_archive,
    ".txt": require_plain,
    ".eml": require_message,
    ".ics": require_calendar,
    ".toml": require_plain,
}
"""The check for every kind of file that is written, by suffix; a new format without one fails a test."""

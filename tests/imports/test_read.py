"""From the files of other programs, only addresses and user names are read."""

from __future__ import annotations

from io import BytesIO

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from consentui.imports.found import FaultKind, FileReading, FoundAccount, Source
from consentui.imports.read import read
from tests.imports import exports

MARIE = "marie@example.org"
X = "https://twitter.com/login"


def reading(text: str, encoding: str = "utf-8") -> FileReading:
    return read(BytesIO(text.encode(encoding)))


@pytest.mark.parametrize(
    ("text", "source", "found"),
    [
        (
            exports.BITWARDEN,
            "bitwarden",
            [(2, X, MARIE), (4, "https://www.facebook.com", MARIE), (6, "https://bank.example/login", "12345678")],
        ),
        (exports.BITWARDEN_JSON, "bitwarden", [(0, X, MARIE), (0, "androidapp://com.instagram.android", "")]),
        (exports.ONE_PASSWORD, "1password", [(2, X, MARIE)]),
        (exports.KEEPASSXC, "keepassxc", [(2, "https://twitter.com", MARIE)]),
        (exports.FIREFOX, "firefox", [(2, "https://twitter.com", MARIE)]),
        (
            exports.CHROME,
            "chrome",
            [(2, X, MARIE), (3, "android://aGFzaA==@com.instagram.android/", "marie")],
        ),
        (exports.PROTON, "passwords", [(2, X, MARIE)]),
        (exports.PROTON_JSON, "passwords", [(0, X, MARIE)]),
        (exports.DASHLANE, "passwords", [(2, X, MARIE), (3, "https://www.facebook.com", "marie")]),
        (exports.ONE_PASSWORD_DATA, "1password", [(0, X, MARIE)]),
        (exports.ROBOFORM, "passwords", [(2, X, MARIE)]),
        (exports.KEEPASS, "passwords", [(2, X, MARIE)]),
        (exports.KEEPASS_XML, "keepassxc", [(3, f"{X}?a=1&b", MARIE)]),
        (
            exports.BOOKMARKS,
            "bookmarks",
            [(6, "https://x.com/home", ""), (7, "javascript:alert(1)", ""), (8, "https://www.linkedin.com/feed/", "")],
        ),
        (exports.CHROMIUM_BOOKMARKS, "bookmarks", [(0, "https://x.com/", ""), (0, "https://www.linkedin.com/", "")]),
        (exports.FIREFOX_BOOKMARKS, "bookmarks", [(0, "https://x.com/", ""), (0, "https://www.linkedin.com/", "")]),
    ],
)
def test_what_wrote_a_file_is_known_by_its_columns(
    text: str, source: Source, found: list[tuple[int, str, str]]
) -> None:
    seen = reading(text)
    assert (seen.source, seen.faults) == (source, ())
    assert [(one.line, one.place, one.name) for one in seen.found] == found


@pytest.mark.parametrize(
    "text",
    [
        exports.BITWARDEN,
        exports.BITWARDEN_JSON,
        exports.ONE_PASSWORD,
        exports.KEEPASSXC,
        exports.FIREFOX,
        exports.CHROME,
        exports.PROTON,
        exports.PROTON_JSON,
        exports.DASHLANE,
        exports.ONE_PASSWORD_DATA,
        exports.ROBOFORM,
        exports.KEEPASS,
        exports.KEEPASS_XML,
        exports.ENPASS_JSON,
        exports.BITWARDEN.replace('"', ""),
        exports.CHROME.replace("url", "no"),
        exports.BITWARDEN_JSON[:-20],
    ],
)
def test_no_password_and_no_note_leaves_its_file(text: str) -> None:
    said = msgspec.json.encode(reading(text)).decode()
    assert exports.SECRET not in said
    assert exports.NOTE not in said


def test_a_list_by_hand_says_type_owner_client_and_tags() -> None:
    assert reading(exports.LIST) == FileReading(
        "list",
        (
            FoundAccount(2, "X", "@acme", "business", "Marie", "Acme", ("press", "brand")),
            FoundAccount(3, "https://www.instagram.com/acme", "acme", "", "", "Acme"),
        ),
    )


@pytest.mark.parametrize(
    ("text", "account"),
    [
        (
            "Plateforme;Nom;Type;Responsable;Client;Étiquettes\nX;@acme;Entreprise;Marie;Acme;presse\n",
            FoundAccount(2, "X", "@acme", "business", "Marie", "Acme", ("presse",)),
        ),
        (
            "Plattform;Name;Typ;Verantwortlich;Kunde;Schlagwörter\nX;@acme;geschäftlich;Marie;Acme;Presse\n",
            FoundAccount(2, "X", "@acme", "business", "Marie", "Acme", ("presse",)),
        ),
    ],
)
def test_a_list_may_speak_french_or_german(text: str, account: FoundAccount) -> None:
    assert reading(text).found == (account,)


@pytest.mark.parametrize(
    "header", ["Site;Identifiant;Mot de passe", "Webseite;Benutzername;Passwort", "URL;Anmeldename;Kennwort"]
)
def test_a_table_of_passwords_is_told_from_a_list_in_each_language(header: str) -> None:
    seen = reading(f"{header}\nhttps://twitter.com/login;{MARIE};{exports.SECRET}\n")
    assert (seen.source, seen.found) == ("passwords", (FoundAccount(2, X, MARIE),))


def test_a_first_line_meant_for_excel_is_passed_over() -> None:
    seen = reading("sep=;\r\nplatform;name\r\nx;a\r\nx\r\n")
    assert seen.found[0] == FoundAccount(3, "x", "a")
    assert [(one.kind, one.line) for one in seen.faults] == [("broken-row", 4)]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_whatever_separates_and_encodes_it_a_list_reads_the_same(encoding: str, separator: str, end: str) -> None:
    text = separator.join(("Plateforme", "Nom", "Type")) + end + separator.join(("X", "élise", "work")) + end
    assert reading(text, encoding).found == (FoundAccount(2, "X", "élise", "work"),)


@pytest.mark.parametrize(
    ("text", "kind", "line"),
    [
        ("", "not-known", 1),
        ("just a text\nwith lines\n", "not-known", 1),
        ("name,owner\nx,y\n", "no-place", 1),
        ("username,password\nmarie,secret\n", "no-place", 1),
        ("platform,name,type\nx,a,work\nx,b,boss\n", "no-account-type", 3),
        ("platform,name\nx,a\nx\n", "broken-row", 3),
        ('platform,name\nx,a\nx,"b\n', "broken-row", 3),
        ("platform,name\n", "no-rows", 0),
        ('{"encrypted": true, "data": "x"}', "encrypted", 0),
        ('{"something": "else"}', "not-known", 0),
        ('{"items": [', "broken-json", 0),
        ('{"items": 3}', "not-known", 0),
        (exports.ENPASS_JSON, "not-known", 0),
        ("<html><p>no link</p>", "no-rows", 0),
    ],
)
def test_what_is_wrong_is_said_with_its_line(text: str, kind: FaultKind, line: int) -> None:
    assert [(one.kind, one.line) for one in reading(text).faults] == [(kind, line)]


def test_a_file_full_of_faults_is_not_read_to_its_end() -> None:
    assert len(reading("platform,name\n" + "x\n" * 100_000).faults) < 50


def test_rows_that_lead_nowhere_are_counted() -> None:
    assert reading(exports.BITWARDEN).passed == 1
    assert reading(exports.BITWARDEN_JSON).passed == 1


def test_a_hundred_thousand_rows_are_read() -> None:
    rows = "".join(f"x,=cmd|'/c calc'!A{number}\n" for number in range(100_000))
    assert len(reading(f"platform,name\n{rows}").found) == 100_000


@given(st.binary(max_size=300))
def test_no_bytes_are_too_odd_to_be_read(content: bytes) -> None:
    assert isinstance(read(BytesIO(content)), FileReading)


@given(st.text(max_size=60), st.sampled_from([exports.LIST, exports.CHROME, exports.BITWARDEN_JSON, exports.BOOKMARKS]))
def test_nothing_that_stands_in_a_file_breaks_its_reading(text: str, before: str) -> None:
    assert isinstance(reading(before + text, "utf-8") if text.isprintable() else None, FileReading | None)

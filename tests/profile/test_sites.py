"""Looking at a site: a folder, or a local server that only tests may query."""

from __future__ import annotations

import ssl
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from ipaddress import ip_address
from pathlib import Path
from threading import Thread
from typing import ClassVar

import pytest

from consentui.errors import NetworkError, UsageError
from consentui.profile import fetching, sites
from consentui.profile.sites import folder_or_address, paths_asked, site_at, site_in
from consentui.verify.sites.pieces import Piece, Place

ROBOTS = b"User-agent: *\nDisallow: /\nLicense: /terms.xml\n"


class Pages(BaseHTTPRequestHandler):
    """A site whose answers a test chooses; anything else is not found."""

    answers: ClassVar[dict[str, tuple[int, bytes]]] = {}
    asked: ClassVar[list[str]] = []

    def do_GET(self) -> None:
        self.asked.append(self.path)
        status, content = self.answers.get(self.path, (404, b"<html>not here"))
        self.send_response(status)
        if 300 <= status < 400:
            self.send_header("Location", content.decode())
        self.send_header("TDM-Reservation", "1")
        self.end_headers()
        try:
            for byte in content if content == b"trickle" * 100 else (content,):
                self.wfile.write(byte if isinstance(byte, bytes) else bytes([byte]))
                if not isinstance(byte, bytes):
                    time.sleep(0.05)
        except OSError:
            pass  # the client closed the connection early

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 -- the library’s signature
        pass


@pytest.fixture
def server() -> Iterator[str]:
    Pages.answers, Pages.asked = {"/": (200, b"<html>"), "/robots.txt": (200, ROBOTS)}, []
    with ThreadingHTTPServer(("127.0.0.1", 0), Pages) as running:
        Thread(target=running.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{running.server_port}"
        running.shutdown()


def piece_at(server: str, place: Place) -> Piece:
    site, _failures = site_at(server, own_server=True)
    return site.pieces[place]


def test_a_host_is_asked_for_the_files_that_were_named_and_the_licence(server: str) -> None:
    Pages.answers["/terms.xml"] = (200, b"<rsl>")
    site, failures = site_at(f"{server}/blog/?page=2", own_server=True)
    assert sorted(Pages.asked) == sorted([*paths_asked(f"{server}/blog/?page=2"), "/terms.xml"])
    assert site.pieces[Place.ROBOTS] == Piece("there", ROBOTS)
    assert site.pieces[Place.LICENCE] == Piece("there", b"<rsl>")
    assert site.pieces[Place.GPC] == Piece("missing")
    assert failures == ()


def test_headers_are_those_of_a_page_that_is_there(server: str) -> None:
    site, _failures = site_at(server, own_server=True)
    assert site.headers
    assert site.headers["tdm-reservation"] == "1"
    missing, _failures = site_at(f"{server}/nowhere", own_server=True)
    assert missing.headers is None


@pytest.mark.parametrize(
    ("answer", "why"),
    [
        ((302, b"https://elsewhere.example/gpc.json"), "redirects to another host"),
        ((302, b"/.well-known/gpc.json"), "redirects without end"),
        ((200, b"x" * (sites.MOST_BYTES + 1)), "is too large"),
        ((403, b""), "the host answered with 403"),
        ((503, b""), "the host answered with 503"),
    ],
)
def test_a_failure_is_a_piece_that_is_not_known_and_changes_nothing_else(
    server: str, answer: tuple[int, bytes], why: str
) -> None:
    Pages.answers["/.well-known/gpc.json"] = answer
    site, _failures = site_at(server, own_server=True)
    failed = site.pieces[Place.GPC]
    assert failed.state == "unknown"
    assert why in failed.why
    assert site.pieces[Place.ROBOTS] == Piece("there", ROBOTS)
    assert site.pieces[Place.AI_TXT] == Piece("missing")


def test_an_answer_that_trickles_is_ended(server: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sites, "SECONDS_EACH", 0.3)
    Pages.answers["/ai.txt"] = (200, b"trickle" * 100)
    assert "takes too long to answer" in piece_at(server, Place.AI_TXT).why


def test_a_look_as_a_whole_is_ended_too(server: str) -> None:
    seconds = iter([0.0, 1.0, 2.0, 3.0, *[sites.SECONDS_IN_ALL + 1] * 20])
    site, _failures = site_at(server, own_server=True, now=lambda: next(seconds))
    assert site.pieces[Place.ROBOTS].state == "there"
    assert "it was not requested" in site.pieces[Place.AI_TXT].why
    assert "/ai.txt" not in Pages.asked


def test_a_licence_on_another_host_is_not_asked_for(server: str) -> None:
    Pages.answers["/robots.txt"] = (200, b"License: https://elsewhere.example/rsl.xml")
    assert piece_at(server, Place.LICENCE) == Piece("unknown", why="it is on another host, which was not contacted")


def test_a_host_that_answers_neither_for_its_page_nor_for_robots_txt_is_left_alone() -> None:
    with pytest.raises(NetworkError, match="did not answer"):
        site_at("http://127.0.0.1:1", own_server=True)


def test_a_host_that_sends_everything_elsewhere_is_left_alone(server: str) -> None:
    Pages.answers = dict.fromkeys(("/", "/robots.txt"), (301, b"https://www.example.org/"))
    with pytest.raises(NetworkError, match="redirects to another host") as error:
        site_at(server, own_server=True)
    assert "enter it yourself" in error.value.way_out
    assert Pages.asked == ["/", "/robots.txt"]


def test_a_certificate_that_nobody_vouches_for_is_refused(tmp_path: Path) -> None:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(own_certificate(tmp_path))
    with ThreadingHTTPServer(("127.0.0.1", 0), Pages) as running:
        running.socket = context.wrap_socket(running.socket, server_side=True)
        Thread(target=running.serve_forever, daemon=True).start()
        Pages.asked = []
        with pytest.raises(NetworkError, match="did not answer") as error:
            site_at(f"https://127.0.0.1:{running.server_port}", own_server=True)
        running.shutdown()
    assert "certificate" in error.value.detail.lower()
    assert Pages.asked == []


def test_a_private_address_is_not_asked(server: str) -> None:
    with pytest.raises(NetworkError, match="private network"):
        site_at(server.replace("http:", "https:"))
    assert Pages.asked == []


def test_nothing_is_asked_in_the_clear() -> None:
    with pytest.raises(UsageError, match="https"):
        folder_or_address("http://example.org")


def test_a_bare_host_is_an_address_unless_there_is_such_a_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert folder_or_address("example.org") == "https://example.org"
    Path("example.org").mkdir()
    assert folder_or_address("example.org") == Path("example.org")


@pytest.mark.parametrize("word", ["nowhere", "", "a/b", "ftp://example.org", "https://me@example.org"])
def test_what_is_neither_is_refused(word: str) -> None:
    with pytest.raises(UsageError):
        folder_or_address(word)


def test_a_folder_is_read_without_a_network(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fetching, "fetch", None)
    (tmp_path / ".well-known").mkdir()
    (tmp_path / "robots.txt").write_bytes(ROBOTS)
    (tmp_path / ".well-known" / "gpc.json").write_bytes(b"{}")
    (tmp_path / "index.htm").write_bytes(b"<html>")
    (tmp_path / "terms.xml").write_bytes(b"<rsl>")
    site = site_in(tmp_path)
    assert (site.root, site.headers) == ("", None)
    contents = {place: piece.content for place, piece in site.pieces.items() if piece.state == "there"}
    assert contents == {
        Place.ROBOTS: ROBOTS,
        Place.GPC: b"{}",
        Place.PAGE: b"<html>",
        Place.LICENCE: b"<rsl>",
    }


def test_a_folder_gives_nothing_from_outside_it(tmp_path: Path) -> None:
    (tmp_path / "secret").write_bytes(b"<rsl>")
    folder = tmp_path / "site"
    folder.mkdir()
    (folder / "robots.txt").write_bytes(b"License: /..%2Fsecret\n")
    assert site_in(folder).pieces[Place.LICENCE] == Piece("missing")


def test_a_file_that_cannot_be_read_is_not_known(tmp_path: Path) -> None:
    (tmp_path / "robots.txt").mkdir()
    (tmp_path / "ai.txt").write_bytes(b"x" * (sites.MOST_BYTES + 1))
    pieces = site_in(tmp_path).pieces
    assert (pieces[Place.ROBOTS].state, pieces[Place.AI_TXT]) == ("unknown", Piece("unknown", why="it is too large"))


def own_certificate(folder: Path) -> Path:
    """Write a key and a self-signed certificate for 127.0.0.1; return the file."""
    from cryptography import x509
    from cryptography.hazmat.primitives import hashes, serialization
    from cryptography.hazmat.primitives.asymmetric import ec

    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "127.0.0.1")])
    start = datetime(2026, 1, 1, tzinfo=UTC) - timedelta(days=3650)
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(start)
        .not_valid_after(start + timedelta(days=36500))
        .add_extension(x509.SubjectAlternativeName([x509.IPAddress(ip_address("127.0.0.1"))]), critical=False)
        .sign(key, hashes.SHA256())
    )
    path = folder / "own.pem"
    path.write_bytes(
        key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
        + certificate.public_bytes(serialization.Encoding.PEM)
    )
    return path

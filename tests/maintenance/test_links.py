"""Whether addresses still answer, tested with a local server."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import pairwise

import pytest

from maintenance.links import PAUSE_SECONDS, TRIES, Verdict, addresses, check, check_all
from tests.builders import a_control, a_platform


class Answers(BaseHTTPRequestHandler):
    """A server that answers with the status named by the path."""

    asked: list[str]

    def do_GET(self) -> None:
        self.asked.append(self.path)
        status = int(self.path.rpartition("/")[2])
        self.send_response(status)
        if status in {301, 302}:
            self.send_header("Location", "/somewhere/200")
        self.end_headers()

    def log_message(self, format: str, *_arguments: object) -> None:  # noqa: A002 -- the library's name
        """Log nothing."""


@pytest.fixture
def server() -> Iterator[str]:
    Answers.asked = []
    with ThreadingHTTPServer(("127.0.0.1", 0), Answers) as running:
        threading.Thread(target=running.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{running.server_address[1]}"
        running.shutdown()


@pytest.fixture
def waits() -> list[float]:
    """The pauses that would have been made; nothing really waits."""
    return []


@pytest.mark.parametrize(
    ("status", "verdict"),
    [
        (200, Verdict.ANSWERS),
        (301, Verdict.MOVED),
        (302, Verdict.ANSWERS),
        (403, Verdict.REFUSED),
        (405, Verdict.REFUSED),
        (404, Verdict.GONE),
        (410, Verdict.GONE),
        (500, Verdict.SILENT),
    ],
)
def test_an_answer_is_judged(server: str, waits: list[float], status: int, verdict: Verdict) -> None:
    assert check(f"{server}/{status}", waits.append).verdict is verdict
    assert waits == []


def test_where_an_address_moved_to_is_said(server: str, waits: list[float]) -> None:
    assert check(f"{server}/301", waits.append).remark == "/somewhere/200"
    assert Answers.asked == ["/301"]


def test_a_host_that_asks_to_wait_is_asked_again_later_and_later(server: str, waits: list[float]) -> None:
    assert check(f"{server}/429", waits.append).verdict is Verdict.REFUSED
    assert len(Answers.asked) == TRIES
    assert len(waits) == TRIES - 1
    assert all(later > earlier for earlier, later in pairwise(waits))


def test_no_answer_at_all_is_silence(waits: list[float]) -> None:
    finding = check("http://127.0.0.1:1/200", waits.append)
    assert finding.verdict is Verdict.SILENT
    assert finding.remark


def test_one_host_is_asked_one_thing_at_a_time_with_a_pause(server: str, waits: list[float]) -> None:
    urls = [f"{server}/a/200", f"{server}/b/200", f"{server}/c/200", f"{server}/a/200"]
    found = check_all(urls, waits.append)
    assert [finding.url for finding in found] == urls[:3]
    assert waits == [PAUSE_SECONDS, PAUSE_SECONDS]


def test_every_address_of_a_platform_is_looked_at() -> None:
    control = a_control()
    wanted = {source.url for source in control.source} | {route.url for route in control.route if route.url}
    assert set(addresses([a_platform(control)])) >= wanted

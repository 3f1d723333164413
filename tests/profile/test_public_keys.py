"""Keys asked of the DNS, here a small local server, and kept as files."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from threading import Thread

import dns.message
import dns.rcode
import dns.rrset
import pytest
from hypothesis import given
from hypothesis import strategies as st

from consentui.errors import NetworkError
from consentui.profile import public_keys
from consentui.profile.public_keys import as_file, ask_dns, record_in
from tests.verify.mails import KEYS, QUESTION


@contextmanager
def a_dns(records: dict[str, str]) -> Iterator[int]:
    """Run a DNS server with these TXT records, split into strings of at most 255 bytes; gives its port."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as server:
        server.bind(("127.0.0.1", 0))
        Thread(target=_answers, args=(server, records), daemon=True).start()
        yield server.getsockname()[1]


def _answers(server: socket.socket, records: dict[str, str]) -> None:
    while True:
        try:
            asked, address = server.recvfrom(4096)
        except OSError:
            return
        query = dns.message.from_wire(asked)
        answer = dns.message.make_response(query)
        name = query.question[0].name
        record = records.get(name.to_text().rstrip("."))
        if record is None:
            answer.set_rcode(dns.rcode.NXDOMAIN)
        else:
            strings = " ".join(f'"{record[at : at + 255]}"' for at in range(0, len(record), 255))
            answer.answer.append(dns.rrset.from_text(name, 60, "IN", "TXT", strings))
        server.sendto(answer.to_wire(), address)


def test_a_record_comes_back_in_one_piece() -> None:
    with a_dns(KEYS) as port:
        assert ask_dns(QUESTION, "127.0.0.1", port) == KEYS[QUESTION]


def test_a_name_without_a_record_gives_none() -> None:
    with a_dns({}) as port:
        assert ask_dns(QUESTION, "127.0.0.1", port) == ""


def test_a_dns_that_is_silent_is_an_error_with_the_name(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(public_keys, "SECONDS", 0.2)
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as silent:
        silent.bind(("127.0.0.1", 0))
        with pytest.raises(NetworkError, match=QUESTION):
            ask_dns(QUESTION, "127.0.0.1", silent.getsockname()[1])


@given(st.text(st.characters(codec="utf-8", exclude_characters="\n"), max_size=700))
def test_what_is_kept_reads_as_it_was(record: str) -> None:
    assert record_in(as_file(QUESTION, record, date(2026, 11, 21))) == record

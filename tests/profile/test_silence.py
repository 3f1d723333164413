"""The reasons why the network gave no answer, in the current language."""

from __future__ import annotations

import errno
import socket
import ssl
from collections.abc import Callable
from http.client import BadStatusLine, IncompleteRead, RemoteDisconnected

import dns.exception
import dns.resolver
import pytest

from consentui.i18n import Language
from consentui.profile import silence
from consentui.profile.silence import reason_of_no_record, reason_of_silence

Speak = Callable[[Language], None]


def certificate(number: int) -> ssl.SSLCertVerificationError:
    error = ssl.SSLCertVerificationError(1, "certificate verify failed")
    error.verify_code = number
    return error


def broken_tls() -> ssl.SSLError:
    error = ssl.SSLError(1, "[SSL: WRONG_VERSION_NUMBER] wrong version number")
    error.reason = "WRONG_VERSION_NUMBER"
    return error


SILENCES = [
    (socket.gaierror(socket.EAI_NONAME, "Name or service not known"), "There is no host with this name."),
    (
        socket.gaierror(socket.EAI_AGAIN, "Temporary failure in name resolution"),
        "Host names cannot be looked up: is this machine on the network?",
    ),
    (TimeoutError("timed out"), "It did not answer in time."),
    (ConnectionRefusedError(errno.ECONNREFUSED, "Connection refused"), "It refused the connection."),
    (ConnectionResetError(errno.ECONNRESET, "Connection reset by peer"), "It cut the connection."),
    (RemoteDisconnected("Remote end closed connection without response"), "It cut the connection."),
    (IncompleteRead(b"a", 3), "It cut the connection."),
    (OSError(errno.ENETUNREACH, "Network is unreachable"), "There is no route to it: is this machine on the network?"),
    (OSError(errno.EMFILE, "Too many open files"), "Too many files are open."),
    (certificate(10), "Its certificate has expired."),
    (certificate(18), "Its certificate does not come from a trusted authority."),
    (certificate(62), "Its certificate is for another name."),
    (certificate(7), "Its certificate is not accepted (OpenSSL’s error 7)."),
    (broken_tls(), "No encrypted connection could be established (WRONG_VERSION_NUMBER)."),
    (ssl.SSLError(1, "text"), "No encrypted connection could be established."),
    (BadStatusLine("SSH-2.0"), "Its answer is not HTTP."),
    (ValueError("text"), "Its answer cannot be understood."),
]


@pytest.mark.parametrize(("error", "said"), SILENCES)
def test_the_reason_is_a_sentence_of_ours(error: Exception, said: str) -> None:
    assert reason_of_silence(error) == said


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("Timeout", "It did not answer in time."),
        ("NoNameservers", "None of the name servers has an answer."),
        ("NoResolverConfiguration", "This machine has no name server."),
    ],
)
def test_the_reason_of_the_dns_is_a_sentence_of_ours(name: str, said: str) -> None:
    kind: type[Exception] = getattr(dns.resolver, name, dns.exception.Timeout)
    assert reason_of_no_record(kind()) == said


def test_where_the_dns_cannot_be_reached_the_network_is_the_reason() -> None:
    error = OSError(errno.ENETUNREACH, "Network is unreachable")
    assert reason_of_no_record(error) == reason_of_silence(error)


@pytest.mark.parametrize("language", ["fr", "de"])
def test_no_reason_is_left_in_english(speak: Speak, language: Language) -> None:
    errors = [error for error, _said in SILENCES]
    errors += [OSError(number, "text") for number in silence._NOT_REACHED]
    errors += [certificate(number) for number in silence._CERTIFICATE]
    english = list(map(reason_of_silence, errors))
    speak(language)
    for error, before in zip(errors, english, strict=True):
        assert reason_of_silence(error) != before

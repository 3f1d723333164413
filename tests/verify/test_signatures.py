"""Signatures of mails: each gets the right verdict, a changed mail is never “genuine”, and dkimpy agrees."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consentui.journal.mail_verdicts import MailVerdict
from consentui.verify.dkim import body_fits, has_key, header_fits, leaves_open, signatures_in
from consentui.verify.signatures import Signed, is_of, verdict_on_mail
from tests.verify.mails import DOMAIN, KEYS, QUESTION, mail, names

VERDICTS = {
    "genuine": MailVerdict.GENUINE,
    "genuine-simple": MailVerdict.GENUINE,
    "altered-body": MailVerdict.ALTERED,
    "altered-header": MailVerdict.MISMATCH,
    "rotated-key": MailVerdict.MISMATCH,
    "part-of-body": MailVerdict.PARTLY,
    "subject-open": MailVerdict.PARTLY,
    "unsigned": MailVerdict.UNSIGNED,
    "forwarded": MailVerdict.ALTERED,
    "of-another": MailVerdict.OF_ANOTHER,
    "rfc8463": MailVerdict.OF_ANOTHER,
}

CHECK = """
import json, sys
import dkim
keys, content = json.load(sys.stdin)
content = content.encode("latin-1")
def txt(name, timeout=5):
    return keys.get(name.decode().rstrip("."), "").encode()
found = []
while True:
    try:
        signed = dkim.DKIM(content)
        if len([name for name, _ in signed.headers if name.lower() == b"dkim-signature"]) <= len(found):
            break
        found.append(bool(signed.verify(len(found), dnsfunc=txt)))
    except dkim.DKIMException:
        found.append(False)
print(json.dumps(found))
"""
"""A script that does what `dkimverify` does for each signature, with a stub DNS."""


def python_with_dkim() -> str | None:
    """A Python that has dkimpy, such as Debian's with `python3-dkim`; None if there is none."""
    for one in (sys.executable, shutil.which("python3", path="/usr/bin")):
        if one and subprocess.run([one, "-c", "import dkim"], capture_output=True, check=False).returncode == 0:
            return one
    return None


def by_dkimpy(python: str, content: bytes) -> list[bool]:
    """Whether each signature is valid, by dkimpy."""
    asked = json.dumps([KEYS, content.decode("latin-1")])
    done = subprocess.run(
        [python, "-c", CHECK], input=asked, capture_output=True, encoding="utf-8", timeout=60, check=True
    )
    found: list[bool] = json.loads(done.stdout)
    return found


def test_every_mail_has_its_verdict() -> None:
    assert {name: verdict_on_mail(mail(name), (DOMAIN,), KEYS).verdict for name in names()} == VERDICTS


@pytest.mark.parametrize("name", VERDICTS)
def test_without_a_key_no_mail_is_genuine(name: str) -> None:
    assert verdict_on_mail(mail(name), (DOMAIN,), {}).verdict is not MailVerdict.GENUINE


def test_a_signature_waits_for_its_key_and_names_the_question() -> None:
    assert verdict_on_mail(mail("genuine"), (DOMAIN,), {}) == Signed(MailVerdict.UNCHECKED, DOMAIN, QUESTION)


OF_AN_UNKNOWN_KIND = "v=DKIM1; k=rsa; p=MAswBQYDKgMEAwIAAQ=="
"""Well formed as a public key, for an algorithm that does not exist (OID 1.2.3.4)."""


@pytest.mark.parametrize(
    "record",
    ["", "v=DKIM1; p=", "v=DKIM1; k=rsa; p=AAAA", "v=spf1 -all", "v=DKIM2; p=AAAA", "p=é", OF_AN_UNKNOWN_KIND],
)
def test_a_key_that_is_gone_or_none_proves_nothing(record: str) -> None:
    assert not has_key(record)
    assert verdict_on_mail(mail("genuine"), (DOMAIN,), {QUESTION: record}).verdict is MailVerdict.KEY_GONE


def test_the_mail_of_the_standard_fits_with_both_of_its_keys() -> None:
    content = mail("rfc8463")
    found = signatures_in(content)
    assert [one.algorithm for one in found] == ["ed25519-sha256", "rsa-sha256"]
    assert all(body_fits(content, one) and header_fits(content, one, KEYS[one.question]) for one in found)
    assert verdict_on_mail(content, ("football.example.com",), KEYS).verdict is MailVerdict.GENUINE


@pytest.mark.parametrize(
    "field", [b"Subject: Refused", b"From: someone@else.example", b"Date: Mon, 1 Jan 2024 00:00:00 +0000"]
)
def test_a_second_field_put_on_top_is_no_part_of_what_was_signed(field: bytes) -> None:
    assert verdict_on_mail(field + b"\r\n" + mail("genuine"), (DOMAIN,), KEYS).verdict is not MailVerdict.GENUINE


def test_line_ends_that_a_mail_program_changed_alter_nothing() -> None:
    assert verdict_on_mail(mail("genuine").replace(b"\r\n", b"\n"), (DOMAIN,), KEYS).verdict is MailVerdict.GENUINE


def test_the_companys_own_signature_decides_among_several() -> None:
    assert len(signatures_in(mail("forwarded"))) == 2
    assert verdict_on_mail(mail("forwarded"), ("lists.example",), KEYS).verdict is MailVerdict.GENUINE


def test_a_signature_in_the_name_of_another_domain_is_not_read() -> None:
    content = mail("genuine").replace(b"i=@mail.example", b"i=@evil.example")
    assert signatures_in(content) == ()


@pytest.mark.parametrize("algorithm", [b"rsa-sha1", b"none"])
def test_what_counts_no_more_is_not_checked(algorithm: bytes) -> None:
    content = mail("genuine").replace(b"a=rsa-sha256", b"a=" + algorithm)
    assert verdict_on_mail(content, (DOMAIN,), KEYS).verdict is MailVerdict.UNSUPPORTED


@pytest.mark.parametrize(
    ("domain", "is_theirs"),
    [("mail.example", True), ("e.mail.example", True), ("evilmail.example", False), ("example", False), ("", False)],
)
def test_a_domain_speaks_for_those_under_it_alone(domain: str, *, is_theirs: bool) -> None:
    assert is_of(domain, ("mail.example",)) is is_theirs


@given(st.integers(0, len(mail("genuine")) - 1), st.integers(1, 255))
def test_no_byte_of_what_was_signed_can_change_unseen(place: int, by: int) -> None:
    content = bytearray(mail("genuine"))
    content[place] = (content[place] + by) % 256
    found = verdict_on_mail(bytes(content), (DOMAIN,), KEYS)
    if found.verdict is MailVerdict.GENUINE:
        # Only what the canonical form ignores may change: white space, the case of names, unsigned fields.
        (before,), (after,) = (signatures_in(one) for one in (mail("genuine"), bytes(content)))
        assert (before.body_hash, before.signed) == (after.body_hash, after.signed)


@given(st.binary(max_size=400))
def test_whatever_is_no_mail_is_unsigned(content: bytes) -> None:
    assert verdict_on_mail(content, (DOMAIN,), KEYS).verdict is MailVerdict.UNSIGNED


def test_dkimverify_agrees_on_what_fits() -> None:
    python = python_with_dkim()
    if python is None:
        pytest.skip("dkimpy is not here (Debian: python3-dkim)")
    for name in names():
        content = mail(name)
        ours = [
            body_fits(content, one) and header_fits(content, one, KEYS[one.question]) for one in signatures_in(content)
        ]
        theirs = by_dkimpy(python, content)
        has_no_ed25519 = name == "rfc8463" and not theirs[0]  # dkimpy needs PyNaCl for Ed25519
        assert ours[has_no_ed25519:] == theirs[has_no_ed25519:], name


def test_stricter_than_dkimverify_where_a_part_is_left_open() -> None:
    (one,) = signatures_in(mail("part-of-body"))
    assert header_fits(mail("part-of-body"), one, KEYS[QUESTION])
    assert leaves_open(mail("part-of-body"), one)

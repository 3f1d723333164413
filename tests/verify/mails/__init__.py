"""Mails signed with test keys, and the DNS records for them.

They were signed with another implementation (dkimpy 1.1.8), so that the program does not only agree with itself.
`rotated-key.eml` was signed with a key that is no longer in the DNS; `forwarded.eml` got a footer and a new signature
on the way.
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest

FOLDER = Path(__file__).parent
KEYS: dict[str, str] = tomllib.loads((FOLDER / "keys.toml").read_text(encoding="utf-8"))
DOMAIN = "mail.example"
QUESTION = f"s2026._domainkey.{DOMAIN}"


def mail(name: str) -> bytes:
    """The content of a mail, by the name of its file."""
    return (FOLDER / f"{name}.eml").read_bytes()


def asked_of(answers_of: Callable[..., object], monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Stub the DNS query that is a function's last default argument; return the list of its queries."""
    questions: list[str] = []

    def answer(question: str) -> str:
        questions.append(question)
        return KEYS.get(question, "")

    monkeypatch.setattr(answers_of, "__defaults__", (answer,))
    return questions


def names() -> list[str]:
    return sorted(path.stem for path in FOLDER.glob("*.eml"))

"""Mails signed with keys of our own, by dkimpy, and what the DNS has for them.

Another program than ours signed them (dkimpy 1.1.8), so that ours cannot agree with itself alone. `rotated-key.eml` was
signed with a key that the DNS has no more; `forwarded.eml` had a footer added and was signed anew on the way.
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
    """A mail by the name of its file."""
    return (FOLDER / f"{name}.eml").read_bytes()


def asked_of(answers_of: Callable[..., object], monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What is asked of the DNS, which is stubbed for a function whose last argument it is."""
    questions: list[str] = []

    def answer(question: str) -> str:
        questions.append(question)
        return KEYS.get(question, "")

    monkeypatch.setattr(answers_of, "__defaults__", (answer,))
    return questions


def names() -> list[str]:
    return sorted(path.stem for path in FOLDER.glob("*.eml"))

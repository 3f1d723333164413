"""The packages that `make audit` asks about, and how it reads the answer."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from maintenance import audit


def test_every_pin_is_asked_about_once_with_its_version_and_for_every_system(tmp_path: Path) -> None:
    one, other = tmp_path / "one.txt", tmp_path / "other.txt"
    one.write_text(
        "coverage[toml]==7.1 \\\n    --hash=sha256:00\ncolorama==0.4 ; os_name == 'nt' \\\n    --hash=sha256:00\n"
    )
    other.write_text("coverage[toml]==7.1 \\\n    --hash=sha256:00\n    # via pytest-cov\n")
    assert audit.pinned([one, other]) == ["colorama==0.4", "coverage==7.1"]


def _answers(monkeypatch: pytest.MonkeyPatch, stdout: str, code: int = 0) -> None:
    done = subprocess.CompletedProcess([], code, stdout, "no way to the index")
    monkeypatch.setattr(subprocess, "run", lambda *_arguments, **_options: done)


def test_an_advisory_is_named_with_the_version_that_mends_it(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    advisory = '{"id": "PYSEC-1", "fix_versions": ["2.0"], "aliases": [], "description": ""}'
    _answers(monkeypatch, f'{{"dependencies": [{{"name": "lamp", "version": "1.0", "vulns": [{advisory}]}}]}}', 1)
    assert audit.main() == 1
    assert "lamp 1.0: PYSEC-1, mended in 2.0" in capsys.readouterr().out


def test_what_nobody_could_answer_for_is_no_good_news(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    _answers(monkeypatch, '{"dependencies": [{"name": "lamp", "skip_reason": "not found"}]}')
    assert audit.main() == 1
    assert "Nothing is known of 1, for the index did not answer: lamp" in capsys.readouterr().out


def test_good_news_is_said(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    _answers(monkeypatch, '{"dependencies": [{"name": "lamp", "version": "1.0", "vulns": []}]}')
    assert audit.main() == 0
    assert "No advisory is known." in capsys.readouterr().out


def test_an_audit_that_did_not_happen_says_why(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    _answers(monkeypatch, "", 2)
    assert audit.main() == 2
    assert "no way to the index" in capsys.readouterr().err

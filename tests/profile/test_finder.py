"""Search builds its index once, and finds what the person added since."""

from __future__ import annotations

import pytest

from consentui.knowledge.search.index import Index
from consentui.profile.own_files import begin
from consentui.profile.session import Session


def test_everything_is_read_once(session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    assert not session.finder.is_ready
    assert session.finder.find("disable grok").hits[0].found.ref == "x/grok-training"
    assert session.finder.is_ready
    monkeypatch.setattr(Index, "__init__", None)
    assert session.finder.find("désactiver grok").hits[0].found.ref == "x/grok-training"


def test_what_the_person_added_since_is_found(session: Session) -> None:
    assert session.finder.find("zzyzx").hits == ()
    begin(session.folders, session.knowledge, "Zzyzx", None)
    assert not session.finder.is_ready
    assert session.finder.find("zzyzx").hits[0].found.ref == "zzyzx/objection"
    assert session.finder.called("zzyzx/objection").platform is not None

"""Undo and redo of a profile's journal, compared with two stacks."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Literal

from hypothesis import given
from hypothesis import strategies as st

from consentui.journal.entries import Decided, Decision
from consentui.journal.fold import in_force
from consentui.profile.journal import Journal

Step = Literal["write", "undo", "redo"]


@given(st.lists(st.sampled_from(["write", "undo", "redo"]), max_size=14))
def test_undo_and_redo_go_back_and_forth_as_on_two_stacks(steps: list[Step]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        journal = Journal(Path(folder) / "journal.toml")
        done: list[str] = []
        taken_back: list[str] = []
        for step in steps:
            if step == "write":
                entry = journal.write(Decided, account="x-7k3f", control="grok", decision=Decision.ALLOW)
                done, taken_back = [*done, entry.id], []
            elif step == "undo":
                undone = journal.undo()
                assert (undone.id if undone else None) == (done[-1] if done else None)
                taken_back += done[-1:]
                done = done[:-1]
            else:
                redone = journal.redo()
                assert (redone.id if redone else None) == (taken_back[-1] if taken_back else None)
                done += taken_back[-1:]
                taken_back = taken_back[:-1]
            assert [entry.id for entry in in_force(journal.entries)] == done


def test_what_was_written_at_once_is_undone_and_redone_at_once(tmp_path: Path) -> None:
    journal = Journal(tmp_path / "journal.toml")
    facts = [{"account": "x-7k3f", "control": name, "decision": Decision.ALLOW} for name in ("a", "b", "c")]
    written = journal.write_all(Decided, facts)
    journal.undo()
    assert in_force(journal.entries) == []
    assert journal.redo() == written[0]
    assert in_force(journal.entries) == list(written)

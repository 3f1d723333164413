"""The question asked before the data of a profile is deleted."""

from __future__ import annotations

from consentui.i18n import _
from consentui.profile.forgetting import Goes
from consentui.profile.forgetting_words import not_taken_back, summary_lines
from consentui.tui.shared.confirm import Confirm


def question(profile: str, goes: Goes, do_it: str) -> Confirm:
    """Return the question, with what would be deleted and what no program can take back; `do_it` labels the yes."""
    facts = (*summary_lines(goes), "", not_taken_back()) if not goes.is_nothing else (_("Nothing is kept."),)
    return Confirm(_("Forget the profile “{profile}”?").format(profile=profile), "\n".join(facts), do_it)

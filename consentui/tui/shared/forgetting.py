"""The question before a person's data goes."""

from __future__ import annotations

from consentui.i18n import _
from consentui.profile.forgetting import Goes
from consentui.profile.forgetting_words import not_taken_back, summary_lines
from consentui.tui.shared.confirm import Confirm


def question(profile: str, goes: Goes, do_it: str) -> Confirm:
    """Shows what would go, and what no program can take back; `do_it` names the choice to let it go."""
    facts = (*summary_lines(goes), "", not_taken_back()) if not goes.is_nothing else (_("Nothing is kept."),)
    return Confirm(_("Forget the profile “{profile}”?").format(profile=profile), "\n".join(facts), do_it)

"""The row of Home that says how many controls deviate from the policy and how many nobody has checked yet."""

from __future__ import annotations

from textual.content import Content
from textual.widgets.option_list import Option

from consentui.checklist.policy import Compared, compared
from consentui.errors import ConsentuiError
from consentui.profile.policy import policy_if_any
from consentui.profile.session import Session
from consentui.words.policy import against_words


def session_against_policy(session: Session) -> Compared | None:
    """Compare a session with its policy; None if it has none; raises StorageError if the policy cannot be understood.

    Reads a file and looks at every account: call it in a thread.
    """
    policy = policy_if_any(session.folders.policy, session.knowledge)
    return compared(policy, session.checklist.all_items()) if policy else None


def policy_rows(session: Session) -> tuple[Option, ...]:
    """Return the row of Home, or the error if the policy is faulty; empty if nothing deviates from it."""
    try:
        found = session_against_policy(session)
    except ConsentuiError as error:
        return (Option(Content(error.title).stylize("$warning"), id="policy:"),)
    if found is None or not found.deviations:
        return ()
    words = against_words(found.deviating, found.to_look_at)
    return (Option(Content(words).stylize("$warning"), id="policy:"),)

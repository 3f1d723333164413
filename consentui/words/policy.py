"""What a policy wants, and what stands otherwise, in words."""

from __future__ import annotations

from consentui.checklist.policy import Compared, Want
from consentui.i18n import _, ngettext


def want_name(want: Want) -> str:
    """What a rule wants."""
    return {"refuse": _("wanted: refused"), "allow": _("wanted: allowed")}[want]


def compared_words(found: Compared) -> str:
    """How many controls stand otherwise, of those that the policy is about."""
    if not found.named:
        return _("The policy is about none of your accounts.")
    count = len(found.deviations)
    if not count:
        return ngettext(
            "{count} control stands as the policy wants it.",
            "All {count} controls stand as the policy wants them.",
            found.named,
        ).format(count=found.named)
    return ngettext(
        "{count} of {named} controls stands otherwise than the policy wants it.",
        "{count} of {named} controls stand otherwise than the policy wants them.",
        count,
    ).format(count=count, named=found.named)

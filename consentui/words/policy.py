"""What a policy wants, and what stands otherwise, in words."""

from __future__ import annotations

from consentui.checklist.policy import Want
from consentui.i18n import _, ngettext


def want_name(want: Want) -> str:
    """What a rule wants."""
    return {"refuse": _("wanted: refused"), "allow": _("wanted: allowed")}[want]


def compared_words(named: int, otherwise: int) -> str:
    """How many controls stand otherwise, of those that the policy is about."""
    if not named:
        return _("The policy is about none of your accounts.")
    if not otherwise:
        return ngettext(
            "{count} control stands as the policy wants it.",
            "All {count} controls stand as the policy wants them.",
            named,
        ).format(count=named)
    return ngettext(
        "{count} of {named} controls stands otherwise than the policy wants it.",
        "{count} of {named} controls stand otherwise than the policy wants them.",
        otherwise,
    ).format(count=otherwise, named=named)

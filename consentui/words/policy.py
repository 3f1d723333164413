"""What a policy wants and how many controls deviate from it, in words."""

from __future__ import annotations

from consentui.checklist.policy import Want
from consentui.i18n import _, ngettext


def want_name(want: Want) -> str:
    """What a rule wants."""
    return {"refuse": _("wanted: refused"), "allow": _("wanted: allowed")}[want]


def compared_words(named: int, deviating: int, to_look_at: int) -> str:
    """How many of the controls that the policy names deviate from it, and how many have not been looked at yet."""
    if not named:
        return _("The policy covers none of your accounts.")
    if not (deviating or to_look_at):
        return ngettext(
            "{count} control matches the policy.",
            "All {count} controls match the policy.",
            named,
        ).format(count=named)
    of_all = ngettext("Of {count} control", "Of {count} controls", named).format(count=named)
    return f"{of_all}{_(':')} {deviation_words(deviating, to_look_at)}."


def against_words(deviating: int, to_look_at: int) -> str:
    """The same on one line that begins with its subject."""
    return _("Policy: {how_many}").format(how_many=deviation_words(deviating, to_look_at))


def deviation_words(deviating: int, to_look_at: int) -> str:
    """How many controls deviate, and how many are still to be looked at; empty if there are neither."""
    if not (deviating or to_look_at):
        return ""
    found = ngettext("{count} deviates", "{count} deviate", deviating) if deviating else _("none deviates")
    left = ngettext("{count} not looked at yet", "{count} not looked at yet", to_look_at).format(count=to_look_at)
    return ", ".join((found.format(count=deviating), *((left,) if to_look_at else ())))

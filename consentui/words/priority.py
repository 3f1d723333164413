"""Why a control or a request comes where it does, in the current language."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from consentui.checklist.order import FREE_MINUTES, Reason, reasons, score
from consentui.i18n import _, ngettext
from consentui.i18n.numbers import decimal
from consentui.knowledge.records import Control
from consentui.requests.status import Situation, Status
from consentui.words.names import default_name, evidence_name, purpose_name


def why_lines(control: Control) -> Iterator[str]:
    """One line for each factor, then the effort and the resulting score."""
    for weight in reasons(control):
        yield f"{_named(weight.reason, control)}{_(':')} × {decimal(weight.factor)}"
    yield ngettext(
        "Effort: {minutes} minute, and {free} for every control",
        "Effort: {minutes} minutes, and {free} for every control",
        control.minutes,
    ).format(minutes=control.minutes, free=FREE_MINUTES)
    yield _("Score: {score}; the highest comes first").format(score=decimal(round(score(control), 2)))


def turn_words(here: Situation, today: date) -> str:
    """Why a request comes where it does; every request comes before the controls."""
    if here.is_late(today):
        return _("An answer that is late comes first.")
    if here.status is Status.DRAFT:
        return _("A letter that was started and never sent comes before what is not started.")
    return _("A request that is waiting for you comes before letters never sent.")


def _named(reason: Reason, control: Control) -> str:
    names: dict[Reason, str] = {
        "use": _("What the data are used for ({purpose})").format(purpose=purpose_name(control.purpose)),
        "reach": _("Whether they reach others"),
        "lasting": _("Whether it can be taken back"),
        "default": _("If nobody acts ({default})").format(default=default_name(control)),
        "evidence": _("How sure it is ({evidence})").format(evidence=evidence_name(control.evidence)),
    }
    return names[reason]

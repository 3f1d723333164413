"""What downloads and public addresses show of the controls about a use, for the letters of a request."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from consentui.checklist import checks
from consentui.journal.entries import AboutControl, Checked, Decided, Decision, Recorded
from consentui.knowledge.records import Control, source_to_cite
from consentui.requests.letters.facts import Shown


def shown_of(controls: Iterable[Control], about: Mapping[str, Sequence[AboutControl]]) -> Iterator[Shown]:
    """What was seen of settings that the person does not allow, by entries in force; `about` has them by control id.

    Only what is known well enough to settle a control counts. Of several files in a row that show the same, the last.
    """
    for control in controls:
        entries = about.get(control.id, ())
        if control.kind == "setting" and control.desired in {"off", "on"} and not _is_allowed(entries):
            yield from _changes(control, [entry for entry in entries if isinstance(entry, Checked)])


def _changes(control: Control, entries: Sequence[Checked]) -> Iterator[Shown]:
    told = [(entry, seen) for entry in sorted(entries, key=_place) if (seen := checks.shown(entry, control.desired))]
    for at, (entry, seen) in enumerate(told):
        after = told[at + 1 :]
        same = [other for later, other in after if later.is_public is entry.is_public][:1]
        if same != [seen]:
            yield Shown(entry, control, seen is checks.Shown.AS_WANTED, _source(control, entry))


def _place(entry: Checked) -> tuple[object, str]:
    return checks.seen_at(entry), entry.id


def _source(control: Control, entry: Checked) -> str:
    """The address of the source by which the value is understood; empty if the knowledge base no longer has it."""
    meanings = control.public if entry.is_public else control.testimony
    known = next((one for one in meanings if entry.value.casefold() in map(str.casefold, one.values)), None)
    return source_to_cite(known.source).url if known else ""


def _is_allowed(entries: Sequence[AboutControl]) -> bool:
    """Whether the person allows the use: they decided so, and recorded nothing at the setting since."""
    own = [one for one in entries if isinstance(one, Decided | Recorded)]
    last = own[-1] if own else None
    return isinstance(last, Decided) and last.decision is Decision.ALLOW

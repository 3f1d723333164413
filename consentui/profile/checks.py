"""Downloads of a person's accounts: read, compared with the journal, and recorded there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path

from msgspec import Struct

from consentui import clock
from consentui.checklist.items import Item
from consentui.clock import local_day
from consentui.errors import UsageError
from consentui.i18n import _
from consentui.journal.entries import Checked, Recorded, Stated, Verdict
from consentui.journal.fold import Account, in_force
from consentui.knowledge.base import KnowledgeBase
from consentui.knowledge.records import Control
from consentui.profile.accounts import Accounts, comparable_handle
from consentui.profile.checklist import AccountItems
from consentui.profile.hashes import Progress, path_of, sums_of
from consentui.profile.journal import Journal
from consentui.text import clean_line
from consentui.verify.archive import Archive
from consentui.verify.examine import ControlFinding, Examination, examine
from consentui.verify.readers import Reading, Result
from consentui.verify.verdicts import verdict_on

UNKNOWN_VALUE = "unknown-value"
"""The reason given with `not-readable` when a value is there but its meaning is not known."""


class Shown(Struct, frozen=True):
    """What a platform or a site shows of one control of an account."""

    item: Item
    check: Checked

    @property
    def verdict(self) -> Verdict:
        return self.check.verdict

    @property
    def reason(self) -> str:
        """Why it says nothing or cannot be read: a `Silence` or `unknown-value`; empty otherwise."""
        return self.check.reason

    @property
    def settles(self) -> bool:
        """Whether the check counts for the item's position, by confirming or denying it."""
        return self.check in (self.item.position.confirmed, *self.item.position.denied)

    @property
    def contradicts(self) -> bool:
        """Whether the item was settled and a check now shows the opposite."""
        return self.item.is_contradicted


class CheckedControl(Shown, frozen=True):
    """What a download says about one control of an account."""

    finding: ControlFinding


class ReadDownload(Struct, frozen=True):
    """A download that was read, and the account that it is of."""

    examination: Examination
    account: Account
    lines: tuple[CheckedControl, ...]
    """Contradictions first."""
    left_out: tuple[ControlFinding, ...] = ()
    """Findings about controls of other platforms for which no account here could be determined."""


class Examined(Struct, frozen=True):
    """The downloads in an archive, read but not yet recorded."""

    downloads: tuple[Examination, ...]
    first: Path
    """The first part of the archive."""
    sums: dict[Path, str]
    """The SHA-256 of each archive or file that was read, in hexadecimal."""


class Refused(Struct, frozen=True):
    """A download that could not be assigned to an account here, and why."""

    examination: Examination
    error: UsageError


class PlatformChecks:
    """What platforms say about the accounts of a profile."""

    def __init__(self, journal: Journal, accounts: Accounts, checklist: AccountItems, knowledge: KnowledgeBase) -> None:
        self._journal = journal
        self._accounts = accounts
        self._checklist = checklist
        self._knowledge = knowledge

    def examine(
        self, places: Sequence[Path], made: date | None = None, progress: Progress = lambda _done, _whole: None
    ) -> Examined:
        """Read a download in all its parts; it is neither kept nor changed, and nothing is recorded yet.

        `made` is the day on which it was made according to the person. Raises UsageError if it is no known download.
        """
        with Archive(places) as archive:
            found = examine(archive, tuple(self._knowledge), clock.today(), made)
            if not found:
                raise _nothing_known(places)
            first = archive.parts[0]
        return Examined(found, first, sums_of((one for each in found for one in each.results), first, progress))

    def keep(self, examined: Examined, account: Account | None = None) -> tuple[ReadDownload | Refused, ...]:
        """Record what each download says about the account that it is of, and return where things stand then.

        Raises UsageError if none of them is of an account here.
        """
        results = tuple(self._taken(one, examined, account) for one in examined.downloads)
        if all(isinstance(one, Refused) for one in results) and isinstance(results[0], Refused):
            raise results[0].error
        return results

    def statements(self, account: Account) -> tuple[Stated, ...]:
        """What the account's downloads say about the person rather than a control, the latest of each statement."""
        last = {entry.statement: entry for entry in self._journal.ledger.stated.get(account.id, ())}
        return tuple(last.values())

    # Internals

    def _taken(self, examination: Examination, examined: Examined, wanted: Account | None) -> ReadDownload | Refused:
        try:
            account = self._whose(examination, wanted)
        except UsageError as error:
            return Refused(examination, error)
        written = [
            (mine, finding)
            for finding in examination.findings
            if (mine := self._mine(account, finding.platform)) and self._check(mine, finding, examination, examined)
        ]
        self._state(account, examination, examined)
        lines = tuple(self._lines(written, examination))
        left_out = tuple(one for one in examination.findings if self._mine(account, one.platform) is None)
        return ReadDownload(examination, account, tuple(sorted(lines, key=lambda one: not one.contradicts)), left_out)

    def _whose(self, examination: Examination, wanted: Account | None) -> Account:
        """The account here that a download is of; raises UsageError if it is of another or that cannot be told."""
        platform = self._knowledge.platform(examination.found.platform)
        here = [one for one in self._accounts if one.platform == platform.id]
        if wanted is not None and wanted not in here:
            raise UsageError(
                _("This is a download from {platform}, and {account} is not an account there.").format(
                    platform=platform.name, account=wanted.id
                )
            )
        candidates = [wanted] if wanted else here
        same = [one for one in candidates if _is_called(one, examination.names)]
        nameless = [one for one in candidates if not (one.handle and examination.names)]
        if len(same) == 1 or (not same and len(nameless) == 1):
            return (same or nameless)[0]
        raise _not_here(platform.name, platform.id, examination.names, candidates)

    def _mine(self, account: Account, platform: str) -> Account | None:
        """The account that a control of this platform belongs to, None if that cannot be told.

        Settings that several platforms share belong to an account of their own.
        """
        if platform == account.platform:
            return account
        there = [one for one in self._accounts if one.platform == platform]
        named = [one for one in there if one.handle and one.handle == account.handle]
        return there[0] if len(there) == 1 else next(iter(named), None)

    def _check(self, account: Account, finding: ControlFinding, examination: Examination, examined: Examined) -> bool:
        """Record a finding unless that was done before; return False if the account has no such control."""
        if self._item(account, finding) is None:
            return False
        made = examination.made.on if examination.made else None
        verdict = verdict_on(finding.result, finding.testimony, made, self._said_on(account, finding.control))
        facts = {
            "account": account.id,
            "control": finding.control.id,
            "verdict": verdict,
            "reason": _reason(finding.result, verdict),
            "grade": finding.testimony.grade,
            **_seen(finding.result, examination, examined),
        }
        if not self._is_known(Checked, facts):
            self._journal.write(Checked, **facts)
        return True

    def _state(self, account: Account, examination: Examination, examined: Examined) -> None:
        for one in examination.statements:
            if isinstance(one.result, Reading):
                facts = {
                    "account": account.id,
                    "statement": one.statement.id,
                    "grade": one.statement.grade,
                    **_seen(one.result, examination, examined),
                }
                if not self._is_known(Stated, facts):
                    self._journal.write(Stated, **facts)

    def _is_known(self, kind: type[Checked | Stated], facts: dict[str, object]) -> bool:
        """Whether an entry in force already says the same, read from the same archive."""
        return any(
            isinstance(entry, kind) and all(getattr(entry, name) == value for name, value in facts.items())
            for entry in in_force(self._journal.entries)
        )

    def _lines(
        self, written: Iterable[tuple[Account, ControlFinding]], examination: Examination
    ) -> Iterator[CheckedControl]:
        for account, finding in written:
            about = self._journal.ledger.about(account.id, finding.control.id)
            source = examination.found.download.id
            check = next(one for one in reversed(about) if isinstance(one, Checked) and one.source == source)
            item = self._item(account, finding)
            assert item is not None
            yield CheckedControl(item, check, finding)

    def _item(self, account: Account, finding: ControlFinding) -> Item | None:
        items = self._checklist.items(account)
        return next((one for one in items if one.control.id == finding.control.id), None)

    def _said_on(self, account: Account, control: Control) -> date | None:
        """The day of the last outcome recorded for a control, None if there is none."""
        about = self._journal.ledger.about(account.id, control.id)
        days = [local_day(entry.at) for entry in about if isinstance(entry, Recorded)]
        return days[-1] if days else None


def _seen(result: Result, examination: Examination, examined: Examined) -> dict[str, object]:
    """The fields of an entry that say what was read, and where."""
    made = examination.made.on if examination.made else None
    reading = result if isinstance(result, Reading) else None
    return {
        "source": examination.found.download.id,
        "name": clean_line(Path(reading.part).name if reading else examined.first.name),
        "sha256": examined.sums.get(path_of(result, examined.first), ""),
        "member": reading.member if reading else "",
        "field": clean_line(reading.field) if reading else "",
        "value": reading.value if reading else "",
        "made": made or (reading.on if reading else None),
    }


def _reason(result: Result, verdict: Verdict) -> str:
    if isinstance(result, Reading):
        return UNKNOWN_VALUE if verdict is Verdict.NOT_READABLE else ""
    return result.value


def _is_called(account: Account, names: Iterable[str]) -> bool:
    here = comparable_handle(account.handle).strip()
    return bool(account.handle) and here in (comparable_handle(name).strip() for name in names)


def _nothing_known(places: Sequence[Path]) -> UsageError:
    return UsageError(
        _("This is not a download from a platform that is known here."),
        clean_line(", ".join(map(str, places))),
        _(
            "It may be one of X, Facebook, Instagram, TikTok, Reddit, Discord, Google, ChatGPT, Amazon or Apple, or the"
            " profile folder of Firefox. No file of other platforms, such as LinkedIn or Spotify, is known to show a"
            " setting."
        ),
    )


def _not_here(platform: str, platform_id: str, names: Sequence[str], candidates: Sequence[Account]) -> UsageError:
    if not candidates:
        return UsageError(
            _("This is a download from {platform}, and you have no account there.").format(platform=platform),
            way_out=_("Add it first: consentui account add {platform}").format(platform=platform_id),
        )
    if not names:
        return UsageError(
            _("This download from {platform} does not say whose it is.").format(platform=platform),
            way_out=_("Say which account it is from: --account, one of {accounts}.").format(
                accounts=", ".join(one.id for one in candidates)
            ),
        )
    return UsageError(
        _("This is a download from another account on {platform}.").format(platform=platform),
        _("It belongs to {names}; the accounts here are {accounts}.").format(
            names=", ".join(names), accounts=", ".join(one.handle or one.id for one in candidates)
        ),
        _("Nothing was recorded. If it is yours, add the account, or give this one its name."),
    )

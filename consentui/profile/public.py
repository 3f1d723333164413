"""What hosts show to anyone about the accounts of a profile: asked for when the person says so, and recorded."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from consentui import clock
from consentui.clock import local_day
from consentui.errors import UsageError
from consentui.i18n import _
from consentui.journal.entries import Checked
from consentui.journal.fold import Account
from consentui.knowledge.base import KnowledgeBase
from consentui.knowledge.hosts import host_of
from consentui.knowledge.records import Control, PublicKind, PublicSign
from consentui.profile.accounts import Accounts
from consentui.profile.asking import Asking
from consentui.profile.checklist import AccountItems
from consentui.profile.checks import Shown
from consentui.profile.journal import Journal
from consentui.text import clean_line
from consentui.verify.public.observations import Observation, Sight, judged

_SOURCE = "public-"
"""The prefix of an entry's source, followed by the way of asking and no host: if an account moves to another host, what
that one shows replaces what the first one showed."""


class Public:
    """What anyone can read about the accounts of a profile."""

    def __init__(self, journal: Journal, accounts: Accounts, checklist: AccountItems, knowledge: KnowledgeBase) -> None:
        self._journal = journal
        self._accounts = accounts
        self._checklist = checklist
        self._knowledge = knowledge

    def way_of(self, account: Account) -> PublicKind | None:
        """How an account is looked up, None if nothing about it is known to be public."""
        return next((sign.of for _control, sign in self._signs(account)), None)

    def named(self, way: PublicKind, names: Iterable[str]) -> Account | None:
        """The account looked up this way that has one of these names, else the only one without a name.

        None if there is no such account, or more than one.
        """
        wanted = set(map(_comparable, names))
        there = [one for one in self._accounts if self.way_of(one) == way]
        same = [one for one in there if self.name_of(one) and _comparable(self.name_of(one)) in wanted]
        nameless = [one for one in there if not self.name_of(one)]
        found = same or nameless
        return found[0] if len(found) == 1 else None

    def name_of(self, account: Account) -> str:
        """The name to look an account up by: its handle, else the site's host asked last; empty if there is none."""
        last = next(iter(reversed(self._before(account))), None)
        is_site = self.way_of(account) in {"site", "wordpress-com"}
        return account.handle or (host_of(last.name) or "" if last and is_site else "")

    def hosts_before(self, account: Account) -> frozenset[str]:
        """The hosts that have shown something about it before, and those that are asked on the way there."""
        from consentui.profile.looking import hosts_on_the_way

        way = self.way_of(account)
        shown = filter(None, (host_of(one.name) for one in self._before(account)))
        return frozenset((*shown, *(hosts_on_the_way(way) if way else ())))

    def was_seen(self, account: Account, since: date | None = None) -> bool:
        """Whether something was seen of it in public before; on or after a day, if one is given."""
        return any(since is None or local_day(one.at) >= since for one in self._before(account))

    def sight(self, account: Account) -> Asking[Sight]:
        """What its hosts show now; each is asked only after a question.

        Raises NetworkError, and UsageError if it is not known what to ask for.
        """
        from consentui.profile.looking import look_at

        way, name = self.way_of(account), self.name_of(account)
        if way is None:
            raise UsageError(_("Nothing about this account is known to be public."))
        if not name:
            raise UsageError(
                _("The name of {account} on the platform is not known here.").format(account=account.id),
                way_out=_("Add it: press e on the account’s screen, or use “consentui account edit”."),
            )
        return look_at(way, name, self._knowledge)

    def keep(self, account: Account, sight: Sight) -> tuple[Shown, ...]:
        """Record what was seen of its controls, and return where they stand then, contradictions first."""
        seen = {one.sign: one for one in sight.observations}
        here = {item.control.id for item in self._checklist.items(account)}
        written = [
            (control.id, self._write(account, control, sign, seen[sign.sign]))
            for control, sign in self._signs(account)
            if control.id in here and sign.sign in seen
        ]
        items = {item.control.id: item for item in self._checklist.items(account)}
        lines = (Shown(items[control], check) for control, check in written)
        return tuple(sorted(lines, key=lambda one: not one.contradicts))

    # Internals

    def _signs(self, account: Account) -> Iterator[tuple[Control, PublicSign]]:
        platform = self._accounts.platform_of(account)
        for control in platform.control if platform else ():
            for sign in control.public:
                yield control, sign

    def _before(self, account: Account) -> tuple[Checked, ...]:
        about = self._journal.ledger.by_account.get(account.id, {})
        checks = (one for entries in about.values() for one in entries if isinstance(one, Checked) and one.is_public)
        return tuple(sorted(checks, key=lambda one: one.id))

    def _write(self, account: Account, control: Control, sign: PublicSign, seen: Observation) -> Checked:
        """Write an entry and return it; the last one, unwritten, if that says the same on the same day."""
        verdict, reason = judged(seen, sign)
        facts = {
            "account": account.id,
            "control": control.id,
            "verdict": verdict,
            "reason": reason,
            "grade": sign.grade,
            "source": f"{_SOURCE}{sign.of}",
            "name": clean_line(seen.address),
            "sha256": seen.sha256,
            "member": clean_line(seen.member),
            "field": clean_line(seen.field),
            "value": seen.value,
            "made": clock.today(),
        }
        last = next(iter(reversed(self._journal.ledger.about(account.id, control.id))), None)
        if isinstance(last, Checked) and all(getattr(last, name) == value for name, value in facts.items()):
            return last
        return self._journal.write(Checked, **facts)


def _comparable(name: str) -> str:
    """A name as it is compared: case-folded, without a leading “@” or “www.”, an address reduced to its host."""
    address = host_of(name) if "@" not in name.strip().removeprefix("@") else None
    return (address or name.strip().removeprefix("@")).removeprefix("www.").casefold()

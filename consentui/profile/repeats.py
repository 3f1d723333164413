"""Checks that were made, gone through again: what still holds, what contradicts, and what takes something new.

Signatures of mails are worked out anew from the files that were kept. A download is not kept: what it said is held
against what was written down since. Hosts are asked again where the person agrees.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date

from msgspec import Struct

from consentui.checklist.items import Item
from consentui.clock import local_day
from consentui.journal.entries import Checked, ProofAdded, RequestProof
from consentui.journal.fold import Account
from consentui.journal.mail_verdicts import MailVerdict
from consentui.profile.mails import MAIL
from consentui.profile.session import Session
from consentui.verify.signatures import Signed

Going = Callable[[int, int], None]
"""Is told how many checks are done, of how many; what it raises ends the work."""


class OfControl(Struct, frozen=True):
    """What was last seen of a control, and where that leaves its item."""

    item: Item
    check: Checked

    @property
    def contradicts(self) -> bool:
        """Whether it shows otherwise what stood as settled."""
        return self.item.is_contradicted


class OfMail(Struct, frozen=True):
    """The signature of an attached mail, worked out again."""

    proof: ProofAdded | RequestProof
    before: MailVerdict
    signed: Signed

    @property
    def contradicts(self) -> bool:
        """Whether it comes out otherwise than when it was checked."""
        return self.before is not MailVerdict.UNCHECKED and self.signed.verdict is not self.before


Repeated = OfControl | OfMail


def repeat(
    session: Session,
    accounts: Iterable[Account],
    since: date | None = None,
    going: Going = lambda _done, _whole: None,
) -> tuple[Repeated, ...]:
    """Every check of these accounts, contradictions first; those made before a day are left out where one is named."""
    chosen = tuple(accounts)
    controls = [one for account in chosen for one in _of_controls(session, account) if _is_recent(one.check, since)]
    mails = [one for one in _mails(session, {account.id for account in chosen}) if _is_recent(one, since)]
    whole = len(controls) + len(mails)
    repeated: list[Repeated] = list(controls)
    for done, proof in enumerate(mails, len(controls)):
        going(done, whole)
        repeated.append(_of_mail(session, proof))
    going(whole, whole)
    return tuple(sorted(repeated, key=lambda one: not one.contradicts))


def _of_controls(session: Session, account: Account) -> Iterator[OfControl]:
    for item in session.checklist.items(account):
        if item.position.checked:
            yield OfControl(item, item.position.checked)


def _mails(session: Session, accounts: set[str]) -> Iterator[ProofAdded | RequestProof]:
    """The mails about these accounts and the requests on them."""
    references = {case.reference for case in session.requests.cases() if case.opened.account in accounts}
    for proof in session.proofs.all():
        is_theirs = proof.account in accounts if isinstance(proof, ProofAdded) else proof.request in references
        if is_theirs and proof.type == MAIL:
            yield proof


def _of_mail(session: Session, proof: ProofAdded | RequestProof) -> OfMail:
    checked = session.journal.ledger.mails.get(proof.sha256)
    return OfMail(proof, checked.verdict if checked else MailVerdict.UNCHECKED, session.mails.again(proof))


def _is_recent(entry: Checked | ProofAdded | RequestProof, since: date | None) -> bool:
    return since is None or local_day(entry.at) >= since

"""Going through earlier checks again, to find what now contradicts the journal.

Signatures of mails are checked anew with the files that were kept. Downloads and public records are not kept: what
they showed last is compared with what was recorded since. Asking hosts again is left to the caller.
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
"""Called with how many checks are done, of how many; an exception that it raises ends the work."""


class OfControl(Struct, frozen=True):
    """The last check of a control, and the item as it stands now."""

    item: Item
    check: Checked

    @property
    def contradicts(self) -> bool:
        """Whether a check shows otherwise what stood as settled."""
        return self.item.is_contradicted


class OfMail(Struct, frozen=True):
    """The signature of an attached mail, checked again."""

    proof: ProofAdded | RequestProof
    before: MailVerdict
    signed: Signed

    @property
    def contradicts(self) -> bool:
        """Whether the verdict differs from the one recorded when it was checked."""
        return self.before is not MailVerdict.UNCHECKED and self.signed.verdict is not self.before


Repeated = OfControl | OfMail


def repeat(
    session: Session,
    accounts: Iterable[Account],
    since: date | None = None,
    going: Going = lambda _done, _whole: None,
) -> tuple[Repeated, ...]:
    """Every check of these accounts, contradictions first.

    Checks made before `since`, and mails attached before it, are left out.
    """
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
    """The mails attached to controls of these accounts, or to requests begun from them."""
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

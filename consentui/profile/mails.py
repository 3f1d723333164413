"""Mails about requests and controls: reading and attaching them, and checking their signatures by public keys."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from hashlib import sha256
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from consentui import clock
from consentui.errors import UsageError
from consentui.i18n import _
from consentui.i18n.dates import long_date
from consentui.journal.entries import Attached, MailChecked, ProofAdded, RequestProof
from consentui.journal.mail_verdicts import MailVerdict
from consentui.knowledge.base import KnowledgeBase
from consentui.profile.accounts import Accounts
from consentui.profile.journal import Journal
from consentui.profile.proofs import MOST_BYTES, Proofs
from consentui.profile.public_keys import as_file, ask_dns, record_in
from consentui.profile.requests import Requests
from consentui.requests.cases import Case
from consentui.requests.references import given_reference, references_in
from consentui.requests.suggestions import Suggestion, suggested
from consentui.storage.media_types import type_of
from consentui.storage.places import Folders
from consentui.storage.reading import content_of, open_regular
from consentui.text import clean_line, shorten
from consentui.verify.mail import Mail, mails_in, read_mail
from consentui.verify.signatures import Signed, verdict_on_mail

MAIL = "message/rfc822"
_OLE = "application/x-ole-storage"
MOST_MAILBOX_BYTES = 200_000_000
_MOST_SHOWN = 20
_SHOWN_SUBJECT = 60

AskFor = Callable[[str], str]
"""Returns the DNS record under a name; see `ask_dns`."""


class ReadMail(Struct, frozen=True):
    """A mail that was read, and its bytes."""

    content: bytes
    mail: Mail
    number: int
    """Its place in the file, counted from 1."""

    @property
    def references(self) -> tuple[str, ...]:
        """The references of requests in its subject and text."""
        return references_in(f"{self.mail.subject}\n{self.mail.text}")


class Came(Struct, frozen=True):
    """A mail that answers a request, of which nothing is kept yet."""

    read: ReadMail
    case: Case
    path: Path
    """The file that it came from."""
    keys: dict[str, str] = {}
    """The DNS records that were asked for, by the names that were asked."""


class Mails:
    """The mails of a profile."""

    def __init__(
        self,
        journal: Journal,
        accounts: Accounts,
        requests: Requests,
        proofs: Proofs,
        knowledge: KnowledgeBase,
        folders: Folders,
    ) -> None:
        self._journal = journal
        self._accounts = accounts
        self._requests = requests
        self._proofs = proofs
        self._knowledge = knowledge
        self._folders = folders

    def read(self, path: Path, reference: str = "", number: int | None = None) -> tuple[ReadMail, Case]:
        """The mail in a file (.eml, .mbox), and the request it is about: that with `reference`, or the one it names.

        `number` chooses among several mails, counted from 1. Raises UsageError if the file cannot be read, or if it is
        not clear which mail or request is meant.
        """
        content = _content(path)
        several = enumerate(mails_in(content), 1)
        found = tuple(ReadMail(one, read_mail(one), place) for place, one in several if number in {None, place})
        if found and not any(one.mail.is_one for one in found):
            raise _no_mail(path, content)
        named = [(one, case) for one in found for case in self._cases(one, reference)]
        if not named and reference and len(found) == 1:
            named = [(found[0], self._requests.called(reference))]
        if len({case.reference for _one, case in named}) > 1 or len(named) > 1:
            raise _several([one for one, _case in named])
        if not named:
            raise UsageError(
                _("No request is named in this e-mail."),
                way_out=_("Say which one it is about: “consentui request reply REQUEST --mail FILE”."),
            )
        return named[0]

    def suggestions(self, mail: Mail) -> tuple[Suggestion, ...]:
        """The kinds of answer that a mail may be by its text, likeliest first."""
        signs = self._knowledge.answer_signs().sign
        return suggested(f"{mail.subject}\n{mail.text}", ((one.answer, one.words) for one in signs))

    def of_proof(self, proof: Attached) -> Mail | None:
        """An attached mail, read; None if the proof is not a mail, or if its file is missing."""
        if proof.type != MAIL:
            return None
        try:
            return read_mail(content_of(self._folders.data / proof.file))
        except OSError:
            return None

    def keep(self, case: Case, read: ReadMail, path: Path) -> RequestProof:
        """Attach a mail to its request: the mail alone, even if its file holds others."""
        return self._proofs.attach_content(case, read.content, f"{path.stem}.eml")

    def look(self, path: Path, reference: str) -> Came:
        """The mail in a file that is about a request; nothing of it is kept. Raises UsageError as `read` does."""
        read, case = self.read(path, reference)
        return Came(read, case, path)

    def signed(self, came: Came) -> Signed:
        """The verdict on its signature, by the keys that were asked for."""
        return verdict_on_mail(came.read.content, self._domains_of(came.case), came.keys)

    def with_key(self, came: Came, ask: AskFor = ask_dns) -> Came:
        """The same mail with the public key of its signature; raises NetworkError if no answer comes."""
        question = self.signed(came).question
        return replace(came, keys={question: ask(question)})

    def keep_came(self, came: Came) -> RequestProof:
        """Attach it to its request unless it already is; if keys were asked for, record its signature's verdict."""
        digest = sha256(came.read.content).hexdigest()
        attached = self._requests.called(came.case.reference).proofs
        proof = next((one for one in attached if one.sha256 == digest), None) or self.keep(
            came.case, came.read, came.path
        )
        if came.keys:
            self.check(proof, lambda question: came.keys[question])
        return proof

    def question_of(self, proof: Attached) -> str:
        """The name to ask the DNS for, so that a mail can be checked; empty if asking would not help."""
        signed = self._signed(proof, {}) if proof.type == MAIL else None
        return signed.question if signed and signed.verdict is MailVerdict.UNCHECKED else ""

    def check(self, proof: ProofAdded | RequestProof, ask: AskFor = ask_dns) -> MailChecked:
        """Ask for the key if one is needed, attach it beside the mail, and record the verdict on the signature.

        Raises NetworkError if no answer comes; nothing is recorded then.
        """
        question = self.question_of(proof)
        keys = {question: ask(question)} if question else {}
        signed = self._signed(proof, keys)
        record = keys.get(signed.question, "")
        key = self._kept_key(proof, signed.question, record) if record else ""
        return self._journal.write(
            MailChecked,
            mail=proof.sha256,
            verdict=signed.verdict,
            domain=signed.domain,
            question=signed.question,
            key=key,
        )

    def again(self, proof: Attached) -> Signed:
        """The verdict on the signature by the key that was kept, without using the network."""
        checked = self._journal.ledger.mails.get(proof.sha256)
        if checked is None:
            return self._signed(proof, {})
        return self._signed(proof, {checked.question: self._key(checked) if checked.key else ""})

    # Internals

    def _cases(self, read: ReadMail, reference: str) -> Iterator[Case]:
        """The requests that a mail names; only the one with the given reference, if there is one."""
        wanted = self._requests.called(reference).reference if reference else ""
        for case in self._requests.cases():
            is_meant = case.reference == wanted if wanted else True
            if is_meant and {case.reference, given_reference(case.reference)} & set(read.references):
                yield case

    def _signed(self, proof: Attached, keys: dict[str, str]) -> Signed:
        try:
            content = content_of(self._folders.data / proof.file)
        except OSError:
            return Signed(MailVerdict.UNCHECKED)
        return verdict_on_mail(content, self._domains(proof), keys)

    def _domains(self, proof: Attached) -> tuple[str, ...]:
        """The domains of the company that a proof concerns."""
        company = None
        if isinstance(proof, RequestProof):
            case = next((one for one in self._requests.cases() if proof in one.proofs), None)
            return self._domains_of(case) if case else ()
        if isinstance(proof, ProofAdded) and (account := self._journal.ledger.accounts.get(proof.account)):
            platform = self._accounts.platform_of(account)
            company = self._knowledge.controller(platform.controller) if platform else None
        return company.domains if company else ()

    def _domains_of(self, case: Case) -> tuple[str, ...]:
        company = self._knowledge.controller(case.opened.controller)
        return company.domains if company else ()

    def _kept_key(self, proof: ProofAdded | RequestProof, question: str, record: str) -> str:
        text = as_file(question, record, clock.today())
        note = _("the public key that {name} was signed with").format(name=shorten(clean_line(proof.name), 60))
        return self._proofs.attach_beside(proof, text.encode(), f"{question}.txt", note).sha256

    def _key(self, checked: MailChecked) -> str:
        try:
            return record_in(content_of(self._folders.proofs / f"{checked.key}.txt").decode("utf-8", "replace"))
        except OSError:
            return ""


def _content(path: Path) -> bytes:
    """The bytes of a mail or a mailbox; raises UsageError if it is too large or cannot be read."""
    with open_regular(path) as file:
        content = file.read(MOST_MAILBOX_BYTES + 1)
    is_mailbox = content.startswith(b"From ")
    if len(content) > (MOST_MAILBOX_BYTES if is_mailbox else MOST_BYTES):
        raise UsageError(_("This file is too large to be an e-mail."), clean_line(str(path)))
    return content


def _no_mail(path: Path, content: bytes) -> UsageError:
    """The refusal of a file that holds no mail; Outlook's own files (`.msg`) hold one, but are not read here."""
    detail = clean_line(str(path))
    if type_of(content) == _OLE:
        return UsageError(
            _("Outlook’s own files (.msg) are not read here."),
            detail,
            _("Save the e-mail as .eml, from Outlook on the web or another e-mail program; its signature stays whole."),
        )
    return UsageError(
        _("This file is no e-mail."),
        detail,
        _("Give the e-mail as .eml or .mbox; “consentui proof add --request REQUEST” keeps any other file."),
    )


def _several(found: Iterable[ReadMail]) -> UsageError:
    lines = []
    for one in list({one.number: one for one in found}.values())[:_MOST_SHOWN]:
        day = long_date(one.mail.on) if one.mail.on else _("undated")
        subject = shorten(one.mail.subject, _SHOWN_SUBJECT)
        lines.append(f"{one.number}  {day}, {subject}, {', '.join(one.references)}")
    return UsageError(
        _("Several e-mails or requests would fit."),
        "\n".join(lines),
        _("Say which request it is about, and choose an e-mail by its number with --message."),
    )

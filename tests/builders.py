"""Small made-up platforms, accounts and entries: each is complete, so a test names only what it is about.

Every call gives the same result: ids and times are fixed, so that expected results can be written down.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from typing import Any

from msgspec.structs import replace

from consentui.journal.entries import (
    AccountAdded,
    AccountDue,
    AccountEdited,
    AccountRemoved,
    AccountTagged,
    Answer,
    AuthorityAnswer,
    AuthorityAnswered,
    Decided,
    Entry,
    Noted,
    ProofAdded,
    Recorded,
    RequestAnswered,
    RequestChecked,
    RequestClosed,
    RequestOpened,
    RequestProof,
    RequestReceived,
    RequestReopened,
    RequestSent,
    Undone,
)
from consentui.journal.entries import Decision as Wanted
from consentui.journal.entries import Outcome as Happened
from consentui.journal.fold import Account, Ledger, fold
from consentui.knowledge.records import (
    Contact,
    Control,
    Controller,
    Download,
    DownloadStatement,
    Event,
    Meaning,
    Platform,
    Printed,
    PrintedPath,
    PublicSign,
    Revision,
    Route,
    Source,
    Surface,
    Testimony,
    Text,
)
from consentui.knowledge.testimony import Names, Value

TODAY = date(2026, 11, 21)
BEGINNING = datetime(2026, 1, 1, 8, 0, tzinfo=UTC)
"""When entry number 0 was written; each later entry follows one minute after."""
PLATFORM = "chirp"
ACCOUNT = "chirp-0001"
CONTROL = "training"
REQUEST = "CU-2026-001"


def a_text(en: str, fr: str | None = None) -> Text:
    """A text of the knowledge base; without a French one, the English is used with a mark."""
    return Text(en=en, fr=f"{en} (fr)" if fr is None else fr)


def a_source(**changes: Any) -> Source:
    return replace(
        Source(
            url="https://chirp.example/help",
            publisher="Chirp Help Center",
            supports=("existence",),
            date="2026-09-02",
            primary=True,
        ),
        **changes,
    )


def a_route(surface: Surface = "web", **changes: Any) -> Route:
    """A route with a menu path and a label in both languages."""
    return replace(
        Route(
            surface=surface,
            url=f"https://chirp.example/{surface}",
            path=PrintedPath(en=("Settings", "Privacy"), fr=("Réglages", "Confidentialité")),
            label=Printed(en="Train our models", fr="Entraîner nos modèles"),
        ),
        **changes,
    )


def a_control(**changes: Any) -> Control:
    """A switch on the web, on by default, whose facts are fresh on `TODAY`."""
    return replace(
        Control(
            id=CONTROL,
            kind="setting",
            purpose="ai-training",
            title=a_text("Training on your chirps", "Entraînement sur vos pépiements"),
            about=a_text("Chirp trains its models on what you write.", "Chirp entraîne ses modèles avec vos textes."),
            default="on",
            desired="off",
            minutes=5,
            covers=a_text("What you write from now on.", "Ce que vous écrivez désormais."),
            does_not_cover=a_text("What was trained already.", "L’entraînement déjà fait."),
            evidence="documented",
            verified_on=date(2026, 10, 2),
            review_after=date(2027, 1, 2),
            source=(a_source(),),
            route=(a_route(),),
        ),
        **changes,
    )


def a_testimony(**changes: Any) -> Testimony:
    """A value in the download of `a_download` that shows the state of `a_control`."""
    return replace(
        Testimony(
            download=PLATFORM,
            reads=Value(Names(any=("settings.json",)), (("training",),)),
            grade="A",
            verified_on=date(2026, 10, 2),
            source=(a_source(supports=("proof",)),),
            off=("off",),
            on=("on",),
        ),
        **changes,
    )


def a_sign(**changes: Any) -> PublicSign:
    """A public sign that shows the state of `a_control`."""
    return replace(
        PublicSign(
            of="atproto",
            sign="hidden-from-visitors",
            grade="A",
            verified_on=date(2026, 10, 2),
            source=(a_source(supports=("proof",)),),
            off=("no",),
            on=("yes",),
        ),
        **changes,
    )


def a_download(**changes: Any) -> Download:
    """A download with a settings file, requested through the control `copy`."""
    return replace(
        Download(
            id=PLATFORM,
            request=f"{PLATFORM}/copy",
            marks=Names(any=("settings.json",)),
            silence=a_text("It shows little.", "Il montre peu."),
            source=(a_source(supports=("proof",)),),
            account=(Value(Names(any=("settings.json",)), (("user",),)),),
            made=(Value(Names(any=("settings.json",)), (("made",),)),),
        ),
        **changes,
    )


def a_statement(**changes: Any) -> DownloadStatement:
    return replace(
        DownloadStatement(
            id="notice",
            download=PLATFORM,
            title=a_text("Whether the notice was seen", "Si l’avis a été vu"),
            reads=Value(Names(any=("settings.json",)), (("notice",),)),
            grade="B",
            meaning_grade="C",
            article="12 to 14",
            verified_on=date(2026, 10, 2),
            source=(a_source(supports=("proof",)),),
            meaning=(Meaning("0", a_text("the notice was not seen", "l’avis n’a pas été vu")),),
        ),
        **changes,
    )


def an_event(**changes: Any) -> Event:
    """A change of policy on 1 June 2026 that touches the first control."""
    return replace(
        Event(
            date="2026-06-01",
            kind="policy",
            what=a_text("The policy changed.", "La politique a changé."),
            url="https://chirp.example/news",
            publisher="Chirp",
            touches=(CONTROL,),
        ),
        **changes,
    )


def a_revision(**changes: Any) -> Revision:
    """A revision of 1 July 2026 to the facts about a control."""
    return replace(Revision(date=date(2026, 7, 1), what=a_text("The switch moved.", "Le réglage a bougé.")), **changes)


def a_platform(*controls: Control, **changes: Any) -> Platform:
    """A platform with these controls, by default with `a_control()`."""
    return replace(
        Platform(
            id=PLATFORM,
            name="Chirp",
            category="social",
            controller="chirp",
            about=a_text("A place for short texts.", "Un lieu pour textes courts."),
            researched=date(2026, 10, 2),
            control=controls or (a_control(),),
        ),
        **changes,
    )


def a_controller(**changes: Any) -> Controller:
    """The controller of the platform of `a_platform`."""
    return replace(
        Controller(
            id="chirp",
            name="Chirp Ltd",
            contact=Contact(email="privacy@chirp.example"),
            evidence="documented",
            verified_on=date(2026, 10, 2),
            source=(a_source(),),
        ),
        **changes,
    )


def an_account(**changes: Any) -> Account:
    return replace(
        Account(id=ACCOUNT, platform=PLATFORM, handle="@marie_l", account_type="personal", added=BEGINNING), **changes
    )


def an_entry_id(number: int) -> str:
    """The id of the entry with this number: ids sort as numbers do."""
    return f"{number:026d}"


def a_moment(number: int) -> datetime:
    """When the entry with this number was written."""
    return BEGINNING + timedelta(minutes=number)


def account_added(number: int = 0, **changes: Any) -> AccountAdded:
    return replace(
        AccountAdded(
            at=a_moment(number), id=an_entry_id(number), account=ACCOUNT, platform=PLATFORM, handle="@marie_l"
        ),
        **changes,
    )


def account_edited(number: int = 1, **changes: Any) -> AccountEdited:
    return replace(AccountEdited(at=a_moment(number), id=an_entry_id(number), account=ACCOUNT), **changes)


def account_due(by: date | None, number: int = 1, **changes: Any) -> AccountDue:
    """The entry that sets the due day of an account."""
    return replace(AccountDue(at=a_moment(number), id=an_entry_id(number), account=ACCOUNT, by=by), **changes)


def account_tagged(*tags: str, number: int = 1, **changes: Any) -> AccountTagged:
    """The entry that gives an account these tags."""
    return replace(AccountTagged(at=a_moment(number), id=an_entry_id(number), account=ACCOUNT, added=tags), **changes)


def account_removed(number: int = 1, **changes: Any) -> AccountRemoved:
    return replace(AccountRemoved(at=a_moment(number), id=an_entry_id(number), account=ACCOUNT), **changes)


def recorded(outcome: str, number: int = 1, **changes: Any) -> Recorded:
    """The entry of an outcome, by its word in the journal."""
    return replace(
        Recorded(
            at=a_moment(number), id=an_entry_id(number), account=ACCOUNT, control=CONTROL, outcome=Happened(outcome)
        ),
        **changes,
    )


def decided(decision: str, number: int = 1, **changes: Any) -> Decided:
    """The entry of a decision, by its word in the journal."""
    return replace(
        Decided(
            at=a_moment(number), id=an_entry_id(number), account=ACCOUNT, control=CONTROL, decision=Wanted(decision)
        ),
        **changes,
    )


def noted(note: str, number: int = 1, **changes: Any) -> Noted:
    return replace(
        Noted(at=a_moment(number), id=an_entry_id(number), account=ACCOUNT, control=CONTROL, note=note), **changes
    )


def request_opened(number: int = 1, **changes: Any) -> RequestOpened:
    """An objection to AI training, in English."""
    return replace(
        RequestOpened(
            at=a_moment(number),
            id=an_entry_id(number),
            request=REQUEST,
            account=ACCOUNT,
            right="object-training",
            controller="chirp",
            language="en",
        ),
        **changes,
    )


def request_sent(number: int = 2, **changes: Any) -> RequestSent:
    """The entry that the request itself was sent, by e-mail."""
    reference = changes.get("request", REQUEST)
    return replace(
        RequestSent(
            at=a_moment(number),
            id=an_entry_id(number),
            request=reference,
            on=BEGINNING.date(),
            message="request",
            letter="object-training",
            how="email",
            to="privacy@chirp.example",
            subject="Objection",
            file=f"requests/{reference}/01-object-training.txt",
            sha256="0" * 64,
        ),
        **changes,
    )


def request_received(number: int = 3, **changes: Any) -> RequestReceived:
    return replace(
        RequestReceived(at=a_moment(number), id=an_entry_id(number), request=REQUEST, on=BEGINNING.date()), **changes
    )


def request_answered(answer: Answer, number: int = 4, **changes: Any) -> RequestAnswered:
    return replace(
        RequestAnswered(
            at=a_moment(number), id=an_entry_id(number), request=REQUEST, on=BEGINNING.date(), answer=answer
        ),
        **changes,
    )


def request_closed(number: int = 5, **changes: Any) -> RequestClosed:
    return replace(
        RequestClosed(
            at=a_moment(number), id=an_entry_id(number), request=REQUEST, on=BEGINNING.date(), satisfied=True
        ),
        **changes,
    )


def request_checked(number: int = 6, **changes: Any) -> RequestChecked:
    """The entry that what was granted was checked and holds."""
    return replace(
        RequestChecked(at=a_moment(number), id=an_entry_id(number), request=REQUEST, on=BEGINNING.date(), holds=True),
        **changes,
    )


def request_reopened(number: int = 7, **changes: Any) -> RequestReopened:
    return replace(
        RequestReopened(at=a_moment(number), id=an_entry_id(number), request=REQUEST, on=BEGINNING.date()), **changes
    )


def authority_answered(answer: AuthorityAnswer, number: int = 8, **changes: Any) -> AuthorityAnswered:
    return replace(
        AuthorityAnswered(
            at=a_moment(number), id=an_entry_id(number), request=REQUEST, on=BEGINNING.date(), answer=answer
        ),
        **changes,
    )


def proof_added(number: int = 1, **changes: Any) -> ProofAdded:
    """An e-mail attached to the first control."""
    return replace(
        ProofAdded(
            at=a_moment(number),
            id=an_entry_id(number),
            account=ACCOUNT,
            control=CONTROL,
            file=f"proofs/{'5f' * 32}.eml",
            sha256="5f" * 32,
            size=12_345,
            name="accuse.eml",
            type="message/rfc822",
        ),
        **changes,
    )


def request_proof(number: int = 6, **changes: Any) -> RequestProof:
    """A picture attached to the request."""
    return replace(
        RequestProof(
            at=a_moment(number),
            id=an_entry_id(number),
            request=REQUEST,
            file=f"proofs/{'6f' * 32}.png",
            sha256="6f" * 32,
            size=512,
            name="form.png",
            type="image/png",
        ),
        **changes,
    )


def undone(entry: Entry, number: int = 9, **changes: Any) -> Undone:
    return replace(Undone(at=a_moment(number), id=an_entry_id(number), entry=entry.id), **changes)


def a_ledger(*entries: Entry) -> Ledger:
    """The ledger of these entries, after one that adds the account of `an_account`."""
    return fold((account_added(), *entries))


def in_turn(words: Iterable[str], **changes: Any) -> tuple[Decided | Recorded, ...]:
    """The entries of outcomes and decisions about one control in turn, by their words."""
    return tuple(
        decided(word, number, **changes) if word in set(Wanted) else recorded(word, number, **changes)
        for number, word in enumerate(words, 1)
    )

"""What to know before a letter goes out, in the current language."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from consentui import clock
from consentui.errors import UsageError
from consentui.i18n import _, language
from consentui.i18n.dates import ago, long_date
from consentui.requests.letters.cautions import Caution, CautionCode
from consentui.requests.letters.short import NoRoomError


def caution_words(one: Caution) -> str:
    """A caution as one or two sentences."""
    if one.text:
        return one.text.in_language(language())
    listed = ", ".join(one.values)
    return _said(one.code).format(
        name=one.name,
        references=listed,
        codes=listed,
        url=listed,
        email=listed,
        date=long_date(one.on) if one.on else "",
        ago=ago(one.on, clock.today()) if one.on else "",
    )


@contextmanager
def explaining_no_room() -> Iterator[None]:
    """Turn a NoRoomError raised inside into an error that tells the person what to do."""
    try:
        yield
    except NoRoomError as error:
        raise UsageError(
            _("The form leaves too little room: {limit} characters.").format(limit=error.limit),
            _("The shortest text that says what is asked for has {length}.").format(length=error.needed),
            _("Send the letter another way, by e-mail or by post."),
        ) from error


def _said(code: CautionCode) -> str:
    """The text of a code, with placeholders for its values."""
    return (_on_what_is_missing() | _on_mandates() | _on_rights() | _on_the_way() | _on_the_law() | _on_complaints())[
        code
    ]


def _on_what_is_missing() -> dict[CautionCode, str]:
    return {
        CautionCode.NAME_MISSING: _("Your name is missing: without it nobody can answer you."),
        CautionCode.ACCOUNT_NOT_TOLD_APART: _(
            "Nothing says which account is yours: add its name or its e-mail address, otherwise they cannot find it."
        ),
        CautionCode.GROUNDS_MISSING: _(
            "Your own grounds are missing, and the letter says only what is true for everyone: two or three "
            "sentences about your situation, in your own words, carry more weight. Some forms accept any reason, "
            "or none."
        ),
        CautionCode.CONSENT_NOT_NAMED: _("Say which consent you withdraw, in a few words."),
        CautionCode.ERASURE_GROUND_MISSING: _(
            "Say why the data must be erased: consent withdrawn, objection, no longer needed, unlawful, or a child’s."
        ),
        CautionCode.ACCOUNTS_NOT_NAMED: _("Name the accounts that were left out."),
        CautionCode.POINTS_NOT_NAMED: _("Name the points that remain open."),
        CautionCode.ENCLOSE_REQUEST: _("Enclose a copy of your request: the letter says so."),
    }


def _on_mandates() -> dict[CautionCode, str]:
    return {
        CautionCode.SPEAKS_FOR: _(
            "“I” in this letter is {name}: write your own sentences as that person would say them."
        ),
        CautionCode.PERSON_CHANGED: _(
            "The request was sent in the name of {name}, and this letter speaks in the name of {references}: "
            "send it only if they are the same person."
        ),
        CautionCode.MANDATE_SINCE: _(
            "The request itself was not sent on anyone’s behalf: this letter fits only if it was the request of {name}."
        ),
        CautionCode.COMPANY_HAS_NO_RIGHTS: _(
            "These rights belong to people, not to companies: the letter asks for what concerns {name}. Anyone "
            "else who publishes on the page needs a letter of their own."
        ),
        CautionCode.CONSENTS_ALONE: _(
            "From the age of {codes}, a child there consents to online services without a parent: the company "
            "may want {name} to write too."
        ),
        CautionCode.MANDATE_NOT_SHOWN: _(
            "Nothing shows that you may write for {name}: say what does, such as a signed mandate or a page of "
            "the family record. Authorities ask for it, and companies may."
        ),
        CautionCode.ENCLOSE_MANDATE: _("Attach “{name}”: the letter says that it is enclosed."),
        CautionCode.SHOW_MANDATE: _(
            "A company may ask for proof that you may write for {name}: send that, and contest only what goes further."
        ),
        CautionCode.ASSOCIATION_FITS: _(
            "Article 80(1) is for non-profit bodies with objectives in the public interest that are active in "
            "data protection: any other body complains under an ordinary mandate. Enclose your statutes."
        ),
    }


def _on_rights() -> dict[CautionCode, str]:
    return {
        CautionCode.ASKED_ALREADY: _(
            "Another request already asks them for the same: {references}. Send a reminder of that one instead."
        ),
        CautionCode.SWITCH_FIRST: _(
            "Start with the switch: it acts at once. Use it, keep a picture of the screen, then write about the rest."
        ),
        CautionCode.NO_REASON_TO_OBJECT: _("This right needs no reason: give none, it would only invite a debate."),
        CautionCode.NO_REASON_FOR_ACCESS: _(
            "This right needs no reason. Ask any one platform about every three months at most."
        ),
        CautionCode.CONSENT_ALONE: _(
            "No reason is needed. It only reaches uses based on consent: most AI training is not, so object to that."
        ),
        CautionCode.SAVE_FIRST: _(
            "Save your data first, and close the account only after the answer: otherwise they cannot find you."
        ),
        CautionCode.REMINDER_EARLY: _("They have until {date}: a reminder before that is early."),
        CautionCode.RECEIPT_UNKNOWN: _(
            "Nothing you recorded shows when your letter arrived: look up the delivery, and record that day."
        ),
        CautionCode.MASK_DOCUMENT: _(
            "Never give a password. If a copy of a document is truly needed, mask photo, number and signature, and"
            " write its purpose and the date across it."
        ),
    }


def _on_the_way() -> dict[CautionCode, str]:
    return {
        CautionCode.SEND_THEIR_WAY: _(
            "If your request went to an address that they do not name for this, send it again the way they ask: "
            "the time runs from then."
        ),
        CautionCode.NO_EMAIL_KNOWN: _("{name} accepts no e-mail for this, as far as is known."),
        CautionCode.NO_FORM_KNOWN: _("No form from {name} is known for this."),
        CautionCode.NO_ADDRESS_KNOWN: _("No postal address of {name} is known."),
        CautionCode.FORM_NAMED: _(
            "They name a form for this: {url}. Use it first, with the short text, and keep its confirmation; "
            "send the letter if the form does not open or does not answer."
        ),
        CautionCode.SEND_FROM: _("Send it from {email}, the account’s own address: that settles who you are."),
        CautionCode.COMPANY_OF_EUROPE: _(
            "{name} is responsible for people in Europe; which company is responsible for you is not known here: "
            "the platform’s privacy policy names it. Write to that one."
        ),
        CautionCode.COMPANY_CHANGED: _(
            "Today, {name} is known for this service. The letter keeps the company that you wrote to, with the "
            "address it had then: look up which of the two answers you."
        ),
        CautionCode.ADDRESS_CHANGED: _(
            "{name} has a different address from when your request was sent: the letter has today’s."
        ),
        CautionCode.ADDRESS_OLD: _(
            "The name and address of {name} were last checked {ago}: check them before sending."
        ),
    }


def _on_the_law() -> dict[CautionCode, str]:
    return {
        CautionCode.NO_LAW_KNOWN: _(
            "No law is known here that gives you this right where you live: the letter cites the EU’s GDPR, "
            "which may not bind the company towards you, and no date for the answer can be worked out."
        ),
        CautionCode.CALIFORNIAN_LAW: _(
            "California’s law gives no right to refuse training as such: the letter refuses sale and sharing for "
            "that purpose."
        ),
        CautionCode.OTHER_LAW: _(
            "The letter cites the EU’s GDPR, which may not bind the company towards people where you live."
        ),
    }


def _on_complaints() -> dict[CautionCode, str]:
    return {
        CautionCode.AUTHORITY_MISSING: _("No authority is chosen: it is that of the country where you live."),
        CautionCode.COMPANY_FIRST: _(
            "Write to the company first: authorities ask for the request and the proof that it was sent."
        ),
        CautionCode.COMPLAINT_EARLY: _(
            "They have until {date}: an authority may turn away a complaint made before that."
        ),
        CautionCode.NO_BREACH: _("The complaint names no breach yet: say what they did wrong."),
        CautionCode.NO_PROOF: _("No proof is enclosed: attach the proof of sending and every answer."),
        CautionCode.OTHER_LANGUAGES: _("{name} wants a complaint in one of these languages: {codes}."),
        CautionCode.NOT_COMPLAINED: _("No complaint is recorded as sent, but this letter speaks of one."),
        CautionCode.NEWS_EARLY: _("The authority has until {date} to say where the complaint stands."),
        CautionCode.ANSWER_IN_TIME: _(
            "Answer by the day the authority names. If what was granted is not respected, record that first: the "
            "letter then says so."
        ),
    }

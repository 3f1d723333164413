"""The names of standings, outcomes, surfaces and the like, in the current language."""

from __future__ import annotations

from typing import Literal

from consentui.checklist.standing import Standing
from consentui.i18n import Language, _, language, pgettext
from consentui.i18n.countries import country_name
from consentui.journal.entries import (
    AccountType,
    Answer,
    AuthorityAnswer,
    Decision,
    Message,
    Outcome,
)
from consentui.knowledge.base import KnowledgeBase
from consentui.knowledge.records import Control, Default, Evidence, Kind, Platform, Purpose, Region, Surface

CredentialKind = Literal["login", "password", "token"]


def language_name(language: Language) -> str:
    """The name of a language in the current language."""
    return {"en": _("English"), "fr": _("French"), "de": _("German")}[language]


def standing_name(standing: Standing) -> str:
    return {
        Standing.OPEN: pgettext("standing", "to do"),
        Standing.POSTPONED: pgettext("standing", "postponed"),
        Standing.BLOCKED: pgettext("standing", "another way needed"),
        Standing.WAITING: pgettext("standing", "waiting for an answer"),
        Standing.REVIEW: pgettext("standing", "to review"),
        Standing.SETTLED: pgettext("standing", "settled"),
        Standing.ALLOWED: pgettext("standing", "allowed by you"),
        Standing.COVERED: pgettext("standing", "settled another way"),
        Standing.NOT_OFFERED: pgettext("standing", "not offered to you"),
    }[standing]


def outcome_name(outcome: Outcome) -> str:
    return {
        Outcome.SWITCHED_OFF: pgettext("outcome", "switched off"),
        Outcome.SWITCHED_ON: pgettext("outcome", "switched on"),
        Outcome.CHOSEN: pgettext("outcome", "chosen"),
        Outcome.DONE: pgettext("outcome", "done"),
        Outcome.ALREADY: pgettext("outcome", "it already was"),
        Outcome.SENT: pgettext("outcome", "sent"),
        Outcome.CONFIRMED: pgettext("outcome", "confirmed"),
        Outcome.NOT_FOUND: pgettext("outcome", "not found"),
        Outcome.NOT_OFFERED: pgettext("outcome", "not offered here"),
        Outcome.FORM_UNAVAILABLE: pgettext("outcome", "form unavailable"),
        Outcome.REFUSED: pgettext("outcome", "refused by the platform"),
        Outcome.LATER: pgettext("outcome", "later"),
    }[outcome]


def decision_name(decision: Decision) -> str:
    return {
        Decision.REFUSE: pgettext("decision", "refuse"),
        Decision.ALLOW: pgettext("decision", "allow"),
        Decision.UNDECIDED: pgettext("decision", "undecided"),
    }[decision]


def surface_name(surface: Surface) -> str:
    return {
        "web": pgettext("surface", "on the web"),
        "ios": pgettext("surface", "iPhone app"),
        "android": pgettext("surface", "Android app"),
        "desktop": pgettext("surface", "desktop app"),
        "device": pgettext("surface", "the device itself"),
        "form": pgettext("surface", "form"),
        "email": pgettext("surface", "e-mail"),
        "post": pgettext("surface", "letter by post"),
    }[surface]


def default_name(control: Control) -> str:
    """The platform's default, or the kind of control if it has none, as a remark beside the title."""
    if control.default_in:
        return pgettext("default", "default differs by country")
    return _default(control.default) or kind_name(control.kind)


def defaults_by_region(control: Control) -> str:
    """The platform's default in each region, the rest of the world last; empty if it is the same everywhere."""
    if not control.default_in:
        return ""
    there = (
        f"{', '.join(map(region_name, one.regions))}{_(':')} {_default(one.default)}" for one in control.default_in
    )
    elsewhere = _("elsewhere: {default}").format(default=_default(control.default))
    return _("; ").join((*there, elsewhere))


def _default(default: Default) -> str:
    names: dict[Default, str] = {
        "on": pgettext("default", "on by default"),
        "off": pgettext("default", "off by default"),
        "unknown": pgettext("default", "default not known"),
        "n/a": "",
    }
    return names[default]


def region_name(region: Region) -> str:
    """The name of a region of the knowledge base."""
    blocs: dict[Region, str] = {"*": _("everywhere"), "EU": _("European Union"), "EEA": _("EEA")}
    return blocs.get(region) or country_name("GB" if region == "UK" else region)


def platform_name(platform: Platform) -> str:
    name = platform.name_in(language())
    return _("{name} (your file)").format(name=name) if platform.is_own else name


def control_title(platform: Platform, control: Control) -> str:
    """The title of a control after the name of its platform."""
    return f"{platform_name(platform)}{_(':')} {control.title.in_language(language())}"


def look_alikes(control: Control, knowledge: KnowledgeBase) -> tuple[str, ...]:
    """The names of the controls that are easily taken for this one, leaving out unknown ones."""
    refs = (ref.split("/") for ref in control.pairs_with)
    known = ((knowledge.platform(platform), name) for platform, name in refs if platform in knowledge.ids)
    return tuple(
        control_title(platform, found) for platform, name in known for found in platform.control if found.id == name
    )


def kind_name(kind: Kind) -> str:
    return {
        "setting": pgettext("kind", "setting"),
        "objection-form": pgettext("kind", "objection form"),
        "request": pgettext("kind", "request"),
        "account-visibility": pgettext("kind", "visibility"),
        "deletion": pgettext("kind", "deletion"),
        "technical": pgettext("kind", "technical file"),
    }[kind]


def purpose_name(purpose: Purpose) -> str:
    return {
        "ai-training": pgettext("purpose", "AI training"),
        "ai-feature": pgettext("purpose", "an AI feature, not training"),
        "third-party-sharing": pgettext("purpose", "sharing with others"),
        "advertising": pgettext("purpose", "advertising"),
        "personalisation": pgettext("purpose", "personalisation"),
        "visibility": pgettext("purpose", "visibility"),
        "retention": pgettext("purpose", "what is kept"),
        "human-review": pgettext("purpose", "people reading it"),
    }[purpose]


def evidence_name(evidence: Evidence) -> str:
    return {
        "verified": pgettext("evidence", "seen on the platform"),
        "documented": pgettext("evidence", "documented"),
        "reported": pgettext("evidence", "reported by others"),
        "contested": pgettext("evidence", "sources disagree"),
        "unresolved": pgettext("evidence", "not established"),
    }[evidence]


def breadcrumbs(steps: tuple[str, ...]) -> str:
    """Menu steps on one line."""
    return " › ".join(steps)


def said_by(source: str) -> str:
    """Who says that it is so, as the entry's field of this name tells: a check by consentui, or the person."""
    return _("checked by consentui") if source == "check" else _("said by you")


def account_type_name(account_type: AccountType) -> str:
    return {
        "personal": pgettext("account type", "personal"),
        "business": pgettext("account type", "business"),
        "creator": pgettext("account type", "creator"),
        "work": pgettext("account type", "member of an organisation"),
        "admin": pgettext("account type", "administrator of an organisation"),
        "education": pgettext("account type", "school or university"),
        "publisher": pgettext("account type", "publisher of a site"),
    }[account_type]


def credential_name(kind: CredentialKind) -> str:
    return {
        "login": pgettext("credential", "sign-in name"),
        "password": pgettext("credential", "password"),
        "token": pgettext("credential", "token"),
    }[kind]


def message_name(message: Message) -> str:
    return {
        "request": pgettext("message", "request"),
        "reminder": pgettext("message", "reminder"),
        "reply": pgettext("message", "reply"),
        "controller-complaint": pgettext("message", "complaint to the company"),
        "complaint": pgettext("message", "complaint"),
        "authority-letter": pgettext("message", "letter to the authority"),
    }[message]


def answer_name(answer: Answer) -> str:
    return {
        "acknowledged": pgettext("answer", "receipt acknowledged"),
        "identity-asked": pgettext("answer", "identity asked for"),
        "identity-given": pgettext("answer", "identity given"),
        "clarification-asked": pgettext("answer", "asked what you mean"),
        "clarified": pgettext("answer", "you said what you mean"),
        "signature-asked": pgettext("answer", "signature asked for"),
        "signature-given": pgettext("answer", "signature given"),
        "fee-asked": pgettext("answer", "fee asked for"),
        "fee-paid": pgettext("answer", "fee paid"),
        "extended": pgettext("answer", "time extended"),
        "granted": pgettext("answer", "granted"),
        "partly": pgettext("answer", "granted in part"),
        "refused": pgettext("answer", "refused"),
        "canned": pgettext("answer", "canned answer"),
        "public-data": pgettext("answer", "“your data are public”"),
        "model-contains-none": pgettext("answer", "“the model contains no personal data”"),
        "holds-nothing": pgettext("answer", "“we hold no data on you”"),
        "cannot-identify": pgettext("answer", "“we cannot tell who you are”"),
        "not-controller": pgettext("answer", "“another company is responsible”"),
        "wrong-channel": pgettext("answer", "wrong channel claimed"),
        "other-language": pgettext("answer", "answer in another language"),
        "not-delivered": pgettext("answer", "not delivered"),
    }[answer]


def authority_answer_name(answer: AuthorityAnswer) -> str:
    return {
        "acknowledged": pgettext("authority", "complaint acknowledged"),
        "asks-more": pgettext("authority", "more asked for"),
        "more-given": pgettext("authority", "more sent"),
        "inadmissible": pgettext("authority", "complaint not admitted"),
        "transferred": pgettext("authority", "passed on to another authority"),
        "settlement-proposed": pgettext("authority", "early resolution proposed"),
        "settlement-refused": pgettext("authority", "early resolution objected to"),
        "informed": pgettext("authority", "progress reported"),
        "decided": pgettext("authority", "decided"),
    }[answer]


def report_kind_name(kind: Literal["day", "checklist", "dossier", "portfolio", "changes", "board", "register"]) -> str:
    return {
        "day": pgettext("report", "Report for today"),
        "checklist": pgettext("report", "Checklist to tick"),
        "dossier": pgettext("report", "Evidence dossier"),
        "portfolio": pgettext("report", "Portfolio of accounts"),
        "changes": pgettext("report", "What changed"),
        "board": pgettext("report", "Policy: a page for the board"),
        "register": pgettext("report", "Rows for the register of processing"),
    }[kind]


def format_name(format_: Literal["markdown", "html", "pdf", "csv", "json", "consent-records", "zip"]) -> str:
    return {
        "markdown": "Markdown",
        "html": "HTML",
        "pdf": "PDF",
        "csv": "CSV",
        "json": "JSON",
        "consent-records": _("consent records"),
        "zip": "ZIP",
    }[format_]

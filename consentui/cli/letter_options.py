"""The options that say what the letters of a request need to know, one for each question of the form."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, TypeVar

import click
from msgspec.structs import replace

from consentui.cli.mandates import mandate_of, mandate_options
from consentui.cli.say import IsoDay, choice_of
from consentui.i18n import LANGUAGES, _
from consentui.profile.identity import cleaned_mandate
from consentui.profile.session import Session
from consentui.requests.letters.said import AccountDetails, Breach, ErasureGround, Said

Command = TypeVar("Command", bound=Callable[..., Any])

_DAY = IsoDay()
_OPTIONS = (
    click.option("--ground", "grounds", metavar=_("TEXT"), multiple=True, help=_("A reason of your own; repeatable.")),
    click.option(
        "--posts-by-others/--own-posts-only",
        default=None,
        help=_("Whether an objection extends to what others post about you; by default, it does."),
    ),
    click.option(
        "--objected-on",
        "former_objections",
        metavar=_("DATE"),
        type=_DAY,
        multiple=True,
        help=_("A date on which you objected before; repeatable."),
    ),
    click.option("--consent", metavar=_("TEXT"), help=_("Which consent you withdraw.")),
    click.option("--consent-given", metavar=_("DATE"), type=_DAY, help=_("When you gave it.")),
    click.option("--data", metavar=_("TEXT"), help=_("Which data to erase; by default, all of it.")),
    click.option(
        "--erasure-ground",
        metavar=_("WORD"),
        help=_("Why it must be erased, under Art. 17(1) of the GDPR: {choices}.").format(
            choices=", ".join(ErasureGround)
        ),
    ),
    click.option("--also", metavar=_("ACCOUNT"), multiple=True, help=_("Another account it is about; repeatable.")),
    click.option("--no-account", "without_account", is_flag=True, help=_("You have no account there.")),
    click.option("--user-id", metavar=_("TEXT"), help=_("The account’s number or id on the platform.")),
    click.option("--account-email", metavar=_("ADDRESS"), help=_("The e-mail address registered with the account.")),
    click.option("--profile-link", metavar=_("ADDRESS"), help=_("The link to its public page.")),
    click.option(
        "--breach",
        "breaches",
        metavar=_("WORD"),
        multiple=True,
        help=_("What they did wrong, for a complaint; repeatable: {choices}.").format(choices=", ".join(Breach)),
    ),
    click.option("--for-profile", is_flag=True, help=_("Go back to writing for whoever the profile says.")),
    click.option("--complaint-in", type=click.Choice(LANGUAGES), help=_("The language of the complaint.")),
)


def said_options(command: Command) -> Command:
    """Add to a command an option for each question, and those that say on whose behalf the request is made."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return mandate_options(command)


def said_with(session: Session, account: str, before: Said, told: Mapping[str, Any]) -> Said:
    """Update earlier answers with the given options; `account` is the id of the account that the request started from.

    Raises UsageError for a breach, a ground or an account that does not exist, and for an impossible mandate.
    """
    plain = {name: told[name] for name in ("posts_by_others", "consent", "consent_given", "data", "complaint_in")}
    given = {name: value for name, value in plain.items() if value is not None}
    for name in ("grounds", "former_objections", "breaches"):
        if told[name]:
            given[name] = told[name]
    if "breaches" in given:
        given["breaches"] = tuple(choice_of(Breach, one, _("Unknown breach: “{name}”.")) for one in told["breaches"])
    if told["erasure_ground"]:
        given["erasure_ground"] = choice_of(ErasureGround, told["erasure_ground"], _("Unknown ground: “{name}”."))
    if mandate := mandate_of(*(told[name] for name in ("person", "basis", "enclosure", "born"))):
        given["mandate"] = cleaned_mandate(mandate)
    if told["for_profile"]:
        given["mandate"] = None
    if told["without_account"]:
        given["has_account"] = False
    return replace(before, **given, accounts=_accounts(session, account, before, told))


def _accounts(session: Session, account: str, before: Said, told: Mapping[str, Any]) -> dict[str, AccountDetails]:
    """The accounts named before and now; the details given by the options go to `account`."""
    accounts = dict(before.accounts)
    for word in told["also"]:
        accounts.setdefault(session.accounts.called(word).id, AccountDetails())
    details = {"user_id": told["user_id"], "email": told["account_email"], "profile": told["profile_link"]}
    named = {name: value for name, value in details.items() if value is not None}
    if named:
        accounts[account] = replace(accounts.get(account, AccountDetails()), **named)
    return accounts

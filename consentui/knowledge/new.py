"""Templates for the person's own files: a platform file whose comments explain each key, and a company's entry."""

from __future__ import annotations

import json
import re
from datetime import MAXYEAR, date

from msgspec import Struct

from consentui.text import findable

COMPANIES = "companies.toml"
"""The file of the person's own companies, beside their platform files; no platform may have `companies` as its id."""
_LONGEST_ID = 40


class NewCompany(Struct, frozen=True):
    """A company as the person describes it; an empty field is not known."""

    name: str
    address: str = ""
    """Postal lines separated by newlines, without the name."""
    email: str = ""
    seat: str = ""
    """The code of the authority at its seat: `IE`."""


def id_of(name: str) -> str:
    """The id made from a name, `ma-boutique` for `Ma Boutique`; empty if no character of the name can be used."""
    return re.sub(r"[^a-z0-9]+", "-", findable(name))[:_LONGEST_ID].strip("-")


def platform_text(platform_id: str, name: str, today: date) -> str:
    """A platform file to start from: it is valid as it is, with one control, a request that any company can be sent."""
    return _PLATFORM.format(id=platform_id, name=_quoted(name), today=today.isoformat(), later=_in_a_year(today))


def company_text(company_id: str, company: NewCompany, today: date) -> str:
    """An entry for `companies.toml`."""
    lines = [
        "",
        "[[controller]]",
        f"id = {_quoted(company_id)}",
        f"name = {_quoted(company.name)}",
        f"contact.address = {_quoted(chr(10).join(filter(None, (company.name, company.address))))}",
        f"contact.email = {_quoted(company.email)}" if company.email else "",
        f"lead_authority = {_quoted(company.seat)}" if company.seat else "",
        'evidence = "reported"',
        f"verified_on = {today.isoformat()}",
        "source = []",
    ]
    return "\n".join(line for number, line in enumerate(lines) if line or number == 0) + "\n"


def _quoted(text: str) -> str:
    """The text as a TOML string; a JSON string is one."""
    return json.dumps(text, ensure_ascii=False)


def _in_a_year(today: date) -> str:
    return today.replace(year=min(today.year + 1, MAXYEAR), day=min(today.day, 28)).isoformat()


_PLATFORM = """\
# What you know of this platform, for yourself: nobody else reads this file. It is used as it is; go on from here.
# “consentui kb lint” on this file says what is amiss and what would mend it. Texts stand in English and in French;
# where you write one language alone, put the same words in both. Write the platform’s own words as it prints them.
id = "{id}"
name = {name}
# ai-assistant, blog, browser, creative, developer, device, messaging, other, search, shopping, social, work
category = "other"
# Who answers for the data: an entry of companies.toml in this folder, or a company that “consentui kb company” lists.
controller = "{id}"
researched = {today}
about.en = "A platform of your own: you know best."
about.fr = "Une plateforme que vous avez ajoutée : vous la connaissez mieux que personne."

# One thing that you can decide on. Add others below: a setting (kind = "setting", desired = "off", and a
# [[control.route]] with url, path.en and label.en), an objection-form, a deletion.
[[control]]
id = "objection"
kind = "request"
# ai-training, ai-feature, third-party-sharing, advertising, personalisation, visibility, retention, human-review
purpose = "ai-training"
default = "unknown"
desired = "sent"
minutes = 10
title.en = "Object to the use of your data for AI"
title.fr = "S’opposer à l’utilisation de vos données pour l’IA"
about.en = "Nothing is known of a switch: write to the company. “w” on the card begins the letter."
about.fr = "Aucun réglage n’est connu : écrivez à l’entreprise. La touche « w » de la fiche commence la lettre."
covers.en = "What you ask the company to stop."
covers.fr = "Ce que vous demandez à l’entreprise de cesser."
does_not_cover.en = "What has been used already."
does_not_cover.fr = "Ce qui a déjà servi."
evidence = "unresolved"
doubt.en = "You added this yourself: no source says what the company does with your data."
doubt.fr = "Vous l’avez ajouté vous-même : aucune source ne dit ce que l’entreprise fait de vos données."
verified_on = {today}
review_after = {later}
# Where you read it: [[control.source]] with url, publisher and supports, instead of this line.
source = []
"""

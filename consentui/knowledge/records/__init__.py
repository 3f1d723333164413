"""The typed records for platforms and companies: the contributor's manual of `data/`.

A platform is one TOML file in `data/platforms/`, named after its id. Every key is documented here; any other key is an
error. Texts for people come in English and French side by side (`title.en`, `title.fr`), and in other languages if
somebody wrote them (`title.de`). Words that a platform prints on its screens are quoted in the languages that have a
source, and left out in the others.

There are thousands of records and none holds a cycle, so the garbage collector need not visit them (`gc=False`).
"""

from __future__ import annotations

from consentui.knowledge.records.companies import Contact, Controller, Controllers, Elsewhere
from consentui.knowledge.records.controls import Control, DefaultIn, FormerLabel, Revision, Route
from consentui.knowledge.records.downloads import Download, DownloadStatement, Meaning, Testimony
from consentui.knowledge.records.meanings import Meanings
from consentui.knowledge.records.platforms import Event, Menus, Pack, Platform, Tombstone
from consentui.knowledge.records.public import PublicKind, PublicSign
from consentui.knowledge.records.sources import Source, source_to_cite
from consentui.knowledge.records.texts import BUNDLED_IN, Printed, PrintedPath, Text
from consentui.knowledge.records.vocabulary import (
    PARTIAL_DATE_KEYS,
    AccountType,
    Category,
    ControlRef,
    CountryCode,
    Default,
    Desired,
    EventKind,
    Evidence,
    Host,
    HttpsUrl,
    Kind,
    LanguageCode,
    PartialDate,
    Purpose,
    Region,
    Slug,
    Supports,
    Surface,
)

__all__ = [
    "BUNDLED_IN",
    "PARTIAL_DATE_KEYS",
    "AccountType",
    "Category",
    "Contact",
    "Control",
    "ControlRef",
    "Controller",
    "Controllers",
    "CountryCode",
    "Default",
    "DefaultIn",
    "Desired",
    "Download",
    "DownloadStatement",
    "Elsewhere",
    "Event",
    "EventKind",
    "Evidence",
    "FormerLabel",
    "Host",
    "HttpsUrl",
    "Kind",
    "LanguageCode",
    "Meaning",
    "Meanings",
    "Menus",
    "Pack",
    "PartialDate",
    "Platform",
    "Printed",
    "PrintedPath",
    "PublicKind",
    "PublicSign",
    "Purpose",
    "Region",
    "Revision",
    "Route",
    "Slug",
    "Source",
    "Supports",
    "Surface",
    "Testimony",
    "Text",
    "Tombstone",
    "source_to_cite",
]

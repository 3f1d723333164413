"""Commands cite the person's own law, and no article of the GDPR where another law applies."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from consentui.i18n import Language
from consentui.requests.rights import Right
from tests.cli.conftest import Call
from tests.requests.letter_facts import LETTERS_IN

NAMES: dict[str, dict[Language, str]] = {
    "FR": {"en": "Art. ", "fr": "article ", "de": "Art. "},
    "GB": {"en": "UK GDPR", "fr": "RGPD britannique", "de": "UK-DSGVO"},
    "CH": {"en": "FADP", "fr": "LPD", "de": "DSG"},
    "US": {"en": "CCPA", "fr": "CCPA", "de": "CCPA"},
}
"""The words with which each law is cited, by country and language."""
THE_EUS = re.compile(r"(?<!UK )\bGDPR|\bRGPD\b(?! britannique)|(?<!UK-)\bDSGVO")
AN_ARTICLE = re.compile(r"\b(Art\.|[Aa]rticles?) ?(7|12|15|17|18|21|77)\b")
COUNTRIES = ("FR", "GB", "CH", "US", "BR", "JP")


def places(call: Call, references: list[str], tmp_path: Path) -> dict[str, str]:
    """The output of each command that names the right of a request, or a rule."""
    calendar = tmp_path / "days.ics"
    call("calendar", "-o", str(calendar), "--force")
    commands = [("request", "list"), ("due",), ("next",), ("history",)]
    said = {" ".join(one): call(*one) for one in commands}
    said |= {f"show {one}": call("request", "show", one) for one in references}
    shown = {name: " ".join((one.out + one.err).split()) for name, one in said.items()}
    return shown | ({"calendar": calendar.read_text().replace("\n ", "")} if calendar.exists() else {})


@pytest.mark.parametrize("words", LETTERS_IN)
@pytest.mark.parametrize("country", COUNTRIES)
def test_every_place_names_each_right_by_the_persons_own_law(
    call: Call, tmp_path: Path, country: str, words: Language
) -> None:
    for name, value in (("language", words), ("country", country), *((("region", "CA"),) if country == "US" else ())):
        assert call("config", "set", name, value).code == 0
    call("identity", "set", "--name", "Marie Lefèvre", "--email", "marie@mail.example")
    account = call("account", "add", "facebook", "--handle", "marie.l").out.strip()
    references = [call("request", "draft", account, "--right", one.value).out.strip() for one in Right]
    for one in references:
        call("request", "sent", one, "--how", "post", "--on", "2026-10-01")
    shown = places(call, references, tmp_path)
    for text in shown.values():
        if country != "FR":
            assert not THE_EUS.search(text)
        if country not in {"FR", "GB"}:
            assert not AN_ARTICLE.search(text)
    counted = {"due", "calendar"} if country in NAMES else set()
    for name in {"request list", *counted, *(f"show {one}" for one in references)}:
        assert NAMES.get(country, {}).get(words, "") in shown[name]


@pytest.mark.parametrize(
    ("country", "platform", "times"), [("US", "facebook", 1), ("US", "x", 0), ("FR", "facebook", 0)]
)
def test_a_letter_from_elsewhere_says_when_only_the_company_for_europe_is_known(
    call: Call, country: str, platform: str, times: int
) -> None:
    call("config", "set", "country", country)
    call("config", "set", "region", "CA" if country == "US" else "")
    call("identity", "set", "--name", "Marie Lefèvre", "--email", "marie@mail.example")
    account = call("account", "add", platform, "--handle", "marie").out.strip()
    reference = call("request", "draft", account, "--right", "erase").out.strip()
    assert call("letter", reference).err.count("is responsible for people in Europe") == times


@pytest.mark.parametrize("words", LETTERS_IN)
def test_from_brazil_no_letter_counts_the_month_of_another_law_and_no_complaint_invokes_it(
    call: Call, words: Language
) -> None:
    call("config", "set", "language", words)
    call("config", "set", "country", "BR")
    call("identity", "set", "--name", "Ana Silva", "--email", "ana@mail.example")
    account = call("account", "add", "x", "--handle", "ana").out.strip()
    reference = call("request", "draft", account, "--right", "access").out.strip()
    call("request", "sent", reference, "--how", "post", "--on", "2026-10-01")
    call("request", "received", reference, "--on", "2026-10-02")
    reminder = call("letter", reference, "--letter", "reminder")
    assert not re.search(r"one month|un mois|ein Monat|2026-10-17|17\.? (October|octobre|Oktober)", reminder.out)
    for refused in (("letter", reference, "--letter", "complaint"), ("request", "dossier", reference)):
        told = call(*refused)
        assert told.code == 2
        assert told.out == ""
        assert re.search("Brazil|Brésil|Brasilien", told.err)

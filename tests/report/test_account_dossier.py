"""The evidence on one account."""

from __future__ import annotations

from msgspec.structs import replace

from consentui.journal.entries import Entry
from consentui.knowledge.records import Platform
from consentui.report import markdown
from consentui.report.account_dossier import AccountDossier, build, document
from tests.builders import a_control, a_platform, a_revision, a_route, a_source, noted, recorded
from tests.report.test_model import DAY, report, view


def dossier(*entries: Entry, platform: Platform | None = None, requests: tuple[str, ...] = ()) -> AccountDossier:
    return build(report(*entries, platform=platform), view(*entries, platform=platform), requests)


def written(made: AccountDossier) -> str:
    return markdown.render(document(made))


def test_it_names_the_account_and_since_when_it_is_followed() -> None:
    assert written(dossier()).startswith("# Dossier: Chirp · @m…\n")
    assert "Followed since: 1 January 2026" in written(dossier())


def test_every_act_stands_in_the_timeline() -> None:
    made = dossier(recorded("not-found", 1), recorded("switched-off", 2))
    assert [(act.on, act.outcome) for act in made.timeline] == [(DAY, "not-found"), (DAY, "switched-off")]


def test_without_an_act_it_says_that_nothing_was_recorded() -> None:
    assert dossier().evidence == ()
    assert "Nothing was recorded yet." in written(dossier())


def test_a_control_that_was_only_noted_is_evidence_too() -> None:
    assert [one.line.labels_seen for one in dossier(noted("", seen="Let us train")).evidence] == [("Let us train",)]


def test_the_facts_are_told_with_their_sources_and_how_they_changed() -> None:
    control = a_control(
        source=(a_source(publisher="Chirp Help", url="https://chirp.example/help"),),
        revision=(a_revision(),),
        route=(a_route(),),
    )
    text = written(dossier(recorded("switched-off"), platform=a_platform(control)))
    assert "Chirp Help" in text
    assert "<https://chirp.example/help>" in text
    assert "Revised on" in text


def test_requests_of_the_account_are_named() -> None:
    assert "Requests: CU-2026-001" in written(dossier(requests=("CU-2026-001",)))


def test_an_account_on_an_unknown_platform_has_an_empty_dossier() -> None:
    unknown = report()
    unknown = replace(unknown, sections=(replace(unknown.sections[0], lines=()),))
    assert build(unknown, replace(view(), platform=None, items=()), ()).evidence == ()

"""The evidence on one account."""

from __future__ import annotations

from msgspec.structs import replace

from consentui.journal.entries import Entry
from consentui.knowledge.records import Platform
from consentui.report.formats import markdown
from consentui.report.kinds.dossier import AccountDossier, Sent, build, document
from tests.builders import a_control, a_platform, a_revision, a_route, a_source, noted, proof_added, recorded
from tests.report.kinds.test_accounts import DAY, report, view


def dossier(*entries: Entry, platform: Platform | None = None, requests: tuple[str, ...] = ()) -> AccountDossier:
    return build(report(*entries, platform=platform), view(*entries, platform=platform), requests)


def written(made: AccountDossier) -> str:
    return markdown.render(document(made))


def test_it_names_the_account_and_since_when_it_is_followed() -> None:
    assert written(dossier()).startswith("# Dossier: Chirp · @m…\n")
    assert "Tracked since: 1 January 2026" in written(dossier())


def test_every_act_stands_in_the_timeline() -> None:
    made = dossier(recorded("not-found", 1), recorded("switched-off", 2))
    assert [(act.on, act.outcome) for act in made.timeline] == [(DAY, "not-found"), (DAY, "switched-off")]


def test_without_an_act_it_says_that_nothing_was_recorded() -> None:
    assert dossier().evidence == ()
    assert "Nothing has been recorded yet." in written(dossier())


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
    text = written(dossier(requests=("CU-2026-001",)))
    assert "Requests: CU-2026-001" in text
    assert "are not in this report" not in text


def test_an_account_on_an_unknown_platform_has_an_empty_dossier() -> None:
    unknown = report()
    unknown = replace(unknown, sections=(replace(unknown.sections[0], lines=()),))
    assert build(unknown, replace(view(), platform=None, items=()), ()).evidence == ()


def sent(text: str) -> Sent:
    return Sent("CU-2026-001", DAY, "post", "Chirp Ltd", "Objection – CU-2026-001", "5f" * 32, text)


def test_texts_that_went_out_stand_in_it_word_for_word_where_names_are_full() -> None:
    made = build(report(names="full"), view(), ("CU-2026-001",), (sent("Dear Chirp,\n\nI object.\n\nMarie"),))
    assert "```\nDear Chirp,\n\nI object.\n\nMarie\n```" in written(made)
    assert "The texts name the person" not in written(made)


def test_where_names_are_masked_a_message_is_known_by_its_hash() -> None:
    made = written(build(report(), view(), ("CU-2026-001",), (sent(""),)))
    assert "The texts name the person" in made
    assert f"SHA-256: {'5f' * 32}" in made
    assert "Sent: 1 January 2026, letter by post" in made


def test_a_proof_is_named_with_its_whole_hash_even_where_nothing_else_was_done() -> None:
    proof = proof_added(1)
    made = written(dossier(proof))
    assert f"SHA-256 {proof.sha256}" in made
    assert "### Proofs" in made

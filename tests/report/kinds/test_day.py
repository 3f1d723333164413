"""The report of the day, in words."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from msgspec.structs import replace

from consentui.i18n import Language
from consentui.report.document import Chart
from consentui.report.formats import markdown
from consentui.report.kinds.accounts import Report
from consentui.report.kinds.day import document
from tests.builders import a_control, a_platform, a_text, an_account, an_event, decided, noted, proof_added, recorded
from tests.report.kinds.test_accounts import report

Speak = Callable[[Language], None]


def written(model: Report) -> str:
    """What a report says, as Markdown."""
    return markdown.render(document(model))


def test_a_report_begins_with_day_country_masking_and_progress() -> None:
    assert written(report()).startswith(
        "# Report on consent and objections\n"
        "\n"
        "As of 21 November 2026.\n"
        "\n"
        "Country of the person: France.\n"
        "\n"
        "Account names are masked: only their first letter is shown.\n"
        "\n"
        "1 item to settle across 1 account; it is not settled yet.\n"
        "\n"
        "## Chirp · @m…\n"
        "\n"
        "Account chirp-0001, tracked since 1 January 2026. 0 of 1 settled.\n"
    )


def test_an_unknown_country_is_not_spoken_of() -> None:
    assert "Country" not in written(report(country=""))


def test_full_names_are_not_said_to_be_masked() -> None:
    text = written(report(names="full"))
    assert "masked" not in text
    assert "## Chirp · @marie\\_l\n" in text


def test_an_account_without_a_handle_goes_by_its_platform() -> None:
    assert "## Chirp\n" in written(report(account=an_account(handle="")))


def part(text: str, title: str) -> str:
    """The first paragraph or list under a heading."""
    after = text.partition(f"### {title}\n\n")[2]
    return after.partition("\n\n")[0]


def test_what_was_done_is_told_with_every_attempt() -> None:
    entries = (
        recorded("not-found", 1, surface="ios"),
        recorded("switched-off", 2, surface="web", seen="Train", note="easy", said_by="check"),
        noted("a thought", 3, seen="Learn"),
    )
    assert part(written(report(*entries)), "Decided and done") == (
        "- **Training on your chirps**: settled, 1 January 2026\n"
        "  - Decision: refuse\n"
        "  - 1 January 2026, not found, iPhone app, said by you\n"
        "  - 1 January 2026, switched off, on the web, label seen: “Train”, note: easy, checked by consentui\n"
        "  - Label seen: “Learn”\n"
        "  - Note: a thought\n"
        "  - Facts: documented, checked on 2 October 2026"
    )


def test_what_is_allowed_is_told_as_a_decision() -> None:
    assert part(written(report(decided("allow"))), "Decided and done") == (
        "- **Training on your chirps**: allowed by you, 1 January 2026\n"
        "  - Decision: allow\n"
        "  - Facts: documented, checked on 2 October 2026"
    )


@pytest.mark.parametrize(
    ("word", "title"),
    [
        ("sent", "Waiting for an answer"),
        ("not-found", "Still open"),
        ("later", "Still open"),
        ("switched-off", "Decided and done"),
        ("not-offered", "Decided and done"),
    ],
)
def test_a_line_stands_under_what_became_of_it_and_nowhere_else(word: str, title: str) -> None:
    text = written(report(recorded(word, surface="web")))
    assert "**Training on your chirps**" in part(text, title)
    assert text.count("**Training on your chirps**") == 1
    assert text.count("\n### ") == 1


def test_what_was_never_touched_is_still_open() -> None:
    assert part(written(report()), "Still open") == (
        "- **Training on your chirps**: to do\n  - Facts: documented, checked on 2 October 2026"
    )


def test_what_is_to_be_looked_at_again_says_why() -> None:
    text = written(report(recorded("switched-off"), platform=a_platform(event=(an_event(),))))
    assert "  - Why again: The policy changed.\n" in part(text, "Still open")


def test_what_was_done_says_under_which_policy_and_what_came_into_force_since() -> None:
    old = an_event(date="2020-05-25", in_force=True, touches=())
    new = an_event(in_force=True, touches=(), what=a_text("Training is named."))
    text = written(report(recorded("switched-off"), platform=a_platform(event=(old, new))))
    assert "  - In force on that day: the policy or terms of 25 May 2020.\n" in text
    assert "  - Another since then, of 1 June 2026: Training is named.\n" in text


def test_optional_measures_are_listed_by_title() -> None:
    text = written(report(platform=a_platform(a_control(optional=True))))
    assert part(text, "Optional, not taken up") == "- Training on your chirps"
    assert "### Still open" not in text


def test_what_does_not_exist_is_listed_with_the_reason() -> None:
    abroad = a_control(id="abroad", title=a_text("Abroad"), regions=("US",))
    shops = a_control(id="shops", title=a_text("Shops"), account_types=("business",))
    text = written(report(platform=a_platform(a_control(), abroad, shops)))
    assert part(text, "Does not exist for this account") == (
        "- Abroad (not in this country)\n- Shops (not for this type of account)"
    )


def test_an_unknown_platform_is_said_to_be_unknown() -> None:
    made = report()
    text = written(replace(made, sections=(replace(made.sections[0], lines=(), controller=""),)))
    assert "This platform is not in the knowledge base of this program.\n" in text


def test_a_known_platform_with_nothing_for_this_account_is_not_called_unknown() -> None:
    shops = a_control(account_types=("business",))
    text = written(report(platform=a_platform(shops)))
    assert "knowledge base" not in text.partition("## Chirp")[2].partition("###")[0]
    assert "None of the known controls of this platform exists for this account, for the reasons below.\n" in text
    assert "Account chirp-0001, tracked since 1 January 2026.\n" in text
    assert "0 of 0" not in text
    assert part(text, "Does not exist for this account").endswith("(not for this type of account)")


def test_accounts_whose_masked_names_are_alike_have_headings_of_their_own() -> None:
    made = report()
    first = made.sections[0]
    text = written(replace(made, sections=(first, replace(first, account="chirp-0002"))))
    assert "\n## Chirp · @m… (chirp-0001)\n" in text
    assert "\n## Chirp · @m… (chirp-0002)\n" in text


def test_a_report_without_accounts_says_so() -> None:
    text = written(replace(report(), sections=(), settled=0, counted=0))
    assert "There is nothing to settle across no account.\n" in text
    assert text.endswith("Written by consentui 1.2.\n")


# Limits


def test_the_limits_of_the_report_end_it() -> None:
    limits = written(report()).partition("## Limits of this report\n\n")[2]
    assert limits.count("\n- ") + 1 == 5
    assert "each request has a dossier of its own" in limits
    assert "nobody else checked it" in limits
    assert "what a model has already learned stays in it" in limits
    assert "not legal advice" in limits
    assert limits.endswith("\n\nWritten by consentui 1.2.\n")


def test_old_facts_are_counted_among_the_limits_and_marked_where_they_stand() -> None:
    text = written(report(as_of=date(2027, 1, 2)))
    assert "- 1 item rests on facts that are overdue for checking.\n" in text
    assert "checked on 2 October 2026 (overdue for checking)\n" in text


def test_nothing_says_that_a_person_is_protected() -> None:
    assert "protected" not in written(report(recorded("switched-off"))).lower()


def test_the_report_comes_in_french(speak: Speak) -> None:
    speak("fr")
    text = written(report(recorded("switched-off", surface="web"), language="fr"))
    assert text.startswith("# ")
    assert "21 novembre 2026" in text
    assert "France" in text
    assert "**Entraînement sur vos pépiements**" in text
    english = ["Report on", "As of", "Limits of", "Decision", "settled", "Facts", "Account", "checked on", "said by"]
    assert [words for words in english if words in text] == []


def test_the_same_report_gives_the_same_text() -> None:
    assert written(report(recorded("sent"))) == written(report(recorded("sent")))


def test_a_proof_stands_with_its_kind_its_size_its_day_and_the_beginning_of_its_hash() -> None:
    text = written(report(recorded("switched-off", 1), proof_added(2)))
    proof = "  - Proof: accuse.eml, e-mail, 12 kB, attached on 1 January 2026, SHA-256 5f5f5f5f5f5f…\n"
    assert proof in part(text, "Decided and done") + "\n"


def test_items_known_from_the_person_alone_are_counted_among_the_limits() -> None:
    assert "1 item is known only from what the person said." in written(report(recorded("switched-off")))
    assert "known only" not in written(report())
    assert "known only" not in written(report(recorded("switched-off", said_by="check")))


def test_the_progress_of_several_accounts_is_a_chart() -> None:
    one = report()
    several = replace(one, sections=(one.sections[0], replace(one.sections[0], account="chirp-0002")))
    charts = [block for block in document(several).blocks if isinstance(block, Chart)]
    assert [[bar.name for bar in chart.bars] for chart in charts] == [
        ["Chirp · @m… (chirp-0001)", "Chirp · @m… (chirp-0002)"]
    ]
    assert not any(isinstance(block, Chart) for block in document(one).blocks)
    crowd = replace(one, sections=one.sections * 21)
    assert not any(isinstance(block, Chart) for block in document(crowd).blocks)

"""Reports in JSON, validated against their published schemas."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from msgspec import Struct

from consentui.checklist.items import excluded_from, items_of
from consentui.checklist.policy import Policy, PolicyRule, compared
from consentui.journal.fold import fold
from consentui.knowledge.changes import Change
from consentui.report.formats.json import render
from consentui.report.formats.schemas import PUBLISHED, Published, json_of
from consentui.report.kinds import board, changes, checklist, dossier, portfolio, register
from consentui.report.kinds.accounts import AccountView, Report, build
from tests.builders import (
    TODAY,
    a_control,
    a_controller,
    a_platform,
    a_revision,
    a_text,
    account_added,
    an_account,
    an_event,
    decided,
    noted,
    recorded,
)
from tests.journal.strategies import ACCOUNTS, handles, newest_about_controls, notes, numbered
from tests.report.formats.test_markdown import HOSTILE
from tests.report.kinds.test_accounts import report, view

DAY = next(published for published in PUBLISHED if published.kind == "day")


def faults(text: str, kind: Published = DAY) -> list[str]:
    """The errors of a report against the published schema, formats such as dates included."""
    schema = json.loads(kind.path.read_text(encoding="utf-8"))
    checked = Draft202012Validator(schema, format_checker=Draft202012Validator.FORMAT_CHECKER)
    return [error.message for error in checked.iter_errors(json.loads(text))]


def as_text(tree: dict[str, Any]) -> str:
    """A changed report as JSON text."""
    return json.dumps(tree)


FULL = report(
    recorded("not-found", 1, surface="ios", note="no menu"),
    decided("allow", 2, note="fine by me"),
    recorded("switched-off", 3, seen="Train", said_by="check"),
    noted("a thought", 4, seen="Learn"),
    platform=a_platform(a_control(), a_control(id="abroad", regions=("US",)), event=(an_event(),)),
)


@pytest.mark.parametrize("made", [report(), FULL, report(language="fr", names="full", country="")])
def test_a_report_keeps_to_its_schema(made: Report) -> None:
    assert faults(render(made)) == []


def test_a_report_without_accounts_keeps_to_its_schema() -> None:
    empty = build([], fold(()), as_of=TODAY, language="en", country="", names="masked", version="1")
    assert faults(render(empty)) == []


def test_a_report_on_an_unknown_platform_keeps_to_its_schema() -> None:
    view = AccountView(an_account(platform="gone"), None, (), ())
    made = build([view], fold(()), as_of=TODAY, language="en", country="", names="full", version="1")
    assert faults(render(made)) == []


@pytest.mark.parametrize("text", [*HOSTILE, '"}],"schema":1', "\\u0000", "</script>"])
def test_hostile_texts_stay_texts(text: str) -> None:
    platform = a_platform(a_control(title=a_text(text)), name=text)
    entries = (recorded("switched-off", 1, seen=text, note=text), noted(text, 2, seen=text))
    written = render(report(*entries, platform=platform, account=an_account(handle=text), names="full"))
    assert faults(written) == []
    section = json.loads(written)["sections"][0]
    assert section["platform_name"] == section["handle"] == section["lines"][0]["title"] == text


@st.composite
def reports(draw: st.DrawFn) -> Report:
    """Any report on two accounts with any entries about them."""
    written = draw(st.lists(newest_about_controls, max_size=8))
    ledger = fold(
        (
            account_added(0, account=ACCOUNTS[0], handle=draw(handles)),
            account_added(1, account=ACCOUNTS[1]),
            *(numbered(entry, number) for number, entry in enumerate(written, 2)),
        )
    )
    words = draw(notes)
    country = draw(st.sampled_from(["", "FR", "US"]))
    platform = a_platform(
        a_control(title=a_text(words, words)),
        a_control(id="sharing", purpose="third-party-sharing", optional=draw(st.booleans())),
        a_control(id="abroad", regions=("US",)),
        name=draw(handles) or "Chirp",
    )
    views = [
        AccountView(
            account,
            platform,
            items_of(account, platform, ledger, country, TODAY),
            excluded_from(account, platform, country),
            draw(st.sampled_from([None, a_controller(name=words)])),
        )
        for account in ledger.accounts.values()
    ]
    return build(
        views,
        ledger,
        as_of=TODAY,
        language=draw(st.sampled_from(["en", "fr"])),
        country=country,
        names=draw(st.sampled_from(["masked", "full"])),
        version="1.2",
    )


@given(made=reports())
def test_any_report_keeps_to_its_schema(made: Report) -> None:
    assert faults(render(made)) == []


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ({"schema": "consentui-report-2"}, "'consentui-report-1' was expected"),
        ({"as_of": "yesterday"}, "'yesterday' is not a 'date'"),
        ({"names": "all"}, "'all' is not one of ['full', 'masked']"),
        ({"more": 1}, "Additional properties are not allowed ('more' was unexpected)"),
    ],
)
def test_what_is_no_report_is_told_apart(change: dict[str, Any], fault: str) -> None:
    assert faults(as_text({**json.loads(render(FULL)), **change})) == [fault]


def test_a_report_from_which_something_is_missing_is_told_apart() -> None:
    tree = json.loads(render(FULL))
    del tree["sections"][0]["lines"][0]["standing"]
    assert faults(as_text(tree)) == ["'standing' is a required property"]


def test_the_schema_is_named_by_who_writes_the_report() -> None:
    assert json.loads(render(FULL, "consentui-other-3"))["schema"] == "consentui-other-3"
    assert json.loads(render(FULL))["schema"] == DAY.schema


# The other kinds


def other_kinds(text: str) -> list[Struct]:
    """A report of each other kind, with the text in every place that can hold a foreign one."""
    control = a_control(title=a_text(text), about=a_text(text), proof=a_text(text), revision=(a_revision(),))
    platform = a_platform(control, event=(an_event(what=a_text(text)),), name=text)
    acts = (recorded("not-found", 1, surface="web", seen=text, note=text), decided("allow", 2, note=text))
    open_, acted = view(platform=platform), view(*acts, platform=platform)
    day = report(*acts, platform=platform, account=an_account(handle=text), names="full")
    held = compared(Policy((PolicyRule("refuse"),)), open_.items)
    change = Change("2026-03", platform, a_text(text), (control.id,), "https://chirp.example/news")
    return [
        checklist.build([open_], as_of=TODAY, language="en", country="FR", names="full", version="1.2"),
        dossier.build(day, acted, ("CU-2026-001",)),
        portfolio.build({text: day, "other": report()}),
        changes.build(day, (change,), date(2025, 1, 1)),
        board.build([open_], held, as_of=TODAY, language="en", country="FR", names="full", version="1.2"),
        register.build([acted], None, as_of=TODAY, language="en", country="FR", names="full", version="1.2"),
    ]


@pytest.mark.parametrize("text", ["harmless", *HOSTILE])
def test_every_other_kind_keeps_to_its_schema_whatever_stands_in_it(text: str) -> None:
    kinds = {published.model: published for published in PUBLISHED}
    for model in other_kinds(text):
        written = json_of(model)
        assert faults(written, kinds[type(model)]) == []
        assert json.loads(written)["schema"] == kinds[type(model)].schema
        assert json.dumps(text)[1:-1] in json.dumps(json.loads(written))


def test_every_kind_has_a_schema_of_its_own() -> None:
    assert {type(model) for model in other_kinds("x")} == {one.model for one in PUBLISHED} - {Report}

"""The rows for a register of processing activities."""

from __future__ import annotations

from consentui.checklist.policy import Policy, PolicyRule
from consentui.report.formats import markdown, tables
from consentui.report.kinds.accounts import AccountView
from consentui.report.kinds.register import Register, build, document
from tests.builders import TODAY, a_control, a_platform, an_account, recorded
from tests.report.kinds.test_accounts import DAY, view

TWO = a_platform(a_control(), a_control(id="adverts", purpose="advertising"))


def account(number: int, client: str = "", owner: str = "", *outcomes: str) -> AccountView:
    name = f"chirp-{number:04d}"
    entries = [recorded(outcome, place, account=name) for place, outcome in enumerate(outcomes)]
    return view(*entries, platform=TWO, account=an_account(id=name, handle="@marie", client=client, owner=owner))


def register(*views: AccountView, policy: Policy | None = None) -> Register:
    return build(views, policy, as_of=TODAY, language="en", country="FR", names="full", version="1.2")


def test_a_row_is_what_a_platform_does_for_a_purpose_with_a_clients_accounts() -> None:
    made = register(account(1, "Dupont"), account(2, "Dupont"), account(3))
    assert [(one.client, one.purpose, one.accounts) for one in made.rows] == [
        ("", "advertising", 1),
        ("", "ai-training", 1),
        ("Dupont", "advertising", 2),
        ("Dupont", "ai-training", 2),
    ]


def test_a_row_counts_what_was_decided_and_says_when_and_by_whom_it_is_looked_after() -> None:
    made = register(account(1, "", "Zoé", "switched-off"), account(2, "", "Ana", "not-found"), account(3))
    row = next(one for one in made.rows if one.purpose == "ai-training")
    assert (row.refused, row.allowed, row.waiting, row.open) == (1, 0, 0, 2)
    assert (row.owners, row.last_act) == (("Ana", "Zoé"), DAY)


def test_a_row_says_what_the_policy_wants() -> None:
    policy = Policy((PolicyRule("refuse", client=("Dupont",)), PolicyRule("allow", purpose=("advertising",))))
    found = {
        (one.client, one.purpose): one.wanted for one in register(account(1, "Dupont"), account(2), policy=policy).rows
    }
    assert found == {
        ("", "advertising"): "allow",
        ("", "ai-training"): "",
        ("Dupont", "advertising"): "allow",
        ("Dupont", "ai-training"): "refuse",
    }


def test_a_row_says_what_is_against_the_policy_and_apart_from_it_what_nobody_looked_at() -> None:
    policy = Policy((PolicyRule("refuse", purpose=("ai-training",)),))
    views = (account(1, "", "", "not-found"), account(2), account(3))
    found = {one.purpose: (one.otherwise, one.to_look_at) for one in register(*views, policy=policy).rows}
    assert found == {"ai-training": (1, 2), "advertising": (None, None)}
    assert "| 1 deviates, 2 not looked at yet |" in markdown.render(document(register(*views, policy=policy)))
    assert "Against the policy" not in markdown.render(document(register(*views)))


def test_no_account_is_named() -> None:
    assert "marie" not in markdown.render(document(register(account(1))))


def test_several_people_stand_in_one_cell_of_the_table() -> None:
    columns, rows = tables.table_of(register(account(1, "", "Zoé"), account(2, "", "Ana")))
    assert rows[0][list(columns).index("owners")] == "Ana; Zoé"

"""The portfolio: many accounts at a glance."""

from __future__ import annotations

from msgspec.structs import replace

from consentui.report.document import Chart, Table
from consentui.report.formats import markdown
from consentui.report.kinds.accounts import Report
from consentui.report.kinds.portfolio import Share, build, document
from tests.builders import TODAY, an_account, recorded
from tests.report.kinds.test_accounts import DAY, report


def behind() -> Report:
    return report(account=an_account(id="chirp-0002", handle="@shop"))


def ahead() -> Report:
    return report(recorded("switched-off"))


def joined(*reports: Report) -> Report:
    """One report with the accounts of several."""
    return replace(
        reports[0],
        sections=tuple(section for one in reports for section in one.sections),
        settled=sum(one.settled for one in reports),
        counted=sum(one.counted for one in reports),
    )


def test_the_accounts_with_the_most_left_come_first() -> None:
    made = build({"default": joined(ahead(), behind())})
    assert [(one.account, one.left) for one in made.holdings] == [("chirp-0002", 1), ("chirp-0001", 0)]


def test_settled_items_are_counted_by_platform_and_in_all() -> None:
    made = build({"default": joined(ahead(), behind())})
    assert made.platforms == (Share("Chirp", accounts=2, settled=1, counted=2),)
    assert (made.settled, made.counted) == (1, 2)


def test_the_last_act_and_what_is_awaited_are_shown() -> None:
    (one,) = build({"default": report(recorded("sent", 1))}).holdings
    assert (one.waiting, one.left, one.last_act) == (1, 0, DAY)
    (untouched,) = build({"default": behind()}).holdings
    assert untouched.last_act is None


def test_clients_are_compared_where_there_are_several() -> None:
    made = build({"atelier": ahead(), "shop": behind()})
    assert made.clients == (Share("atelier", 1, 1, 1), Share("shop", 1, 0, 1))
    charts = [block for block in document(made).blocks if isinstance(block, Chart)]
    assert [chart.title for chart in charts] == ["Settled, by client", "Settled, by platform"]
    (table,) = [block for block in document(made).blocks if isinstance(block, Table)]
    assert table.columns[0] == "Client"
    assert [row[0] for row in table.rows] == ["shop", "atelier"]


def test_a_single_client_is_not_compared() -> None:
    (table,) = [block for block in document(build({"default": ahead()})).blocks if isinstance(block, Table)]
    assert table.columns[0] == "Account"
    assert "By client" not in markdown.render(document(build({"default": ahead()})))


def test_a_portfolio_without_accounts_can_be_written() -> None:
    made = build({"default": replace(report(), sections=(), settled=0, counted=0)})
    assert made.holdings == ()
    assert markdown.render(document(made)).startswith("# Portfolio\n")


def test_it_speaks_of_the_day_of_its_reports() -> None:
    assert build({"default": ahead()}).as_of == TODAY

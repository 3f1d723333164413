"""A report on 1,000 accounts of 12 controls in each format, compared with the same rows in bare jinja2 and typst.

Run as `python -m tests.benchmarks.reports ROUNDS` it prints the median milliseconds of each.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

from consentui.checklist.items import items_of
from consentui.export.formats import content_of
from consentui.export.models import Rendered, document_of
from consentui.journal.fold import fold
from consentui.report.formats import day_rows, markdown
from consentui.report.kinds.accounts import AccountView, Report, build
from tests.benchmarks.rounds import Measured, apart, in_turns, measured, milliseconds
from tests.benchmarks.table import Row
from tests.builders import TODAY, a_control, a_platform, account_added, an_account, recorded

ACCOUNTS = 1000
CONTROLS = 12
TEXTS: tuple[Rendered, ...] = ("markdown", "html", "csv", "json")
_FEW, _MOST = 100, 10_000
"""The number of accounts in the PDF report, and in the report that measures growth."""

_LINEAR = 2
"""For ten times the rows, the ratio allowed to ten times the time. More memory is slower, so it is not 1; quadratic
growth would be 10."""

_BARE = """\
<table>{% for row in rows %}
<tr>{% for cell in row %}<td>{{ cell }}</td>{% endfor %}</tr>{% endfor %}
</table>
"""


def report_on(accounts: int) -> Report:
    """A report on so many accounts of 12 controls each, half of which are settled."""
    controls = [a_control(id=f"control-{number}") for number in range(CONTROLS)]
    platform = a_platform(*controls)
    names = [f"chirp-{number:04d}" for number in range(accounts)]
    entries = [account_added(number, account=name, handle=f"@{name}") for number, name in enumerate(names)]
    acts = [
        recorded("switched-off", accounts + number, account=name, control=controls[number % CONTROLS].id)
        for number, name in enumerate(name for name in names for _half in range(CONTROLS // 2))
    ]
    ledger = fold((*entries, *acts))
    people = [an_account(id=name, handle=f"@{name}") for name in names]
    views = [AccountView(one, platform, items_of(one, platform, ledger, "FR", TODAY), ()) for one in people]
    return build(views, ledger, as_of=TODAY, language="en", country="FR", names="full", version="1.0")


def measure(rounds: int) -> dict[str, Measured]:
    """The milliseconds of each format and of the baselines, and of the text formats with the most accounts."""
    from jinja2 import Environment

    many, few = report_on(ACCOUNTS), report_on(_FEW)
    template = Environment(autoescape=True).from_string(_BARE)
    rows = list(day_rows.rows(many))
    measures: dict[str, Callable[[], object]] = {"jinja2": partial(template.render, rows=rows)}
    measures |= {name: partial(content_of, many, name) for name in TEXTS}
    measures |= {
        "pdf": partial(content_of, few, "pdf"),
        "typst": partial(bare_typst, markdown.render(document_of(few))),
    }
    most = report_on(_MOST)
    long = {f"{name}, most": partial(content_of, most, name) for name in TEXTS}
    return _timed(measures, rounds) | _timed(long, min(rounds, 2))


def _timed(jobs: Mapping[str, Callable[[], object]], rounds: int) -> dict[str, Measured]:
    return measured(in_turns({name: partial(milliseconds, job) for name, job in jobs.items()}, rounds))


def bare_typst(text: str) -> bytes:
    """The lines of a report set by typst alone, as tagged PDF/A like the program's own."""
    import typst

    marks = {"# ": "= ", "## ": "== ", "### ": "=== ", "- ": "- ", "  - ": "  - ", "": ""}
    lines = []
    for line in text.splitlines():
        mark = next(mark for mark in marks if line.startswith(mark))
        lines.append(marks[mark] + re.sub(r"([\\*_`#@$<>\[\]=~-])", r"\\\1", line.removeprefix(mark)))
    source = '#set document(title: "Report")\n' + "\n".join(lines)
    return typst.compile(source.encode(), format="pdf", pdf_standards=["ua-1", "a-2a"])


def rows(folder: Path, rounds: int) -> list[Row]:
    """Each text format compared with jinja2, ten times the accounts with ten times the time, and PDF with typst."""
    found = apart("tests.benchmarks.reports", folder / "reports", rounds)
    name = f"report on {ACCOUNTS:,} accounts"
    against = [Row(f"{name}, {one}", "bare jinja2", found[one], found["jinja2"], "ms", 2) for one in TEXTS]
    growth = [
        Row(
            f"report on {_MOST:,} accounts, {one}",
            "10 × 1,000",
            found[f"{one}, most"],
            found[one].times(10),
            "ms",
            _LINEAR,
        )
        for one in TEXTS
    ]
    pdf = Row(f"report on {_FEW} accounts, pdf", "bare typst", found["pdf"], found["typst"], "ms", 2)
    return [*against, *growth, pdf]


if __name__ == "__main__":
    print(json.dumps(measure(int(sys.argv[1]))))

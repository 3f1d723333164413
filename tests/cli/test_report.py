"""`consentui report`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Call


def test_the_report_goes_to_stdout_as_markdown_with_masked_names(call: Call, account: str) -> None:
    call("note", account, "grok-training", "signed in as Marie_L")
    said = call("report")
    assert (said.code, said.err) == (0, "")
    assert said.out.startswith("# Report on consent and objections\n")
    assert said.out.endswith(".\n")
    assert "## X · @m…\n" in said.out
    assert "marie" not in said.out.lower()


def test_names_are_shown_in_full_when_asked(call: Call, account: str) -> None:
    assert "## X · @marie\\_l\n" in call("report", "--names", "full").out


def test_the_report_as_json(call: Call, account: str) -> None:
    tree = call("report", "--format", "json").json
    assert (tree["schema"], tree["as_of"], tree["names"]) == ("consentui-report-1", "2026-11-21", "masked")
    assert [section["account"] for section in tree["sections"]] == [account]


@pytest.mark.parametrize("format_", ["markdown", "json"])
def test_the_same_day_gives_the_same_bytes(call: Call, account: str, format_: str) -> None:
    assert call("report", "--format", format_).out == call("report", "--format", format_).out


def test_the_report_may_be_on_some_accounts(call: Call, account: str) -> None:
    second, third = (call("account", "add", name).out.strip() for name in ("facebook", "meta"))
    tree = call("report", "--format", "json", "--account", third, "--account", "@marie_l").json
    assert [section["account"] for section in tree["sections"]] == [third, account]
    assert second not in json.dumps(tree)


def test_the_report_may_be_in_another_language_than_the_rest(call: Call, account: str, tmp_path: Path) -> None:
    said = call("report", "--in", "fr", "-o", str(tmp_path / "rapport.md"))
    assert "21 novembre 2026" in (tmp_path / "rapport.md").read_text(encoding="utf-8")
    assert said.err.startswith("Written: ")
    said = call("--language", "fr", "report", "--in", "en")
    assert "As of 21 November 2026." in said.out


def test_without_accounts_the_report_is_empty_but_whole(call: Call) -> None:
    said = call("report")
    assert said.code == 0
    assert "There is nothing to settle across no account." in said.out
    assert "## Limits of this report" in said.out


def test_a_dash_is_stdout(call: Call, account: str) -> None:
    assert call("report", "-o", "-").out == call("report").out


def test_a_report_is_written_to_a_file_and_not_over_one(call: Call, account: str, tmp_path: Path) -> None:
    path = tmp_path / "today.md"
    said = call("report", "--output", str(path))
    assert (said.code, said.out, said.err) == (0, "", f"Written: {path}\n")
    text = call("report").out
    assert path.read_text(encoding="utf-8") == text

    path.write_text("mine", encoding="utf-8")
    said = call("report", "--output", str(path))
    assert (said.code, said.out) == (2, "")
    assert "--force" in said.err
    assert path.read_text(encoding="utf-8") == "mine"

    assert call("report", "--output", str(path), "--force").code == 0
    assert path.read_text(encoding="utf-8") == text


def test_a_report_that_cannot_be_written_is_a_fault_of_storage(call: Call, account: str, tmp_path: Path) -> None:
    (tmp_path / "a file").write_text("mine", encoding="utf-8")
    said = call("report", "-o", str(tmp_path / "a file" / "today.md"))
    assert (said.code, said.out) == (3, "")
    assert said.err.startswith("The file could not be written.\n")


@pytest.mark.parametrize(
    "arguments",
    [("--account", "@nobody"), ("--format", "docx"), ("--names", "some"), ("--in", "es")],
)
def test_what_does_not_exist_is_refused(call: Call, account: str, arguments: tuple[str, str]) -> None:
    said = call("report", *arguments)
    assert (said.code, said.out) == (2, "")
    assert arguments[1] in said.err


# The kinds


def test_every_kind_is_a_word_away(call: Call, account: str) -> None:
    assert call("report", "--kind", "checklist").out.startswith("# Checklist\n")
    assert call("report", "--kind", "dossier", "--account", account).out.startswith("# Dossier: X")
    assert call("report", "--kind", "portfolio").out.startswith("# Portfolio\n")
    said = call("report", "--kind", "changes", "--since", "2024-01-01")
    assert said.out.startswith("# What changed since 1 January 2024\n")


def test_a_dossier_needs_to_know_what_it_is_about(call: Call, account: str) -> None:
    call("account", "add", "facebook")
    said = call("report", "--kind", "dossier")
    assert (said.code, said.out) == (2, "")
    assert "--account or --request" in said.err


def test_the_portfolio_of_every_client_has_them_all(call: Call, account: str) -> None:
    call("--profile", "shop", "--new", "account", "add", "x", "--handle", "@shop")
    tree = call("report", "--kind", "portfolio", "--client", "all", "--format", "json").json
    assert [client["name"] for client in tree["clients"]] == ["default", "shop"]
    assert call("report", "--kind", "portfolio", "--format", "json").json["clients"][0]["name"] == "default"


@pytest.mark.parametrize(
    ("arguments", "belongs"),
    [
        (("--since", "2024-01-01"), "changes"),
        (("--request", "CU-2026-001"), "dossier"),
        (("--client", "default"), "portfolio"),
    ],
)
def test_an_option_of_another_kind_is_refused(
    call: Call, account: str, arguments: tuple[str, str], belongs: str
) -> None:
    said = call("report", *arguments)
    assert (said.code, said.out) == (2, "")
    assert f"{arguments[0]} only works with --kind {belongs}" in said.err


def test_clients_and_accounts_do_not_go_together(call: Call, account: str) -> None:
    said = call("report", "--kind", "portfolio", "--client", "all", "--account", account)
    assert said.code == 2


def test_a_format_that_does_not_suit_the_kind_is_refused(call: Call, account: str) -> None:
    said = call("report", "--kind", "checklist", "--format", "consent-records")
    assert (said.code, said.out) == (2, "")
    assert "markdown, html, pdf, csv, json" in said.err


def test_a_zip_needs_a_file(call: Call, account: str, tmp_path: Path) -> None:
    dossier = ("report", "--kind", "dossier", "--account", account, "--format", "zip")
    assert call(*dossier).code == 2
    assert call(*dossier, "-o", str(tmp_path / "e.zip")).code == 0
    assert (tmp_path / "e.zip").read_bytes().startswith(b"PK")


def test_a_pdf_is_written_to_a_file(call: Call, account: str, tmp_path: Path) -> None:
    assert call("report", "--format", "pdf", "-o", str(tmp_path / "r.pdf")).code == 0
    assert (tmp_path / "r.pdf").read_bytes().startswith(b"%PDF-")


def test_the_cells_of_a_french_table_stand_between_semicolons_unless_told_otherwise(
    call: Call, account: str, tmp_path: Path
) -> None:
    assert call("report", "--format", "csv").out.startswith("\ufeffaccount,platform,")
    assert call("report", "--format", "csv", "--in", "fr").out.startswith("\ufeffaccount;platform;")
    said = call("report", "--format", "csv", "--in", "fr", "--separator", "tab", "-o", str(tmp_path / "x.csv"))
    assert said.code == 0
    assert (tmp_path / "x.csv").read_text("utf-8").startswith("\ufeffaccount\tplatform\t")
    assert call("report", "--format", "csv", "--separator", "comma", "--in", "fr").out.startswith("\ufeffaccount,")


def test_a_separator_belongs_to_a_table(call: Call, account: str) -> None:
    said = call("report", "--separator", "tab")
    assert (said.code, said.err) == (2, "--separator only works with --format csv.\n")

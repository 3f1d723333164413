"""Reports of every kind, made from a session, in every format that suits them."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from zipfile import ZipFile

import pytest
from msgspec.structs import replace

from consentui.errors import UsageError
from consentui.export import models
from consentui.export.formats import check_suits, content_of, preview_of, save_as
from consentui.export.models import (
    KINDS,
    SUFFIX,
    Format,
    Kind,
    Rendered,
    Wanted,
    document_of,
    model_of,
    suitable_formats,
)
from consentui.i18n import speaking
from consentui.journal.entries import Outcome
from consentui.profile.identity import Identity, keep_identity
from consentui.profile.policy import begin_policy
from consentui.profile.session import Session, open_session
from consentui.report.document import Document
from consentui.report.formats import markdown
from consentui.report.kinds.accounts import Report
from consentui.report.kinds.changes import Changes
from consentui.report.kinds.portfolio import Portfolio
from consentui.requests.rights import Right
from consentui.storage.saving import FileIsThereError


class GivenUpError(Exception):
    """Stands for a person who cancels the report."""


SUITED = [(kind, format_) for kind in KINDS for format_ in models.RENDERED if format_ in suitable_formats(Wanted(kind))]
TEXTS = [(kind, format_) for kind, format_ in SUITED if format_ != "pdf" and kind != "register"]
"""The text formats of the kinds that name accounts; the rows of a register name none."""


@pytest.fixture
def followed(session: Session) -> Session:
    """A session of a person in France with two accounts and one settled control."""
    session.preferences.config = replace(session.preferences.config, country="FR")
    account = session.accounts.add(session.knowledge.platform("x"), "@marie_l")
    session.accounts.add(session.knowledge.platform("facebook"), "Marie L")
    control = session.knowledge.control("x/grok-training")
    session.checklist.record(account, control, Outcome.SWITCHED_OFF, surface="web", note="as @marie_l, not Marie L")
    begin_policy(session.folders.policy, map(session.knowledge.platform, ("x", "facebook")))
    return session


def wanted(session: Session, kind: Kind, **more: object) -> Wanted:
    """The wish for a report of this kind; a dossier is on the first account, changes have a day with news since."""
    own: dict[Kind, dict[str, object]] = {
        "dossier": {"accounts": (session.accounts[0].id,)},
        "changes": {"since": date(2024, 1, 1)},
    }
    return Wanted(kind=kind, **{**own.get(kind, {}), **more})  # type: ignore[arg-type]


def day(session: Session, *accounts: str) -> Report:
    made = model_of(session, Wanted(accounts=accounts))
    assert isinstance(made, Report)
    return made


def test_a_report_is_of_today_by_this_program_in_the_persons_country(followed: Session) -> None:
    made = day(followed)
    assert (str(made.as_of), made.country, made.language, made.names) == ("2026-11-21", "FR", "en", "masked")
    assert made.version
    assert [section.platform for section in made.sections] == ["x", "facebook"]
    assert made.settled == 1


def test_a_report_may_be_on_some_accounts_only(followed: Session) -> None:
    made = day(followed, followed.accounts[1].id)
    assert [section.platform for section in made.sections] == ["facebook"]
    assert made.settled == 0


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_comes_in_the_language_spoken(followed: Session, kind: Kind) -> None:
    with speaking("fr"):
        made = document_of(model_of(followed, wanted(followed, kind)))
    assert made.language == "fr"
    assert "21 novembre 2026" in markdown.render(made)


def test_a_note_that_names_another_account_is_masked_too(followed: Session) -> None:
    assert "Marie L" not in markdown.render(document_of(day(followed)))
    assert "M…" in markdown.render(document_of(day(followed)))


def test_an_account_on_a_platform_that_is_not_known_is_in_the_report(followed: Session) -> None:
    stranger = replace(followed.accounts[0], id="gone-0001", platform="gone")
    followed.journal.ledger.accounts[stranger.id] = stranger
    section = day(followed, stranger.id).sections[0]
    assert (section.platform_name, section.lines, section.excluded) == ("gone", (), ())


def test_every_format_has_a_suffix() -> None:
    assert set(SUFFIX) == set(models.FORMATS)


@pytest.mark.parametrize(("kind", "format_"), TEXTS)
def test_the_handle_is_nowhere_in_a_masked_report_and_there_in_a_full_one(
    followed: Session, kind: Kind, format_: Rendered
) -> None:
    masked = content_of(model_of(followed, wanted(followed, kind)), format_)
    full = content_of(model_of(followed, wanted(followed, kind, names="full")), format_)
    assert b"marie" not in masked
    assert b"marie" in full


@pytest.mark.parametrize(("kind", "format_"), SUITED)
def test_the_same_day_gives_the_same_bytes(followed: Session, kind: Kind, format_: Rendered) -> None:
    made = {content_of(model_of(followed, wanted(followed, kind)), format_) for _time in range(2)}
    assert len(made) == 1


@pytest.mark.parametrize(("kind", "format_"), SUITED)
def test_what_will_be_written_can_be_read_before(followed: Session, kind: Kind, format_: Rendered) -> None:
    asked = wanted(followed, kind)
    model = model_of(followed, asked)
    preview = preview_of(followed, asked, model, format_)
    if format_ in {"markdown", "html", "pdf"}:
        assert preview.document == document_of(model)
    else:
        assert preview.text.encode() == content_of(model, format_)


def test_how_far_it_is_is_told_account_by_account(followed: Session) -> None:
    heard = list[tuple[int, int]]()
    model_of(followed, Wanted(), lambda done, whole: heard.append((done, whole)))
    assert heard == [(0, 2), (1, 2), (2, 2)]


def test_whoever_listens_can_stop_it(followed: Session) -> None:
    def stop(_done: int, _whole: int) -> None:
        raise GivenUpError

    with pytest.raises(GivenUpError):
        model_of(followed, Wanted(), stop)


# The kinds


def test_a_dossier_is_about_one_account(followed: Session) -> None:
    with pytest.raises(UsageError, match="one account or one request"):
        model_of(followed, Wanted(kind="dossier"))


def test_a_dossier_may_be_about_a_request(followed: Session) -> None:
    keep_identity(followed.folders.identity, Identity("Marie Lefèvre", email="marie@example.org"))
    case = followed.requests.draft(followed.accounts[0], Right.ACCESS, "fr", None)
    asked = Wanted(kind="dossier", request=case.reference)
    made = model_of(followed, asked)
    assert isinstance(made, Document)
    assert made.language == "fr"
    assert suitable_formats(asked) == ("markdown", "html", "pdf", "zip")
    assert case.reference in document_of(model_of(followed, wanted(followed, "dossier"))).blocks.__repr__()


def test_changes_begin_with_the_day_that_is_told(followed: Session) -> None:
    made = model_of(followed, Wanted(kind="changes", since=date(2024, 1, 1)))
    assert isinstance(made, Changes)
    assert made.since == date(2024, 1, 1)
    assert {one.platform for one in made.happenings} == {"x", "facebook"}
    assert [act.control for act in made.acts] == ["grok-training"]


def test_a_portfolio_may_hold_several_clients(followed: Session) -> None:
    shop = open_session("shop")
    shop.accounts.add(shop.knowledge.platform("x"), "@shop")
    made = model_of(followed, Wanted(kind="portfolio", clients=("default", "shop")))
    assert isinstance(made, Portfolio)
    assert [(share.name, share.accounts) for share in made.clients] == [("default", 2), ("shop", 1)]


def test_a_portfolio_says_who_is_responsible_by_when_and_what_is_against_the_policy(followed: Session) -> None:
    account = followed.accounts.edit(followed.accounts[1], owner="Zoé")
    followed.accounts.set_due((account,), date(2026, 12, 24))
    made = model_of(followed, Wanted(kind="portfolio"))
    assert isinstance(made, Portfolio)
    found = {one.platform: (one.owner, one.due, one.to_look_at) for one in made.holdings}
    assert {one.deviations for one in made.holdings} == {0}
    assert found["facebook"][:2] == ("Zoé", date(2026, 12, 24))
    assert found["facebook"][2]
    table = markdown.render(document_of(made))
    assert "| Responsible | By | Against the policy |" in table


def test_a_portfolio_is_held_against_the_last_one_that_was_written(followed: Session, tmp_path: Path) -> None:
    asked = Wanted(kind="portfolio")
    first = model_of(followed, asked)
    assert isinstance(first, Portfolio)
    assert (first.before, first.clients[0].more) == (None, None)
    save_as(followed, asked, first, "csv", tmp_path / "first.csv")
    followed.checklist.record(
        followed.accounts[0], followed.knowledge.control("x/grok-personalisation"), Outcome.SWITCHED_OFF
    )
    second = model_of(followed, asked)
    assert isinstance(second, Portfolio)
    assert (second.before, second.clients[0].more) == (date(2026, 11, 21), 1)
    assert "Since the last portfolio, of 21 November 2026: +1 settled." in markdown.render(document_of(second))


def test_there_is_no_page_for_the_board_without_a_policy(session: Session) -> None:
    with pytest.raises(UsageError, match="no policy"):
        model_of(session, Wanted(kind="board"))


@pytest.mark.parametrize("kind", KINDS)
def test_a_format_that_does_not_suit_is_refused_with_those_that_do(kind: Kind) -> None:
    for format_ in set(models.FORMATS) - set(suitable_formats(Wanted(kind))):
        with pytest.raises(UsageError, match=format_) as caught:
            check_suits(Wanted(kind), format_)
        assert "markdown" in caught.value.way_out


# The file


def test_a_zip_has_all_the_evidence_and_says_so_before(followed: Session, tmp_path: Path) -> None:
    asked = wanted(followed, "dossier")
    model = model_of(followed, asked)
    save_as(followed, asked, model, "zip", tmp_path / "e.zip")
    with ZipFile(tmp_path / "e.zip") as archive:
        assert set(archive.namelist()) == {"README.txt", "SHA256SUMS", "dossier.html", "dossier.md", "dossier.pdf"}
        assert archive.read("dossier.md") == content_of(model, "markdown")
    assert preview_of(followed, asked, model, "zip").files[:2] == ("dossier.md", "dossier.html")


def test_what_is_given_up_leaves_no_file(followed: Session, tmp_path: Path) -> None:
    def stop(_done: int, _whole: int) -> None:
        raise GivenUpError

    asked = wanted(followed, "dossier")
    model = model_of(followed, asked)
    formats: tuple[Format, ...] = ("markdown", "pdf", "zip")
    for format_ in formats:
        with pytest.raises(GivenUpError):
            save_as(followed, asked, model, format_, tmp_path / "given-up", progress=stop)
    assert list(tmp_path.glob("*given-up*")) == []


@pytest.mark.parametrize("format_", ["html", "zip"])
def test_a_file_that_is_there_is_not_replaced_unasked(followed: Session, tmp_path: Path, format_: Format) -> None:
    asked = wanted(followed, "dossier")
    model = model_of(followed, asked)
    (tmp_path / "mine").write_text("mine")
    with pytest.raises(FileIsThereError):
        save_as(followed, asked, model, format_, tmp_path / "mine")
    assert (tmp_path / "mine").read_text() == "mine"
    save_as(followed, asked, model, format_, tmp_path / "mine", replace=True)
    assert (tmp_path / "mine").read_bytes() != b"mine"

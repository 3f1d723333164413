"""The requests of a profile: drafts, frozen texts, possible days, the competent authority, where a letter goes."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from hashlib import sha256
from pathlib import Path

import pytest
from msgspec.structs import replace

from consentui.errors import StorageError, UsageError
from consentui.journal.entries import RequestSent
from consentui.profile.preferences import write_setting
from consentui.profile.session import Session, open_session
from consentui.profile.texts import altered_texts
from consentui.requests.cases import Case
from consentui.requests.letters.doors import door, doors
from consentui.requests.letters.facts import Person
from consentui.requests.letters.kinds import Kind
from consentui.requests.letters.letters import Letter, letter
from consentui.requests.letters.said import Said
from consentui.requests.rights import Regime, Right
from consentui.requests.status import Status
from consentui.storage.places import profile_folders
from tests.requests.letter_facts import NASTY

TODAY = date(2026, 11, 21)
MARIE = Person("Marie Lefèvre", "12 rue des Lilas\n31000 Toulouse", "marie@example.org")


def begun(session: Session, right: Right = Right.OBJECT_TRAINING) -> Case:
    """A draft on a new account on Facebook, about its objection form."""
    account = session.accounts.add(session.knowledge.platform("facebook"), "marie.l")
    return session.requests.draft(account, right, "en", session.accounts.control(account, "ai-objection"))


def words(session: Session, case: Case, kind: Kind = Kind.OBJECT_TRAINING) -> Letter:
    return letter(kind, session.facts.of(case, MARIE, "post"), case.opened.language)


def sent(session: Session, case: Case, kind: Kind = Kind.OBJECT_TRAINING, on: date = TODAY) -> RequestSent:
    return session.requests.record_sent(case, kind, words(session, case, kind), "post", "Dublin", on)


def here(country: str) -> Session:
    write_setting(profile_folders().config_file, "country", country)
    return open_session()


def test_a_draft_has_the_next_reference_and_nothing_is_due(session: Session) -> None:
    case = begun(session)
    assert case.reference == "CU-2026-001"
    assert begun(session).reference == "CU-2026-002"
    assert session.requests.due_of(case) is None
    assert session.requests.status_of(case) is Status.DRAFT
    assert [one.reference for one in open_session().requests.cases()] == ["CU-2026-001", "CU-2026-002"]


def test_a_reference_that_was_taken_back_is_not_given_again(session: Session) -> None:
    first = begun(session)
    session.texts.keep_said(first.reference, Said(grounds=("I was stalked.",)))
    session.journal.undo()
    assert session.requests.cases() == ()
    again = session.requests.draft(session.accounts[0], Right.ACCESS, "en", None)
    assert again.reference == "CU-2026-002"
    assert session.texts.said(again.reference) == Said()


def test_no_request_is_begun_with_a_company_that_is_not_known(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    session.accounts.add(session.knowledge.platform("x"))
    platform = session.knowledge.platform("x")
    monkeypatch.setattr(session.knowledge, "platform", lambda _name: replace(platform, controller="nobody"))
    with pytest.raises(UsageError, match="The company “nobody” is not in the knowledge base"):
        session.requests.draft(session.accounts[0], Right.ACCESS, "en", None)
    assert session.requests.cases() == ()


@pytest.mark.parametrize("word", ["CU-2026-001", "cu-2026-001", "1", "001"])
def test_a_request_is_found_by_its_reference_or_its_number_of_this_year(session: Session, word: str) -> None:
    begun(session)
    assert session.requests.called(word).reference == "CU-2026-001"


@pytest.mark.parametrize(
    ("word", "way_out"),
    [("CU-2026-002", "Did you mean “CU-2026-001”?"), ("zzz", "“consentui request list” shows them all")],
)
def test_an_unknown_reference_is_refused_with_the_nearest(session: Session, word: str, way_out: str) -> None:
    begun(session)
    with pytest.raises(UsageError, match=f"There is no request called “{word}”") as refused:
        session.requests.called(word)
    assert way_out in refused.value.way_out


def test_what_was_sent_is_frozen_word_for_word_and_named_in_the_journal(session: Session) -> None:
    case = begun(session)
    text = words(session, case)
    entry = sent(session, case)
    path = session.folders.data / entry.file
    content = path.read_bytes()
    assert content.decode() == f"{text.subject}\n\n{text.body}"
    assert sha256(content).hexdigest() == entry.sha256
    assert path.stat().st_mode & 0o777 == 0o600
    assert entry in open_session().journal.entries


def test_a_frozen_text_is_never_replaced_though_others_are_lost(session: Session) -> None:
    case = begun(session)
    first, second = sent(session, case), sent(session, case)
    (session.folders.data / first.file).unlink()
    third = sent(session, case)
    assert len({first.file, second.file, third.file}) == 3
    assert (session.folders.data / second.file).exists()


def test_a_text_takes_a_free_place_beside_whatever_lies_there(session: Session) -> None:
    case = begun(session)
    folder = session.folders.requests / case.reference
    folder.mkdir(parents=True)
    for name in ("01x-object-training.txt", "007-notes.txt", "8-short.txt", "grounds.text", "9" * 30 + "-long.txt"):
        (folder / name).touch()
    assert sent(session, case).file == f"requests/{case.reference}/08-object-training.txt"


def test_nothing_is_written_about_a_request_that_another_program_took_back(session: Session, tmp_path: Path) -> None:
    case = begun(session)
    (tmp_path / "proof").write_bytes(b"proof")
    other = open_session()
    other.journal.undo()
    acts: list[Callable[[], object]] = [
        lambda: sent(session, case),
        lambda: session.requests.record_received(case, date(2026, 11, 21)),
        lambda: session.requests.record_answer(case, "refused", date(2026, 11, 21)),
        lambda: session.requests.record_closed(case, date(2026, 11, 21), satisfied=True),
        lambda: session.proofs.attach_to_request(case, tmp_path / "proof"),
    ]
    for act in acts:
        with pytest.raises(UsageError, match="There is no request called"):
            act()
    assert list(open_session().journal.entries) == list(other.journal.entries)
    assert not session.folders.requests.exists()
    assert not session.folders.proofs.exists()


def test_a_folder_that_no_entry_names_keeps_its_reference_and_its_grounds(session: Session) -> None:
    case = begun(session)
    session.texts.keep_said(case.reference, Said(grounds=("Mine, for one company alone.",)))
    session.folders.journal.unlink()
    again = open_session()
    other = begun(again)
    assert other.reference == "CU-2026-002"
    assert again.texts.said(other.reference).grounds == ()


def test_undoing_what_was_sent_keeps_its_text_and_brings_the_draft_back(session: Session) -> None:
    case = begun(session)
    entry = sent(session, case)
    assert session.journal.undo() == entry
    assert session.requests.status_of(session.requests.called("1")) is Status.DRAFT
    assert (session.folders.data / entry.file).exists()
    assert sent(session, case).file != entry.file


def test_a_text_that_cannot_be_kept_is_not_said_to_be_sent(session: Session) -> None:
    case = begun(session)
    session.folders.requests.write_text("in the way")
    with pytest.raises(StorageError, match="The text could not be saved"):
        sent(session, case)
    assert session.requests.called("1").messages == ()


def test_texts_that_are_missing_or_altered_are_found(session: Session) -> None:
    case = begun(session)
    whole, altered, missing = sent(session, case), sent(session, case), sent(session, case)
    data = session.folders.data
    assert altered_texts(data, (whole, altered, missing)) == ()
    with (data / altered.file).open("a") as file:
        file.write(" ")
    (data / missing.file).unlink()
    assert altered_texts(data, (whole, altered, missing)) == (data / altered.file, data / missing.file)


def test_what_has_not_come_yet_is_not_written_down(session: Session) -> None:
    case, tomorrow = begun(session), date(2026, 11, 22)
    with pytest.raises(UsageError, match="22 November 2026 is in the future"):
        sent(session, case, on=tomorrow)
    assert not session.folders.requests.exists()
    with pytest.raises(UsageError, match="is in the future"):
        session.requests.record_received(case, tomorrow)
    with pytest.raises(UsageError, match="is in the future"):
        session.requests.record_answer(case, "granted", tomorrow)
    with pytest.raises(UsageError, match="is in the future"):
        session.requests.record_closed(case, tomorrow, satisfied=True)


def test_nothing_follows_a_request_before_it_went_out(session: Session) -> None:
    sent(session, begun(session))
    case, before = session.requests.called("1"), date(2026, 11, 20)
    with pytest.raises(UsageError, match="20 November 2026 is before the request was sent, on 21 November 2026"):
        session.requests.record_received(case, before)
    with pytest.raises(UsageError, match="before the request was sent"):
        sent(session, case, Kind.REMINDER, before)
    assert sent(session, case, on=before).on == before  # the request may have been sent earlier, another way


@pytest.mark.parametrize(
    ("country", "regime", "due"),
    [
        ("FR", Regime.EU, "2026-12-21"),
        ("NO", Regime.EU, "2026-12-21"),
        ("GB", Regime.UK, "2026-12-21"),
        ("CH", Regime.CH, "2026-12-21"),
        ("BR", Regime.BR, "2026-12-06"),
        ("", Regime.EU, "2026-12-21"),
    ],
)
def test_the_law_of_the_persons_country_counts_the_time(country: str, regime: Regime, due: str) -> None:
    session = here(country)
    case = _sent(session)
    assert session.requests.jurisdiction_of(case).regime is regime
    session.requests.record_received(case, TODAY)
    found = session.requests.due_of(session.requests.called("1"))
    assert found is not None
    assert found.due.isoformat() == due


def test_a_letter_of_which_nothing_shows_when_it_came_is_given_days_to_come() -> None:
    session = here("FR")
    found = session.requests.due_of(_sent(session))
    assert found is not None
    assert (found.is_assumed, found.due.isoformat()) == (True, "2027-01-04")  # from 1 December; 1 to 3 January are off


@pytest.mark.parametrize("country", ["JP", "US"])
def test_where_no_law_is_known_no_date_is_given(country: str) -> None:
    session = here(country)
    assert session.requests.due_of(_sent(session)) is None


def test_what_a_request_rests_on_is_settled_when_it_goes_out_and_moving_changes_none_of_it() -> None:
    before = here("FR")
    case = _sent(before)
    entry = case.request
    assert entry is not None
    assert (entry.country, entry.law, entry.company, entry.seat) == ("FR", "eu", "Meta Platforms Ireland Limited", "IE")
    assert entry.address.endswith("Ireland")
    due = before.requests.due_of(case)
    after = here("GB")
    case = after.requests.called("1")
    assert after.requests.due_of(case) == due
    facts = after.facts.of(case, MARIE)
    assert facts.regime is Regime.EU
    assert facts.authority is not None
    assert facts.authority.short == "CNIL"
    assert after.requests.jurisdiction_of(begun(after)).regime is Regime.UK


def test_where_no_law_was_known_moving_gives_none_and_what_is_sent_again_settles_nothing_else() -> None:
    _sent(here("JP"))
    after = here("FR")
    case = after.requests.called("1")
    assert after.requests.due_of(case) is None
    again = sent(after, case)
    assert (again.country, again.law) == ("JP", "none")


def test_the_company_of_the_persons_country_is_written_to_and_stays_the_one_it_was() -> None:
    before = here("GB")
    account = before.accounts.add(before.knowledge.platform("linkedin"), "marie")
    case = before.requests.draft(account, Right.ACCESS, "en", None)
    assert before.requests.company_of(case) == "LinkedIn Corporation"
    entry = sent(before, case, Kind.ACCESS)
    assert (entry.company, entry.seat, entry.law) == ("LinkedIn Corporation", "US", "uk")
    after = here("FR")
    assert after.requests.controller_of(after.requests.called("1")).name == "LinkedIn Corporation"
    again = after.requests.draft(account, Right.ERASE, "en", None)
    assert after.requests.company_of(again) == "LinkedIn Ireland Unlimited Company"


def test_only_the_request_settles_what_it_rests_on() -> None:
    session = here("FR")
    assert sent(session, _sent(session), Kind.REMINDER).law == ""


def test_the_company_keeps_the_name_under_which_it_was_written_to(monkeypatch: pytest.MonkeyPatch) -> None:
    session = here("FR")
    case = _sent(session)
    known = session.requests.controller_of(case)
    elsewhere = replace(known.contact, address="Meta Tomorrow Ltd\n1 New Street\nDublin 1")
    tomorrow = replace(known, name="Meta Tomorrow Ltd", contact=elsewhere)
    monkeypatch.setattr(session.knowledge, "controller", lambda _name: tomorrow)
    assert session.requests.controller_of(case).name == "Meta Platforms Ireland Limited"
    assert session.requests.controller_of(case).contact.address == known.contact.address
    assert session.requests.company_of(case) == "Meta Platforms Ireland Limited"
    assert session.requests.controller_of(begun(session)).name == "Meta Tomorrow Ltd"


def test_a_company_that_moved_is_written_to_where_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    session = here("FR")
    case = _sent(session)
    known = session.requests.controller_of(case)
    moved = replace(known, contact=replace(known.contact, address=f"{known.name}\n1 New Street\nDublin 1"))
    monkeypatch.setattr(session.knowledge, "controller", lambda _name: moved)
    assert session.requests.controller_of(case).contact.address == moved.contact.address


def _sent(session: Session) -> Case:
    sent(session, begun(session))
    return session.requests.called("1")


@pytest.mark.parametrize(
    ("country", "region", "short", "led"),
    [
        ("FR", "", "CNIL", True),
        ("GB", "", "ICO", False),
        ("CH", "", "FDPIC (EDÖB / PFPDT)", False),
        ("DE", "HH", "HmbBfDI", True),
    ],
)
def test_the_complaint_goes_to_the_persons_own_authority_which_only_the_gdpr_gives_a_lead(
    country: str, region: str, short: str, *, led: bool
) -> None:
    session = here(country)
    facts = session.facts.of(begun(session), MARIE, "form", region=region)
    assert facts.authority is not None
    assert facts.authority.short == short
    assert (facts.lead and facts.lead.country) == ("IE" if led else None)


def test_in_germany_the_land_must_be_said() -> None:
    session = here("DE")
    facts = session.facts.of(begun(session), MARIE, "form")
    assert facts.authority is None
    assert door(Kind.COMPLAINT, facts).to == ""


def test_a_letter_goes_where_its_channel_leads() -> None:
    session = here("FR")
    case = begun(session)
    by_form, by_post = (session.facts.of(case, MARIE, how) for how in ("form", "post"))
    assert door(Kind.OBJECT_TRAINING, by_form).to.startswith("https://www.facebook.com/help/contact/")
    assert door(Kind.OBJECT_TRAINING, by_post).to.startswith("Meta Platforms Ireland Limited, ")
    assert door(Kind.COMPLAINT, by_form).to == "https://www.cnil.fr/fr/plaintes"


def test_hostile_text_is_made_inert_before_it_is_kept(session: Session) -> None:
    case = begun(session)
    session.texts.keep_said(case.reference, Said(grounds=(NASTY, "  ", "second")))
    kept = session.texts.said(case.reference).grounds
    assert len(kept) == 2
    entry = session.requests.record_sent(
        case, Kind.ACCESS, words(session, case, Kind.ACCESS), "post", NASTY, TODAY, proof=NASTY
    )
    session.requests.record_answer(case, "canned", TODAY, note=NASTY, proof=NASTY)
    journal = session.folders.journal.read_text(encoding="utf-8")
    for text in (*kept, entry.to, entry.proof, journal):
        assert not set(text) & {"\x1b", "\x07", "\u202e", "\r"}
    assert "\n" not in entry.to
    assert open_session().journal.entries[-1] == session.journal.entries[-1]


def test_moving_leads_no_letter_of_a_request_that_went_out_to_another_door() -> None:
    before = here("FR")
    account = before.accounts.add(before.knowledge.platform("grok"), "marie")
    case = before.requests.draft(
        account, Right.OBJECT_TRAINING, "en", before.accounts.control(account, "privacy-portal")
    )
    sent(before, case)
    doors = [
        route.address for one in before.facts.of(before.requests.called("1"), MARIE).concerned for route in one.route
    ]
    after = here("GB")
    case = after.requests.called("1")
    assert [route.address for one in after.facts.of(case, MARIE).concerned for route in one.route] == doors


@pytest.mark.parametrize(("country", "told"), [("FR", True), ("GB", False), ("CH", False)])
def test_proceedings_under_the_law_of_the_union_stand_only_where_it_applies(
    monkeypatch: pytest.MonkeyPatch, country: str, *, told: bool
) -> None:
    session = here(country)
    platform = session.knowledge.platform("x")
    official = replace(platform, event=tuple(replace(one, primary=True) for one in platform.event))
    monkeypatch.setattr(session.knowledge, "platform", lambda _name: official)
    account = session.accounts.add(official, "marie")
    control = session.accounts.control(account, "grok-training")
    case = session.requests.draft(account, Right.OBJECT_TRAINING, "en", control)
    assert bool(session.facts.of(case, MARIE).proceedings) is told


def test_what_is_asked_of_an_authority_goes_to_its_form_for_complaints_last() -> None:
    session = here("GB")
    facts = session.facts.of(begun(session), MARIE)
    assert [one.how for one in doors(Kind.COMPLAINT, facts)] == ["form", "email", "post"]
    assert [one.how for one in doors(Kind.ASK_AUTHORITY, facts)] == ["email", "post", "form"]


def test_a_letter_about_a_complaint_speaks_to_the_authority_and_is_kept_as_what_it_is() -> None:
    session = here("FR")
    case = _sent(session)
    sent(session, case, Kind.COMPLAINT)
    session.requests.record_authority(case, "acknowledged", TODAY, case_number="24-001")
    drafted = letter(Kind.ASK_AUTHORITY, session.facts.of(session.requests.called("1"), MARIE), "fr")
    assert "Commission nationale de l’informatique et des libertés" in drafted.body
    assert "24-001" in drafted.text
    entry = session.requests.record_sent(case, Kind.ASK_AUTHORITY, drafted, "email", "cnil@cnil.example", TODAY)
    assert (entry.message, entry.letter) == ("authority-letter", "ask-authority")
    assert session.requests.status_of(session.requests.called("1")) is Status.AUTHORITY_ASKED

"""`consentui declare`: the change is shown, agreed to, made on a stub server, and read back."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from consentui.profile import declaring
from consentui.profile.session import open_session
from consentui.storage.places import profile_folders
from tests.cli.conftest import Call
from tests.cli.test_credential import Drawer, drawer
from tests.profile.pds import APP_PASSWORD, DID, MAIN_PASSWORD, Pds, running_pds

__all__ = ["drawer"]
YES = "y\ny\ny\n"
"""Yes to asking the resolver and the directory, to asking the server of the records, and to the change."""


@pytest.fixture(autouse=True)
def _pds(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    with running_pds() as network:
        monkeypatch.setattr(declaring, "Network", lambda: network)
        yield


@pytest.fixture
def bluesky(call: Call, drawer: Drawer) -> str:
    call("config", "set", "country", "FR")
    account = call("account", "add", "bluesky", "--handle", "@marie.example").out.strip()
    drawer.entries["consentui", f"default/{account}/token"] = APP_PASSWORD
    return account


def test_the_change_is_shown_made_and_read_again(call: Call, bluesky: str) -> None:
    Pds.records = {"app.bsky.actor.profile": {"displayName": "Marie"}}
    found = call("declare", bluesky, "logged-out-visibility", typed=YES)
    assert found.code == 0
    assert f"and change app.bsky.actor.profile of {DID} there, for anyone to read:" in found.err
    after = '{"$type":"com.atproto.label.defs#selfLabels","values":[{"val":"!no-unauthenticated"}]}'
    assert f"labels: –  →  {after}" in found.err
    assert found.rows[1][:2] == ["  logged-out-visibility", "shows on"]
    assert Pds.records["app.bsky.actor.profile"]["displayName"] == "Marie"
    assert Pds.called == ["server.createSession", "repo.putRecord", "server.deleteSession"]
    assert "settled" in call("status").out


@pytest.mark.parametrize("control", ["hide-from-recommendations", "ai-intent"])
def test_a_record_that_was_not_there_is_begun(call: Call, bluesky: str, control: str) -> None:
    found = call("declare", bluesky, control, typed=YES)
    assert found.code == 0
    assert [f"  {control}", "shows on"] in [row[:2] for row in found.rows]


@pytest.mark.parametrize("typed", ["n\n", "y\nn\n", "y\ny\nn\n"])
def test_without_a_yes_nothing_is_changed(call: Call, bluesky: str, typed: str) -> None:
    found = call("declare", bluesky, "ai-intent", typed=typed)
    assert (found.code, found.out, Pds.called, Pds.records) == (0, "", [], {})
    assert found.err.endswith("Nothing was changed.\n")


def test_what_says_it_already_asks_for_no_password(call: Call, bluesky: str) -> None:
    Pds.records = {"app.bsky.actor.contentVisibilityDeclaration": {"hideFromAlgorithmicRecommendations": True}}
    found = call("declare", bluesky, "hide-from-recommendations", typed=YES)
    assert (found.code, Pds.called) == (0, [])


def test_a_change_that_came_in_between_is_not_overwritten(call: Call, bluesky: str) -> None:
    Pds.records = {"app.bsky.actor.profile": {"displayName": "Marie"}}
    Pds.between = {"app.bsky.actor.profile": {"displayName": "Marie L."}}
    found = call("declare", bluesky, "logged-out-visibility", typed=YES)
    assert found.code == 3
    assert "did not accept the change.\nInvalidSwap: Record was at another state" in found.err
    assert Pds.records == Pds.between
    assert Pds.called[-1] == "server.deleteSession"


def test_the_accounts_own_password_is_not_used(call: Call, bluesky: str, drawer: Drawer) -> None:
    drawer.entries["consentui", f"default/{bluesky}/token"] = MAIN_PASSWORD
    found = call("declare", bluesky, "ai-intent", typed=YES)
    assert found.code == 2
    assert "is not an app password" in found.err
    assert Pds.called == ["server.createSession", "server.deleteSession"]
    assert Pds.records == {}


def test_a_password_that_is_not_taken_is_told_and_never_shown(call: Call, bluesky: str, drawer: Drawer) -> None:
    drawer.entries["consentui", f"default/{bluesky}/token"] = "wrong-pass-word-here"
    found = call("declare", bluesky, "ai-intent", typed=YES)
    assert found.code == 3
    assert "AuthenticationRequired: Invalid identifier or password" in found.err
    assert "wrong-pass" not in found.out + found.err


def test_without_an_app_password_nobody_is_asked(call: Call, bluesky: str, drawer: Drawer) -> None:
    drawer.entries.clear()
    found = call("declare", bluesky, "ai-intent", typed=YES)
    assert found.code == 2
    assert "credential set" in found.err
    assert "will be asked" not in found.err


def test_a_control_that_no_record_holds_cannot_be_set(call: Call, bluesky: str) -> None:
    found = call("declare", bluesky, "grok-training")
    assert found.code == 2
    assert "These can: logged-out-visibility, hide-from-recommendations, ai-intent." in found.err


def test_the_password_is_written_nowhere(call: Call, bluesky: str) -> None:
    call("declare", bluesky, "ai-intent", typed=YES)
    folders = profile_folders()
    kept = [path.read_bytes() for path in folders.journal.parent.rglob("*") if path.is_file()]
    assert kept
    assert not any(APP_PASSWORD.encode() in content for content in kept)


@pytest.mark.parametrize("control", ["logged-out-visibility", "hide-from-recommendations", "ai-intent"])
def test_a_wish_is_taken_back_and_that_is_no_contradiction(call: Call, bluesky: str, control: str) -> None:
    Pds.records = {"app.bsky.actor.profile": {"displayName": "Marie"}}
    assert call("declare", bluesky, control, typed=YES).code == 0
    found = call("declare", bluesky, control, "--take-back", typed=YES)
    assert found.code == 0, found.err
    assert Pds.records == {"app.bsky.actor.profile": {"displayName": "Marie"}}
    item = next(one for one in open_session().checklist.all_items() if one.control.id == control)
    assert item.standing == "allowed"
    assert not item.is_contradicted
    assert call("declare", bluesky, control, typed=YES).code == 0
    item = next(one for one in open_session().checklist.all_items() if one.control.id == control)
    assert item.standing == "settled"


def test_a_record_that_says_nothing_else_is_removed_and_that_is_said_before(call: Call, bluesky: str) -> None:
    call("declare", bluesky, "ai-intent", typed=YES)
    Pds.called.clear()
    found = call("declare", bluesky, "ai-intent", "--take-back", typed="y\ny\nn\n")
    assert f"remove community.lexicon.preference.ai of {DID} there:" in found.err
    assert (found.code, Pds.called) == (0, [])
    assert "community.lexicon.preference.ai" in Pds.records
    call("declare", bluesky, "ai-intent", "--take-back", typed=YES)
    assert Pds.called == ["server.createSession", "repo.deleteRecord", "server.deleteSession"]


def test_what_was_never_said_is_taken_back_without_a_password(call: Call, bluesky: str) -> None:
    found = call("declare", bluesky, "hide-from-recommendations", "--take-back", typed=YES)
    assert (found.code, Pds.called) == (0, [])

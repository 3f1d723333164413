"""What a site or public records show about controls is written down, repeated, and compared with what was recorded."""

from __future__ import annotations

import json
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from consentui.clock import STOPPED
from consentui.errors import NetworkError
from consentui.profile import fetching
from consentui.profile.fetching import Answer
from consentui.verify.public import wordpress
from tests.cli.conftest import Call

DID = "did:plc:ewvi7nxzyoun6zhxrhs64oiz"
HIDDEN = {"labels": {"values": [{"val": "!no-unauthenticated"}]}}
REFUSED = b"User-agent: *\nDisallow: /\n"


class Hosts:
    """Stubs of a site and of AT Protocol servers; tests change what they contain."""

    def __init__(self) -> None:
        self.files = {"/": b"<html>", "/robots.txt": REFUSED}
        self.records: dict[str, Any] = {"app.bsky.actor.profile": HIDDEN}
        self.asked: list[str] = []
        self.silent = False

    def answer(self, url: str, _most: int, **_limits: object) -> Answer:
        parts = urlsplit(url)
        self.asked.append(parts.netloc)
        if self.silent:
            raise NetworkError(f"{parts.netloc} did not answer.")
        if parts.netloc == "example.org":
            content = self.files.get(parts.path)
            return Answer(404, {}, b"") if content is None else Answer(200, {}, content)
        return self._of_atproto(parts.netloc, parse_qs(parts.query).get("collection", [""])[0])

    def _of_atproto(self, host: str, collection: str) -> Answer:
        service = {"id": "#atproto_pds", "serviceEndpoint": "https://pds.example"}
        if host == "public.api.bsky.app":
            return said(200, {"did": DID})
        if host == "plc.directory":
            return said(200, {"id": DID, "alsoKnownAs": ["at://marie.example"], "service": [service]})
        if collection in self.records:
            return said(200, {"value": self.records[collection]})
        return said(400, {"error": "RecordNotFound"})


def said(status: int, value: Any) -> Answer:
    return Answer(status, {}, json.dumps(value).encode())


@pytest.fixture
def hosts(monkeypatch: pytest.MonkeyPatch) -> Hosts:
    hosts = Hosts()
    monkeypatch.setattr(fetching, "fetch", hosts.answer)
    return hosts


@pytest.fixture
def site(call: Call) -> str:
    call("config", "set", "country", "FR")
    return call("account", "add", "own-website", "--handle", "example.org", "--type", "publisher").out.strip()


@pytest.fixture
def bluesky(call: Call) -> str:
    call("config", "set", "country", "FR")
    return call("account", "add", "bluesky", "--handle", "@marie.example").out.strip()


def test_what_a_site_shows_stands_with_the_account_of_its_name(call: Call, hosts: Hosts, site: str) -> None:
    found = call("verify", "site", "example.org", "--yes")
    assert found.code == 0
    assert ["  robots-txt", "shows on", "robots.txt: “24/24”"] in found.rows
    status = call("status").out
    assert "checked by consentui on 21 November 2026 (example.org; robots.txt: “24/24”)" in status


def test_what_nobody_here_is_called_is_not_written_down(call: Call, hosts: Hosts, bluesky: str) -> None:
    found = call("verify", "site", "example.org", "--yes")
    assert "No account here has that name: nothing was recorded." in found.err
    assert call("verify", "site", "example.org", "--yes", "--json").json["account"] is None


def test_the_only_site_without_a_name_is_taken_for_it(call: Call, hosts: Hosts) -> None:
    call("config", "set", "country", "FR")
    account = call("account", "add", "own-website", "--type", "publisher").out.strip()
    assert call("verify", "site", "example.org", "--yes", "--json").json["account"] == account
    hosts.files["/robots.txt"] = b""
    again = call("verify", account, "--yes")
    assert again.err.startswith("example.org will be asked for /, /robots.txt")
    assert again.code == 1


def test_a_tick_that_the_site_denies_comes_first_and_is_open_again(call: Call, hosts: Hosts, site: str) -> None:
    call("record", site, "robots-txt", "switched-on")
    del hosts.files["/robots.txt"]
    found = call("verify", "site", "example.org", "--yes")
    assert found.code == 1
    row = found.rows[1]
    assert row[:2] == ["  robots-txt", "shows off"]
    assert row[2].startswith("You said “switched on” on 21 November 2026; example.org showed it as off on 21")
    assert "You said “switched on”" in call("status").out


def test_a_mark_on_one_page_settles_nothing_for_the_others(call: Call, hosts: Hosts, site: str) -> None:
    hosts.files["/"] = b'<html>\n<meta name="robots" content="noai, noimageai">'
    checks = call("verify", "site", "example.org", "--yes", "--json").json["checks"]
    found = next(one for one in checks if one["control"] == "noai-meta")
    assert (found["verdict"], found["reason"], found["settles"]) == ("says-nothing", "one-page", False)
    assert (found["member"], found["field"], found["address"]) == ("page", "2", "https://example.org")


def test_names_that_are_missing_in_robots_txt_settle_nothing(call: Call, hosts: Hosts, site: str) -> None:
    hosts.files["/robots.txt"] = b"User-agent: GPTBot\nDisallow: /\n"
    call("record", site, "robots-txt", "switched-on")
    found = call("verify", "site", "example.org", "--yes", "--json")
    assert found.code == 0
    robots = next(one for one in found.json["checks"] if one["control"] == "robots-txt")
    assert (robots["verdict"], robots["reason"], robots["value"]) == ("says-nothing", "in-part", "1/24")


def test_public_records_confirm_and_say_where_they_stand(call: Call, hosts: Hosts, bluesky: str) -> None:
    found = call("verify", "atproto", "marie.example", "--yes", "--json")
    assert found.code == 0
    label = next(one for one in found.json["checks"] if one["control"] == "logged-out-visibility")
    assert (label["verdict"], label["settles"], label["standing"]) == ("shows-on", True, "settled")
    assert label["value"] == '[{"val":"!no-unauthenticated"}]'
    assert label["address"].startswith(f"https://pds.example/xrpc/com.atproto.repo.getRecord?repo={DID}&")
    assert len(label["sha256"]) == 64


def test_a_label_that_went_is_found_when_all_checks_are_repeated(
    call: Call, hosts: Hosts, bluesky: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    call("verify", "atproto", "marie.example", "--yes")
    hosts.records.clear()
    monkeypatch.setenv(STOPPED, "2026-12-24T12:00:00+00:00")
    again = call("verify", "--all", typed="y\n")
    assert again.code == 1
    assert "These hosts will be asked: pds.example, plc.directory, public.api.bsky.app." in again.err
    row = next(row for row in again.rows if row[1] == "contradicts")
    assert row[0] == f"{bluesky}/logged-out-visibility"
    assert row[2] == "On 21 November 2026 it was on; pds.example showed it as off on 24 December 2026."
    assert "pds.example showed it as off" in call("report", "--format", "markdown").out


def test_two_answers_about_ai_that_differ_settle_nothing(call: Call, hosts: Hosts, bluesky: str) -> None:
    hosts.records["community.lexicon.preference.ai"] = {"preferences": {"training": {"allow": False}}}
    hosts.records["org.user-intents.declaration"] = {"syntheticContentGeneration": {"allow": True}}
    checks = call("verify", "atproto", "marie.example", "--yes", "--json").json["checks"]
    found = next(one for one in checks if one["control"] == "ai-intent")
    assert (found["verdict"], found["settles"]) == ("not-readable", False)


def test_nobody_is_asked_again_without_a_yes(call: Call, hosts: Hosts, bluesky: str) -> None:
    call("verify", "atproto", "marie.example", "--yes")
    hosts.asked.clear()
    for typed in ("n\n", ""):
        again = call("verify", "--all", typed=typed)
        assert (again.code, hosts.asked) == (0, [])
        assert "Nothing was fetched." in again.err
        assert len(again.rows) == 3


def test_an_account_that_is_named_is_asked_about_the_first_time_too(call: Call, hosts: Hosts, bluesky: str) -> None:
    assert call("verify", "--all", "--yes").out == ""
    assert hosts.asked == []
    rows = call("verify", bluesky, "--yes").rows
    assert [f"{bluesky}/logged-out-visibility", "as before"] in [row[:2] for row in rows]


def test_a_host_that_fails_changes_nothing_and_is_named(call: Call, hosts: Hosts, bluesky: str, site: str) -> None:
    call("verify", "atproto", "marie.example", "--yes")
    call("verify", "site", "example.org", "--yes")
    hosts.silent = True
    again = call("verify", "--all", "--yes", "--json")
    assert again.code == 0
    assert again.json["failed"] == {
        bluesky: "public.api.bsky.app did not answer.",
        site: "example.org did not answer.",
    }
    assert all(one["kind"] == "public" and not one["contradicts"] for one in again.json["checks"])


def test_the_same_on_the_same_day_is_written_down_once(call: Call, hosts: Hosts, bluesky: str) -> None:
    call("verify", bluesky, "--yes")
    before = call("history", "--json").json
    call("verify", bluesky, "--yes")
    assert call("history", "--json").json == before


def test_the_card_says_that_anyone_can_read_it(call: Call) -> None:
    assert "anyone can read it: “consentui verify ACCOUNT” asks" in call("kb", "show", "bluesky/ai-intent").out


def test_it_speaks_french(call: Call, hosts: Hosts, bluesky: str) -> None:
    call("config", "set", "language", "fr")
    call("record", bluesky, "logged-out-visibility", "switched-on")
    hosts.records.clear()
    found = call("verify", bluesky, "--yes")
    assert found.code == 1
    assert "pds.example le montrait désactivé" in found.rows[0][2]


@pytest.fixture
def answers(monkeypatch: pytest.MonkeyPatch) -> dict[str, Answer]:
    """The answers by address, for a test to fill; a request to any other address fails the test."""
    answers: dict[str, Answer] = {}
    monkeypatch.setattr(fetching, "fetch", lambda url, _most, **_limits: answers[url])
    return answers


def test_a_mastodon_account_is_asked_about_on_its_own_server(call: Call, answers: dict[str, Answer]) -> None:
    call("config", "set", "country", "FR")
    account = call("account", "add", "mastodon", "--handle", "@marie@example.social").out.strip()
    record = {"acct": "marie", "discoverable": None, "indexable": True, "noindex": True}
    answers["https://example.social/api/v1/accounts/lookup?acct=marie"] = said(200, record)
    call("record", account, "indexable", "switched-off")
    found = call("verify", account, typed="y\n")
    assert found.code == 1
    assert found.err.startswith("example.social will be asked what it tells anyone about marie.")
    rows = {row[0].partition("/")[2]: row[1:] for row in found.rows}
    assert rows["indexable"][0] == "contradicts"
    assert rows["noindex"][1].startswith("example.social on 21 November 2026: shows off (account, noindex: “true”).")
    assert "consistent with off" in rows["discoverable"][1]


def test_a_site_on_wordpress_com_is_known_by_its_robots_txt(call: Call, answers: dict[str, Answer]) -> None:
    call("config", "set", "country", "FR")
    account = call("account", "add", "wordpress-com", "--handle", "marie.wordpress.com").out.strip()
    names = "".join(f"User-agent: {name}\n" for name in wordpress.REFUSED_BY_NAME)
    answers["https://marie.wordpress.com/robots.txt"] = Answer(200, {}, f"{names}Disallow: /\n".encode())
    found = call("verify", account, "--yes")
    assert found.code == 0
    assert "shows on (robots.txt, User-agent: “14/14”)" in found.rows[0][2]


def test_an_issue_for_the_stack_is_shown_and_settles_nothing(call: Call, answers: dict[str, Answer]) -> None:
    call("config", "set", "country", "FR")
    account = call("account", "add", "the-stack", "--handle", "marie#123").out.strip()
    address = "https://api.github.com/repos/bigcode-project/opt-out-v2/issues/123"
    answers[address] = said(200, {"state": "closed", "user": {"login": "Marie"}})
    found = call("verify", account, "--yes", "--json").json["checks"]
    assert [(one["verdict"], one["standing"], one["contradicts"]) for one in found] == [("shows-on", "open", False)]
    answers[address] = said(200, {"state": "closed", "user": {"login": "somebody"}})
    assert "api.github.com does not know marie#123." in call("verify", account, "--yes").err


@pytest.mark.parametrize(("platform", "name"), [("mastodon", "@marie"), ("the-stack", "marie"), ("bluesky", "marie")])
def test_a_name_that_does_not_say_where_to_ask_is_told(
    call: Call, answers: dict[str, Answer], platform: str, name: str
) -> None:
    call("config", "set", "country", "FR")
    account = call("account", "add", platform, "--handle", name).out.strip()
    found = call("verify", account, "--yes", "--json")
    assert (found.code, list(found.json["failed"])) == (0, [account])
    assert "Write it " in found.err

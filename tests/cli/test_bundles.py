"""Newer facts in signed bundles: made on one machine, installed on another, rolled back."""

from __future__ import annotations

import shutil
from base64 import b64encode
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from consentui.bundled import data_folder
from consentui.knowledge.bundles import keys
from consentui.knowledge.bundles.form import bundle_file
from consentui.profile import fetching
from consentui.profile.bases import bundled_version
from consentui.profile.fetching import Answer
from consentui.storage.places import profile_folders
from maintenance import bundle as maintenance
from tests.cli.conftest import Call

KEY = Ed25519PrivateKey.from_private_bytes(bytes(range(32)))
VERSION = "2099-01-01"


@pytest.fixture(autouse=True)
def _trusted(monkeypatch: pytest.MonkeyPatch, last_look: None) -> None:
    monkeypatch.setattr(keys, "TRUSTED", (b64encode(KEY.public_key().public_bytes_raw()).decode(),))


@pytest.fixture(scope="module")
def facts(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A maintainer's facts, in which a platform has another name than in those of the program."""
    folder = tmp_path_factory.mktemp("facts") / "data"
    shutil.copytree(data_folder(), folder)
    x = folder / "platforms" / "x.toml"
    x.write_text(x.read_text(encoding="utf-8").replace('name = "X"\n', 'name = "X (renamed)"\n', 1), encoding="utf-8")
    return folder


def made(facts: Path, place: Path, version: str = VERSION, files: dict[str, bytes | None] | None = None) -> str:
    """The path of a bundle of these facts, with some files replaced, or left out (None)."""
    kept = {path.relative_to(facts).as_posix(): path.read_bytes() for path in sorted(facts.glob("*.toml"))}
    kept |= {f"platforms/{path.name}": path.read_bytes() for path in sorted((facts / "platforms").glob("*.toml"))}
    for name, content in (files or {}).items():
        key = f"platforms/{name}.toml"
        if content is None:
            del kept[key]
        else:
            kept[key] = content
    path = place / f"consentui-{version}.kb"
    path.write_bytes(bundle_file(version, kept, KEY))
    return str(path)


def test_a_bundle_goes_from_one_machine_to_another(
    call: Call, facts: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pem = tmp_path / "key.pem"
    public = maintenance.new_key(pem)
    path = tmp_path / "new.kb"
    monkeypatch.setattr(maintenance, "data_folder", lambda: facts)
    assert maintenance.main(["make", str(path), "--key", str(pem), "--version", VERSION]) == 0
    monkeypatch.setattr(keys, "TRUSTED", (public,))
    for name in ("DATA_HOME", "CONFIG_HOME", "STATE_HOME", "CACHE_HOME"):
        monkeypatch.setenv(f"XDG_{name}", str(tmp_path / "elsewhere" / name))
    call("account", "add", "x")
    said = call("kb", "install", str(path))
    assert (said.code, said.out) == (0, "x\tchanged\tX (renamed): what is said about the platform\n")
    assert said.err == f"Now using the facts of {VERSION}; before, those of {bundled_version()}.\n"
    assert ["x", "X (renamed)"] in [row[:2] for row in call("kb", "list").rows]
    assert (
        call("kb", "rollback").err == f"Now using the facts that came with the program, those of {bundled_version()}.\n"
    )
    assert ["x", "X"] in [row[:2] for row in call("kb", "list").rows]


def test_what_it_would_change_can_be_looked_at_first(call: Call, facts: Path, tmp_path: Path) -> None:
    said = call("kb", "install", made(facts, tmp_path), "--look")
    assert said.err == "Nothing changes for your accounts.\n1 change on other platforms.\n"
    assert ["x", "X"] in [row[:2] for row in call("kb", "list").rows]
    told = call("kb", "install", made(facts, tmp_path), "--look", "--json").json
    assert (told["version"], told["installed"]) == (VERSION, False)
    assert told["changes"] == [{"platform": "x", "control": None, "turn": "changed", "parts": ["name"]}]


def test_an_older_one_is_refused(call: Call, facts: Path, tmp_path: Path) -> None:
    assert call("kb", "install", made(facts, tmp_path)).code == 0
    for version in (VERSION, "2098-12-31", bundled_version()):
        said = call("kb", "install", made(facts, tmp_path, version))
        assert said.code == 2
        assert said.err.startswith("This bundle is not newer than what is in use.\n")
    assert call("kb", "install", made(facts, tmp_path, f"{VERSION}.2")).code == 0


def test_going_back_goes_to_the_bundle_before(call: Call, facts: Path, tmp_path: Path) -> None:
    call("kb", "install", made(facts, tmp_path))
    call("kb", "install", made(facts, tmp_path, "2099-02-01"))
    assert call("kb", "rollback").err == f"Now using the facts of {VERSION}.\n"
    call("kb", "rollback")
    said = call("kb", "rollback")
    assert (said.code, said.err) == (2, "No bundle is installed: the facts are those that came with the program.\n")


@pytest.mark.parametrize(
    ("files", "reason"),
    [
        ({"x": None}, "This bundle would lose something that is known now."),
        ({"x": b'id = "x"\nunheard_of = 1\n'}, "This bundle does not fit this consentui."),
        ({"x": b"id = "}, "This bundle does not fit this consentui."),
    ],
)
def test_what_does_not_hold_is_refused_and_changes_nothing(
    call: Call, facts: Path, tmp_path: Path, files: dict[str, bytes | None], reason: str
) -> None:
    said = call("kb", "install", made(facts, tmp_path, files=files))
    assert (said.code, said.err.splitlines()[0]) == (2, reason)
    assert call("kb", "show", "x").out.startswith("X (x)\n")
    assert not [path for path in profile_folders().bases.iterdir() if path.name != "in-use"]


def test_facts_that_break_a_rule_are_refused(call: Call, facts: Path, tmp_path: Path) -> None:
    x = (facts / "platforms" / "x.toml").read_text(encoding="utf-8").replace("https://x.com/", "https://x .com/", 1)
    said = call("kb", "install", made(facts, tmp_path, files={"x": x.encode()}))
    assert said.code == 2
    assert said.err.startswith("This bundle ")


def test_a_newer_program_brings_newer_facts(
    call: Call, facts: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    call("kb", "install", made(facts, tmp_path))
    monkeypatch.setattr("consentui.profile.bases.bundled_version", lambda: "2100-01-01")
    assert call("kb", "show", "x").out.startswith("X (x)\n")


def test_a_folder_that_is_gone_does_no_harm(call: Call, facts: Path, tmp_path: Path) -> None:
    call("kb", "install", made(facts, tmp_path))
    shutil.rmtree(profile_folders().bases / VERSION)
    assert call("kb", "show", "x").out.startswith("X (x)\n")


def test_a_bundle_is_fetched_when_asked_and_its_host_named_first(
    call: Call, facts: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    content = Path(made(facts, tmp_path)).read_bytes()

    def answer(url: str, most: int) -> Answer:
        assert (url, most >= len(content)) == ("https://facts.example/new.kb", True)
        return Answer(200, {}, content)

    monkeypatch.setattr(fetching, "fetch", answer)
    said = call("kb", "update", "https://facts.example/new.kb")
    assert said.code == 0
    assert said.err.startswith("Asking facts.example for /new.kb.\n")


@pytest.mark.parametrize(
    "url", ["http://facts.example/new.kb", "file:///etc/passwd", "facts.example", "https://a@b.example/"]
)
def test_only_encrypted_addresses_are_asked(call: Call, url: str) -> None:
    assert call("kb", "update", url).code == 2


def test_a_bundle_takes_a_key_and_facts_that_keep_the_rules(
    facts: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert maintenance.main(["make", str(tmp_path / "new.kb")]) == 1
    assert "KEY=FILE" in capsys.readouterr().err
    pem = tmp_path / "key.pem"
    assert maintenance.main(["new-key", str(pem)]) == 0
    assert pem.stat().st_mode & 0o777 == 0o600
    assert maintenance.main(["new-key", str(pem)]) == 1

"""Exactly what a list names is installed, completely or not at all."""

from __future__ import annotations

import ensurepip
import hashlib
import subprocess
import sys
import sysconfig
from collections.abc import Callable
from pathlib import Path
from zipfile import ZipFile

import pytest

from maintenance import install as installing
from maintenance.install import INSTALLED, InstallationError, install, pip_settings
from tests.maintenance.wheels import add_wheel, pin


@pytest.fixture(scope="session")
def pip(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The pip bundled with this Python, unpacked once because it is much slower from its wheel."""
    # Debian keeps the wheel in another folder.
    folders = [Path(ensurepip.__file__).parent / "_bundled", Path(sysconfig.get_config_var("WHEEL_PKG_DIR") or "")]
    wheel = next(wheel for folder in folders for wheel in folder.glob("pip-*.whl"))
    unpacked = tmp_path_factory.mktemp("pip")
    ZipFile(wheel).extractall(unpacked)
    return unpacked


@pytest.fixture
def index(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A package index with `lamp`, which needs `bulb`; pip uses no other."""
    index = tmp_path / "simple"
    add_wheel(index, "bulb", "1.0")
    add_wheel(index, "lamp", "1.0", requires=["bulb>=1"])
    monkeypatch.setenv("PIP_INDEX_URL", index.as_uri())
    monkeypatch.setenv("PIP_RETRIES", "0")
    return index


@pytest.fixture
def listed(index: Path, tmp_path: Path) -> Path:
    """A list that pins both packages."""
    listed = tmp_path / "list.txt"
    listed.write_text("".join(pin(next((index / name).glob("*.whl"))) for name in ("bulb", "lamp")))
    return listed


@pytest.fixture
def environment(tmp_path: Path) -> Path:
    """The path of the environment; nothing is there yet."""
    place = tmp_path / "checkout"
    place.mkdir()
    return place / ".venv"


@pytest.fixture
def former(listed: Path, environment: Path) -> Path:
    """An environment already at that path, made from the current list."""
    former = environment.with_name(f"{environment.name}.f0123456")
    (former / "bin").mkdir(parents=True)
    (former / "bin" / "python").symlink_to(sys.executable)
    (former / INSTALLED).write_text(listed.read_text())
    environment.symlink_to(former.name)
    return former


def _installed(environment: Path) -> dict[str, str]:
    """The hash of every installed file of an environment, by path, without compiled files."""
    packages = next(environment.glob("lib/python*/site-packages"))
    return {
        str(path.relative_to(packages)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(packages.rglob("*"))
        if path.is_file() and path.suffix != ".pyc"
    }


def _says(environment: Path, code: str) -> str:
    python = environment / "bin" / "python"
    return subprocess.run([python, "-c", code], check=True, capture_output=True, text=True).stdout.strip()


def test_an_environment_has_what_the_list_names_and_finds_the_checkout(
    listed: Path, environment: Path, pip: Path
) -> None:
    install(listed, environment, pip)
    assert _says(environment, "import bulb, lamp; print(bulb.version, lamp.version)") == "1.0 1.0"
    assert _says(environment, "import consentui; print(consentui.__file__)").startswith(str(installing.CHECKOUT))
    assert (environment / INSTALLED).read_text() == listed.read_text()


def test_a_listed_pip_is_installed_even_by_its_like(index: Path, listed: Path, environment: Path, pip: Path) -> None:
    [version] = [about.name.split("-")[1].removesuffix(".dist") for about in pip.glob("pip-*.dist-info")]
    listed.write_text(pin(add_wheel(index, "pip", version)))
    install(listed, environment, pip)
    assert "pip.py" in _installed(environment)


def test_newer_releases_of_everything_change_not_one_byte(
    index: Path, listed: Path, environment: Path, pip: Path
) -> None:
    install(listed, environment, pip)
    before = _installed(environment)
    for name in ("bulb", "lamp"):
        add_wheel(index, name, "2.0", requires=["never_heard_of"])
    (environment / INSTALLED).unlink()
    install(listed, environment, pip)
    assert _installed(environment) == before


def test_what_is_whole_and_as_listed_is_left_alone(former: Path, listed: Path, environment: Path) -> None:
    install(listed, environment, Path("no pip is asked"))
    assert environment.resolve() == former


@pytest.mark.parametrize("loss", [INSTALLED, "bin/python"])
def test_an_environment_that_lost_a_part_is_not_whole(former: Path, listed: Path, environment: Path, loss: str) -> None:
    (former / loss).unlink()
    with pytest.raises(InstallationError):
        install(listed, environment, Path("a pip is asked"))


def test_what_is_installed_takes_the_place_of_the_former_and_of_what_an_interruption_left(
    former: Path, listed: Path, environment: Path, pip: Path
) -> None:
    half = environment.with_name(f"{environment.name}.0badcafe")
    another = environment.with_name(f"{environment.name}-run.0badcafe")
    for folder in (half, another):
        (folder / "bin").mkdir(parents=True)
    listed.write_text(f"# Anew.\n{listed.read_text()}")
    install(listed, environment, pip)
    assert _says(environment, "import lamp; print(lamp.version)") == "1.0"
    assert set(environment.parent.iterdir()) == {environment, environment.resolve(), another}
    assert environment.resolve() != former


def _needs_what_is_not_listed(index: Path, listed: Path) -> None:
    listed.write_text(pin(index / "lamp" / "lamp-1.0-py3-none-any.whl"))


def _has_another_hash(index: Path, listed: Path) -> None:
    listed.write_text(f"bulb==1.0 --hash=sha256:{'0' * 64}\n")


def _has_no_hash(index: Path, listed: Path) -> None:
    listed.write_text("bulb==1.0\n")


def _has_vanished(index: Path, listed: Path) -> None:
    (index / "bulb" / "index.html").write_text("<html></html>")
    listed.write_text(f"{listed.read_text()}\n")


@pytest.mark.parametrize(
    "spoil",
    [_needs_what_is_not_listed, _has_another_hash, _has_no_hash, _has_vanished],
    ids=lambda one: one.__name__[1:],
)
def test_a_failure_leaves_the_former_environment_and_nothing_beside_it(
    former: Path, index: Path, listed: Path, environment: Path, pip: Path, spoil: Callable[[Path, Path], None]
) -> None:
    spoil(index, listed)
    with pytest.raises(InstallationError, match="pip cannot install what consentui needs"):
        install(listed, environment, pip)
    assert set(environment.parent.iterdir()) == {environment, former}
    assert environment.resolve() == former


def test_without_a_network_one_sentence_says_so(
    listed: Path, environment: Path, pip: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PIP_INDEX_URL", "http://127.0.0.1:9/simple")
    monkeypatch.setenv("PIP_RETRIES", "1")
    with pytest.raises(InstallationError) as failure:
        install(listed, environment, pip)
    assert str(failure.value) == (
        "The packages cannot be fetched: the network does not answer. Try again once it does."
    )
    assert not list(environment.parent.iterdir())


def test_an_interruption_leaves_nothing(
    listed: Path, environment: Path, pip: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(command: list[str], environ: object) -> str:
        raise KeyboardInterrupt

    monkeypatch.setattr(installing, "_output", interrupted)
    with pytest.raises(KeyboardInterrupt):
        install(listed, environment, pip)
    assert not list(environment.parent.iterdir())


def test_the_folder_that_stood_in_its_place_gives_way(environment: Path) -> None:
    (environment / "bin").mkdir(parents=True)
    made = environment.with_name(f"{environment.name}.0badcafe")
    made.mkdir()
    installing.put_in_place(made, environment)
    assert environment.resolve() == made
    assert set(environment.parent.iterdir()) == {environment, made}


def test_what_the_machine_says_of_other_packages_does_not_count(
    index: Path, listed: Path, environment: Path, pip: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    constraints = tmp_path / "constraints.txt"
    constraints.write_text("bulb<1\n")
    settings = tmp_path / "pip.conf"
    settings.write_text(f"[global]\nconstraint = {constraints}\nno-index = true\nindex-url = {index.as_uri()}\n")
    monkeypatch.delenv("PIP_INDEX_URL")
    monkeypatch.setenv("PIP_CONFIG_FILE", str(settings))
    monkeypatch.setenv("PIP_TARGET", str(tmp_path / "elsewhere"))
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    (tmp_path / "lamp.py").write_text("version = 'a stranger'")
    install(listed, environment, pip)
    assert _installed(environment).keys() >= {"bulb.py", "lamp.py"}


def test_of_the_settings_of_pip_only_the_ways_to_an_index_are_kept() -> None:
    config = (
        ":env:.proxy='http://ours'\nglobal.cert='/etc/ssl/ours.pem'\nglobal.find-links='/opt/wheels'\n"
        "global.proxy='http://theirs'\ninstall.index-url='https://mirror.example/simple'\nlist.cert='/no'\n"
    )
    kept = pip_settings({"PIP_PROXY": "http://ours", "PIP_CONSTRAINT": "/x", "HOME": "/home/marie"}, config)
    assert {name: kept[name] for name in kept if name.startswith("PIP_") and name not in _ALWAYS} == {
        "PIP_CERT": "/etc/ssl/ours.pem",
        "PIP_INDEX_URL": "https://mirror.example/simple",
        "PIP_PROXY": "http://ours",
    }
    assert kept["HOME"] == "/home/marie"


_ALWAYS = {"PIP_CONFIG_FILE", "PIP_DISABLE_PIP_VERSION_CHECK", "PIP_NO_INPUT"}


def test_the_command_says_what_it_does_and_how_it_ended(
    listed: Path, environment: Path, pip: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", ["install.py", str(listed), str(environment), "--pip", str(pip)])
    assert installing.main() == 0
    listed.write_text("bulb==1.0\n")
    assert installing.main() == 1
    assert "pip cannot install what consentui needs." in capsys.readouterr().err

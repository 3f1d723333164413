"""`python maintenance/install.py LIST ENVIRONMENT`: make a virtual environment with exactly what a list names.

The list (requirements/*.txt) has every package with its version and the hashes of its wheels. pip resolves no
dependencies and runs no builds, so that nothing released later can change the result or break it. The environment is
made beside its final place and put there by replacing one link when it is complete, so it is never half-made.

This runs before anything is installed and uses only the standard library.
"""

from __future__ import annotations

import argparse
import ast
import fcntl
import os
import re
import secrets
import shutil
import subprocess
import sys
import venv
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parent.parent
"""The working copy that the environments run: a path file points to it, so it needs no build."""
INSTALLED = "installed.txt"
"""The copy, inside an environment, of the list that it was made from; the Makefile compares it with the list."""

AS_LISTED = ("install", "--no-deps", "--require-hashes", "--only-binary=:all:", "--no-compile", "--force-reinstall")
"""Resolve, build and compile nothing: Python compiles a module when it is first imported.

`--force-reinstall`, because a listed pip would otherwise count as installed if the running pip has the same version.
"""
WAYS_TO_AN_INDEX = frozenset({
    "cache-dir", "cert", "client-cert", "default-timeout", "index-url", "keyring-provider", "no-cache-dir",
    "proxy", "retries", "timeout", "trusted-host",
})  # fmt: skip
"""The pip settings that are kept. Others (constraints, extra indexes, folders) would change what is installed."""

_UNREACHABLE = re.compile(r"new connection|name resolution|timed out|Retrying \(", re.IGNORECASE)


class InstallationError(Exception):
    """The reason why no environment was made, with what to do about it if that is known."""


def install(listed: Path, environment: Path, pip: Path | None = None) -> None:
    """Make a virtual environment with what `listed` names, and put it at `environment`.

    `pip` is the wheel of the pip to install with; None means the one bundled with this Python. Raises
    InstallationError if that fails; the former environment then stays as it was.
    """
    with _one_at_a_time(listed):
        if _is_current(listed, environment):
            return
        with _made_aside(environment) as made:
            _fill(made, listed, pip)
            put_in_place(made, environment)


def _is_current(listed: Path, environment: Path) -> bool:
    installed = environment / INSTALLED
    return (environment / "bin" / "python").exists() and installed.is_file() and _same(installed, listed)


def _same(one: Path, other: Path) -> bool:
    return one.read_bytes() == other.read_bytes()


@contextmanager
def _one_at_a_time(listed: Path) -> Iterator[None]:
    with listed.open("rb") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


@contextmanager
def _made_aside(environment: Path) -> Iterator[Path]:
    """A temporary path for an environment being made; whatever is there is deleted if that fails."""
    made = environment.with_name(f"{environment.name}.{secrets.token_hex(4)}")
    try:
        yield made
    except BaseException:
        shutil.rmtree(made, ignore_errors=True)
        raise


def _fill(made: Path, listed: Path, pip: Path | None) -> None:
    if find_spec("ensurepip") is None:
        raise InstallationError("This Python cannot make virtual environments. On Debian: apt install python3-venv")
    venv.create(made, with_pip=pip is None, symlinks=True, prompt="consentui")
    shutil.copyfile(listed, made / INSTALLED)
    run = [str(made / "bin" / "python"), "-I", *([str(pip / "pip")] if pip else ["-m", "pip"])]
    settings = pip_settings(os.environ, _output([*run, "config", "list"], os.environ))
    _output([*run, *AS_LISTED, "--requirement", str(made / INSTALLED)], settings)
    _output([*run, "check"], settings)
    next(made.glob("lib/python*/site-packages")).joinpath("consentui.pth").write_text(f"{CHECKOUT}\n")


def pip_settings(environ: Mapping[str, str], config: str) -> dict[str, str]:
    """Environment variables under which pip uses no settings but those that say how to reach an index.

    `config` is the output of `pip config list`.
    """
    settings = {name: value for name, value in environ.items() if not name.startswith("PIP_")}
    settings |= {"PIP_CONFIG_FILE": os.devnull, "PIP_DISABLE_PIP_VERSION_CHECK": "1", "PIP_NO_INPUT": "1"}
    for line in config.splitlines():
        key, _, value = line.partition("=")
        section, _, name = key.rpartition(".")
        variable = f"PIP_{name.upper().replace('-', '_')}"
        if section in {"global", "install", ":env:"} and name in WAYS_TO_AN_INDEX:
            settings[variable] = environ.get(variable) or ast.literal_eval(value)
    return settings


def _output(command: list[str], environ: Mapping[str, str]) -> str:
    """Run a pip command and return what it prints; raises InstallationError with only its error lines."""
    done = subprocess.run(command, env=dict(environ), capture_output=True, text=True, check=False)  # noqa: S603 -- our own command
    if done.returncode == 0:
        return done.stdout
    if _UNREACHABLE.search(done.stderr):
        raise InstallationError("The packages cannot be fetched: the network does not answer. Try again once it does.")
    reasons = [line for line in done.stderr.splitlines() if line.startswith("ERROR:")] or done.stdout.splitlines()
    raise InstallationError("\n".join(["pip cannot install what consentui needs.", *reasons]))


def put_in_place(made: Path, environment: Path) -> None:
    """Make `environment` a link to the new environment, and delete all former ones."""
    link = environment.with_name(f"{made.name}.link")
    link.symlink_to(made.name)
    if environment.is_dir() and not environment.is_symlink():
        shutil.rmtree(environment)
    link.replace(environment)
    for former in environment.parent.glob(f"{environment.name}.*"):
        if former != made:
            shutil.rmtree(former, ignore_errors=True)


def main() -> int:
    """Make the environment that the command line names; return 1 if that fails."""
    parser = argparse.ArgumentParser(description="Make a virtual environment with exactly what a list names.")
    parser.add_argument("listed", type=Path, metavar="LIST")
    parser.add_argument("environment", type=Path)
    parser.add_argument(
        "--pip", type=Path, metavar="WHEEL", help="the pip to install with; else the one of this Python"
    )
    chosen = parser.parse_args()
    print(f"Installing {chosen.listed} into {chosen.environment}: this takes a minute, once.", file=sys.stderr)
    try:
        install(chosen.listed, chosen.environment, chosen.pip)
    except InstallationError as error:
        print(error, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130
    return 0


if __name__ == "__main__":
    sys.exit(main())

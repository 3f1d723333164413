"""Click's own messages in every language: each that a person can see is in the catalogue for click."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import click
import pytest

from tests.catalogues import TRANSLATED, catalogue, extracted, keys
from tests.journeys.environment import isolated_environment

FOR_PROGRAMMERS = {
    "%(prog)s, version %(version)s",
    "(dynamic)",
    "Arguments take exactly one parameter declaration, got {length}: {decls}.",
    "Boolean option {decl!r} cannot use the same flag for true/false.",
    "Choice({choices})",
    "Could not determine name for option with declarations {decls!r}",
    "Couldn't detect Bash version, shell completion is not supported.",
    "DeprecationWarning: The command {name!r} is deprecated.{extra_message}",
    "DeprecationWarning: The {param_type} {name!r} is deprecated.{extra_message}",
    "Invalid start character for option ({option})",
    "Name '{name}' defined twice",
    (
        "No options defined but a name was passed ({name}). Did you mean to declare an argument instead?"
        " Did you mean to pass '--{name}'?"
    ),
    "Shell completion is not supported for Bash versions older than 4.4.",
    "Unknown color {colour!r}",
    "Unknown standard stream '{name}'",
    "Value must be an iterable.",
    "Windows error: {error}",
    "d",
    "deprecated",
    "{editor}: Editing failed",
    "{editor}: Editing failed: {e}",
}
"""Messages of click about errors in a program, or about features that consentui does not use."""

ENGLISH = re.compile(
    r"Usage:|Options:|Commands:|\b(Error|Try|Invalid|Missing|No such|Got|Did you|is not|requires|Show)\b"
)

MISUSES = {
    "--nope": "Il n’y a pas d’option '--nope'.",
    "--language xx": "Valeur incorrecte pour '--language'\u202f: 'xx' n’est pas parmi 'en', 'fr', 'de'.",
    "nope": "Erreur\u202f: Il n’y a pas de commande «\u202fnope\u202f».",
    "stat": "Vouliez-vous dire «\u202fstatus\u202f»\u202f?",
    "account": "Commandes\u202f:",
    "account nope": "Il n’y a pas de commande 'nope'.",
    "account add": "Il manque l’argument 'PLATEFORME'.",
    "account add x --handle": "Il manque une valeur à l’option '--handle'.",
    "completion": "Choisissez parmi\u202f:\n\tbash,",
    "completion nope": "'nope' n’est pas parmi 'bash', 'zsh', 'fish'.",
    "history --limit 0": "0 n’est pas dans l’intervalle x>=1.",
    "history --limit many": "'many' n’est pas un nombre correct.",
    "merge nowhere": "Chemin 'nowhere'\u202f: introuvable.",
    "status a b": "Arguments en trop (a b)",
    "status --json=1": "L’option '--json' ne prend pas de valeur.",
    "undo --hel": "Vouliez-vous dire '--help'\u202f?",
}


def run(home: Path, *arguments: str, typed: str = "", lang: str = "en_GB.UTF-8") -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "consentui", *arguments],
        env=isolated_environment(home, lang),
        input=typed,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def in_french(home: Path, *arguments: str, typed: str = "") -> subprocess.CompletedProcess[str]:
    return run(home, "--language", "fr", *arguments, typed=typed)


@pytest.mark.parametrize("language", TRANSLATED)
def test_every_message_of_click_is_translated_or_known_to_be_for_programmers(language: str) -> None:
    clicks = extracted(Path(click.__file__).parent)
    assert keys(catalogue(language, "click")) == {key for key in clicks if key[1] not in FOR_PROGRAMMERS}


@pytest.mark.parametrize("arguments", MISUSES)
def test_a_misuse_is_answered_in_french(tmp_path: Path, arguments: str) -> None:
    done = in_french(tmp_path, *arguments.split())
    assert done.returncode == 2
    assert MISUSES[arguments] in done.stderr
    assert not ENGLISH.search(done.stderr)


@pytest.mark.parametrize(
    "command", ["", "account", "account add", "credential", "kb search", "next", "record", "report"]
)
def test_help_is_in_french(tmp_path: Path, command: str) -> None:
    words = command.split()
    said = in_french(tmp_path, *words, "--help").stdout
    assert said.startswith(f"Usage\u202f: {' '.join(['consentui', *words])} [OPTIONS]")
    assert "Options\u202f:\n" in said
    assert "Afficher cette aide." in said
    assert not ENGLISH.search(said)


def test_questions_are_asked_and_answered_in_french(tmp_path: Path) -> None:
    in_french(tmp_path, "account", "add", "x")
    asked = in_french(tmp_path, "walk", "--plain", typed="99\nn\nw\nq\no\narrêter\n").stderr
    assert "«\u202f99\u202f» n’est pas une réponse possible ici" in asked
    assert "(o, n) [n]\u202f: " in asked
    assert "Erreur\u202f: 'q' n’est pas un choix possible" in asked or "Erreur\u202f:" in asked
    assert not ENGLISH.search(asked)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ("--language xx", "Ungültiger Wert für '--language': 'xx' ist keines von 'en', 'fr', 'de'."),
        ("nope", "Fehler: Es gibt keinen Befehl „nope“."),
        ("account add", "Es fehlt das Argument 'PLATTFORM'."),
        ("status a b", "Argumente zu viel (a b)"),
        ("undo --hel", "Meinten Sie '--help'?"),
    ],
)
def test_a_misuse_is_answered_in_german(tmp_path: Path, arguments: str, said: str) -> None:
    done = run(tmp_path, "--language", "de", *arguments.split())
    assert done.returncode == 2
    assert said in done.stderr
    assert not ENGLISH.search(done.stderr)


def test_help_is_in_german(tmp_path: Path) -> None:
    said = run(tmp_path, "account", "add", "--help", lang="de_AT.UTF-8").stdout
    assert said.startswith("Aufruf: consentui account add [OPTIONEN] PLATTFORM")
    assert "Optionen:\n" in said
    assert "Diese Hilfe zeigen." in said
    assert not ENGLISH.search(said)


def test_english_stays_english_whatever_the_system_speaks(tmp_path: Path) -> None:
    done = run(tmp_path, "--language", "en", "account", "add", lang="fr_FR.UTF-8")
    assert "Error: Missing argument 'PLATFORM'." in done.stderr

"""`python -m maintenance.watch CLONE`: what changed in platforms' documents since they were checked. For maintainers.

CLONE is a clone of a versions repository of Open Terms Archive (https://opentermsarchive.org, ODC-BY 1.0), with a
folder per service, a Markdown file per document and a commit per version. Nothing is fetched from the network.
"""

from __future__ import annotations

import argparse
import re
import subprocess
import sys
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from consentui.knowledge.base import bundled
from consentui.knowledge.records import Control, Platform
from consentui.text import findable

_TELLING = re.compile(
    r"\b(?:train(?:ing|ed|s)?|machine learning|artificial intelligence|ai|generative|(?:our|language) models?|"
    r"consent\w*|object(?:ion|ing)?|opt(?:ing)?[ -]?out|legitimate interests?|partners?|third part(?:y|ies)|"
    r"licen[cs]e to|entrain\w*|intelligence artificielle|ia|(?:nos|des) modeles?|oppos\w*|"
    r"interets? legitimes?|partenaires?|tiers)\b"
)
"""Terms that show that a sentence is about training, consent, partners or objection, in English and French.

Matched against text in lower case and without accents (see `findable`).
"""
_SENTENCE = re.compile(r"(?<=[.!?;:])\s+(?=[A-ZÀ-Þ*“«\"(])|\n+")
_MARKS = re.compile(r"\[([^\]]*)\]\([^)]*\)|[*_#>`|]+")
_BREAK = re.compile(r"<br ?/?>")
_VIA = re.compile(r"Open Terms Archive \((.+\.md)\)")
_SHORTEST = 25
"""In characters; anything shorter is a heading and not a sentence."""


class Changed(NamedTuple):
    """A document that has changed since the facts were checked."""

    platform: Platform
    path: str
    since: date
    versions: int
    last: str
    """The day of the newest version, as an ISO 8601 date."""
    cited_by: tuple[str, ...]
    gone: tuple[str, ...]
    new: tuple[str, ...]


class Clone:
    """A clone of a versions repository, read with git."""

    def __init__(self, place: Path) -> None:
        """Raises RuntimeError if there is no repository at `place`."""
        self._place = place
        self.paths = tuple(path for path in self._git("ls-tree", "-r", "-z", "--name-only", "HEAD").split("\0") if path)

    def versions_after(self, path: str, day: date) -> list[tuple[str, str]]:
        """The commits that changed a document after a day, newest first, each with its date."""
        lines = self._git("log", "--format=%H %cs", f"--since={day.isoformat()}T23:59:59Z", "HEAD", "--", path)
        return [(commit, on) for commit, _blank, on in (line.partition(" ") for line in lines.splitlines())]

    def text(self, commit: str, path: str) -> str:
        """The text of a document at a commit; empty if the document did not exist."""
        return self._git("show", f"{commit}:{path}", missing="")

    def before(self, commit: str, path: str) -> str:
        """The text of a document just before a commit."""
        return self.text(f"{commit}^", path)

    def _git(self, *arguments: str, missing: str | None = None) -> str:
        command = ["git", "-C", str(self._place), *arguments]
        done = subprocess.run(command, capture_output=True, encoding="utf-8", errors="replace", check=False)  # noqa: S603 -- git, and paths as single words
        if done.returncode == 0:
            return done.stdout
        if missing is not None:
            return missing
        raise RuntimeError(done.stderr.strip() or f"git cannot read {self._place}")


def watch(clone: Clone, platforms: Iterable[Platform], since: date | None = None) -> Iterator[Changed]:
    """The documents of the platforms that changed after `since`, or else since the facts citing them were checked."""
    for platform in platforms:
        for path in documents_of(platform, clone.paths):
            citing = tuple(control for control in platform.control if _cites(control, path))
            day = since or min((one.verified_on for one in citing or platform.control), default=platform.researched)
            if versions := clone.versions_after(path, day):
                yield _changed(clone, platform, path, day, versions, citing)


def documents_of(platform: Platform, paths: Iterable[str]) -> tuple[str, ...]:
    """The documents in folders named after the platform, and those that its facts cite."""
    names = {findable(name) for name in (platform.id, platform.name, *platform.aliases)}
    cited = {
        found[1] for control in platform.control for one in control.source if (found := _VIA.search(one.via or ""))
    }
    return tuple(
        path
        for path in paths
        if path.endswith(".md") and (path in cited or findable(PurePosixPath(path).parts[0]) in names)
    )


def telling(text: str) -> tuple[str, ...]:
    """The sentences of a document about training, consent, partners or objection, each once."""
    sentences = (" ".join(_MARKS.sub(r"\1", one).split()) for one in _SENTENCE.split(_BREAK.sub("\n", text)))
    return tuple(dict.fromkeys(one for one in sentences if len(one) >= _SHORTEST and _TELLING.search(findable(one))))


def lines_of(one: Changed) -> Iterator[str]:
    """The lines to print about a document that changed."""
    yield f"{one.platform.id}\t{one.path}\t{one.last}\t{one.versions} since {one.since.isoformat()}"
    yield f"  cited by: {', '.join(one.cited_by) or 'no control'}"
    yield from (f"  - {sentence}" for sentence in one.gone)
    yield from (f"  + {sentence}" for sentence in one.new)


def _changed(
    clone: Clone,
    platform: Platform,
    path: str,
    since: date,
    versions: Sequence[tuple[str, str]],
    citing: Iterable[Control],
) -> Changed:
    before, after = telling(clone.before(versions[-1][0], path)), telling(clone.text("HEAD", path))
    return Changed(
        platform,
        path,
        since,
        len(versions),
        versions[0][1],
        tuple(f"{platform.id}/{control.id}" for control in citing),
        tuple(one for one in before if one not in after),
        tuple(one for one in after if one not in before),
    )


def _cites(control: Control, path: str) -> bool:
    """Whether a control cites the document; one that cites Open Terms Archive without a document counts for all."""
    for source in control.source:
        via = source.via or ""
        named = _VIA.search(via)
        if via.startswith("Open Terms Archive") and (named is None or named[1] == path):
            return True
    return False


def main(arguments: Sequence[str] | None = None) -> int:
    """Print what changed; return 1 if any of the relevant sentences did, and 2 if the clone cannot be read."""
    parser = argparse.ArgumentParser(description="List what changed in platforms’ documents since they were checked.")
    parser.add_argument("clone", type=Path, help="a clone of a repository of versions of Open Terms Archive")
    parser.add_argument("--platform", action="append", help="only this one; repeatable")
    parser.add_argument(
        "--since", type=date.fromisoformat, metavar="DAY", help="since this day, whenever it was checked"
    )
    chosen = parser.parse_args(arguments)
    try:
        clone = Clone(chosen.clone)
    except (RuntimeError, OSError) as error:
        print(error, file=sys.stderr)
        return 2
    knowledge = bundled()
    platforms = [knowledge.named(one) for one in chosen.platform] if chosen.platform else list(knowledge)
    found = list(watch(clone, platforms, chosen.since))
    for one in found:
        print("\n".join(lines_of(one)))
    print(f"{len(found)} documents changed", file=sys.stderr)
    return int(any(one.gone or one.new for one in found))


if __name__ == "__main__":
    sys.exit(main())

"""Check that every control in a folder of research notes is in the knowledge base.

`python -m maintenance.trace FOLDER`: the folder holds one TOML file per platform, with `[[control]]` and `[[event]]`
tables. Prints what is missing; the exit code is 1 if anything is.
"""

from __future__ import annotations

import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

from consentui.knowledge.base import KnowledgeBase, bundled


def missing(notes: Path, knowledge: KnowledgeBase) -> Iterator[str]:
    """What the notes have and the knowledge base lacks: platforms, controls, sources, and how many events."""
    for path in sorted(notes.glob("*.toml")):
        noted = tomllib.loads(path.read_text(encoding="utf-8"))
        if path.stem not in knowledge.ids:
            yield f"{path.stem}: no such platform"
            continue
        platform = knowledge.platform(path.stem)
        controls = {control.id: control for control in platform.control}
        gone = {tombstone.id for tombstone in platform.tombstone}
        for control in noted.get("control", []):
            if control["id"] not in controls.keys() | gone:
                yield f"{path.stem}/{control['id']}: no such control"
            elif control["id"] in controls:
                known = {source.url for source in controls[control["id"]].source}
                wanted = {source["url"] for source in control.get("source", []) if "url" in source}
                yield from (f"{path.stem}/{control['id']}: no source {url}" for url in sorted(wanted - known))
        if len(platform.event) < len(noted.get("event", [])):
            yield f"{path.stem}: {len(platform.event)} events of {len(noted['event'])}"


def main() -> int:
    """Print what is missing; return 1 if anything is."""
    found = list(missing(Path(sys.argv[1]), bundled()))
    for line in found:
        print(line)
    print(f"{len(found)} missing", file=sys.stderr)
    return int(bool(found))


if __name__ == "__main__":
    sys.exit(main())

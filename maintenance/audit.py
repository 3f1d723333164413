"""`make audit`: list the known security advisories for the pinned packages. For maintainers; it uses the network.

Every package of every list in `requirements/` is looked up, including those that only other systems install. A
package on which the index has no answer is reported and counts as a failure.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Any

_PIN = re.compile(r"^([\w.-]+)(?:\[[\w,-]+\])?==([^\s;]+)", re.MULTILINE)

OPTIONS = ("--no-deps", "--disable-pip", "--format=json", "--progress-spinner=off")


def pinned(lists: Iterable[Path]) -> list[str]:
    """The packages that these lists name, as `name==version`, sorted and each once."""
    return sorted({"==".join(pin) for listed in lists for pin in _PIN.findall(listed.read_text(encoding="utf-8"))})


def findings(answer: dict[str, Any]) -> Iterator[str]:
    """A line for each advisory in the JSON output of pip-audit, and one for all packages that it could not look up."""
    packages = answer["dependencies"]
    for package in packages:
        for advisory in package.get("vulns", ()):
            mended = ", ".join(advisory["fix_versions"]) or "no version yet"
            yield f"{package['name']} {package['version']}: {advisory['id']}, mended in {mended}"
    if unknown := [package["name"] for package in packages if "skip_reason" in package]:
        yield f"Nothing is known of {len(unknown)}, for the index did not answer: {', '.join(unknown)}"


def main() -> int:
    """Print the advisories found; return 1 if there are any, or if a package could not be looked up."""
    pins = pinned(Path("requirements").glob("*.txt"))
    with NamedTemporaryFile("w", suffix=".txt") as asked:
        asked.write("\n".join(pins))
        asked.flush()
        done = subprocess.run(  # noqa: S603 -- our own command
            [sys.executable, "-m", "pip_audit", f"--requirement={asked.name}", *OPTIONS],
            capture_output=True,
            text=True,
            check=False,
        )
    if not done.stdout:
        print(done.stderr, file=sys.stderr)
        return done.returncode
    found = list(findings(json.loads(done.stdout)))
    print(f"{len(pins)} packages asked about", *found or ["No advisory is known."], sep="\n")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())

"""Made-up packages in a package index that is a folder and needs no network."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Sequence
from pathlib import Path
from zipfile import ZipFile


def add_wheel(index: Path, name: str, version: str, requires: Sequence[str] = ()) -> Path:
    """Add to the index a wheel with one module that contains its version."""
    shelf = index / name
    shelf.mkdir(parents=True, exist_ok=True)
    stem = name.replace("-", "_")
    wheel = shelf / f"{stem}-{version}-py3-none-any.whl"
    about = f"{stem}-{version}.dist-info"
    metadata = [f"Name: {name}", f"Version: {version}", *(f"Requires-Dist: {one}" for one in requires)]
    files = {
        f"{stem}.py": f"version = {version!r}\n",
        f"{about}/METADATA": "\n".join(["Metadata-Version: 2.1", *metadata, ""]),
        f"{about}/WHEEL": "Wheel-Version: 1.0\nGenerator: tests\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
    }
    record = [f"{path},sha256={_recorded(text)},{len(text)}" for path, text in files.items()]
    with ZipFile(wheel, "w") as archive:
        for path, text in files.items():
            archive.writestr(path, text)
        archive.writestr(f"{about}/RECORD", "\n".join([*record, f"{about}/RECORD,,", ""]))
    list_wheels(shelf)
    return wheel


def list_wheels(shelf: Path) -> None:
    """Write the page on which pip finds the wheels of one package."""
    listed = "".join(f'<a href="{one.name}">{one.name}</a>\n' for one in sorted(shelf.glob("*.whl")))
    (shelf / "index.html").write_text(f"<!DOCTYPE html><html><body>{listed}</body></html>")


def _recorded(text: str) -> str:
    return base64.urlsafe_b64encode(hashlib.sha256(text.encode()).digest()).rstrip(b"=").decode()


def pin(wheel: Path) -> str:
    """The line in a list of requirements that pins this wheel by hash."""
    name, version, *_ = wheel.name.split("-")
    return f"{name}=={version} --hash=sha256:{hashlib.sha256(wheel.read_bytes()).hexdigest()}\n"

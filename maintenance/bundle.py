"""`make kb-bundle`: sign the facts in `data/` as a bundle for people whose program is older. For maintainers.

`python -m maintenance.bundle new-key FILE` makes a key pair: the private key is written to the file, and the public
key is printed, to be added to `consentui/knowledge/bundles/keys.py`.
"""

from __future__ import annotations

import argparse
import os
import sys
from base64 import b64encode
from collections.abc import Sequence
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    load_pem_private_key,
)

from consentui import clock
from consentui.bundled import data_folder
from consentui.knowledge.base import KnowledgeBase
from consentui.knowledge.bundles.form import SUFFIX, bundle_file
from consentui.knowledge.lint.files import files_in
from consentui.knowledge.lint.in_step import in_step_file
from consentui.knowledge.lint.run import known_from, lint


class RefusedError(Exception):
    """The reason why no bundle was made."""


def new_key(path: Path) -> str:
    """Make a key pair; write the private key to a new file that only its owner can read, and return the public one.

    Raises FileExistsError if the file exists.
    """
    private = Ed25519PrivateKey.generate()
    content = private.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        file.write(content)
    return b64encode(private.public_key().public_bytes_raw()).decode()


def read_key(path: Path | None) -> Ed25519PrivateKey:
    """Read the private key from a file; raises RefusedError if none is named or it is not an Ed25519 key."""
    if path is None:
        raise RefusedError("name the private key: make kb-bundle KEY=FILE")
    key = load_pem_private_key(path.read_bytes(), None)
    if not isinstance(key, Ed25519PrivateKey):
        raise RefusedError(f"{path} is no Ed25519 key")
    return key


def make(data: Path, version: str, private: Ed25519PrivateKey) -> bytes:
    """Make a signed bundle of the facts in a folder; raises RefusedError if they break a lint rule."""
    files = files_in(data, data)
    findings = lint(files, known_from(data, KnowledgeBase(data)), clock.today(), data)
    if wrong := [one for one in findings if one.severity == "error"]:
        raise RefusedError(f"{len(wrong)} rules are broken: make facts names them")
    kept = [*files, in_step_file(data)]
    return bundle_file(version, {path.relative_to(data).as_posix(): path.read_bytes() for path in kept}, private)


def main(arguments: Sequence[str] | None = None) -> int:
    """Make a bundle or a key pair, as the command line says; return 1 if that fails."""
    parser = argparse.ArgumentParser(description="Make a signed bundle of the facts, or a pair of keys.")
    parser.add_argument("what", choices=("make", "new-key"))
    parser.add_argument("file", type=Path, nargs="?", help="where the bundle, or the private key, goes")
    parser.add_argument("--key", type=Path, help="the file with the private key")
    parser.add_argument("--version", default=clock.today().isoformat(), help="2026-11-29, or 2026-11-29.2")
    chosen = parser.parse_args(arguments)
    try:
        if chosen.what == "new-key":
            print(new_key(chosen.file or Path("consentui-kb.pem")))
            return 0
        path = chosen.file or Path("dist", f"consentui-{chosen.version}{SUFFIX}")
        content = make(data_folder(), chosen.version, read_key(chosen.key))
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    except (RefusedError, OSError, ValueError) as error:
        print(error, file=sys.stderr)
        return 1
    print(path)
    return 0


if __name__ == "__main__":
    sys.exit(main())

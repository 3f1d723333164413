"""Files put where the person wants them; the commands and the interface share it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from consentui.errors import StorageError, UsageError
from consentui.i18n import _
from consentui.text import clean_line


class FileIsThereError(UsageError):
    """A file would be replaced, and nobody said that it may."""


def save_text(path: Path, text: str, *, replace: bool = False) -> None:
    """Write a text in one step, as `save_file` does."""
    save_file(path, text.encode(), replace=replace)


def save_file(path: Path, content: bytes, *, replace: bool = False) -> None:
    """Write a file in one step; a `~` at the beginning of the path stands for the person's home.

    Raises FileIsThereError when a file is there already and may not be replaced, StorageError when it
    cannot be written; no half file is left.
    """
    from consentui.storage.files import replace_file

    with _telling(path):
        if not replace:
            refuse_to_replace(path)
        replace_file(path.expanduser(), content)


def refuse_to_replace(path: Path) -> None:
    """Raises FileIsThereError when a file is there already, StorageError when none can ever be."""
    with _telling(path):
        if path.expanduser().exists():
            raise FileIsThereError(
                _("{path} exists already.").format(path=path),
                way_out=_("Choose another name, or replace it with --force."),
            )


@contextmanager
def _telling(path: Path) -> Iterator[None]:
    """Say in our own words what no file can be made of."""
    try:
        yield
    except OSError as error:
        raise StorageError(_("The file could not be written."), f"{path}: {error.strerror}") from error
    except (RuntimeError, ValueError) as error:
        # What no system can have: the home of nobody (`~nobody`), a null character, a ring of links.
        raise StorageError(_("The file could not be written."), clean_line(str(path))) from error

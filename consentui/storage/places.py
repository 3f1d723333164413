"""Where consentui keeps its files: one folder per profile, by the system's conventions (XDG on Linux)."""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

from consentui.errors import UsageError
from consentui.i18n import _
from consentui.storage.roots import roots

DEFAULT_PROFILE = "default"
OURS = {
    "data": ("journal*.toml", "identity.toml", "drafts.json", "requests/*/*", "proofs/*", "issues/*"),
    "config": ("config.toml", "policy.toml", "knowledge/*.toml"),
}
"""The files of a profile, as patterns in its folders: a backup keeps them, forgetting removes them."""
LONGEST_NAME = 40
"""The most characters in the name of a profile."""
_PROFILE_NAME = re.compile(rf"[a-z0-9][a-z0-9_-]{{0,{LONGEST_NAME - 1}}}")


class Folders(NamedTuple):
    """The folders of one profile, and the cache that all profiles share."""

    data: Path
    """The person's journal and files, which must not be lost."""
    config: Path
    """The person's preferences."""
    state: Path
    """Where the person was in the interface; may be lost."""
    cache: Path
    """What can be computed again; shared by all profiles."""

    @property
    def journal(self) -> Path:
        return self.data / "journal.toml"

    @property
    def journal_as_read(self) -> Path:
        """What was last read from a long journal, kept to open it faster; it can be worked out again."""
        return self.cache / "journals" / f"{self.data.name}.json"

    @property
    def identity(self) -> Path:
        """The name and address of the person who writes letters, if they want them kept."""
        return self.data / "identity.toml"

    @property
    def drafts(self) -> Path:
        """Texts that were typed and not saved yet."""
        return self.data / "drafts.json"

    @property
    def requests(self) -> Path:
        """The texts that were sent, in one folder per request."""
        return self.data / "requests"

    @property
    def proofs(self) -> Path:
        """The files that were attached as proof, each named by its hash."""
        return self.data / "proofs"

    @property
    def own_knowledge(self) -> Path:
        """The person's own platform files."""
        return self.config / "knowledge"

    @property
    def bases(self) -> Path:
        """Knowledge bases installed beside the bundled one, for all profiles; no profile name begins with a dot."""
        return self.data.parent / ".knowledge"

    @property
    def policy(self) -> Path:
        """The policy of someone who looks after accounts for others: what is wanted of which control."""
        return self.config / "policy.toml"

    @property
    def config_file(self) -> Path:
        return self.config / "config.toml"


def profile_folders(profile: str = DEFAULT_PROFILE) -> Folders:
    """The folders of a profile; none is created.

    Raises UsageError for a name that would not be a valid folder name on every system.
    """
    if not _PROFILE_NAME.fullmatch(profile):
        raise UsageError(
            _("“{profile}” cannot be a profile name.").format(profile=profile),
            way_out=_("Use up to 40 lower-case letters, digits, hyphens and underscores."),
        )
    ours = roots()
    return Folders(data=ours.data / profile, config=ours.config / profile, state=ours.state / profile, cache=ours.cache)


def known_profiles() -> tuple[str, ...]:
    """The profiles that have a journal, sorted by name."""
    return tuple(sorted(path.parent.name for path in roots().data.glob("*/journal.toml")))


def is_begun(profile: str) -> bool:
    """Whether a profile of this name has any folder, even an empty one; raises UsageError like `profile_folders`."""
    folders = profile_folders(profile)
    return any(folder.is_dir() for folder in (folders.data, folders.config, folders.state))


def all_profiles() -> tuple[str, ...]:
    """The profiles that have any folder, with or without a journal, sorted by name."""
    ours = roots()
    places = (ours.data, ours.config, ours.state)
    found = {path.name for place in places for path in place.glob("*") if path.is_dir()}
    return tuple(sorted(filter(_PROFILE_NAME.fullmatch, found)))


def private_folder(folder: Path) -> Path:
    """The folder, created if missing, with its missing parents, for its owner only (mode 0700)."""
    if folder.is_dir():
        return folder
    missing = [parent for parent in (folder, *folder.parents) if not parent.exists()]
    for parent in reversed(missing):
        parent.mkdir(mode=0o700, exist_ok=True)
    return folder

"""The profiles on this machine, one for each person: how far each has come, and beginning another."""

from __future__ import annotations

import re
import unicodedata

from msgspec import Struct

from consentui import clock
from consentui.checklist.items import Progress
from consentui.errors import ConsentuiError, UsageError
from consentui.i18n import _
from consentui.nearest import nearest
from consentui.profile.running import running_requests
from consentui.profile.session import open_session
from consentui.storage.files import failing_as
from consentui.storage.places import LONGEST_NAME, all_profiles, is_begun, private_folder, profile_folders

_NOTHING = Progress(0, 0)


class ProfileProgress(Struct, frozen=True):
    """A profile, and how far it has come."""

    profile: str
    accounts: int = 0
    progress: Progress = _NOTHING
    """Over the controls of all accounts."""
    late: int = 0
    """How many requests are overdue."""
    fault: str = ""
    """Why nothing can be told of it; empty if it can."""


def person(profile: str) -> ProfileProgress:
    """How far a profile has come; an error in its files is told in `fault`, not raised.

    Opens the profile and works out its deadlines, which is slow: call it in a thread.
    """
    try:
        session = open_session(profile)
        late = sum(one.here.is_late(clock.today()) for one in running_requests(session))
        return ProfileProgress(profile, len(session.accounts), session.checklist.progress(), late)
    except ConsentuiError as error:
        return ProfileProgress(profile, fault=error.title)


def profile_called(name: str) -> str:
    """The profile name for a person: “Marie Lefèvre” gives `marie-lefevre`; empty if no usable character is left."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9_]+", "-", plain).strip("-_")[:LONGEST_NAME].rstrip("-_")


def begin(profile: str) -> None:
    """Begin a profile by making its folder, which is still empty.

    Raises UsageError for an invalid name, StorageError if the folder cannot be made.
    """
    folder = profile_folders(profile).data
    with failing_as(_("The profile could not be created."), folder):
        private_folder(folder)


def begin_another(profile: str) -> None:
    """Begin a profile as `begin` does; raises UsageError also for a name that is taken."""
    if is_begun(profile):
        raise UsageError(_("There is already a profile “{profile}”.").format(profile=profile))
    begin(profile)


def require_known(profile: str, more: str = "") -> None:
    """Raise UsageError, with the nearest name and `more` ways out, for a profile that was never begun."""
    if is_begun(profile):
        return
    known = all_profiles()
    near = nearest(profile, known)
    if near:
        way_out = _("Did you mean “{near}”?").format(near=near)
    elif known:
        way_out = _("Known profiles: {names}.").format(names=", ".join(known))
    else:
        way_out = ""
    raise UsageError(
        _("There is no profile “{profile}”.").format(profile=profile), way_out="\n".join(filter(None, (way_out, more)))
    )

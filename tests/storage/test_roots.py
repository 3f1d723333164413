"""Our folders are where the platform's conventions say, told without asking a library on Linux."""

from __future__ import annotations

import subprocess
import sys

import pytest
from platformdirs import PlatformDirs

from consentui.storage.roots import Roots, roots

NAMES = ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME")


@pytest.mark.parametrize("home", ["/home/ada", "/home/ada/", "relative", ""])
@pytest.mark.parametrize("place", ["", "/elsewhere", "/elsewhere/", "~/mine", "relative", "/a folder/of é"])
@pytest.mark.parametrize("name", NAMES)
def test_the_folders_are_those_that_platformdirs_says(
    name: str, place: str, home: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for other in NAMES:
        monkeypatch.delenv(other, raising=False)
    monkeypatch.setenv(name, place)
    monkeypatch.setenv("HOME", home)
    dirs = PlatformDirs("consentui", appauthor=False)
    assert roots() == Roots(dirs.user_data_path, dirs.user_config_path, dirs.user_state_path, dirs.user_cache_path)


def test_the_folders_are_those_of_platformdirs_without_a_home(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("HOME", raising=False)
    assert roots().data == PlatformDirs("consentui", appauthor=False).user_data_path


def test_on_linux_the_library_is_not_loaded_to_be_asked() -> None:
    script = "import sys; from consentui.storage.roots import roots; roots(); sys.exit('platformdirs' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", script], check=False, timeout=60)
    assert done.returncode == (sys.platform != "linux")

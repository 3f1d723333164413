"""Two files of the person's own are merged: the contents of both stay, and a mistake in either does no harm."""

from __future__ import annotations

import pytest

from consentui.profile.own_merging import put_together
from tests.builders import a_platform
from tests.knowledge.files import as_toml

MINE = as_toml(a_platform())


@pytest.mark.parametrize("value", ["[]", "{}", "1", "[1]", "2026-01-01"])
def test_an_id_that_is_none_leaves_mine_as_it_is(value: str) -> None:
    spoilt = f"{MINE}\n[[control]]\nid = {value}\n"
    assert put_together("config/knowledge/chirp.toml", spoilt, MINE) == spoilt
    assert put_together("config/knowledge/chirp.toml", MINE, spoilt) == MINE

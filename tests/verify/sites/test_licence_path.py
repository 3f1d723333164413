"""The path of the licence that robots.txt names: on the same host, or none."""

from __future__ import annotations

import pytest

from consentui.verify.sites.robots import read_robots
from consentui.verify.sites.rsl import licence_path


@pytest.mark.parametrize(
    ("line", "path"),
    [
        ("License: https://example.org/terms/rsl.xml", "/terms/rsl.xml"),
        ("license: /rsl.xml?v=1", "/rsl.xml?v=1"),
        ("License: HTTPS://EXAMPLE.ORG", "/"),
        ("License: https://elsewhere.example/rsl.xml", None),
        ("License: https://example.org@elsewhere.example/", None),
        ("License: //elsewhere.example/rsl.xml", None),
        ("License: file:///etc/passwd", None),
        ("License: https://[", None),
        ("Sitemap: https://example.org/s.xml", None),
    ],
)
def test_a_licence_on_another_host_is_not_looked_for(line: str, path: str | None) -> None:
    assert licence_path(read_robots(line), "https://example.org") == path

"""The robots.txt of a site on WordPress.com, as its code writes it; the files are stubs."""

from __future__ import annotations

import pytest

from consentui.verify.public.observations import Reserve
from consentui.verify.public.wordpress import ALL, NONE, REFUSED_BY_NAME, observation_of_robots

USUAL = "User-agent: *\nDisallow: /wp-admin/\nAllow: /wp-admin/admin-ajax.php\n\n"
ADDED = "".join(f"User-agent: {name}\nDisallow: /\n\n" for name in REFUSED_BY_NAME)


@pytest.mark.parametrize(
    ("text", "says", "reserve"),
    [
        (USUAL + ADDED, ALL, None),
        (USUAL, NONE, None),
        ("", NONE, None),
        (USUAL + "User-agent: GPTBot\nDisallow: /\n", NONE, Reserve.IN_PART),
        ("User-agent: *\nDisallow: /\n", NONE, Reserve.NOT_TOLD),
        (USUAL + ADDED + "User-agent: GPTBot\nAllow: /blog\n", NONE, Reserve.IN_PART),
    ],
)
def test_all_of_the_names_or_none_say_something(text: str, says: str, reserve: Reserve | None) -> None:
    found = observation_of_robots("https://marie.wordpress.com/robots.txt", text.encode())
    assert (found.says, found.reserve) == (says, reserve)


def test_how_many_are_refused_is_what_is_printed() -> None:
    found = observation_of_robots("https://marie.wordpress.com/robots.txt", (USUAL + ADDED).encode())
    assert (found.value, found.member) == ("14/14", "robots.txt")

"""What a public issue shows about a request to be left out of The Stack (bigcode-project/opt-out-v2).

It is read through GitHub's API, which needs no token for it:
https://docs.github.com/en/rest/issues/issues#get-an-issue
"""

from __future__ import annotations

import re

from consentui.text import clean_line, shorten
from consentui.verify.atproto.identity import json_of, member
from consentui.verify.public.observations import Observation, Reserve, sum_of

HOST = "api.github.com"
SIGN = "issue"
_PAGE = re.compile(r"https://github\.com/bigcode-project/opt-out-v2/issues/(\d{1,9})/?")
_NUMBER = re.compile(r"\d{1,9}")
_LONGEST = 100


def author_and_number(word: str) -> tuple[str, int] | None:
    """The GitHub name, empty if not given, and the issue number in `marie#123`, `#123`, `123` or the issue's address.

    None if the text is none of these.
    """
    line = word.strip()
    if page := _PAGE.fullmatch(line):
        return "", int(page[1])
    author, hash_mark, number = line.rpartition("#")
    if not (hash_mark or line.isdecimal()) or not _NUMBER.fullmatch(number):
        return None
    return author.removeprefix("@"), int(number)


def issue_path(number: int) -> str:
    """The path of an issue in GitHub's API."""
    return f"/repos/bigcode-project/opt-out-v2/issues/{number}"


def observation_of_issue(address: str, author: str, content: bytes) -> Observation | None:
    """The state of an issue; None if the content is not an issue, or if `author` is given and did not open it."""
    issue = json_of(content)
    by, state = member(member(issue, "user"), "login"), member(issue, "state")
    if not isinstance(by, str) or not isinstance(state, str) or (author and by.casefold() != author.casefold()):
        return None
    printed = shorten(clean_line(state), _LONGEST)
    reserve = Reserve.STILL_OPEN if state == "open" else None
    return Observation(SIGN, printed, address, SIGN, "state", printed, sum_of(content), reserve)

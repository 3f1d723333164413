"""Whatever a site answers, there is a finding for each signal, and silence never counts as a refusal."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from consentui.verify.sites.findings import Says, Signal
from consentui.verify.sites.pieces import Piece, Place, Site
from consentui.verify.sites.robots import read_robots
from consentui.verify.sites.rsl import licence_path
from tests.verify.sites.site import a_site, finding, looked

words = st.sampled_from(
    [
        b"User-agent: ",
        b"*",
        b"GPTBot",
        b"Disallow: ",
        b"/",
        b"\n",
        b"\r",
        b"Allow:",
        b"Content-Signal: ",
        b"ai-train=",
        b"no",
        b"License: ",
        b"https://[",
        b"<![",
        b"<!",
        b"<meta name=robots content=",
        b"<rsl>",
        b"<prohibits type=usage>",
        b"ai-train",
        b'[{"location":"/","tdm-reservation":',
        b"1",
        b"}]",
        b"\xff\xfe",
        b"\x00",
        b"datatrainingallowed=",
        b"<content url=",
        b"--",
        b">",
        b"'",
        b"&#",
        b"#",
    ]
)
content = st.binary(max_size=200) | st.lists(words, max_size=30).map(b"".join)
pieces = st.dictionaries(
    st.sampled_from(list(Place)),
    st.builds(Piece, st.sampled_from(["there", "missing", "unknown"]), content),
)
headers = st.none() | st.dictionaries(
    st.sampled_from(["x-robots-tag", "tdm-reservation", "content-usage", "server"]), st.text(max_size=80)
)


@given(pieces=pieces, headers=headers)
def test_any_bytes_come_to_a_finding_for_each_signal(
    pieces: dict[Place, Piece], headers: dict[str, str] | None
) -> None:
    found = looked(Site("https://example.org", pieces, headers))
    assert [one.signal for one in found.findings] == list(Signal)
    for one in found.findings:
        assert one.evidence or one.signal is Signal.ROBOTS or one.says not in {Says.REFUSES, Says.ALLOWS}


@given(text=content)
def test_any_robots_txt_has_a_licence_of_its_own_host_or_none(text: bytes) -> None:
    path = licence_path(read_robots(text.decode("utf-8", "replace")), "https://example.org")
    assert path is None or path.startswith("/")


@given(rest=st.lists(st.sampled_from(["User-agent: GPTBot", "Allow: /a", "Disallow: /b", "Disallow:", ""]), max_size=8))
def test_what_allows_anything_is_never_called_a_refusal(rest: list[str]) -> None:
    site = a_site(robots="\n".join(["User-agent: GPTBot", "Disallow: /", "Allow: /x", *rest]))
    assert looked(site).crawlers[0].says is not Says.REFUSES
    assert finding(site, Signal.ROBOTS).says is not Says.REFUSES

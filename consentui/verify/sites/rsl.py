"""Really Simple Licensing (RSL 1.0): a `License:` line in robots.txt, and the licence to which it points."""

from __future__ import annotations

from urllib.parse import urljoin, urlsplit

from consentui.verify.sites.findings import Addition, Says, Signal, SignalFinding, SignalStatement, said_in_all
from consentui.verify.sites.markup import Markup
from consentui.verify.sites.pieces import Passage, Place, Site, quoted
from consentui.verify.sites.robots import Robots

_TRAINING = frozenset({"ai-train", "ai-all", "all"})
"""The uses that are or include training."""
_WHOLE = frozenset({"/", "/*", "*"})
_LICENCE = (
    '<rsl xmlns="https://rslstandard.org/rsl">',
    '  <content url="/">',
    "    <license>",
    '      <prohibits type="usage">ai-train</prohibits>',
    "    </license>",
    "  </content>",
    "</rsl>",
)
_NOWHERE = "https://example.org"
"""The placeholder for the address of a site that is read from a folder."""


def licence_path(robots: Robots, root: str) -> str | None:
    """The path of the licence on the site (`/license.xml`); None if there is none, or if it is on another site."""
    if not robots.licences:
        return None
    try:
        there, here = urlsplit(urljoin(f"{root or _NOWHERE}/", robots.licences[0].value)), urlsplit(root)
    except ValueError:
        return None
    if there.scheme not in {"https", "http"} or (root and there.netloc.casefold() != here.netloc.casefold()):
        return None
    return (there.path or "/") + (f"?{there.query}" if there.query else "")


def read_rsl(site: Site, robots: Robots) -> SignalFinding:
    """What the licence says about training."""
    line = tuple(one.evidence for one in robots.licences[:1])
    robots_piece, piece = site.piece(Place.ROBOTS), site.piece(Place.LICENCE)
    if robots_piece.state == "unknown":
        return SignalFinding(Signal.RSL, Says.UNKNOWN, why=robots_piece.why)
    address = f"License: {site.root or _NOWHERE}/{Place.LICENCE}"
    whole = (Addition(Place.ROBOTS, (address,)), Addition(Place.LICENCE, _LICENCE))
    if not line:
        return SignalFinding(Signal.RSL, Says.NOTHING, missing=whole, needs_all=True)
    if piece.state != "there":
        says = Says.UNKNOWN if piece.state == "unknown" else Says.NOT_READABLE
        return SignalFinding(Signal.RSL, says, line, whole[1:] if says is Says.NOT_READABLE else (), why=piece.why)
    reader = _Reader()
    reader.take(site.text(Place.LICENCE))
    if not reader.is_licence:
        return SignalFinding(Signal.RSL, Says.NOT_READABLE, line, whole[1:])
    says = said_in_all(reader.statements)
    evidence = (*line, *(one.evidence for one in reader.statements))
    return SignalFinding(Signal.RSL, says, evidence, () if says is Says.REFUSES else whole[1:])


class _Reader(Markup):
    """Reads a licence like an HTML page, since an XML parser could be made to expand, fetch or nest too deeply."""

    def __init__(self) -> None:
        super().__init__()
        self.is_licence = False
        self.statements: list[SignalStatement] = []
        self._location = ""
        self._said: str | None = None
        self._words = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        said = dict(attrs)
        if tag == "rsl":
            self.is_licence = True
        elif tag == "content":
            self._location = (said.get("url") or "").strip()
        elif tag in {"permits", "prohibits"} and said.get("type") == "usage":
            self._said, self._words = tag, ""

    def handle_data(self, data: str) -> None:
        if self._said:
            self._words += data

    def handle_endtag(self, tag: str) -> None:
        if tag != self._said:
            return
        if _TRAINING.intersection(self._words.replace(",", " ").split()):
            shown = Passage(Place.LICENCE, quoted(f"{tag}: {self._words}"), self.getpos()[0])
            self.statements.append(SignalStatement(tag == "prohibits", self._location in _WHOLE, shown))
        self._said = None

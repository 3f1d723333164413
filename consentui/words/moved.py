"""An issue report for the knowledge base about a control that has moved; the person sends it themselves."""

from __future__ import annotations

from datetime import date

from msgspec import Struct

from consentui.i18n import _, language
from consentui.knowledge.records import Control, Platform, Surface
from consentui.text import clean_line
from consentui.words.names import breadcrumbs, platform_name, surface_name


class Issue(Struct, frozen=True):
    """A report in three parts."""

    title: str
    seen: str
    """What the person saw; short enough for a QR code."""
    known: str
    """What the knowledge base says."""

    def __str__(self) -> str:
        return f"{self.title}\n\n{self.seen}\n\n{self.known}\n"


def issue(
    platform: Platform,
    control: Control,
    today: date,
    surface: Surface | None = None,
    seen: str = "",
    country: str = "",
    *,
    steps: str = "",
    screen_language: str = "",
) -> Issue:
    """A report in Markdown: which control, where, what was seen, what the knowledge base says. It names no account."""
    title = _("{platform}: “{control}” has moved").format(
        platform=platform_name(platform), control=control.title.in_language(language())
    )
    unknown = _("(fill in)")
    seen_there = [
        _bullet(_("Control"), f"{platform.id}/{control.id}"),
        _bullet(_("Seen on"), today.isoformat()),
        _bullet(_("Where"), surface_name(surface) if surface else unknown),
        _bullet(_("Country"), country or unknown),
        _bullet(_("Language of the screen"), clean_line(screen_language) or unknown),
        _bullet(_("Label seen"), clean_line(seen) or unknown),
        _bullet(_("Menu steps seen"), clean_line(steps) or unknown),
    ]
    known = [
        _("What the knowledge base says (checked on {date}):").format(date=control.verified_on.isoformat()),
        "",
    ]
    for route in control.route:
        path = breadcrumbs(route.path.en or route.path.fr)
        parts = (path, route.label.en or route.label.fr or "", route.url or "")
        known.append(_bullet(route.surface, " · ".join(part for part in parts if part)))
    return Issue(f"# {title}", "\n".join(seen_there), "\n".join(known))


def _bullet(name: str, text: str) -> str:
    return f"- {name}{_(':')} {text}"

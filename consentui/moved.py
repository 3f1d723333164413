"""An issue for those who keep the knowledge base: a control is not where we say; the person sends it themselves."""

from __future__ import annotations

from datetime import date

from consentui.i18n import _, language
from consentui.knowledge.records import Control, Platform, Surface
from consentui.wording import breadcrumbs, platform_name, surface_name


def issue_text(
    platform: Platform, control: Control, today: date, surface: Surface | None = None, seen: str = "", country: str = ""
) -> str:
    """A ready issue in Markdown: which control, where, what was seen, what we said. No account is named."""
    unknown = _("(fill in)")
    lines = [
        "# "
        + _("{platform}: “{control}” has moved").format(
            platform=platform_name(platform), control=control.title.in_language(language())
        ),
        "",
        f"- {_('Control')}{_(':')} {platform.id}/{control.id}",
        f"- {_('Seen on')}{_(':')} {today.isoformat()}",
        f"- {_('Where')}{_(':')} {surface_name(surface) if surface else unknown}",
        f"- {_('Country')}{_(':')} {country or unknown}",
        f"- {_('Language of the screen')}{_(':')} {unknown}",
        f"- {_('Label seen')}{_(':')} {seen or unknown}",
        f"- {_('Menu steps seen')}{_(':')} {unknown}",
        "",
        _("What the knowledge base says (checked on {date}):").format(date=control.verified_on.isoformat()),
        "",
    ]
    for route in control.route:
        steps = breadcrumbs(route.path.en or route.path.fr)
        parts = (steps, route.label.en or route.label.fr or "", route.url or "")
        lines.append(f"- {route.surface}{_(':')} " + " · ".join(part for part in parts if part))
    return "\n".join(lines) + "\n"

"""`consentui authority`: which supervisory authority to complain to."""

from __future__ import annotations

import click
import msgspec

from consentui.cli.say import json_option, say, session_of, show, show_json
from consentui.i18n import _
from consentui.i18n.dates import long_date
from consentui.knowledge.authorities import authority_for, region_called, regional_authorities
from consentui.words.authorities import authority_text


@click.command("authority")
@click.option("--country", metavar=_("CODE"), help=_("A country other than yours."))
@click.option("--region", metavar=_("CODE"), default="", help=_("Your state in Germany, such as HH."))
@json_option
@click.pass_context
def authority_command(ctx: click.Context, country: str | None, region: str, as_json: bool) -> None:
    session = session_of(ctx)
    where = (country or session.preferences.country).upper()
    authorities = session.knowledge.authorities()
    code = region_called(authorities, where, region) if region else ""
    if not region and where == session.preferences.country:
        code = session.preferences.region
    found = authority_for(authorities, where, code)
    if found is None:
        for one in regional_authorities(authorities, where):
            say(f"{one.region}\t{one.region_name}\t{one.name}")
        say(_("No authority is known for this: name the country, and the region if there are several."))
        ctx.exit(1)
    if as_json:
        show_json(msgspec.to_builtins(found))
        return
    show(authority_text(found))
    say(_("Contact details as of {date}.").format(date=long_date(found.recorded_on)))

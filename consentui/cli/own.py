"""`consentui kb new`: begin a file of one's own for a platform, and its company, missing from the knowledge base."""

from __future__ import annotations

import click

from consentui.cli.say import ask, say, session_of, show
from consentui.i18n import _
from consentui.knowledge.new import NewCompany


@click.command(
    "new",
    help=_(
        "Begin a platform file of your own, with notes on each key, and print where it is. Who answers for the data is"
        " asked unless named: any company can then be written to."
    ),
)
@click.argument("name", metavar=_("NAME"), nargs=-1, required=True)
@click.option("--company", metavar=_("TEXT"), help=_("The legal name of who answers for the data; none: leave it out."))
@click.option("--address", metavar=_("TEXT"), help=_("Its postal address, lines separated by commas."))
@click.option("--email", metavar=_("ADDRESS"), help=_("Where requests can be sent to."))
@click.option("--seat", metavar=_("CODE"), help=_("The country that it sits in: IE."))
@click.pass_context
def new(
    ctx: click.Context,
    name: tuple[str, ...],
    company: str | None,
    address: str | None,
    email: str | None,
    seat: str | None,
) -> None:
    from consentui.profile.own_files import begin, free_place

    session = session_of(ctx)
    free_place(session.folders, session.knowledge, " ".join(name))
    called = company if company is not None else _asked(_("Who answers for the data, by legal name (Enter: later)"))
    found = None
    if called.strip():
        found = NewCompany(
            called,
            address if address is not None else _asked(_("Its postal address, lines separated by commas")),
            email if email is not None else _asked(_("The e-mail address for requests")),
            seat if seat is not None else _asked(_("The country it sits in, such as IE")),
        )
    path = begin(session.folders, session.knowledge, " ".join(name), found)
    show(str(path))
    say(_("It can be used at once: “consentui account add {id}”. Open it to go on.").format(id=path.stem))


def _asked(question: str) -> str:
    """What the person types; empty if nobody can be asked."""
    try:
        return str(ask(question, default=""))
    except click.Abort:
        return ""

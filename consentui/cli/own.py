"""`consentui kb new`: begin a file of one's own for a platform, and its company, missing from the knowledge base."""

from __future__ import annotations

import click

from consentui.cli.say import ask, say, session_of, show
from consentui.i18n import _
from consentui.knowledge.new import NewCompany


@click.command(
    "new",
    help=_(
        "Start a platform file of your own. It has notes on each key. Prints where it is, and asks which "
        "company is responsible for the data unless you name it: any company can then be written to."
    ),
)
@click.argument("name", metavar=_("NAME"), nargs=-1, required=True)
@click.option(
    "--company",
    metavar=_("TEXT"),
    help=_("The legal name of the company responsible for the data; empty to leave it out."),
)
@click.option("--address", metavar=_("TEXT"), help=_("Its postal address, lines separated by commas."))
@click.option("--email", metavar=_("ADDRESS"), help=_("Where to send requests."))
@click.option("--seat", metavar=_("CODE"), help=_("The country it is based in, such as IE."))
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
    called = (
        company
        if company is not None
        else _asked(_("The company responsible for the data, by legal name (Enter: later)"))
    )
    found = None
    if called.strip():
        found = NewCompany(
            called,
            address if address is not None else _asked(_("Its postal address, lines separated by commas")),
            email if email is not None else _asked(_("The e-mail address for requests")),
            seat if seat is not None else _asked(_("The country it is based in, such as IE")),
        )
    path = begin(session.folders, session.knowledge, " ".join(name), found)
    show(str(path))
    say(_("It can be used at once: “consentui account add {id}”. Open it to continue.").format(id=path.stem))


def _asked(question: str) -> str:
    """What the person types; empty if nobody can be asked."""
    try:
        return str(ask(question, default=""))
    except click.Abort:
        return ""

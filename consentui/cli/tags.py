"""`consentui account tag`, and the options with which other commands take tags or select accounts by them."""

from __future__ import annotations

import click

from consentui.cli import offers
from consentui.cli.say import say, session_to_write
from consentui.errors import UsageError
from consentui.i18n import _
from consentui.words.accounts import tags_words

only_tagged = click.option(
    "--tag",
    "tags",
    metavar=_("TAG"),
    multiple=True,
    shell_complete=offers.tags,
    help=_("Only accounts with this tag; repeatable: those with all of them."),
)
given_tags = click.option(
    "--tag", "tags", metavar=_("TAG"), multiple=True, shell_complete=offers.tags, help=_("A tag for it; repeatable.")
)


@click.command(
    "tag",
    # A word with a leading minus is a tag to remove and not an option, so -h must not ask for help here.
    context_settings={"ignore_unknown_options": True, "help_option_names": ["--help"]},
    help=_(
        "Add tags to accounts and remove them. For example “ACCOUNT… +press -old” adds one and removes "
        "another; one undo takes back everything changed at once."
    ),
)
@click.argument("words", metavar=_("ACCOUNT... +TAG -TAG"), nargs=-1, shell_complete=offers.tagging)
@click.pass_context
def tag_command(ctx: click.Context, words: tuple[str, ...]) -> None:
    session = session_to_write(ctx)
    added = [word for word in words if word.startswith("+")]
    removed = [word for word in words if word.startswith("-")]
    names = [word for word in words if word not in {*added, *removed}]
    if not names or not (added or removed):
        raise UsageError(
            _("It is not clear which account, or which tag."), way_out=_("“account tag ACCOUNT +press -old”.")
        )
    accounts = [session.accounts.called(name) for name in dict.fromkeys(names)]
    changed = session.accounts.tag(accounts, " ".join(added), " ".join(removed))
    for account in changed:
        carried = tags_words(account.tags) or _("no tags left")
        say(f"{account.id}{_(':')} {carried}")
    if not changed:
        say(_("They are already tagged like this."))

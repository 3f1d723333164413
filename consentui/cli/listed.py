"""The name, help text and module of each command, so that listing the commands imports none of them."""

from __future__ import annotations

from typing import NamedTuple

from consentui.i18n import N_


class Listed(NamedTuple):
    """A subcommand of the root command."""

    module: str
    """The name of its module in `consentui/cli/`."""
    help: str
    """Marked for translation with `N_`; translated when shown."""


COMMANDS = {
    "people": Listed("people", N_("Show every profile on this machine, and how far each is.")),
    "account": Listed("account", N_("Add, list, change or remove accounts.")),
    "import": Listed(
        "imports",
        N_(
            "Find out from files which accounts you have. A file may be a password manager’s or browser’s "
            "export, bookmarks, a list (CSV: platform, name, type, owner, client, tags) or a platform’s "
            "download. The command shows the accounts and asks before adding any. Only addresses and user names "
            "are looked at."
        ),
    ),
    "credential": Listed("credential", N_("Keep sign-in names, passwords and tokens in the keyring.")),
    "status": Listed("status", N_("Show where every account stands.")),
    "next": Listed(
        "next",
        N_(
            "Show what to do next. Late answers come first, then letters to send and controls. Exit code 1 when "
            "nothing is left."
        ),
    ),
    "walk": Listed("walk", N_("Go through what is open, one control at a time.")),
    "record": Listed(
        "record",
        N_(
            "Record what happened with a control of an account. Give ACCOUNT CONTROL OUTCOME. With --all or "
            "--account, for several accounts at once, give CONTROL OUTCOME, the control as platform/control. "
            "With --stdin, give a line ACCOUNT CONTROL OUTCOME for each. One undo takes back everything "
            "recorded at once."
        ),
    ),
    "decide": Listed(
        "record",
        N_("Record what you want for a control. A decision is one of: refuse, allow, undecided."),
    ),
    "note": Listed("record", N_("Add a note to a control of an account.")),
    "proof": Listed(
        "proof",
        N_("Attach proofs (screenshots, confirmations), and check them."),
    ),
    "verify": Listed("verify", N_("Compare what you ticked with what platforms themselves say.")),
    "declare": Listed(
        "declare",
        N_(
            "Write a wish into an account’s public record. The account is on Bluesky or elsewhere on its "
            "network; the command signs in with an app password from the keyring (uses the network). Each host "
            "is named, the change is shown before it is made, and the record is read again afterwards. "
            "--take-back withdraws a wish: nothing is stated then."
        ),
    ),
    "undo": Listed("history", N_("Undo the last entry. Exit code 1 when there is nothing to undo.")),
    "redo": Listed(
        "history",
        N_("Redo what was undone last. Exit code 1 when there is nothing to redo."),
    ),
    "history": Listed("history", N_("Show what was recorded, newest last.")),
    "merge": Listed(
        "history",
        N_("Add what another copy of the journal has. Give the journal, or its whole folder."),
    ),
    "merge-driver": Listed(
        "history",
        N_(
            "Merge two versions of a file for git. In git’s configuration: driver = consentui merge-driver %O %A %B %P."
        ),
    ),
    "backup": Listed(
        "backup",
        N_(
            "Write everything kept about you into one archive. It holds the journal, texts, proofs, preferences "
            "and your own platforms, and is read back once written. Passwords in the keyring are not in it."
        ),
    ),
    "restore": Listed(
        "backup",
        N_(
            "Add what a backup holds to this profile. The command shows it, then asks; nothing already here is "
            "replaced."
        ),
    ),
    "forget": Listed(
        "forget",
        N_("Remove what is kept on this machine. Each command shows it, then asks; it cannot be undone."),
    ),
    "compact": Listed(
        "forget",
        N_("Rewrite the journal without what was undone. A copy is kept. Exit code 1 if nothing was undone."),
    ),
    "deadline": Listed("deadline", N_("Show the deadline of a request, and the rules it follows.")),
    "request": Listed("request", N_("Exercise a right, and follow it to the end.")),
    "letter": Listed("letter", N_("Print a letter of a request. By default, it is the next one.")),
    "due": Listed("due", N_("Show which answers are due when. Exit code 1 when one is overdue.")),
    "authority": Listed(
        "authority",
        N_("Show the authority you can complain to. Exit code 1 when it is not known."),
    ),
    "calendar": Listed(
        "calendar",
        N_(
            "Write deadlines and reviews as a calendar file. Importing it again updates the events. Exit code 1 "
            "when there are none."
        ),
    ),
    "identity": Listed("identity", N_("Keep, show or forget the name and address for letters.")),
    "policy": Listed(
        "policy",
        N_(
            "Set what is wanted for each control. It is kept in “policy.toml”, for those who are responsible "
            "for others."
        ),
    ),
    "report": Listed(
        "report",
        N_("Write a report. Its kinds show what was done, what is left, the evidence, many accounts, or what changed."),
    ),
    "kb": Listed("kb", N_("Browse the knowledge base, and check it.")),
    "config": Listed("config", N_("Show or change the preferences.")),
    "doctor": Listed(
        "doctor",
        N_("Check journal, preferences, knowledge base and keyring. Exit code 1 on a fault."),
    ),
    "completion": Listed("completion", N_("Print the completion script of a shell.")),
}
"""The commands by name, in the order in which `--help` shows them."""

"""`consentui doctor`: check that everything consentui depends on is in order."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import click

from consentui import __version__, clock
from consentui.cli.say import json_option, show, show_json
from consentui.errors import ConsentuiError, KnowledgeError
from consentui.i18n import _, ngettext
from consentui.journal import file
from consentui.journal.entries import Attached, RequestSent
from consentui.journal.fold import Ledger, in_force
from consentui.knowledge.ages import age_of
from consentui.profile.bases import knowledge_of
from consentui.profile.journal import Journal
from consentui.profile.preferences import read_config
from consentui.profile.proofs import find_altered, proofs_in
from consentui.profile.surroundings import notices
from consentui.profile.texts import altered_texts
from consentui.profile.vault import availability, backend_name
from consentui.storage.places import Folders, profile_folders
from consentui.text import clean_line
from consentui.words.ages import age_warning, checked_words

Check = tuple[str, bool, str]
"""What was checked, whether it is in order, and what was found."""


@click.command("doctor")
@click.option("--mend", is_flag=True, help=_("Repair what can be repaired, and ask what only you can know."))
@json_option
@click.pass_context
def doctor_command(ctx: click.Context, mend: bool, as_json: bool) -> None:
    folders = profile_folders(ctx.find_root().obj)
    if mend:
        from consentui.cli.mend import mend as mend_all

        mend_all(ctx, folders)
    checks = list(_checks(folders))
    if as_json:
        show_json(
            {
                "version": __version__,
                "checks": [dict(zip(("what", "ok", "found"), c, strict=True)) for c in checks],
            }
        )
    else:
        show(f"consentui {__version__}")
        for what, is_fine, found in checks:
            verdict = _("ok") if is_fine else _("FAULT")
            show(f"{verdict}\t{what}\t{found}")
    if not all(is_fine for _what, is_fine, _found in checks):
        ctx.exit(1)


def _checks(folders: Folders) -> Iterator[Check]:
    yield _tried(_("journal"), lambda: _journal(folders.journal))
    yield from _kept(folders)
    yield _private(_("journal folder"), folders.data)
    yield _tried(_("preferences"), lambda: _config(folders.config_file))
    yield _tried(_("knowledge base"), lambda: _knowledge(folders))
    yield _tried(_("age of the facts"), lambda: _age(folders))
    yield _keyring()


def _tried(what: str, check: Callable[[], str]) -> Check:
    try:
        return what, True, check()
    except ConsentuiError as error:
        return what, False, " ".join(str(error).splitlines())


def _journal(path: Path) -> str:
    read = file.read(path)
    count = len(read.entries) + len(read.newer)
    size = ngettext("{count} entry", "{count} entries", count).format(count=count) if count else _("no entry yet")
    return f"{path} ({size})"


def _kept(folders: Folders) -> Iterator[Check]:
    """Check the sent letters, the proofs, the references, and the files beside the journal.

    Yields nothing if the journal cannot be read, which is a check of its own.
    """
    try:
        journal = Journal(folders.journal)
    except ConsentuiError:
        return
    entries = in_force(journal.entries)
    yield _letters(folders, [entry for entry in entries if isinstance(entry, RequestSent)])
    yield _proofs(folders, proofs_in(entries))
    yield from _references(journal.ledger)
    for notice in notices(journal, folders):
        yield _("next to the journal"), False, f"{notice.title} {notice.detail}"


def _references(ledger: Ledger) -> Iterator[Check]:
    """Report references that two copies of the journal both gave, and entries that may be about several requests."""
    for given, several in ledger.openings.clashes.items():
        names = ", ".join(ledger.openings.references[one.id] for one in several)
        found = _("{reference} was used more than once; told apart as {names}").format(reference=given, names=names)
        yield _("references"), True, found
    if unclear := ledger.unclear:
        found = ngettext(
            "{count} entry may be about one of several requests: “consentui doctor --mend” asks which one",
            "{count} entries may be about one of several requests: “consentui doctor --mend” asks which ones",
            len(unclear),
        )
        yield _("references"), False, found.format(count=len(unclear))


def _letters(folders: Folders, sent: Sequence[RequestSent]) -> Check:
    if wrong := altered_texts(folders.data, sent):
        names = ", ".join(path.relative_to(folders.data).as_posix() for path in wrong)
        return _("letters"), False, _("missing, or not what was sent: {names}").format(names=names)
    found = ngettext("{count} text as sent", "{count} texts as sent", len(sent))
    return _("letters"), True, found.format(count=len(sent)) if sent else _("none sent yet")


def _proofs(folders: Folders, attached: Sequence[Attached]) -> Check:
    if wrong := find_altered(folders, attached):
        names = ", ".join(f"{one.proof.file} ({clean_line(one.proof.name)})" for one in wrong)
        return _("proofs"), False, _("missing, or not what was attached: {names}").format(names=names)
    found = ngettext("{count} file as attached", "{count} files as attached", len(attached))
    return _("proofs"), True, found.format(count=len(attached)) if attached else _("none attached yet")


def _private(what: str, folder: Path) -> Check:
    if os.name != "posix" or not folder.exists():
        return what, True, str(folder)
    mode = folder.stat().st_mode & 0o777
    if mode & 0o077:
        return (
            what,
            False,
            _("{path} can be opened by others (mode {mode}): run chmod 700 on it.").format(
                path=folder, mode=f"{mode:o}"
            ),
        )
    return what, True, str(folder)


def _config(path: Path) -> str:
    read_config(path)
    return str(path)


def _knowledge(folders: Folders) -> str:
    knowledge = knowledge_of(folders)
    if knowledge.faults:
        raise KnowledgeError("\n".join(map(str, knowledge.faults)))
    count = len(tuple(knowledge))
    return ngettext("{count} platform", "{count} platforms", count).format(count=count)


def _age(folders: Folders) -> str:
    """How old the facts are; raises KnowledgeError if they are too old, which a newer version would mend."""
    today = clock.today()
    age = age_of(knowledge_of(folders), today)
    if warning := age_warning(age, today):
        raise KnowledgeError(warning)
    return checked_words(age, today)


def _keyring() -> Check:
    """Name the keyring in use; a missing one is not a fault, because everything else works without it."""
    fault = availability()
    found = " ".join(str(fault).splitlines()) if fault else backend_name()
    return _("keyring"), True, found

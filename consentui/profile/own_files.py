"""Beginning platform files and companies of the person's own, so that a letter can go to anyone."""

from __future__ import annotations

from pathlib import Path

from consentui import clock
from consentui.errors import KnowledgeError, UsageError
from consentui.i18n import _
from consentui.knowledge.authorities import lead_authority
from consentui.knowledge.base import KnowledgeBase
from consentui.knowledge.load import parse_platform, parse_record
from consentui.knowledge.new import COMPANIES, NewCompany, company_text, id_of, platform_text
from consentui.knowledge.records import Controllers
from consentui.profile.input import MAX_HANDLE
from consentui.storage.files import create_file, failing_as, replace_file
from consentui.storage.places import Folders, private_folder
from consentui.storage.reading import text_of
from consentui.text import clean, clean_line, shorten

_HEAD = "# Companies of your own, for letters: one [[controller]] each. They are yours alone, and marked so.\n"


def begin(folders: Folders, knowledge: KnowledgeBase, name: str, company: NewCompany | None) -> Path:
    """Write a platform file to go on with, and its company if one is given, and return the file's path.

    Raises UsageError for a name that is taken or gives no id, and for a seat without a known authority; KnowledgeError
    for an invalid company, StorageError if a file cannot be written.
    """
    path = free_place(folders, knowledge, name)
    platform_id = path.stem
    text = platform_text(platform_id, shorten(clean_line(name), MAX_HANDLE), clock.today())
    parse_platform(text, path)
    with failing_as(_("The file could not be written."), path):
        private_folder(folders.own_knowledge)
        try:
            create_file(path, text.encode())
        except FileExistsError as error:  # written by another program meanwhile
            raise _taken(name, platform_id) from error
        try:
            if company and knowledge.controller(platform_id) is None:
                _add_company(folders.own_knowledge / COMPANIES, platform_id, _cleaned(company, knowledge))
        except BaseException:
            path.unlink()
            raise
    knowledge.read_own_again()
    return path


def free_place(folders: Folders, knowledge: KnowledgeBase, name: str) -> Path:
    """The path for the file of a platform with this name; raises UsageError if the name is taken or gives no id."""
    name = shorten(clean_line(name), MAX_HANDLE)
    platform_id = id_of(name)
    if not platform_id or f"{platform_id}.toml" == COMPANIES:
        raise UsageError(_("“{name}” does not make a file name.").format(name=name), way_out=_("Use some letters."))
    path = folders.own_knowledge / f"{platform_id}.toml"
    if platform_id in knowledge.ids or path.exists():
        raise _taken(name, platform_id)
    return path


def _taken(name: str, platform_id: str) -> UsageError:
    return UsageError(
        _("“{name}” already exists.").format(name=name),
        way_out=_("“consentui kb show {id}” shows it.").format(id=platform_id),
    )


def _cleaned(company: NewCompany, knowledge: KnowledgeBase) -> NewCompany:
    """The company made inert; raises UsageError for a seat without a known authority."""
    seat = clean_line(company.seat).upper()
    if seat and lead_authority(knowledge.authorities(), seat) is None:
        raise UsageError(
            _("No authority is known for “{country}”.").format(country=seat),
            way_out=_("Use a code such as IE, FR or DE-HH, or leave it out."),
        )
    address = "\n".join(filter(None, map(str.strip, clean(company.address).replace(",", "\n").splitlines())))
    return NewCompany(clean_line(company.name), address, clean_line(company.email), seat)


def _add_company(path: Path, company_id: str, company: NewCompany) -> None:
    text = text_of(path) if path.exists() else _HEAD
    whole = text.rstrip("\n") + "\n" + company_text(company_id, company, clock.today())
    parse_record(whole, Controllers, path)
    if "@" not in company.email and company.email:
        raise KnowledgeError(_("“{text}” is not an e-mail address.").format(text=company.email))
    replace_file(path, whole.encode())

"""An opened profile: a session of named parts that each do one thing.

Both the commands and the interface go through it and do not read or write the profile's files themselves. A part is
given what it uses, and knows nothing of the session.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from consentui.knowledge.base import KnowledgeBase
from consentui.profile.accounts import Accounts
from consentui.profile.bases import knowledge_of
from consentui.profile.checklist import AccountItems
from consentui.profile.drafts import Drafts
from consentui.profile.journal import Journal
from consentui.profile.preferences import Preferences
from consentui.storage.leftovers import sweep
from consentui.storage.places import DEFAULT_PROFILE, Folders, profile_folders

if TYPE_CHECKING:
    from consentui.profile.case_facts import CaseFacts
    from consentui.profile.checks import PlatformChecks
    from consentui.profile.finder import Finder
    from consentui.profile.imports import Imports
    from consentui.profile.letters import Letters
    from consentui.profile.mails import Mails
    from consentui.profile.proofs import Proofs
    from consentui.profile.public import Public
    from consentui.profile.requests import Requests
    from consentui.profile.texts import Texts


class Session:
    """An opened profile. Parts that only some actions need are loaded when first used."""

    def __init__(self, folders: Folders, knowledge: KnowledgeBase, profile: str = DEFAULT_PROFILE) -> None:
        """Open the profile; raises StorageError if its journal or preferences cannot be read."""
        self.profile = profile
        self.folders = folders
        self.knowledge = knowledge
        self.preferences = Preferences(folders.config_file)
        self.drafts = Drafts(folders.drafts)
        self.journal = Journal(folders.journal, folders.journal_as_read)
        self.accounts = Accounts(self.journal, knowledge)
        self.checklist = AccountItems(self.journal, self.accounts, self.preferences)

    @cached_property
    def texts(self) -> Texts:
        from consentui.profile.texts import Texts

        return Texts(self.folders)

    @cached_property
    def requests(self) -> Requests:
        from consentui.profile.requests import Requests

        return Requests(self.journal, self.accounts, self.knowledge, self.preferences, self.texts)

    @cached_property
    def finder(self) -> Finder:
        from consentui.profile.finder import Finder

        return Finder(self.knowledge)

    @cached_property
    def checks(self) -> PlatformChecks:
        from consentui.profile.checks import PlatformChecks

        return PlatformChecks(self.journal, self.accounts, self.checklist, self.knowledge)

    @cached_property
    def public(self) -> Public:
        from consentui.profile.public import Public

        return Public(self.journal, self.accounts, self.checklist, self.knowledge)

    @cached_property
    def facts(self) -> CaseFacts:
        from consentui.profile.case_facts import CaseFacts

        return CaseFacts(self.journal, self.requests, self.accounts, self.texts, self.knowledge, self.preferences)

    @cached_property
    def letters(self) -> Letters:
        from consentui.profile.letters import Letters

        return Letters(self.folders, self.requests, self.facts, self.texts, self.knowledge, self.preferences)

    @cached_property
    def imports(self) -> Imports:
        from consentui.profile.imports import Imports

        return Imports(self.accounts, self.knowledge)

    @cached_property
    def proofs(self) -> Proofs:
        from consentui.profile.proofs import Proofs

        return Proofs(self.journal, self.accounts, self.requests, self.folders)

    @cached_property
    def mails(self) -> Mails:
        from consentui.profile.mails import Mails

        return Mails(self.journal, self.accounts, self.requests, self.proofs, self.knowledge, self.folders)


def open_session(profile: str = DEFAULT_PROFILE) -> Session:
    """The session of a profile, with the knowledge base in use; leftovers of killed programs are removed first.

    Raises UsageError for an invalid profile name, StorageError if the journal or the preferences cannot be read.
    """
    folders = profile_folders(profile)
    for folder in (folders.data, folders.requests, folders.proofs, folders.config):
        sweep(folder)
    return Session(folders, knowledge_of(folders), profile)

"""One person's consentui at work: a profile, opened, as named parts that each do one thing.

Both the commands and the interface go through here; neither reads or writes a file of its own. A part is given
what it uses and knows nothing of the session.
"""

from __future__ import annotations

from consentui.knowledge.base import KnowledgeBase
from consentui.profile.accounts import Accounts
from consentui.profile.bases import knowledge_of
from consentui.profile.case_facts import CaseFacts
from consentui.profile.checklist import AccountItems
from consentui.profile.checks import PlatformChecks
from consentui.profile.drafts import Drafts
from consentui.profile.finder import Finder
from consentui.profile.imports import Imports
from consentui.profile.journal import Journal
from consentui.profile.letters import Letters
from consentui.profile.mails import Mails
from consentui.profile.preferences import Preferences
from consentui.profile.proofs import Proofs
from consentui.profile.public import Public
from consentui.profile.requests import Requests
from consentui.profile.texts import Texts
from consentui.storage.places import DEFAULT_PROFILE, Folders, profile_folders


class Session:
    """One profile, opened."""

    def __init__(self, folders: Folders, knowledge: KnowledgeBase, profile: str = DEFAULT_PROFILE) -> None:
        """Raises StorageError for a journal or preferences that cannot be read."""
        self.profile = profile
        self.folders = folders
        self.knowledge = knowledge
        self.preferences = Preferences(folders.config_file)
        self.drafts = Drafts(folders.drafts)
        self.journal = Journal(folders.journal, folders.journal_as_read)
        self.accounts = Accounts(self.journal, knowledge)
        self.finder = Finder(knowledge)
        self.checklist = AccountItems(self.journal, self.accounts, self.preferences)
        self.texts = Texts(folders)
        self.requests = Requests(self.journal, self.accounts, knowledge, self.preferences, self.texts)
        self.checks = PlatformChecks(self.journal, self.accounts, self.checklist, knowledge)
        self.public = Public(self.journal, self.accounts, self.checklist, knowledge)
        self.facts = CaseFacts(self.journal, self.requests, self.accounts, self.texts, knowledge, self.preferences)
        self.letters = Letters(folders, self.requests, self.facts, self.texts, knowledge, self.preferences)
        self.imports = Imports(self.accounts, knowledge)
        self.proofs = Proofs(self.journal, self.accounts, self.requests, folders)
        self.mails = Mails(self.journal, self.accounts, self.requests, self.proofs, knowledge, folders)


def open_session(profile: str = DEFAULT_PROFILE) -> Session:
    """The session of a profile, with the bundled knowledge base.

    Raises UsageError for a profile's name that cannot be one, StorageError for a journal or preferences
    that cannot be read.
    """
    folders = profile_folders(profile)
    return Session(folders, knowledge_of(folders), profile)

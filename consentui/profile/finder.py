"""Search in the knowledge base: its index is built once per run, and again when the set of platforms changes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from consentui.knowledge.base import KnowledgeBase

if TYPE_CHECKING:
    from collections.abc import Container

    from consentui.knowledge.search.documents import Findable
    from consentui.knowledge.search.find import Results
    from consentui.knowledge.search.index import Index

LONGEST_QUERY = 500
"""In characters; the rest is ignored, since looking for similar words of a pasted book would take too long."""


class Finder:
    """The search in a knowledge base."""

    def __init__(self, knowledge: KnowledgeBase) -> None:
        self._knowledge = knowledge
        self._index: Index | None = None
        self._ids: tuple[str, ...] = ()
        """The ids of the platforms that the index covers."""

    @property
    def is_ready(self) -> bool:
        """Whether a search answers at once; building the index takes half a second."""
        return self._index is not None and self._ids == self._knowledge.ids

    def prepare(self) -> Index:
        """The index, built first if it is missing or out of date."""
        from consentui.knowledge.search.documents import documents_of
        from consentui.knowledge.search.index import Index

        if self._index is None or not self.is_ready:
            ids = self._knowledge.ids
            self._index = Index(documents_of(self._knowledge), self._knowledge.search_words())
            self._ids = ids
        return self._index

    def find(self, query: str, followed: Container[str] = ()) -> Results:
        """What fits the query, best first; of equals, what belongs to a platform whose id is in `followed`."""
        from consentui.knowledge.search.find import find

        return find(self.prepare(), query[:LONGEST_QUERY], followed=followed)

    def called(self, ref: str) -> Findable:
        """The document that search results refer to by this reference."""
        return next(one for one in self.prepare().documents if one.ref == ref)

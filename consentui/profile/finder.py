"""Search in everything that is known: worked out once a sitting, and anew once the person adds files of their own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from consentui.knowledge.base import KnowledgeBase

if TYPE_CHECKING:
    from consentui.knowledge.search.documents import Findable
    from consentui.knowledge.search.find import Results
    from consentui.knowledge.search.index import Index

LONGEST_QUERY = 500
"""In characters: nobody asks more at once, and looking for what is near a word of a whole book takes its time."""


class Finder:
    """What a knowledge base holds, ready to be searched."""

    def __init__(self, knowledge: KnowledgeBase) -> None:
        self._knowledge = knowledge
        self._index: Index | None = None
        self._ids: tuple[str, ...] = ()
        """The platforms that the index knows."""

    @property
    def is_ready(self) -> bool:
        """Whether a search finds at once; the first one takes half a second."""
        return self._index is not None and self._ids == self._knowledge.ids

    def prepare(self) -> Index:
        """The index, worked out where it is not ready."""
        from consentui.knowledge.search.documents import documents_of
        from consentui.knowledge.search.index import Index

        if self._index is None or not self.is_ready:
            ids = self._knowledge.ids
            self._index = Index(documents_of(self._knowledge), self._knowledge.search_words())
            self._ids = ids
        return self._index

    def find(self, query: str) -> Results:
        """What fits best, best first."""
        from consentui.knowledge.search.find import find

        return find(self.prepare(), query[:LONGEST_QUERY])

    def called(self, ref: str) -> Findable:
        """What has this name in the answers."""
        return next(one for one in self.prepare().documents if one.ref == ref)

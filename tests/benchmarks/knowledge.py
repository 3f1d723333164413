"""The whole knowledge base: loaded cold against parsing the same bytes, and searched.

Run as `python -m tests.benchmarks.knowledge ROUNDS` it prints the median milliseconds of each.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from time import perf_counter

from tests.benchmarks.rounds import apart, in_turns, medians
from tests.benchmarks.table import Row

_QUERIES = ("grok", "entraînement posts", "partenaires commerciaux", "grk trainig", "allow your posts as well as your")
_SEARCH_GOAL_MS = 10.0


def measure(rounds: int) -> dict[str, float]:
    """Median milliseconds of a cold load, of bare parsing, and of the slowest of a few searches."""
    import tomli

    from consentui.bundled import data_folder
    from consentui.knowledge.base import KnowledgeBase
    from consentui.knowledge.search.documents import documents_of
    from consentui.knowledge.search.find import find
    from consentui.knowledge.search.index import Index

    paths = sorted((data_folder() / "platforms").glob("*.toml"))
    knowledge = KnowledgeBase(data_folder())
    index = Index(documents_of(knowledge), knowledge.search_words())

    def parse() -> None:
        for path in paths:
            tomli.loads(path.read_text(encoding="utf-8"))

    def load() -> None:
        tuple(KnowledgeBase(data_folder()))

    def slowest_search() -> float:
        return max(_milliseconds(partial(find, index, query)) for query in _QUERIES)

    measures = {"parse": lambda: _milliseconds(parse), "load": lambda: _milliseconds(load), "search": slowest_search}
    return medians(in_turns(measures, rounds))


def _milliseconds(job: Callable[[], object]) -> float:
    started = perf_counter()
    job()
    return (perf_counter() - started) * 1000


def rows(folder: Path, rounds: int) -> list[Row]:
    """A cold load against tomli, and a search against the time that one may take."""
    found = apart("tests.benchmarks.knowledge", folder / "knowledge", rounds)
    return [
        Row("knowledge base, cold load", "tomli alone", found["load"], found["parse"], "ms", 1.2),
        Row("search, the slowest of five", "10 ms", found["search"], _SEARCH_GOAL_MS, "ms", 1),
    ]


if __name__ == "__main__":
    print(json.dumps(measure(int(sys.argv[1]))))

"""The whole knowledge base: loading it cold, compared with parsing the same files, and searching it.

Run as `python -m tests.benchmarks.knowledge ROUNDS` it prints the median milliseconds of each.
"""

from __future__ import annotations

import gc
import json
import sys
import tempfile
from functools import partial
from pathlib import Path

from tests.benchmarks.rounds import Measured, apart, in_turns, measured, milliseconds
from tests.benchmarks.table import Row

_QUERIES = ("grok", "entraînement posts", "partenaires commerciaux", "grk trainig", "allow your posts as well as your")
_SEARCH_GOAL_MS = 10.0


def measure(rounds: int) -> dict[str, Measured]:
    """The milliseconds of a cold and a warm load, of their baselines, and of the slowest of a few searches."""
    import msgspec
    import tomli

    from consentui.bundled import data_folder
    from consentui.knowledge.base import KnowledgeBase
    from consentui.knowledge.records import Platform
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

    cache = Path(tempfile.mkdtemp())
    packed = [msgspec.msgpack.encode(platform) for platform in KnowledgeBase(data_folder(), cache)]

    def load_warm() -> None:
        tuple(KnowledgeBase(data_folder(), cache))

    def unpack() -> None:
        tuple(msgspec.msgpack.decode(one, type=Platform) for one in packed)

    def slowest_search() -> float:
        return max(milliseconds(partial(find, index, query)) for query in _QUERIES)

    gc.disable()  # as in a command, which ends before any collection
    jobs = {"parse": parse, "load": load, "warm": load_warm, "unpack": unpack}
    measures = {name: partial(milliseconds, job) for name, job in jobs.items()} | {"search": slowest_search}
    return measured(in_turns(measures, rounds))


def rows(folder: Path, rounds: int) -> list[Row]:
    """The cold load compared with tomli, the warm one with msgspec, and a search with the limit."""
    found = apart("tests.benchmarks.knowledge", folder / "knowledge", rounds)
    return [
        Row("knowledge base, cold load", "tomli alone", found["load"], found["parse"], "ms", 1.15),
        Row("knowledge base, warm load", "msgspec alone", found["warm"], found["unpack"], "ms", 2),
        Row("search, the slowest of five", "10 ms", found["search"], Measured(_SEARCH_GOAL_MS), "ms", 1),
    ]


if __name__ == "__main__":
    print(json.dumps(measure(int(sys.argv[1]))))

"""The cache depends on the shape of every type of record that it may contain."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import msgspec
import pytest
from msgspec import Struct
from msgspec.inspect import StructType, type_info

from consentui.knowledge.answer_signs import AnswerSigns
from consentui.knowledge.authorities import Authorities
from consentui.knowledge.base import Packs
from consentui.knowledge.cache import shape
from consentui.knowledge.crawlers import Crawlers
from consentui.knowledge.law import Law
from consentui.knowledge.records import Controllers, Platform
from consentui.knowledge.records.search_words import SearchWords


def records_in(info: Any, seen: set[type[Struct]]) -> Iterator[type[Struct]]:
    """Every type of record that a type is made of, including itself."""
    if isinstance(info, StructType):
        if info.cls in seen:
            return
        seen.add(info.cls)
        yield info.cls
    parts = msgspec.structs.asdict(info).values() if isinstance(info, Struct) else info
    for part in parts if not isinstance(parts, (str, bytes)) else ():
        if isinstance(part, (Struct, list, tuple)):
            yield from records_in(part, seen)


@pytest.mark.parametrize("record", [AnswerSigns, Authorities, Controllers, Crawlers, Law, Packs, Platform, SearchWords])
def test_the_shape_tells_of_every_record_that_a_kept_one_may_be_made_of(record: type[Struct]) -> None:
    found = list(records_in(type_info(record), set()))
    assert found[0] is record
    told = shape(record.__module__).decode()
    assert [one for one in found if repr((one.__name__, one.__struct_fields__)) not in told] == []

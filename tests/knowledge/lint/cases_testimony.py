"""Cases of the rules about what downloads show."""

from __future__ import annotations

from typing import Any

from msgspec.structs import replace

from consentui.knowledge.lint import rules_testimony as rules
from consentui.knowledge.lint.finding import LintContext
from consentui.knowledge.records import Meaning, Platform, PublicSign
from consentui.knowledge.testimony import Names, Value
from tests.builders import a_control, a_download, a_platform, a_sign, a_statement, a_testimony, a_text
from tests.knowledge.lint.cases import KNOWN, broken, sound

COPY = a_control(id="copy", kind="request", desired="done", arrives_within=30)


def a_shelf(*, testimony: dict[str, Any] | None = None, **changes: Any) -> Platform:
    """A platform whose download shows the state of its control."""
    control = a_control(testimony=(a_testimony(**(testimony or {})),))
    return replace(a_platform(control, COPY, download=(a_download(),), statement=(a_statement(),)), **changes)


def in_public(*signs: PublicSign) -> Platform:
    """A platform that shows the state of its control in public."""
    return a_platform(a_control(public=signs))


TWICE = LintContext(platforms={**KNOWN.platforms, "another": a_shelf(id="another")})
NAMELESS = Value(Names(), (("training",),))

CASES = (
    broken(rules.testimony_has_source, a_shelf(testimony={"source": ()}), "$.control[0].testimony[0]"),
    broken(rules.testimony_has_source, a_shelf(download=(a_download(source=()),)), "$.download[0]"),
    broken(rules.testimony_has_source, a_shelf(statement=(a_statement(source=()),)), "$.statement[0]"),
    sound(rules.testimony_has_source, a_shelf()),
    broken(
        rules.testimony_is_in_a_download,
        a_shelf(download=()),
        "$.control[0].testimony[0].download",
        "$.statement[0].download",
    ),
    sound(rules.testimony_is_in_a_download, a_shelf()),
    broken(rules.downloads_differ, a_shelf(), "$.download[0].id", known=TWICE),
    sound(rules.downloads_differ, a_shelf()),
    broken(
        rules.download_can_be_asked_for, a_shelf(download=(a_download(request="chirp/none"),)), "$.download[0].request"
    ),
    broken(
        rules.download_can_be_asked_for,
        a_shelf(control=(a_control(), replace(COPY, arrives_within=None))),
        "$.download[0].request",
    ),
    broken(rules.download_can_be_asked_for, a_shelf(download=(a_download(request=None),)), "$.download[0]"),
    sound(rules.download_can_be_asked_for, a_shelf(download=(a_download(request=None, dated_by=("prefs.js",)),))),
    sound(rules.download_can_be_asked_for, a_shelf()),
    broken(rules.sure_testimony_judges, a_shelf(testimony={"off": (), "on": ()}), "$.control[0].testimony[0]"),
    sound(rules.sure_testimony_judges, a_shelf()),
    sound(rules.sure_testimony_judges, a_shelf(testimony={"off": (), "on": (), "grade": "D"})),
    broken(rules.meanings_differ, a_shelf(testimony={"on": ("OFF",)}), "$.control[0].testimony[0]"),
    broken(
        rules.meanings_differ,
        a_shelf(statement=(a_statement(meaning=(Meaning("0", a_text("no")), Meaning("0", a_text("yes")))),)),
        "$.statement[0].meaning",
    ),
    sound(rules.meanings_differ, a_shelf()),
    broken(rules.names_are_known, a_shelf(testimony={"reads": NAMELESS}), "$.control[0].testimony[0].reads.file"),
    broken(rules.names_are_known, a_shelf(download=(a_download(marks=Names(en=("/",))),)), "$.download[0].marks"),
    sound(rules.names_are_known, a_shelf()),
    broken(
        rules.arrival_is_of_what_is_asked_for,
        a_platform(a_control(arrives_within=3)),
        "$.control[0].arrives_within",
    ),
    sound(rules.arrival_is_of_what_is_asked_for, a_shelf()),
    broken(rules.testimony_has_source, in_public(a_sign(source=())), "$.control[0].public[0]"),
    broken(rules.sure_testimony_judges, in_public(a_sign(off=(), on=())), "$.control[0].public[0]"),
    broken(rules.meanings_differ, in_public(a_sign(on=("No",))), "$.control[0].public[0]"),
    broken(rules.signs_are_asked_in_one_way, in_public(a_sign(), a_sign(of="site")), "$"),
    sound(rules.signs_are_asked_in_one_way, in_public(a_sign(), a_sign(sign="another"))),
)

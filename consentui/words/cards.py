"""What a person reads about a control, as a card in the current language.

The interface, the plain walk and `kb show` all draw the same card.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from msgspec import Struct
from msgspec.structs import replace

from consentui.checklist.checks import SETTLING_GRADES
from consentui.checklist.reviews import is_old
from consentui.i18n import Language, _, language, ngettext
from consentui.i18n.countries import address_in
from consentui.i18n.dates import long_date, partial_date
from consentui.knowledge.records import Control, Kind, Platform, PrintedPath, Route, Surface
from consentui.words.names import (
    breadcrumbs,
    default_name,
    defaults_by_region,
    evidence_name,
    language_name,
    platform_name,
    surface_name,
)

CHECKABLE_KINDS: frozenset[Kind] = frozenset({"account-visibility", "deletion", "setting"})
"""Controls with a state that the platform could show; for a message, there is only the answer to it."""


class Way(Struct, frozen=True):
    """One route, in words."""

    surface: Surface
    name: str
    menu: tuple[str, ...]
    """The menu steps as the platform prints them, outermost first."""
    crumbs: str
    """The menu steps on one line."""
    label: str
    """What to look for, as the platform prints it."""
    steps: str
    url: str
    address: str
    is_in_own_words: bool
    """Whether the menu steps and the label are in the current language."""
    remarks: tuple[str, ...]
    """What to know about these words: that they are in another language or old, or that not everybody sees them."""


class Fact(Struct, frozen=True):
    """A short heading and its text."""

    name: str
    text: str
    is_needed: bool = False
    """Whether a person decides or acts on it; facts that are not needed go first if there is too little room."""


class Card(Struct, frozen=True):
    """A control as a person reads it."""

    title: str
    remark: str
    about: str
    ways: tuple[Way, ...]
    facts: tuple[Fact, ...]
    age: str
    is_old: bool


def card(
    platform: Platform, control: Control, routes: Sequence[Route], today: date, look_alikes: Sequence[str] = ()
) -> Card:
    """The card of a control with these routes; `look_alikes` names the controls easily taken for it (`pairs_with`)."""
    spoken = language()
    old = is_old(control, today)
    return Card(
        title=control.title.in_language(spoken),
        remark=default_name(control),
        about=control.about.in_language(spoken),
        ways=tuple(_told_apart(_way(route, platform) for route in routes)),
        facts=tuple(_facts(control, look_alikes)),
        age=_age(control, old=old),
        is_old=old,
    )


def _way(route: Route, platform: Platform) -> Way:
    menu, menu_known = _menu(route.path)
    spoken, other = route.label.in_language(language()), route.label.en or route.label.fr
    label = spoken or other or ""
    is_known = menu_known and (bool(spoken) or not other)
    return Way(
        surface=route.surface,
        name=surface_name(route.surface),
        menu=menu,
        crumbs=breadcrumbs(menu),
        label=label,
        steps=route.steps.in_language(language()) if route.steps else "",
        url=route.url or "",
        address=address_in(route.address or "", language()),
        is_in_own_words=is_known,
        remarks=tuple(_remarks(route, platform, words_known=is_known)),
    )


def _told_apart(ways: Iterable[Way]) -> Iterator[Way]:
    """The ways, with a number after each name that was used before."""
    count: Counter[str] = Counter()
    for way in ways:
        count[way.name] += 1
        yield replace(way, name=f"{way.name} {count[way.name]}") if count[way.name] > 1 else way


def _menu(path: PrintedPath) -> tuple[tuple[str, ...], bool]:
    """The menu steps, and whether all are in the current language; steps missing in it are given in another."""
    spoken, other = path.in_language(language()), path.en or path.fr
    if spoken and (path.fr_complete or spoken != path.fr):
        return tuple(spoken), True
    missing = other[len(spoken) :]
    return (*spoken, *missing), not missing


def _remarks(route: Route, platform: Platform, *, words_known: bool) -> Iterator[str]:
    if not words_known:
        yield _in_another_language(platform, _shown(route))
    if route.label_fr_until and language() == "fr" and route.label.fr:
        yield _("French label from {date}: it may read differently now.").format(
            date=partial_date(route.label_fr_until)
        )
    if not route.sure:
        yield _("Not everyone sees this route.")


def _shown(route: Route) -> Language:
    """The language of words that are not in the current one: English if there are any, else French."""
    return "en" if (route.label.en or route.path.en) and language() != "en" else "fr"


def _in_another_language(platform: Platform, shown: Language) -> str:
    """Why the words are not in the current language: the platform has none, or none are known."""
    spoken = language()
    words = (
        _("{platform} has its menus in {shown}, not in {spoken}.")
        if platform.menus and spoken not in platform.menus.languages
        else _("The words in {shown} are {platform}’s own: no source gives the ones you may see.")
    )
    return words.format(platform=platform_name(platform), shown=language_name(shown), spoken=language_name(spoken))


def _facts(control: Control, look_alikes: Sequence[str]) -> Iterator[Fact]:
    spoken = language()
    if control.choose:
        yield Fact(_("Choose"), control.choose.in_language(spoken), is_needed=True)
    if control.default_in:
        yield Fact(_("Default"), defaults_by_region(control))
    reach, limits = _headings(control)
    yield Fact(reach, control.covers.in_language(spoken), is_needed=True)
    yield Fact(limits, control.does_not_cover.in_language(spoken), is_needed=True)
    if control.minors:
        yield Fact(_("For minors"), control.minors.in_language(spoken))
    if look_alikes:
        yield Fact(_("Do these too"), _("; ").join(look_alikes), is_needed=True)
    if control.needs:
        yield Fact(_("You need"), _("; ").join(need.in_language(spoken) for need in control.needs), is_needed=True)
    if control.kind in CHECKABLE_KINDS or control.public:
        yield Fact(_("Check"), _check(control))
    for name, text in (
        (_("Answer"), control.reply),
        (_("Proof"), control.proof),
        (_("In doubt"), control.doubt),
    ):
        if text:
            yield Fact(name, text.in_language(spoken))
    if control.effect_from:
        yield Fact(_("In use since"), _began(control, partial_date(control.effect_from)))


def _headings(control: Control) -> tuple[str, str]:
    """The headings of `covers` and `does_not_cover`: only a switch stops something by itself, a letter asks for it."""
    if control.kind == "setting" and control.desired in {"off", "on"}:
        return _("Stops"), _("Does not stop")
    if control.kind == "deletion":
        return _("Deletes"), _("Does not delete")
    if control.kind == "account-visibility":
        return _("What it changes"), _("What it does not change")
    return _("Covers"), _("Does not cover")


def _began(control: Control, date: str) -> str:
    """The day on which a use began; if the control refuses the use, adds that refusing still works."""
    if control.desired in {"off", "on", "objected", "sent"}:
        return _("{date}; refusing still works").format(date=date)
    return date


def _check(control: Control) -> str:
    """Whether anything but the person's word can show the state of the control."""
    return " ".join(filter(None, (_public_check(control), _download_check(control))))


def _public_check(control: Control) -> str:
    """Where anyone can read the state, and what that does not tell; empty if nowhere."""
    if not control.public:
        return ""
    limits = dict.fromkeys(one.limits.in_language(language()) for one in control.public if one.limits)
    return " ".join((_("anyone can read it: “consentui verify ACCOUNT” asks, after naming the host."), *limits))


def _download_check(control: Control) -> str:
    if not control.testimony:
        return "" if control.public else _("cannot be checked: no file of the platform is known to show it")
    if any(one.grade in SETTLING_GRADES for one in control.testimony):
        text = _("the platform’s download shows it: “consentui verify export FILE”")
    else:
        text = _("the platform’s download mentions it, too vaguely to settle it: “consentui verify export FILE”")
    limits = dict.fromkeys(one.limits.in_language(language()) for one in control.testimony if one.limits)
    return " ".join((f"{text}.", *limits)) if limits else text


def _age(control: Control, *, old: bool) -> str:
    parts = [
        _("Facts checked on {date}").format(date=long_date(control.verified_on)),
        ngettext("{count} source", "{count} sources", len(control.source)).format(count=len(control.source)),
        evidence_name(control.evidence),
    ]
    if old:
        parts.insert(1, _("old: check with care"))
    return " · ".join(parts)

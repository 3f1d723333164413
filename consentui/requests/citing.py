"""How the article that gives a right is cited in each language, in letters and on screens alike."""

from __future__ import annotations

from msgspec import Struct

from consentui.i18n import Language
from consentui.requests.rights import Regime, Right


class Place(Struct, frozen=True):
    """A place in a law: an article or a section, and a part of it."""

    article: str
    paragraphs: tuple[str, ...] = ()
    point: str = ""


_GDPR: dict[Right, Place] = {
    Right.OBJECT_TRAINING: Place("21", ("1",)),
    Right.OBJECT_MARKETING: Place("21", ("2", "3")),
    Right.WITHDRAW: Place("7", ("3",)),
    Right.ERASE: Place("17"),
    Right.ACCESS: Place("15"),
}
_OTHERS: dict[Regime, tuple[Place, dict[Right, Place]]] = {
    Regime.CH: (Place("30", ("2",), "b"), {Right.ERASE: Place("32", ("2",), "c"), Right.ACCESS: Place("25")}),
    Regime.US_CA: (Place("1798.120"), {Right.ERASE: Place("1798.105"), Right.ACCESS: Place("1798.110")}),
}
"""For laws that know no objection or withdrawal: the place of the right to refuse, and those of other rights."""
ERASURE_GROUNDS = Place("17", ("1",))
"""The list of why data must be erased, in the GDPR and in the UK GDPR."""

_NAMES: dict[Language, dict[Regime, str]] = {
    "en": {Regime.UK: "UK GDPR", Regime.CH: "FADP", Regime.US_CA: "CCPA"},
    "fr": {Regime.UK: "RGPD britannique", Regime.CH: "LPD", Regime.US_CA: "CCPA"},
    "de": {Regime.UK: "UK-DSGVO", Regime.CH: "DSG", Regime.US_CA: "CCPA"},
}
_OF_THE_EU: dict[Language, str] = {"en": "GDPR", "fr": "RGPD", "de": "DSGVO"}
_CIVIL_CODE: dict[Language, str] = {
    "en": "of the California Civil Code",
    "fr": "du Code civil de Californie",
    "de": "des California Civil Code",
}


def law_name(regime: Regime, language: Language) -> str:
    """The usual short name of the law that is cited under a regime; under most, that is the GDPR."""
    return _NAMES[language].get(regime) or _OF_THE_EU[language]


def place_of(right: Right, regime: Regime) -> Place:
    """The place that gives a right, with every paragraph that is about it."""
    if regime in _OTHERS:
        refusal, others = _OTHERS[regime]
        return others.get(right, refusal)
    return _GDPR[right]


def first_of(place: Place) -> Place:
    """The place with its first paragraph alone, by which a right goes."""
    return Place(place.article, place.paragraphs[:1], place.point)


def place_words(place: Place, regime: Regime, language: Language, *, is_short: bool = False) -> str:
    """The place as lawyers write it: `Article 21(2) and (3)`, `article 21, paragraphes 2 et 3`, `Art. 21 Abs. 2 und 3`.

    English screens say `Art.` and `§`, letters write the words out; French always does, German never.
    """
    match language:
        case "en":
            return _english(place, regime, is_short=is_short)
        case "fr":
            return _french(place, regime)
        case "de":
            return _german(place, regime)


def citation(place: Place, regime: Regime, language: Language, *, is_short: bool = False) -> str:
    """The place with the law that it is in."""
    words, law = place_words(place, regime, language, is_short=is_short), law_name(regime, language)
    if regime is Regime.US_CA and not is_short:
        return f"{words} {_CIVIL_CODE[language]}, {law}"
    match language:
        case "en":
            return f"{words} {law}" if is_short else f"{words} of the {law}"
        case "fr":
            of = "de la" if regime is Regime.CH else "du"
            return f"{words}{',' if place.paragraphs else ''} {of} {law}"
        case "de":
            return f"{words} {law}"


def span(articles: str, language: Language) -> str:
    """Articles as the knowledge base has them, such as `12 to 14`, in another language: `12 à 14`, `12 bis 14`."""
    return articles.replace(" to ", {"en": " to ", "fr": " à ", "de": " bis "}[language])


def _english(place: Place, regime: Regime, *, is_short: bool) -> str:
    section, article = ("§", "Art.") if is_short else ("section", "Article")
    paragraphs = " and ".join(f"({one})" for one in place.paragraphs)
    point = f"({place.point})" if place.point else ""
    return f"{section if regime is Regime.US_CA else article} {place.article}{paragraphs}{point}"


def _french(place: Place, regime: Regime) -> str:
    is_swiss = regime is Regime.CH
    paragraph = ("alinéa" if is_swiss else "paragraphe") + ("s" if len(place.paragraphs) > 1 else "")
    paragraphs = [f"{paragraph} {' et '.join(place.paragraphs)}"] if place.paragraphs else []
    points = [f"lettre {place.point}" if is_swiss else f"point {place.point})"] if place.point else []
    return ", ".join((f"article {place.article}", *paragraphs, *points))


def _german(place: Place, regime: Regime) -> str:
    word = "§" if regime is Regime.US_CA else "Art."
    point = "Bst." if regime is Regime.CH else "Buchst."
    paragraphs = [f"Abs. {' und '.join(place.paragraphs)}"] if place.paragraphs else []
    return " ".join((word, place.article, *paragraphs, *([point, place.point] if place.point else [])))

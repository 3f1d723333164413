"""Cases of the rules about texts in two languages."""

from __future__ import annotations

from msgspec.structs import replace

from consentui.knowledge.lint import rules_languages as rules
from consentui.knowledge.lint.finding import LintContext, texts_of
from consentui.knowledge.lint.in_step import print_of
from consentui.knowledge.records import Platform, Printed, PrintedPath
from tests.builders import a_route, a_text
from tests.knowledge.lint.cases import KNOWN, a_former_label, about, authorities, broken, controls, sound

EN, FR, BOTH = "$.control[0].about.en", "$.control[0].about.fr", "$.control[0].about"
FILE = "platforms/chirp"


def accepting(platform: Platform) -> LintContext:
    """The lint context after the texts of this platform were accepted."""
    return replace(KNOWN, in_step={FILE: frozenset(print_of(text) for text in texts_of(platform))})


BEFORE = accepting(about("It trains.", "Il s’entraîne."))
ENGLISH_CHANGED = about("It trains on chirps.", "Il s’entraîne.")
FRENCH_CHANGED = about("It trains.", "Il apprend.")
BOTH_CHANGED = about("It learns.", "Il apprend.")
MOVED = controls({"covers": a_text("It trains.", "Il s’entraîne."), "about": about().control[0].covers})
ANOTHER_TOO = controls(
    {"about": a_text("It trains.", "Il s’entraîne."), "proof": a_text("It is off.", "Il s’entraîne.")}
)

SAME_NUMBERS = (
    ("1,000 of 2.5 on 3 May 2024.", "1\u202f000 sur 2,5 le 3 mai 2024."),
    ("In 2024 and again in 2024.", "En 2024."),
    ("Five, see chirp2.example/3.", "Cinq."),
    ("12,345,678", "12 345 678"),
)

CASES = (
    *(
        broken(rules.numbers_agree, about(english, french), BOTH)
        for english, french in (
            ("In 2024.", "En 2025."),
            ("Two.", "2."),
            ("1.5", "1\u202f500"),
            ("On 3 May.", "En mai."),
        )
    ),
    broken(rules.numbers_agree, authorities({"doubt": a_text("Of 2025.", "De 2024.")}), "$.authority[0].doubt"),
    *(sound(rules.numbers_agree, about(english, french)) for english, french in SAME_NUMBERS),
    *(
        broken(rules.addresses_agree, about(english, french), BOTH)
        for english, french in (
            ("See https://chirp.example/en.", "Voir https://chirp.example/fr."),
            ("Write to a@chirp.example.", "Écrivez."),
            ("Ask.", "Voir robots.txt."),
        )
    ),
    sound(rules.addresses_agree, about("At chirp.example (e.g. now).", "Sur chirp.example, «\u202fvu\u202f».")),
    sound(rules.addresses_agree, about("See https://chirp.example/help.", "Voir https://chirp.example/help")),
    *(
        broken(rules.french_is_french, about(fr=french), FR)
        for french in ("Ouvrez the menu.", "Il est sur Off.", "Dans Accounts, puis ici.", "Le choix your data.")
    ),
    *(
        sound(rules.french_is_french, about(fr=french))
        for french in (
            "On lit la page du menu, or data ou IA.",
            "Sous «\u202fYour settings\u202f», «\u202fOff\u202f».",
            "Le fichier your_settings.json, settings/privacy, privacy@chirp.example, robots.is.",
            "Le signal Global Privacy Control.",
        )
    ),
    sound(
        rules.french_is_french,
        controls(
            {
                "about": a_text("Words.", "Ouvrez Your privacy, puis Save, autrefois Settings."),
                "route": (a_route(path=PrintedPath(en=("Your privacy",)), label=Printed(en="Save")),),
                "former_label": (a_former_label(en="Settings"),),
            }
        ),
    ),
    sound(rules.french_is_french, about(en="The settings.")),
    broken(rules.french_follows_english, ENGLISH_CHANGED, FR, known=BEFORE, name=FILE),
    sound(rules.french_follows_english, ENGLISH_CHANGED, known=BEFORE),
    sound(rules.french_follows_english, FRENCH_CHANGED, known=BEFORE, name=FILE),
    sound(rules.french_follows_english, BOTH_CHANGED, known=BEFORE, name=FILE),
    sound(rules.french_follows_english, MOVED, known=BEFORE, name=FILE),
    sound(rules.french_follows_english, ANOTHER_TOO, known=BEFORE, name=FILE),
    broken(rules.english_follows_french, FRENCH_CHANGED, EN, known=BEFORE, name=FILE),
    sound(rules.english_follows_french, FRENCH_CHANGED, known=BEFORE),
    sound(rules.english_follows_french, ENGLISH_CHANGED, known=BEFORE, name=FILE),
    sound(rules.english_follows_french, BOTH_CHANGED, known=BEFORE, name=FILE),
    broken(rules.texts_are_accepted, BOTH_CHANGED, BOTH, known=BEFORE, name=FILE),
    broken(rules.texts_are_accepted, ANOTHER_TOO, "$.control[0].proof", known=BEFORE, name=FILE),
    sound(rules.texts_are_accepted, BOTH_CHANGED, known=BEFORE),
    sound(rules.texts_are_accepted, ENGLISH_CHANGED, known=BEFORE, name=FILE),
    sound(rules.texts_are_accepted, MOVED, known=BEFORE, name=FILE),
)

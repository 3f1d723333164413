"""Cases of the rules about the knowledge base's own texts."""

from __future__ import annotations

from consentui.knowledge.lint import rules_texts as rules
from tests.builders import a_platform, a_text, an_event
from tests.knowledge.lint.cases import about, broken, companies, controls, packs, sound, titled

EN, FR = "$.control[0].about.en", "$.control[0].about.fr"

CASES = (
    broken(rules.texts_are_written, titled(en=" "), "$.control[0].title.en"),
    broken(rules.texts_are_written, controls({"needs": (a_text("A login", ""),)}), "$.control[0].needs[0].fr"),
    broken(rules.texts_are_written, a_platform(event=(an_event(what=a_text("Now", "\n")),)), "$.event[0].what.fr"),
    broken(rules.texts_are_written, packs({"title": a_text("", "Lot")}), "$.pack[0].title.en"),
    sound(rules.texts_are_written, titled()),
    broken(rules.title_is_short, titled("x" * 61, "x" * 61), "$.control[0].title.en", "$.control[0].title.fr"),
    sound(rules.title_is_short, titled("x" * 60, "é" * 60)),
    *(broken(rules.sentences_end, about(en=english), EN) for english in ("It trains", "It trains:", "It trains (so")),
    broken(rules.sentences_end, companies({"scope": a_text("All.", "Tout")}), "$.controller[0].scope.fr"),
    *(
        sound(rules.sentences_end, about(en=english, fr=french))
        for english, french in (
            ("It trains.", "Vraiment\u202f?"),
            ("It says “now.”", "Il dit «\u202fmaintenant.\u202f»"),
            ("It trains. (It does.)", "Voir https://chirp.example/help"),
        )
    ),
    sound(rules.sentences_end, titled("Refuse", "Refuser")),
    broken(
        rules.titles_are_no_sentences,
        titled("Refuse.", "Refuser\u202f:"),
        "$.control[0].title.en",
        "$.control[0].title.fr",
    ),
    broken(
        rules.titles_are_no_sentences, controls({"needs": (a_text("A login.", "Un mot"),)}), "$.control[0].needs[0].en"
    ),
    sound(rules.titles_are_no_sentences, titled("Refuse (really)", "Refuser\u202f?")),
    *(
        broken(rules.french_is_typeset, about(fr=french), FR)
        for french in (
            "Où ?",
            "Où?",
            "Où\u00a0?",
            "Voici : une case.",
            "Voici: une case.",
            "Le 15 novembre 2024: une case.",
            "Oui ; non.",
            "Oui; non.",
            "Oui!",
            "« Plus\u202f»",
            "«\u00a0Plus\u202f»",
            "«Plus\u202f»",
            "«\u202fPlus »",
            "«\u202fPlus»",
        )
    ),
    *(
        sound(rules.french_is_typeset, about(fr=french))
        for french in (
            "Où\u202f? Là\u202f: «\u202fPlus\u202f»\u202f; voilà\u202f!",
            "À 10:30, par https://chirp.example/a?b=c.",
            "Une case (ou deux), à 50\u202f%.",
        )
    ),
    sound(rules.french_is_typeset, about(en="Where? Here: there; “now”!")),
    *(
        broken(rules.spaces_are_single, about(en=english), EN)
        for english in ("Two  spaces.", " One before.", "One after. ", "At an end \nof a line.")
    ),
    broken(rules.spaces_are_single, about(fr="Ici\u00a0\u202f!"), FR),
    sound(rules.spaces_are_single, about("One. Two.\n\nThree.", "Où\u202f? Ici.")),
    broken(rules.quotes_are_curly, about(en="Don't."), EN),
    broken(rules.quotes_are_curly, about(fr="L'IA."), FR),
    broken(rules.quotes_are_curly, about('The "box".', 'La "case".'), EN, FR),
    sound(rules.quotes_are_curly, about("Don’t tick the “box”.", "L’IA, la «\u202fcase\u202f».")),
    *(
        broken(rules.nothing_is_promised, about(en=english), EN)
        for english in ("You are protected.", "Then you will be safe.", "It is GUARANTEED.", "Fully protected")
    ),
    *(
        broken(rules.nothing_is_promised, about(fr=french), FR)
        for french in ("Vous êtes protégée.", "Vous serez désormais protégés.", "C’est garanti.", "En toute sécurité.")
    ),
    sound(rules.nothing_is_promised, about("It stops training. Protected posts.", "Cela arrête l’entraînement.")),
    *(
        broken(rules.names_are_spelt, about(en=english), EN)
        for english in ("On Linkedin.", "On linkedin, now.", "(Openai)", "The iphone “iPhone”")
    ),
    broken(rules.names_are_spelt, a_platform(name="ChirpChat", about=a_text("On Chirpchat.", "Là.")), "$.about.en"),
    sound(
        rules.names_are_spelt,
        about(
            "LinkedIn, iOS; “Linkedin” at www.linkedin.com or linkedin-ads, by a@openai.example.",
            "«\u202flinkedin\u202f»",
        ),
    ),
    sound(rules.names_are_spelt, a_platform(about=a_text("The other chirp.", "Le chirp."))),
)

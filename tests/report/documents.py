"""Documents with every kind of block, for testing the formats."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from unicodedata import bidirectional

from msgspec import to_builtins

from consentui.i18n import Language
from consentui.report.document import (
    Bar,
    Block,
    Chart,
    Document,
    Heading,
    Paragraph,
    Particulars,
    Point,
    Points,
    Table,
    Verbatim,
)

LINK = "https://forms.example/object?lang=fr&topic=training"


def every_block(text: str, link: str = LINK) -> tuple[Block, ...]:
    """A block of each kind, with the text in every place that can hold one."""
    return (
        Heading(text),
        Paragraph(f"{text}\n{text}"),
        Particulars(((text, text), (text, text))),
        Heading(text, 3),
        Points((Point(text, text, (text, text), link), Point(text))),
        Points((Point(text, text), Point(text)), to_tick=True),
        Table((text, text, text), ((text, text, "7"), (text, "", "12")), numbers=(2,)),
        Verbatim(text),
        Chart(text, (Bar(text, 7, 10, text), Bar(text, 0, 0, text))),
    )


def document_of(text: str, link: str = LINK, *, language: Language = "en") -> Document:
    """A document with the same text everywhere."""
    return Document(text, language, date(2026, 11, 21), every_block(text, link), text)


def rich(language: Language) -> Document:
    """A realistic document: several parts, long words, long rows, every kind of block."""
    return Document(_TITLE[language], language, date(2026, 11, 21), _BLOCKS[language], _CONFIDENTIAL[language])


def plain_texts(document: Document) -> list[str]:
    """Every text that a document shows, except those in right-to-left scripts."""
    texts = _texts(to_builtins((document.title, document.confidential, document.blocks)))
    return [text for text in texts if not any(bidirectional(char) == "R" for char in text)]


def _texts(tree: object) -> Iterator[str]:
    if isinstance(tree, str):
        yield tree
    elif isinstance(tree, dict):
        yield from _texts([value for key, value in tree.items() if key != "type"])
    elif isinstance(tree, list | tuple):
        for branch in tree:
            yield from _texts(branch)


_TITLE = {
    "en": "Report on consent and objections",
    "fr": "Rapport sur le consentement et les oppositions",
    "de": "Bericht über Einwilligungen und Widersprüche",
}
_CONFIDENTIAL = {
    "en": "Confidential: names accounts in full.",
    "fr": "Confidentiel : nomme les comptes en entier.",
    "de": "Vertraulich: nennt Konten mit vollem Namen.",
}
_LONG = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft" * 2
_BLOCKS: dict[Language, tuple[Block, ...]] = {
    "en": (
        Paragraph("As of 21 November 2026."),
        Paragraph("Country of the person: Ireland."),
        Paragraph("23 of 31 items settled across 5 accounts."),
        Chart(
            "Settled, by platform",
            (
                Bar("Facebook", 2, 9, "2 of 9"),
                Bar("Instagram (the studio’s second account)", 6, 7, "6 of 7"),
                Bar("X", 15, 15, "15 of 15"),
                Bar("Own website", 0, 0, "nothing to do"),
            ),
        ),
        Table(
            ("Account", "Platform", "Tracked since", "Settled", "Open"),
            (
                ("x-7k3f", "X", "2 November 2026", "15", "0"),
                ("instagram-2m8q", "Instagram", "2 November 2026", "6", "1"),
                (_LONG, "Facebook", "14 October 2026", "1,002", ""),
            ),
            numbers=(3, 4),
        ),
        Heading("X · @marie_l"),
        Paragraph("Account x-7k3f, tracked since 2 November 2026. 3 of 4 settled."),
        Heading("Decided and done", 3),
        Points(
            (
                Point(
                    "Training of Grok on your posts",
                    "settled, 2 November 2026",
                    (
                        "Decision: refuse",
                        "2 November 2026, switched off, on the web, label seen: “Allow your public data”, said by you",
                        "Facts: documented, checked on 2 October 2026",
                    ),
                    "https://x.com/settings/grok_settings",
                ),
                Point("Finding you by your contacts", "allowed by you, 2 November 2026", ("Note: customers",)),
            )
        ),
        Heading("Optional, not taken up", 3),
        Points((Point("Protect your posts"), Point("מחק את החשבון"), Point(_LONG, "said of it", (_LONG,)))),
        Heading("To do on paper"),
        Points(
            (
                Point(
                    "Object to training on your photos",
                    "to do",
                    ("Settings → Privacy centre → Object",),
                    "https://www.facebook.com/help/contact/" + "6359191084165019" * 6,
                ),
                Point("Ask for a copy of your data", "waiting for an answer"),
                Point("Look again on 1 March 2027"),
            ),
            to_tick=True,
        ),
        Heading("Messages"),
        Heading("1. Objection – CU-2026-004", 3),
        Particulars(
            (
                ("From", "Marie Lambert <marie@studio.example>"),
                ("Sent", "3 November 2026, by e-mail"),
                ("To", "dpo@chirp.example"),
                ("SHA-256", "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"),
            )
        ),
        Verbatim(
            "Marie Lambert\n12 Harbour Road\nDublin\n\nDear Sir or Madam,\n\n"
            "I object to the processing of my personal data for the training of models (Article 21(1) GDPR).\n\n"
            f"    1.  my posts\n    2.  {_LONG}\n\nYours faithfully\n"
        ),
        Heading("Limits of this report"),
        Points(
            (
                Point("“Said by you” means that the person said so; nobody else checked it."),
                Point("This report is not legal advice."),
            )
        ),
    ),
    "fr": (
        Paragraph("Au 21 novembre 2026.\nPays de la personne : France."),
        Chart("Réglé, par plateforme", (Bar("Facebook", 2, 9, "2 sur 9"), Bar("X", 15, 15, "15 sur 15"))),
        Heading("X · @marie_l"),
        Heading("Décidé et fait", 3),
        Points(
            (
                Point(
                    "Entraînement de Grok sur vos posts",
                    "réglé, 2 novembre 2026",
                    ("Décision : refuser", "Intitulé vu : « Permettre l’utilisation de vos données publiques… »"),
                    "https://x.com/settings/grok_settings",
                ),
            )
        ),
        Heading("À faire sur papier"),
        Points((Point("S’opposer à l’entraînement", "à faire"), Point("Revoir le 1er mars 2027")), to_tick=True),
        Heading("Messages"),
        Particulars((("De", "Marie Lambert <marie@atelier.example>"), ("Envoyé", "3 novembre 2026, par courriel"))),
        Verbatim("Madame, Monsieur,\n\nJe m’oppose au traitement (article 21, paragraphe 1, du RGPD).\n"),
        Heading("Comptes"),
        Table(
            ("Compte", "Plateforme", "Réglés"),
            (("x-7k3f", "X", "15"), ("instagram-2m8q", "Instagram", "1 002")),
            numbers=(2,),
        ),
    ),
    "de": (
        Paragraph("Stand: 21. November 2026.\nLand der Person: Österreich."),
        Chart("Erledigt, nach Plattform", (Bar("Facebook", 2, 9, "2 von 9"), Bar("X", 15, 15, "15 von 15"))),
        Heading("X · @marie_l"),
        Heading("Entschieden und getan", 3),
        Points(
            (
                Point(
                    "Training of Grok on your posts",
                    "erledigt, 2. November 2026",
                    ("Entscheidung: ablehnen", "Gesehene Bezeichnung: „Allow your public data“", _LONG),
                    "https://x.com/settings/grok_settings",
                ),
            )
        ),
        Heading("Auf Papier zu erledigen"),
        Points((Point("Dem Training widersprechen", "zu tun"), Point("Am 1. März 2027 wieder ansehen")), to_tick=True),
        Heading("Nachrichten"),
        Particulars((("Von", "Marie Lambert <marie@atelier.example>"), ("Gesendet", "3. November 2026, per E-Mail"))),
        Verbatim("Sehr geehrte Damen und Herren!\n\nIch widerspreche der Verarbeitung (Art. 21 Abs. 1 DSGVO).\n"),
        Heading("Konten"),
        Table(
            ("Konto", "Plattform", "Erledigt"),
            (("x-7k3f", "X", "15"), ("instagram-2m8q", "Instagram", "1002")),
            numbers=(2,),
        ),
    ),
}

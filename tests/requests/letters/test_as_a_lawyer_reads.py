"""Letters and complaints as a lawyer reads them: what stands in them after each course of things, and what must not."""

from __future__ import annotations

from typing import NamedTuple

import pytest

from consentui.i18n import Language
from consentui.requests.letters.cautions import CautionCode
from consentui.requests.letters.kinds import Kind
from consentui.requests.letters.letters import letter
from consentui.requests.rights import Regime
from tests.requests.letter_facts import LETTERS_IN
from tests.requests.stories import facts_from


class Read(NamedTuple):
    """A letter of a day after what happened, with words that stand in it and words that must not, by language."""

    happened: str
    today: str
    kind: Kind
    says: dict[Language, str]
    never: dict[Language, str]
    regime: Regime = Regime.EU


ENDED: dict[Language, str] = {"en": "ended", "fr": "expiré", "de": "endete"}
ENDS: dict[Language, str] = {"en": " ends on ", "fr": "expire le", "de": " endet am "}
BY_4_OCTOBER: dict[Language, str] = {
    "en": "Please reply to this letter by 4 October 2026",
    "fr": "répondre à la présente d’ici au 4 octobre 2026",
    "de": "bis zum 4. Oktober 2026",
}
LAW_OF_A_MONTH: dict[Language, str] = {"en": "gives the company", "fr": "donne à la société", "de": "gibt dem Unter"}

ROWS = {
    "a reply to a refusal in time sets a term of its own and speaks of no time that the law sets": Read(
        "9-01 sent email; 9-18 refused", "9-20", Kind.REFUSED, BY_4_OCTOBER, ENDS
    ),
    "a reply months after a refusal in time does not say that the time ended": Read(
        "9-01 sent email; 9-18 refused", "12-20", Kind.REFUSED, {"en": "3 January 2027"}, ENDED
    ),
    "a reply to a late refusal says that it was late": Read(
        "9-01 sent email; 10-20 refused", "10-21", Kind.REFUSED, ENDED, ENDS
    ),
    "what was granted in time and is not kept was not late": Read(
        "9-01 sent email; 9-18 granted; 12-17 broken", "12-18", Kind.NOT_KEPT, {"en": "1 January 2027"}, ENDED
    ),
    "a complaint after a refusal in time does not count a time that was kept": Read(
        "9-01 sent email; 9-18 refused", "10-10", Kind.COMPLAINT, {"en": "refused my request"}, ENDED
    ),
    "nor does it recall the month that was kept": Read(
        "9-01 sent email; 9-18 refused", "10-10", Kind.COMPLAINT, {"en": "refused my request"}, LAW_OF_A_MONTH
    ),
    "a reply thanks for the answer that it replies to, not for what came after": Read(
        "9-01 sent email; 9-18 refused; 9-25 acknowledged",
        "9-26",
        Kind.REFUSED,
        {"en": "18 September 2026", "fr": "18 septembre 2026", "de": "18. September 2026"},
        {"en": "25 September 2026", "fr": "25 septembre 2026", "de": "25. September 2026"},
    ),
    "what was granted and is broken is thanked for by the day of the grant": Read(
        "9-01 sent email; 9-18 granted; 12-17 broken; 12-18 acknowledged",
        "12-19",
        Kind.NOT_KEPT,
        {"en": "message of 18 September 2026"},
        {"en": "18 December"},
    ),
    "“the data are public” is a reason, bad as it is": Read(
        "9-01 sent email; 9-18 public-data -reasons",
        "10-10",
        Kind.COMPLAINT,
        {
            "en": "beside this, the company’s message of 18 September 2026 gives me no reasons",
            "fr": "hormis cela, le message de la société du 18 septembre 2026",
            "de": "Darüber hinaus nennt mir die Nachricht",
        },
        {"en": "without giving me its reasons", "fr": "sans m’en donner", "de": "ohne mir seine Gründe"},
    ),
    "who says that the data are public has not said that they refuse": Read(
        "9-01 sent email; 9-18 public-data",
        "10-10",
        Kind.COMPLAINT,
        {"en": "does not tell me that it gives effect", "fr": "ne me dit pas qu’elle donne", "de": "sagt mir nicht"},
        {"en": "refuses to give effect", "fr": "refuse de donner effet", "de": "lehnt es ab"},
    ),
    "an answer in another language is no silence": Read(
        "9-01 sent email; 9-10 other-language",
        "10-10",
        Kind.COMPLAINT,
        {
            "en": "is not in the language of my request",
            "fr": "n’est pas dans la langue de ma demande",
            "de": "nicht in der Sprache meines Antrags",
        },
        {"en": "has told me nothing", "fr": "rien fait connaître", "de": "nicht mitgeteilt"},
    ),
    "an answer in another language does not mean that they told of no action": Read(
        "9-01 sent email; 9-10 other-language",
        "10-10",
        Kind.COMPLAINT,
        {"en": "no answer in that language"},
        {
            "en": "not informed me of the action",
            "fr": "pas fait connaître",
            "de": "nicht innerhalb",
        },
    ),
    "another way claimed is all that they said, whatever they did": Read(
        "9-01 sent email; 9-03 wrong-channel; 9-08 sent form; 9-20 granted; 12-17 broken",
        "12-20",
        Kind.COMPLAINT,
        {"en": "should have come another way", "fr": "par une autre voie", "de": "auf einem anderen Weg"},
        {"en": "did not deal with my request because", "fr": "n’a pas traité", "de": "nicht bearbeitet"},
    ),
    "what mail servers say is not said by the company": Read(
        "9-01 sent email; 9-02 not-delivered said; 9-10 sent form",
        "10-13",
        Kind.COMPLAINT,
        {"en": "The notice says: “550”", "fr": "L’avis reçu indique", "de": "In der Meldung steht: „550“"},
        {"en": "In the company’s words", "fr": "Selon ses propres termes", "de": "Mit den Worten des Unternehmens"},
    ),
    "nobody said that there is no proof of when a letter came": Read(
        "9-01 sent post",
        "10-30",
        Kind.COMPLAINT,
        {"en": "the request that I posted on 1 September 2026."},
        {"en": "no proof", "fr": "pas de preuve", "de": "keinen Nachweis"},
    ),
    "nor that the person does not know it": Read(
        "9-01 sent post",
        "10-14",
        Kind.REMINDER,
        {"en": "please tell me on which day it reached you"},
        {"en": "do not know", "fr": "ne sais pas", "de": "weiß nicht"},
    ),
    "what was granted in part was not left without an answer, as far as anybody said": Read(
        "9-01 sent email; 9-18 partly",
        "10-10",
        Kind.COMPLAINT,
        {"en": "granted my objection only in part", "fr": "accueilli qu’en partie", "de": "nur zum Teil stattgegeben"},
        {"en": "answered only part", "fr": "répondu qu’à une partie", "de": "nur zum Teil beantwortet"},
    ),
    "a grant in part without reasons is a grant": Read(
        "9-01 sent email; 9-18 partly -reasons",
        "10-10",
        Kind.COMPLAINT,
        {
            "en": "granted only part of my request and gave no reasons as regards the rest",
            "fr": "n’a fait droit qu’à une partie de ma demande et n’a pas donné de motifs",
            "de": "nur zum Teil stattgegeben und für den Rest keine Gründe genannt",
        },
        {"en": "answered only part"},
    ),
    "what an answer left open is not open any more after the next one": Read(
        "9-01 sent email; 9-18 partly open; 9-20 reply incomplete; 10-05 refused",
        "10-20",
        Kind.COMPLAINT,
        {"en": "refuses to give effect"},
        {"en": "remains open", "fr": "en suspens", "de": "bleibt offen"},
    ),
    "an extension without reasons that nobody used is no breach": Read(
        "9-01 sent email; 9-10 extended -reasons; 9-20 refused",
        "10-20",
        Kind.COMPLAINT,
        {"en": "refuses to give effect"},
        {"en": "extended the time", "fr": "a prolongé le délai", "de": "Frist für seine Antwort verlängert, ohne"},
    ),
    "nor is one that was followed by one with reasons, within the month": Read(
        "9-01 sent email; 9-10 extended -reasons; 9-25 extended +reasons",
        "12-20",
        Kind.COMPLAINT,
        {"en": "three months", "fr": "trois mois", "de": "drei Monate"},
        {"en": "extended the time for its answer without giving, within", "de": "verlängert, ohne innerhalb"},
    ),
    "a contested question for identity says that it was contested, not with which words": Read(
        "9-01 sent email; 9-10 identity-asked; 9-11 reply identity-demanded",
        "10-10",
        Kind.COMPLAINT,
        {
            "en": "I contested this on 11 September 2026",
            "fr": "je l’ai contesté le 11 septembre 2026",
            "de": "ich habe dem am 11. September 2026 widersprochen",
        },
        {"en": "I replied that", "fr": "je lui ai répondu que", "de": "ich habe erwidert"},
    ),
    "a standard answer is called one, and points nowhere that nobody said": Read(
        "9-01 sent email; 9-18 canned",
        "9-19",
        Kind.CANNED_ANSWER,
        {"en": "is a standard one", "fr": "est une réponse type", "de": "ist eine Standardantwort"},
        {"en": "points to settings", "fr": "renvoie à des réglages", "de": "verweist auf Einstellungen"},
    ),
    "since an objection, without the whole of its title again": Read(
        "9-01 sent email",
        "10-10",
        Kind.COMPLAINT,
        {"en": "since my objection, the company", "fr": "depuis ma demande", "de": "Seit meinem Widerspruch hat"},
        {"en": "since my objection to AI"},
    ),
    "in Switzerland too, “the data are public” is a reason": Read(
        "9-01 sent email; 9-18 public-data -reasons",
        "10-10",
        Kind.COMPLAINT,
        {"en": "Beside this, the company’s message", "fr": "Hormis cela", "de": "Darüber hinaus"},
        {"en": "without giving me its reasons", "fr": "sans m’en donner", "de": "ohne mir seine Gründe"},
        Regime.CH,
    ),
    "in California, 15 business days do not end on the day that 45 days do": Read(
        "9-01 sent email",
        "10-20",
        Kind.REMINDER,
        {
            "en": "15 business days have passed",
            "fr": "15 jours ouvrables",
            "de": "15 Werktage vergangen",
        },
        {"en": "16 October", "fr": "16 octobre", "de": "16. Oktober"},
        Regime.US_CA,
    ),
    "nor does the complaint there say so": Read(
        "9-01 sent email",
        "10-20",
        Kind.COMPLAINT,
        {"en": "within 15 business days from receipt (section 1798.135)."},
        {"en": "that is by", "fr": "soit jusqu’au", "de": "sie endete am"},
        Regime.US_CA,
    ),
    "before they have passed, they are asked for": Read(
        "9-01 sent email; 9-03 fee-asked",
        "9-04",
        Kind.FEE_DEMANDED,
        {
            "en": "your answer within 15 business days",
            "fr": "les 15 jours ouvrables",
            "de": "von 15 Werktagen",
        },
        ENDS,
        Regime.US_CA,
    ),
}


@pytest.mark.parametrize("language", LETTERS_IN)
@pytest.mark.parametrize("row", [pytest.param(row, id=name) for name, row in ROWS.items()])
def test_a_letter_says_what_happened_and_nothing_that_nobody_said(row: Read, language: Language) -> None:
    text = letter(row.kind, facts_from(row.happened, row.today, row.regime), language).text
    assert row.says.get(language, "") in text
    assert language not in row.never or row.never[language] not in text


def test_a_posted_letter_whose_latest_day_has_passed_is_not_called_early_to_be_reminded_of() -> None:
    def warned(today: str) -> bool:
        found = letter(Kind.REMINDER, facts_from("9-01 sent post", today), "en").warnings
        return CautionCode.REMINDER_EARLY in {one.code for one in found}

    assert warned("9-20")
    assert not warned("10-14")

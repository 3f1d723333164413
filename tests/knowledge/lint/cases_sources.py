"""Cases of the rules about sources."""

from __future__ import annotations

from consentui.knowledge.lint import rules_sources as rules
from consentui.knowledge.records import Contact
from tests.builders import a_route, a_source
from tests.knowledge.lint.cases import about, authorities, broken, companies, controls, sound

PRESS = a_source(primary=False)

CASES = (
    broken(rules.claim_has_source, controls({}, {"source": ()}), "$.control[1]"),
    broken(rules.claim_has_source, companies({"source": ()}), "$.controller[0]"),
    broken(rules.claim_has_source, authorities({}, {"source": ()}), "$.authority[1]"),
    sound(rules.claim_has_source, controls({"source": (PRESS,)})),
    sound(rules.claim_has_source, companies({})),
    sound(rules.claim_has_source, authorities({})),
    broken(rules.evidence_is_earned, controls({"source": (PRESS,)}), "$.control[0].evidence"),
    broken(rules.evidence_is_earned, controls({"source": ()}), "$.control[0].evidence"),
    broken(rules.evidence_is_earned, companies({"source": (PRESS,)}), "$.controller[0].evidence"),
    sound(rules.evidence_is_earned, controls({"source": (PRESS, a_source())})),
    sound(rules.evidence_is_earned, controls({"evidence": "reported", "source": (PRESS,)})),
    broken(
        rules.documented_exists,
        controls({"source": (a_source(supports=("covers", "limits")), PRESS)}),
        "$.control[0].evidence",
    ),
    sound(rules.documented_exists, controls({"source": (a_source(supports=("covers", "label")),)})),
    sound(rules.documented_exists, controls({"evidence": "reported", "source": (a_source(supports=("covers",)),)})),
    broken(rules.uncertainty_is_explained, controls({"evidence": "contested"}), "$.control[0].evidence"),
    broken(rules.uncertainty_is_explained, companies({"evidence": "unresolved"}), "$.controller[0].evidence"),
    sound(rules.uncertainty_is_explained, controls({"evidence": "reported"})),
    sound(
        rules.uncertainty_is_explained,
        controls({"evidence": "unresolved", "doubt": about().control[0].about}),
    ),
    broken(rules.sources_differ, controls({"source": (a_source(), PRESS)}), "$.control[0].source[1]"),
    sound(rules.sources_differ, controls({"source": (a_source(), a_source(via="An archive"))})),
    sound(rules.sources_differ, controls({"source": (a_source(),)}, {"source": (a_source(),)})),
    broken(
        rules.source_says_for_what, controls({"source": (a_source(supports=()),)}), "$.control[0].source[0].supports"
    ),
    broken(
        rules.source_says_for_what,
        controls({"source": (a_source(supports=("route", "route")),)}),
        "$.control[0].source[0].supports",
    ),
    sound(rules.source_says_for_what, controls({"source": (a_source(supports=("route", "label")),)})),
    *(
        broken(rules.source_is_a_page, controls({"source": (a_source(url=url),)}), "$.control[0].source[0].url")
        for url in ("https://chirp.example", "https://chirp.example/")
    ),
    sound(rules.source_is_a_page, controls({"source": (a_source(url="https://chirp.example/help"),)})),
    *(
        broken(rules.via_is_a_name, controls({"source": (a_source(via=via),)}), "$.control[0].source[0].via")
        for via in ("", "Read in an archive.", "An archive. Another copy", "a" * 51)
    ),
    *(
        sound(rules.via_is_a_name, controls({"source": (a_source(via=via),)}))
        for via in (None, "A mirror", "archive.org", "Open Terms Archive (Chirp/Privacy Policy.md; a copy of a copy)")
    ),
    broken(rules.addresses_are_encrypted, about("Go to http://chirp.example."), "$.control[0].about.en"),
    broken(
        rules.addresses_are_encrypted,
        controls({"route": (a_route("post", address="Chirp\nhttp://chirp.example"),)}),
        "$.control[0].route[0].address",
    ),
    sound(rules.addresses_are_encrypted, about("Go to https://chirp.example.", "Le http ne suffit pas.")),
    broken(
        rules.contacts_can_be_written_to,
        companies({"contact": Contact(email="chirp.example", dpo="the officer")}),
        "$.controller[0].contact.email",
        "$.controller[0].contact.dpo",
    ),
    broken(rules.contacts_can_be_written_to, authorities({"email": "a b@dpc.example"}), "$.authority[0].email"),
    sound(
        rules.contacts_can_be_written_to,
        companies({"contact": Contact(email="a@chirp.example", dpo="https://chirp.example/officer")}),
    ),
    sound(rules.contacts_can_be_written_to, authorities({"email": "a@dpc.example"}, {"email": None})),
)

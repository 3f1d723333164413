"""Cases of the rules about references between records."""

from __future__ import annotations

from consentui.knowledge.lint import rules_references as rules
from tests.builders import a_platform, an_event
from tests.knowledge.lint.cases import a_tombstone, broken, companies, controls, packs, sound

LOOP = controls({"fallback": ("chirp/c1",)}, {"fallback": ("chirp/c2",)}, {"fallback": ("chirp/c0",)})

CASES = (
    broken(rules.references_resolve, controls({"fallback": ("chirp/gone",)}), "$.control[0].fallback"),
    broken(rules.references_resolve, controls({"pairs_with": ("gone/switch",)}), "$.control[0].pairs_with"),
    sound(rules.references_resolve, controls({"fallback": ("other/switch",), "pairs_with": ("chirp/c1",)}, {})),
    broken(rules.references_lead_away, controls({"pairs_with": ("chirp/c0",)}), "$.control[0].pairs_with"),
    broken(
        rules.references_lead_away, controls({"fallback": ("other/switch", "other/switch")}), "$.control[0].fallback"
    ),
    sound(rules.references_lead_away, controls({"fallback": ("chirp/c1",), "pairs_with": ("chirp/c1",)}, {})),
    broken(rules.fallbacks_end, LOOP, *(f"$.control[{number}].fallback" for number in range(3))),
    broken(rules.fallbacks_end, controls({"fallback": ("chirp/c0",)}), "$.control[0].fallback"),
    sound(rules.fallbacks_end, controls({"fallback": ("chirp/c1", "chirp/c2")}, {"fallback": ("chirp/c2",)}, {})),
    sound(rules.fallbacks_end, controls({"fallback": ("other/switch", "gone/gone")})),
    broken(rules.companion_exists, a_platform(companion="gone"), "$.companion"),
    sound(rules.companion_exists, a_platform(companion="other")),
    sound(rules.companion_exists, a_platform(companion=None)),
    broken(rules.events_name_controls, a_platform(event=(an_event(touches=("gone",)),)), "$.event[0].touches"),
    broken(
        rules.events_name_controls,
        a_platform(event=(an_event(), an_event(touches=("chirp/training",)))),
        "$.event[1].touches",
    ),
    sound(rules.events_name_controls, a_platform(event=(an_event(), an_event(touches=())))),
    broken(
        rules.successor_exists,
        a_platform(tombstone=(a_tombstone(), a_tombstone(successor="chirp/gone"))),
        "$.tombstone[1].successor",
    ),
    sound(rules.successor_exists, a_platform(tombstone=(a_tombstone(successor="other/switch"),))),
    broken(rules.controller_exists, a_platform(controller="nobody"), "$.controller", name="platforms/chirp"),
    sound(rules.controller_exists, a_platform(controller="chirp"), name="platforms/chirp"),
    sound(rules.controller_exists, a_platform(controller="nobody")),
    broken(rules.lead_authority_exists, companies({"lead_authority": "DE"}), "$.controller[0].lead_authority"),
    sound(rules.lead_authority_exists, companies({"lead_authority": "DE-HH"}, {"lead_authority": None})),
    *(
        broken(rules.packs_hold_platforms, packs({}, {"platforms": platforms}), "$.pack[1].platforms")
        for platforms in ((), ("other", "gone"), ("other", "other"))
    ),
    sound(rules.packs_hold_platforms, packs({"platforms": ("other",)})),
)

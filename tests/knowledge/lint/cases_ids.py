"""Cases of the rules about ids and names."""

from __future__ import annotations

from msgspec.structs import replace

from consentui.knowledge.lint import rules_ids as rules
from consentui.knowledge.lint.released import Released
from tests.builders import a_control, a_download, a_platform, a_route, a_source, a_statement, an_event
from tests.knowledge.lint.cases import KNOWN, OTHER, a_tombstone, broken, companies, controls, packs, sound

RELEASED = Released("1.0", {"platforms": 1}, {"chirp": ("training", "gone")})
AFTER = replace(KNOWN, released=RELEASED)
TWITTER = replace(KNOWN, platforms={"other": replace(OTHER, aliases=("Twitter",))})
AT_HOST = replace(KNOWN, platforms={"other": replace(OTHER, hosts=("chirp.example",))})
OWN_TWITTER = replace(KNOWN, platforms={"other": replace(OTHER, aliases=("Twitter",), is_own=True)})

CASES = (
    broken(rules.ids_differ, controls({"id": "a"}, {"id": "b"}, {"id": "a"}), "$.control[2].id"),
    broken(rules.ids_differ, a_platform(tombstone=(a_tombstone(), a_tombstone())), "$.tombstone[1].id"),
    broken(rules.ids_differ, a_platform(download=(a_download(), a_download())), "$.download[1].id"),
    broken(rules.ids_differ, a_platform(statement=(a_statement(), a_statement())), "$.statement[1].id"),
    broken(rules.ids_differ, companies({"id": "chirp"}, {"id": "chirp"}), "$.controller[1].id"),
    broken(rules.ids_differ, packs({"id": "work"}, {}, {"id": "work"}), "$.pack[2].id"),
    sound(rules.ids_differ, a_platform(a_control(id="a"), a_control(id="b"), tombstone=(a_tombstone(),))),
    sound(rules.ids_differ, companies({}, {})),
    sound(rules.ids_differ, packs({}, {})),
    broken(rules.rows_stand_once, a_platform(event=(an_event(), an_event())), "$.event[1]"),
    broken(rules.rows_stand_once, a_platform(a_control(source=(a_source(), a_source()))), "$.control[0].source[1]"),
    broken(rules.rows_stand_once, a_platform(a_control(route=(a_route(), a_route()))), "$.control[0].route[1]"),
    sound(rules.rows_stand_once, a_platform(a_control(route=(a_route(), a_route("android"))), event=(an_event(),))),
    broken(
        rules.tombstone_is_of_the_gone,
        a_platform(a_control(id="gone"), tombstone=(a_tombstone(),)),
        "$.tombstone[0].id",
    ),
    sound(rules.tombstone_is_of_the_gone, a_platform(tombstone=(a_tombstone(),))),
    broken(rules.names_lead_to_one_platform, a_platform(aliases=("Bird", "twitter")), "$.aliases", known=TWITTER),
    broken(rules.names_lead_to_one_platform, a_platform(name_fr="Óther"), "$.aliases"),
    broken(rules.names_lead_to_one_platform, a_platform(aliases=("Twitter",)), "$.aliases", known=OWN_TWITTER),
    sound(
        rules.names_lead_to_one_platform, a_platform(aliases=("Twitter",)), known=OWN_TWITTER, name="platforms/chirp"
    ),
    sound(rules.names_lead_to_one_platform, a_platform(aliases=("Chirper",)), known=TWITTER),
    broken(
        rules.hosts_lead_to_one_platform,
        a_platform(hosts=("bird.example", "chirp.example")),
        "$.hosts[1]",
        known=AT_HOST,
    ),
    sound(rules.hosts_lead_to_one_platform, a_platform(hosts=("chirper.example",)), known=AT_HOST),
    broken(rules.bundled_is_not_own, a_platform(replaces=True), "$.replaces", name="platforms/chirp"),
    broken(rules.bundled_is_not_own, a_platform(is_own=True), "$.is_own"),
    sound(rules.bundled_is_not_own, a_platform(replaces=True)),
    sound(rules.bundled_is_not_own, a_platform(), name="platforms/chirp"),
    broken(rules.control_ids_stay, a_platform(), "$.id", known=AFTER, name="platforms/chirp"),
    sound(rules.control_ids_stay, a_platform(tombstone=(a_tombstone(),)), known=AFTER, name="platforms/chirp"),
    sound(rules.control_ids_stay, a_platform(a_control(id="new")), known=AFTER),
    sound(rules.control_ids_stay, a_platform(id="new"), known=AFTER, name="platforms/new"),
    broken(rules.platform_ids_stay, RELEASED, "$.platforms.chirp"),
    sound(rules.platform_ids_stay, replace(RELEASED, platforms={"other": ()})),
    broken(rules.counts_never_fall, replace(RELEASED, counts={"platforms": 2, "controls": 2}), "$.counts.platforms"),
    broken(rules.counts_never_fall, RELEASED, "$.counts.platforms", known=OWN_TWITTER),
    sound(rules.counts_never_fall, replace(RELEASED, counts={"platforms": 1, "controls": 2, "no_longer_counted": 9})),
    sound(rules.counts_never_fall, replace(RELEASED, counts={"platforms": 0})),
)

"""Cases of the rules about routes and printed words."""

from __future__ import annotations

from consentui.knowledge.lint import rules_routes as rules
from consentui.knowledge.records import Platform, Printed, PrintedPath, Route
from tests.builders import a_route, a_text
from tests.knowledge.lint.cases import a_former_label, broken, controls, sound


def routes(*routes: Route) -> Platform:
    """A platform with a control that has these routes."""
    return controls({"route": routes})


def labelled(*labels: str) -> Platform:
    """A platform with a control that has a route for each of these English labels."""
    return routes(*(a_route(label=Printed(en=label), path=PrintedPath()) for label in labels))


def stepped(*steps: str) -> Platform:
    """A platform with a control whose route has these French menu steps."""
    return routes(a_route(path=PrintedPath(fr=steps)))


CASES = (
    broken(rules.control_has_route, controls({"route": ()}), "$.control[0]"),
    sound(rules.control_has_route, routes(a_route())),
    broken(rules.route_leads_somewhere, routes(a_route(), Route("ios")), "$.control[0].route[1]"),
    *(
        sound(rules.route_leads_somewhere, routes(route))
        for route in (
            Route("web", url="https://chirp.example"),
            Route("email", address="dpo@chirp.example"),
            Route("ios", path=PrintedPath(en=("Settings",))),
            Route("ios", label=Printed(en="Train")),
            Route("ios", label=Printed(fr="Entraîner")),
            Route("ios", steps=a_text("Ask.")),
        )
    ),
    broken(rules.routes_differ, routes(a_route(), a_route("ios"), a_route()), "$.control[0].route[2]"),
    sound(rules.routes_differ, routes(a_route(), a_route("ios"), a_route(regions=("EU",)))),
    broken(rules.form_has_page, routes(Route("form", steps=a_text("Fill it in."))), "$.control[0].route[0]"),
    sound(rules.form_has_page, routes(Route("form", url="https://chirp.example/form"), Route("ios"))),
    broken(rules.mail_has_address, routes(Route("email", address="Chirp")), "$.control[0].route[0]"),
    broken(rules.mail_has_address, routes(Route("email", url="https://chirp.example")), "$.control[0].route[0]"),
    sound(rules.mail_has_address, routes(Route("email", address="a@chirp.example"), Route("ios"))),
    sound(rules.mail_has_address, routes(Route("email", steps=a_text("Write to your own administrator.")))),
    broken(rules.letter_has_lines, routes(Route("post", address="Chirp\nDublin")), "$.control[0].route[0].address"),
    broken(rules.letter_has_lines, routes(Route("post")), "$.control[0].route[0].address"),
    sound(rules.letter_has_lines, routes(Route("post", address="Chirp\n1 Street\nDublin"), Route("ios"))),
    *(
        broken(rules.words_are_as_printed, labelled("Train", label), "$.control[0].route[1].label.en")
        for label in ("", " Train", "Train ", "“Train”", '"Train"', "«\u202fTrain\u202f»", "‘Train’")
    ),
    broken(
        rules.words_are_as_printed,
        controls({"former_label": (a_former_label(fr="“A”"),)}),
        "$.control[0].former_label[0].fr",
    ),
    broken(rules.words_are_as_printed, stepped("Réglages", "Compte "), "$.control[0].route[0].path.fr"),
    *(sound(rules.words_are_as_printed, labelled(label)) for label in ("Train", "Allow “Hey Chirp”", "“Hey Chirp” on")),
    *(
        broken(rules.label_ends_as_printed, labelled(label), "$.control[0].route[0].label.en")
        for label in ("Train:", "Train…", "Train...")
    ),
    broken(
        rules.label_ends_as_printed,
        controls({"former_label": (a_former_label(en="A:"),)}),
        "$.control[0].former_label[0].en",
    ),
    sound(rules.label_ends_as_printed, labelled("Chirp: train", "Train.")),
    sound(rules.label_ends_as_printed, stepped("Qui peut...")),
    *(
        broken(rules.step_is_one_step, stepped("Réglages", step), "$.control[0].route[0].path.fr")
        for step in ("Compte > IA", "Compte › IA", "Compte → IA", "Compte » IA", "(en bas)")
    ),
    sound(rules.step_is_one_step, stepped("Menu (☰)", "A>B", "Compte")),
    broken(
        rules.former_label_is_former,
        controls({"route": labelled("New", "New").control[0].route, "former_label": (a_former_label(en="New"),)}),
        "$.control[0].former_label[0]",
    ),
    broken(
        rules.former_label_is_former,
        controls({"former_label": (a_former_label(en="Old"), a_former_label(fr="Entraîner nos modèles"))}),
        "$.control[0].former_label[1]",
    ),
    sound(
        rules.former_label_is_former,
        controls({"route": labelled("New", "Old").control[0].route, "former_label": (a_former_label(en="Old"),)}),
    ),
    sound(
        rules.former_label_is_former,
        controls(
            {
                "route": (a_route(label_fr_until="2024-12"),),
                "former_label": (a_former_label(fr="Entraîner nos modèles"),),
            }
        ),
    ),
)

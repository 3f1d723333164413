"""What an account on atproto declares in public, in the current language."""

from __future__ import annotations

from consentui.i18n import _, pgettext
from consentui.verify.atproto.records import Declared, SaidWish, Wish


def wish_name(wish: Wish) -> str:
    """What a person can wish for."""
    return {
        Wish.HIDDEN_FROM_VISITORS: _("hidden from logged-out visitors"),
        Wish.NOT_RECOMMENDED: _("kept out of recommendations"),
        Wish.TRAINING: _("AI: training"),
        Wish.EMBEDDING: _("AI: embeddings"),
        Wish.INFERENCE: _("AI: inference"),
        Wish.SYNTHETIC_CONTENT: _("AI: synthetic content"),
        Wish.GENERATION: _("generative AI (Bluesky’s draft)"),
    }[wish]


def said_name(said: SaidWish) -> str:
    """What an account says about a wish."""
    return {
        SaidWish.YES: pgettext("wish", "yes"),
        SaidWish.NO: pgettext("wish", "no"),
        SaidWish.REFUSED: pgettext("wish", "refused"),
        SaidWish.ALLOWED: pgettext("wish", "allowed"),
        SaidWish.NOT_DECLARED: pgettext("wish", "not declared"),
        SaidWish.NOT_READABLE: pgettext("wish", "not readable"),
        SaidWish.UNKNOWN: pgettext("wish", "not known"),
    }[said]


def ground_words(declared: Declared) -> str:
    """The record in which a wish is declared, or why it is not known."""
    return declared.why or declared.collection

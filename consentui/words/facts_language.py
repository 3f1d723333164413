"""In which language the facts are told, where it is not the one spoken."""

from __future__ import annotations

from consentui.i18n import _, language
from consentui.knowledge.records import BUNDLED_IN
from consentui.words.names import language_name


def facts_language_words() -> str:
    """That the facts stand in English; nothing where they are written in the language spoken."""
    if language() in BUNDLED_IN:
        return ""
    return _("What is known of the platforms is not written in {language} yet: it stands here in English.").format(
        language=language_name(language())
    )

"""Says in which language the facts are written, if it is not the current one."""

from __future__ import annotations

from consentui.i18n import _, language
from consentui.knowledge.records import BUNDLED_IN
from consentui.words.names import language_name


def facts_language_words() -> str:
    """Says that the facts are in English; empty if they are written in the current language."""
    if language() in BUNDLED_IN:
        return ""
    return _("What is known about the platforms is not written in {language} yet: it is shown in English.").format(
        language=language_name(language())
    )

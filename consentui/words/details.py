"""What a person is asked about an answer, and what they told about it, in words."""

from __future__ import annotations

from consentui.i18n import _
from consentui.requests.answers import Detail


def question_words(detail: Detail) -> str:
    """The question to the person."""
    return {
        Detail.REASONS: _("Did they give reasons?"),
        Detail.CONFIRMED: _("Did they confirm that it is done?"),
        Detail.AUTHORITY_NAMED: _("Did they say that you can complain to an authority?"),
        Detail.COURT_NAMED: _("Did they say that you can go to court?"),
        Detail.OPEN: _("What remains open? Points separated by semicolons"),
        Detail.LEFT_OUT: _("Which accounts were left out? Separated by commas"),
        Detail.SAID: _("What did they say? Letters may use it"),
        Detail.LANGUAGE: _("In which language?"),
    }[detail]


def detail_words(detail: Detail, told: bool | str | tuple[str, ...] | None) -> str:  # noqa: FBT001 -- an answer
    """What the person told; empty if they were not asked or skipped the question."""
    if told is None or told in {"", ()}:
        return ""
    if isinstance(told, bool):
        return _yes_or_no(detail, told=told)
    if isinstance(told, tuple):
        return _several(detail).format(points=_("; ").join(told))
    return _("in {language}").format(language=told) if detail is Detail.LANGUAGE else _("“{words}”").format(words=told)


def _several(detail: Detail) -> str:
    return _("left out: {points}") if detail is Detail.LEFT_OUT else _("open: {points}")


def _yes_or_no(detail: Detail, *, told: bool) -> str:
    names = {
        Detail.REASONS: (_("with reasons"), _("without reasons")),
        Detail.CONFIRMED: (_("confirmed as done"), _("not confirmed as done")),
        Detail.AUTHORITY_NAMED: (_("authority mentioned"), _("authority not mentioned")),
        Detail.COURT_NAMED: (_("court mentioned"), _("court not mentioned")),
    }[detail]
    return names[0] if told else names[1]

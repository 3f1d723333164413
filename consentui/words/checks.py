"""What was read in platforms' own files and in public, in the current language."""

from __future__ import annotations

from consentui.checklist.checks import SETTLING_GRADES, Contradicted
from consentui.checklist.items import Item
from consentui.clock import local_day
from consentui.i18n import _, language, pgettext
from consentui.i18n.dates import long_date
from consentui.journal.entries import Checked, Seen, Stated, Verdict
from consentui.knowledge.hosts import host_of
from consentui.knowledge.records import DownloadStatement
from consentui.text import capitalised, clean_line, shorten
from consentui.words.names import outcome_name

_LONGEST = 60


def verdict_name(verdict: Verdict) -> str:
    """The name of a verdict."""
    return {
        Verdict.SHOWS_OFF: pgettext("verdict", "shows off"),
        Verdict.SHOWS_ON: pgettext("verdict", "shows on"),
        Verdict.CONSISTENT_WITH_OFF: pgettext("verdict", "consistent with off"),
        Verdict.SAYS_NOTHING: pgettext("verdict", "says nothing about it"),
        Verdict.TOO_OLD: pgettext("verdict", "too old"),
        Verdict.NOT_READABLE: pgettext("verdict", "not readable here"),
    }[verdict]


def state_name(verdict: Verdict) -> str:
    """On or off, according to a verdict."""
    return pgettext("state", "on") if verdict is Verdict.SHOWS_ON else pgettext("state", "off")


def reason_words(reason: str) -> str:
    """Why a check says nothing about a control, or why a file cannot be read; an unknown reason as it is."""
    return {
        "no-file": _("the file is not in it: it was not asked for, or is in another part"),
        "nothing-listed": _("the file lists nothing"),
        "not-set": _("it was never changed there: what then applies depends on the version"),
        "other-shape": _("the file has no known form"),
        "other-language": _(
            "its names are in a language that is not known here: set the platform to English and ask again"
        ),
        "html": _("this is the download for reading (HTML or text): request it again, as JSON"),
        "too-large": _("the file is too large"),
        "damaged": _("the file is damaged"),
        "encrypted": _("the file is encrypted: unzip it with its password, and give the folder"),
        "contradictory": _("two copies of the file differ"),
        "unknown-value": _("what this value means is not known"),
        "in-part": _("it refuses some and not others: whether these are the ones you meant cannot be told"),
        "one-page": _("it was seen on one page: others may differ"),
        "not-told": _("the server does not say"),
        "still-open": _("your request is there, still open"),
    }.get(reason, reason)


def value_words(seen: Seen) -> str:
    """What was read and where, as it is printed: `user_data.json, Personalized Ads: “Disabled”`."""
    where = ", ".join(filter(None, (_member_words(seen), _field_words(seen))))
    value = _("“{label}”").format(label=shorten(clean_line(seen.value), _LONGEST)) if seen.value else ""
    return f"{where}{_(':')} {value}".strip(" :\u202f") if value else where


def _member_words(seen: Seen) -> str:
    if not seen.is_public:
        return seen.member
    from consentui.verify.sites.pieces import Place
    from consentui.words.sites import place_name

    return place_name(Place(seen.member)) if seen.member in {Place.PAGE, Place.HEADERS} else seen.member


def _field_words(seen: Seen) -> str:
    """The place within a file or a page: a label, a key, or the number of a line."""
    if seen.is_public and seen.field.isdecimal():
        return _("line {number}").format(number=seen.field)
    return seen.last_step


def host_name(seen: Seen) -> str:
    """The host that was read."""
    return host_of(seen.name) or seen.name


def file_words(seen: Seen) -> str:
    """The source and its day: their file of 12 November 2026; example.org on 12 November 2026."""
    if seen.is_public and seen.made:
        return _("{host} on {date}").format(host=host_name(seen), date=long_date(seen.made))
    return _("their file of {date}").format(date=long_date(seen.made)) if seen.made else _("their undated file")


def checked_words(check: Checked) -> str:
    """Who checked something, when and how; shown beside every tick that a check confirms."""
    source = host_name(check) if check.is_public else file_words(check)
    how = _("; ").join(filter(None, (source, value_words(check))))
    return _("checked by consentui on {date} ({how})").format(date=long_date(local_day(check.at)), how=how)


def check_sentence(check: Checked) -> str:
    """A check with its verdict as a sentence, and how much it proves."""
    source = file_words(check) if check.is_public else capitalised(file_words(check))
    parts = [f"{source}{_(':')} {verdict_name(check.verdict)}"]
    if detail := (reason_words(check.reason) if check.reason else value_words(check)):
        parts.append(f" ({detail})")
    text = "".join(parts) + "."
    if check.grade not in SETTLING_GRADES and check.verdict in {Verdict.SHOWS_OFF, Verdict.SHOWS_ON}:
        text += " " + _("At most one source says what the value means: it settles nothing.")
    return text


def line_words(item: Item, check: Checked) -> str:
    """What a check means for an item, to follow its verdict: a contradiction, the value, or why nothing is said."""
    if isinstance(item.review, Contradicted) and item.review.check == check:
        return contradiction_sentence(item.review)
    if check.reason:
        return reason_words(check.reason)
    if check.verdict is Verdict.TOO_OLD:
        return _("it is older than what you recorded; {value}").format(value=value_words(check))
    if check.grade not in SETTLING_GRADES:
        return _("{value}; this settles nothing: too few sources say what it means").format(value=value_words(check))
    if _is_of_that_day(item, check):
        return _("{value}; it is of the day on which you recorded it, and may be older").format(
            value=value_words(check)
        )
    return value_words(check)


def _is_of_that_day(item: Item, check: Checked) -> bool:
    """Whether a download is of the day on which the item was settled, so that it may have been made before."""
    here = item.position
    settles = check in (here.confirmed, *here.denied)
    return here.since is not None and not check.is_public and not settles and check.made == local_day(here.since)


def statement_words(statement: DownloadStatement, seen: Stated) -> str:
    """What a file says and, apart from it, what we take that to mean."""
    said = f"{statement.title.in_language(language())}{_(':')} {value_words(seen)}"
    meaning = next((one.says for one in statement.meaning if one.value == seen.value), None)
    if meaning is None:
        return _("{said}. What this value means is not known.").format(said=said)
    return _("{said}. That this means “{meaning}” is our reading; source: {source}.").format(
        said=said, meaning=meaning.in_language(language()), source=statement.source[-1].publisher
    )


def contradiction_sentence(against: Contradicted) -> str:
    """What the item was recorded as, and what the platform's own file or a host says instead."""
    check = against.check
    if check.is_public:
        return _public_contradiction(against)
    made = long_date(check.made) if check.made else _("an unknown date")
    now = state_name(check.verdict)
    if against.confirmed and against.confirmed.made:
        return _("Their file of {before} said {then}; the one of {made} says {now}.").format(
            before=long_date(against.confirmed.made), then=state_name(against.confirmed.verdict), made=made, now=now
        )
    if against.said is None:
        return _("Their file of {made} says {now}.").format(made=made, now=now)
    return _("You said “{outcome}” on {date}; their file of {made} says {now}.").format(
        outcome=outcome_name(against.said.outcome), date=long_date(local_day(against.said.at)), made=made, now=now
    )


def _public_contradiction(against: Contradicted) -> str:
    """What the item was recorded as, and what a host shows to anyone instead."""
    check = against.check
    host, now = host_name(check), state_name(check.verdict)
    day = long_date(check.made or local_day(check.at))
    if against.confirmed and against.confirmed.made:
        return _("On {before} it was {then}; {host} showed it as {now} on {date}.").format(
            before=long_date(against.confirmed.made),
            then=state_name(against.confirmed.verdict),
            host=host,
            now=now,
            date=day,
        )
    if against.said is None:
        return _("{host} showed it as {now} on {date}.").format(host=host, now=now, date=day)
    return _("You said “{outcome}” on {said}; {host} showed it as {now} on {date}.").format(
        outcome=outcome_name(against.said.outcome),
        said=long_date(local_day(against.said.at)),
        host=host,
        now=now,
        date=day,
    )


def denial_name(against: Contradicted) -> str:
    """What contradicts a tick, in a word or two."""
    return _("denied in public") if against.check.is_public else _("denied by their file")

"""`consentui kb`: read, search and check the knowledge base."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import get_args

import click
import msgspec

from consentui import __version__, clock
from consentui.bundled import data_folder
from consentui.cli import bundles, offers, own
from consentui.cli.say import IsoDay, entry_named, json_option, say, session_of, show, show_json
from consentui.i18n import _, language, ngettext
from consentui.knowledge.base import KnowledgeBase, control_named
from consentui.knowledge.changes import Change
from consentui.knowledge.records import Surface
from consentui.knowledge.search.find import Hit
from consentui.profile.bases import knowledge_of
from consentui.storage.places import profile_folders
from consentui.text import shorten
from consentui.words.names import look_alikes, platform_name


@click.group("kb")
def kb_command() -> None:
    pass


for _command in (bundles.install, bundles.update, bundles.rollback, own.new):
    kb_command.add_command(_command)


def _knowledge(ctx: click.Context) -> KnowledgeBase:
    return knowledge_of(profile_folders(ctx.find_root().obj))


@kb_command.command("list", help=_("List the platforms."))
@json_option
@click.pass_context
def list_(ctx: click.Context, as_json: bool) -> None:
    platforms = tuple(_knowledge(ctx))
    if as_json:
        show_json(
            {
                "platforms": [
                    {"id": p.id, "name": platform_name(p), "controls": [c.id for c in p.control]} for p in platforms
                ]
            }
        )
        return
    for platform in platforms:
        count = len(platform.control)
        show(
            f"{platform.id}\t{platform_name(platform)}\t"
            + ngettext("{count} control", "{count} controls", count).format(count=count)
        )


@kb_command.command("show", help=_("Show a platform, or one of its controls, with sources."))
@click.argument("name", metavar=_("PLATFORM[/CONTROL]"), shell_complete=offers.known)
@json_option
@click.pass_context
def show_(ctx: click.Context, name: str, as_json: bool) -> None:
    from consentui.words.plain import control_text, platform_text

    word, _slash, control_id = name.partition("/")
    knowledge = _knowledge(ctx)
    platform = knowledge.named(word)
    if control_id:
        control = control_named(platform, control_id)
        if as_json:
            show_json(msgspec.to_builtins(control))
        else:
            show(control_text(platform, control, control.route, clock.today(), look_alikes(control, knowledge)))
    elif as_json:
        show_json(msgspec.to_builtins(platform))
    else:
        show(platform_text(platform))


@kb_command.command("law", help=_("List the articles and time rules behind requests, or show one."))
@click.argument("name", metavar=_("[RULE]"), default="")
@json_option
@click.pass_context
def law(ctx: click.Context, name: str, as_json: bool) -> None:
    from consentui.words.law import rule_line, rule_text

    rules = {rule.id: rule for rule in _knowledge(ctx).law().rule}
    if name:
        rule = rules[entry_named(tuple(rules), name, _("There is no rule called “{name}”."))]
        show_json(rule) if as_json else show(rule_text(rule))
    elif as_json:
        show_json({"rules": tuple(rules.values())})
    else:
        show("\n".join(map(rule_line, rules.values())))


@kb_command.command("company", help=_("List the companies responsible for the data, or show one."))
@click.argument("name", metavar=_("[COMPANY]"), default="")
@json_option
@click.pass_context
def company(ctx: click.Context, name: str, as_json: bool) -> None:
    from consentui.words.companies import company_line, company_text

    knowledge = _knowledge(ctx)
    companies = {one.id: one for one in knowledge.controllers()}
    if name:
        found = companies[entry_named(tuple(companies), name, _("There is no company called “{name}”."))]
        show_json(found) if as_json else show(company_text(found, knowledge.platforms_of(found)))
    elif as_json:
        show_json({"companies": tuple(companies.values())})
    else:
        show("\n".join(company_line(one, knowledge.platforms_of(one)) for one in companies.values()))


@kb_command.command(
    "search", help=_("Search what is known by any words. Old labels are found too. Exit code 1 if nothing is found.")
)
@click.argument("words", metavar=_("WORDS"), nargs=-1, required=True)
@json_option
@click.pass_context
def search(ctx: click.Context, words: tuple[str, ...], as_json: bool) -> None:
    from consentui.profile.finder import Finder
    from consentui.words.found import found_title, missing_name, reason, remarks

    knowledge = _knowledge(ctx)
    query = " ".join(words)
    answer = Finder(knowledge).find(query)
    if as_json:
        show_json(
            {
                "hits": [{"control": h.found.ref, **_found(h)} for h in answer.hits if h.found.platform],
                "others": [{"ref": h.found.ref, **_found(h)} for h in answer.hits if not h.found.platform],
                "unknown": answer.unknown,
                "read_as": dict(answer.read_as),
            }
        )
    else:
        for hit in answer.hits:
            show("\t".join(filter(None, (hit.found.ref, found_title(hit.found), reason(hit, query)))))
        for remark in remarks(answer) if answer.hits else ():
            say(remark)
    if not answer.hits:
        say(_("Nothing was found."))
    if answer.may_miss:
        say(
            _("If it is missing, “consentui kb new {name}” starts a file of your own.").format(
                name=shorten(missing_name(answer, query), 60)
            )
        )
    if not answer.hits:
        ctx.exit(1)


def _found(hit: Hit) -> dict[str, object]:
    return {"title": hit.found.title.in_language(language()), "why": hit.why}


@kb_command.command("stats", help=_("Count what it contains."))
@json_option
@click.pass_context
def stats(ctx: click.Context, as_json: bool) -> None:
    from consentui.knowledge.ages import checks_of
    from consentui.knowledge.stats import count

    knowledge = _knowledge(ctx)
    found = msgspec.structs.asdict(count(knowledge)) | msgspec.structs.asdict(checks_of(knowledge, clock.today()))
    if as_json:
        show_json(found)
        return
    for name, number in found.items():
        show(f"{name}\t{number}")


@kb_command.command(
    "changes", help=_("Show what changed on your platforms. By default, it tells what changed since you last looked.")
)
@click.option("--since", metavar=_("DATE"), type=IsoDay(), help=_("Since this date: 2026-01-31."))
@click.option("--all", "everywhere", is_flag=True, help=_("On every platform, not only on yours."))
@json_option
@click.pass_context
def changes(ctx: click.Context, since: date | None, everywhere: bool, as_json: bool) -> None:
    from consentui.knowledge.ages import age_of
    from consentui.knowledge.changes import changes_since
    from consentui.profile.news import age_of_news, last_look, news
    from consentui.words.ages import age_warning, nothing_changed
    from consentui.words.changes import change_lines

    session = session_of(ctx)
    today = clock.today()
    start = since or last_look(session, today)
    found = changes_since(session.knowledge, start, today) if everywhere else news(session, today, start)
    age = age_of(session.knowledge, today) if everywhere else age_of_news(session, today)
    if as_json:
        show_json({"since": start, "changes": [_change(one) for one in found], "age": age})
        return
    for change in found:
        show("\n    ".join(change_lines(change)))
    if not found:
        say(nothing_changed(start, age, today))
    if warning := age_warning(age, today):
        say(warning)


@kb_command.command(
    "moved", help=_("Print an issue, ready to post. It reports a control that is not where consentui says it is.")
)
@click.argument("name", metavar=_("PLATFORM/CONTROL"), shell_complete=offers.known)
@click.option("--surface", type=click.Choice(get_args(Surface)), help=_("Where you looked."))
@click.option("--seen", metavar=_("TEXT"), default="", help=_("The label, as the platform showed it."))
@click.pass_context
def moved(ctx: click.Context, name: str, surface: Surface | None, seen: str) -> None:
    from consentui.words.moved import issue

    session = session_of(ctx)
    word, _slash, control_id = name.partition("/")
    platform = session.knowledge.named(word)
    control = control_named(platform, control_id)
    show(str(issue(platform, control, clock.today(), surface, seen, session.preferences.country)).rstrip("\n"))


@kb_command.command("lint", help=_("Check platform files against the rules. Exit code 1 if one is broken."))
@click.argument("paths", metavar=_("[FILE]..."), nargs=-1, type=click.Path(exists=True, path_type=Path))
@click.option("--in-step", "accept", is_flag=True, help=_("First accept that English and French now say the same."))
@click.option("--release", is_flag=True, help=_("First record what is there now as the last release."))
@json_option
@click.pass_context
def lint(ctx: click.Context, paths: tuple[Path, ...], accept: bool, release: bool, as_json: bool) -> None:
    from consentui.knowledge.lint import accepting
    from consentui.knowledge.lint.files import files_in
    from consentui.knowledge.lint.run import known_from
    from consentui.knowledge.lint.run import lint as run_rules

    data = data_folder()
    if accept:
        accepting.accept_texts(data)
    if release:
        accepting.write_release(data, __version__, clock.today())
    files = [file for path in paths or (data,) for file in files_in(path, data)]
    findings = run_rules(files, known_from(data, _knowledge(ctx)), clock.today(), data)
    if as_json:
        show_json({"files": len(files), "findings": findings})
    else:
        for found in findings:
            show(f"{found.path}:{found.line}: {found.severity} {found.rule}: {found.message} ({found.fix})")
        say(
            ngettext("{count} file checked.", "{count} files checked.", len(files)).format(count=len(files))
            + " "
            + _found_words(len(findings))
        )
    if any(found.severity == "error" for found in findings):
        ctx.exit(1)


def _found_words(count: int) -> str:
    return ngettext("{count} finding.", "{count} findings.", count).format(count=count) if count else _("No findings.")


def _change(change: Change) -> dict[str, object]:
    return {
        "date": change.on,
        "platform": change.platform.id,
        "controls": change.controls,
        "what": change.what.in_language(language()),
        "url": change.url,
    }

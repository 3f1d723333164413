"""The policy of a profile: reading `policy.toml` strictly, and writing one to begin with."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from consentui.checklist.policy import Policy
from consentui.errors import StorageError, UsageError
from consentui.i18n import _, language
from consentui.journal.fold import Account
from consentui.knowledge.base import KnowledgeBase
from consentui.knowledge.records import Platform
from consentui.nearest import nearest
from consentui.storage import toml
from consentui.storage.toml_lines import line_of
from consentui.text import clean_line


def read_policy(path: Path, knowledge: KnowledgeBase) -> Policy:
    """The policy in this file.

    Raises UsageError if there is none, StorageError, naming file, line and the nearest known word, if it is malformed
    or names something that is not known.
    """
    if not path.exists():
        raise UsageError(_("There is no policy yet."), way_out=_("“consentui policy init” writes one to start from."))
    text = toml.read_text(path, StorageError)
    policy = toml.parse(text, Policy, path, StorageError)
    for number, rule in enumerate(policy.rule):
        for key, words in (("control", rule.control), ("platform", rule.platform)):
            for word in words:
                if not _is_known(key, word, knowledge):
                    line = line_of(text, f"$.rule[{number}].{key}")
                    raise _unknown(word, _meant(key, word, knowledge), path, line)
    return policy


def _is_known(key: str, word: str, knowledge: KnowledgeBase) -> bool:
    """Whether there is such a platform or control; only the platform that is named is loaded."""
    platform, slash, control = word.partition("/")
    if not knowledge.knows(platform) or bool(slash) != (key == "control"):
        return False
    return not slash or any(one.id == control for one in knowledge.platform(platform).control)


def _meant(key: str, word: str, knowledge: KnowledgeBase) -> str | None:
    """The id that a word that is none was probably meant to be; None if nothing is like it."""
    if key == "platform":
        named = knowledge.known_as(word)
        return named.id if named else nearest(word, knowledge.ids)
    refs = [f"{one.id}/{control.id}" for one in knowledge for control in one.control]
    return next((ref for ref in refs if ref.endswith(f"/{word}")), None) or nearest(word, refs)


def clients_not_there(policy: Policy, accounts: Iterable[Account]) -> tuple[str, ...]:
    """The clients that the policy names and for whom no account is kept."""
    there = {account.client.casefold() for account in accounts}
    named = dict.fromkeys(client for rule in policy.rule for client in rule.client)
    return tuple(client for client in named if client.casefold() not in there)


def policy_if_any(path: Path, knowledge: KnowledgeBase) -> Policy | None:
    """The policy in this file, None if there is none; raises StorageError as `read_policy` does."""
    return read_policy(path, knowledge) if path.exists() else None


def state_of(path: Path) -> tuple[int, int] | None:
    """The policy file's time of change and size, by which changes are noticed; None if there is no file."""
    try:
        facts = path.stat()
    except OSError:
        return None
    return facts.st_mtime_ns, facts.st_size


def begin_policy(path: Path, platforms: Iterable[Platform], *, replace: bool = False) -> None:
    """Write a policy that refuses all known uses on these platforms, with their controls named in comments.

    Raises UsageError if there is one already and `replace` is false, StorageError if it cannot be written.
    """
    from consentui.storage.files import create_file, failing_as, replace_file
    from consentui.storage.places import private_folder

    taken = UsageError(_("There is already a policy."), str(path), _("--force overwrites it."))
    if path.exists() and not replace:
        raise taken
    content = policy_text(tuple(platforms)).encode()
    with failing_as(_("The policy could not be written."), path):
        private_folder(path.parent)
        if replace:
            replace_file(path, content)
            return
        try:
            create_file(path, content)
        except FileExistsError as error:  # written by another program meanwhile
            raise taken from error


def policy_text(platforms: tuple[Platform, ...]) -> str:
    """A policy in TOML that refuses all known uses on these platforms, with comments in the current language."""
    return "\n".join((*_head(), "", *_rule(platforms), "", *_examples(platforms), ""))


def _head() -> Iterator[str]:
    yield "# " + _("What is wanted for each control. “consentui status --policy” lists what deviates.")
    yield "# " + _(
        "A rule wants “refuse” or “allow”. Keys that it leaves out match anything; the last rule that matches counts."
    )
    yield "# " + _("Keys of a rule: {keys}.").format(keys="want, control, platform, purpose, type, client")


def _rule(platforms: tuple[Platform, ...]) -> Iterator[str]:
    yield "[[rule]]"
    yield 'want = "refuse"'
    yield f"platform = [{', '.join(_quoted(one.id) for one in platforms)}]"


def _examples(platforms: tuple[Platform, ...]) -> Iterator[str]:
    yield "# " + _("Exceptions: remove the #, and name what they are about.")
    yield "# [[rule]]"
    yield '# want = "allow"'
    yield '# purpose = ["personalisation"]'
    yield '# type = ["business"]'
    client = _("name of a client")
    yield f'# client = ["{client}"]'
    yield "#"
    yield "# " + _("Single controls, for “control = […]”:")
    for platform in platforms:
        for control in platform.control:
            yield f'#   "{platform.id}/{control.id}"  {clean_line(control.title.in_language(language()))}'


def _quoted(word: str) -> str:
    return f'"{word}"'


def _unknown(word: str, near: str | None, path: Path, line: int) -> StorageError:
    return StorageError(
        _("{path}, line {line}: “{word}” is not known.").format(path=path, line=line, word=clean_line(word)),
        way_out=_("Did you mean “{near}”?").format(near=near) if near else "",
    )

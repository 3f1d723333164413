"""`policy.toml`: a first version is written, and errors in it are reported with the line and the nearest word."""

from __future__ import annotations

from pathlib import Path

import pytest

from consentui.errors import StorageError, UsageError
from consentui.i18n import Language, speaking
from consentui.profile.policy import begin_policy, policy_text, read_policy
from consentui.profile.session import Session


@pytest.mark.parametrize("language", ["en", "fr"])
def test_a_policy_to_begin_with_is_right_and_refuses_what_it_names(session: Session, language: Language) -> None:
    path = session.folders.policy
    platforms = [session.knowledge.platform(one) for one in ("x", "linkedin")]
    with speaking(language):
        begin_policy(path, platforms)
    (rule,) = read_policy(path, session.knowledge).rule
    assert (rule.want, rule.platform) == ("refuse", ("x", "linkedin"))
    assert '"x/grok-training"' in path.read_text(encoding="utf-8")


def test_the_exceptions_it_shows_are_right_once_the_sign_before_them_is_gone(session: Session, tmp_path: Path) -> None:
    lines = policy_text((session.knowledge.platform("x"),)).splitlines()
    begin = lines.index("# [[rule]]")
    text = "\n".join(line.removeprefix("# ") for line in lines[begin : begin + 5])
    path = tmp_path / "policy.toml"
    path.write_text(text, encoding="utf-8")
    (rule,) = read_policy(path, session.knowledge).rule
    assert (rule.want, rule.type, rule.client) == ("allow", ("business",), ("name of a client",))


def test_a_policy_that_is_there_is_kept_until_it_is_to_be_replaced(session: Session) -> None:
    path = session.folders.policy
    begin_policy(path, (session.knowledge.platform("x"),))
    with pytest.raises(UsageError, match="There is already a policy"):
        begin_policy(path, (session.knowledge.platform("linkedin"),))
    begin_policy(path, (session.knowledge.platform("linkedin"),), replace=True)
    assert read_policy(path, session.knowledge).rule[0].platform == ("linkedin",)


def test_where_there_is_none_it_says_how_to_begin_one(session: Session) -> None:
    with pytest.raises(UsageError, match="There is no policy yet"):
        read_policy(session.folders.policy, session.knowledge)


@pytest.mark.parametrize(
    ("line", "near"),
    [
        ('contrl = ["x/grok-training"]', "control"),
        ('control = ["x/grok-trainin"]', "x/grok-training"),
        ('control = ["grok-training"]', "x/grok-training"),
        ('platform = ["linkedn"]', "linkedin"),
        ('platform = ["Twitter"]', "x"),
        ('type = ["busines"]', "business"),
        ('purpose = ["ai-traning"]', "ai-training"),
    ],
)
def test_a_wrong_word_is_told_with_file_line_and_the_nearest(
    session: Session, tmp_path: Path, line: str, near: str
) -> None:
    path = tmp_path / "policy.toml"
    path.write_text(f'[[rule]]\nwant = "refuse"\n\n[[rule]]\nwant = "allow"\n{line}\n', encoding="utf-8")
    with pytest.raises(StorageError) as refused:
        read_policy(path, session.knowledge)
    assert refused.value.title.startswith(f"{path}, line 6: ")
    assert f"“{near}”" in str(refused.value)

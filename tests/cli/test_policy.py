"""`consentui policy` and `status --policy`."""

from __future__ import annotations

from consentui.profile.session import open_session
from consentui.storage.places import profile_folders
from tests.cli.conftest import Call


def test_deviations_are_listed_and_end_with_exit_code_1(call: Call, account: str) -> None:
    assert call("policy", "init").code == 0
    said = call("status", "--policy")
    assert said.code == 1
    assert ["x/grok-training", "wanted: refused", "to do"] in [[row[1], *row[3:]] for row in said.rows]
    assert said.err == f"Of {len(said.rows)} controls: none deviates, {len(said.rows)} not looked at yet.\n"
    call("record", account, "grok-training", "switched-off")
    after = call("status", "--policy")
    assert len(after.rows) == len(said.rows) - 1


def test_what_stands_as_it_is_wanted_ends_well(call: Call, account: str) -> None:
    folders = profile_folders()
    folders.config.mkdir(parents=True, exist_ok=True)
    folders.policy.write_text('[[rule]]\nwant = "refuse"\ncontrol = ["x/grok-training"]\n', encoding="utf-8")
    call("record", account, "grok-training", "switched-off")
    said = call("status", "--policy")
    assert (said.code, said.out, said.err) == (0, "", "1 control matches the policy.\n")


def test_a_policy_about_nobody_says_so(call: Call, account: str) -> None:
    call("policy", "init", "--pack", "ai-assistants")
    said = call("status", "--policy")
    assert (said.code, said.err) == (0, "The policy covers none of your accounts.\n")


def test_deviations_as_json_name_client_and_what_is_wanted(call: Call) -> None:
    call("account", "add", "x", "--client", "Dupont")
    call("policy", "init", "--pack", "social-media")
    said = call("status", "--policy", "--json")
    assert said.code == 1
    first = said.json["deviations"][0]
    assert (first["client"], first["want"], first["standing"]) == ("Dupont", "refuse", "open")
    assert first["to_look_at"] is True
    assert said.json["named"] == len(said.json["deviations"])


def test_a_pack_that_there_is_not_is_refused_with_the_nearest(call: Call) -> None:
    said = call("policy", "init", "--pack", "brnds")
    assert said.code == 2
    assert "Did you mean “brands”?" in said.err


def test_who_has_no_account_is_told_to_name_a_pack(call: Call) -> None:
    said = call("policy", "init")
    assert said.code == 2
    assert "--pack" in said.err


def test_a_policy_goes_into_a_backup_and_is_forgotten_with_the_profile(call: Call, account: str, tmp_path: str) -> None:
    call("policy", "init")
    call("backup", f"{tmp_path}/b.zip")
    assert "policy" in call("--profile", "laptop", "--new", "restore", "--yes", f"{tmp_path}/b.zip").err
    assert open_session("laptop").folders.policy.exists()
    assert call("--profile", "laptop", "forget", "profile", "--yes").code == 0
    assert not open_session("laptop").folders.policy.exists()


def test_a_client_that_nobody_is_looked_after_for_is_named_with_the_nearest(call: Call) -> None:
    call("account", "add", "x", "--client", "Dupont")
    folders = profile_folders()
    folders.config.mkdir(parents=True, exist_ok=True)
    for client, remark in (("DUPONT", ""), ("Dupond", "No account is looked after for “Dupond”.")):
        folders.policy.write_text(f'[[rule]]\nwant = "refuse"\nclient = ["{client}"]\n', encoding="utf-8")
        said = call("status", "--policy")
        assert bool(said.rows) == (not remark)
        assert remark in said.err
    assert "Did you mean “Dupont”?" in said.err

"""Platform files of the person's own: used like the others, untrusted like any file, and never in the way."""

from __future__ import annotations

import re
from pathlib import Path

import msgspec
import pytest

from consentui.bundled import data_folder
from consentui.errors import KnowledgeError
from consentui.i18n import Language, speaking
from consentui.knowledge.base import KnowledgeBase, bundled
from consentui.knowledge.new import COMPANIES
from consentui.knowledge.own import own_platform
from consentui.knowledge.records import Platform
from consentui.profile.bases import knowledge_of
from consentui.profile.session import open_session
from consentui.requests.letters.facts import Person
from consentui.requests.rights import Right
from consentui.storage.places import profile_folders
from consentui.words.names import control_title, platform_name
from tests.builders import a_control, a_download, a_platform, a_route, a_source, a_statement, an_event
from tests.knowledge.files import a_base, as_toml
from tests.knowledge.lint.cases import a_tombstone

CHIRP = a_platform()
NEST = a_platform(id="nest", name="Nest")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A knowledge base with only Chirp."""
    return a_base(tmp_path / "data", CHIRP)


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """The folder for the person's own files, still empty."""
    path = tmp_path / "own"
    path.mkdir()
    return path


def put(own: Path, platform: Platform, name: str = "") -> Path:
    path = own / f"{name or platform.id}.toml"
    path.write_text(as_toml(platform), encoding="utf-8")
    return path


def marked(platform: Platform) -> Platform:
    """The platform marked as one from a file of the person's own."""
    return msgspec.structs.replace(platform, is_own=True)


def test_a_platform_of_ones_own_stands_among_the_others_and_is_marked(folder: Path, own: Path) -> None:
    put(own, NEST)
    base = KnowledgeBase(folder, own=own)
    assert base.ids == ("chirp", "nest")
    assert list(base) == [CHIRP, marked(NEST)]
    assert base.named("NEST") == marked(NEST)
    assert base.control("nest/training") == NEST.control[0]
    assert base.faults == ()


def test_ids_stay_sorted_wherever_ones_own_come(folder: Path, own: Path) -> None:
    put(own, a_platform(id="aviary"))
    assert KnowledgeBase(folder, own=own).ids == ("aviary", "chirp")


@pytest.mark.parametrize("name", ["missing", "chirp.toml"])
def test_without_a_folder_of_ones_own_there_is_what_is_bundled(folder: Path, tmp_path: Path, name: str) -> None:
    (tmp_path / "chirp.toml").write_text("no folder", encoding="utf-8")
    base = KnowledgeBase(folder, own=tmp_path / name)
    assert (list(base), base.faults) == ([CHIRP], ())


@pytest.mark.parametrize(("language", "name"), [("en", "Nest (your file)"), ("fr", "Nid (votre fichier)")])
def test_its_name_says_whose_it_is(language: Language, name: str) -> None:
    nest = marked(a_platform(id="nest", name="Nest", name_fr="Nid"))
    with speaking(language):
        assert platform_name(nest) == name
        assert control_title(nest, nest.control[0]).startswith(name)


def test_a_bundled_platform_says_nothing_of_the_kind() -> None:
    assert platform_name(CHIRP) == "Chirp"


# Limits


def test_a_bundled_platform_is_not_hidden_and_the_file_that_would_is_a_fault(folder: Path, own: Path) -> None:
    path = put(own, a_platform(name="Not Chirp"))
    base = KnowledgeBase(folder, own=own)
    assert list(base) == [CHIRP]
    (fault,) = base.faults
    assert fault.title == f"{path}: “chirp” is a bundled platform."
    assert fault.way_out == "Give it another id, or write replaces = true in it."


TWICE: dict[str, Platform] = {
    "control": a_platform(a_control(id="twice"), a_control(id="twice"), id="nest"),
    "tombstone": a_platform(id="nest", tombstone=(a_tombstone(id="twice"), a_tombstone(id="twice"))),
    "download": a_platform(id="nest", download=(a_download(id="twice"), a_download(id="twice"))),
    "statement": a_platform(id="nest", statement=(a_statement(id="twice"), a_statement(id="twice"))),
}


@pytest.mark.parametrize("kind", TWICE)
def test_an_id_used_twice_is_a_fault_with_its_line_since_no_list_could_tell_them_apart(
    folder: Path, own: Path, kind: str
) -> None:
    path = put(own, TWICE[kind])
    base = KnowledgeBase(folder, own=own)
    assert list(base) == [CHIRP]
    (fault,) = base.faults
    assert re.fullmatch(rf"{re.escape(str(path))}, line \d+: “twice” is used twice\.", fault.title)
    assert fault.way_out == "Give one of them another id."


def test_a_download_of_ones_own_does_not_stand_in_for_that_of_a_bundled_platform(tmp_path: Path, own: Path) -> None:
    folder = a_base(tmp_path / "data", a_platform(download=(a_download(id="archive"),)))
    path = put(own, a_platform(id="nest", download=(a_download(id="archive"),)))
    put(own, a_platform(id="tree", download=(a_download(id="another"),)))
    base = KnowledgeBase(folder, own=own)
    assert base.ids == ("chirp", "tree")
    (fault,) = base.faults
    assert fault.title.startswith(f"{path}, line ")
    assert fault.title.endswith(": “archive” is a download of “chirp”.")


def test_one_that_replaces_a_bundled_platform_may_keep_the_ids_of_its_downloads(tmp_path: Path, own: Path) -> None:
    folder = a_base(tmp_path / "data", a_platform(download=(a_download(id="archive"),)))
    put(own, a_platform(download=(a_download(id="archive"),), replaces=True))
    assert KnowledgeBase(folder, own=own).faults == ()


COMPANY = """[[controller]]
id = "{id}"
name = "Nest SAS"
contact.email = "dpo@nest.example"
evidence = "reported"
verified_on = 2026-11-28
source = []

"""


@pytest.mark.parametrize(
    ("ids", "line", "said"),
    [
        (("nest", "x"), 10, "“x” is a bundled company."),
        (("nest", "tree", "nest"), 18, "“nest” is used twice."),
    ],
)
def test_a_company_of_ones_own_hides_no_other_and_the_file_that_would_is_a_fault(
    own: Path, ids: tuple[str, ...], line: int, said: str
) -> None:
    path = own / COMPANIES
    path.write_text("".join(COMPANY.format(id=one) for one in ids), encoding="utf-8")
    base = KnowledgeBase(data_folder(), own=own)
    assert base.controller("x") == bundled().controller("x")
    (fault,) = base.faults
    assert fault.title == f"{path}, line {line}: {said}"


def test_a_bundled_platform_is_replaced_by_a_file_that_says_so(folder: Path, own: Path) -> None:
    mine = a_platform(name="My Chirp", replaces=True)
    put(own, mine)
    base = KnowledgeBase(folder, own=own)
    assert (list(base), base.faults) == ([marked(mine)], ())
    assert base.platform("chirp").name == "My Chirp"


def test_saying_that_it_replaces_is_no_fault_where_there_is_nothing_to_replace(folder: Path, own: Path) -> None:
    put(own, a_platform(id="nest", replaces=True))
    base = KnowledgeBase(folder, own=own)
    assert (base.ids, base.faults) == (("chirp", "nest"), ())


def test_replacing_a_platform_leaves_what_is_kept_of_the_bundled_one_as_it_was(
    folder: Path, own: Path, tmp_path: Path
) -> None:
    cache = tmp_path / "cache"
    put(own, a_platform(name="My Chirp", replaces=True))
    list(KnowledgeBase(folder, cache, own))
    assert KnowledgeBase(folder, cache).platform("chirp") == CHIRP


def test_a_file_cannot_pass_itself_off_as_bundled(own: Path) -> None:
    path = put(own, NEST)
    path.write_text("is_own = false\n" + path.read_text(encoding="utf-8"), encoding="utf-8")
    assert own_platform(path, ()).is_own


@pytest.mark.parametrize("name", ["nest.toml", COMPANIES])
def test_a_file_that_would_take_for_ever_is_left_out_and_named(own: Path, name: str) -> None:
    (own / name).write_text("[[control]]\n" * 100_000, encoding="utf-8")
    base = KnowledgeBase(data_folder(), own=own)
    assert [one.title for one in base.faults] == [f"{own / name} is larger than 1 MB."]


BAD: dict[str, str] = {
    "no TOML": "nonsense",
    "no platform": 'id = "nest"\n',
    "an unknown key": "colour = 1\n" + as_toml(NEST),
    "another id": as_toml(a_platform(id="other")),
    "an id that is a path": as_toml(NEST).replace('id = "nest"', 'id = "../nest"', 1),
    "an http link of a route": as_toml(
        a_platform(a_control(route=(a_route(url="http://nest.example/settings"),)), id="nest")
    ),
    "a link that runs": as_toml(a_platform(a_control(route=(a_route(url="javascript:alert(1)"),)), id="nest")),
    "an http link of a source": as_toml(
        a_platform(a_control(source=(a_source(url="http://nest.example/help"),)), id="nest")
    ),
    "an http link of an event": as_toml(a_platform(id="nest", event=(an_event(url="http://nest.example/news"),))),
}


@pytest.mark.parametrize("fault", BAD)
def test_a_faulty_file_is_left_out_and_named_and_the_others_are_there(folder: Path, own: Path, fault: str) -> None:
    path = own / "nest.toml"
    path.write_text(BAD[fault], encoding="utf-8")
    put(own, a_platform(id="tree"))
    base = KnowledgeBase(folder, own=own)
    assert base.ids == ("chirp", "tree")
    (found,) = base.faults
    assert str(path) in found.title


def test_bytes_that_are_no_text_and_a_folder_in_the_place_of_a_file_are_faults(folder: Path, own: Path) -> None:
    (own / "nest.toml").write_bytes(b"\xff\xfe\x00")
    (own / "tree.toml").mkdir()
    base = KnowledgeBase(folder, own=own)
    assert base.ids == ("chirp",)
    assert [fault.title for fault in base.faults] == [
        f"{own / 'nest.toml'} cannot be read.",
        f"{own / 'tree.toml'} cannot be read.",
    ]


def test_what_is_no_toml_file_is_not_looked_at(folder: Path, own: Path) -> None:
    (own / "README.md").write_text("Mine.", encoding="utf-8")
    base = KnowledgeBase(folder, own=own)
    assert (base.ids, base.faults) == (("chirp",), ())


# Foreign text

NASTY = "N\x1b]52;c;eA==\x07e\u202es\x9bt\u2066 \U000e0041[/]"
CLEANED = "N]52;c;eA==est [/]"


def strings(value: object) -> list[str]:
    """Every text in a tree of plain values, keys included."""
    if isinstance(value, dict):
        return [text for pair in value.items() for part in pair for text in strings(part)]
    if isinstance(value, list | tuple):
        return [text for part in value for text in strings(part)]
    return [value] if isinstance(value, str) else []


def test_hostile_texts_are_made_inert_wherever_they_stand(folder: Path, own: Path) -> None:
    plain = as_toml(
        a_platform(id="nest", name="HERE", name_fr="HERE", aliases=("HERE",), event=(an_event(publisher="HERE"),))
    )
    plain = plain.replace("Train our models", "HERE").replace("Chirp trains its models", "HERE")
    assert plain.count("HERE") >= 6
    escaped = "".join(f"\\U{ord(char):08x}" for char in NASTY)
    (own / "nest.toml").write_text(plain.replace("HERE", escaped), encoding="utf-8")
    base = KnowledgeBase(folder, own=own)
    assert base.faults == ()
    texts = strings(msgspec.to_builtins(base.platform("nest")))
    assert [text for text in texts if any(char in text for char in "\x1b\x07\u202e\x9b\u2066\U000e0041")] == []
    assert sum(CLEANED in text for text in texts) == plain.count("HERE")


def test_so_are_those_that_stand_there_as_they_are(folder: Path, own: Path) -> None:
    put(own, NEST).write_text(as_toml(NEST).replace("Nest", "Ne\u202est"), encoding="utf-8")
    assert KnowledgeBase(folder, own=own).platform("nest").name == "Nest"


# In a session


def test_a_session_knows_the_files_in_the_persons_folder() -> None:
    folder = profile_folders().own_knowledge
    folder.mkdir(parents=True)
    put(folder, NEST)
    assert knowledge_of(profile_folders()).platform("nest") == marked(NEST)
    session = open_session()
    account = session.accounts.add(session.knowledge.named("nest"), "@marie_l")
    assert [item.control.id for item in session.checklist.items(account)] == ["training"]
    assert set(session.knowledge.ids) == {*bundled().ids, "nest"}


def test_files_of_one_profile_are_not_those_of_another() -> None:
    folder = profile_folders("atelier").own_knowledge
    folder.mkdir(parents=True)
    put(folder, NEST)
    assert "nest" in open_session("atelier").knowledge.ids
    assert "nest" not in open_session().knowledge.ids


def test_an_account_outlives_the_file_of_its_platform() -> None:
    folder = profile_folders().own_knowledge
    folder.mkdir(parents=True)
    path = put(folder, NEST)
    session = open_session()
    account = session.accounts.add(session.knowledge.platform("nest"), "@marie_l")
    path.write_text("torn", encoding="utf-8")
    again = open_session()
    assert tuple(again.accounts) == (account,)
    assert again.accounts.platform_of(account) is None
    assert [type(fault) for fault in again.knowledge.faults] == [KnowledgeError]


@pytest.mark.parametrize(("language", "name"), [("en", "Nest"), ("fr", "Nid")])
def test_a_letter_calls_it_by_its_name_alone_in_the_language_of_the_letter(language: Language, name: str) -> None:
    folder = profile_folders().own_knowledge
    folder.mkdir(parents=True)
    put(folder, a_platform(id="nest", name="Nest", name_fr="Nid", controller="x"))
    session = open_session()
    account = session.accounts.add(session.knowledge.platform("nest"), "@marie_l")
    case = session.requests.draft(account, Right.OBJECT_TRAINING, language, None)
    facts = session.facts.of(case, Person("Marie"), "email")
    assert [one.platform for one in facts.accounts] == [name]

"""TOML is read strictly: an error names the file, the line, the key and the nearest known key."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from msgspec import Struct

from consentui.errors import ConsentuiError, KnowledgeError, StorageError
from consentui.storage.mismatches import MOST
from consentui.storage.toml import parse, parse_tree, read_text
from consentui.storage.toml_lines import line_of

PATH = Path("garden.toml")


class Leaf(Struct, frozen=True, forbid_unknown_fields=True):
    colour: str
    seen: str | None = None


class Branch(Struct, frozen=True, forbid_unknown_fields=True):
    leaf: tuple[Leaf, ...] = ()
    best: Leaf | None = None


class Tree(Struct, frozen=True, forbid_unknown_fields=True):
    name: str
    height: int = 1
    branch: tuple[Branch, ...] = ()
    seen: tuple[str, ...] = ()


class Oak(Struct, frozen=True, forbid_unknown_fields=True, tag="oak"):
    acorns: int = 0


class Elm(Struct, frozen=True, forbid_unknown_fields=True, tag="elm"):
    samaras: int = 0


class Garden(Struct, frozen=True, forbid_unknown_fields=True):
    named: dict[str, Branch] = {}
    growing: tuple[Oak | Elm, ...] = ()


def error_of(text: str, record: type[Struct] = Tree) -> ConsentuiError:
    with pytest.raises(KnowledgeError) as caught:
        parse(text, record, PATH, KnowledgeError)
    return caught.value


def test_a_text_that_fits_gives_its_record() -> None:
    text = 'name = "oak"\n[[branch]]\n[[branch.leaf]]\ncolour = "green"\n'
    assert parse(text, Tree, PATH, KnowledgeError) == Tree("oak", branch=(Branch(leaf=(Leaf("green"),)),))


@pytest.mark.parametrize("written", ["2024-12-10", '"2024-12-10"'])
def test_a_day_may_be_a_toml_date_or_a_string(written: str) -> None:
    text = f'name = "oak"\n[[branch]]\nbest = {{ colour = "red", seen = {written} }}\n'
    assert parse(text, Tree, PATH, KnowledgeError).branch[0].best == Leaf("red", "2024-12-10")


def test_days_in_a_list_are_days_too() -> None:
    text = 'name = "oak"\nseen = [2024-12-10, "2024-11"]\n'
    assert parse(text, Tree, PATH, KnowledgeError).seen == ("2024-12-10", "2024-11")


def test_a_moment_does_not_pass_for_a_day() -> None:
    title = error_of("name = 2024-12-10T08:00:00Z\n").title
    assert title.endswith(": text is expected here, not a date and time.")


@pytest.mark.parametrize(
    ("text", "line", "place", "way_out"),
    [
        ('name = "oak"\nheigth = 3\n', 2, "heigth", "Did you mean “height”?"),
        ('name = "oak"\nzzz = 3\n', 2, "zzz", "Known keys: name, height, branch, seen."),
        (
            'name = "oak"\n[[branch]]\n[[branch]]\n[[branch.leaf]]\ncolour = "red"\ncolor = "red"\n',
            6,
            "branch[1].leaf[0].color",
            "Did you mean “colour”?",
        ),
        (
            'name = "oak"\n[[branch]]\nbest.colour = "red"\nbest.sen = "2024"\n',
            4,
            "branch[0].best.sen",
            "Did you mean “seen”?",
        ),
    ],
)
def test_an_unknown_key_names_file_line_place_and_nearest_key(text: str, line: int, place: str, way_out: str) -> None:
    error = error_of(text)
    key = place.rpartition(".")[2]
    assert error.title == f"garden.toml, line {line}: the key “{key}” is not known."
    assert error.detail == f"At {place}."
    assert error.way_out == way_out


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ('[named.first]\nlaef = "green"\n', "named.first.laef"),
        ('[named.first]\nbest = { colour = "green", sen = "2024" }\n', "named.first.best.sen"),
    ],
)
def test_a_table_whose_name_is_free_is_told_by_its_name(text: str, place: str) -> None:
    error = error_of(text, Garden)
    assert error.detail == f"At {place}."
    assert error.way_out.startswith("Did you mean “")


@pytest.mark.parametrize(("typed", "meant"), [("samaras_", "samaras"), ("acorn", "acorns")])
def test_where_several_records_may_stand_the_keys_of_all_are_guessed_from(typed: str, meant: str) -> None:
    assert error_of(f'[[growing]]\ntype = "elm"\n{typed} = 3\n', Garden).way_out == f"Did you mean “{meant}”?"
    assert error_of('[[growing]]\ntype = "elm"\nzzz = 3\n', Garden).way_out == "Known keys: acorns, samaras."


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ("height = 3\n", 1, "the key “name” is missing"),
        ('name = "oak"\n\nheight = "tall"\n', 3, "a whole number is expected here, not text"),
        ('name = "oak"\nheight = true\n', 2, "a whole number is expected here, not true or false"),
        ('name = "oak"\n[[branch]]\n[[branch.leaf]]\ncolour = 3\n', 4, "text is expected here, not a whole number"),
        ('name = "oak"\n[[branch]]\n[[branch]]\n[[branch.leaf]]\n', 4, "the key “colour” is missing"),
    ],
)
def test_a_value_that_does_not_fit_names_file_and_line(text: str, line: int, said: str) -> None:
    assert error_of(text).title == f"garden.toml, line {line}: {said}."


def test_all_that_does_not_fit_is_told_at_once_in_the_order_of_the_file() -> None:
    error = error_of(
        'height = "tall"\nzzz = 3\n[[branch]]\nbest = { colour = 1 }\n[[branch]]\n[[branch.leaf]]\ncolor = "red"\n'
    )
    assert str(error).splitlines() == [
        "garden.toml, line 1: the key “name” is missing.",
        "Line 1: a whole number is expected here, not text.",
        "Line 2: the key “zzz” is not known.",
        "Line 4: text is expected here, not a whole number.",
        "Line 7: the key “color” is not known.",
    ]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ('name = "oak"\nheight = \n', 2),
        ('name = "oak"\nname = "elm"\n', 2),
        ('name = "oak\n', 1),
        ("seen = [2024-02-30]\n", 1),
    ],
)
def test_what_is_not_toml_names_file_and_line(text: str, line: int) -> None:
    assert error_of(text).title == f"garden.toml, line {line}: this is not valid TOML."


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("height = " + "[" * 5000, id="lists too deep"),
        pytest.param("height = " + "9" * 5000, id="a number too long"),
        pytest.param("height" + ".a" * 5000 + " = 1", id="tables too deep"),
        pytest.param('name = "\x1b"\nheight' + ".a" * 5000 + " = 1", id="tables too deep to be cleaned"),
    ],
)
def test_a_text_made_to_break_the_reader_is_an_error_like_any_other(text: str) -> None:
    assert str(PATH) in error_of(text).title


def test_the_error_is_of_the_kind_asked_for() -> None:
    with pytest.raises(StorageError):
        parse("name", Tree, PATH, StorageError)
    with pytest.raises(StorageError):
        parse("zzz = 1", Tree, PATH, StorageError)


@pytest.mark.parametrize(
    "written",
    [
        r'"o\u001b]0;hi\u0007ak"',
        r'"o\u202eak"',
        r'"o\U000E0041ak"',
        r'"oak\b\f\r"',
        '"o\u202eak"',
        '"oak\u2066"',
        "'o\x9bak'",
        '"o\ufeffak"',
    ],
)
def test_nothing_that_drives_a_terminal_comes_out_of_a_file(written: str) -> None:
    name = parse(f"name = {written}\n", Tree, PATH, KnowledgeError).name
    assert name.replace("]0;hi", "").rstrip() == "oak"


def test_lists_and_inner_tables_are_cleaned_too() -> None:
    tree = parse_tree('a = ["\\u001b[0m", { b = "\\u202e" }]\nc.d = "\\u0007"\ne = 3\n', PATH, KnowledgeError)
    assert tree == {"a": ["[0m", {"b": ""}], "c": {"d": ""}, "e": 3}


def test_an_ordinary_text_keeps_its_typography() -> None:
    text = 'name = "«\u202fL’été\u202f» 👨\u200d👩\u200d👧 \\n\\t\\"\\\\ \\u00e9"\n'
    assert parse(text, Tree, PATH, KnowledgeError).name == '«\u202fL’été\u202f» 👨\u200d👩\u200d👧 \n\t"\\ é'


@given(st.one_of(st.text(), st.from_regex(r'(name|height|\[\[branch\]\]|seen) ?(= ?["\[0-9a-z\\]{0,6})?\n')))
@example("\ud800 = 1")
@example("a = 1979-05-27T07:32:00\x00")
def test_any_text_gives_a_record_or_the_error_asked_for(text: str) -> None:
    try:
        result: object = parse(text, Tree, PATH, KnowledgeError)
    except KnowledgeError as error:
        result = error.title.startswith("garden.toml, line ")
    assert result is True or isinstance(result, Tree)


def test_a_file_is_read_as_utf_8(tmp_path: Path) -> None:
    file = tmp_path / "a.toml"
    file.write_bytes("é".encode())
    assert read_text(file, KnowledgeError) == "é"


def test_a_file_that_is_missing_or_not_utf_8_cannot_be_read(tmp_path: Path) -> None:
    latin = tmp_path / "latin.toml"
    latin.write_bytes("é".encode("latin-1"))
    for file in (latin, tmp_path / "missing.toml", tmp_path):
        with pytest.raises(StorageError) as caught:
            read_text(file, StorageError)
        assert caught.value.title == f"{file} cannot be read."
        assert caught.value.detail


def test_of_a_file_of_mistakes_the_first_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    looked: list[str] = []

    def counted(text: str, place: str) -> int:
        looked.append(place)
        return line_of(text, place)

    monkeypatch.setattr("consentui.storage.toml_lines.line_of", counted)
    with pytest.raises(KnowledgeError, match="line 3: the key “hue” is not known") as raised:
        parse('name = "a"\n' + "[[branch]]\nhue = 1\n" * 500, Tree, PATH, KnowledgeError)
    assert len(looked) == MOST
    told = raised.value.detail.splitlines()
    assert told[1] == "Line 5: the key “hue” is not known."
    assert told[-1] == "There may be more problems."
    assert len(told) == 1 + (MOST - 1) + 1

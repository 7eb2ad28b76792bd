"""Tables as spreadsheets of any language leave them are opened and said how; nothing is guessed silently."""

from __future__ import annotations

import math
import unicodedata

import pytest

from advisor.datapack.loading import check_pack, load_pack
from advisor.datapack.numbers import NumberError, NumberStyle, parse_number, style_of

VALUES = "location_id,criterion_id,value\na,quality,{}\na,price,{}\nb,quality,5\nb,price,20\n"


def notes(problems):
    assert [problem for problem in problems if problem.severity != "note"] == []
    return " ".join(problem.message for problem in problems)


@pytest.mark.parametrize(("separator", "name"), [(";", "semicolons"), ("\t", "tabs")])
def test_that_other_separators_and_decimal_commas_are_read_and_said(write_pack, separator, name):
    text = VALUES.replace(",", separator).format("4,5", "6,25")
    folder = write_pack(values=text)
    said = notes(check_pack(folder))
    assert name in said and "comma for decimals" in said
    assert load_pack(folder).cells.values[0].tolist() == [4.5, 6.25]


def test_that_a_pack_keeps_what_was_unusual_about_its_files(write_pack):
    pack = load_pack(write_pack(values=VALUES.replace(",", ";").format("4", "6")))
    assert ["semicolons" in remark.message for remark in pack.remarks] == [True]


@pytest.mark.parametrize("first", ["sep=,\n", "SEP=,\r\n", '"sep=,"\n'])
def test_that_a_line_that_names_the_separator_is_understood(write_pack, first):
    folder = write_pack(locations=first + "id,name\na,Alpha\nb,Beta\nc,Gamma\n")
    assert "sep=" in notes(check_pack(folder))
    assert [location.name for location in load_pack(folder).locations] == ["Alpha", "Beta", "Gamma"]
    folder = write_pack(locations=first + "id,name\na,Alpha\na,Beta\n")
    assert ("locations.csv", 4) in {(p.file, p.line) for p in check_pack(folder)}


@pytest.mark.parametrize("encoding", ["utf-16", "utf-8-sig"])
def test_that_other_unicode_encodings_are_read(write_pack, encoding):
    folder = write_pack()
    (folder / "locations.csv").write_bytes("id,name\na,Alpha\nb,Türkiye\nc,Γ\n".encode(encoding))
    assert load_pack(folder).locations[1].name == "Türkiye"
    assert ("UTF-16" in notes(check_pack(folder))) == (encoding == "utf-16")


def test_that_capitals_and_spaces_in_a_header_do_no_harm(write_pack):
    folder = write_pack(values="Location ID;Criterion-Id; VALUE \na;quality;4\n")
    assert "'Location ID'" in notes(check_pack(folder))
    assert load_pack(folder).cells.values[0, 0] == 4


def test_that_a_column_that_is_nearly_known_is_named(write_pack):
    folder = write_pack(criteria="id,direction,lower,upper,wieght\nquality,up,0,10,3\nprice,down,0,100,1\n")
    (problem,) = check_pack(folder)
    assert (problem.severity, problem.line) == ("warning", 1)
    assert "weight" in problem.cure


@pytest.mark.parametrize("word", ["..", "n/a", "N/A", "-", "–"])
def test_that_words_for_unknown_are_unknown_and_said(write_pack, word):
    folder = write_pack(values=VALUES.format(word, "40"))
    assert f"'{word}' was read as unknown in 1 cell" in notes(check_pack(folder))
    assert math.isnan(load_pack(folder).cells.values[0, 0])


def test_that_ids_agree_however_their_accents_are_written(write_pack):
    apart = unicodedata.normalize("NFD", "zürich")
    folder = write_pack(
        locations="id,name\nzürich,Zürich\nb,B\n",
        values=f"location_id,criterion_id,value\n{apart},quality,7\n{apart},price,7\nb,quality,1\nb,price,1\n",
    )
    assert "NFC" in notes(check_pack(folder))
    assert load_pack(folder).cells.values[0, 0] == 7


@pytest.mark.parametrize(
    ("cells", "style"),
    [
        (["1,5", "2"], NumberStyle(",", False)),
        (["1.234.567", "2"], NumberStyle(",", True)),
        (["1.234,5"], NumberStyle(",", True)),
        (["1,234.5"], NumberStyle(".", True)),
        (["4.5", "3"], NumberStyle(".", False)),
        (["0.500"], NumberStyle(".", False)),
        (["1.234", "12"], NumberStyle("", False)),
        (["1", "2"], NumberStyle("", False)),
    ],
)
def test_that_numbers_show_how_they_are_written_or_show_nothing(cells, style):
    assert style_of(cells) == style


@pytest.mark.parametrize(
    ("text", "style", "number"),
    [
        ("1.234", NumberStyle(",", True), 1234),
        ("1.234,5", NumberStyle(",", True), 1234.5),
        ("1,234", NumberStyle(",", False), 1.234),
        ("1 234,5", NumberStyle(",", False), 1234.5),
        ("1\u202f234", NumberStyle(), 1234),
        ("−3", NumberStyle(), -3),
        ("1,234", NumberStyle(".", True), 1234),
        ("1.234", NumberStyle(".", True), 1.234),
        ("0,5", NumberStyle(",", True), 0.5),
        (".5", NumberStyle(), 0.5),
        ("1e3", NumberStyle(), 1000),
    ],
)
def test_that_a_number_is_read_as_its_table_writes_it(text, style, number):
    assert parse_number(text, style) == number


@pytest.mark.parametrize(
    ("text", "style", "said"),
    [
        ("1.234", NumberStyle(",", False), "can be 1234 or 1.234"),
        ("1,234", NumberStyle(".", False), "not a number"),
        ("1.234", NumberStyle(""), "can be 1234 or 1.234"),
        ("4.5", NumberStyle(",", False), "decimals like the other numbers"),
        ("1,5", NumberStyle(), "not a number"),
        ("12 %", NumberStyle(), "not a number"),
        ("1_000", NumberStyle(), "not a number"),
        ("nan", NumberStyle(), "not a finite number"),
        ("9" * 5000, NumberStyle(), "5000 characters is too long"),
    ],
)
def test_that_a_number_that_can_be_two_or_none_is_refused(text, style, said):
    with pytest.raises(NumberError, match=said):
        parse_number(text, style)


def test_that_an_ambiguous_number_is_a_problem_with_its_line(write_pack):
    text = VALUES.replace(",", ";").format("1.234", "2.345")
    errors = [problem for problem in check_pack(write_pack(values=text)) if problem.severity == "error"]
    assert [(problem.line, problem.column) for problem in errors] == [(2, "value"), (3, "value")]
    assert "can be 1234 or 1.234" in errors[0].message

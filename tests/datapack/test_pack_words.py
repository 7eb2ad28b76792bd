"""A pack in another language: what it says itself, and what CLDR knows."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

from advisor.datapack.loading import load_pack, read_pack
from advisor.datapack.schema import DataPack
from advisor.paths import DEFAULT_PACK
from advisor.words.data_words import data_text
from advisor.words.locale import set_locale

WritePack = Callable[..., Path]
PO = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8\\n"\n\nmsgid "{}"\nmsgstr "{}"\n'


@pytest.fixture
def spanish() -> Iterator[None]:
    set_locale("es")
    yield
    set_locale("en")


@pytest.fixture(scope="module")
def spanish_pack() -> DataPack:
    """Spanish only while it is loaded: other tests of this file come in between, in any order."""
    set_locale("es")
    pack = load_pack(DEFAULT_PACK)
    set_locale("en")
    return pack


def test_that_the_world_pack_is_spanish(spanish_pack: DataPack, default_pack: DataPack) -> None:
    assert spanish_pack.theme_label("cost") == "Coste"
    assert spanish_pack.location("DEU").name == "Alemania"
    assert spanish_pack.location("DEU").region == "Europa"
    assert spanish_pack.functions["data-entry"].label == "Introducción de datos"
    assert spanish_pack.costs is not None
    assert spanish_pack.costs.parameters["seat_usd"].label == "Puesto de trabajo"
    assert [one.id for one in spanish_pack.criteria] == [one.id for one in default_pack.criteria]


def test_that_nothing_is_computed_differently_in_another_language(
    spanish_pack: DataPack, default_pack: DataPack
) -> None:
    assert [one.unit for one in spanish_pack.criteria] == [one.unit for one in default_pack.criteria]
    assert [one.value_function for one in spanish_pack.criteria] == [
        one.value_function for one in default_pack.criteria
    ]
    assert [one.peer_group for one in spanish_pack.locations] == [
        one.peer_group for one in default_pack.locations
    ]


def test_that_every_label_of_the_world_pack_has_a_spanish_one(default_pack: DataPack) -> None:
    with (DEFAULT_PACK / "languages" / "es.po").open("rb") as file:
        known = {message.id for message in read_po(file)}
    wanted = {text for one in default_pack.criteria for text in (one.label, one.description, one.basis)}
    wanted |= {text for one in default_pack.functions.values() for text in (one.label, one.reason)}
    wanted |= {one.mix.reason for one in default_pack.functions.values() if one.mix}
    wanted |= {*default_pack.theme_labels.values()}
    wanted |= {t for one in default_pack.locations for t in (one.region, one.subregion, one.income_group)}
    assert default_pack.costs is not None
    wanted |= {t for one in default_pack.costs.parameters.values() for t in (one.label, one.base)}
    # What is the same in both, or one word for a scale.
    wanted |= {one.unit for one in default_pack.criteria if one.unit not in ("%", "km", "0-100")}
    assert wanted - known - {""} == set()


def test_that_the_notes_of_the_world_pack_are_spanish(spanish_pack: DataPack, default_pack: DataPack) -> None:
    here, there = spanish_pack.cells.notes.ravel(), default_pack.cells.notes.ravel()
    same = {str(note) for note, other in zip(here, there, strict=True) if note == other and note}
    assert {note for note in same if "://" not in note} == set()


def test_that_terms_are_spanish_and_names_of_licences_stay(
    spanish_pack: DataPack, default_pack: DataPack
) -> None:
    assert spanish_pack.licence.startswith("Las cifras conservan la licencia de su fuente")
    names = ("CC", "MIT", "ODbL", "Open Government", "Etalab", "Unicode")
    for key, source in default_pack.sources.items():
        said = spanish_pack.sources[key]
        is_name = source.licence.startswith(names) and "(" not in source.licence
        assert (said.licence == source.licence) is is_name, source.licence
        assert said.dataset == source.dataset


def test_that_a_pack_carries_its_own_languages(write_pack: WritePack, spanish: None) -> None:
    folder = write_pack()
    (folder / "languages").mkdir()
    (folder / "languages" / "es.po").write_text(PO.format("Alpha", "Alfa"), encoding="utf-8")
    assert [one.name for one in load_pack(folder).locations] == ["Alfa", "Beta", "Gamma"]


def test_that_a_pack_in_another_language_can_have_an_english_one(write_pack: WritePack) -> None:
    folder = write_pack(locations="id,name\na,Centro A\nb,Beta\nc,Gamma\n")
    (folder / "languages").mkdir()
    (folder / "languages" / "en.po").write_text(PO.format("Centro A", "Site A"), encoding="utf-8")
    assert load_pack(folder).location("a").name == "Site A"
    set_locale("en")  # what was learnt is forgotten
    assert data_text("Centro A") == "Centro A"


def test_that_a_country_of_a_pack_without_words_is_called_as_cldr_calls_it(
    write_pack: WritePack, spanish: None
) -> None:
    folder = write_pack(
        locations="id,name,iso3\na,Germany office,DEU\nDEU,Germany,DEU\nc,Gamma,\n",
        values="location_id,criterion_id,value\na,quality,8\nDEU,quality,5\nc,price,90\n",
    )
    names = {one.id: one.name for one in read_pack(folder)[0].locations}  # type: ignore[union-attr]
    assert names == {"a": "Germany office", "DEU": "Alemania", "c": "Gamma"}


def test_that_a_broken_file_of_words_is_one_problem_with_a_cure(write_pack: WritePack, spanish: None) -> None:
    folder = write_pack()
    (folder / "languages").mkdir()
    (folder / "languages" / "es.po").write_text("hello there\n", encoding="utf-8")
    pack, problems = read_pack(folder)
    assert pack is None
    assert [(one.file, one.severity) for one in problems] == [("languages/es.po", "error")]

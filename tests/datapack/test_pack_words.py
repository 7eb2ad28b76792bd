"""A pack in another language: what it says itself, and what CLDR knows."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import numpy as np
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


def test_that_data_sets_are_described_in_spanish_and_titles_keep_their_name_with_a_gloss(
    spanish_pack: DataPack, default_pack: DataPack
) -> None:
    said = {source.dataset: spanish_pack.sources[key].dataset for key, source in default_pack.sources.items()}
    assert {title for title, other in said.items() if title == other} == set()
    assert said["The World Factbook"] == "The World Factbook (anuario mundial)"
    assert said["salary increases"] == "subidas salariales"
    behind = [other.removeprefix(title) for title, other in said.items() if other.startswith(title)]
    assert len(behind) > 10
    assert [gloss for gloss in behind if not re.fullmatch(r" \(.+\)", gloss)] == []


def test_that_publishers_that_stay_are_names(spanish_pack: DataPack, default_pack: DataPack) -> None:
    """A name of one word or of capitals is one; the others are these."""
    stay = {s.publisher for key, s in default_pack.sources.items() if spanish_pack.sources[key] == s}
    stay |= {
        source.publisher
        for key, source in default_pack.sources.items()
        if spanish_pack.sources[key].publisher == source.publisher
    }
    assert {name for name in stay if " " in name} == {
        *("A. Damodaran", "EF Education First", "Global CBPR Forum", "Help Desk Focus", "Iterum Connections"),
        *("Boletín Oficial del Estado", "Center for American Progress (Boushey, Glynn)", "UNESCO UIS"),
        *("International Customer Management Institute", "Location Advisor", "Stack Overflow"),
        *(
            "Manila Bulletin (PITON-Global)",
            "Tax Foundation",
            "TeleTech Holdings",
            "Travel Leaders Corporate",
        ),
        *("Washington Center for Equitable Growth", "fawazahmed0 currency-api"),
    }


# Fields that nobody reads, and those that hold names.
NOT_READ = re.compile(
    r"(id|language|official|theme|computed|fact|methods?|applies|basis|kind|tz|zone|peer_group|source_ids?)$"
)
NAMES = re.compile(r"(sources\.(publisher|dataset|licence)|locations\.name|hubs\.name|^name|^version)$")
ENGLISH = re.compile(
    r"\b(the|of|and|from|with|for|by|is|are|not|which|mean|median|group|workers|clerks|occupations|own|income|"
    r"ratio|law|Law|Act|Draft|Bill|drawn|pooled|read|year|month|hour|full-time|places|figures|published)\b"
)


def texts_of(thing: object, path: str = "") -> Iterator[tuple[str, str]]:
    """Every text of a pack with the names of the fields that lead to it."""
    if isinstance(thing, str):
        yield path, thing
    elif isinstance(thing, Mapping):
        for part in thing.values():
            yield from texts_of(part, path)
    elif dataclasses.is_dataclass(thing) or hasattr(thing, "_fields"):
        names = getattr(thing, "_fields", ()) or [field.name for field in dataclasses.fields(thing)]  # type: ignore[arg-type]
        for name in names:
            yield from texts_of(getattr(thing, name), f"{path}.{name}".strip("."))
    elif isinstance(thing, np.ndarray) and thing.dtype == object:
        for part in thing.flat:
            yield from texts_of(part, path)
    elif isinstance(thing, list | tuple | set | frozenset):
        for part in thing:
            yield from texts_of(part, path)


def test_that_no_text_of_the_world_pack_is_english_in_whole_or_in_part(spanish: None) -> None:
    pack = load_pack(DEFAULT_PACK)
    texts = {
        (path, text) for path, text in texts_of(pack) if not (NOT_READ.search(path) or NAMES.search(path))
    }
    assert len(texts) > 2_500
    # A word alone is a code, or a label, which has a test of its own. What is computed with, such as
    # units and notes of laws, is said where it is shown.
    said = {(path, text, re.sub(r"https?://\S+", "", data_text(text))) for path, text in texts if " " in text}
    left = [one for one in sorted(said) if ENGLISH.search(one[2])]
    assert left == []


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

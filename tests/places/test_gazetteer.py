"""Names that people type: clear ones are found in any language, ambiguous ones asked, others not guessed."""

from __future__ import annotations

import pytest
from babel import localedata

from advisor.datapack.schema import DataPack
from advisor.places import gazetteer as gazetteer_module
from advisor.places.folding import folded
from advisor.places.gazetteer import Gazetteer, NamedLocation
from advisor.scenario.names import gazetteer_of


@pytest.fixture(scope="module")
def gazetteer(default_pack: DataPack) -> Gazetteer:
    locations = [NamedLocation(x.id, x.name, x.iso3) for x in default_pack.locations]
    return Gazetteer(
        locations,
        [
            ("GBR", "London"),
            ("CAN", "London"),
            ("GBR", "Birmingham"),
            ("USA", "Birmingham"),
            ("SGP", "Singapore"),
            ("COL", "Bogotá"),
            ("POL", "Kraków"),
        ],
    )


@pytest.mark.parametrize(
    ("typed", "location"),
    [
        ("UK", "GBR"),
        ("GB", "GBR"),
        ("gbr", "GBR"),
        ("US", "USA"),
        ("U.S.A.", "USA"),
        ("america", "USA"),
        ("Turkey", "TUR"),
        ("Türkiye", "TUR"),
        ("UAE", "ARE"),
        ("Holland", "NLD"),
        ("the netherlands", "NLD"),
        ("Ivory Coast", "CIV"),
        ("Cote d'Ivoire", "CIV"),
        ("côte d’ivoire", "CIV"),
        ("Deutschland", "DEU"),
        ("Alemania", "DEU"),
        ("Polska", "POL"),
        ("Česko", "CZE"),
        ("Czech Republic", "CZE"),
        ("Россия", "RUS"),
        ("भारत", "IND"),
        ("日本", "JPN"),
        ("St Lucia", "LCA"),
        ("Saint Lucia", "LCA"),
        ("Bosnia and Herzegovina", "BIH"),
        ("Trinidad and Tobago", "TTO"),
        ("South Korea", "KOR"),
        ("Swaziland", "SWZ"),
        ("Burma", "MMR"),
        ("Kosovo", "XKX"),
        ("Taiwan", "TWN"),
    ],
)
def test_that_a_clear_name_is_found(gazetteer: Gazetteer, typed: str, location: str) -> None:
    place = gazetteer.find(typed).place
    assert place is not None
    assert (place.location_id, place.hub) == (location, "")


@pytest.mark.parametrize(
    ("typed", "locations"),
    [
        ("Korea", {"KOR", "PRK"}),
        ("Congo", {"COD", "COG"}),
    ],
)
def test_that_an_ambiguous_name_is_asked(
    gazetteer: Gazetteer, default_pack: DataPack, typed: str, locations: set[str]
) -> None:
    found = gazetteer.find(typed)
    assert found.place is None
    assert found.is_ambiguous
    assert {place.location_id for place in found.places} == locations & set(default_pack.location_ids)


@pytest.mark.parametrize("typed", ["Atlantis", "Germny", "xx", "", "  ", "-", "\N{ZERO WIDTH SPACE}"])
def test_that_an_unknown_name_is_never_taken_for_another(gazetteer: Gazetteer, typed: str) -> None:
    assert gazetteer.find(typed).places == ()


@pytest.mark.parametrize(
    ("typed", "locations"),
    [("Portu", {"PRT"}), ("Guin", {"GIN", "GNB"}), ("united", {"ARE", "GBR", "USA"}), ("po", set())],
)
def test_that_a_field_may_take_the_beginning_of_names(
    gazetteer: Gazetteer, typed: str, locations: set[str]
) -> None:
    assert gazetteer.find(typed).places == ()
    assert {place.location_id for place in gazetteer.find(typed, beginnings=True).places} == locations


def test_that_an_unknown_name_is_offered_what_is_near(gazetteer: Gazetteer) -> None:
    assert gazetteer.find("Germny").suggestions[0].label == "Germany"
    assert gazetteer.find("Atlantis").suggestions == ()


def test_that_a_city_is_a_hub_and_its_country_settles_which(gazetteer: Gazetteer) -> None:
    bogota = gazetteer.find("bogota").place
    assert bogota is not None
    assert (bogota.location_id, bogota.hub, bogota.label) == ("COL", "Bogotá", "Bogotá, Colombia")
    assert gazetteer.find("Birmingham").is_ambiguous
    for within in ("USA", "US", "America", "United States"):
        place = gazetteer.find(f"Birmingham, {within}").place
        assert place is not None
        assert place.location_id == "USA"


def test_that_a_city_with_the_name_of_its_country_is_the_country(gazetteer: Gazetteer) -> None:
    place = gazetteer.find("Singapore").place
    assert place is not None
    assert (place.location_id, place.hub) == ("SGP", "")


def test_that_a_location_is_found_by_its_hub(gazetteer: Gazetteer) -> None:
    place = gazetteer.location("Kraków").place
    assert place is not None
    assert (place.location_id, place.hub) == ("POL", "")


def test_that_a_pack_without_countries_is_searched_by_its_own_names() -> None:
    sites = Gazetteer([NamedLocation("s1", "Café Nord"), NamedLocation("s2", "Süd")])
    assert sites.find("cafe nord").place is not None
    assert sites.find("SUD").place is not None
    assert sites.find("Germany").places == ()


def test_that_every_location_of_the_pack_is_found_by_id_name_and_code(
    gazetteer: Gazetteer, default_pack: DataPack
) -> None:
    for location in default_pack.locations:
        for text in (location.id, location.name, location.name.upper(), location.iso3):
            place = gazetteer.find(text).place
            assert place is not None, text
            assert place.location_id == location.id, text


def test_that_names_in_other_languages_are_read_with_one_language_in_memory_at_a_time(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    held: list[int] = []
    clear = localedata.clear_caches

    def cleared() -> None:
        held.append(len(localedata._cache))
        clear()

    clear()
    monkeypatch.setattr(localedata, "clear_caches", cleared)
    monkeypatch.setattr(gazetteer_module, "_LANGUAGES", "de fr pl")
    assert folded("Tschechien") in gazetteer_module._computed_foreign_names()["CZE"]
    assert held == [2, 2, 2]  # the language, and what all of them rest on


def test_that_folding_is_stable() -> None:
    for text in ("The  Gambia", "ST. LUCIA", "Þorlákshöfn", "d'Ivoire", "U.S.", "ﬁn"):
        assert folded(folded(text)) == folded(text)


def test_that_who_names_a_city_without_a_hub_is_asked_for_its_country(default_pack):
    names = gazetteer_of(default_pack)
    found = names.find("Birmingham")
    assert found.places == ()
    assert [place.label for place in found.suggestions] == ["United Kingdom", "United States"]
    assert [place.label for place in names.find("Leeds").suggestions] == ["United Kingdom"]

"""Names of places within a sentence take the form that its template asks for."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog

from advisor.datapack.kept_pack import open_pack
from advisor.datapack.loading import load_pack
from advisor.paths import DEFAULT_PACK
from advisor.words import place_names
from advisor.words.catalogues import faults_of
from advisor.words.locale import set_locale
from advisor.words.place_names import filled, learn_names, within_sentence
from advisor.words.translation import t

WritePack = Callable[..., Path]


@pytest.fixture(autouse=True)
def as_before(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(place_names, "_known", {})
    yield
    set_locale("en")


def test_that_a_template_says_in_which_form_it_needs_a_name() -> None:
    learn_names([("Netherlands", "the Netherlands"), ("Spain", "")], "en")

    def said(template: str, **values: object) -> str:
        return filled(template, values, "en")

    assert said("Cost in {place:the}", place="Netherlands") == "Cost in the Netherlands"
    assert said("{x:The} leads {y:the}", x="Netherlands", y="Spain") == "The Netherlands leads Spain"
    assert said("{place:The} leads", place="iSite") == "iSite leads"  # as somebody has typed it
    assert said("{place}: {n:.1f}", place="Netherlands", n=2.0) == "Netherlands: 2.0"


def test_that_prepositions_join_with_the_article() -> None:
    learn_names([("Reino Unido", "el Reino Unido"), ("Países Bajos", "los Países Bajos")], "es")

    def said(name: str) -> str:
        return filled("{x:de} {x:a}", {"x": name}, "es")

    assert said("Reino Unido") == "del Reino Unido al Reino Unido"
    assert said("Países Bajos") == "de los Países Bajos a los Países Bajos"
    assert said("El Salvador") == "de El Salvador a El Salvador"
    assert said("España") == "de España a España"


@pytest.mark.parametrize("opened", [load_pack, open_pack])
def test_that_names_of_the_world_pack_take_their_article_in_both_languages(
    opened: Callable[[Path], object],
) -> None:
    opened(DEFAULT_PACK)
    assert t("Cost in {place:the}", place="United States") == "Cost in the United States"
    assert t("Cost in {place:the}", place="Germany") == "Cost in Germany"
    set_locale("es")
    assert within_sentence("United States", "es") == "United States"
    opened(DEFAULT_PACK)
    assert t("Cost in {place:the}", place="Países Bajos") == "Coste en los Países Bajos"
    assert t("Cost in {place:the}", place="Estados Unidos") == "Coste en Estados Unidos"
    assert t("Risks of {place:the}", place="Reino Unido") == "Riesgos del Reino Unido"
    assert t("Risks of {place:the}", place="El Salvador") == "Riesgos de El Salvador"
    set_locale("en")
    assert t("Cost in {place:the}", place="United States") == "Cost in the United States"


def test_that_a_pack_without_such_names_has_none(write_pack: WritePack) -> None:
    load_pack(write_pack())
    assert t("Cost in {place:the}", place="Alpha") == "Cost in Alpha"
    load_pack(write_pack(locations="id,name,in_sentence\na,Old Mill,the Old Mill\nb,Beta,\nc,Gamma,\n"))
    assert t("Cost in {place:the}", place="Old Mill") == "Cost in the Old Mill"


def test_that_an_english_article_does_not_come_before_a_name_in_another_language(
    write_pack: WritePack,
) -> None:
    set_locale("es")
    locations = "id,name,iso3,in_sentence\nNLD,Netherlands,NLD,the Netherlands\nb,Beta,,\nc,Gamma,,\n"
    values = "location_id,criterion_id,value\nNLD,quality,8\nb,quality,5\nc,price,90\n"
    pack = load_pack(write_pack(locations=locations, values=values))
    assert pack.locations[0].name == "Países Bajos"
    assert t("Cost in {place:the}", place="Países Bajos") == "Coste en Países Bajos"


def test_that_a_form_that_no_name_has_is_a_fault_of_a_translation() -> None:
    wanted, spanish = Catalog(), Catalog("es")
    wanted.add("Cost in {place:the}")
    spanish.add("Cost in {place:the}", "Coste en {place:los}")
    assert [fault.cause for fault in faults_of(spanish, wanted)] == ["asks for ['los'], which no name has"]

"""Catalogues hold every text of the code, with the same places."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog

from advisor.words import translation
from advisor.words.catalogues import NotLiteralError, collected, faults_of, update
from advisor.words.translation import languages, set_language, t, tc, tn

CODE = """
from advisor.words.translation import t, tc, tn
a = t("{name} leads by {points} points", name=1, points=2)
b = tn("{count} place of {all}", "{count} places of {all}", 2, all=3)
c = tc("verb", "Open")
d = t(
    "A long text "
    "in two pieces"
)
"""


@pytest.fixture
def wanted(tmp_path: Path) -> Catalog:
    (tmp_path / "code.py").write_text(CODE, encoding="utf-8")
    return collected(tmp_path)


@pytest.fixture(scope="module")
def of_the_code() -> Catalog:
    """Every text of the program."""
    return collected()


def spanish(**strings: str | tuple[str, ...]) -> Catalog:
    catalogue = Catalog("es")
    catalogue.add("{name} leads by {points} points", strings.get("leads", "{name} gana por {points} puntos"))
    catalogue.add(
        ("{count} place of {all}", "{count} places of {all}"),
        strings.get(
            "places", ("{count} lugar de {all}", "{count} lugares de {all}", "{count} lugares de {all}")
        ),
    )
    catalogue.add("Open", strings.get("open", "Abrir"), context="verb")
    catalogue.add("A long text in two pieces", strings.get("long", "Un texto largo"))
    return catalogue


def test_that_every_kind_of_text_is_collected(wanted: Catalog) -> None:
    found = {(message.id, message.context) for message in wanted if message.id}
    assert ("{name} leads by {points} points", None) in found
    assert (("{count} place of {all}", "{count} places of {all}"), None) in found
    assert ("Open", "verb") in found
    assert ("A long text in two pieces", None) in found


def test_that_a_whole_catalogue_has_no_faults(wanted: Catalog) -> None:
    assert list(faults_of(spanish(), wanted)) == []


@pytest.mark.parametrize(
    ("change", "cause"),
    [
        ({"long": ""}, "is not translated"),
        ({"places": ("{count} lugar de {all}", "{count} lugares de {all}")}, "needs 3 forms"),
        ({"places": ("{count} lugar de {all}", "{count} lugares de {all}", "")}, "needs 3 forms"),
        ({"leads": "{name} gana"}, "lost ['points']"),
        ({"leads": "{nombre} gana por {points} puntos a {name}"}, "has ['nombre']"),
    ],
)
def test_that_a_missing_text_and_a_lost_or_strange_place_are_named(
    wanted: Catalog, change: dict[str, str], cause: str
) -> None:
    (fault,) = faults_of(spanish(**change), wanted)
    assert fault.cause.startswith(cause)


def test_that_an_update_keeps_translations_and_drops_what_the_code_has_no_more(
    wanted: Catalog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    catalogue = spanish()
    catalogue.add("Gone", "Ido")
    (tmp_path / "es.po").write_bytes(update(catalogue, wanted))
    assert b"Gone" not in (tmp_path / "es.po").read_bytes()
    monkeypatch.setattr(translation, "LANGUAGES", tmp_path)
    translation._load.cache_clear()
    try:
        assert languages() == ("en", "es")
        set_language("es")
        assert t("{name} leads by {points} points", name="Polonia", points=3) == "Polonia gana por 3 puntos"
        assert tn("{count} place of {all}", "{count} places of {all}", 2, all=5) == "2 lugares de 5"
        assert tc("verb", "Open") == "Abrir"
    finally:
        set_language("en")
        translation._load.cache_clear()


def test_that_the_code_itself_can_be_collected(of_the_code: Catalog) -> None:
    assert len(of_the_code) > 300


def test_that_no_sentence_says_a_place_after_a_preposition_without_asking_for_its_article(
    of_the_code: Catalog,
) -> None:
    before = r"\b(in|of|from|for|with|against|behind|than|to|by|seen|Why|and)"
    bare = re.compile(before + r" \{(place|home|site|country|leader|ahead|behind)\}")
    texts = {
        part for one in of_the_code if one.id for part in ((one.id,) if isinstance(one.id, str) else one.id)
    }
    found = {text for text in texts if bare.search(text)}
    assert found == {
        "{home} and {site}",  # names with their hubs: a heading
        "{shared} of {home} shared",  # days
        "'{name}' stands in {place} already.",  # a line of a file
    }


def test_that_a_text_that_is_put_together_is_refused(tmp_path: Path) -> None:
    (tmp_path / "code.py").write_text("t(f'{name} leads')\n", encoding="utf-8")
    with pytest.raises(NotLiteralError, match="line 1"):
        collected(tmp_path)

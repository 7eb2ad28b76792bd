"""The pages of the help hang together, look the same on a code host, and lead nowhere else."""

from __future__ import annotations

import re

import pytest

from advisor.datapack.loading import load_pack
from advisor.export.help_criteria import criteria_page
from advisor.export.help_pictures import PICTURES as CHARTS
from advisor.paths import DEFAULT_PACK, HELP
from advisor.views.help.help_pages import (
    CONTENTS,
    PICTURES,
    Place,
    help_page,
    help_pages,
    page_names,
    read_page,
)
from advisor.views.help.help_search import search
from advisor.words.glossary import glossary
from advisor.words.locale import set_locale
from advisor.words.translation import ENGLISH, set_language

LANGUAGES = sorted(folder.name for folder in HELP.iterdir() if (folder / "README.md").is_file())


def test_that_the_contents_of_every_language_list_the_same_pages_in_the_same_order():
    for language in LANGUAGES:
        listed = [Place.of(link).page for link in read_page(CONTENTS, language).links]
        assert listed == [name for name in page_names() if name != CONTENTS], language


def test_that_every_page_is_in_the_contents():
    assert set(page_names()) == {path.stem for path in (HELP / "en").glob("*.md")}


@pytest.mark.parametrize("language", LANGUAGES)
def test_that_every_link_and_picture_leads_somewhere(language):
    for path in sorted((HELP / language).glob("*.md")):
        page = read_page(path.stem, language)
        for link in page.links:
            place = Place.of(link, page.name)
            target = read_page(
                place.page, language if (HELP / language / f"{place.page}.md").is_file() else ENGLISH
            )
            assert not place.anchor or place.anchor in target.anchors, f"{path.name}: {link}"
        for picture in page.pictures:
            assert (PICTURES / picture).is_file(), f"{path.name}: {picture}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_that_pages_ask_the_network_for_nothing_and_hold_no_other_markup(language):
    for path in (HELP / language).glob("*.md"):
        text = path.read_text(encoding="utf-8")
        assert "://" not in text, path.name
        tags = set(re.findall(r"<(/?[a-z]+)", text))
        assert tags <= {"a", "/a", "sub", "/sub", "sup", "/sup"}, path.name


def test_that_every_picture_is_shown_and_small():
    shown = {
        picture
        for language in LANGUAGES
        for path in (HELP / language).glob("*.md")
        for picture in read_page(path.stem, language).pictures
    }
    files = {path.name for path in PICTURES.iterdir()}
    assert shown == files
    assert {f"{name}.svg" for name in CHARTS} == {name for name in files if name.endswith(".svg")}
    assert sum(path.stat().st_size for path in PICTURES.iterdir()) < 400_000


def test_that_every_term_of_the_glossary_leads_to_a_place_that_is_there():
    for term in glossary().values():
        place = Place.of(term.more)
        page = help_page(place.page)
        assert not place.anchor or place.anchor in page.anchors, term.id


def test_that_markup_other_than_anchors_and_indices_is_shown_as_it_is_typed(tmp_path, monkeypatch):
    folder = tmp_path / "en"
    folder.mkdir()
    text = '# A <b>title</b>\n\n<script>x</script> *w*<sub>j</sub> <img src="x"> [out](javascript:x)\n'
    (folder / "hostile.md").write_text(text, encoding="utf-8")
    monkeypatch.setattr("advisor.views.help.help_pages.HELP", tmp_path)
    html = read_page("hostile", "en").html
    assert "<script" not in html
    assert "<img" not in html
    assert "<b>" not in html
    assert "<a href" not in html
    assert "<em>w</em><sub>j</sub>" in html


def test_that_a_formula_stands_in_a_box_of_its_own():
    html = help_page("method-scores").html
    assert '<table class="formula"' in html
    assert "<blockquote>" not in html


def test_that_no_page_leads_out_of_the_folder():
    with pytest.raises(KeyError):
        read_page("../../SECURITY", "en")
    with pytest.raises(KeyError):
        read_page("no-such-page", "en")


def test_that_a_language_without_a_page_shows_the_english_one():
    set_language("xx")
    try:
        assert help_page("cost").language == ENGLISH
    finally:
        set_language(ENGLISH)


def test_that_a_page_in_another_language_is_shown_where_there_is_one(tmp_path, monkeypatch):
    (tmp_path / "xx").mkdir()
    (tmp_path / "xx" / "map.md").write_text("# Mapa\n", encoding="utf-8")
    monkeypatch.setattr("advisor.views.help.help_pages.HELP", tmp_path)
    read_page.cache_clear()
    set_language("xx")
    try:
        assert help_page("map").title == "Mapa"
    finally:
        set_language(ENGLISH)
        read_page.cache_clear()


@pytest.mark.parametrize("language", LANGUAGES)
def test_that_the_list_of_criteria_is_that_of_the_pack(language):
    written = (HELP / language / "criteria.md").read_text(encoding="utf-8")
    set_locale(language)
    try:
        pack = load_pack(DEFAULT_PACK)
        assert written == criteria_page(pack), "make pages brings it up to date"
    finally:
        set_locale(ENGLISH)
    for criterion in pack.criteria:
        assert f"**{criterion.name}**" in written


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("kendall", "glossary#kendall-tau"),
        ("must-haves", "must-haves"),
        ("what if", "compare#what-if"),
        ("QUOTES", "quotes"),
        ("productive hour", "glossary#productive-hour"),
        ("topsis", "glossary#topsis"),
    ],
)
def test_that_searching_finds_what_is_headed_so_first(typed, first):
    assert str(search(help_pages(), typed)[0].place) == first


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("requisitos", "must-haves"),
        ("y si", "compare#what-if"),
        ("clasificacion", "ranking"),
        ("HORA PRODUCTIVA", "glossary#productive-hour"),
        ("arrepentimiento", "glossary#worst-regret"),
    ],
)
def test_that_searching_in_another_language_finds_its_own_words(typed, first):
    set_language("es")
    try:
        assert str(search(help_pages(), typed)[0].place) == first
    finally:
        set_language(ENGLISH)


def test_that_searching_finds_text_with_what_stands_around_it():
    found = search(help_pages(), "taken back")
    assert any("aken back" in one.excerpt for one in found)
    assert all(len(one.excerpt) < 160 for one in found)


def test_that_nothing_typed_and_nonsense_find_nothing():
    assert search(help_pages(), "  ") == ()
    assert search(help_pages(), "xyzzy") == ()


def test_that_the_contents_are_not_among_what_is_found():
    assert all(one.place.page != CONTENTS for one in search(help_pages(), "ranking"))

"""Pages of the help in another language say the same as the English ones, in the words of the window."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cache

import pytest
from babel.messages.pofile import read_po
from markdown_it import MarkdownIt

from advisor.paths import DEFAULT_PACK, HELP, RESOURCES
from advisor.views.help.help_pages import HelpPage, plain, read_page
from advisor.words.translation import ENGLISH

PAGES = sorted(path.stem for path in (HELP / ENGLISH).glob("*.md"))
TRANSLATED = sorted(folder.name for folder in HELP.iterdir() if (folder / "README.md").is_file())
TRANSLATED.remove(ENGLISH)
EVERY = [(language, name) for language in TRANSLATED for name in PAGES]

# Names of keys, and the one place holder, by language.
KEYS: Mapping[str, Mapping[str, str]] = {
    "es": {
        "Control": "Ctrl",
        "Mayúsculas": "Shift",
        "Intro": "Enter",
        "Re\N{NO-BREAK SPACE}Pág": "PgUp",
        "Av\N{NO-BREAK SPACE}Pág": "PgDn",
        "Inicio": "Home",
        "Fin": "End",
        "NOMBRE": "NAME",
    }
}
# English words that happen to be texts of the window too, with another meaning there.
NO_TEXT_OF_THE_WINDOW = {
    ("README", "begin"),
    ("getting-started", "compare"),
    ("method-cost", "line"),
    ("method-flips", "first"),
    ("method-weights", "ranked"),
    ("presentation", "tab"),
    ("priorities", "to"),
    ("weights", "ranking"),
}

SYMBOL = re.compile(r"<su[bp]>.*?</su[bp]>|\*[A-Za-z]′?(?: [A-Za-z])?\*|\d+(?:[.,]\d+)?|[^\w\s*.,;'-]|ln|…")
EMPHASIS = re.compile(r"\*\*([^*\n]+)\*\*|\*([^*\n]+)\*")
CODE = re.compile(r"`([^`\n]+)`")


def text_of_page(language: str, name: str) -> str:
    return (HELP / language / f"{name}.md").read_text(encoding="utf-8")


def both(language: str, name: str) -> tuple[HelpPage, HelpPage]:
    return read_page(name, ENGLISH), read_page(name, language)


def tables(language: str, name: str) -> list[list[list[str]]]:
    """The cells of every table, as they are read."""
    tokens = MarkdownIt("commonmark").enable("table").parse(text_of_page(language, name))
    found: list[list[list[str]]] = []
    for before, token in zip([None, *tokens], tokens, strict=False):
        if token.type == "table_open":
            found.append([])
        elif token.type == "tr_open":
            found[-1].append([])
        elif token.type == "inline" and before is not None and before.type in ("th_open", "td_open"):
            found[-1][-1].append(plain(token))
    return found


def symbols(line: str) -> list[str]:
    """What a formula is made of beside its words; a word below the line counts as one."""
    found = SYMBOL.findall(line)
    return [re.sub(r"<sub>[^\W\d]{3,}</sub>", "<sub>word</sub>", symbol) for symbol in found]


def formulas(language: str, name: str) -> list[list[str]]:
    return [symbols(line) for line in text_of_page(language, name).splitlines() if line.startswith(">")]


def as_shown(text: str) -> str:
    """A text of a menu, without what only menus have."""
    return text.replace("&", "").strip().rstrip("…:").casefold()


@cache
def window_words(language: str) -> Mapping[str, frozenset[str]]:
    """Every text of the window and of the pack, and what it is in a language."""
    found: dict[str, set[str]] = {}
    for folder in (RESOURCES, DEFAULT_PACK):
        with (folder / "languages" / f"{language}.po").open("rb") as file:
            for message in read_po(file):
                english, said = message.id, message.string
                if not message.id:
                    continue
                pairs = zip(english, said, strict=False) if isinstance(english, tuple) else [(english, said)]
                for text, translation in pairs:
                    found.setdefault(as_shown(text), set()).add(as_shown(str(translation)))
    return {text: frozenset(translations) for text, translations in found.items()}


def emphasised(language: str, name: str) -> list[str]:
    """Words in bold or italics outside formulas."""
    lines = (line for line in text_of_page(language, name).splitlines() if not line.startswith(">"))
    return [as_shown(strong or soft) for line in lines for strong, soft in EMPHASIS.findall(line)]


def counterparts(language: str, name: str) -> Iterator[tuple[str, str]]:
    """Headings and cells that stand at the same place of both pages."""
    english, other = both(language, name)
    if name != "glossary":  # in the order of its own names
        for first, second in zip(english.sections, other.sections, strict=True):
            yield first.heading, second.heading
    for first_table, second_table in zip(tables(ENGLISH, name), tables(language, name), strict=True):
        for first_row, second_row in zip(first_table, second_table, strict=True):
            yield from zip(first_row, second_row, strict=True)


@pytest.mark.parametrize("language", TRANSLATED)
def test_that_every_page_is_there_in_every_language(language):
    assert sorted(path.stem for path in (HELP / language).glob("*.md")) == PAGES


@pytest.mark.parametrize(("language", "name"), EVERY)
def test_that_a_page_has_the_same_headings_places_links_and_pictures(language, name):
    english, other = both(language, name)

    def order(page: HelpPage) -> list[tuple[int, str]]:
        found = [(section.level, section.anchor) for section in page.sections]
        return sorted(found) if name == "glossary" else found

    assert order(other) == order(english)
    assert other.anchors == english.anchors
    assert Counter(other.links) == Counter(english.links)
    # A picture of the window has one of its own in every language.
    assert tuple(one.replace(f"-{language}.", ".") for one in other.pictures) == english.pictures


@pytest.mark.parametrize(("language", "name"), EVERY)
def test_that_tables_lists_and_paragraphs_are_as_many(language, name):
    assert [[len(row) for row in table] for table in tables(language, name)] == [
        [len(row) for row in table] for table in tables(ENGLISH, name)
    ]

    def parts(code: str) -> Counter[str]:
        tokens = MarkdownIt("commonmark").enable("table").parse(text_of_page(code, name))
        return Counter(token.type for token in tokens)

    assert parts(language) == parts(ENGLISH)


@pytest.mark.parametrize(("language", "name"), EVERY)
def test_that_formulas_have_the_same_symbols_in_the_same_order(language, name):
    assert formulas(language, name) == formulas(ENGLISH, name)


@pytest.mark.parametrize(("language", "name"), EVERY)
def test_that_keys_and_names_of_files_are_the_same(language, name):
    def spans(code: str) -> Counter[str]:
        found = CODE.findall(text_of_page(code, name))
        for word, key in KEYS.get(code, {}).items():
            found = [span.replace(word, key) for span in found]
        return Counter(found)

    assert spans(language) == spans(ENGLISH)


@pytest.mark.parametrize(("language", "name"), EVERY)
def test_that_words_of_the_window_are_those_that_the_window_shows(language, name):
    words, shown = window_words(language), set(emphasised(language, name))
    missing = {
        text: sorted(words[text])
        for text in emphasised(ENGLISH, name)
        if (name, text) not in NO_TEXT_OF_THE_WINDOW and text in words and not words[text] & shown
    }
    assert not missing


@pytest.mark.parametrize(("language", "name"), EVERY)
def test_that_headings_and_cells_are_called_as_the_window_calls_them(language, name):
    words = window_words(language)
    wrong = {
        english: other
        for english, other in counterparts(language, name)
        if (text := as_shown(english)) in words
        and (name, text) not in NO_TEXT_OF_THE_WINDOW
        and as_shown(other) not in words[text]
    }
    assert not wrong


def test_that_a_formula_that_differs_is_found():
    assert symbols("> *w*<sub>j</sub> = *points*<sub>j</sub> / 2") == symbols(
        "> *w*<sub>j</sub> = *puntos*<sub>j</sub> / 2"
    )
    assert symbols("> *w*<sub>j</sub> = 1 − *x*") != symbols("> *w*<sub>j</sub> = 1 + *x*")
    assert symbols("> *w*<sub>j</sub> = *x*") != symbols("> *w*<sub>k</sub> = *x*")
    assert symbols("> 100 × *x*") != symbols("> 10 × *x*")

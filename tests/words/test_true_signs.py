"""Ranges of numbers carry an en dash, products a multiplication sign, in every text that people read."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from babel.messages.pofile import read_po

from advisor.datapack.loading import load_pack
from advisor.paths import DEFAULT_PACK, HELP
from advisor.words.catalogues import collected
from advisor.words.data_words import data_text
from advisor.words.translation import LANGUAGES
from advisor.words.true_signs import true_signs

# What is typed on a command line, and numbers that are no range.
_TYPED = re.compile(r"--\w+ .*|.*\blocation-advisor .*|.*\b24x7 (or|o) 24x5")
_NO_RANGE = re.compile(r"\d{4}-\d{2}-\d{2}|ISO 3166-2")
_JOINED = re.compile(r"[\d}] ?[-x] ?[\d{]")


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("index 0-8", "index 0–8"),
        ("0-100", "0–100"),
        ("30 case studies of 1992-2007", "30 case studies of 1992–2007"),
        ("2019-20", "2019–20"),
        ("low end of 36,000-48,000", "low end of 36,000–48,000"),
        ("published load 40-50 % less 20.9 %", "published load 40–50 % less 20.9 %"),
        ("09:00-17:00", "09:00–17:00"),
        ("24x7", "24×7"),
        ("as of 2023-03", "as of 2023-03"),
        ("advisory of 2025-05-27", "advisory of 2025-05-27"),
        ("Customer Service Representatives (SOC 43-4051)", "Customer Service Representatives (SOC 43-4051)"),
        ("Law 09-08, Law 2004-63", "Law 09-08, Law 2004-63"),
        ("telefonista (CBO 4223-15)", "telefonista (CBO 4223-15)"),
        ("https://example.org/a-9-8-raise-2023-24-by", "https://example.org/a-9-8-raise-2023-24-by"),
        ("BOE-A-2023-13741", "BOE-A-2023-13741"),
        ("0x12", "0x12"),
    ],
)
def test_that_ranges_and_products_and_nothing_else_get_their_signs(text: str, shown: str) -> None:
    assert true_signs(text) == shown
    assert true_signs(shown) == shown


def _texts() -> Iterator[str]:
    """Every template of the program, each translation, and every line of the help."""
    for message in collected():
        yield from [message.id] if isinstance(message.id, str) else message.id
    for path in LANGUAGES.glob("*.po"):
        with path.open("rb") as file:
            for message in read_po(file):
                yield from [message.string] if isinstance(message.string, str) else message.string or ()
    for path in HELP.rglob("*.md"):
        yield from re.sub(r"\]\([^)]*\)|<[^>]*>", "", path.read_text(encoding="utf-8")).splitlines()


def test_that_no_text_joins_numbers_by_a_hyphen_or_the_letter_x() -> None:
    read = [_NO_RANGE.sub("", _TYPED.sub("", text)) for text in _texts()]
    assert len(read) > 9_000
    assert [text for text in read if _JOINED.search(text)] == []


def test_that_texts_of_the_data_are_shown_with_their_signs() -> None:
    pack = load_pack(DEFAULT_PACK)
    units = {data_text(criterion.unit) for criterion in pack.criteria}
    editions = {data_text(source.edition) for source in pack.sources.values()}
    assert {"0–100", "index 0–1", "index 0–8"} <= units
    assert "2005–2025" in editions
    joined = re.compile(r"(?<!-)\b\d+-\d+\b(?!-)")
    assert [text for text in sorted(units | editions) if joined.search(text)] == []

"""``--lang``: what people read is in another language; ids, keys and figures are not."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest

from advisor.cli.main import main
from advisor.words.locale import set_locale

RANK = ("rank", "--home", "GBR", "--function", "data-entry", "--top", "3")


@pytest.fixture(autouse=True)
def english_afterwards(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.delenv("LOCATION_ADVISOR_LANG", raising=False)
    yield
    set_locale("en")


def out_of(capfdbinary: pytest.CaptureFixture[bytes], *arguments: str) -> str:
    assert main(arguments) == 0
    return capfdbinary.readouterr().out.decode()


def test_that_a_table_is_in_the_language_with_its_numbers(capfdbinary):
    text = out_of(capfdbinary, *RANK, "--lang", "es")
    assert "Origen: Reino Unido, introducción de datos, 50 personas" in text
    assert "Puesto  Ubicación" in text


def test_that_the_option_may_stand_anywhere(capfdbinary):
    plain = out_of(capfdbinary, *RANK, "--lang=es")
    assert out_of(capfdbinary, "--lang", "es", *RANK) == plain


def test_that_the_environment_names_a_language_and_the_option_overrules_it(capfdbinary, monkeypatch):
    monkeypatch.setenv("LOCATION_ADVISOR_LANG", "es_MX")
    assert "Reino Unido" in out_of(capfdbinary, *RANK)
    assert "United Kingdom" in out_of(capfdbinary, *RANK, "--lang", "en")


def test_that_keys_ids_and_figures_of_json_do_not_change(capfdbinary):
    english = json.loads(out_of(capfdbinary, *RANK, "--format", "json"))
    spanish = json.loads(out_of(capfdbinary, *RANK, "--format", "json", "--lang", "es"))
    assert _shape(spanish) == _shape(english)
    assert [(one["id"], one["score"]) for one in spanish["ranking"]] == [
        (one["id"], one["score"]) for one in english["ranking"]
    ]


def test_that_an_unknown_language_is_one_line_with_a_cure(capsys):
    assert main([*RANK, "--lang", "xx"]) == 2
    assert capsys.readouterr().err == "location-advisor: There is no language 'xx': use en, es.\n"


def test_that_help_is_in_the_language(capsys):
    with pytest.raises(SystemExit):
        main(["rank", "--help", "--lang", "es"])
    said = capsys.readouterr().out
    assert "ejemplos:" in said
    for english in ("usage:", "options:", "show this help", "positional arguments"):
        assert english not in said


def _shape(document: object) -> object:
    """Keys and kinds, without the texts."""
    if isinstance(document, dict):
        return {key: _shape(value) for key, value in document.items()}
    if isinstance(document, list):
        return [_shape(value) for value in document[:2]]
    return type(document).__name__

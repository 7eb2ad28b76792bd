from __future__ import annotations

import json

import pytest

from advisor.cli.main import main


def test_that_a_preset_sets_the_theme_weights(capfdbinary):
    assert main(["rank", "--preset", "bpo-index-2015", "--format", "json"]) == 0
    document = json.loads(capfdbinary.readouterr().out)
    assert document["scenario"]["theme_weights"]["cost"] == pytest.approx(50)


def test_that_an_unknown_preset_gets_one_message(capfd):
    assert main(["rank", "--preset", "nonsense"]) != 0
    error = capfd.readouterr().err
    assert "no preset 'nonsense'" in error
    assert "gsli-2021" in error

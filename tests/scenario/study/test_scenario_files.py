"""Scenario files: what is saved is what is opened; a broken file changes nothing."""

from __future__ import annotations

import json
import os

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor.core.aggregation import Aggregation
from advisor.core.screening import Bound
from advisor.paths import EXAMPLE_SCENARIO
from advisor.scenario.study.files import ScenarioFileError, load_scenario, save_scenario, scenario_document
from advisor.scenario.study.scenario import MustHaves, Override, Scenario

names = st.text(st.characters(categories=("L", "N", "Zs", "P")), max_size=20)
numbers = st.floats(0, 1e6, allow_nan=False)
scenarios = st.builds(
    Scenario,
    name=names,
    home=st.sampled_from(["GBR", "USA", ""]),
    function=names,
    headcount=st.integers(1, 10_000),
    working_languages=st.lists(st.sampled_from(["en", "es"]), unique=True).map(tuple),
    theme_weights=st.dictionaries(names, numbers, max_size=3),
    criterion_weights=st.dictionaries(names, numbers, max_size=3),
    aggregation=st.builds(Aggregation, st.sampled_from(["additive", "geometric"]), st.floats(0, 1)),
    must_haves=st.builds(
        MustHaves,
        engagement=st.frozensets(st.sampled_from(["onshore", "nearshore"]), min_size=1),
        bounds=st.lists(st.builds(Bound, names, st.sampled_from([">=", "<="]), numbers), max_size=2).map(
            tuple
        ),
        exclude_sanctioned=st.booleans(),
        fatf=st.sampled_from(["none", "black", "grey"]),
    ),
    weight_spread=st.floats(0, 3),
    overrides=st.lists(st.builds(Override, names, names, numbers, names), max_size=2).map(tuple),
)


@given(scenario=scenarios)
def test_that_what_is_saved_is_what_is_opened(tmp_path_factory, scenario):
    path = tmp_path_factory.mktemp("s") / "x.advisor.json"
    save_scenario(scenario, path)
    assert load_scenario(path) == scenario


def write(tmp_path, change):
    document = scenario_document(Scenario(home="GBR"))
    change(document)
    path = tmp_path / "broken.advisor.json"
    path.write_text(json.dumps(document), encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda d: d.update(headcount=0), "'headcount'"),
        (lambda d: d.update(headcount="many"), "'headcount'"),
        (lambda d: d.update(version=99), "the file has 99"),
        (lambda d: d.update(colour="red"), "'colour': this entry is not known"),
        (lambda d: d["theme_weights"].update(cost=-1), r"'theme_weights\.cost'"),
        (lambda d: d["must_haves"].update(fatf="pink"), r"'must_haves\.fatf'"),
        (lambda d: d["aggregation"].update(floor=2), r"'aggregation\.floor'"),
        (lambda d: d.pop("format"), "not a scenario file"),
    ],
)
def test_that_a_broken_entry_is_named_in_one_message(tmp_path, change, said):
    with pytest.raises(ScenarioFileError, match=said) as caught:
        load_scenario(write(tmp_path, change))
    assert "\n" not in str(caught.value)


def test_that_invalid_json_is_named_with_its_line(tmp_path):
    path = tmp_path / "x.advisor.json"
    path.write_text('{"format":\n oops}', encoding="utf-8")
    with pytest.raises(ScenarioFileError, match=r"x\.advisor\.json, line 2"):
        load_scenario(path)


def test_that_a_missing_file_and_binary_rubbish_are_named(tmp_path):
    with pytest.raises(ScenarioFileError, match="There is no file"):
        load_scenario(tmp_path / "none.advisor.json")
    path = tmp_path / "x.advisor.json"
    path.write_bytes(b"\xff\xfe\x00rubbish")
    with pytest.raises(ScenarioFileError, match="not UTF-8"):
        load_scenario(path)


def test_that_a_failed_save_leaves_the_old_file_and_no_litter(tmp_path, monkeypatch):
    path = tmp_path / "x.advisor.json"
    save_scenario(Scenario(name="old"), path)

    def no_space(descriptor):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", no_space)
    with pytest.raises(OSError, match="No space left"):
        save_scenario(Scenario(name="new"), path)
    assert load_scenario(path).name == "old"
    assert [entry.name for entry in tmp_path.iterdir()] == ["x.advisor.json"]


def test_that_the_example_opens_and_fits_the_default_pack(default_pack):
    from advisor.scenario.study.checks import check_scenario

    check_scenario(default_pack, load_scenario(EXAMPLE_SCENARIO))

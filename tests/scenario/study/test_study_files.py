"""Study files: what is saved is what is opened; a broken file is named with everything that is wrong."""

from __future__ import annotations

import datetime
import json
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor.core.aggregation import Aggregation
from advisor.core.screening import Bound
from advisor.paths import EXAMPLE_STUDY
from advisor.places.engagement import EngagementRule
from advisor.scenario.study.checks import check_study
from advisor.scenario.study.files import read_study, write_study
from advisor.scenario.study.json_reading import MOST_BYTES, StudyFileError
from advisor.scenario.study.own_data import OwnData, OwnFigure, OwnRate, OwnWage, Quote
from advisor.scenario.study.scenario import CostChange, MustHaves, Scenario
from advisor.scenario.study.study import Decision, PackVersion, PlanItem, Stakeholder, Study

names = st.text(st.characters(categories=("L", "N", "Zs", "P")), min_size=1, max_size=20)
numbers = st.floats(0, 1e6, allow_nan=False)
weights = st.dictionaries(names, numbers, max_size=3)
days = st.none() | st.dates(datetime.date(1990, 1, 1))
rising = st.tuples(numbers, numbers, numbers).map(sorted)
scenarios = st.builds(
    Scenario,
    name=names,
    home=st.sampled_from(["GBR", "USA", ""]),
    function=names,
    headcount=st.integers(1, 10_000),
    working_languages=st.lists(st.sampled_from(["en", "es"]), unique=True).map(tuple),
    hubs=st.dictionaries(names, names, max_size=2),
    engagement_rule=st.builds(EngagementRule, st.floats(0, 12), st.floats(0, 25_000), st.booleans()),
    theme_weights=weights,
    criterion_weights=weights,
    locked_themes=st.frozensets(names, max_size=3),
    locked_criteria=st.frozensets(names, max_size=3),
    aggregation=st.builds(Aggregation, st.sampled_from(["additive", "geometric"]), st.floats(0, 1)),
    must_haves=st.builds(
        MustHaves,
        engagement=st.frozensets(st.sampled_from(["onshore", "nearshore"]), min_size=1),
        bounds=st.lists(st.builds(Bound, names, st.sampled_from([">=", "<="]), numbers), max_size=2).map(
            tuple
        ),
        exclude_sanctioned=st.booleans(),
        fatf=st.sampled_from(["none", "black", "grey"]),
        advisory=st.integers(1, 4),
    ),
    weight_spread=st.floats(0, 3),
    cost_changes=st.lists(
        st.builds(lambda name, ends: CostChange(name, *ends), names, rising), max_size=2
    ).map(tuple),
)
origins = {"note": st.text(st.sampled_from("ab\n\té")), "author": names, "date": days}
own_data = st.builds(
    OwnData,
    figures=st.lists(st.builds(OwnFigure, names, names, numbers, **origins), max_size=2).map(tuple),
    wages=st.lists(
        st.builds(
            lambda ends, **rest: OwnWage(low=ends[0], amount=ends[1], high=ends[2], **rest),
            rising,
            location=names,
            currency=st.just("EUR"),
            per=st.sampled_from(["month", "year"]),
            occupation=names,
            **origins,
        ),
        max_size=2,
    ).map(tuple),
    rates=st.lists(
        st.builds(lambda ends, place: OwnRate(place, "attrition_pct", *ends), rising, names), max_size=2
    ).map(tuple),
    quotes=st.lists(
        st.builds(
            Quote, names, names, numbers, st.sampled_from(["hour", "month"]), st.just("USD"), names, **origins
        ),
        max_size=2,
    ).map(tuple),
)
studies = st.builds(
    lambda made, pick, **rest: Study(tuple(made), made[pick % len(made)].name, **rest),
    st.lists(scenarios, min_size=1, max_size=3, unique_by=lambda one: one.name),
    st.integers(0, 9),
    pack=st.builds(PackVersion, names, names),
    stakeholders=st.lists(
        st.builds(Stakeholder, names, numbers, weights, weights), max_size=2, unique_by=lambda one: one.name
    ).map(tuple),
    decisions=st.lists(
        st.builds(
            Decision,
            st.dates(),
            names,
            names,
            names,
            st.lists(names, max_size=2).map(tuple),
            st.none() | scenarios,
        ),
        max_size=1,
    ).map(tuple),
    own=own_data,
    plan=st.lists(
        st.builds(
            PlanItem,
            st.sampled_from(["pilot.scope", "ask.own-1", "risk.fixed-broadband", "leave.law"]),
            names,
            st.booleans(),
            st.booleans(),
        ),
        max_size=3,
        unique_by=lambda one: one.id,
    ).map(tuple),
)


@given(study=studies)
def test_that_what_is_saved_is_what_is_opened(tmp_path_factory, study):
    path = tmp_path_factory.mktemp("s") / "x.advisor"
    write_study(study, path)
    assert read_study(path) == study
    before = path.read_bytes()
    write_study(read_study(path), path)
    assert path.read_bytes() == before


def full_study() -> Study:
    own = OwnData(
        (OwnFigure("POL", "homicide", 0.7, date=datetime.date(2026, 11, 1)),),
        (OwnWage("POL", 9000.0, "PLN", "month", occupation="2512", low=8000.0, high=11000.0),),
        (OwnRate("POL", "attrition_pct", 10.0, 15.0, 20.0),),
        (Quote("POL", "sales", 25.0, "hour", "EUR", "Provider"),),
    )
    must = MustHaves(bounds=(Bound("overlap", ">=", 2.0),))
    scenario = Scenario(home="GBR", function="sales", must_haves=must, theme_weights={"cost": 2.0})
    decision = Decision(datetime.date(2026, 11, 2), "Ada", "because", "POL", ("DEU",), scenario)
    people = (Stakeholder("Ada", 2.0, {"cost": 3.0}),)
    return Study(
        (scenario, Scenario(name="Second")), scenario.name, PackVersion("P", "1"), people, (decision,), own
    )


def document_of(study: Study, tmp_path: Path) -> dict:
    path = tmp_path / "good.advisor"
    write_study(study, path)
    return json.loads(path.read_text(encoding="utf-8"))


def refusal(path: Path) -> str:
    with pytest.raises(StudyFileError) as caught:
        read_study(path)
    assert "\n" not in str(caught.value)
    return str(caught.value)


def put(document: dict, place: str, value: object) -> None:
    *parents, last = [int(part) if part.isdecimal() else part for part in place.split("/")]
    for part in parents:
        document = document[part]
    document[last] = value


@pytest.mark.parametrize(
    ("place", "value", "said"),
    [
        ("scenarios/0/headcount", 0, "scenarios[0].headcount: 0 is below 1"),
        ("scenarios/0/headcount", "many", "scenarios[0].headcount: 'many' is not a whole number"),
        ("scenarios/1/years", 11, "scenarios[1].years: 11 is above 10"),
        ("scenarios/0/taste", "red", "scenarios[0].taste: this entry is not known"),
        ("scenarios/0/co\nlour", "red", "scenarios[0].co?lour: this entry is not known"),
        ("scenarios/0/theme_weights/cost", -1, "scenarios[0].theme_weights.cost: -1 is below 0"),
        ("scenarios/0/theme_weights/cost", 1e308, "theme_weights.cost: 1e+308 is above 1e+09"),
        ("scenarios/0/must_haves/fatf", "pink", "must_haves.fatf: 'pink' is none of"),
        ("scenarios/0/must_haves/bounds/0/limit", 1e300, "bounds[0].limit: 1e+300 is above 1e+15"),
        ("scenarios/0/must_haves/engagement", [], "allow at least one"),
        ("scenarios/0/aggregation/method", "median", "aggregation: There is no aggregation 'median'"),
        ("scenarios/0/aggregation/floor", 2, "scenarios[0].aggregation.floor: 2 is above 1"),
        ("scenarios/0/engagement_rule/max_clock_hours", 13, "max_clock_hours: 13 is above 12"),
        ("scenarios/0/weight_spread", 4, "scenarios[0].weight_spread: 4 is above 3"),
        ("scenarios/0/name", "x" * 201, "scenarios[0].name: the text is longer than 200 letters"),
        ("scenarios/0/name", "a\x07b", "control characters"),
        ("scenarios/0/name", "Second", "two scenarios are called 'Second'"),
        ("scenarios/0/working_languages", ["en"] * 1001, "working_languages: there are more than"),
        ("scenarios/0/currency", "euro", "scenarios[0].currency: 'euro' is not of the form"),
        ("scenarios", [], "scenarios: at least 1 is needed"),
        ("active", "Third", "there is no scenario 'Third' to be active"),
        ("own/figures/0/value", 1e20, "own.figures[0].value: 1e+20 is above 1e+15"),
        ("own/figures/0/date", "yesterday", "own.figures[0].date"),
        ("own/wages/0/low", 9500.0, "own.wages[0]: low, likely and high must rise"),
        ("own/wages/0/function", "sales", "own.wages[0]: a wage is either of an occupation or of a function"),
        ("own/wages/0/per", "week", "own.wages[0].per: 'week' is none of"),
        ("own/rates/0/high", 1, "own.rates[0]: low, likely and high must rise"),
        ("own/quotes/0/price", -1, "own.quotes[0].price: -1 is below 0"),
        ("own/quotes/0/note", "x" * 10_001, "own.quotes[0].note: the text is longer than 10,000 letters"),
        ("stakeholders/0/importance", -1, "stakeholders[0].importance: -1 is below 0"),
        ("decisions/0/scenario/headcount", 0, "decisions[0].scenario.headcount: 0 is below 1"),
        ("plan", [{"id": "Pilot"}], "plan[0].id: 'Pilot' is not of the form"),
        ("plan", [{"id": "pilot.a", "text": "x" * 10_001}], "plan[0].text: the text is longer than"),
        ("plan", [{"id": "pilot.a"}] * 2, "two entries of the plan are called 'pilot.a'"),
        ("plan", [{"id": "pilot.a"}] * 1001, "plan: there are more than"),
    ],
)
def test_that_an_entry_that_cannot_be_is_named_with_its_place(tmp_path, place, value, said):
    document = document_of(full_study(), tmp_path)
    put(document, place, value)
    path = tmp_path / "broken.advisor"
    path.write_text(json.dumps(document), encoding="utf-8")
    text = refusal(path)
    assert said in text
    assert text.startswith("broken.advisor cannot be opened: ")
    assert text.endswith("Correct it in the file, or restore an earlier copy.")


def test_that_everything_that_is_wrong_is_named_at_once_up_to_a_limit(tmp_path):
    document = document_of(full_study(), tmp_path)
    put(document, "scenarios/0/headcount", 0)
    put(document, "scenarios/1/year", 1492)
    put(document, "own/figures/0/value", "much")
    path = tmp_path / "broken.advisor"
    path.write_text(json.dumps(document), encoding="utf-8")
    text = refusal(path)
    for said in ("[0].headcount: 0 is", "[1].year: 1492 is", "figures[0].value: 'much' is not a number"):
        assert said in text
    put(document, "scenarios/0/theme_weights", {f"t{n}": -1 for n in range(50)})
    path.write_text(json.dumps(document), encoding="utf-8")
    text = refusal(path)
    assert "and 45 more" in text
    assert len(text) < 1000


TOO_LONG = "scenarios[0].headcount: a number of more than 30 digits is above 100,000"


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('"headcount": 50', f'"headcount": 1{"0" * 400}', TOO_LONG),
        ('"headcount": 50', f'"headcount": {"9" * 5000}', TOO_LONG),
        ('"weight_spread": 0.3', '"weight_spread": NaN', "weight_spread: nan is not a number to count with"),
        ('"weight_spread": 0.3', '"weight_spread": Infinity', "weight_spread: inf is not a number"),
        ('"weight_spread": 0.3', '"weight_spread": 1e400', "weight_spread: inf is not a number"),
        ('"home": "GBR"', '"home": "\\ud800"', "scenarios[0].home holds half a character"),
        ('"home": "GBR"', '"home": "GBR", "home": "USA"', "'home' stands twice in the same place"),
        ('"home": "GBR"', '"home": ' + "[" * 100_000, "nested too deeply"),
        ('"home": "GBR"', '"home": ' + "[" * 900 + "]" * 900, "nested too deeply"),
        ('"version": 2', '"version": 3', "reads versions 1 to 2, the file has 3. Update Location Advisor"),
        ('"version": 2', f'"version": {"9" * 5000}', "a far higher one"),
        ('"version": 2', '"version": "2"', "its version is not a whole number"),
        ('"version": 2', '"version": true', "its version is not a whole number"),
        ("location-advisor-study", "location-advisor-scenario", "it is not a study"),
        ('"location-advisor-study"', "[]", "it is not a study"),
        ("location-advisor-study", "other", 'it lacks "format": "location-advisor-study"'),
    ],
)
def test_that_what_json_allows_and_a_study_does_not_is_refused(tmp_path, old, new, said):
    path = tmp_path / "x.advisor"
    write_study(Study.of(Scenario(home="GBR")), path)
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    refused = refusal(path)
    assert said in refused
    assert "at least" not in refused  # a list is not too short because its only entry is wrong


def test_that_invalid_json_is_named_with_its_line(tmp_path):
    path = tmp_path / "x.advisor"
    path.write_text('{"format":\n oops}', encoding="utf-8")
    assert "x.advisor, line 2, is not valid JSON" in refusal(path)


def test_that_a_missing_file_and_binary_rubbish_are_named(tmp_path):
    assert "There is no file" in refusal(tmp_path / "none.advisor")
    path = tmp_path / "x.advisor"
    path.write_bytes(b"\xff\xfe\x00rubbish")
    assert "not UTF-8" in refusal(path)


@pytest.mark.skipif(os.name == "nt", reason="pipes have no files there")
def test_that_a_pipe_a_device_and_a_folder_are_refused_at_once(tmp_path):
    os.mkfifo(tmp_path / "pipe.advisor")
    assert "is a folder, pipe or device" in refusal(tmp_path / "pipe.advisor")
    assert "is a folder, pipe or device" in refusal(Path("/dev/zero"))
    assert "is a folder, pipe or device" in refusal(tmp_path)


def test_that_a_file_too_large_to_be_a_study_is_refused_without_reading_it(tmp_path):
    path = tmp_path / "huge.advisor"
    with path.open("wb") as file:
        file.truncate(MOST_BYTES + 1)
    assert f"larger than {MOST_BYTES // 1024**2} MB" in refusal(path)


def test_that_a_failed_save_leaves_the_old_file_and_no_litter(tmp_path, monkeypatch):
    path = tmp_path / "x.advisor"
    write_study(Study.of(Scenario(name="old")), path)

    def no_space(descriptor):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", no_space)
    with pytest.raises(OSError, match="No space left"):
        write_study(Study.of(Scenario(name="new")), path)
    assert read_study(path).scenario.name == "old"
    assert [entry.name for entry in tmp_path.iterdir()] == ["x.advisor"]


def test_that_the_example_opens_and_fits_the_default_pack(default_pack):
    check_study(default_pack, read_study(EXAMPLE_STUDY))


def test_that_a_study_without_a_travel_advisory_takes_the_default(tmp_path):
    """Studies that were saved before there was a limit leave out "do not travel" as new ones do."""
    path = tmp_path / "old.advisor"
    document = json.loads(EXAMPLE_STUDY.read_text(encoding="utf-8"))
    del document["scenarios"][0]["must_haves"]["advisory"]
    path.write_text(json.dumps(document), encoding="utf-8")
    assert read_study(path).scenario.must_haves.advisory == 3

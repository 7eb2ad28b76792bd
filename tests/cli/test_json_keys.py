"""What scripts read: no key that a command's JSON has goes away or is called otherwise."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest

from advisor.cli.main import main
from advisor.paths import EXAMPLES

WORK = ("--home", "USA", "--function", "customer-support")
WORKSHOP, TEAM = str(EXAMPLES / "workshop.advisor"), str(EXAMPLES / "strategy-team.advisor")
ENDS, TENTHS, FLAG = "low likely high", "p10 p50 p90", "kind severity text detail as_of source_id"
PLACE, FACT = "name id hours weekend hubs", "label value unit year source note"
CHECK = "location occupation income_group titles figures error ratio"
# Places in a document, "[]" for every entry of a list, with the keys that are there at least. Where keys are
# ids of data, only what holds them is named.
RANK = {
    "": "pack scenario weights method ranking excluded",
    "pack": "name version",
    "scenario": "name home function industry headcount format version pack theme_weights criterion_weights "
    "locked_themes locked_criteria aggregation must_haves overrides hubs engagement_rule home_hours "
    "site_hours wanted_overlap service_window customer_languages delivery cost_changes currency "
    "prices weight_spread",
    "scenario.aggregation": "method floor",
    "scenario.engagement_rule": "max_clock_hours max_distance_km same_region_is_near",
    "scenario.must_haves": "bounds engagement exclude_sanctioned fatf advisory",
    "scenario.must_haves.bounds[]": "column criterion op limit",
    "weights": "themes criteria",
    "method": "aggregation minimum_coverage ranks unknown_cells value_functions",
    "ranking[]": "rank id name engagement flags score score_worst score_best coverage contributions values "
    "imputed",
    "ranking[].flags[]": FLAG,
    "excluded[]": "id name status reasons flags",
    "excluded[].flags[]": FLAG,
}
COST = {
    "": "home location terms base_wage_month_usd wage_month_usd price_hour_usd loaded_year_usd lines "
    "run_rate_year_per_fte_usd one_off_usd total_usd total_year_per_fte_usd saving_pct saving_usd npv_usd "
    "payback_month payback_month_band probability_of_saving wage_only_saving_pct wage_only_leaves_out "
    "as_you_are in_currency room_to_hire",
    "terms": "delivery head_count prices years",
    "as_you_are": "basis run_rate_year_per_fte_usd total_usd",
    "lines[]": "id label low likely high basis source_ids",
    "in_currency": "currency per_usd year source_id wage_month price_hour run_rate_year_per_fte one_off "
    "total total_year_per_fte saving npv",
    "room_to_hire": "enough most_pct workforce_pct note",
    **dict.fromkeys(("base_wage_month_usd", "wage_month_usd", "price_hour_usd", "loaded_year_usd"), ENDS),
    **dict.fromkeys(("run_rate_year_per_fte_usd", "one_off_usd", "total_usd", "saving_pct"), TENTHS),
    **dict.fromkeys(("total_year_per_fte_usd", "saving_usd", "npv_usd", "payback_month_band"), TENTHS),
    **dict.fromkeys(("in_currency.wage_month", "in_currency.price_hour"), ENDS),
    **dict.fromkeys((f"in_currency.{one}" for one in ("one_off", "total", "saving", "npv")), TENTHS),
}
DOCUMENTS: dict[str, tuple[tuple[str, ...], dict[str, str]]] = {
    "rank": (("rank", *WORK, "--format", "json"), RANK),
    "rank with certainty": (
        ("rank", *WORK, "--robustness", "--draws", "100", "--format", "json"),
        {
            **RANK,
            "method.robustness": "method draws seed spread rank_interval",
            "ranking[]": f"{RANK['ranking[]']} p_first p_top3 rank_low rank_high",
        },
    ),
    "explain": (
        ("explain", "ZAF", "IND", *WORK, "--json"),
        {
            "": "a b difference sentence contributions themes flips theme_flips smallest_change likelihood",
            **dict.fromkeys("ab", "id name rank score status"),
            "contributions[]": "criterion theme weight value_a value_b contribution",
            "themes[]": "theme contribution",
            "flips[]": "criterion weight_now weight_needed",
            "theme_flips[]": "theme weight_now weight_needed",
            "smallest_change": "distance changes",
            "smallest_change.changes[]": "weight_now weight_needed",
            "likelihood": "a_higher b_higher draws seed spread",
        },
    ),
    "cost of one": (("cost", *WORK, "--location", "PHL", "--currency", "EUR", "--json"), COST),
    "cost of all": (
        ("cost", *WORK, "--json"),
        {
            "[]": "location name currency wage_month price_hour loaded_year one_off_p50 "
            "total_year_per_fte_p10 total_year_per_fte_p50 total_year_per_fte_p90 saving_pct_p10 "
            "saving_pct_p50 saving_pct_p90 wage_only_saving_pct probability_of_saving payback_month npv_p50",
        },
    ),
    "parameters of cost": (
        ("cost", *WORK, "--parameters", "--json"),
        {"[]": "id label low likely high unit base applies basis source_ids note published"},
    ),
    "quote": (
        ("quote", *WORK, "--location", "PHL", "--price", "11", "--unit", "hour", "--json"),
        {
            "": "home location function head_count quote price_hour price_hour_usd should_cost_hour "
            "should_cost_hour_usd provider_cost_hour position implied_margin productive_hours_year currency "
            "question",
            "quote": "price unit currency",
            **dict.fromkeys(("should_cost_hour", "should_cost_hour_usd", "implied_margin"), ENDS),
            "provider_cost_hour": ENDS,
        },
    ),
    "overlap in a year": (
        ("overlap", "GBR", "IND", "--year", "2027", "--cover", "08:00-20:00", "--reach", "4", "--json"),
        {
            "": "home site year hours_per_home_day lowest_hub highest_hub cover reach",
            **dict.fromkeys(("home", "site"), PLACE),
            **dict.fromkeys(("home.hubs[]", "site.hubs[]"), "name zone"),
            "cover": "window window_hours hub year percent lowest_hub_percent highest_hub_percent "
            "covered_hours closed by_hub",
            "cover.by_hub[]": "name percent",
            "reach": "hub year wanted_hours hours hours_per_home_day minutes_moved night_hours reached "
            "by_hub",
            "reach.by_hub[]": "name hours hours_per_home_day minutes_moved night_hours reached",
        },
    ),
    "overlap on a day": (
        ("overlap", "GBR", "IND", "--on", "2027-03-15", "--json"),
        {"": "home site on minutes", **dict.fromkeys(("home", "site"), PLACE), "site.hubs[]": "name zone"},
    ),
    "profile": (
        ("profile", "GBR", "POL", "--from", "2027-01-01", "--json"),
        {
            "": "home site orientation sections sources",
            "sections": "time calendar language affinity law distance",
            **{f"sections.{one}[]": FACT for one in ("time", "calendar", "language", "affinity", "law")},
            "sections.distance[]": FACT,
            "sources.geonames": "publisher dataset edition licence",
        },
    ),
    "functions": (
        ("functions", "--json"),
        {"[]": "id label office reason theme_weights criterion_weights"},
    ),
    "criteria": (
        ("criteria", "--json"),
        {"[]": "id label theme unit direction worst best weight computed description"},
    ),
    "locations": (("locations", "--json"), {"[]": "id name iso3 region lat lon tz"}),
    "check of pay": (
        ("pack", "validation", "--json"),
        {
            "": "by_occupation by_income_group worst checks",
            **dict.fromkeys(("by_occupation[]", "by_income_group[]"), "name count error bias"),
            **dict.fromkeys(("worst[]", "checks[]"), CHECK),
        },
    ),
    "group": (
        ("group", WORKSHOP, "--json"),
        {
            "": "scenario people weights ranking borda kendall_w agreement divides least_regret nearest "
            "farthest compromise findings",
            "people[]": "name importance has_weighed weights first ranks distance leader_without",
            **dict.fromkeys(("weights", "people[].weights"), "themes criteria"),
            "ranking[]": "rank id name score",
            "borda[]": "rank id name points",
            "least_regret[]": "rank id name worst_regret",
            "divides[]": "theme spread points highest lowest shares",
            "compromise": "theme share kendall_w leader firsts",
        },
    ),
    "scenarios": (
        ("scenarios", WORKSHOP, "--json"),
        {
            "": "active chosen scenarios",
            "scenarios[]": "name active colour home function headcount leader leader_name ranked",
        },
    ),
    "comparison of scenarios": (
        ("compare-scenarios", TEAM, "Anywhere, by a provider", "Nearshore only", "--json"),
        {
            "": "a b top leader distance sentence explanation differences steps ranking",
            "differences[]": "assumption a b",
            "steps[]": "assumption key text share explained distance_before distance_after leader "
            "leader_name",
            "ranking[]": "id name rank_a rank_b score_a score_b",
        },
    ),
    "centroid weights": (("weights", "roc", "a,b", "--json"), {"": "method note weights"}),
}


def places(document: Any, path: str) -> Iterator[Any]:
    """What stands at a place."""
    first, _, rest = path.partition(".")
    if not path:
        yield document
    elif first == "[]":
        yield from document
    else:
        name, is_list = first.removesuffix("[]"), first.endswith("[]")
        for one in document[name] if is_list else [document[name]]:
            yield from places(one, rest)


@pytest.mark.parametrize("name", DOCUMENTS)
def test_that_json_has_every_key_that_it_had(capfdbinary, name):
    arguments, wanted = DOCUMENTS[name]
    assert main(list(arguments)) == 0
    document = json.loads(capfdbinary.readouterr().out)
    for path, keys in wanted.items():
        found = list(places(document, path))
        assert found, path
        for one in found:
            assert set(keys.split()) - set(one) == set(), path


def test_that_json_of_a_check_of_a_pack_has_every_key_that_it_had(capfdbinary, write_pack):
    folder = write_pack(locations="id;name\na;Alpha\nb;Beta\nc;Gamma\n")
    assert main(["pack", "check", str(folder), "--json"]) == 0
    document = json.loads(capfdbinary.readouterr().out)
    assert {"ok", "problems"} <= set(document)
    assert {"file", "line", "column", "message", "cure", "severity"} <= set(document["problems"][0])


def test_that_json_of_a_matrix_has_every_key_that_it_had(capfdbinary, tmp_path):
    path = tmp_path / "m.csv"
    path.write_text(",a,b,c\na,1,2,6\nb,1/2,1,3\nc,1/6,1/3,1\n", encoding="utf-8")
    assert main(["weights", "ahp", str(path), "--json"]) == 0
    keys = "method weights largest_eigenvalue consistency_index random_index consistency_ratio consistent"
    assert {*keys.split(), "most_inconsistent", "note"} <= set(json.loads(capfdbinary.readouterr().out))

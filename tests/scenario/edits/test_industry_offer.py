"""Must-haves that an industry asks for."""

from __future__ import annotations

from dataclasses import replace

from advisor.places.industries import INDUSTRIES
from advisor.scenario.edits.industry_offer import stricter_must_haves
from advisor.scenario.study.defaults import default_scenario


def test_that_the_general_industry_asks_for_nothing_more(default_pack):
    scenario = default_scenario(default_pack)
    assert stricter_must_haves(default_pack, scenario) == (scenario.must_haves, ())


def test_that_finance_adds_both_fatf_lists_and_lawful_data_transfer(default_pack):
    scenario = replace(default_scenario(default_pack), industry="finance")
    must, reasons = stricter_must_haves(default_pack, scenario)
    assert must.fatf == "grey"
    assert must.limit("data_transfer", ">=") == 50
    assert len(reasons) == 2
    again = replace(scenario, must_haves=must)
    assert stricter_must_haves(default_pack, again) == (must, ())


def test_that_no_industry_loosens_a_must_have(default_pack):
    start = default_scenario(default_pack)
    bounds = start.must_haves.with_limit("data_transfer", ">=", 100.0)
    strict = replace(start.must_haves, bounds=bounds, fatf="grey", exclude_sanctioned=True)
    for industry in INDUSTRIES:
        scenario = replace(start, industry=industry, must_haves=strict)
        assert stricter_must_haves(default_pack, scenario) == (strict, ())

"""``location-advisor cost``: the total cost of an engagement, for one location in full or for all."""

from __future__ import annotations

import argparse
import math
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from advisor.cli.cost.own_options import add_own_options, own_from
from advisor.cli.errors import CommandError
from advisor.cli.options.locations import home_named, location_named
from advisor.cli.options.scenario_options import add_pack_option, open_pack, with_options
from advisor.cli.options.study_file import open_study
from advisor.cli.printing import emit, json_text, table_text
from advisor.costs.currency import ExchangeRate
from advisor.costs.detail import CostDetail
from advisor.costs.parameters import ParameterError, parse_assignment
from advisor.costs.results import CostResult, Quantiles
from advisor.costs.summary import cost_summary, month, overview_rows
from advisor.costs.terms import MAX_YEARS
from advisor.datapack.schema import DataPack
from advisor.places.workforce import MOST_TO_HIRE_PERCENT
from advisor.scenario.cost.cost_model import CostModel, EngagementCosts
from advisor.scenario.ranking.assessment import Assessment, Assessor
from advisor.scenario.study.checks import check_scenario
from advisor.scenario.study.problems import ScenarioError
from advisor.scenario.study.scenario import CostChange, Scenario
from advisor.views.cost.cost_texts import years_text
from advisor.views.cost.months import month_number
from advisor.words.formatting import (
    UNKNOWN,
    chance_text,
    in_sentence,
    number_text,
    percent_range,
    percent_text,
    range_text,
)
from advisor.words.locale import digits
from advisor.words.translation import mark, t, tc, tn

_OPTIONS = ("function", "headcount", "years", "delivery", "prices", "currency")

EXAMPLES = mark("""examples:
  location-advisor cost --home GBR --location POL --function finance-accounting
  location-advisor cost --home USA --location PHL --function customer-support --headcount 200 --json
  location-advisor cost --home USA --function sales --currency EUR --delivery captive
  location-advisor cost --home GBR --location PHL --function customer-support --own-wage 27000 --currency GBP
  location-advisor cost --home USA --location MEX --function customer-support --own-cost 62000
  location-advisor cost --home GBR --location ZAF --function sales --set attrition_pct=20 selection_pct=1:2:3
""")


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the options of the command."""
    parser.add_argument(
        "--scenario", type=Path, metavar="FILE", help=t("take what is not given here from a file")
    )
    parser.add_argument(
        "--scenario-name",
        metavar="NAME",
        help=t("the scenario of the file to take (default: the active one)"),
    )
    parser.add_argument("--home", metavar="COUNTRY", help=t("home country: GBR, UK, Germany, ..."))
    parser.add_argument(
        "--location", metavar="ISO3", help=t("where the work is done (default: all, as a table)")
    )
    parser.add_argument("--function", metavar="ID", help=t("business function"))
    parser.add_argument("--headcount", type=int, metavar="N", help=t("people (default 50)"))
    parser.add_argument(
        "--years", type=int, metavar="N", help=t("horizon, 1 to {max_years} (default 5)", max_years=MAX_YEARS)
    )
    parser.add_argument("--delivery", choices=("provider", "captive"), help=t("default: provider"))
    parser.add_argument(
        "--prices", choices=("real", "nominal"), help=t("today's prices (default) or each year's")
    )
    parser.add_argument("--currency", metavar="CODE", help=t("ISO 4217 code (default USD)"))
    parser.add_argument(
        "--set",
        nargs="+",
        action="extend",
        default=[],
        metavar="PARAMETER=VALUE",
        help=t("own rate: a number or LOW:LIKELY:HIGH; see 'location-advisor cost --parameters'"),
    )
    add_own_options(parser)
    parser.add_argument("--parameters", action="store_true", help=t("list the parameters with their basis"))
    parser.add_argument("--json", action="store_true", help=t("JSON for scripts"))
    add_pack_option(parser)


def run(options: argparse.Namespace) -> int:
    """Compute and print.

    Raises:
        CommandError: bad input.
    """
    pack = open_pack(options.pack)
    assessor = Assessor(pack)
    model = assessor.cost_model
    if model is None:
        raise CommandError(t("The data pack {name} has no wages, so it knows no costs.", name=pack.title))
    try:
        scenario = _scenario(options, pack)
        own = open_study(options.scenario, options.scenario_name, pack).own
        own = own_from(options, scenario, own, model.rate(scenario.currency).per_usd)
        check_scenario(pack, scenario, own)
        assessment = assessor.assess(scenario, own)
        pack, model = assessment.pack, assessment.cost_model or model
        costs = model.of(scenario, own)
        if options.parameters:
            emit(_parameters(costs, as_json=options.json))
            return 0
        if options.location is None:
            emit(_overview(costs, model.rate(scenario.currency), pack, as_json=options.json))
            return 0
        location_id = location_named(pack, options.location)
        room = _room_to_hire(assessment, location_id)
        emit(_one(costs, model, scenario, pack, location_id, room, as_json=options.json))
    except (ScenarioError, ParameterError) as error:
        raise CommandError(str(error)) from error
    return 0


def _scenario(options: argparse.Namespace, pack: DataPack) -> Scenario:
    scenario = open_study(options.scenario, options.scenario_name, pack).scenario
    if options.scenario is None and not options.parameters:
        for name in ("home", "function"):
            if getattr(options, name) is None:
                raise CommandError(t("--{name} is missing. See 'location-advisor cost --help'.", name=name))
    if options.home is not None:
        scenario = replace(scenario, home=home_named(pack, options.home))
    scenario = with_options(scenario, options, {name: name for name in _OPTIONS})
    changes = {change.parameter: change for change in scenario.cost_changes}
    for text in options.set:
        name, value = parse_assignment(text)
        low, likely, high = value if isinstance(value, tuple) else (value, value, value)
        changes[name] = CostChange(name, low, likely, high)
    return replace(scenario, cost_changes=tuple(changes.values()))


def _one(
    costs: EngagementCosts,
    model: CostModel,
    scenario: Scenario,
    pack: DataPack,
    location: str,
    room: _Room | None,
    *,
    as_json: bool,
) -> str:
    costs = costs.beside_home(location)
    result, detail = costs.result, costs.detail(location)
    rate = model.rate(scenario.currency)
    if as_json:
        summary = cost_summary(costs.inputs, result, detail, rate)
        return json_text(summary | {"room_to_hire": None if room is None else room.plain()})
    return _report(scenario, pack, result, detail, rate, model.price_year, room)


def _report(
    scenario: Scenario,
    pack: DataPack,
    result: CostResult,
    detail: CostDetail,
    rate: ExchangeRate,
    price_year: int,
    room: _Room | None,
) -> str:
    shown, lines = result.in_currency(rate.currency, rate.per_usd), detail.in_currency(rate.per_usd)
    row = result.location_ids.index(detail.location_id)
    home, place = pack.location(scenario.home).name, pack.location(detail.location_id).name
    label = pack.functions[scenario.function].label
    currency = rate.currency
    if scenario.prices == "real":
        money = t("{currency} in prices of {year}", currency=currency, year=price_year)
    else:
        money = t("{currency} in prices of each year", currency=currency)
    told = {"work": label, "home": home, "place": place, "money": money}
    told |= {
        "people": tn("{count} person", "{count} people", scenario.headcount),
        "years": years_text(scenario.years),
    }
    if scenario.delivery == "captive":
        head = t("{work} for {home:the} in {place:the}: {people}, {years}, own centre, {money}", **told)
    else:
        head = t("{work} for {home:the} in {place:the}: {people}, {years}, provider, {money}", **told)
    if math.isnan(float(result.total.p50[row])):
        unknown = t("The cost is unknown: a wage or the distance is missing here or at home.")
        return f"{head}\n\n{unknown}\n"
    wage_only = float(result.wage_only_saving_pct[row]) / 100
    facts = [
        (t("Total per person and year"), _money(shown.total_year_per_fte, row)),
        (t("Running cost per person and year"), _money(shown.run_rate, row)),
        (t("Price per productive hour"), _hour(shown.price_hour, row)),
        (t("Wage as paid, a month"), _money(shown.wage_month, row)),
        (t("One-off cost"), _money(shown.one_off, row)),
        (t("Total"), _money(shown.total, row)),
        (
            t("Saving against as you are"),
            t(
                "{amount} ({share})",
                amount=_money(shown.saving, row),
                share=_percent(result.saving_pct, row),
            ),
        ),
        (t("Probability of any saving"), chance_text(float(result.probability_of_saving[row]))),
        (t("Payback month"), _payback(result.payback_month, row)),
        (t("Net present value of the saving"), _money(shown.npv, row)),
        (
            t("Wage-only saving"),
            t("{share}, which leaves out:", share=percent_text(wage_only)),
        ),
    ]
    if room is not None and not room.is_enough:
        share = percent_text(room.workforce_pct / 100)
        facts.append((t("Room to hire"), t("not enough: {share} of who does such work there", share=share)))
    width = max(len(name) for name, _ in facts)
    text = "".join(f"{name:<{width}}  {value}\n" for name, value in facts)
    text += f"{'':<{width}}  {', '.join(in_sentence(name) for name in detail.left_out)}\n\n"
    over = t("{currency} over {years}", currency=currency, years=years_text(scenario.years))
    return f"{head}\n\n{text}{_lines(lines, over)}"


def _lines(detail: CostDetail, heading: str) -> str:
    rows = [
        (
            each.line.label,
            range_text(each.low, each.high) if each.high else "0",
            number_text(each.likely),
            number_text(each.at_home),
            each.basis,
            ", ".join(each.source_ids),
        )
        for each in detail.lines
    ]
    figures = (t("P10\N{EN DASH}P90"), t("Likely"), t("At home"))
    return table_text(
        [
            (heading, "left"),
            *((name, "right") for name in figures),
            (t("Basis"), "left"),
            (t("Sources"), "left"),
        ],
        rows,
    )


def _overview(costs: EngagementCosts, rate: ExchangeRate, pack: DataPack, *, as_json: bool) -> str:
    result = costs.result.in_currency(rate.currency, rate.per_usd)
    rows = overview_rows(result)
    for entry in rows:
        entry["name"] = pack.location(entry["location"]).name
    if as_json:
        return json_text(rows)
    columns = (
        t("{currency}/FTE/year", currency=rate.currency),
        t("Saving"),
        t("Any saving"),
        t("Payback month"),
        t("Wages only"),
    )
    cells = [
        (
            entry["name"],
            _range(entry, "total_year_per_fte"),
            _span(entry["saving_pct_p10"], entry["saving_pct_p90"]),
            UNKNOWN
            if entry["probability_of_saving"] is None
            else chance_text(entry["probability_of_saving"]),
            UNKNOWN if entry["payback_month"] is None else _month_text(entry["payback_month"]),
            UNKNOWN
            if entry["wage_only_saving_pct"] is None
            else percent_text(entry["wage_only_saving_pct"] / 100),
        )
        for entry in rows
    ]
    return table_text([(t("Location"), "left"), *((name, "right") for name in columns)], cells)


def _parameters(costs: EngagementCosts, *, as_json: bool) -> str:
    parameters = costs.parameters
    if as_json:
        return json_text(
            [
                {
                    "id": p.id,
                    "label": p.label,
                    "low": p.low,
                    "likely": p.likely,
                    "high": p.high,
                    "unit": p.unit,
                    "base": p.base,
                    "applies": p.applies,
                    "basis": p.basis,
                    "source_ids": list(p.source_ids),
                    "note": p.note,
                    "published": list(p.published),
                }
                for p in parameters.values()
            ]
        )
    rows = [
        (p.id, f"{p.low:g}", f"{p.likely:g}", f"{p.high:g}", p.unit, p.base, p.applies, p.basis, p.label)
        for p in parameters.values()
    ]
    ends = (t("Low"), t("Likely"), t("High"))
    words = (t("Unit"), tc("column heading", "Of"), t("Applies to"), t("Basis"), t("Name"))
    return table_text(
        [(t("Id"), "left"), *((name, "right") for name in ends), *((name, "left") for name in words)], rows
    )


def _money(quantiles: Quantiles, row: int) -> str:
    p10, p50, p90 = (float(getattr(quantiles, name)[row]) for name in ("p10", "p50", "p90"))
    return t(
        "{middle} ({low} to {high})", middle=number_text(p50), low=number_text(p10), high=number_text(p90)
    )


@dataclass(frozen=True, slots=True)
class _Room:
    """The head count beside who does such work there.

    Attributes:
        workforce_pct: the head count in % of them.
        most_pct: from here on nobody can hire so many.
        note: what that rests on.
    """

    workforce_pct: float
    most_pct: float
    note: str

    @property
    def is_enough(self) -> bool:
        return self.workforce_pct <= self.most_pct

    def plain(self) -> dict[str, Any]:
        return {
            "workforce_pct": self.workforce_pct,
            "most_pct": self.most_pct,
            "enough": self.is_enough,
            "note": self.note,
        }


def _room_to_hire(assessment: Assessment, location: str) -> _Room | None:
    """Whether the location can staff the work; None where nothing is known."""
    row, cells = assessment.evaluation.row(location), assessment.cells
    for column, criterion in enumerate(assessment.evaluation.criteria):
        if criterion.computed == "room_to_hire" and not math.isnan(cells.values[row, column]):
            note = str(cells.notes[row, column])
            return _Room(float(cells.values[row, column]), MOST_TO_HIRE_PERCENT, note)
    return None


def _hour(quantiles: Quantiles, row: int) -> str:
    p10, p50, p90 = (float(getattr(quantiles, name)[row]) for name in ("p10", "p50", "p90"))
    return t("{middle} ({low} to {high})", middle=digits(p50, 2), low=digits(p10, 2), high=digits(p90, 2))


def _percent(quantiles: Quantiles, row: int) -> str:
    return _span(float(quantiles.p10[row]), float(quantiles.p90[row]))


def _span(low: float | None, high: float | None) -> str:
    return UNKNOWN if low is None or high is None else percent_range(low / 100, high / 100)


def _share(percent: float | None) -> str:
    return UNKNOWN if percent is None else percent_text(percent / 100)


def _payback(quantiles: Quantiles, row: int) -> str:
    middle = month(float(quantiles.p50[row]))
    best, worst = (month(float(getattr(quantiles, name)[row])) for name in ("p10", "p90"))
    return t(
        "{middle} ({low} to {high})",
        middle=_month_text(middle),
        low=_month_text(best),
        high=_month_text(worst),
    )


def _month_text(value: Any) -> str:
    if value is None:
        return UNKNOWN
    return month_number(math.inf) if isinstance(value, str) else digits(value)


def _range(entry: dict[str, Any], name: str) -> str:
    low, high = entry[f"{name}_p10"], entry[f"{name}_p90"]
    return UNKNOWN if low is None or high is None else range_text(low, high)

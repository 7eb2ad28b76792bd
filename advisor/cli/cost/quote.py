"""``location-advisor quote``: where a provider's quote stands, which margin it implies, and what to ask."""

from __future__ import annotations

import argparse
from dataclasses import replace
from typing import Any

from advisor.cli.cost.own_options import add_own_options, own_from
from advisor.cli.errors import CommandError
from advisor.cli.options.locations import home_named, location_named
from advisor.cli.options.scenario_options import add_pack_option, open_pack
from advisor.cli.printing import emit, json_text
from advisor.costs.currency import ExchangeRate
from advisor.costs.quotes import QuoteCheck, Unit
from advisor.datapack.schema import DataPack
from advisor.scenario.ranking.assessment import Assessor
from advisor.scenario.study.checks import check_scenario
from advisor.scenario.study.defaults import default_scenario
from advisor.scenario.study.problems import ScenarioError
from advisor.scenario.study.scenario import Scenario
from advisor.views.cost.quote_words import question, quote_lines
from advisor.words.translation import mark, t

EXAMPLES = mark("""examples:
  location-advisor quote --home USA --location PHL --function customer-support --price 11 --unit hour
  location-advisor quote --home GBR --location POL --function finance-accounting --price 3200 --unit month \\
      --currency EUR --headcount 20 --json
""")


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the options of the command."""
    parser.add_argument("--home", required=True, metavar="PLACE", help=t("home country"))
    parser.add_argument("--location", required=True, metavar="PLACE", help=t("where the work would be done"))
    parser.add_argument("--function", required=True, metavar="ID", help=t("business function"))
    parser.add_argument(
        "--price", required=True, type=float, metavar="P", help=t("quoted price of one person")
    )
    parser.add_argument(
        "--unit",
        choices=tuple(unit.value for unit in Unit),
        default=Unit.HOUR.value,
        help=t("what the price is for: an hour of work (default) or a month"),
    )
    parser.add_argument("--currency", default="USD", metavar="CODE", help=t("of the price (default USD)"))
    parser.add_argument("--headcount", type=int, default=50, metavar="N", help=t("people (default 50)"))
    parser.add_argument("--json", action="store_true", help=t("JSON for scripts"))
    add_own_options(parser)
    add_pack_option(parser)


def run(options: argparse.Namespace) -> int:
    """Judge and print.

    Raises:
        CommandError: bad input.
    """
    pack = open_pack(options.pack)
    model = Assessor(pack).cost_model
    if model is None:
        raise CommandError(t("The data pack {name} has no wages, so it knows no costs.", name=pack.title))
    try:
        home, location = home_named(pack, options.home), location_named(pack, options.location)
        scenario = replace(
            default_scenario(pack),
            home=home,
            function=options.function,
            headcount=options.headcount,
            currency=options.currency.strip().upper(),
        )
        check_scenario(pack, scenario)
        rate = model.rate(scenario.currency)
        costs = model.of(scenario, own_from(options, scenario, per_usd=rate.per_usd))
        found = costs.quote(location, options.price / rate.per_usd, Unit(options.unit))
    except (ScenarioError, ValueError) as error:
        raise CommandError(str(error)) from error
    if found is None:
        raise CommandError(
            t("What the work should cost in {name:the} is unknown.", name=pack.location(location).name)
        )
    emit(
        json_text(_plain(found, scenario, location, options, rate))
        if options.json
        else _report(found, pack, location, rate)
    )
    return 0


def _plain(
    found: QuoteCheck, scenario: Scenario, location: str, options: argparse.Namespace, rate: ExchangeRate
) -> dict[str, Any]:
    def ends(three: tuple[float, float, float], factor: float = 1.0) -> dict[str, float]:
        return dict(zip(("low", "likely", "high"), (each * factor for each in three), strict=True))

    return {
        "home": scenario.home,
        "location": location,
        "function": scenario.function,
        "head_count": scenario.headcount,
        "quote": {"price": options.price, "unit": options.unit, "currency": rate.currency},
        "price_hour": found.price_hour * rate.per_usd,
        "price_hour_usd": found.price_hour,
        "should_cost_hour": ends(found.should_cost_hour, rate.per_usd),
        "should_cost_hour_usd": ends(found.should_cost_hour),
        "provider_cost_hour": ends(found.cost_hour, rate.per_usd),
        "position": str(found.position),
        "implied_margin": ends(found.margin_pct),
        "productive_hours_year": found.hours_year,
        "currency": rate.currency,
        "question": question(found),
    }


def _report(found: QuoteCheck, pack: DataPack, location: str, rate: ExchangeRate) -> str:
    lines = quote_lines(found, pack.location(location).name, rate.currency, rate.per_usd)
    return "\n".join([*lines, "", question(found)]) + "\n"

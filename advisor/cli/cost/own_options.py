"""Options for what the user knows of pay and cost at home and elsewhere."""

from __future__ import annotations

import argparse
from dataclasses import replace

from advisor.cli.errors import CommandError
from advisor.scenario.study.own_data import NOTHING_OWN, OwnData, OwnRate, OwnWage
from advisor.scenario.study.scenario import Scenario
from advisor.words.translation import t


def add_own_options(parser: argparse.ArgumentParser) -> None:
    """Add --own-wage, --own-cost and --own-rate."""
    parser.add_argument(
        "--own-wage",
        nargs="+",
        action="extend",
        default=[],
        metavar="[PLACE=]AMOUNT",
        help=t(
            "gross wage of a year as you pay it, a number or LOW:LIKELY:HIGH, in --currency; home if no "
            "place (an id such as PHL) is named"
        ),
    )
    parser.add_argument(
        "--own-cost",
        metavar="AMOUNT",
        help=t(
            "what one person and year costs you at home, all told, in --currency: the baseline of savings"
        ),
    )
    parser.add_argument(
        "--own-rate",
        nargs="+",
        action="extend",
        default=[],
        metavar="PLACE:RATE=VALUE",
        help=t("a rate of one place, for example GBR:contributions_pct=14 or PHL:attrition_pct=20:25:30"),
    )


def own_from(
    options: argparse.Namespace,
    scenario: Scenario,
    known: OwnData = NOTHING_OWN,
    per_usd: float | None = None,
) -> OwnData:
    """What the options say, after what is known already.

    Args:
        options: of the command line.
        scenario: its home, function and currency hold for figures that name none.
        known: what a study says.
        per_usd: what a dollar buys in the scenario's currency; None means that amounts are dollars.

    Raises:
        CommandError: text that is no figure.
        ScenarioError: a figure out of its limits.
    """
    wages, rates = list(known.wages), list(known.rates)
    currency = "USD" if per_usd is None else scenario.currency
    for text in options.own_wage:
        place, equals, amount = text.rpartition("=")
        low, likely, high = _three(amount, "--own-wage")
        location = place.strip().upper() if equals else scenario.home
        wages.append(OwnWage(location, likely, currency, function=scenario.function, low=low, high=high))
    if options.own_cost is not None:
        low, likely, high = (each / (per_usd or 1.0) for each in _three(options.own_cost, "--own-cost"))
        rates.append(OwnRate(scenario.home, "cost_per_person_usd", low, likely, high))
    for text in options.own_rate:
        place, colon, assignment = text.partition(":")
        name, equals, value = assignment.partition("=")
        if not (colon and equals):
            raise CommandError(t("'{text}' must have the form PLACE:RATE=VALUE.", text=text))
        rates.append(OwnRate(place.strip().upper(), name.strip(), *_three(value, "--own-rate")))
    return replace(known, wages=tuple(wages), rates=tuple(rates))


def _three(text: str, option: str) -> tuple[float, float, float]:
    try:
        numbers = [float(part) for part in text.split(":")]
    except ValueError:
        raise CommandError(
            t("{option}: '{text}' is not a number or LOW:LIKELY:HIGH.", option=option, text=text)
        ) from None
    if len(numbers) == 1:
        return numbers[0], numbers[0], numbers[0]
    if len(numbers) != 3:
        raise CommandError(t("{option}: give one number or three, as LOW:LIKELY:HIGH.", option=option))
    return numbers[0], numbers[1], numbers[2]

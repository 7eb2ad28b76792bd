"""What the series of a table become: a criterion of the pack or a new one, pay, a rate, or a quote.

A proposal is made from headings and figures alone and says why. The user may change all of it, and nothing
counts before it is taken in.
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Literal

import numpy as np

from advisor.core.criteria import Criterion, themes_of
from advisor.core.screening import LARGEST_FIGURE
from advisor.costs.own_costs import PLACE_FIGURES
from advisor.datapack.schema import DataPack
from advisor.places.folding import folded
from advisor.scenario.intake.figures import plain_unit
from advisor.scenario.intake.gathering import Series, newest
from advisor.scenario.intake.vocabulary import DOWN, HOUR, MONTH, QUOTE, RATES, THEMES, UP, WAGE, words_of
from advisor.scenario.study.own_data import OwnCriterion
from advisor.scenario.study.study import Study
from advisor.scenario.weights.default_weights import default_weights
from advisor.words.translation import mark, marked, t
from advisor.words.units import allowed

OWN_THEME = "own"
_LOW_PERCENTILE, _HIGH_PERCENTILE = 2.5, 97.5
FEW_KNOWN = 0.5  # part of the locations, below which a criterion is known of few
_LEAST_FOR_LOG = 8  # figures: fewer show no distribution
_RATIO_FOR_LOG = 50.0  # largest to smallest, from which on doubling counts rather than adding
_CURRENCY = re.compile(r"\b([A-Z]{3})\b")
_SIGN = re.compile(r"US\$|(?<![A-Za-z])\$|[€£₹]|zł")
_OF_SIGN = {"US$": "USD", "$": "USD", "€": "EUR", "£": "GBP", "₹": "INR", "zł": "PLN"}


class TargetKind(StrEnum):
    """What a series can become."""

    SKIP = "skip"
    CRITERION = "criterion"
    NEW = "new"
    WAGE = "wage"
    RATE = "rate"
    QUOTE = "quote"


KIND_NAMES = {
    TargetKind.SKIP: mark("Leave out"),
    TargetKind.CRITERION: mark("Figures of a criterion"),
    TargetKind.NEW: mark("A new criterion"),
    TargetKind.WAGE: mark("Wages"),
    TargetKind.RATE: mark("A rate of the cost model"),
    TargetKind.QUOTE: mark("Quotes of providers"),
}


@dataclass(frozen=True, slots=True)
class Target:
    """What becomes of a series.

    Attributes:
        kind: what.
        criterion: id of the criterion of the pack, or of the user's own that is there already.
        new: the criterion that is made.
        rate: id of the rate, one of ``PLACE_FIGURES``.
        currency: ISO 4217 code of wages and quotes.
        per: what a wage or a quote is for.
        takes_unit: whether the figures are taken as they are though the table names another unit.
        why: what the proposal rests on, in a few words.
    """

    kind: TargetKind
    criterion: str = ""
    new: OwnCriterion | None = None
    rate: str = ""
    currency: str = ""
    per: Literal["month", "year", "hour"] = "year"
    takes_unit: bool = False
    why: str = ""


def kind_name(kind: TargetKind) -> str:
    """What it is called."""
    return marked(KIND_NAMES[kind])


def propose(series: Series, pack: DataPack, study: Study) -> Target:
    """What a series seems to be.

    Args:
        series: with its figures.
        pack: with what the study adds to it.
        study: its active scenario tells the function.
    """
    known = matching_criterion(series, pack)
    if known is not None:
        return Target(TargetKind.CRITERION, known.id, why=t("the heading is the name of the criterion"))
    label = words_of(series.label)
    text = f"{label} {series.unit}"
    currency = currency_in(series.unit) or currency_in(series.label)
    has_costs = pack.costs is not None and bool(study.scenario.function)
    if has_costs and currency and QUOTE.search(text):
        per: Literal["hour", "month"] = "month" if MONTH.search(text) else "hour"
        return Target(TargetKind.QUOTE, currency=currency, per=per, why=t("the heading speaks of prices"))
    if has_costs and currency and WAGE.search(label):
        when: Literal["month", "year"] = "month" if MONTH.search(text) else "year"
        if not HOUR.search(text):
            return Target(TargetKind.WAGE, currency=currency, per=when, why=t("the heading speaks of pay"))
    if has_costs:
        for rate, words in RATES.items():
            if re.search(rf"\b(?:{words})", label, re.IGNORECASE):
                return Target(TargetKind.RATE, rate=rate, why=t("the heading is that of a rate"))
    return new_target(series, pack, study)


def matching_criterion(series: Series, pack: DataPack) -> Criterion | None:
    """The criterion whose id or name the heading is, None for none."""
    wanted = {folded(series.key), folded(series.label)}
    for criterion in pack.criteria:
        if wanted & {folded(criterion.id), folded(criterion.name), criterion.id.casefold()}:
            return criterion
    return None


def currency_in(text: str) -> str:
    """The code of the currency that a text names by its code or sign, empty for none."""
    from babel.numbers import list_currencies

    known = list_currencies()
    coded = next((code for code in _CURRENCY.findall(text) if code in known), "")
    signed = _SIGN.search(text)
    return coded or (_OF_SIGN[signed[0]] if signed else "")


# A new criterion -------------------------------------------------------------------------------------


def new_target(series: Series, pack: DataPack, study: Study) -> Target:
    """A new criterion of the user's own for a series."""
    return Target(TargetKind.NEW, new=new_criterion(series, pack, study), why=t("no criterion has this name"))


def new_criterion(series: Series, pack: DataPack, study: Study) -> OwnCriterion:
    """Label, unit, direction, goalposts, theme and weight from heading and figures.

    What is known of few locations only gets a weight so small that it leaves the others ranked.
    """
    values = np.array([rows[0].value for rows in newest(series.readings).values()], dtype=np.float64)
    lower, upper, log = goalposts(values, series.unit)
    share = len(values) / max(1, len(pack.locations))
    heading = words_of(series.label)
    is_down = bool(DOWN.search(heading)) and not UP.search(heading)
    direction: Literal["up", "down"] = "down" if is_down else "up"
    theme = theme_for(series.label, pack)
    label = (series.label or t("Own figures"))[:120]
    return OwnCriterion(
        id=own_id(label, [c.id for c in pack.criteria]),
        label=label,
        direction=direction,
        lower=lower,
        upper=upper,
        unit=plain_unit(series.unit)[:60],
        transform="log" if log else "linear",
        theme=theme,
        theme_label=t("Your own") if theme == OWN_THEME else "",
        weight=_as_known(usual_weight(pack, study, theme), share),
        theme_weight=_as_known(usual_theme_weight(pack, study), share) if theme == OWN_THEME else None,
    )


def _as_known(weight: float, share: float) -> float:
    """A weight for a criterion that is known of a part of the locations.

    Where most are unknown it would leave most locations with too little data to be ranked.
    """
    return weight if share >= FEW_KNOWN else float(f"{weight * share:.2g}")


def own_id(label: str, taken: Sequence[str]) -> str:
    """An id that no criterion has, made of a label."""
    plain = re.sub(r"[^a-z0-9]+", "_", folded(label)).strip("_")[:50] or "own_figure"
    plain = plain if plain[0].isalpha() else f"own_{plain}"
    made, number = plain, 2
    while made in taken:
        made, number = f"{plain}_{number}", number + 1
    return made


def goalposts(
    values: np.ndarray[tuple[int], np.dtype[np.float64]], unit: str = ""
) -> tuple[float, float, bool]:
    """Where the value begins and ends (2.5 and 97.5 percentiles, rounded), and whether ratios count.

    Where the unit has natural ends, or the figures begin near 0, these are taken.
    """
    values = values[np.isfinite(values)]
    if not values.size:
        return 0.0, 100.0, False
    low, high = (float(np.percentile(values, part)) for part in (_LOW_PERCENTILE, _HIGH_PERCENTILE))
    if low == high:
        low, high = (low - abs(low) / 2, low + abs(low) / 2) if low else (0.0, 1.0)
    least = float(values.min())
    log = values.size >= _LEAST_FOR_LOG and least > 0 and high / low >= _RATIO_FOR_LOG
    if log:
        return _round_to(low, 1, up=False), _round_to(high, 1, up=True), True
    ends = allowed(unit)
    if (
        all(map(math.isfinite, ends))
        and ends[0] <= least
        and high <= ends[1]
        and ends[1] - ends[0] <= 3 * (high - low)
    ):
        return ends[0], ends[1], False
    if low >= 0 and low <= 0.25 * high:
        low = 0.0
    step = 10.0 ** math.floor(math.log10(high - low)) / 2
    lower, upper = math.floor(low / step) * step, math.ceil(high / step) * step
    lower, upper = (float(f"{end:.10g}") for end in (lower, upper))
    if not lower < upper:
        lower, upper = low, high
    return max(-LARGEST_FIGURE, lower), min(LARGEST_FIGURE, upper), False


def _round_to(value: float, digits: int, *, up: bool) -> float:
    step = 10.0 ** (math.floor(math.log10(value)) - digits + 1)
    return float(f"{(math.ceil if up else math.floor)(value / step) * step:.10g}")


def theme_for(label: str, pack: DataPack) -> str:
    """The theme of the pack that a heading speaks of; a theme of the user's own where it speaks of none."""
    known = themes_of(pack.criteria)
    for theme, words in THEMES:
        if theme in known and words.search(words_of(label)):
            return theme
    return known[0] if len(known) == 1 else OWN_THEME


def usual_weight(pack: DataPack, study: Study, theme: str) -> float:
    """What a criterion of a theme weighs, on the mean of those that count; 1 in a new theme."""
    in_force = {**default_weights(pack, study.scenario).criteria, **study.scenario.criterion_weights}
    members = [in_force[c.id] for c in pack.criteria if c.theme == theme and in_force[c.id] > 0]
    return float(f"{sum(members) / len(members):.3g}") if members else 1.0


def usual_theme_weight(pack: DataPack, study: Study) -> float:
    """What a theme weighs, on the mean of those that count."""
    in_force = {**default_weights(pack, study.scenario).themes, **study.scenario.theme_weights}
    members = [weight for weight in in_force.values() if weight > 0]
    return float(f"{sum(members) / len(members):.3g}") if members else 1.0


def rate_ids() -> tuple[str, ...]:
    """The rates that a table can give by location."""
    return tuple(PLACE_FIGURES)

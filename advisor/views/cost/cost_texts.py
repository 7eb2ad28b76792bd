"""What the cost charts say: every sentence about the cost of a location, as a whole template."""

from __future__ import annotations

from collections.abc import Sequence

from advisor.words.formatting import capital, list_text, money_text, number_text, percent_text, range_text
from advisor.words.locale import digits
from advisor.words.translation import mark, marked, t, tn

Span = tuple[float, float]

# Groups of cost lines, as layers of a stack; "management" is called otherwise in a centre of one's own.
COMPONENTS = {
    "wage": mark("Pay"),
    "operations": mark("Operations"),
    "people": mark("Turnover and lag"),
    "management": mark("Margin, governance, travel"),
    "one-off": mark("One-off"),
    "home": mark("At home until moved"),
    "drift": mark("Growth and currency"),
}
# The same groups as steps of the waterfall.
MERGED_STEPS = {
    "wage": mark("Premiums, extra months, contributions, benefits"),
    "operations": mark("Supervisors, support, seats, equipment"),
    "people": mark("Turnover and productivity lag"),
    "one-off": mark("One-off costs"),
    "home": mark("Work at home until moved"),
    "drift": mark("Growth, currency, inflation"),
}
# How a step is called inside a sentence.
_PHRASES = {
    "premium": mark("the premium for export work"),
    "extra_months": mark("thirteenth months"),
    "contributions": mark("employer contributions"),
    "benefits": mark("benefits"),
    "language_premium": mark("the premium for a foreign language"),
    "supervision": mark("supervisors"),
    "support": mark("support staff"),
    "premises": mark("seats"),
    "technology": mark("equipment"),
    "provider_overhead": mark("the provider's overhead"),
    "provider_margin": mark("the provider's margin"),
    "captive_overhead": mark("the overhead of one's own centre"),
    "attrition": mark("turnover"),
    "governance": mark("governance"),
    "productivity_lag": mark("the productivity lag"),
    "travel": mark("travel"),
    "selection": mark("choosing the provider"),
    "site_setup": mark("setting up the centre"),
    "transition": mark("the transition"),
    "double_running": mark("double running"),
    "process_improvement": mark("process improvement"),
    "work_at_home": mark("the work at home until it has moved"),
    "severance": mark("severance"),
    "wage_growth": mark("wage growth"),
    "currency_drift": mark("currency drift"),
    "inflation": mark("inflation"),
}
_PLURAL = ("extra_months", "contributions", "benefits", "supervision", "premises")
# What a cost needs, by the attribute that holds it.
_NEEDED = {
    "base_wage": mark("pay for this work"),
    "premium": mark("pay premium"),
    "contributions_pct": mark("employer contributions"),
    "months": mark("extra months of pay"),
    "distance_km": mark("distance"),
}
_NEEDED_PLURAL = ("contributions_pct", "months")
_TIPS = {
    "run_rate": mark("What one person (FTE) costs in a steady year at today's prices, without one-off cost."),
    "one_off": mark("What the move costs once: transition, double running, severance and the like."),
    "price_hour": mark(
        "What a productive hour costs at a provider or in your own centre: compare it with quotes."
    ),
    "wage_month": mark("Gross wage as it is paid for this work, premiums included."),
    "total": mark("The whole cost over the horizon, one-off cost included."),
    "saving": mark("In % of leaving the work as it is, over the horizon; the ranking uses it."),
    "probability": mark("In how many of the draws the work costs less than at home."),
    "payback": mark("The month in which the saving has made good for the one-off cost."),
    "npv": mark("Net present value: what the saving is worth today, at the discount rate."),
    "wage_only": mark("What a comparison of national wages alone promises."),
}


def money_words(currency: str, price_year: int | None) -> str:
    """What the money is: ``USD, prices of 2025``; without a year the prices are those of each year."""
    if price_year is None:
        return t("{currency}, prices of each year", currency=currency)
    return t("{currency}, prices of {year}", currency=currency, year=price_year)


def years_text(years: int) -> str:
    """``1 year``, ``5 years``."""
    return tn("{count} year", "{count} years", years)


def unknown_cost(lacking: Sequence[str], name: str) -> str:
    """Why the cost of a place is unknown.

    Args:
        lacking: the figures that are unknown, keys of what a cost needs.
        name: of the place.
    """
    told = {"figures": list_text([marked(_NEEDED[key]) for key in lacking]), "name": name}
    if len(lacking) == 1 and lacking[0] not in _NEEDED_PLURAL:
        return t("The cost is unknown, because the {figures} of {name:the} is unknown.", **told)
    return t("The cost is unknown, because the {figures} of {name:the} are unknown.", **told)


# Key figures


def tip_text(name: str) -> str:
    """What a key figure means."""
    return marked(_TIPS[name])


def spread_tip(name: str) -> str:
    """What a key figure with a range means, and its range."""
    return t(
        "{meaning} In eight cases of ten it lies in this range; below it the median, which half of the cases "
        "exceed.",
        meaning=tip_text(name),
    )


def money_tip(name: str, money: str) -> str:
    """The same for an amount."""
    return t("{tip} {money}.", tip=spread_tip(name), money=money)


def total_tip(money: str, each: Span) -> str:
    """The same for the total, with what it is for a person and year."""
    return t(
        "{tip} A person and year of it: {range}.", tip=money_tip("total", money), range=range_text(*each)
    )


def saving_tip(money: str, amounts: Span) -> str:
    """The same for the saving in percent, with what it is in money."""
    return t("{tip} In {money}: {range}.", tip=spread_tip("saving"), money=money, range=range_text(*amounts))


def payback_tip(is_sometimes_never: bool) -> str:
    """The same for the payback month."""
    tip = spread_tip("payback")
    return t("{tip} Never: not within the horizon.", tip=tip) if is_sometimes_never else tip


def wages_alone_tip(left_out: Sequence[str]) -> str:
    """What a comparison of wages promises, and which lines of cost it leaves out."""
    if not left_out:
        return tip_text("wage_only")
    return t("{tip} It leaves out: {lines}.", tip=tip_text("wage_only"), lines=list_text(left_out))


# Components


def beside_pay(
    share: float, name: str | None, horizon: str = "", total: Span = (0.0, 0.0), currency: str = ""
) -> str:
    """How much of the cost is not pay; at home without a name."""
    if name is None:
        return t("Besides pay, {share} of the cost at home is overhead.", share=percent_text(share))
    return t(
        "{share} of the cost in {name:the} is not pay; in {years} all of it comes to {range}.",
        share=percent_text(share),
        name=name,
        years=horizon,
        range=money_text(*total, currency),
    )


_BASES = {"source": mark("source"), "assumption": mark("assumption"), "user": mark("your own")}


def basis_text(basis: str) -> str:
    """What a line of the cost rests on, in words: "source + your own"."""
    return " + ".join(marked(_BASES[kind]) if kind in _BASES else kind for kind in basis.split(" + "))


def line_text(label: str, amounts: tuple[float, float, float], at_home: float, basis: str) -> str:
    """A line of the cost: its central amount, its range, and what it rests on.

    Args:
        label: of the line.
        amounts: low, likely, high.
        at_home: the amount at home; 0 is not told.
        basis: what it rests on.
    """
    low, likely, high = amounts
    told = {"line": label, "amount": number_text(likely), "range": range_text(low, high)}
    told["basis"] = basis_text(basis)
    if at_home:
        return t(
            "{line}: {amount} ({range}), at home {home} \N{MIDDLE DOT} {basis}",
            home=number_text(at_home),
            **told,
        )
    return t("{line}: {amount} ({range}) \N{MIDDLE DOT} {basis}", **told)


# Cash flow


def payback_months(low: float, high: float, *, is_never: bool, may_be_never: bool) -> str:
    """The band of payback months in words."""
    if is_never:
        return t("never, in nine cases of ten at least")
    if may_be_never:
        return t("from month {month}, and in one case of ten or more never", month=digits(low))
    if low == high:
        return t("month {month}", month=digits(low))
    return t("month {low} to {high}", low=digits(low), high=digits(high))


def not_paid_back(horizon: str, missing: float, currency: str) -> str:
    """That a move does not pay for itself."""
    return t(
        "Within {years} the move does not pay for itself: {amount} are missing at the end.",
        years=horizon,
        amount=money_text(missing, currency=currency),
    )


def paid_back(month: float, band: str, horizon: str, saved: Span, currency: str) -> str:
    """When a move pays for itself, and what it has saved in the end."""
    return t(
        "The move likely pays for itself in month {month} ({band}); after {years} it has saved {range}.",
        month=digits(month),
        band=band,
        years=horizon,
        range=money_text(*saved, currency),
    )


# Cost against quality


def quality_text(best: int, all_ranked: int, name: str, is_best: bool, better: Sequence[str]) -> str:
    """Whether anything is both cheaper and better than a location.

    Args:
        best: how many are beaten by none.
        all_ranked: how many there are.
        name: of the location; empty for none.
        is_best: whether none beats it.
        better: those that beat it, the one to name first.
    """
    if not name:
        return t(
            "Of {all} ranked locations, {best} are beaten by none on both cost and quality.",
            all=all_ranked,
            best=best,
        )
    if is_best:
        return t(
            "No location is both cheaper and better than {name:the} (one of {count} such).",
            name=name,
            count=best,
        )
    if len(better) == 1:
        return t("{better:The} is both cheaper and better than {name:the}.", better=better[0], name=name)
    return tn(
        "{better:The} and {count} other are both cheaper and better than {name:the}.",
        "{better:The} and {count} others are both cheaper and better than {name:the}.",
        len(better) - 1,
        better=better[0],
        name=name,
    )


def dot_text(name: str, cost: float, spread: Span, quality: float, rank: int) -> str:
    """A location among cost and quality."""
    told = {"name": name, "cost": number_text(cost), "quality": digits(quality, 1), "rank": rank}
    if spread[0] < spread[1]:
        return t(
            "{name}: {cost} ({range}) a person and year, quality {quality}, rank {rank}",
            range=range_text(*spread),
            **told,
        )
    return t("{name}: {cost} a person and year, quality {quality}, rank {rank}", **told)


# What matters most


def matters_most(label: str, ends: Span, turning: int, currency: str, *, saves: bool) -> str:
    """The figure that matters most, and whether any alone decides if there is a saving.

    Args:
        label: of the figure.
        ends: saving with it at its ends, the lower first.
        turning: how many figures can decide alone.
        currency: of the saving.
        saves: whether there is a saving now.
    """
    low, high = (money_text(end, currency=currency) for end in ends)
    told = {"figure": label, "low": low, "high": high}
    if turning == 1:
        return t(
            "“{figure}” matters most: saving {low} to {high}. It alone decides whether there is a saving.",
            **told,
        )
    if turning:
        return t(
            "“{figure}” matters most: saving {low} to {high}. {count} figures can each decide alone whether "
            "there is a saving.",
            count=turning,
            **told,
        )
    if saves:
        return t("“{figure}” matters most: saving {low} to {high}. None alone turns it into a loss.", **told)
    return t("“{figure}” matters most: saving {low} to {high}. None alone turns it into a saving.", **told)


# Waterfall


def taken_back(steps: Sequence[str], share: float, is_all: bool) -> str:
    """Which steps take back how much of the wage saving.

    Args:
        steps: ids of the one or two largest.
        share: what they take back together, of the wage saving.
        is_all: whether no saving is left.
    """
    told = {
        "costs": capital(list_text([marked(_PHRASES[step]) for step in steps])),
        "share": percent_text(share),
    }
    if len(steps) == 1 and steps[0] not in _PLURAL:
        if is_all:
            return t(
                "{costs} takes back {share} of the wage saving; all costs together leave no saving.", **told
            )
        return t("{costs} takes back {share} of the wage saving.", **told)
    if is_all:
        return t("{costs} take back {share} of the wage saving; all costs together leave no saving.", **told)
    return t("{costs} take back {share} of the wage saving.", **told)


def more_than_wages(steps: Sequence[str], wages: float, true: float) -> str:
    """That less is saved than wages promise in percent, and yet more than the gap in wages in money.

    Args:
        steps: ids of the steps that add most to the saving.
        wages: saving by wages alone, a share.
        true: saving with all costs, a share.
    """
    return t(
        "Wages alone promise {wages}, with all costs {true} is likely. "
        "Besides wages, mostly {costs} fall away.",
        wages=percent_text(wages),
        true=percent_text(true),
        costs=list_text([marked(_PHRASES[step]) for step in steps]),
    )


def wages_against_truth(wages: float, true: float, amount: float, currency: str, horizon: str) -> str:
    """The saving that wages alone promise, against the true one.

    Args:
        wages: saving by wages alone, a share; below 0 wages are higher.
        true: saving with all costs, a share; below 0 it is a loss.
        amount: the saving or loss.
        currency: of the amount.
        horizon: in how many years.
    """
    told = {
        "wages": percent_text(abs(wages)),
        "true": percent_text(abs(true)),
        "amount": money_text(abs(amount), currency=currency),
        "years": horizon,
    }
    if wages > 0:
        if true > 0:
            return t(
                "Wages alone promise a saving of {wages}; with all costs counted it is likely {true} "
                "({amount} in {years}).",
                **told,
            )
        return t(
            "Wages alone promise a saving of {wages}; with all costs counted the work is likely {true} "
            "dearer ({amount} in {years}).",
            **told,
        )
    if true > 0:
        return t(
            "Wages alone are {wages} higher; with all costs counted it is likely {true} "
            "({amount} in {years}).",
            **told,
        )
    return t(
        "Wages alone are {wages} higher; with all costs counted the work is likely {true} dearer "
        "({amount} in {years}).",
        **told,
    )

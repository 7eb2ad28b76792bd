"""What the figures of a location are called that the user may know better: pay, contributions, prices."""

from __future__ import annotations

from advisor.words.translation import mark, marked

# Figures of a location that can be overruled: what each is called, its unit (empty for money), what it means.
_FIGURES = {
    "cost_per_person_usd": (
        mark("Cost of a person a year"),
        mark("What one person (FTE) costs you at home, all told: the baseline of every saving."),
    ),
    "wage_month": (
        mark("Wage a month"),
        mark("Gross wage as it is paid for this work, twelve times a year; premiums included."),
    ),
    "price_hour_usd": (
        mark("Price of an hour"),
        mark("What a provider asks for a productive hour. It then stands in place of the price computed."),
    ),
    "contributions_pct": (
        mark("Employer contributions"),
        mark("What the employer pays on top, in % of gross pay."),
    ),
    "benefits_pct": (mark("Benefits"), mark("Customary benefits beyond contributions, in % of gross pay.")),
    "months": (mark("Months of pay"), mark("Months of pay a year: 13 with a thirteenth month.")),
    "redundancy_weeks": (
        mark("Notice and severance"),
        mark("Weeks of pay that a redundancy costs: notice and severance."),
    ),
    "weekly_hours": (mark("Hours a week"), mark("Working hours of a full-time employee.")),
    "leave_days": (mark("Paid leave"), mark("Working days of paid leave a year.")),
    "attrition_pct": (mark("Leavers a year"), mark("In % of the staff; each has to be replaced.")),
    "real_wage_growth_pct": (mark("Wage growth above prices"), mark("A year, above local consumer prices.")),
    "currency_drift_pct": (
        mark("Currency drift"),
        mark("Real appreciation against the currency at home, a year."),
    ),
}
_UNITS = {
    "months": mark("months"),
    "redundancy_weeks": mark("weeks"),
    "weekly_hours": mark("hours"),
    "leave_days": mark("days"),
}


def figure_name(figure: str) -> str:
    """What a figure of a location is called."""
    return marked(_FIGURES[figure][0])


def figure_meaning(figure: str) -> str:
    """What it means, a sentence."""
    return marked(_FIGURES[figure][1])


def figure_unit(figure: str, currency: str) -> str:
    """Its unit; money is in ``currency``."""
    if figure.endswith("_pct"):
        return "%"
    return marked(_UNITS[figure]) if figure in _UNITS else currency

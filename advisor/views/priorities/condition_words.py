"""What the figures of a theme rest on besides the data: languages, hours and year, in a line."""

from __future__ import annotations

from advisor.places.language_names import language_name
from advisor.scenario.ranking.assessment import Assessment
from advisor.words.formatting import list_text
from advisor.words.translation import t
from advisor.words.true_signs import true_signs

_OF_LANGUAGES = frozenset({"working_language", "customer_language"})
_OF_HOURS = frozenset({"overlap", "night_hours", "shared_days"})


def conditions_line(assessment: Assessment, theme: str) -> str:
    """The working conditions that criteria of a theme are computed from; empty where none of them is."""
    computed = {one.computed for one in assessment.pack.criteria if one.theme == theme}
    scenario = assessment.scenario
    parts = []
    if computed & _OF_LANGUAGES:
        team = list_text([language_name(code) for code in scenario.working_languages])
        if scenario.customer_languages:
            customers = list_text([language_name(code) for code in scenario.customer_languages])
            parts.append(t("Team in {team}; customers in {customers}", team=team, customers=customers))
        else:
            parts.append(t("Team in {team}; customers as at home", team=team))
    if computed & _OF_HOURS:
        parts.append(
            t(
                "{home} at home, {there} there, in {year}",
                home=true_signs(scenario.home_hours),
                there=true_signs(scenario.site_hours),
                year=scenario.year,
            )
        )
    return "\n".join(parts)

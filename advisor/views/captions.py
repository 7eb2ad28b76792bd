"""What stands around a picture that leaves the program: title, scenario, date and sources."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from advisor.scenario.ranking.assessment import Assessment
from advisor.words.dates import date_text
from advisor.words.formatting import in_sentence
from advisor.words.translation import t, tn

_DOT = " \N{MIDDLE DOT} "
_NAMED = 3  # publishers that are named; the others are counted


@dataclass(frozen=True, slots=True)
class Caption:
    """Three lines of text: two above the picture, one below it."""

    title: str
    scenario: str
    source: str


def chart_caption(title: str, assessment: Assessment, day: date) -> Caption:
    """The caption of a chart, with the method and the data pack.

    Args:
        title: of the chart.
        assessment: the ranking that it shows.
        day: the day on which the picture is made.
    """
    method = t("Method: {name}", name=in_sentence(assessment.evaluation.aggregation.formula.name))
    return Caption(title, study_line(assessment, day), _DOT.join([method, *data_parts(assessment)]))


def study_line(assessment: Assessment, day: date) -> str:
    """Scenario, home, function, people and date."""
    pack, scenario = assessment.pack, assessment.scenario
    parts = [scenario.name]
    if assessment.home_figures is not None:
        parts.append(t("home {place}", place=pack.location(scenario.home).name))
    if function := pack.functions.get(scenario.function):
        parts.append(function.label)
        parts.append(tn("{count} person", "{count} people", scenario.headcount))
    parts.append(date_text(day))
    return _DOT.join(parts)


def source_line(assessment: Assessment, publishers: list[str]) -> str:
    """Who published the figures, the first few by name; the data pack; the program."""
    texts = []
    if publishers:
        named, more = ", ".join(publishers[:_NAMED]), len(publishers) - _NAMED
        if more > 0:
            texts.append(t("Figures: {names} and {count} more", names=named, count=more))
        else:
            texts.append(t("Figures: {names}", names=named))
    return _DOT.join([*texts, *data_parts(assessment)])


def data_parts(assessment: Assessment) -> list[str]:
    """The data pack with its edition, and the program."""
    pack = assessment.pack
    edition = t("{pack}, edition {edition}", pack=pack.title, edition=pack.version)
    return [edition if pack.version else pack.title, t("made with Location Advisor")]

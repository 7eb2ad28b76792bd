"""Flags of a location in a ranking: those of the place, and those of what is asked of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from advisor.core.evaluation import Status
from advisor.places.flags import Flag, Severity, place_flags
from advisor.places.workforce import MOST_TO_HIRE_PERCENT
from advisor.words.formatting import figure_text
from advisor.words.translation import t

if TYPE_CHECKING:
    from advisor.scenario.ranking.assessment import Assessment

_ROOM = "room_to_hire"


def flags_of(assessment: Assessment, row: int) -> tuple[Flag, ...]:
    """All flags of a location, the loudest first; none in a pack without places."""
    figures = assessment.home_figures
    if figures is None:
        return ()
    location = assessment.locations[row].id
    found = [*_home(assessment, row), *_staffing(assessment, row)]
    return tuple(sorted([*place_flags(figures.places.law, location), *found], key=lambda f: -f.severity))


def _home(assessment: Assessment, row: int) -> list[Flag]:
    """Home left out of the ranking: then nothing shows what staying would be worth."""
    is_home = assessment.locations[row].id == assessment.scenario.home
    if not is_home or assessment.evaluation.status[row] != Status.EXCLUDED:
        return []
    detail = t("Home itself is left out: {reasons}.", reasons="; ".join(assessment.reasons(row)))
    return [Flag("home", Severity.NOTE, t("Home is left out of the ranking"), detail)]


def _staffing(assessment: Assessment, row: int) -> list[Flag]:
    """More people are asked for than can be hired."""
    columns = [criterion.id for criterion in assessment.evaluation.criteria]
    if _ROOM not in columns:
        return []
    j = columns.index(_ROOM)
    share = float(assessment.cells.values[row, j])
    if not share > MOST_TO_HIRE_PERCENT:  # an unknown share is no evidence
        return []
    detail = t(
        "{note}: {share} of them, more than change jobs in this trade in a year or two.",
        note=assessment.cells.notes[row, j],
        share=figure_text(share, "%"),
    )
    return [Flag("staffing", Severity.ALARM, t("Cannot staff this head count"), detail)]

"""The user's own figures in place of the pack's: reading what was typed, setting, taking back. No Qt."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from datetime import date

from advisor.core.criteria import Criterion
from advisor.scenario.study.own_data import OwnFigure
from advisor.scenario.study.study import Study
from advisor.words.number_input import parse_figure


def with_own_figure(study: Study, location: str, criterion: str, figure: float, note: str = "") -> Study:
    """The study with a figure of the user's own for one location and criterion, entered today.

    Raises:
        ScenarioError: a figure or note out of all bounds.
    """
    bare = without_own_figures(study, location, {criterion}).own
    entered = OwnFigure(location, criterion, figure, note, date=date.today())
    return study.with_own(replace(bare, figures=(*bare.figures, entered)))


def without_own_figures(study: Study, location: str, criteria: Collection[str]) -> Study:
    """The study with the source's figures again for some criteria of a location."""
    own = study.own
    kept = tuple(f for f in own.figures if f.location != location or f.criterion not in criteria)
    return study.with_own(replace(own, figures=kept))


def checked_figure(text: str, criterion: Criterion) -> float | None:
    """The figure that was typed, None for nothing.

    Raises:
        NumberError: no number, or one that the unit rules out.
    """
    return parse_figure(text, criterion.unit, name=criterion.name, for_source=True)

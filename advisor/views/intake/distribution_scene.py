"""The figures of a series as a small picture: how many locations have how much, and the goalposts."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np

from advisor.scenario.study.own_data import OwnCriterion
from advisor.views.scene.box import Box, Size
from advisor.views.scene.marks import Align, Bar, Rule
from advisor.views.scene.roles import Role
from advisor.views.scene.scales import LogScale, Scale
from advisor.views.scene.scene import PAD, Scene, Sheet, empty_scene
from advisor.views.scene.type_styles import Measurer, Style
from advisor.words.formatting import figure_text
from advisor.words.translation import t, tn

_MOST_BINS, _LEAST_BINS = 24, 6
_MARGIN = 0.04  # of the span, left and right
_FIGURES_A_BIN = 4


def distribution_scene(
    values: Sequence[float], unit: str, criterion: OwnCriterion | None, size: Size, measure: Measurer
) -> Scene:
    """A histogram, with the goalposts of a criterion where it has any.

    Args:
        values: one a location, in the unit.
        unit: of the values.
        criterion: whose goalposts are shown; None for none.
        size: of the whole.
        measure: how long texts are.
    """
    known = np.array([value for value in values if math.isfinite(value)], dtype=np.float64)
    if not known.size:
        return empty_scene(size, measure, t("There are no figures."), 60.0)
    low, high = float(known.min()), float(known.max())
    sentence = tn(
        "{count} figure, from {low} to {high}.",
        "{count} figures, from {low} to {high}.",
        int(known.size),
        low=figure_text(low, unit),
        high=figure_text(high, unit),
    )
    sheet = Sheet(size, measure, sentence)
    label = sheet.height(Style.SMALL)
    plot = Box(PAD, 4.0, size.width - 2 * PAD, max(8.0, size.height - 4.0 - 2 * label - 6.0))
    ends = [low, high]
    if criterion is not None:
        ends += [criterion.lower, criterion.upper]
    is_log = criterion is not None and criterion.transform == "log" and min(ends) > 0
    across = _scale(min(ends), max(ends), plot, is_log=is_log)
    edges = _edges(known, is_log=is_log)
    counts, _ = np.histogram(known, bins=edges)
    most = int(counts.max())
    for at, count in enumerate(counts.tolist()):
        if not count:
            continue
        left, right = across.at(float(edges[at])), across.at(float(edges[at + 1]))
        tall = plot.height * count / most
        words = tn(
            "{count} location from {low} to {high}",
            "{count} locations from {low} to {high}",
            count,
            low=figure_text(float(edges[at]), unit),
            high=figure_text(float(edges[at + 1]), unit),
        )
        box = Box(left, plot.bottom - tall, max(1.0, right - left - 1.0), tall)
        sheet.add(Bar(box, role=Role.ACCENT, words=words, key=f"bin{at}", values=(float(count),)))
    sheet.gridline((plot.x, plot.bottom), (plot.right, plot.bottom))
    if criterion is None:
        _ends(sheet, plot, figure_text(low, unit), figure_text(high, unit))
    else:
        _goalposts(sheet, plot, across, criterion, unit)

    def numbers() -> str:
        rows = [f"{edges[at]:g}\t{edges[at + 1]:g}\t{count}" for at, count in enumerate(counts.tolist())]
        return "\n".join([t("from\tto\tlocations"), *rows])

    return sheet.done(numbers, least_height=60.0)


def _scale(low: float, high: float, plot: Box, *, is_log: bool) -> Scale | LogScale:
    if is_log:
        return LogScale(low / (1 + _MARGIN), high * (1 + _MARGIN), plot.x, plot.right)
    edge = (high - low) * _MARGIN or abs(high) * _MARGIN or 1.0
    return Scale(low - edge, high + edge, plot.x, plot.right)


def _edges(
    known: np.ndarray[tuple[int], np.dtype[np.float64]], *, is_log: bool
) -> np.ndarray[tuple[int], np.dtype[np.float64]]:
    """The ends of the bins."""
    low, high = float(known.min()), float(known.max())
    bins = max(_LEAST_BINS, min(_MOST_BINS, known.size // _FIGURES_A_BIN))
    if low == high:
        room = abs(low) * _MARGIN or 0.5
        return np.array([low - room, low + room])
    if is_log:
        return np.geomspace(low, high * (1 + 1e-12), bins + 1)
    return np.linspace(low, high, bins + 1)


def _goalposts(sheet: Sheet, plot: Box, across: Scale | LogScale, criterion: OwnCriterion, unit: str) -> None:
    """The goalposts, and which of them is the best."""
    height = sheet.height()
    down = criterion.direction == "down"
    for value, is_best in ((criterion.lower, down), (criterion.upper, not down)):
        x = across.at(value)
        role = Role.GAIN if is_best else Role.LOSS
        sheet.add(Rule((x, plot.y), (x, plot.bottom + 3.0), 2.0, role=role, values=(value,)))
        text = (
            t("{figure} scores 100", figure=figure_text(value, unit))
            if is_best
            else t("{figure} scores 0", figure=figure_text(value, unit))
        )
        wide = sheet.width(text)
        left = min(max(plot.x, x - wide / 2), plot.right - wide)
        row = 0 if value == criterion.lower else 1
        box = Box(left, plot.bottom + 4.0 + row * height, wide + 2.0, height)
        sheet.write(box, text, role=Role.TEXT if is_best else Role.QUIET, key="best" if is_best else "worst")


def _ends(sheet: Sheet, plot: Box, low: str, high: str) -> None:
    height = sheet.height()
    box = Box(plot.x, plot.bottom + 4.0, plot.width, height)
    sheet.write(box, low, role=Role.QUIET)
    sheet.write(box, high, role=Role.QUIET, align=Align.RIGHT)

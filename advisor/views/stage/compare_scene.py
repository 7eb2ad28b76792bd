"""What sets the first two places apart: bars to both sides of the criteria's names."""

from __future__ import annotations

from dataclasses import dataclass

from advisor.core.explanation import Explanation, explain
from advisor.core.tolerance import SCORE_DECIMALS
from advisor.views.marked_figure import STAR, marked_pair
from advisor.views.scene.box import Box, Size
from advisor.views.scene.marks import Align, Bar
from advisor.views.scene.roles import Role
from advisor.views.scene.scene import Scene, Sheet
from advisor.views.scene.type_styles import Measurer, Style
from advisor.views.stage.layout import (
    THEME_OUTLINE,
    blank_sheet,
    em,
    finished,
    said_scene,
    upright,
    write_lines,
)
from advisor.views.stage.stage_texts import nothing_left
from advisor.views.stage.standings import Standing, Standings
from advisor.words.locale import digits
from advisor.words.translation import t, tn

_LEAST_ROW, _MOST_ROW, _MOST_ROWS = 1.35, 2.3, 8  # lines, lines, criteria
_LEAST_SLIM, _MOST_SLIM = 2.5, 3.4  # rows where names stand above the bars
_SLIM = 34.0  # lines of width below which they do
_LEAST_POINTS = 0.05  # smaller ones show as 0.0
_MORE_ROWS, _MORE_SLIM = 14, 4.6  # the same on an upright screen
_NAMES = 0.47  # of the width, at most
_FIGURE = 6.0  # lines of width that a figure with its unit may take; wider ones stand without


@dataclass(frozen=True, slots=True)
class _Part:
    """What a criterion adds to the lead of the first place; below 0 it speaks for the second."""

    id: str
    theme: str
    name: str
    points: float
    figures: tuple[str, str]
    with_units: tuple[str, str]

    def shown(self, sheet: Sheet) -> tuple[str, str]:
        """Both figures, with their unit where it is short enough."""
        fits = sheet.widest(self.with_units, Style.PLAIN) <= _FIGURE * em(sheet)
        return self.with_units if fits else self.figures


def compare_scene(shown: Standings, size: Size, measure: Measurer) -> Scene:
    """The criteria that set the first two apart most, the strongest on top."""
    if shown.is_empty:
        return said_scene(nothing_left(shown), size, measure)
    if len(shown.order) < 2:
        return said_scene(t("There is no second place to compare with."), size, measure)
    first, second = shown.top(2)
    explained = explain(shown.assessment.evaluation, first.row, second.row)
    parts = [part for part in _parts(shown, explained) if abs(part.points) >= _LEAST_POINTS]
    if not parts:
        return said_scene(t("Nothing sets the first two apart."), size, measure)
    parts.sort(key=lambda part: -abs(part.points))
    sheet, area = blank_sheet(size, measure, t("What sets the first two apart"))
    line = em(sheet)
    is_slim = area.width < _SLIM * line  # names stand above the bars
    head = (2.9 if is_slim else 1.7) * line
    least, most = (_LEAST_SLIM, _MOST_SLIM) if is_slim else (_LEAST_ROW, _MOST_ROW)
    if is_slim and upright(size):
        most = _MORE_SLIM
    fitting = max(1, int((area.height - head - 1.2 * line) / (least * line)))
    kept = parts[: min(_MORE_ROWS if upright(size) else _MOST_ROWS, fitting)]
    rest = len(parts) - len(kept)
    row = min(most * line, (area.height - head - 1.2 * line) / len(kept))
    name = min(_NAMES * area.width, sheet.widest((part.name for part in kept), Style.PLAIN) + line)
    if is_slim:
        name = 0.3 * line
    middle = area.centre[0]
    left, right = middle - name / 2, middle + name / 2
    figure = sheet.widest((text for part in kept for text in part.shown(sheet)), Style.PLAIN) + 0.6 * line
    point = sheet.width("00.0", Style.STRONG) + 0.5 * line
    if left - area.x < figure + point + 3 * line:
        figure = 0.0
    _heads(sheet, area, (first, second), _sums(explained), (left, right), is_slim=is_slim)
    longest = max(abs(part.points) for part in kept)
    room = left - area.x - figure - point
    for index, part in enumerate(kept):
        box = Box(area.x, area.y + head + index * row, area.width, row)
        _row(
            sheet,
            part,
            box,
            (left, right),
            figure,
            room * abs(part.points) / longest,
            (first, second),
            is_slim=is_slim,
        )
    has_star = bool(figure) and any(STAR in text for part in kept for text in part.shown(sheet))
    below = Box(area.x, area.y + head + len(kept) * row + 0.1 * line, area.width, line)
    sheet.write(
        below, _foot(sheet, rest, area.width, has_star=has_star), Style.PLAIN, Role.QUIET, Align.CENTRE
    )
    sentence = t("What sets the first two apart")
    return finished(sheet, sentence=sentence, themes=shown.themes)


def _foot(sheet: Sheet, rest: int, width: float, *, has_star: bool) -> str:
    """How many differences are left out, and what a star means where one is seen."""
    left_out = tn("and one smaller difference", "and {count} smaller differences", rest) if rest else ""
    if not has_star:
        return left_out
    if not left_out:
        return t("* estimated from similar places")
    said = t("{differences}; * estimated from similar places", differences=left_out)
    fits = sheet.width(said, Style.PLAIN) <= width
    return said if fits else t("{differences}; * estimated", differences=left_out)


def _parts(shown: Standings, explained: Explanation) -> list[_Part]:
    assessment, rows = shown.assessment, (explained.a, explained.b)
    return [
        _Part(
            criterion.id,
            criterion.theme,
            criterion.name,
            float(explained.parts[j]),
            marked_pair(assessment, rows, j, with_unit=False),
            marked_pair(assessment, rows, j, with_unit=True),
        )
        for j, criterion in enumerate(assessment.evaluation.criteria)
    ]


def _sums(explained: Explanation) -> tuple[float, float]:
    """What speaks for each, as it is published: both differ by the lead that the headline names."""
    lead, parts = explained.published_difference, explained.parts
    first = max(round(float(parts[parts > 0].sum()), SCORE_DECIMALS), lead)
    return first, first - lead


def _heads(
    sheet: Sheet,
    area: Box,
    places: tuple[Standing, Standing],
    sums: tuple[float, float],
    ends: tuple[float, float],
    *,
    is_slim: bool,
) -> None:
    """Both names with what speaks for each, in points."""
    line = em(sheet)
    boxes = (
        Box(area.x, area.y, ends[0] - area.x, 1.4 * line),
        Box(ends[1], area.y, area.right - ends[1], 1.4 * line),
    )
    for place, total, box, align in zip(places, sums, boxes, (Align.RIGHT, Align.LEFT), strict=True):
        points = t("+{points}", points=digits(total, SCORE_DECIMALS))
        wide = sheet.width(points, Style.LARGE) + 0.6 * line
        if is_slim:
            outer = Align.LEFT if align is Align.RIGHT else Align.RIGHT
            write_lines(
                sheet,
                Box(box.x, box.y, box.width, 1.4 * line),
                place.name,
                (Style.LARGE, Style.STRONG),
                align=outer,
            )
            sheet.write(
                Box(box.x, box.y + 1.3 * line, box.width, 1.3 * line), points, Style.LARGE, align=outer
            )
            continue
        if align is Align.RIGHT:
            name, number = (
                Box(box.x, box.y, box.width - wide, box.height),
                Box(box.right - wide, box.y, wide, box.height),
            )
        else:
            name, number = box.inset(wide, 0, 0, 0), Box(box.x, box.y, wide, box.height)
        face = Style.LARGE if sheet.width(place.name, Style.LARGE) <= name.width else Style.STRONG
        sheet.write(name, place.name, face, align=align)
        sheet.write(number, points, Style.LARGE, align=align)


def _row(
    sheet: Sheet,
    part: _Part,
    box: Box,
    ends: tuple[float, float],
    figure: float,
    length: float,
    places: tuple[Standing, Standing],
    *,
    is_slim: bool,
) -> None:
    line = em(sheet)
    left, right = ends
    is_first, length, reach = part.points > 0, max(2.0, length), box
    figures = part.shown(sheet)
    words = t(
        "{name}: {a} {first}, {b} {second}; {points} points for {winner:the}",
        name=part.name,
        a=places[0].name,
        first=figures[0],
        b=places[1].name,
        second=figures[1],
        points=digits(abs(part.points), 1),
        winner=places[0 if is_first else 1].name,
    )
    if is_slim:
        upper = Box(box.x, box.centre[1] - 1.15 * line, box.width, 1.1 * line)
        sheet.write(upper, part.name, Style.PLAIN, align=Align.CENTRE)
        box = Box(box.x, box.centre[1], box.width, 1.1 * line)
    else:
        middle = Box(left + 0.4 * line, box.y, right - left - 0.8 * line, box.height)
        sheet.write(middle, part.name, Style.PLAIN, align=Align.CENTRE)
    thick = min(1.0 * line, 0.62 * box.height)
    bar = Box(left - length if is_first else right, box.centre[1] - thick / 2, length, thick)
    sheet.add(
        Bar(
            bar,
            Role.THEME_EDGE,
            THEME_OUTLINE,
            key=part.id,
            words=words,
            role=Role.THEME,
            theme=part.theme,
            values=(part.points,),
            reach=reach,
        )
    )
    points = digits(abs(part.points), 1)
    wide = sheet.width(points, Style.STRONG) + 1
    at = bar.x - wide - 0.25 * line if is_first else bar.right + 0.25 * line
    sheet.write(Box(at, box.y, wide, box.height), points, Style.STRONG)
    if figure:
        sheet.write(Box(box.x, box.y, figure, box.height), figures[0], Style.PLAIN, Role.QUIET)
        sheet.write(
            Box(box.right - figure, box.y, figure, box.height),
            figures[1],
            Style.PLAIN,
            Role.QUIET,
            Align.RIGHT,
        )

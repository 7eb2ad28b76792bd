"""Cost against quality: one dot a location."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from advisor.views.cost.cost_quality import Dot as Place
from advisor.views.cost.cost_quality import dot_words, quality_sentence, quality_table
from advisor.views.look.theme import GAP
from advisor.views.scene.box import Box, Point, Size
from advisor.views.scene.marks import Align, Dot, Line, Rule
from advisor.views.scene.placement import Course, Crowd, Taken, beside, free
from advisor.views.scene.roles import Role
from advisor.views.scene.scales import LogScale, Scale, log_ticks, ticks
from advisor.views.scene.scene import Scene, Sheet, empty_scene
from advisor.views.scene.type_styles import Measurer, Style
from advisor.words.formatting import axis_texts
from advisor.words.translation import t

_RADIUS, _LARGE, _REACH = 3.5, 6.0, 7.0
_NEAR = 4.0  # to a dot, for a label
_AWAY = 9.0  # of a name from its dot
# Of a name over or under its dot, what stands left of it.
_SLIDES = (0.4, 0.6, 0.3, 0.7, 0.2, 0.8, 0.1, 0.9, 0.0, 1.0)
_THICK = 1.5  # the range of costs of a place
_FRONT = 1.25  # the line through those that none beats
_FIGURES = 2  # at least, on the axis of cost
_MARGIN = 1.15  # of the cheapest and the dearest, left and right of them
_EDGE = 0.06  # of the span of quality, above and below


@dataclass(frozen=True, slots=True)
class _Axis:
    """What stands below the plot.

    Attributes:
        title: what the axis is.
        figures: marks that are written, with how wide each is.
        lines: one, or two where figures have no room beside the title.
    """

    title: str
    figures: tuple[tuple[float, float], ...]
    lines: int


def quality_scene(
    places: Sequence[Place], money: str, selected: str, hovered: str, size: Size, measure: Measurer
) -> Scene:
    """All ranked locations; those that none beats on both cost and quality are joined and named.

    Args:
        places: the locations, the cheapest first.
        money: what the cost is counted in.
        selected: id of the location that is selected, empty for none.
        hovered: id of the one under the pointer, wherever that is.
        size: of the whole.
        measure: how long texts are.
    """
    sentence = quality_sentence(places, selected)
    if not places:
        return empty_scene(size, measure, sentence)
    sheet = Sheet(size, measure, sentence)
    area = sheet.opened()
    qualities = [place.quality for place in places]
    edge = (max(qualities) - min(qualities)) * _EDGE or 1.0
    low, high = min(qualities) - edge, max(qualities) + edge
    height = sheet.height()
    marks = ticks(low, high, max(2, int((area.height - height) / (2.4 * height))))
    texts = axis_texts(marks)
    left = sheet.widest(texts) + GAP
    costs = [place.cost for place in places]
    x = LogScale(min(costs) / _MARGIN, max(costs) * _MARGIN, area.x + left, area.right)
    axis = _axis(sheet, x, money)
    plot = Box(area.x + left, area.y, area.width - left, area.height - axis.lines * height - 6)
    y = Scale(low, high, plot.bottom, plot.y)
    for mark, text in zip(marks, texts, strict=True):
        at = y.at(mark)
        sheet.add(Rule((plot.x, at), (plot.right, at), role=Role.LINE, values=(mark,)))
        label = Box(area.x, at - height / 2, left - 6, height)
        sheet.write(label, text, role=Role.QUIET, align=Align.RIGHT)
    upper = _across(sheet, plot, x, axis)
    lines: list[Taken] = []
    at_of = {place.id: (x.at(place.cost), y.at(place.quality)) for place in places}
    front = _front(places, at_of)
    if len(front) > 1:
        sheet.add(Line(front, _FRONT, key="best", role=Role.GAIN))
        lines.append(Course(front, _FRONT))
    for place in places:  # arrow keys walk from the cheapest to the dearest, so these come in that order
        if place.id in (selected, hovered):
            role = Role.TEXT if place.id == selected else Role.QUIET
            level = at_of[place.id][1]
            ends = (x.at(place.low), level), (x.at(place.high), level)
            sheet.add(Rule(*ends, _THICK, role=role, key=place.id))
            lines.append(Course(ends, _THICK))
    dots = {place.id: _dot(place, at_of[place.id], selected, hovered) for place in places}
    sheet.add(*dots.values())
    special = [p for p in places if p.is_best or p.is_home or p.id in (selected, hovered)]
    on_top = sorted(special, key=lambda place: _importance(place, selected, hovered))
    sheet.add(*(_bare(dots[place.id]) for place in on_top))
    _names(
        sheet, plot.inset(0, -4, -4, 0), list(reversed(on_top)), at_of, (selected, hovered), [upper], lines
    )
    return sheet.done(lambda: quality_table(places, money), marked=selected)


def _importance(place: Place, selected: str, hovered: str) -> int:
    marks = (place.id == hovered, place.id == selected, place.is_home, place.is_best)
    return next((4 - at for at, mark in enumerate(marks) if mark), 0)


def _axis(sheet: Sheet, x: LogScale, money: str) -> _Axis:
    """One line where at least two figures have room beside the words, because one alone tells no scale."""
    title = t("cost per person and year, {money}", money=money)
    figures = []
    for mark in log_ticks(x.low, x.high):
        width = sheet.width(axis_texts([mark])[0]) + 2
        if x.at(mark) - width / 2 >= x.start and x.at(mark) + width / 2 < x.end:
            figures.append((mark, width))
    room = x.end - sheet.width(title) - GAP
    beside = [(mark, width) for mark, width in figures if x.at(mark) + width / 2 < room]
    is_one = len(beside) >= min(_FIGURES, len(figures))
    return _Axis(title, tuple(beside if is_one else figures), 1 if is_one else 2)


def _across(sheet: Sheet, plot: Box, x: LogScale, axis: _Axis) -> Box:
    """The axis of cost; what the axes are, in words. Returns where the words for quality stand."""
    height = sheet.height()
    for mark in log_ticks(x.low, x.high):
        sheet.add(
            Rule((x.at(mark), plot.bottom), (x.at(mark), plot.bottom + 3), role=Role.LINE, values=(mark,))
        )
    for mark, width in axis.figures:
        place = Box(x.at(mark) - width / 2, plot.bottom + 5, width, height)
        sheet.write(place, axis_texts([mark])[0], role=Role.QUIET)
    sheet.gridline((plot.x, plot.bottom), (plot.right, plot.bottom), Role.QUIET)
    below = Box(plot.x, plot.bottom + 5 + (axis.lines - 1) * height, plot.width, height)
    sheet.write(below, axis.title, role=Role.QUIET, align=Align.RIGHT)
    quality = t("quality: score without cost")
    upper = Box(plot.x + 4, plot.y, min(plot.width, sheet.width(quality) + 1), height)
    sheet.write(upper, quality, role=Role.QUIET)
    return upper


def _front(places: Sequence[Place], at_of: dict[str, Point]) -> tuple[Point, ...]:
    """A staircase: nothing lies above and left of it."""
    corners: list[Point] = []
    for place in places:
        if place.is_best:
            at = at_of[place.id]
            if corners:
                corners.append((at[0], corners[-1][1]))
            corners.append(at)
    return tuple(corners)


def _dot(place: Place, at: Point, selected: str, hovered: str) -> Dot:
    is_selected = place.id == selected
    larger = 1.0 if place.id == hovered or place.is_best or place.is_home else 0.0
    return Dot(
        *at,
        _LARGE if is_selected else _RADIUS + larger,
        Role.TEXT if is_selected else Role.PANEL,
        2.0 if is_selected else 1.0,
        key=place.id,
        words=partial(dot_words, place),
        role=Role.HOME if place.is_home else Role.GAIN if place.is_best else Role.PLACE,
        values=(place.cost, place.quality),
        reach=Box(at[0] - _REACH, at[1] - _REACH, 2 * _REACH, 2 * _REACH),
    )


def _bare(dot: Dot) -> Dot:
    """The same again, over its neighbours, without a second stop for the keyboard."""
    return Dot(
        dot.x, dot.y, dot.radius, dot.edge, dot.edge_width, key=dot.key, role=dot.role, values=dot.values
    )


def _names(
    sheet: Sheet,
    inside: Box,
    places: list[Place],
    at_of: dict[str, Point],
    strong: tuple[str, str],
    texts: Sequence[Box],
    lines: Sequence[Taken],
) -> None:
    """Names of the dots that matter, the most important first.

    None covers what matters, a line or another text; one that nobody asked for covers no dot at all, and one
    that was asked for rather stands on a line than nowhere.
    """
    dots = Crowd(list(at_of.values()), _NEAR)
    taken = [*texts, *(_around(at_of[place.id]) for place in places if place.is_best or place.id in strong)]
    for place in places:
        is_strong = place.id in strong
        style, role = (Style.STRONG, Role.TEXT) if is_strong else (Style.SMALL, Role.QUIET)
        own = at_of[place.id]
        width, height = sheet.width(place.name, style) + 2, sheet.height(style)
        choices = beside(*own, width, height, _AWAY)
        if is_strong:
            choices += _over_and_under(*own, width, height)
        others = [box for box in taken if not box.holds(*own)]
        label = min(free(choices, inside, [*others, *lines]), key=dots.count_in, default=None)
        if label is None and is_strong:
            label = min(free(choices, inside, others), key=dots.count_in, default=None)
        if label is not None and (is_strong or not dots.meets(label)):
            sheet.write(label, place.name, style, role)
            taken.append(label)


def _over_and_under(x: float, y: float, width: float, height: float) -> tuple[Box, ...]:
    """More places for a name, in reach of its dot: there is one that covers no other more often."""
    tops = (y - _AWAY - height, y + _AWAY)
    return tuple(Box(x - width * part, top, width, height) for top in tops for part in _SLIDES)


def _around(at: Point) -> Box:
    return Box(at[0] - _NEAR, at[1] - _NEAR, 2 * _NEAR, 2 * _NEAR)

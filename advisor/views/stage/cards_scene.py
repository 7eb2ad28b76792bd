"""The best places as cards, one below the other; while they glide each is drawn on its way."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from advisor.views.scene.box import Box, Size
from advisor.views.scene.marks import Align, Cell, Text
from advisor.views.scene.roles import Role
from advisor.views.scene.scene import Scene, Sheet
from advisor.views.scene.type_styles import Measurer, Style
from advisor.views.stage.layout import blank_sheet, em, finished, said_scene, upright
from advisor.views.stage.stage_texts import nothing_left, spoken_standing
from advisor.views.stage.standings import TOP, Standing, Standings
from advisor.words.translation import t

_LEAST, _MOST = 2.9, 5.0  # height of a card in lines
# On an upright screen: of figures below a name that has no room beside it, and of such a card.
_BELOW, _MOST_UPRIGHT = 2.4, 7.0
_GAP = 0.3  # between cards, in lines
# Width, in lines, that the longest name with its badges has before figures beside it go, within these limits.
_LEAST_NAME, _MOST_NAME = 11.0, 16.0
_BESIDE_NAME = 0.6  # between a name and its badges, in lines
_BAR = 0.42  # height of the bar in lines

Offset = Callable[[int], float]


@dataclass(frozen=True, slots=True)
class _Figure:
    """A column of figures.

    Attributes:
        caption: below each.
        text: of a location.
        width: of the widest, or of the caption.
    """

    caption: str
    text: Callable[[Standing], str]
    width: float


def cards_scene(
    shown: Standings,
    marked: str,
    offset: Offset,
    size: Size,
    measure: Measurer,
    count: int = TOP,
) -> Scene:
    """As many cards as can be read.

    Args:
        shown: where every location stands.
        marked: id of the location in the spotlight, empty for none.
        offset: how many cards below its place the location of a row is drawn now.
        size: of the whole.
        measure: how long texts are.
        count: cards at most.
    """
    if shown.is_empty:
        return said_scene(nothing_left(shown), size, measure)
    sheet, area = blank_sheet(size, measure, t("The best places"))
    line, gap = em(sheet), _GAP * em(sheet)
    fitting = max(1, int((area.height + gap) / (_LEAST * line + gap)))
    count = min(count, fitting, len(shown.order))
    most = _MOST_UPRIGHT if upright(size) else _MOST
    step = min(most * line + gap, (area.height + gap) / count)
    has_room_below = step - gap >= (_LEAST + _BELOW) * line
    figures, below = _figures(sheet, shown, shown.top(count), area.width, has_room_below=has_room_below)
    # Whoever leaves the first ones glides out below the last, whoever joins them comes from there.
    places = [(at + offset(row), row) for at, row in enumerate(shown.order[: 4 * count])]
    seen = [(place, row) for place, row in places if place < count - 0.02]
    for place, row in sorted(seen):
        box = Box(area.x, area.y + place * step, area.width, step - gap)
        _card(sheet, shown, shown.row(row), box, figures, below, is_marked=shown.row(row).id == marked)
    return finished(
        sheet,
        sentence=t("The best places"),
        marked=marked,
        themes=shown.themes,
    )


def _figures(
    sheet: Sheet, shown: Standings, top: tuple[Standing, ...], width: float, *, has_room_below: bool
) -> tuple[tuple[_Figure, ...], tuple[_Figure, ...]]:
    """The figures beside the names, the score always, and those below where not all have room beside them."""

    def column(caption: str, text: Callable[[Standing], str], style: Style = Style.LARGE) -> _Figure:
        wide = max(sheet.widest((text(one) for one in top), style), sheet.width(caption, Style.PLAIN))
        return _Figure(caption, text, wide + em(sheet))

    score = column(t("score"), lambda one: one.score_text, Style.HUGE)
    others = [column(t("times first"), lambda one: one.first_text)]
    if shown.knows_costs:
        others.append(column(shown.cost_unit, lambda one: one.cost_text))
    if shown.knows_overlap:
        others.append(column(t("overlap"), lambda one: one.overlap))
    names = max(_name_width(sheet, one) + sheet.width(one.badges, Style.PLAIN) for one in top) + em(sheet)
    names = min(max(names, _LEAST_NAME * em(sheet)), _MOST_NAME * em(sheet))
    room = width - _rank_width(sheet) - score.width - names
    kept: list[_Figure] = []
    for one in others:
        if sum(figure.width for figure in kept) + one.width <= room:
            kept.append(one)
    if has_room_below and len(kept) < len(others):
        room = width - _rank_width(sheet) - em(sheet)
        below = tuple(one for at, one in enumerate(others) if sum(o.width for o in others[: at + 1]) <= room)
        if len(below) > len(kept):
            return (score,), below
    return (*reversed(kept), score), ()


def _name_width(sheet: Sheet, one: Standing) -> float:
    """Of a name, and of what keeps its badges apart from it."""
    return sheet.width(one.name, Style.LARGE) + 1 + _BESIDE_NAME * em(sheet)


def _rank_width(sheet: Sheet) -> float:
    return sheet.width("000", Style.HUGE) + 0.4 * em(sheet)


def _card(
    sheet: Sheet,
    shown: Standings,
    one: Standing,
    box: Box,
    figures: tuple[_Figure, ...],
    below: tuple[_Figure, ...],
    *,
    is_marked: bool,
) -> None:
    line = em(sheet)
    sheet.add(
        Cell(
            box,
            10.0,
            Role.ACCENT if is_marked else Role.LINE,
            4.0 if is_marked else 1.0,
            key=one.id,
            words=lambda: spoken_standing(shown, one),
            role=Role.SELECTED if is_marked else Role.PANEL,
            values=(float(one.rank), one.score),
        )
    )
    if below:
        box, strip = box.inset(0, 0, 0, _BELOW * line), box.inset(0, box.height - _BELOW * line, 0, 0)
        start = strip.x + 0.5 * line + _rank_width(sheet)
        more = (strip.right - 0.5 * line - start - sum(figure.width for figure in below)) / len(below)
        for figure in below:
            cell = Box(start, strip.y, figure.width + more, strip.height - 0.3 * line)
            _figure(sheet, cell, figure, one, is_score=False)
            start = cell.right
    inside = box.inset(0.5 * line, 0, 0.5 * line, 0)
    roomy = box.height >= 3.6 * line
    upper = 0.5 * (box.height - (2.55 if roomy else 2.3) * line)
    rank = Box(inside.x, box.y, _rank_width(sheet) - 0.4 * line, box.height)
    if one.moved_text and roomy:
        tall = sheet.height(Style.HUGE)
        top = box.y + 0.5 * (box.height - tall - line)
        sheet.write(Box(rank.x, top, rank.width, tall), str(one.rank), Style.HUGE, align=Align.CENTRE)
        sheet.write(
            Box(rank.x, top + tall, rank.width, line),
            one.moved_text,
            Style.PLAIN,
            Role.QUIET,
            Align.CENTRE,
        )
    else:
        sheet.write(rank, str(one.rank), Style.HUGE, align=Align.CENTRE)
    right = inside.right
    for figure in reversed(figures):
        right -= figure.width
        _figure(
            sheet, Box(right, box.y, figure.width, box.height), figure, one, is_score=figure is figures[-1]
        )
    left = inside.x + _rank_width(sheet)
    name = Box(left, box.y + upper, right - left, 1.25 * line)
    wide = min(name.width, _name_width(sheet, one) - _BESIDE_NAME * line)
    sheet.write(Box(name.x, name.y, wide, name.height), one.name, Style.LARGE)
    rest = name.inset(wide + _BESIDE_NAME * line, 0, 0, 0)
    if one.badges and rest.width > 3 * line:
        sheet.write(
            Box(rest.x, rest.y + 0.1 * line, rest.width, rest.height), one.badges, Style.PLAIN, Role.QUIET
        )
    track = Box(left, name.bottom + (0.55 if roomy else 0.4) * line, right - left - 0.4 * line, _BAR * line)
    _score_bar(sheet, shown, one, track)


def _figure(sheet: Sheet, cell: Box, figure: _Figure, one: Standing, *, is_score: bool) -> None:
    style = Style.HUGE if is_score else Style.LARGE
    tall, line = sheet.height(style), em(sheet)
    top = cell.y + 0.5 * (cell.height - tall - line)
    sheet.write(Box(cell.x, top, cell.width, tall), figure.text(one), style, align=Align.RIGHT)
    sheet.add(
        Text(
            Box(cell.x, top + tall, cell.width, line),
            figure.caption,
            Style.PLAIN,
            Align.RIGHT,
            role=Role.QUIET,
        )
    )


def _score_bar(sheet: Sheet, shown: Standings, one: Standing, track: Box) -> None:
    """The score out of 100, split by theme."""
    sheet.add(Cell(track, track.height / 2, role=Role.TRACK))
    left = track.x
    for theme, part in zip(shown.themes, one.parts, strict=True):
        width = max(0.0, part) * track.width
        if width >= 1.0:
            piece = Box(left, track.y, max(1.0, width - 1.5), track.height)
            sheet.add(
                Cell(piece, 1.0, Role.THEME_EDGE, key=one.id, role=Role.THEME, theme=theme, values=(part,))
            )
        left += width

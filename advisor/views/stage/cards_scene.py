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
# Of a name with its bar beside it, above such figures where the card is low, and of that bar's width.
_LEAST_ABOVE, _LEAST_BAR = 1.35, 3.0
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


@dataclass(frozen=True, slots=True)
class _Plan:
    """What stands where on every card.

    Attributes:
        beside: figures beside the name, the score last.
        below: those below the name, where not all have room beside it.
        names: how wide names with their badges are where the bar stands behind them; 0 where it stands below.
    """

    beside: tuple[_Figure, ...]
    below: tuple[_Figure, ...] = ()
    names: float = 0.0


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
    plan = _plan(sheet, shown, shown.top(count), area.width, step - gap)
    # Whoever leaves the first ones glides out below the last, whoever joins them comes from there.
    places = [(at + offset(row), row) for at, row in enumerate(shown.order[: 4 * count])]
    seen = [(place, row) for place, row in places if place < count - 0.02]
    for place, row in sorted(seen):
        box = Box(area.x, area.y + place * step, area.width, step - gap)
        _card(sheet, shown, shown.row(row), box, plan, is_marked=shown.row(row).id == marked)
    return finished(
        sheet,
        sentence=t("The best places"),
        marked=marked,
        themes=shown.themes,
    )


def _plan(sheet: Sheet, shown: Standings, top: tuple[Standing, ...], width: float, height: float) -> _Plan:
    """Figures beside the names as far as there is room, else below them where a card has the height.

    Args:
        sheet: what is drawn on.
        shown: where every location stands.
        top: those on the cards.
        width: of a card.
        height: of a card.
    """

    def column(caption: str, text: Callable[[Standing], str], style: Style = Style.LARGE) -> _Figure:
        wide = max(sheet.widest((text(one) for one in top), style), sheet.width(caption, Style.PLAIN))
        return _Figure(caption, text, wide + em(sheet))

    score = column(t("score"), lambda one: one.score_text, Style.HUGE)
    others = [column(t("times first"), lambda one: one.first_text)]
    if shown.knows_costs:
        others.append(column(shown.cost_unit, lambda one: one.cost_text))
    if shown.knows_overlap:
        others.append(column(t("overlap"), lambda one: one.overlap))
    line = em(sheet)
    wide = max(_name_width(sheet, one) + sheet.width(one.badges, Style.PLAIN) + 1 for one in top)
    names = min(max(wide + line, _LEAST_NAME * line), _MOST_NAME * line)
    room = width - _rank_width(sheet) - score.width - names
    kept: list[_Figure] = []
    for one in others:
        if sum(figure.width for figure in kept) + one.width <= room:
            kept.append(one)
    if height >= (_LEAST_ABOVE + _BELOW) * line and len(kept) < len(others):
        # On a low card the bar stands behind the name, and figures leave the score its whole height.
        is_low = height < (_LEAST + _BELOW) * line
        room = width - _rank_width(sheet) - line - (score.width if is_low else 0.0)
        # The first has nothing at its left to stand apart from.
        reach = room + line
        below = tuple(one for at, one in enumerate(others) if sum(o.width for o in others[: at + 1]) <= reach)
        if len(below) > len(kept) and (not is_low or wide <= room):
            return _Plan((score,), below, wide if is_low else 0.0)
    return _Plan((*reversed(kept), score))


def _name_width(sheet: Sheet, one: Standing) -> float:
    """Of a name, and of what keeps its badges apart from it."""
    return sheet.width(one.name, Style.LARGE) + 1 + _BESIDE_NAME * em(sheet)


def _rank_width(sheet: Sheet) -> float:
    return sheet.width("000", Style.HUGE) + 0.4 * em(sheet)


def _card(sheet: Sheet, shown: Standings, one: Standing, box: Box, plan: _Plan, *, is_marked: bool) -> None:
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
    inside = box.inset(0.5 * line, 0, 0.5 * line, 0)
    upper = inside.inset(0, 0, 0, _BELOW * line) if plan.below else inside
    beside = inside if plan.names else upper  # what stands at both ends of the card
    _rank(sheet, one, Box(inside.x, beside.y, _rank_width(sheet) - 0.4 * line, beside.height))
    left, right = inside.x + _rank_width(sheet), inside.right
    for figure in reversed(plan.beside):
        right -= figure.width
        cell = Box(right, beside.y, figure.width, beside.height)
        _figure(sheet, cell, figure, one, is_score=figure is plan.beside[-1])
    if plan.below:
        end = right if plan.names else inside.right
        start = left - line
        more = (end - start - sum(figure.width for figure in plan.below)) / len(plan.below)
        for figure in plan.below:
            cell = Box(start, upper.bottom, figure.width + more, (_BELOW - 0.3) * line)
            _figure(sheet, cell, figure, one, is_score=False)
            start = cell.right
    if plan.names:
        name = Box(left, upper.y + 0.2 * line, plan.names, max(1.25 * line, upper.height - 0.2 * line))
        bar = left + plan.names + 0.4 * line
        room = right - bar
        # Figures say more than a bar for which long names leave no room.
        wide = room if room >= _LEAST_BAR * line else 0.0
        track = Box(bar, name.centre[1] - _BAR * line / 2, wide, _BAR * line)
    else:
        roomy = _is_roomy(sheet, upper)
        above = 0.5 * (upper.height - (2.55 if roomy else 2.3) * line)
        name = Box(left, upper.y + above, right - left, 1.25 * line)
        below = name.bottom + (0.55 if roomy else 0.4) * line
        track = Box(left, below, right - left - 0.4 * line, _BAR * line)
    _name(sheet, one, name)
    if track.width:
        _score_bar(sheet, shown, one, track)


def _is_roomy(sheet: Sheet, box: Box) -> bool:
    """Whether a card has room for how far its place has moved."""
    return box.height >= 3.6 * em(sheet)


def _rank(sheet: Sheet, one: Standing, box: Box) -> None:
    """The rank, and below it how many places that is better or worse than at the beginning."""
    if not (one.moved_text and _is_roomy(sheet, box)):
        sheet.write(box, str(one.rank), Style.HUGE, align=Align.CENTRE)
        return
    tall, line = sheet.height(Style.HUGE), em(sheet)
    top = box.y + 0.5 * (box.height - tall - line)
    sheet.write(Box(box.x, top, box.width, tall), str(one.rank), Style.HUGE, align=Align.CENTRE)
    moved = Box(box.x, top + tall, box.width, line)
    sheet.write(moved, one.moved_text, Style.PLAIN, Role.QUIET, Align.CENTRE)


def _name(sheet: Sheet, one: Standing, box: Box) -> None:
    """The name and, where there is room beside it, its badges."""
    line = em(sheet)
    wide = min(box.width, _name_width(sheet, one) - _BESIDE_NAME * line)
    sheet.write(Box(box.x, box.y, wide, box.height), one.name, Style.LARGE)
    rest = box.inset(wide + _BESIDE_NAME * line, 0.1 * line, 0, -0.1 * line)
    if one.badges and rest.width > 3 * line:
        sheet.write(rest, one.badges, Style.PLAIN, Role.QUIET)


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

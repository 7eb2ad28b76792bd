"""What the best places cost, and how sure their ranks are: a row a place, with ranges."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from advisor.views.scene.box import Box, Size
from advisor.views.scene.marks import Align, Bar, Cell, Rule
from advisor.views.scene.roles import Role
from advisor.views.scene.scales import Scale
from advisor.views.scene.scene import Scene, Sheet
from advisor.views.scene.type_styles import Measurer, Style
from advisor.views.stage.layout import blank_sheet, em, finished, lines_in, said_scene, upright, write_lines
from advisor.views.stage.stage_texts import nothing_left, spoken_standing
from advisor.views.stage.standings import TOP, Standing, Standings
from advisor.words.formatting import number_text, percent_text
from advisor.words.locale import digits
from advisor.words.translation import t, tn

_LEAST_ROW, _MOST_ROW = 1.5, 3.2  # lines
_LEAST_SLIM, _MOST_SLIM = 2.5, 4.4  # the same where names stand above the bars
_MORE_SLIM = 6.5  # at most on an upright screen
_FOOT = 1.1  # lines below the rows, for the ends of the axes or what is left out
_NAMES, _MORE_NAMES = 0.4, 0.46  # of the width, at most; more where names are in less large type all the same
_SLIM = 30.0  # lines of width below which names stand above the bars
_BAR = 0.8  # height of a bar in lines
_PLAIN = (Style.PLAIN,)
_HEAD = 3.0  # lines of captions at most
_OVER = 4.0  # pixels that a mark stands out of its bar at both ends


@dataclass(frozen=True, slots=True)
class _Rows:
    """Where rows stand: names beside the bars, or above them where room is short.

    Attributes:
        places: those that fit.
        left_out: how many do not.
        left: where the bars begin.
        head: height of the captions.
        height: of a row.
        foot: height of the ends of the axes below the rows, 0 where there is no room for them.
        ranks: width of the widest rank, with the room behind it.
    """

    places: tuple[Standing, ...]
    left_out: int
    area: Box
    left: float
    head: float
    height: float
    foot: float
    ranks: float
    is_slim: bool
    line: float

    def box(self, index: int) -> Box:
        """A row as a whole."""
        return Box(self.area.x, self.area.y + self.head + index * self.height, self.area.width, self.height)

    def name(self, index: int) -> Box:
        """Where its name stands."""
        box = self.box(index)
        if self.is_slim:
            return Box(box.x, box.centre[1] - 1.25 * self.line, box.width, 1.25 * self.line)
        return Box(box.x, box.y, self.left - box.x - 0.6 * self.line, box.height)

    def figures(self, index: int) -> Box:
        """What is left of it for bars and figures."""
        box = self.box(index)
        if self.is_slim:
            return Box(box.x, box.centre[1], box.width, 1.25 * self.line)
        return Box(self.left, box.y, box.right - self.left, box.height)


@dataclass(frozen=True, slots=True)
class _Caption:
    """What stands above a column, or above the bars.

    Attributes:
        left, width: where its lines stand.
        text: what it says.
        align: figures stand at the right.
    """

    left: float
    width: float
    text: str
    align: Align = Align.RIGHT


def cost_scene(shown: Standings, marked: str, size: Size, measure: Measurer) -> Scene:
    """Home and the best places, each from the low to the high end of its cost, on a scale from 0."""
    if shown.is_empty:
        return said_scene(nothing_left(shown), size, measure)
    places = [*shown.top(TOP)]
    home = shown.home
    if home is not None and home.id not in [one.id for one in places]:
        places.append(home)
    known = [value for one in places for value in one.cost if not math.isnan(value)]
    if not known:
        return said_scene(t("What the best places cost is not known."), size, measure)
    sheet, area = blank_sheet(size, measure, t("What a person costs a year"))
    line = em(sheet)
    left, is_slim = _left(sheet, places, area)
    cost = _column(sheet, shown.cost_unit, [one.cost_text for one in places])
    saving = _column(sheet, t("saving"), [one.saving_text for one in places])
    scale = Scale(0.0, max(known), left, area.right - cost - saving)
    captions = (
        _Caption(left, scale.end - left, t("Bar: low to high. Mark: most likely."), Align.LEFT),
        _Caption(scale.end, cost, shown.cost_unit),
        _Caption(scale.end + cost, saving, t("saving")),
    )
    rows = _rows(sheet, places, area, captions, left, is_slim=is_slim)
    _captions(sheet, rows, captions)
    _foot(sheet, rows, ((scale, digits(0), number_text(scale.high)),))
    for index, one in enumerate(rows.places):
        _place(sheet, shown, one, rows, index, is_marked=one.id == marked)
        room = rows.figures(index)
        _cost_bar(sheet, one, scale, room, line)
        for left, width, text in (
            (scale.end, cost, one.cost_text),
            (scale.end + cost, saving, one.saving_text),
        ):
            sheet.write(Box(left, room.y, width, room.height), text, Style.LARGE, align=Align.RIGHT)
    return finished(sheet, sentence=t("What a person costs a year"), marked=marked)


def certainty_scene(shown: Standings, marked: str, size: Size, measure: Measurer) -> Scene:
    """How often each of the best places is first, and between which ranks it is nine times out of ten."""
    if shown.is_empty:
        return said_scene(nothing_left(shown), size, measure)
    if shown.counted is None:
        return said_scene(t("The certainty of the ranking is being computed."), size, measure)
    sheet, area = blank_sheet(size, measure, t("How sure the ranks are"))
    line = em(sheet)
    places = shown.top(TOP)
    left, is_slim = _left(sheet, places, area)
    first = _column(sheet, "", [one.first_text for one in places]) - 0.4 * line
    likely = _column(sheet, "", [one.likely_text for one in places]) - 0.4 * line
    half = (area.right - left - first - likely - 1.2 * line) / 2
    chance = Scale(0.0, 1.0, left, left + half)
    start = left + half + first + 1.2 * line
    worst = max([TOP, *(one.likely[1] for one in places if one.likely)])
    ranks = Scale(1.0, float(worst), start, start + half)
    captions = (
        _Caption(left, half + first, t("times first, of all weightings"), Align.LEFT),
        _Caption(start, half + likely, t("Bar: rank, nine times out of ten. Mark: rank now."), Align.LEFT),
    )
    rows = _rows(sheet, places, area, captions, left, is_slim=is_slim)
    _captions(sheet, rows, captions)
    ends = ((chance, percent_text(0.0), percent_text(1.0)), (ranks, digits(1), digits(worst)))
    _foot(sheet, rows, ends)
    for index, one in enumerate(rows.places):
        _place(sheet, shown, one, rows, index, is_marked=one.id == marked)
        room = rows.figures(index)
        _chance_bar(sheet, one, chance, room, line)
        _rank_bar(sheet, one, ranks, room, line)
        for left, width, text in (
            (chance.end, first, one.first_text),
            (ranks.end, likely, one.likely_text),
        ):
            sheet.write(Box(left, room.y, width, room.height), text, Style.LARGE, align=Align.RIGHT)
    return finished(sheet, sentence=t("How sure the ranks are"), marked=marked)


def _left(sheet: Sheet, places: Sequence[Standing], area: Box) -> tuple[float, bool]:
    """Where the bars begin, and whether names stand above them."""
    is_slim = area.width < _SLIM * em(sheet)
    ranks, names = _ranks_width(sheet, places), [_name(one) for one in places]
    wide = ranks + sheet.widest(names, Style.LARGE) + em(sheet)
    if wide > _NAMES * area.width:
        less = ranks + sheet.widest(names, Style.STRONG) + em(sheet)
        wide = min(max(less, _NAMES * area.width), _MORE_NAMES * area.width)
    return (area.x if is_slim else area.x + wide), is_slim


def _rows(
    sheet: Sheet,
    places: Sequence[Standing],
    area: Box,
    captions: Sequence[_Caption],
    left: float,
    *,
    is_slim: bool,
) -> _Rows:
    """As many rows as can be read, and how many are left out; the last place, which may be home, stays."""
    line = em(sheet)
    found = [lines_in(sheet.measure, one.text, one.width, _HEAD * line, _PLAIN)[1] for one in captions]
    head = (0.3 + max(map(len, found))) * line
    least, most = (_LEAST_SLIM, _MOST_SLIM) if is_slim else (_LEAST_ROW, _MOST_ROW)
    if is_slim and upright(sheet.size):
        most = _MORE_SLIM
    foot, room = _FOOT * line, area.height - head
    if (room - foot) / len(places) < least * line <= room / len(places):
        foot = 0.0  # every place before the ends of the axes
    fitting = max(1, int((room - foot) / (least * line)))
    kept = tuple(places) if len(places) <= fitting else (*places[: fitting - 1], places[-1])
    height = min(most * line, (room - foot) / len(kept))
    ranks = _ranks_width(sheet, places)
    return _Rows(kept, len(places) - len(kept), area, left, head, height, foot, ranks, is_slim, line)


def _column(sheet: Sheet, caption: str, texts: Sequence[str]) -> float:
    """How wide a column of figures is, with the room at its left."""
    return max(sheet.widest(texts, Style.LARGE), sheet.width(caption, Style.PLAIN)) + em(sheet)


def _name(one: Standing) -> str:
    return t("{name} (home)", name=one.name) if one.is_home else one.name


def _ranks_width(sheet: Sheet, places: Sequence[Standing]) -> float:
    """Ranks have a column of their own, so that all names begin below each other."""
    return sheet.widest((digits(one.rank) for one in places if one.rank), Style.LARGE) + 0.5 * em(sheet)


def _place(
    sheet: Sheet, shown: Standings, one: Standing, rows: _Rows, index: int, *, is_marked: bool
) -> None:
    box, line = rows.box(index), rows.line
    around = Box(box.x - 0.5 * line, box.y, box.width + line, box.height)
    role = Role.SELECTED if is_marked else Role.NOTHING
    sheet.add(Cell(around, 8.0, key=one.id, words=lambda: spoken_standing(shown, one), role=role))
    name = rows.name(index)
    if one.rank:
        sheet.write(Box(name.x, name.y, rows.ranks, name.height), digits(one.rank), Style.LARGE)
    name = name.inset(rows.ranks, 0, 0, 0)
    face = Style.LARGE if sheet.width(_name(one), Style.LARGE) <= name.width else Style.STRONG
    sheet.write(name, _name(one), face)


def _captions(sheet: Sheet, rows: _Rows, captions: Sequence[_Caption]) -> None:
    for one in captions:
        box = Box(one.left, rows.area.y, one.width, rows.head)
        write_lines(sheet, box, one.text, _PLAIN, Role.QUIET, one.align)


def _foot(sheet: Sheet, rows: _Rows, ends: Sequence[tuple[Scale, str, str]]) -> None:
    """Below the rows: how many places there was no room for, else where the axes begin and end."""
    if not rows.foot:
        return
    y = rows.area.y + rows.head + len(rows.places) * rows.height
    if rows.left_out:
        text = tn("and one more place", "and {count} more places", rows.left_out)
        sheet.write(Box(rows.area.x, y, rows.area.width, rows.foot), text, Style.PLAIN, Role.QUIET)
        return
    for scale, low, high in ends:
        room = scale.end - scale.start
        fits = sheet.width(low, Style.PLAIN) + sheet.width(high, Style.PLAIN) + rows.line <= room
        # Of a short axis the end says more.
        for text, align in ((low if fits else "", Align.LEFT), (high, Align.RIGHT)):
            box = Box(scale.start, y, room, rows.foot)
            sheet.write(box, text, Style.PLAIN, Role.QUIET, align)


def _track(sheet: Sheet, scale: Scale, room: Box, line: float) -> Box:
    thick = min(_BAR * line, 0.5 * room.height)
    track = Box(scale.start, room.centre[1] - thick / 2, scale.end - scale.start, thick)
    sheet.add(Cell(track, 2.0, role=Role.TRACK))
    return track


def _mark(sheet: Sheet, x: float, track: Box) -> None:
    tall = track.height + 2 * _OVER
    sheet.add(Cell(Box(x - 4, track.y - _OVER, 8, tall), role=Role.TEXT))
    sheet.add(Cell(Box(x - 1.5, track.y - _OVER + 2, 3, tall - 4), role=Role.PANEL))


def _cost_bar(sheet: Sheet, one: Standing, scale: Scale, room: Box, line: float) -> None:
    low, middle, high = one.cost
    track = _track(sheet, scale, room, line)
    if math.isnan(middle):
        return
    if math.isnan(low):
        low = high = middle
    span = Box(scale.at(low), track.y, max(2.0, scale.at(high) - scale.at(low)), track.height)
    sheet.add(Bar(span, key=one.id, role=Role.ACCENT, values=(low, middle, high)))
    _mark(sheet, scale.at(middle), track)


def _chance_bar(sheet: Sheet, one: Standing, scale: Scale, room: Box, line: float) -> None:
    track = _track(sheet, scale, room, line)
    if not math.isnan(one.first):
        bar = Box(track.x, track.y, max(1.0, scale.at(one.first) - track.x), track.height)
        sheet.add(Bar(bar, key=one.id, role=Role.ACCENT, values=(one.first,)))


def _rank_bar(sheet: Sheet, one: Standing, scale: Scale, room: Box, line: float) -> None:
    thick = min(_BAR * line, 0.5 * room.height)
    middle = room.centre[1]
    sheet.add(Rule((scale.start, middle), (scale.end, middle), 2.0, role=Role.QUIET))
    if one.likely is None:
        return
    low, high = (scale.at(float(rank)) for rank in one.likely)
    span = Box(low - 2, middle - thick / 2, high - low + 4, thick)
    sheet.add(Bar(span, key=one.id, role=Role.ACCENT, values=tuple(float(rank) for rank in one.likely)))
    _mark(sheet, scale.at(float(one.rank)), span)

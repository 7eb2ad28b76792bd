"""The first places of two scenarios as a slope chart: a line from each rank to the other."""

from __future__ import annotations

from advisor.views.look.theme import GAP
from advisor.views.scenarios.comparison import RankPair, ScenarioPair
from advisor.views.scene.box import Box, Size
from advisor.views.scene.marks import Align, Cell, Dot, Line
from advisor.views.scene.roles import Role
from advisor.views.scene.scene import Scene, Sheet, empty_scene
from advisor.views.scene.type_styles import Measurer, Style, wrapped
from advisor.words.formatting import UNKNOWN
from advisor.words.locale import digits
from advisor.words.translation import t

_ROW = 3.0  # that a row is higher than its text
_DOT = 3.0
_NAME_LINES = 6  # at most, of a scenario's name
_SLOPE_LEAST = 80.0  # between the names
_SLOPE_MOST = 45.0  # heights of a row: the eye follows no line across a whole wall
_UP, _DOWN = "\N{UPWARDS ARROW}", "\N{DOWNWARDS ARROW}"


def slope_scene(pair: ScenarioPair, marked: str, size: Size, measure: Measurer) -> Scene:
    """The first scenario at the left, the second at the right, the best on top.

    Locations stand at equal distances in the order of their ranks; below a gap, those that are not among the
    first places there.

    Args:
        pair: the scenarios.
        marked: id of the selected location.
        size: of the whole.
        measure: how long texts are.
    """
    rows = pair.rows
    if not rows:
        return empty_scene(size, measure, pair.sentence)
    sheet = Sheet(size, measure, pair.sentence)
    area = sheet.opened()
    height = sheet.height(Style.PLAIN) + _ROW
    rank = sheet.width("000", Style.STRONG)
    moved = sheet.width(f"{_DOWN}000") + GAP
    wanted = sheet.widest((row.name for row in rows), Style.STRONG) + GAP
    around, slope = 2 * rank + 5 * GAP, _SLOPE_LEAST
    most = 2 * wanted + around + moved + _SLOPE_MOST * height
    area = Box(area.x, area.y, min(area.width, most), area.height)
    if 2 * wanted + around + moved + slope > area.width:  # names before movements, which the slopes show
        moved, slope = 0.0, _SLOPE_LEAST / 2
    room = max(0.0, (area.width - slope - around - moved) / 2)
    plain, strong = Style.PLAIN, Style.STRONG
    if wanted > room:
        plain, strong = Style.SMALL, Style.SMALL_STRONG
        wanted = sheet.widest((row.name for row in rows), strong) + GAP
    name = min(wanted, room)
    left, right = area.x + name + rank + 2.5 * GAP, area.right - name - rank - moved - 2 * GAP
    top = _heads(sheet, pair, area, (left, right)) + 4
    first = _places(rows, [row.a for row in rows], pair.top)
    second = _places(rows, [row.b for row in rows], pair.top)
    for at, row in enumerate(rows):
        ys = [top + (places[at] + 0.5) * height for places in (first, second)]
        _stop(sheet, pair, row, (left, right), (ys[0], ys[1]))
    order = sorted(range(len(rows)), key=lambda at: rows[at].id == marked)  # the selected one on top
    for at in order:
        row, is_marked = rows[at], rows[at].id == marked
        ys = [top + (places[at] + 0.5) * height for places in (first, second)]
        _slope(sheet, pair, row, (left, right), (ys[0], ys[1]), is_marked=is_marked)
        style = strong if is_marked else plain
        a, b = (Box(area.x, y - height / 2, left - area.x - GAP, height) for y in ys)
        beside = a.inset(0, 0, rank + GAP, 0)
        role = Role.TEXT if row.a else Role.QUIET
        sheet.write(beside, row.name, style, role, Align.RIGHT)
        number = Box(a.right - rank, a.y, rank, height)
        sheet.write(number, _rank(row.a), style, role, Align.RIGHT)
        role = Role.TEXT if row.b else Role.QUIET
        b = Box(right + GAP, b.y, rank, height)
        sheet.write(b, _rank(row.b), style, role, Align.RIGHT)
        sheet.write(Box(b.right + GAP / 2, b.y, name, height), row.name, style, role)
        if moved:
            _movement(sheet, row, Box(area.right - moved, b.y, moved, height))
    last = max(*first, *second) + 1
    return sheet.done(pair.table, least_height=top + last * height + GAP, marked=marked)


def _heads(sheet: Sheet, pair: ScenarioPair, area: Box, ends: tuple[float, float]) -> float:
    """Names of the scenarios over the ranks, on the lines that they need; returns where they end."""
    height, style = sheet.height(Style.SMALL_STRONG), Style.SMALL_STRONG
    middle = (ends[0] + ends[1]) / 2
    heads = []
    for name, left, right, align in (
        (pair.names[0], area.x, middle - GAP, Align.LEFT),
        (pair.names[1], middle + GAP, area.right, Align.RIGHT),
    ):
        heads.append((wrapped(sheet.measure, name, style, right - left, _NAME_LINES), left, right, align))
    most = max(len(lines) for lines, *_ in heads)
    for lines, left, right, align in heads:
        for place, text in enumerate(lines, start=most - len(lines)):
            box = Box(left, area.y + place * height, right - left, height)
            sheet.write(box, text, style, Role.QUIET, align)
    return area.y + most * height


def _places(rows: tuple[RankPair, ...], ranks: list[int], top: int) -> list[float]:
    """Where each row stands from the top, in heights of a row."""
    unranked = max(ranks) + 1
    order = sorted(range(len(rows)), key=lambda at: (ranks[at] or unranked, at))
    within = sum(1 for rank in ranks if 1 <= rank <= top)
    places = [0.0] * len(rows)
    for place, at in enumerate(order):
        places[at] = place + (0.6 if place >= within else 0.0)
    return places


def _slope(
    sheet: Sheet,
    pair: ScenarioPair,
    row: RankPair,
    xs: tuple[float, float],
    ys: tuple[float, float],
    *,
    is_marked: bool,
) -> None:
    role = Role.ACCENT if is_marked else Role.QUIET
    kept = bool(row.a and row.b)
    points = ((xs[0], ys[0]), (xs[1], ys[1]))
    opacity = 1.0 if is_marked or kept else 0.6
    words = _words(pair, row)
    sheet.add(
        Line(
            points,
            2.4 if is_marked else 1.4,
            dotted=not kept,
            key=row.id,
            words=words,
            role=role,
            opacity=opacity,
            values=(float(row.a), float(row.b)),
            reach=Box(xs[0] - 4, min(ys) - 6, xs[1] - xs[0] + 8, abs(ys[1] - ys[0]) + 12),
            stop=False,
        )
    )
    for x, y in points:
        sheet.add(Dot(x, y, _DOT, key=row.id, role=role, opacity=opacity))


def _stop(
    sheet: Sheet, pair: ScenarioPair, row: RankPair, xs: tuple[float, float], ys: tuple[float, float]
) -> None:
    """Where hovering and the keyboard find a row: by its names, where lines do not cross."""
    words, values = _words(pair, row), (float(row.a), float(row.b))
    left = Box(0, ys[0] - 8, xs[0] + 8, 16)
    right = Box(xs[1] - 8, ys[1] - 8, sheet.size.width - xs[1] + 8, 16)
    sheet.add(
        Cell(left, key=row.id, words=words, role=Role.NOTHING, values=values),
        Cell(right, key=row.id, words=words, role=Role.NOTHING, stop=False),
    )


def _words(pair: ScenarioPair, row: RankPair) -> str:
    first, second = pair.names
    if row.a and row.b:
        return t(
            "{place}: rank {rank} in “{first}”, {other} in “{second}”",
            place=row.name,
            rank=row.a,
            other=row.b,
            first=first,
            second=second,
        )
    if row.b:
        return t(
            "{place}: not ranked in “{first}”, rank {rank} in “{second}”",
            place=row.name,
            rank=row.b,
            first=first,
            second=second,
        )
    return t(
        "{place}: rank {rank} in “{first}”, not ranked in “{second}”",
        place=row.name,
        rank=row.a,
        first=first,
        second=second,
    )


def _movement(sheet: Sheet, row: RankPair, box: Box) -> None:
    gained = row.a - row.b
    if not (row.a and row.b and gained):
        return
    text = f"{_UP if gained > 0 else _DOWN}{digits(abs(gained))}"
    sheet.write(box, text, Style.SMALL, Role.ACCENT if gained > 0 else Role.QUIET, Align.RIGHT)


def _rank(rank: int) -> str:
    return str(rank) if rank else UNKNOWN

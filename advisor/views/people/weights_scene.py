"""Everybody's weights: an axis a theme, a numbered dot a person, and a bar where the group stands."""

from __future__ import annotations

from advisor.core.group import Division
from advisor.views.look.theme import GAP
from advisor.views.people.people_figures import GroupFigures
from advisor.views.scene.box import Box, Point, Size
from advisor.views.scene.marks import Align, Cell, Dot, Rule, Text
from advisor.views.scene.roles import Role
from advisor.views.scene.scales import Scale, ticks
from advisor.views.scene.scene import Scene, Sheet
from advisor.views.scene.type_styles import Measurer, Style
from advisor.words.formatting import percent_text
from advisor.words.locale import digits
from advisor.words.tables import tab_separated
from advisor.words.translation import t

_NAMES = 0.4  # of the width, at most
_MOST_TALL = 4.4  # rows, in lines of small type
_DOT, _LEAST_DOT = 0.62, 0.42  # radius in lines of small type; two dots of one value stand in the lowest row
_MOST_NUMBERED = 24  # people; more are shown as a crowd, named on pointing only
_FAINT = 0.55
_CROWD, _STEP = 160, 0.5  # steps to either side, in radii of a dot
_ROOM = 1.08  # of the largest share that the axis goes to


def weights_scene(figures: GroupFigures, size: Size, measure: Measurer) -> Scene:
    """Who is who, then a row a theme, the one that divides most on top."""
    decision = figures.decision
    sheet = Sheet(size, measure, _sentence(figures))
    area = sheet.opened()
    small = sheet.height()
    labels = {each.theme: figures.theme(each.theme) for each in decision.divisions}
    worth = {each.theme: t("{points} points", points=digits(each.points, 1)) for each in decision.divisions}
    name = min(_NAMES * area.width, sheet.widest(labels.values(), Style.STRONG) + GAP)
    last = sheet.widest([*worth.values(), t("Divides by")]) + GAP
    numbered = len(figures.names) <= _MOST_NUMBERED
    key = _key_lines(sheet, figures, area.width) if numbered else []
    most = max(float(each.shares.max()) for each in decision.divisions)
    scale = Scale(0.0, max(0.1, _ROOM * most), area.x + name + GAP, area.right - last - GAP)
    for at, text in enumerate(key):
        sheet.write(Box(area.x, area.y + at * small, area.width, small), text, role=Role.QUIET)
    above = area.y + (len(key) * small + GAP / 2 if key else 0.0)
    top = above + small + 4
    rows = len(decision.divisions)
    lowest = 4 * _least_radius(sheet, figures)
    height = min(_MOST_TALL * small, max(lowest, (area.bottom - top) / rows))
    _axis(sheet, scale, above, top, top + rows * height)
    sheet.write(
        Box(area.right - last, above, last, small), t("Divides by"), role=Role.QUIET, align=Align.RIGHT
    )
    for at, division in enumerate(decision.divisions):
        line = Box(area.x, top + at * height, area.width, height)
        sheet.write(Box(line.x, line.y, name, height), labels[division.theme], Style.STRONG)
        _row(sheet, figures, division, line, scale)
        end = Box(area.right - last, line.y, last, height)
        sheet.write(end, worth[division.theme], role=Role.QUIET, align=Align.RIGHT)
    least = sheet.least(top - area.y + rows * lowest)
    themes = decision.group.weights.themes
    return sheet.done(lambda: _table(figures), least_height=least, themes=themes)


def _sentence(figures: GroupFigures) -> str:
    first = figures.decision.divisions[0]
    if len(figures.names) < 2 or first.spread < 0.005:
        return t("Everybody gives every theme the same weight.")
    return t(
        "“{theme}” divides most, from {low} ({least}) to {high} ({most}). The bar is the group.",
        theme=figures.theme(first.theme),
        low=percent_text(float(first.shares[first.lowest])),
        least=figures.names[first.lowest],
        high=percent_text(float(first.shares[first.highest])),
        most=figures.names[first.highest],
    )


def _axis(sheet: Sheet, scale: Scale, above: float, top: float, bottom: float) -> None:
    most = int((scale.end - scale.start) / (1.5 * sheet.width(percent_text(1.0))))
    for mark in ticks(0.0, scale.high, max(1, min(6, most))):
        at, text = scale.at(mark), percent_text(mark)
        sheet.add(Rule((at, top), (at, bottom), role=Role.LINE, values=(mark,)))
        width = sheet.width(text) + 1
        sheet.write(Box(at - width / 2, above, width, sheet.height()), text, role=Role.QUIET)


def _row(sheet: Sheet, figures: GroupFigures, division: Division, line: Box, scale: Scale) -> None:
    """Dots that would cover each other stand above and below the line, as far as the row is high enough."""
    decision, middle = figures.decision, line.centre[1]
    weights = decision.group.weights
    group = float(weights.theme_weights[weights.themes.index(division.theme)])
    sheet.add(Rule((scale.start, middle), (scale.end, middle), role=Role.LINE))
    words = t("{theme}: the group {share}", theme=figures.theme(division.theme), share=percent_text(group))
    half = 0.48 * line.height
    mark = Box(scale.at(group) - 2, middle - half, 4, 2 * half)
    sheet.add(
        Cell(mark, radius=1, key=f"{division.theme}/group", role=Role.TEXT, words=words, values=(group,))
    )
    numbered = len(figures.names) <= _MOST_NUMBERED
    radius = min(_DOT * sheet.height(), line.height / 4) if numbered else 0.3 * sheet.height()
    order = sorted(range(len(figures.names)), key=lambda k: float(division.shares[k]))
    places = [(scale.at(float(division.shares[k])), middle) for k in order]
    if numbered:
        places = _free_places([x for x, _ in places], middle, radius, line.height)
    for k, (x, y) in zip(order, places, strict=True):
        share = float(division.shares[k])
        words = t(
            "{name} gives “{theme}” {share}",
            name=figures.names[k],
            theme=figures.theme(division.theme),
            share=percent_text(share),
        )
        dot = Dot(
            x,
            y,
            radius,
            Role.THEME_EDGE,
            2.0,
            key=f"{division.theme}/{figures.names[k]}",
            role=Role.PANEL,
            theme=division.theme,
            words=words,
            values=(share,),
            opacity=1.0 if numbered else _FAINT,
        )
        sheet.add(dot)
        if numbered:
            box = Box(x - radius, y - radius, 2 * radius, 2 * radius)
            sheet.add(Text(box, digits(k + 1), Style.SMALL_STRONG, Align.CENTRE, role=Role.TEXT))


def _least_radius(sheet: Sheet, figures: GroupFigures) -> float:
    """Of a dot in which every number is read."""
    numbers = (digits(k + 1) for k in range(min(_MOST_NUMBERED, len(figures.names))))
    return max(_LEAST_DOT * sheet.height(), 0.5 * sheet.widest(numbers, Style.SMALL_STRONG) + 1)


def _free_places(wanted: list[float], middle: float, radius: float, height: float) -> list[Point]:
    """Where dots cover no other: alone on the line; in a crowd beside it where a row has not room for three.

    Args:
        wanted: places along the line, in order.
        middle: of the row.
        radius: of a dot.
        height: of the row.
    """
    wide = 2 * radius
    crowded: tuple[float, ...] = (middle, middle - wide, middle + wide)
    if height < 3 * wide:
        crowded = (middle - radius, middle + radius)
    taken: list[Point] = []
    for at, x in enumerate(wanted):
        beside = wanted[max(0, at - 1) : at] + wanted[at + 1 : at + 2]
        is_alone = all(abs(x - other) >= wide for other in beside)
        taken.append(_free_place(x, (middle,) if is_alone else crowded, radius, taken))
    return taken


def _free_place(x: float, heights: tuple[float, ...], radius: float, taken: list[Point]) -> Point:
    """On its value at the first height that is free, else as close to it as can be."""
    apart = 2 * radius - 0.01  # positions are no whole numbers
    steps = (sign * step * _STEP * radius for step in range(1, _CROWD) for sign in (1, -1))
    for sideways in (0.0, *steps):
        for y in heights:
            if all(abs(x + sideways - a) >= apart or abs(y - b) >= apart for a, b in taken):
                return x + sideways, y
    return x, heights[0]


def _key_lines(sheet: Sheet, figures: GroupFigures, width: float) -> list[str]:
    """Who has which number, in as many lines as it takes."""
    lines: list[str] = []
    for k, name in enumerate(figures.names):
        entry = t("{number} {name}", number=digits(k + 1), name=name)
        longer = f"{lines[-1]}    {entry}" if lines else entry
        if lines and sheet.width(longer) <= width:
            lines[-1] = longer
        else:
            lines.append(entry)
    return lines


def _table(figures: GroupFigures) -> str:
    decision = figures.decision
    themes = decision.group.weights.themes
    head = [t("Who"), *(figures.theme(theme) for theme in themes)]
    rows: list[list[str | float]] = [
        [member.name, *(100.0 * float(share) for share in member.weights.theme_weights)]
        for member in decision.members
    ]
    rows.append([t("The group"), *(100.0 * float(share) for share in decision.group.weights.theme_weights)])
    return tab_separated(head, rows)

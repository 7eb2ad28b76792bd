"""The steps that are mostly words: title, question, covered priorities, decision."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from advisor.scenario.study.talk import TalkStep
from advisor.views.scene.box import Box, Size
from advisor.views.scene.marks import Cell
from advisor.views.scene.roles import Role
from advisor.views.scene.scene import Scene, Sheet
from advisor.views.scene.type_styles import Measurer, Style
from advisor.views.stage.layout import (
    FALLING,
    THEME_OUTLINE,
    blank_sheet,
    em,
    finished,
    lines_in,
    upright,
    write_lines,
)
from advisor.views.stage.stage_texts import (
    decision_lines,
    headline,
    latest_decision,
    lead_of,
    question,
    title_lines,
)
from advisor.views.stage.standings import Standings, short_name
from advisor.words.locale import digits
from advisor.words.translation import t, tn

_TITLE = (Style.TITLE, Style.HEADLINE, *FALLING)
_BELOW_TITLE = (Style.LARGE, Style.PLAIN)
_TILE_GAP, _TILE_SIDE = 0.6, 0.6  # lines between tiles, and within one beside its texts
# Height of a tile in lines: as a rule, rather than a smaller question, and where nothing else needs the room.
_TILE, _TILE_UPRIGHT, _LEAST_TILE, _MOST_TILE = 5.0, 6.5, 3.4, 8.0
_MOST_WORDS, _MOST_WORDS_UPRIGHT = 6.0, 12.0  # lines of one text of a decision
_AIR = 0.5  # lines above and below what a tile says
_ROUNDING = 0.01  # pixels
_WHOSE = 1.3  # lines for whose figures stand on the tiles
_SLIM = 34  # lines of width below which tiles stand two by two

Tile = tuple[str, str]  # figure and what it counts
Arrangement = tuple[int, float, float]  # rows of tiles, height of each in lines, and pixels above them


def title_scene(shown: Standings, today: date, size: Size, measure: Measurer) -> Scene:
    """The name of the scenario, and what it is about."""
    name = shown.assessment.scenario.name
    sheet, area = blank_sheet(size, measure, name)
    line = em(sheet)
    room = 0.45 * size.height
    style, lines = lines_in(measure, name, area.width, room, _TITLE)
    below = title_lines(shown, today)
    whole = len(lines) * measure.height(style) + (0.35 * len(below) + 1.4) * line
    whole += _height(sheet, below, Style.LARGE, area.width)
    top = max(0.0, 0.46 * (size.height - whole))
    sheet.add(Cell(Box(area.x, top, 2.4 * line, 0.22 * line), role=Role.ACCENT))
    at = write_lines(sheet, Box(area.x, top + 0.8 * line, area.width, room), name, (style,))
    left = size.height - at - 0.35 * line * len(below)
    face = next((one for one in _BELOW_TITLE if _height(sheet, below, one, area.width) <= left), Style.PLAIN)
    for text in below:
        at += 0.35 * line
        at = write_lines(sheet, Box(area.x, at, area.width, size.height - at), text, (face,), Role.QUIET)
    return finished(sheet, sentence=name)


def question_scene(shown: Standings, size: Size, measure: Measurer) -> Scene:
    """The question in large type over the figures that frame it."""
    asked = question(shown)
    sheet, area = blank_sheet(size, measure, asked)
    line = em(sheet)
    tiles = _frame(shown)
    least = 0.6 * line
    style, (rows, high, gap) = _largest(sheet, asked, tiles, area.width, size.height - least)
    needed = (rows * high + (rows - 1) * _TILE_GAP) * line
    room = size.height - needed - gap - least
    _style, lines = lines_in(measure, asked, area.width, room, (style,))
    text = len(lines) * measure.height(style)
    top = max(least, 0.46 * (size.height - text - needed - gap))
    at = write_lines(sheet, Box(area.x, top, area.width, room), asked, (style,)) + gap
    _tiles(sheet, Box(area.x, at, area.width, needed), tiles, rows)
    return finished(sheet, sentence=asked)


def _largest(
    sheet: Sheet, asked: str, tiles: Sequence[Tile], width: float, height: float
) -> tuple[Style, Arrangement]:
    """The largest type for a question, and the airiest arrangement of tiles that leaves it the room.

    Tiles stand closer, and at last all in one row, before a question falls a size.
    """
    line = em(sheet)
    rows = 2 if width < _SLIM * line else 1
    row = sheet.height(Style.HUGE) / line + _caption_lines(sheet, tiles, width, 1) + _AIR
    arrangements: tuple[Arrangement, ...] = (
        (rows, _tile(sheet.size), 2.2 * line),
        (rows, _TILE, 1.2 * line),
        (rows, _LEAST_TILE, 1.2 * line),
        (1, max(_LEAST_TILE, row), 1.2 * line),
    )
    for style in _TITLE:
        for arrangement in arrangements:
            rows, high, gap = arrangement
            room = height - gap - (rows * high + (rows - 1) * _TILE_GAP) * line
            if " ".join(lines_in(sheet.measure, asked, width, room, (style,))[1]) == asked:
                return style, arrangement
    return _TITLE[-1], arrangements[0]


def covered_scene(shown: Standings, size: Size, measure: Measurer) -> Scene:
    """The themes without a figure: nothing is shown of what anybody weighs."""
    sentence = headline(TalkStep.COVERED, shown)
    sheet, area = blank_sheet(size, measure, sentence)
    line = em(sheet)
    themes, names = shown.themes, [short_name(shown.theme(theme)) for theme in shown.themes]
    gap, room = _TILE_GAP * line, area.height - line
    # Below each other on an upright screen, as long as none is lower than a tile may be.
    in_one = upright(size) and len(themes) * (_LEAST_TILE * line + gap) <= room
    columns = 1 if in_one else max(1, min(len(themes), 3 if area.width >= _SLIM * line else 2))
    rows = -(-len(themes) // columns)
    wide = (area.width - (columns - 1) * gap) / columns
    high = min(_MOST_TILE * line, (room - (rows - 1) * gap) / rows)
    top = max(0.0, (area.height - rows * high - (rows - 1) * gap) / 2)
    inside = wide - 1.4 * line
    faces = (Style.HEADLINE, Style.HUGE, Style.LARGE)
    face = next((one for one in faces if sheet.widest(names, one) <= inside), Style.STRONG)
    for index, theme in enumerate(themes):
        box = Box(area.x + index % columns * (wide + gap), top + index // columns * (high + gap), wide, high)
        sheet.add(Cell(box, 8.0, Role.LINE, role=Role.PANEL, key=theme, words=shown.theme(theme)))
        strip = Box(box.x, box.y, 0.3 * line, box.height)
        sheet.add(Cell(strip, 0.0, Role.THEME_EDGE, THEME_OUTLINE, role=Role.THEME, theme=theme))
        sheet.write(Box(box.x + line, box.y, inside, high), names[index], face)
    return finished(sheet, sentence=sentence, themes=themes)


def decision_scene(shown: Standings, size: Size, measure: Measurer) -> Scene:
    """What was decided, who decided and why; where nothing is, what stands to be decided."""
    sentence = headline(TalkStep.DECISION, shown)
    sheet, area = blank_sheet(size, measure, sentence)
    line = em(sheet)
    decision = latest_decision(shown.study)
    at = 0.6 * line
    if decision is None:
        texts: Sequence[str] = (lead_of(shown),) if len(shown.order) > 1 else ()
        texts = (*texts, t("A decision that is logged is shown here, with who decided and why."))
        leader = shown.top(1)[0] if shown.order else None
        tiles = _chosen(shown, leader.id) if leader is not None else ()
        whose = t("{place}, leading now", place=leader.name) if leader is not None else ""
    else:
        texts, whose = decision_lines(shown, decision), ""  # the headline says it
        tiles = _chosen(shown, decision.chosen)
    most = _MOST_WORDS_UPRIGHT * line if upright(size) else _MOST_WORDS * line
    set_lines = _less_and_less(sheet, texts, area.width, most)
    words = sum(len(lines) * measure.height(style) + 0.7 * line for style, lines in set_lines)
    tile, named = _tile(size), (_WHOSE * line if whose else 0.0)
    rest = area.height - at - words

    def height(rows: int, tile: float) -> float:
        return (rows * tile + (rows - 1) * _TILE_GAP) * line + named

    airy = rest - 1.2 * line
    is_cramped = _figure_style(sheet, tiles, area.width, 1) is not Style.TITLE
    if upright(size) and height(len(tiles), _TILE) <= airy:
        rows = len(tiles)
    else:
        rows = 2 if area.width < _SLIM * line or (is_cramped and height(2, tile) <= rest) else 1
    # Lower before a word is left out, and higher where nothing else needs the room.
    high = max(height(rows, _LEAST_TILE), min(height(rows, _MOST_TILE), airy)) if tiles else 0.0
    room = area.height - high - 0.6 * line
    for text, (style, _lines) in zip(texts, set_lines, strict=True):
        left = room - at
        if left < line:
            break
        box = Box(area.x, at, area.width, min(left, most))
        at = write_lines(sheet, box, text, (style, Style.PLAIN)) + 0.7 * line
    if tiles:
        top = min(at + 0.6 * line, area.height - high)
        sheet.write(Box(area.x, top, area.width, line), whose, Style.STRONG)
        _tiles(sheet, Box(area.x, top + named, area.width, high - named), tiles, rows)
    return finished(sheet, sentence=sentence)


def _tile(size: Size) -> float:
    """Height of a tile in lines."""
    return _TILE_UPRIGHT if upright(size) else _TILE


def _height(sheet: Sheet, texts: Sequence[str], style: Style, width: float) -> float:
    """Of texts that are all written in one style."""
    lines = [lines_in(sheet.measure, text, width, sheet.size.height, (style,))[1] for text in texts]
    return sum(map(len, lines)) * sheet.height(style)


def _less_and_less(
    sheet: Sheet, texts: Sequence[str], width: float, height: float
) -> list[tuple[Style, tuple[str, ...]]]:
    """Texts in lines, each as large as its room allows and none larger than the one before it."""
    styles: tuple[Style, ...] = (Style.LARGE, Style.PLAIN)
    found = []
    for text in texts:
        style, lines = lines_in(sheet.measure, text, width, height, styles)
        styles = styles[styles.index(style) :]
        found.append((style, lines))
    return found


def _frame(shown: Standings) -> tuple[Tile, ...]:
    """The figures that frame the question."""
    assessment = shown.assessment
    pack, scenario = assessment.pack, assessment.scenario
    ranked, everywhere = len(shown.order), len(pack.locations)
    tiles: list[Tile] = []
    if shown.home is not None:
        tiles.append((digits(scenario.headcount), tn("person", "people", scenario.headcount)))
    tiles.append((digits(ranked), tn("of one place left", "of {count} places left", everywhere)))
    criteria = len(assessment.evaluation.criteria)
    tiles.append((digits(criteria), tn("criterion", "criteria", criteria)))
    if shown.knows_costs:
        tiles.append((digits(scenario.years), tn("year", "years", scenario.years)))
    return tuple(tiles)


def _chosen(shown: Standings, location: str) -> tuple[Tile, ...]:
    """Where the chosen location stands now."""
    found = shown.of(location)
    if found is None:
        return ()
    rank = digits(found.rank) if found.rank else "\N{EN DASH}"
    tiles = [(rank, t("rank now")), (found.score_text, t("score"))]
    if shown.knows_costs:
        tiles.append((found.cost_text, shown.cost_unit))
        tiles.append((found.saving_text, t("saving")))
    return tuple(tiles)


def _tile_width(sheet: Sheet, tiles: Sequence[Tile], width: float, rows: int) -> float:
    columns = max(1, -(-len(tiles) // rows))
    return (width - (columns - 1) * _TILE_GAP * em(sheet)) / columns


def _figure_style(sheet: Sheet, tiles: Sequence[Tile], width: float, rows: int) -> Style:
    """How large figures are written so that all have room."""
    room = _tile_width(sheet, tiles, width, rows) - 2 * _TILE_SIDE * em(sheet)
    figures = [figure for figure, _caption in tiles]
    return next((one for one in _TITLE if sheet.widest(figures, one) <= room), Style.STRONG)


def _caption_lines(sheet: Sheet, tiles: Sequence[Tile], width: float, rows: int) -> int:
    """How many lines the longest caption takes."""
    room = _tile_width(sheet, tiles, width, rows) - 2 * _TILE_SIDE * em(sheet)
    plain = (Style.PLAIN,)
    lines = [lines_in(sheet.measure, text, room, sheet.size.height, plain)[1] for _figure, text in tiles]
    return max(map(len, lines), default=1)


def _tiles(sheet: Sheet, room: Box, tiles: Sequence[Tile], rows: int) -> None:
    """Cards with a figure over what it counts, both in the middle of their height."""
    line = em(sheet)
    columns = -(-len(tiles) // rows)
    gap = _TILE_GAP * line
    wide = _tile_width(sheet, tiles, room.width, rows)
    high = (room.height - (rows - 1) * gap) / rows
    fitting = _TITLE[_TITLE.index(_figure_style(sheet, tiles, room.width, rows)) :]
    captions = _caption_lines(sheet, tiles, room.width, rows) * line
    tallest = high - captions - _AIR * line + _ROUNDING
    style = next((one for one in fitting if sheet.height(one) <= tallest), Style.STRONG)
    above = max(_AIR / 2 * line, (high - sheet.height(style) - captions) / 2)
    for index, (figure, caption) in enumerate(tiles):
        box = Box(
            room.x + index % columns * (wide + gap), room.y + index // columns * (high + gap), wide, high
        )
        words = t("{figure} {what}", figure=figure, what=caption)
        sheet.add(Cell(box, 8.0, Role.LINE, role=Role.PANEL, words=words))
        inside = box.inset(_TILE_SIDE * line, above, _TILE_SIDE * line, 0.0)
        tall = sheet.height(style)
        sheet.write(Box(inside.x, inside.y, inside.width, tall), figure, style)
        below = Box(inside.x, inside.y + tall, inside.width, inside.height - tall)
        write_lines(sheet, below, caption, (Style.PLAIN,), Role.QUIET)

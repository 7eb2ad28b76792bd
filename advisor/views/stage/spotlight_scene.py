"""One location in the spotlight: where it stands, what it costs, and how it does on every theme."""

from __future__ import annotations

from advisor.views.scene.box import Box, Size
from advisor.views.scene.marks import Align, Bar, Cell
from advisor.views.scene.roles import Role
from advisor.views.scene.scene import Scene, Sheet
from advisor.views.scene.type_styles import Measurer, Style
from advisor.views.stage.layout import FALLING, THEME_OUTLINE, em, finished, lines_in, said_scene, write_lines
from advisor.views.stage.stage_texts import spoken_standing
from advisor.views.stage.standings import Standing, Standings, short_name
from advisor.words.formatting import UNKNOWN
from advisor.words.locale import digits
from advisor.words.translation import t

_ROW = 1.15  # lines, of facts and of themes: beside each other they stand on one level
_EDGE = 4.0  # pixels, half of it outside of the card
_MARGIN = 0.8  # lines to the edge of the screen, as of everything else
_GAP_ABOVE_FACTS, _GAP_ABOVE_THEMES = 0.4, 0.3  # lines
# Of these heights: closer, lines would touch; further apart, nobody sees what belongs together.
_TIGHTEST, _AIRIEST = 0.88, 1.5
_OWN_HEIGHT = 0.92  # of a line's height: what figures fill of it
_NAME, _BADGES = 2.6, 2.1  # lines that both may take
_ROUNDING = 0.01  # pixels
_BETWEEN = 1.2  # two columns, in lines
_APART = 0.4  # a caption and its figure, in lines


def spotlight_scene(
    shown: Standings,
    location: str,
    size: Size,
    measure: Measurer,
    *,
    is_below: bool = False,
    is_covered: bool = False,
) -> Scene:
    """A card as high as the room that it has.

    Where not all fits below each other, facts and themes stand in two columns if the card is wide, and lines
    move closer; what does not fit then is left out from below. Where there is room lines move apart.

    Args:
        shown: where every location stands.
        location: the one in the spotlight.
        size: of the card with its margins.
        measure: how long texts are.
        is_below: whether it stands below what else is shown, rather than beside it.
        is_covered: whether votes are; then no figure of the ranking is told.
    """
    one = shown.of(location)
    if one is None:
        return said_scene(t("No place is in the spotlight."), size, measure)
    spoken = one.name if is_covered else spoken_standing(shown, one)
    sheet = Sheet(size, measure, spoken)
    line = em(sheet)
    # Beside what is shown, that has a margin already; below it the card needs one at both sides.
    left, top = (_EDGE / 2 if not is_below else _MARGIN * line), _EDGE / 2
    whole = Box(left, top, size.width - left - _MARGIN * line, size.height - _EDGE)
    sheet.add(Cell(whole, 10.0, Role.ACCENT, _EDGE, key=one.id, role=Role.PANEL, words=spoken))
    facts = _facts(shown, one, is_covered=is_covered)
    heights = _GAP_ABOVE_FACTS + _ROW * len(facts), _GAP_ABOVE_THEMES + _ROW * len(shown.themes)
    area, names = whole.inset(0.6 * line, 0.7 * line, 0.6 * line, 0.6 * line), FALLING
    half = (area.width - _BETWEEN * line) / 2
    may_be_wide = half >= _widest_fact(sheet, facts)
    if not may_be_wide and _head(sheet, one, area.width) + _TIGHTEST * sum(heights) * line > area.height:
        # A name that is less large, and less air, before a theme is left out.
        area, names = whole.inset(0.6 * line, 0.35 * line, 0.6 * line, 0.3 * line), FALLING[1:]
    at = write_lines(sheet, Box(area.x, area.y, area.width, _NAME * line), one.name, names)
    at = write_lines(
        sheet, Box(area.x, at, area.width, _BADGES * line), one.badges, (Style.PLAIN,), Role.QUIET
    )
    if not one.rank and not is_covered:
        write_lines(
            sheet,
            Box(area.x, at + 0.5 * line, area.width, area.bottom - at - 0.5 * line),
            t("Not ranked: {reasons}", reasons="; ".join(one.reasons)),
            (Style.LARGE, Style.PLAIN),
        )
        return finished(sheet, sentence=spoken, marked=one.id)
    room = area.bottom - at
    is_wide = sum(heights) * line > room and may_be_wide
    wanted = _GAP_ABOVE_FACTS + _ROW * max(len(facts), len(shown.themes)) if is_wide else sum(heights)
    unit = line * min(_AIRIEST, max(_TIGHTEST, room / (wanted * line)))
    column = half if is_wide else area.width
    end = area.bottom + _ROUNDING
    top = at = at + _GAP_ABOVE_FACTS * unit
    # Where lines are close figures are less large: they would touch those above and below.
    face = Style.LARGE if _ROW * unit >= _OWN_HEIGHT * sheet.height(Style.LARGE) else Style.STRONG
    for caption, figure in facts:
        if at + _ROW * unit > end:
            break
        _fact(sheet, Box(area.x, at, column, _ROW * unit), caption, figure, face)
        at += _ROW * unit
    at = top if is_wide else at + _GAP_ABOVE_THEMES * unit
    for theme, score in zip(shown.themes, one.themes, strict=True):
        if at + _ROW * unit > end:
            break
        _theme(sheet, shown, theme, score, Box(area.right - column, at, column, _ROW * unit))
        at += _ROW * unit
    return finished(sheet, sentence=spoken, marked=one.id, themes=shown.themes)


def _head(sheet: Sheet, one: Standing, width: float) -> float:
    """Height of the name and its badges."""
    line, total = em(sheet), 0.0
    for text, most, styles in ((one.name, _NAME, FALLING), (one.badges, _BADGES, (Style.PLAIN,))):
        style, lines = lines_in(sheet.measure, text, width, most * line, styles)
        total += len(lines) * sheet.height(style) if text else 0.0
    return total


def _facts(shown: Standings, one: Standing, *, is_covered: bool) -> tuple[tuple[str, str], ...]:
    facts: list[tuple[str, str]] = []
    if not is_covered:
        rank = t("{rank} of {count}", rank=digits(one.rank), count=digits(len(shown.order)))
        facts += [(t("rank"), rank), (t("score"), one.score_text)]
    if shown.knows_costs:
        facts.append((shown.cost_unit, one.cost_text))
        if one.saving_text != UNKNOWN:
            facts.append((t("saving"), one.saving_text))
    if shown.knows_overlap:
        facts.append((t("overlap"), one.overlap))
    if not is_covered:
        facts.append((t("likely ranks"), one.likely_text))
    return tuple(facts)


def _widest_fact(sheet: Sheet, facts: tuple[tuple[str, str], ...]) -> float:
    return max(
        sheet.width(caption, Style.PLAIN) + _APART * em(sheet) + sheet.width(figure, Style.LARGE) + 2
        for caption, figure in facts
    )


def _fact(sheet: Sheet, box: Box, caption: str, figure: str, face: Style) -> None:
    wide = sheet.width(figure, face) + 1
    sheet.write(box.inset(0, 0, wide + _APART * em(sheet), 0), caption, Style.PLAIN, Role.QUIET)
    sheet.write(Box(box.right - wide, box.y, wide, box.height), figure, face, align=Align.RIGHT)


def _theme(sheet: Sheet, shown: Standings, theme: str, score: float, box: Box) -> None:
    line = em(sheet)
    figure = digits(score)
    number = sheet.width("100", Style.STRONG) + 0.4 * line
    name = min(
        0.5 * box.width,
        sheet.widest((short_name(shown.theme(one)) for one in shown.themes), Style.PLAIN) + 0.6 * line,
    )
    sheet.write(Box(box.x, box.y, name - 0.4 * line, box.height), short_name(shown.theme(theme)), Style.PLAIN)
    thick = 0.5 * line
    track = Box(box.x + name, box.centre[1] - thick / 2, box.width - name - number, thick)
    sheet.add(Cell(track, 2.0, role=Role.TRACK))
    sheet.add(
        Bar(
            Box(track.x, track.y, max(1.0, track.width * score / 100.0), thick),
            Role.THEME_EDGE,
            THEME_OUTLINE,
            key=theme,
            words=t("{theme}: {score} of 100", theme=shown.theme(theme), score=figure),
            role=Role.THEME,
            theme=theme,
            values=(score,),
        )
    )
    sheet.write(Box(box.right - number, box.y, number, box.height), figure, Style.STRONG, align=Align.RIGHT)

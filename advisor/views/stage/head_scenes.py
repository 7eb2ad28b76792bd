"""What frames a step: its name and its sentence above, how far the presentation has come below."""

from __future__ import annotations

from collections.abc import Sequence

from advisor.scenario.study.talk import TalkStep
from advisor.views.scene.box import Box, Size
from advisor.views.scene.marks import Align, Dot, Text
from advisor.views.scene.roles import Role
from advisor.views.scene.scene import Scene
from advisor.views.scene.type_styles import Measurer, Style
from advisor.views.stage.layout import balanced, blank_sheet, em, finished, lines_in
from advisor.views.stage.steps import step_name
from advisor.words.locale import digits
from advisor.words.translation import t

FOOT_EMS = 1.6  # height in lines of plain type
_ABOVE, _NAME, _BELOW = 0.5, 1.05, 0.45  # lines
_MOST = 6  # lines of a sentence
_DOT, _DOT_NOW = 0.16, 0.26  # of a line
_APART = 0.95


def head_height(sentence: str, width: float, measure: Measurer) -> float:
    """How much room the name of a step and its sentence take."""
    line = measure.height(Style.PLAIN)
    style, lines = _laid(sentence, width - 1.6 * line, measure)
    return (_ABOVE + _NAME + _BELOW) * line + len(lines) * measure.height(style)


def _laid(sentence: str, width: float, measure: Measurer) -> tuple[Style, tuple[str, ...]]:
    """One large line, two less large ones, or as many as it takes."""
    for style, most in ((Style.HUGE, 1), (Style.LARGE, 2), (Style.STRONG, _MOST)):
        height = most * measure.height(style) + 1
        found, lines = lines_in(measure, sentence, width, height, (style,))
        if "".join("".join(lines).split()) == "".join(sentence.split()):
            break
    return found, lines


def head_scene(step: TalkStep, sentence: str, size: Size, measure: Measurer) -> Scene:
    """The name of a step, small, and what it says, large."""
    sheet, area = blank_sheet(size, measure, sentence)
    line = em(sheet)
    name = step_name(step)
    top = _ABOVE * line
    sheet.write(Box(area.x, top, area.width, line), name, Style.STRONG, Role.ACCENT)
    style, lines = _laid(sentence, area.width, measure)
    height = measure.height(style)
    for at, text in enumerate(balanced(measure, lines, sentence, style, area.width)):
        sheet.write(Box(area.x, top + _NAME * line + at * height, area.width, height), text, style)
    return finished(sheet, sentence=t("{step}: {sentence}", step=name, sentence=sentence))


def foot_scene(steps: Sequence[TalkStep], at: int, size: Size, measure: Measurer) -> Scene:
    """A dot for every step, and the number of the one that is shown."""
    sentence = t("Step {number} of {all}: {step}", number=at + 1, all=len(steps), step=step_name(steps[at]))
    sheet, area = blank_sheet(size, measure, sentence)
    line, middle = em(sheet), size.height / 2
    number = t("{number} / {all}", number=digits(at + 1), all=digits(len(steps)))
    width = sheet.width(number, Style.PLAIN) + 1
    sheet.add(
        Text(
            Box(area.right - width, middle - line / 2, width, line),
            number,
            Style.PLAIN,
            Align.RIGHT,
            role=Role.QUIET,
        )
    )
    left = area.centre[0] - _APART * line * (len(steps) - 1) / 2
    for index, step in enumerate(steps):
        now = index == at
        x = left + index * _APART * line
        reach = Box(x - _APART * line / 2, 0, _APART * line, size.height)
        sheet.add(
            Dot(
                x,
                middle,
                (_DOT_NOW if now else _DOT) * line,
                Role.ACCENT if now else Role.QUIET,
                2.0,
                key=step,
                words=step_name(step),
                role=Role.ACCENT if now or index < at else Role.PANEL,
                reach=reach,
            )
        )
    return finished(sheet, sentence=sentence, marked=steps[at])

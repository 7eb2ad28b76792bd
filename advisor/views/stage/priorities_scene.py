"""The weights of the themes as bars, and where each person stands once the votes are revealed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from advisor.core.group import GroupDecision
from advisor.scenario.people.group_model import group_decision
from advisor.scenario.ranking.assessment import Assessment
from advisor.scenario.study.problems import ScenarioError
from advisor.scenario.study.study import Stakeholder
from advisor.views.scene.box import Box, Size
from advisor.views.scene.marks import Align, Bar, Cell, Dot
from advisor.views.scene.roles import Role
from advisor.views.scene.scales import Scale
from advisor.views.scene.scene import Scene
from advisor.views.scene.type_styles import Measurer, Style
from advisor.views.stage.layout import THEME_OUTLINE, blank_sheet, em, finished, upright
from advisor.views.stage.standings import Standings, short_name
from advisor.words.formatting import percent_range, percent_text
from advisor.words.translation import t

_MOST_ROW, _MORE_ROW, _LEAST_ROW = 3.4, 5.0, 1.25  # lines; more on an upright screen
_RING, _RING_EDGE = 0.24, 3.0  # radius in lines, pixels
_NAMES = 0.34  # of the width, at most
_LEAST_SPREAD = 0.005


@dataclass(frozen=True, slots=True)
class People:
    """What everybody gives every theme.

    Attributes:
        names: of the people.
        shares: theme to the share that each gives it, 0..1, in the order of the names.
        sentence: what divides them most.
    """

    names: tuple[str, ...]
    shares: dict[str, tuple[float, ...]]
    sentence: str


def people_of(assessment: Assessment, people: tuple[Stakeholder, ...]) -> People | None:
    """The weights of the people who have weighed, None where nobody has or none of them counts."""
    weighed = tuple(person for person in people if person.has_weighed)
    try:
        decision = group_decision(assessment, weighed)
    except ScenarioError:
        return None
    themes = decision.group.weights.themes
    return People(
        tuple(short_name(member.name) for member in decision.members),
        {
            theme: tuple(float(member.weights.theme_weights[k]) for member in decision.members)
            for k, theme in enumerate(themes)
        },
        _divides(assessment, decision),
    )


def _divides(assessment: Assessment, decision: GroupDecision) -> str:
    first = decision.divisions[0]
    if len(decision.members) < 2 or first.spread < _LEAST_SPREAD:
        return ""
    return t(
        "“{theme}” divides the room most: {low} gives it {least}, {high} {most}",
        theme=short_name(assessment.pack.theme_label(first.theme)),
        low=short_name(decision.members[first.lowest].name),
        least=percent_text(float(first.shares[first.lowest])),
        high=short_name(decision.members[first.highest].name),
        most=percent_text(float(first.shares[first.highest])),
    )


def priorities_scene(shown: Standings, people: People | None, size: Size, measure: Measurer) -> Scene:
    """A bar a theme, with the figure behind it; a dot a person."""
    sheet, area = blank_sheet(size, measure, t("Weights of the themes"))
    line = em(sheet)
    legend = 1.3 * line if people is not None else 0.0
    themes, shares = shown.themes, shown.shares
    most_row = _MORE_ROW if upright(size) else _MOST_ROW
    row = min(most_row * line, (area.height - legend) / len(themes))
    face = Style.LARGE if row >= _LEAST_ROW * line * 1.25 else Style.STRONG
    names = [short_name(shown.theme(theme)) for theme in themes]
    name = min(_NAMES * area.width, sheet.widest(names, face) + line)
    figure = sheet.width(percent_text(1.0), face) + 0.5 * line
    spread = 0.0
    ranges: list[str] = []
    if people is not None and len(people.names) > 1:
        ranges = [percent_range(min(people.shares[theme]), max(people.shares[theme])) for theme in themes]
        spread = max(sheet.widest(ranges, Style.PLAIN), sheet.width(t("people"), Style.PLAIN)) + line
    most = max([*shares, *(max(all_) for all_ in (people.shares.values() if people else ()))], default=1.0)
    left = area.x + name
    end = area.right - figure - spread
    reach = _RING * line + _RING_EDGE  # the ring of the largest vote stays inside the track
    scale = Scale(0.0, max(most, 0.05), left, end - (reach if people is not None else 0.0))
    top = max(0.0, (area.height - legend - row * len(themes)) / 2)
    for index, theme in enumerate(themes):
        box = Box(area.x, top + index * row, area.width, row)
        sheet.write(Box(box.x, box.y, name - 0.5 * line, row), names[index], face)
        thick = min(1.1 * line, 0.5 * row)
        bar = Box(left, box.centre[1] - thick / 2, max(1.0, scale.at(shares[index]) - left), thick)
        words = t("{theme}: {share}", theme=shown.theme(theme), share=percent_text(shares[index]))
        sheet.add(Cell(Box(left, bar.y, end - left, thick), 2.0, role=Role.TRACK))
        sheet.add(
            Bar(
                bar,
                Role.THEME_EDGE,
                THEME_OUTLINE,
                key=theme,
                words=words,
                role=Role.THEME,
                theme=theme,
                values=(shares[index],),
                reach=box,
            )
        )
        if people is not None:
            votes = people.shares[theme]
            heights = _staggered([scale.at(share) for share in votes], 2 * reach, row)
            for person, share, off in zip(people.names, votes, heights, strict=True):
                told = t(
                    "{name} gives “{theme}” {share}",
                    name=person,
                    theme=names[index],
                    share=percent_text(share),
                )
                sheet.add(
                    Dot(
                        scale.at(share),
                        bar.centre[1] + off,
                        _RING * line,
                        Role.TEXT,
                        _RING_EDGE,
                        key=f"{theme}/{person}",
                        words=told,
                        role=Role.PANEL,
                        values=(share,),
                    )
                )
        text = percent_text(shares[index])
        sheet.write(Box(end, box.y, figure, row), text, face, align=Align.RIGHT)
        if ranges:
            sheet.write(
                Box(end + figure, box.y, spread, row),
                ranges[index],
                Style.PLAIN,
                Role.QUIET,
                Align.RIGHT,
            )
    if people is not None:
        key = t("Bar: weight of the scenario. Ring: a person.")
        start = max(area.x, min(left, area.right - sheet.width(key, Style.PLAIN) - 1))
        place = Box(start, top + row * len(themes) + 0.2 * line, area.right - start, line)
        sheet.write(place, key, Style.PLAIN, Role.QUIET)
    sentence = t("Weights of the themes")
    return finished(sheet, sentence=sentence, themes=themes)


def _staggered(at: Sequence[float], wide: float, high: float) -> list[float]:
    """How far below the middle each ring stands, so that none hides another where votes are near each other.

    Args:
        at: where each stands along the bar.
        wide: a ring with its edge.
        high: what there is for all of them.
    """
    offsets = [0.0] * len(at)
    order = sorted(range(len(at)), key=at.__getitem__)
    begin = 0
    for end in range(1, len(order) + 1):
        if end < len(order) and at[order[end]] - at[order[end - 1]] < wide:
            continue
        chain = order[begin:end]
        levels = max(sum(0 <= at[other] - at[one] < wide for other in chain) for one in chain)
        apart = min(wide, (high - wide) / (levels - 1)) if levels > 1 else 0.0
        for place, one in enumerate(chain):
            offsets[one] = (place % levels - (levels - 1) / 2) * apart
        begin = end
    return offsets

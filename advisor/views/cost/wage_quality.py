"""How good the wages are: the model against published pay, by occupation and income group."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence, Set
from dataclasses import dataclass
from functools import partial
from statistics import median

from advisor.datapack.validation_table import WageCheck
from advisor.views.look.theme import GAP
from advisor.views.scene.box import Box, Size
from advisor.views.scene.marks import Dot, Rule
from advisor.views.scene.roles import Role
from advisor.views.scene.scales import LogScale
from advisor.views.scene.scene import Scene, Sheet
from advisor.views.scene.type_styles import Measurer
from advisor.words.data_words import data_text
from advisor.words.formatting import capital
from advisor.words.locale import digits
from advisor.words.tables import tab_separated
from advisor.words.translation import mark, marked, t, tn

OCCUPATIONS = {
    "AGENT": mark("Contact centre agents"),
    "KEYBOARD": mark("Keyboard clerks"),
    "BOOKKEEPER": mark("Bookkeepers"),
    "IT_SUPPORT": mark("IT support"),
    "DEV": mark("Developers"),
    "ISCO4": mark("Clerks"),
}
AGENTS_AND_CLERKS = frozenset({"AGENT", "KEYBOARD", "ISCO4"})
ALL_OTHERS = frozenset(OCCUPATIONS) - AGENTS_AND_CLERKS
MOST_WORST = 10
_ROW = 22.0
_LOW, _HIGH = 0.4, 2.5
_MARKS = (0.5, 0.8, 1.0, 1.25, 2.0)


@dataclass(frozen=True, slots=True)
class GroupQuality:
    """A group of checks.

    Attributes:
        name: what people read.
        count: entries.
        error: median error as a factor, 1 or more.
        bias: median of model over published.
    """

    name: str
    count: int
    error: float
    bias: float


def occupation_name(occupation: str) -> str:
    """What an occupation is called, its id where it has no name here."""
    return marked(OCCUPATIONS[occupation]) if occupation in OCCUPATIONS else occupation


def by_occupation(checks: Sequence[WageCheck]) -> list[GroupQuality]:
    """One group an occupation."""
    ids = list(dict.fromkeys([*OCCUPATIONS, *(each.occupation for each in checks)]))
    groups = [(occupation_name(key), [each for each in checks if each.occupation == key]) for key in ids]
    return [_group(name, members) for name, members in groups if members]


def by_income(checks: Sequence[WageCheck], occupations: Set[str] = AGENTS_AND_CLERKS) -> list[GroupQuality]:
    """One group an income group, of some occupations."""
    told = [each for each in checks if each.occupation in occupations]
    names = dict.fromkeys(each.income_group for each in told)
    return [_group(capital(n), [each for each in told if each.income_group == n]) for n in names]


def worst(checks: Sequence[WageCheck], occupations: Set[str] = AGENTS_AND_CLERKS) -> list[WageCheck]:
    """The entries of some occupations that are furthest off, the worst first."""
    told = [each for each in checks if each.occupation in occupations]
    return sorted(told, key=lambda each: -abs(each.error))[:MOST_WORST]


def quality_summary(checks: Sequence[WageCheck]) -> str:
    """How far off the wages of agents and clerks are, in a sentence."""
    told = _group("", [each for each in checks if each.occupation in AGENTS_AND_CLERKS])
    return t(
        "Half of the wages of agents and clerks lie within a factor of {error} of what is published "
        "({count} countries and occupations; the model did not see them).",
        error=digits(told.error, 2),
        count=told.count,
    )


def group_text(group: GroupQuality) -> str:
    """A group, in a line."""
    return tn(
        "{name}: {count} entry, off by a factor of {error}, model over published {bias}",
        "{name}: {count} entries, typical error a factor of {error}, model over published {bias}",
        group.count,
        name=group.name,
        error=digits(group.error, 2),
        bias=digits(group.bias, 2),
    )


def check_text(check: WageCheck, place: Callable[[str], str]) -> str:
    """An entry, in a line; ``place`` names a location by its id."""
    return t(
        "{place}, {occupation}: model over published {ratio} ({titles})",
        place=place(check.location),
        occupation=occupation_name(check.occupation),
        ratio=digits(check.ratio, 2),
        titles="; ".join(dict.fromkeys(map(data_text, check.titles))),
    )


def wage_quality_scene(
    checks: Sequence[WageCheck], place: Callable[[str], str], size: Size, measure: Measurer
) -> Scene:
    """A row an occupation, a dot a country: left of 1 the model is too low, right of it too high."""
    sheet = Sheet(size, measure, t("Model over published pay; 1 is right, each dot is a country"))
    area = sheet.opened()
    ids = [key for key in OCCUPATIONS if any(each.occupation == key for each in checks)]
    names = sheet.widest(occupation_name(key) for key in ids) + GAP
    ratios = [each.ratio for each in checks]
    low, high = min([_LOW, *ratios]) * 0.95, max([_HIGH, *ratios]) * 1.05
    plot = Box(area.x + names, area.y, area.width - names - GAP, min(_ROW * len(ids), area.height - 18.0))
    scale = LogScale(low, high, plot.x, plot.right)
    for value in _MARKS:
        at, text = scale.at(value), digits(value, 2).rstrip("0").rstrip(".,")
        role = Role.QUIET if value == 1.0 else Role.LINE
        sheet.add(Rule((at, plot.y), (at, plot.bottom), role=role, values=(value,)))
        width = sheet.width(text) + 2
        sheet.write(Box(at - width / 2, plot.bottom + 2, width, sheet.height()), text, role=Role.QUIET)
    height = plot.height / max(1, len(ids))
    for number, key in enumerate(ids):
        y = plot.y + number * height
        sheet.write(Box(area.x, y, names - GAP, height), occupation_name(key))
        for each in checks:
            if each.occupation == key:
                words = partial(check_text, each, place)
                sheet.add(
                    Dot(
                        scale.at(each.ratio),
                        y + height / 2,
                        3.5,
                        Role.PANEL,
                        key=f"{each.location} {key}",
                        words=words,
                        role=Role.PLACE,
                        values=(each.ratio,),
                    )
                )
    header = [t("Location"), t("Occupation"), t("Model over published"), t("Figures")]

    def numbers() -> str:
        rows: list[list[str | float]] = [
            [place(c.location), occupation_name(c.occupation), c.ratio, c.figures] for c in checks
        ]
        return tab_separated(header, rows)

    return sheet.done(numbers, least_height=_ROW * (len(ids) + 2))


def _group(name: str, members: Sequence[WageCheck]) -> GroupQuality:
    errors = [each.error for each in members]
    size = math.exp(median(abs(error) for error in errors)) if errors else math.nan
    return GroupQuality(name, len(errors), size, math.exp(median(errors)) if errors else math.nan)

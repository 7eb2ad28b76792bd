"""The plan after the choice as plain data: what the program proposes, with what people made of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from advisor.scenario.study.study import PlanItem


@dataclass(frozen=True, slots=True)
class PlanLine:
    """Something to do.

    Attributes:
        id: ``section.name``.
        text: what is to be done.
        done: whether it is ticked.
        about: the risk that it answers; empty outside of risks.
        figure: the figure of that risk.
        owner: who answers for it.
        is_own: whether somebody has added it.
        is_changed: whether its text is not the one that the program proposes.
    """

    id: str
    text: str
    done: bool = False
    about: str = ""
    figure: str = ""
    owner: str = ""
    is_own: bool = False
    is_changed: bool = False


@dataclass(frozen=True, slots=True)
class PlanSection:
    """A part of the plan.

    Attributes:
        id: of the section, the first part of the ids of its lines.
        title: its heading.
        intro: a sentence or two above the lines.
        lines: what is to be done, in order.
    """

    id: str
    title: str
    intro: str
    lines: tuple[PlanLine, ...]


@dataclass(frozen=True, slots=True)
class Plan:
    """What to do once a location is chosen.

    Attributes:
        location: id of the location.
        name: what it is called.
        basis: why the plan is about it.
        sections: in the order of time.
    """

    location: str
    name: str
    basis: str
    sections: tuple[PlanSection, ...]

    @property
    def lines(self) -> tuple[PlanLine, ...]:
        """All lines."""
        return tuple(line for section in self.sections for line in section.lines)

    def section(self, key: str) -> PlanSection:
        """The section of that id.

        Raises:
            KeyError: there is none.
        """
        return {section.id: section for section in self.sections}[key]


def with_items(sections: Iterable[PlanSection], items: Sequence[PlanItem]) -> tuple[PlanSection, ...]:
    """Sections as proposed, with what people ticked, changed, left out and added."""
    kept = {item.id: item for item in items}
    return tuple(_with_items(section, kept) for section in sections)


def _with_items(section: PlanSection, items: dict[str, PlanItem]) -> PlanSection:
    proposed = {line.id for line in section.lines}
    lines = [_line(line, items.get(line.id)) for line in section.lines]
    added = [
        PlanLine(item.id, item.text, item.done, is_own=True)
        for item in items.values()
        if item.id not in proposed and item.text and _is_added(item, section)
    ]
    return replace(section, lines=(*(line for line in lines if line is not None), *added))


def _is_added(item: PlanItem, section: PlanSection) -> bool:
    """A line of the program's that this place does not call for may come back with another place."""
    return item.id.startswith(f"{section.id}.own-") and not item.left_out


def _line(line: PlanLine, item: PlanItem | None) -> PlanLine | None:
    if item is None:
        return line
    if item.left_out:
        return None
    return replace(line, text=item.text or line.text, done=item.done, is_changed=bool(item.text))

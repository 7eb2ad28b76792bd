"""A whole chart as data: its marks in the order of painting, its sentence and its numbers."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import cached_property

from advisor.views.scene.box import Box, Size
from advisor.views.scene.marks import Align, Cell, Handle, Mark, Rule, Text
from advisor.views.scene.roles import Role
from advisor.views.scene.type_styles import Measurer, Style, fitted, wrapped

PAD = 12.0
_TOP, _BOTTOM, _UNDER_SENTENCE = 4.0, 6.0, 8.0
_CHART_LINES = 4.5  # of height that the sentence leaves at least, unless it has but one line
_USUAL_LINES = 2  # of the sentence, that least heights reckon with


@dataclass(frozen=True)
class Scene:
    """A chart, laid out for one size.

    Attributes:
        size: of the whole.
        marks: in the order of painting.
        sentence: what the chart shows; also its name for a screen reader.
        numbers: makes its numbers, tabs between cells; only copying asks for them.
        empty: why there is nothing to draw; empty if there is something.
        pinned: marks that stay in sight while the chart is scrolled, drawn last.
        pinned_top: where they stand unscrolled.
        marked: key of the selected mark.
        themes: the themes in the order in which packs of their own get their hues.
        least_height: below which the chart has to be scrolled.
    """

    size: Size
    marks: tuple[Mark, ...] = ()
    sentence: str = ""
    numbers: Callable[[], str] = str
    empty: str = ""
    pinned: tuple[Mark, ...] = ()
    pinned_top: float = 0.0
    marked: str = ""
    themes: tuple[str, ...] = ()
    least_height: float = 80.0

    @property
    def table(self) -> str:
        """Its numbers, tabs between cells."""
        return self.numbers()

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to draw."""
        return bool(self.empty)

    @cached_property
    def stops(self) -> tuple[Mark, ...]:
        """The marks that the keyboard halts at, and that a screen reader finds."""
        return tuple(mark for mark in self.marks if mark.words and mark.stop)

    @cached_property
    def handle(self) -> Handle | None:
        """What can be dragged."""
        return next((mark for mark in self.marks if isinstance(mark, Handle)), None)

    @property
    def words(self) -> str:
        """The sentence, or why there is nothing."""
        return self.empty or self.sentence

    def of(self, key: str) -> tuple[Mark, ...]:
        """The marks that stand for something."""
        return tuple(mark for mark in self.marks if mark.key == key)


SceneMaker = Callable[[Size, Measurer], Scene]


def empty_scene(size: Size, measure: Measurer, why: str, least_height: float = 80.0) -> Scene:
    """A scene that says why there is nothing to draw."""
    room = Box(PAD, _TOP, size.width - 2 * PAD, size.height - _TOP - _BOTTOM)
    height = measure.height(Style.PLAIN)
    lines = wrapped(measure, why, Style.PLAIN, room.width, max(1, int(room.height // height)))
    top = room.y + max(0.0, (room.height - height * len(lines)) / 2)
    marks = tuple(
        Text(
            Box(room.x, top + at * height, room.width, height),
            line,
            Style.PLAIN,
            Align.CENTRE,
            role=Role.QUIET,
        )
        for at, line in enumerate(lines)
    )
    return Scene(size, marks, empty=why, least_height=least_height)


@dataclass(slots=True)
class Sheet:
    """Gathers the marks of a scene, the sentence above them.

    Args:
        size: of the whole.
        measure: how long texts are.
        sentence: what the chart shows.

    Attributes:
        more_height: that a long sentence takes beyond what is usual; less than 0 for a short one.
    """

    size: Size
    measure: Measurer
    sentence: str
    marks: list[Mark] = field(default_factory=list)
    more_height: float = 0.0

    def opened(self) -> Box:
        """Write the sentence; returns the room below it."""
        room = Box(PAD, _TOP, self.size.width - 2 * PAD, self.size.height - _TOP - _BOTTOM)
        height = self.measure.height(Style.PLAIN)
        most = max(1, int(room.height / height - _CHART_LINES))
        lines = wrapped(self.measure, self.sentence, Style.PLAIN, room.width, most)
        every = wrapped(self.measure, self.sentence, Style.PLAIN, room.width, len(self.sentence) + 1)
        self.more_height = height * (len(every) - _USUAL_LINES)
        for at, line in enumerate(lines):
            self.marks.append(Text(Box(room.x, room.y + at * height, room.width, height), line, Style.PLAIN))
        return room.inset(0, height * len(lines) + _UNDER_SENTENCE, 0, 0)

    def least(self, height: float) -> float:
        """The least height of a scene that needs so much of it below a sentence of the usual length."""
        usual = _USUAL_LINES * self.measure.height(Style.PLAIN)
        return _TOP + usual + _UNDER_SENTENCE + height + _BOTTOM

    def width(self, text: str, style: Style = Style.SMALL) -> float:
        """Width of a text."""
        return self.measure.width(text, style)

    def widest(self, texts: Iterable[str], style: Style = Style.SMALL) -> float:
        """Width of the longest of some texts."""
        return max((self.measure.width(text, style) for text in texts), default=0.0)

    def height(self, style: Style = Style.SMALL) -> float:
        """Height of a line."""
        return self.measure.height(style)

    def add(self, *marks: Mark) -> None:
        """Draw marks over those that are there."""
        self.marks.extend(marks)

    def write(
        self,
        box: Box,
        text: str,
        style: Style = Style.SMALL,
        role: Role = Role.TEXT,
        align: Align = Align.LEFT,
        *,
        key: str = "",
        words: str = "",
        opacity: float = 1.0,
        angle: float = 0.0,
    ) -> None:
        """Write a line, shortened where it is too wide for its box, which is turned with it."""
        if text and box.width > 0 and (short := fitted(self.measure, text, style, box.width)):
            self.marks.append(
                Text(box, short, style, align, angle, role=role, key=key, words=words, opacity=opacity)
            )

    def paragraph(
        self, box: Box, text: str, style: Style = Style.SMALL, role: Role = Role.TEXT, *, most: int = 2
    ) -> int:
        """Write a text in as many lines as it needs, around the middle of a box; returns how many."""
        lines = wrapped(self.measure, text, style, box.width, most)
        height = self.height(style)
        top = box.centre[1] - height * len(lines) / 2
        for at, line in enumerate(lines):
            self.write(Box(box.x, top + at * height, box.width, height), line, style, role)
        return len(lines)

    def gridline(self, start: tuple[float, float], end: tuple[float, float], role: Role = Role.LINE) -> None:
        """Draw a hairline."""
        self.marks.append(Rule(start, end, role=role))

    def swatch(self, box: Box, role: Role, opacity: float = 1.0) -> None:
        """Show a colour beside the word for it."""
        self.marks.append(Cell(box, role=role, opacity=opacity))

    def done(
        self,
        numbers: Callable[[], str],
        *,
        least_height: float = 80.0,
        marked: str = "",
        themes: tuple[str, ...] = (),
        pinned: tuple[Mark, ...] = (),
        pinned_top: float = 0.0,
    ) -> Scene:
        """The finished scene; ``numbers`` makes its table when it is asked for."""
        return Scene(
            self.size,
            tuple(self.marks),
            self.sentence,
            numbers,
            pinned=pinned,
            pinned_top=pinned_top,
            marked=marked,
            themes=themes,
            least_height=least_height + self.more_height if least_height else 0.0,
        )

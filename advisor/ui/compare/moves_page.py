"""What would have to change for two locations to be level: single weights, and the least joint change."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from advisor.app.document.compared_pair import ComparedPair
from advisor.app.document.document import Document
from advisor.scenario.edits.weight_moves import WeightMove, with_move, with_moves
from advisor.ui.compare.move_row import MoveRow
from advisor.ui.look.current import follow_look, look_in_force
from advisor.ui.look.row_paint import theme_colours
from advisor.ui.widgets.small_widgets import label
from advisor.views.compare.compare_figures import Comparison
from advisor.views.look.theme import GAP
from advisor.words.formatting import in_sentence, list_text
from advisor.words.locale import digits
from advisor.words.plain_text import as_typed
from advisor.words.translation import t

_TWO_COLUMNS = 62  # times the size of the type: from this width on themes and criteria stand side by side


class _Column(QWidget):
    """A heading and rows, as many as are needed."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self.rows: list[MoveRow] = []
        self.title = label(title, "section", self)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(1)
        self._layout.addWidget(self.title)
        self._layout.addStretch(1)

    def shown(self) -> list[MoveRow]:
        return [row for row in self.rows if not row.isHidden()]


class MovesPage(QScrollArea):
    """Every weight that would turn a comparison round, each with a button that sets it as one step."""

    def __init__(self, document: Document, pair: ComparedPair) -> None:
        super().__init__()
        self._document = document
        self._pair = pair
        self.sentence = self._words()
        self.likelihood = self._words("quiet")
        self.smallest = self._words()
        self.smallest_button = QPushButton(t("Set these"), self)
        self.smallest_button.setProperty("role", "link")
        self.smallest_button.clicked.connect(self._apply_smallest)
        self.hopeless = self._words("quiet")
        self.locked = self._words("quiet")
        self.themes = _Column(t("Weight of a theme"))
        self.criteria = _Column(t("Weight of a criterion"))
        self._build()
        follow_look(self._dress)

    def _build(self) -> None:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(12, 4, 12, 10)
        column.setSpacing(GAP)
        column.addWidget(self.sentence)
        column.addWidget(self.likelihood)
        joint = QHBoxLayout()
        joint.setSpacing(GAP)
        joint.addWidget(self.smallest, 1)
        joint.addWidget(self.smallest_button, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(joint)
        self._columns = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._columns.setSpacing(2 * GAP)
        self._columns.addWidget(self.themes, 4)
        self._columns.addWidget(self.criteria, 5)
        column.addLayout(self._columns)
        column.addWidget(self.locked)
        column.addWidget(self.hopeless)
        column.addStretch(1)
        self.setWidget(inside)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def _words(self, role: str = "") -> QLabel:
        made = label("", role)
        made.setWordWrap(True)
        made.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        return made

    def _dress(self) -> None:
        """Use other colours and sizes."""
        self._turn(self.width())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Side by side where there is room."""
        super().resizeEvent(event)
        self._turn(event.size().width())

    def _turn(self, width: int) -> None:
        wide = width >= _TWO_COLUMNS * look_in_force().base
        way = QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
        self._columns.setDirection(way)

    # Showing ------------------------------------------------------------------------------------------

    def refresh(self) -> None:
        """Show the pair in force."""
        pair = self._pair.comparison
        moves = pair.moves if pair and not pair.is_level else ()
        self.sentence.setText(self._lead(pair))
        self.likelihood.setText(pair.likelihood_sentence if pair else "")
        self.likelihood.setVisible(bool(self.likelihood.text()))
        self.smallest.setText(pair.smallest_sentence if pair and moves else "")
        for part in (self.smallest, self.smallest_button):
            part.setVisible(bool(self.smallest.text()))
        if pair and moves:
            texts = [
                t("{name}: {needed} instead of {now}", name=m.name, needed=m.texts[1], now=m.texts[0])
                for m in pair.smallest
            ]
            self.smallest_button.setToolTip(as_typed("\n".join(texts)))
        scenario = self._document.scenario
        has_locks = bool(moves) and bool(scenario.locked_themes or scenario.locked_criteria)
        self.locked.setText(
            t("Weights that are locked stay when another is set, so the two may not be quite level then.")
            if has_locks
            else ""
        )
        self.locked.setVisible(has_locks)
        self._fill(self.themes, [m for m in moves if m.level == "theme"])
        self._fill(self.criteria, [m for m in moves if m.level == "criterion"])
        names = [in_sentence(name) for name in pair.hopeless] if pair and moves else []
        text = t("No weight alone would do it: {names}.", names=list_text(names)) if names else ""
        self.hopeless.setText(text)
        self.hopeless.setVisible(bool(text))

    def _lead(self, pair: Comparison | None) -> str:
        if pair is None:
            return t("There is no second location to compare with.")
        ahead, behind = pair.name(pair.ahead), pair.name(pair.behind)
        if pair.is_level:
            return t(
                "{ahead:The} and {behind:the} are level: any weight moved to what one does better decides.",
                ahead=ahead,
                behind=behind,
            )
        points = abs(pair.explanation.published_difference)
        if not pair.moves:
            return t(
                "{ahead:The} leads {behind:the} by {points} points, and no single weight would make them "
                "level.",
                ahead=ahead,
                behind=behind,
                points=digits(points, 1),
            )
        nearest = min(pair.moves, key=lambda m: abs(m.needed - m.now))
        return t(
            "{behind:The} trails {ahead:the} by {points} points. Any of these weights would make them level; "
            "the nearest is “{what}”, at {needed} instead of {now}.",
            ahead=ahead,
            behind=behind,
            points=digits(points, 1),
            what=in_sentence(nearest.name),
            needed=nearest.texts[1],
            now=nearest.texts[0],
        )

    def _fill(self, column: _Column, moves: Sequence[WeightMove]) -> None:
        while len(column.rows) < len(moves):
            row = MoveRow(column)
            row.wanted.connect(self.apply)
            column.rows.append(row)
            column._layout.insertWidget(len(column.rows), row)
        themes = self._document.assessment.evaluation.weights.themes
        scenario = self._document.scenario
        locked = scenario.locked_themes | scenario.locked_criteria
        hues: dict[str, QColor] = dict(zip(themes, theme_colours(themes), strict=True))
        for place, row in enumerate(column.rows):
            row.setVisible(place < len(moves))
            if place < len(moves):
                move = moves[place]
                row.show_move(move, hues[move.theme], is_locked=move.id in locked)
        column.setVisible(bool(moves))

    # Editing ------------------------------------------------------------------------------------------

    def apply(self, move: WeightMove) -> None:
        """Set one weight, as one step."""
        text = t("set the weight of {name} to {weight}", name=move.name, weight=move.texts[1])
        self._document.edit(with_move(self._document.pack, self._document.scenario, move), text)

    def _apply_smallest(self) -> None:
        pair = self._pair.comparison
        if pair is not None and pair.smallest:
            text = t(
                "make {first:the} and {second:the} level", first=pair.name(pair.a), second=pair.name(pair.b)
            )
            after = with_moves(self._document.pack, self._document.scenario, pair.smallest)
            self._document.edit(after, text)

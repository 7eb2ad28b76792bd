"""What to check before a ranking is believed, in plain words: double counting, influence, estimates."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from advisor.app.document.document import Document
from advisor.app.document.selection import Selection
from advisor.ui.charts.scene_view import SceneView
from advisor.ui.look.current import follow_look, look_in_force
from advisor.ui.widgets.small_widgets import PlainLabel, label
from advisor.views.certainty.diagnostics_figures import Diagnostics, diagnostics
from advisor.views.certainty.influence_scene import influence_scene
from advisor.views.certainty.rank_span_scene import rank_span_scene
from advisor.views.look.theme import GAP
from advisor.words.translation import t

WIDE = 70  # of the type size: from here on the blocks stand side by side
_PAD = 12


class ChecksPage(QScrollArea):
    """Three blocks, side by side where there is room, else below each other.

    Args:
        document: whose ranking is checked.
        selection: the selected location takes part in the ranks that hang on estimates.
    """

    def __init__(self, document: Document, selection: Selection, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document, self._selection = document, selection
        self.influence = SceneView(t("Weight and influence"))
        self.spans = SceneView(t("Ranks that hang on estimates"), picks=True)
        self.spans.chosen.connect(selection.select)
        self.pairs = PlainLabel()
        self.pairs.setWordWrap(True)
        self.pairs.setTextFormat(Qt.TextFormat.PlainText)
        self.pairs.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.pairs.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._blocks = [
            self._block(t("What weighs and what decides"), self.influence),
            self._block(t("Ranks that hang on estimates"), self.spans),
            self._block(t("Counted twice"), self.pairs),
        ]
        inside = QWidget()
        self._grid = QGridLayout(inside)
        self._grid.setContentsMargins(0, 4, 0, GAP)
        self._grid.setSpacing(GAP)
        self._columns = 0
        self.setWidget(inside)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._arrange()
        follow_look(self._dress)

    @property
    def charts(self) -> tuple[SceneView, SceneView]:
        """The two charts."""
        return self.influence, self.spans

    def refresh(self) -> None:
        """Check the ranking in force."""
        found = diagnostics(self._document.assessment, self._selection.selected)
        self.influence.show_scene(partial(influence_scene, found))
        self.spans.show_scene(partial(rank_span_scene, found))
        self.pairs.setText(_pair_words(found))

    def _dress(self) -> None:
        """Use other colours and sizes."""
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the blocks where there is room."""
        super().resizeEvent(event)
        self._arrange()

    def _block(self, title: str, content: QWidget) -> QWidget:
        block = QWidget()
        column = QVBoxLayout(block)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        heading = label(title, "section", block)
        heading.setContentsMargins(_PAD, 0, _PAD, 0)
        column.addWidget(heading)
        if isinstance(content, QLabel):
            content.setContentsMargins(_PAD, 2, _PAD, 0)
        column.addWidget(content, 1)
        return block

    def _arrange(self) -> None:
        columns = 3 if self.viewport().width() >= WIDE * look_in_force().base else 1
        if columns == self._columns:
            return
        self._columns = columns
        for index, block in enumerate(self._blocks):
            self._grid.removeWidget(block)
            self._grid.addWidget(block, index // columns, index % columns)
        for column, stretch in enumerate((3, 3, 2)):
            self._grid.setColumnStretch(column, stretch if column < columns else 0)


def _pair_words(found: Diagnostics) -> str:
    text = "\n\n".join([found.pairs_sentence, *(pair.words for pair in found.pairs)])
    fixed = "\N{NO-BREAK SPACE}"
    return text.replace(" %", f"{fixed}%").replace("r = ", f"r{fixed}={fixed}")

"""One strip of sliders below what a room sees: a theme each, with its share of the whole."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from advisor.app.document.document import Document
from advisor.app.document.share_gesture import ShareGesture
from advisor.core.shares import rounded_shares
from advisor.scenario.edits import weight_edits
from advisor.scenario.ranking.assessment import Assessment
from advisor.ui.look.current import look_of
from advisor.ui.widgets.share_slider import ShareSlider
from advisor.ui.widgets.small_widgets import ElidedLabel, PlainLabel
from advisor.views.look.theme import theme_colour
from advisor.words.formatting import percent_text
from advisor.words.plain_text import as_typed
from advisor.words.translation import t

_LEAST_EMS, _MOST_EMS = 6.6, 14.0  # width of a slider in sizes of type
_BETWEEN, _APART = 0.6, 0.25  # the same, between two of them, and between a name and its share
_SIDE = 0.9  # margin in sizes of type


class _ThemeSlider(QWidget):
    """The name with its share behind it, over a slider."""

    def __init__(self, name: str, colour: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.name = ElidedLabel(name, self)
        self.name.setToolTip(as_typed(name))
        self.share = PlainLabel(parent=self)
        self.share.setProperty("role", "section")
        self.share.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.slider = ShareSlider(colour, self)
        self.slider.setAccessibleName(t("{theme}, share of the whole in percent", theme=name))
        self._head = head = QHBoxLayout()
        head.setContentsMargins(0, 0, 0, 0)
        head.addWidget(self.name, 1)
        head.addWidget(self.share)
        head.addStretch(0)  # a share stands by its own name rather than by the next one
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.slider)

    def arrange(self, em: int) -> int:
        """Let the name have the room that it needs; returns the height that everything does."""
        for text in (self.name, self.share):
            text.ensurePolished()  # nobody may have seen it yet
        self.name.setMaximumWidth(self.name.fontMetrics().horizontalAdvance(self.name.text()) + 4)
        self._head.setSpacing(round(_APART * em))
        self.setMaximumWidth(round(_MOST_EMS * em))
        return self.share.fontMetrics().height() + 2 + self.slider.sizeHint().height()


class SliderStrip(QWidget):
    """The weights of all themes; moving one moves everything that is shown, and can be undone.

    Args:
        document: whose weights they are.
        parent: Qt parent.

    Attributes:
        sliders: theme to slider.
    """

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(t("Weights of the themes"))
        self._document = document
        self._gesture = ShareGesture(document, self)
        self._parts: dict[str, _ThemeSlider] = {}
        self.sliders: dict[str, ShareSlider] = {}
        self._grid = QGridLayout(self)
        self._columns = 0
        self._make()
        document.pack_changed.connect(self._take_pack)
        document.assessment_changed.connect(self._show)
        self._show(document.assessment)

    def _make(self) -> None:
        pack = self._document.pack
        self._parts = {
            theme: _ThemeSlider(pack.theme_label(theme), theme_colour(theme, position), self)
            for position, theme in enumerate(dict.fromkeys(c.theme for c in pack.criteria))
        }
        self.sliders = {theme: part.slider for theme, part in self._parts.items()}
        for theme, slider in self.sliders.items():
            self._connect(theme, slider)

    def _take_pack(self) -> None:
        """Other criteria, perhaps of other themes: a slider for each."""
        if list(self._parts) == list(dict.fromkeys(c.theme for c in self._document.pack.criteria)):
            return
        for part in self._parts.values():
            self._grid.removeWidget(part)
            part.hide()
            part.deleteLater()
        self._columns = 0
        self._make()
        self.arrange(self.width())

    def _connect(self, theme: str, slider: ShareSlider) -> None:
        slider.gesture_began.connect(self._gesture.begin)
        slider.gesture_ended.connect(self._gesture.end)
        slider.wanted.connect(lambda share: self._move(theme, share))
        slider.reset_wanted.connect(lambda: self._gesture.reset_theme(theme))

    def _move(self, theme: str, share: int) -> None:
        self._gesture.move_theme(theme, float(share))
        self._show(self._document.assessment)  # a share that could not move jumps back

    def resizeEvent(self, event: QResizeEvent) -> None:
        """As many beside each other as there is room for."""
        super().resizeEvent(event)
        self.arrange(self.width())

    def arrange(self, width: int) -> None:
        """Stand in as few rows as can be read, all equally wide, also while nobody sees them."""
        em = look_of(self).base
        side = round(_SIDE * em)
        width = max(1, width - 2 * side)
        count = len(self._parts)
        fitting = max(1, min(count, int(width / (_LEAST_EMS * em))))
        rows = -(-count // fitting)
        columns = -(-count // rows)
        self._grid.setContentsMargins(side, round(0.5 * em), side, round(0.1 * em))
        self._grid.setHorizontalSpacing(round(_BETWEEN * em))
        self._grid.setVerticalSpacing(round(0.2 * em))
        tall = max(part.arrange(em) for part in self._parts.values())
        gaps = (rows - 1) * self._grid.verticalSpacing() + round(0.5 * em) + round(0.1 * em)
        self.setFixedHeight(rows * tall + gaps)
        if columns == self._columns:
            return
        self._columns = columns
        for column in range(max(columns, self._grid.columnCount())):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)
        for index, part in enumerate(self._parts.values()):
            self._grid.addWidget(part, index // columns, index % columns)

    def _show(self, assessment: Assessment) -> None:
        scenario, weights = assessment.scenario, assessment.evaluation.weights
        own = weight_edits.theme_shares(weight_edits.weights_by_default(assessment.pack, scenario))
        shares = weight_edits.theme_shares(weights)
        whole = rounded_shares(shares)
        for theme, part in self._parts.items():
            part.slider.show_share(shares[theme], whole[theme], own[theme])
            part.slider.setEnabled(theme not in scenario.locked_themes)
            part.share.setText(percent_text(whole[theme] / 100))

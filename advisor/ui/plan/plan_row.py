"""One line of the plan: a box to tick, its text, and the field in which it is reworded."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QPlainTextEdit, QToolButton, QVBoxLayout, QWidget

from advisor.ui.look.icons import icon
from advisor.ui.widgets.small_widgets import label
from advisor.views.plan.plan import PlanLine
from advisor.words.translation import t

_LINES = 4  # of the field


class PlanRow(QWidget):
    """Shows a line; a click on its text, or Enter on it, opens the field.

    Signals:
        ticked: whether it is done.
        reworded: the new text, empty for what the program proposes.
        left_out: it is not wanted.
    """

    ticked = Signal(bool)
    reworded = Signal(str)
    left_out = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._line = PlanLine("", "")
        self.box = QCheckBox(self)
        self.box.clicked.connect(self.ticked)
        self.about = label("", "quiet", self)
        self.about.setWordWrap(True)
        self.text = label("", "", self)
        self.text.setWordWrap(True)
        self.text.setTextFormat(Qt.TextFormat.PlainText)
        self.about.setTextFormat(Qt.TextFormat.PlainText)
        self.text.setCursor(Qt.CursorShape.IBeamCursor)
        self.text.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.text.setToolTip(t("Click, or press Enter, to reword"))
        self.text.installEventFilter(self)
        self._field: QPlainTextEdit | None = None
        self.remove = QToolButton(self)
        self.remove.setProperty("role", "tiny")
        self.remove.setIcon(icon("close", "quiet"))
        self.remove.setIconSize(QSize(12, 12))
        self.remove.clicked.connect(self.left_out)
        self._words = words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(self.about)
        words.addWidget(self.text)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 2, 0, 2)
        layout.setSpacing(8)
        layout.addWidget(self.box, 0, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(words, 1)
        layout.addWidget(self.remove, 0, Qt.AlignmentFlag.AlignTop)

    @property
    def field(self) -> QPlainTextEdit:
        """The field in which the text is reworded; made when it is first wanted."""
        if self._field is None:
            self._field = field = QPlainTextEdit(self)
            field.setAccessibleName(t("Text of this line"))
            field.setTabChangesFocus(True)
            field.ensurePolished()
            field.setFixedHeight(_LINES * field.fontMetrics().lineSpacing() + 12)
            field.installEventFilter(self)
            field.hide()
            self._words.addWidget(field)
        return self._field

    def show_line(self, line: PlanLine) -> None:
        """Show a line as it is in the study."""
        self._line = line
        self.box.setChecked(line.done)
        self.box.setAccessibleName(line.text)
        self.text.setText(line.text)
        self.text.setAccessibleName(line.text)
        self.about.setText(_about(line))
        self.about.setVisible(bool(line.about))
        self.remove.setAccessibleName(t("Leave out: {text}", text=line.text))
        self.remove.setToolTip(t("Leave this line out"))

    def reword(self) -> None:
        """Open the field."""
        self.field.setPlainText(self._line.text)
        self.text.hide()
        self.field.show()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        self.field.selectAll()

    def _close(self, *, keep: bool) -> None:
        if self._field is None or self._field.isHidden():
            return
        text = self.field.toPlainText().strip()
        self.field.hide()
        self.text.show()
        if keep and text != self._line.text:
            self.reworded.emit(text)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Open the field on the text; close it by keys, or where the keyboard goes elsewhere."""
        if watched is self.text:
            if isinstance(event, QMouseEvent) and event.type() == QEvent.Type.MouseButtonRelease:
                self.reword()
                return True
            opening = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2)
            if _is_press(event) and isinstance(event, QKeyEvent) and event.key() in opening:
                self.reword()
                return True
        elif event.type() == QEvent.Type.FocusOut:
            self._close(keep=True)
        elif _is_press(event) and isinstance(event, QKeyEvent):
            if event.key() == Qt.Key.Key_Escape:
                self._close(keep=False)
                self.text.setFocus(Qt.FocusReason.OtherFocusReason)
                return True
            ends = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            if ends and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
                self._close(keep=True)
                self.text.setFocus(Qt.FocusReason.OtherFocusReason)
                return True
        return super().eventFilter(watched, event)


def _is_press(event: QEvent) -> bool:
    return event.type() == QEvent.Type.KeyPress


def _about(line: PlanLine) -> str:
    if not line.about:
        return ""
    if not line.owner:
        return t("{risk}: {figure}", risk=line.about, figure=line.figure)
    return t("{risk}: {figure} \N{MIDDLE DOT} {owner}", risk=line.about, figure=line.figure, owner=line.owner)

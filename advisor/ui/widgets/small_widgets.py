"""Small widgets that the panels share: labels with a role, number and choice boxes the wheel leaves alone."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QValidator, QWheelEvent
from PySide6.QtWidgets import (
    QFrame,
    QLabel,
    QLayout,
    QLineEdit,
    QSizePolicy,
    QSpinBox,
    QStyle,
    QStyleOptionComboBox,
    QStyleOptionSpinBox,
    QStylePainter,
    QToolButton,
    QToolTip,
    QWidget,
)

from advisor.ui.look.row_paint import edge_colour
from advisor.ui.widgets.named_box import NamedBox
from advisor.words.number_input import NumberError, parse_count, typed_figure
from advisor.words.plain_text import as_typed
from advisor.words.translation import t
from advisor.words.unbroken import broken, unbroken


class PlainLabel(QLabel):
    """A label that shows every text as it is typed; no line of it ends between a figure and its unit."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(text)

    def setText(self, text: str) -> None:
        """Show a text."""
        super().setText(unbroken(text))

    def text(self) -> str:
        """The text that is shown, as it was given."""
        return broken(super().text())


def label(text: str = "", role: str = "", parent: QWidget | None = None) -> QLabel:
    """A label in a role of the style sheet (caption, quiet, section, title, error)."""
    made = PlainLabel(text, parent)
    if role:
        made.setProperty("role", role)
    return made


def rich_label(content: str, role: str = "") -> QLabel:
    """A label of several lines that can be copied from.

    Args:
        content: marked up; whoever makes it has escaped what is data.
        role: of the style sheet.
    """
    made = label(content, role)
    made.setWordWrap(True)
    made.setTextFormat(Qt.TextFormat.RichText)
    made.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return made


class LongText(PlainLabel):
    """Rich text of many lines, in a column that gives it its width.

    Qt lays a text out several times to say how large it would like to be, which such a column does not need,
    and twice for every question how high it is in a width, which such a column asks again and again.

    Args:
        content: marked up; whoever makes it has escaped what is data.
        parent: Qt parent.
    """

    def __init__(self, content: str = "", parent: QWidget | None = None) -> None:
        self._heights: dict[int, int] = {}
        super().__init__(content, parent)
        self.setWordWrap(True)
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)

    def setText(self, text: str) -> None:
        """Another text has other heights."""
        self._heights.clear()
        super().setText(text)

    def changeEvent(self, event: QEvent) -> None:
        """As has another font."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._heights.clear()

    def heightForWidth(self, width: int) -> int:
        """Found once for every width."""
        if width not in self._heights:
            self._heights[width] = super().heightForWidth(width)
        return self._heights[width]

    def sizeHint(self) -> QSize:
        """One line of no width: the column decides."""
        return self.minimumSizeHint()

    def minimumSizeHint(self) -> QSize:
        """One line of no width."""
        return QSize(0, self.fontMetrics().height())


def line(parent: QWidget | None = None) -> QFrame:
    """A hairline."""
    made = QFrame(parent)
    made.setProperty("role", "line")
    made.setFixedHeight(1)
    return made


def offer_clearing(field: QLineEdit) -> None:
    """Give a field a button that empties it, with a name for those who only hear it."""
    field.setClearButtonEnabled(True)
    for button in field.findChildren(QToolButton):
        button.setAccessibleName(t("Clear the text"))


def empty_layout(layout: QLayout) -> None:
    """Take everything out of a layout and give it up."""
    while (item := layout.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.deleteLater()


def restyle(widget: QWidget) -> None:
    """Apply the style sheet again after a dynamic property has changed."""
    widget.style().unpolish(widget)
    widget.style().polish(widget)


_BEFORE_NUMBER = 9  # pixels: a number stands as far from the edge as the text of every other field


class NumberBox(QSpinBox):
    """A whole number, written and read like every other; told when it is complete, left alone by the wheel.

    What cannot be is refused at the field with the reason, and the number in force comes back.

    Signals:
        refused: why what was typed was refused.
    """

    refused = Signal(str)

    def __init__(self, least: int, most: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setRange(least, most)
        self.setKeyboardTracking(False)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.lineEdit().setTextMargins(_BEFORE_NUMBER, 0, 0, 0)

    def reading_width(self) -> int:
        """How wide it has to be for its number to be read in full, in pixels."""
        self.ensurePolished()
        option = QStyleOptionSpinBox()
        self.initStyleOption(option)
        control, part = QStyle.ComplexControl.CC_SpinBox, QStyle.SubControl.SC_SpinBoxEditField
        frame = self.width() - self.style().subControlRect(control, option, part, self).width()
        return self.fontMetrics().horizontalAdvance(self.text()) + frame + 2 * _BEFORE_NUMBER

    def show_number(self, number: int) -> None:
        """Show a number without telling of it."""
        blocked = self.blockSignals(True)
        self.setValue(number)
        self.blockSignals(blocked)

    def textFromValue(self, value: int) -> str:
        """The number as it is shown everywhere."""
        return typed_figure(value) if self.isGroupSeparatorShown() else str(value)

    def valueFromText(self, text: str) -> int:
        """The number that was typed; the one in force where it is none."""
        try:
            found = parse_count(self._bare(text), self.minimum(), self.maximum())
        except NumberError:
            found = None
        return self.value() if found is None else found

    def validate(self, text: str, position: int) -> tuple[QValidator.State, str, int]:
        """Whatever is typed may stand until it is complete."""
        try:
            found = parse_count(self._bare(text), self.minimum(), self.maximum())
        except NumberError:
            found = None
        state = QValidator.State.Intermediate if found is None else QValidator.State.Acceptable
        return state, text, position

    def fixup(self, text: str) -> str:
        """Say why what was typed cannot be; Qt then puts the number in force back."""
        try:
            parse_count(self._bare(text), self.minimum(), self.maximum())
        except NumberError as error:
            self.refused.emit(str(error))
            QToolTip.showText(self.mapToGlobal(self.rect().bottomLeft()), as_typed(str(error)), self)
        return text

    def _bare(self, text: str) -> str:
        return text.removeprefix(self.prefix()).removesuffix(self.suffix())

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The wheel must not change the scenario by accident."""
        event.ignore()


_BESIDE_CHOICE = 5  # pixels: what is kept free left and right of a choice, and what its width is rounded by


class ChoiceBox(NamedBox):
    """A combo box that the wheel does not change; a choice that does not fit ends in an ellipsis."""

    def sizeHint(self) -> QSize:
        """Wide enough for its longest choice, which Qt's own hint is not to the pixel."""
        return super().sizeHint() + QSize(_BESIDE_CHOICE, 0)

    def minimumSizeHint(self) -> QSize:
        """No narrower than that, unless the owner says so."""
        return super().minimumSizeHint() + QSize(_BESIDE_CHOICE, 0)

    def shown_text(self) -> str:
        """The choice as there is room for it."""
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        return self._shortened(option)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw what fits."""
        painter = QStylePainter(self)
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        option.currentText = self._shortened(option)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)
        painter.end()

    def _shortened(self, option: QStyleOptionComboBox) -> str:
        control, part = QStyle.ComplexControl.CC_ComboBox, QStyle.SubControl.SC_ComboBoxEditField
        room = self.style().subControlRect(control, option, part, self).width() - 2
        return self.fontMetrics().elidedText(self.currentText(), Qt.TextElideMode.ElideRight, room)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The wheel must not change the scenario by accident."""
        event.ignore()


class ElidedLabel(PlainLabel):
    """A label that ends in an ellipsis where its text does not fit; the full text is in the tooltip."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    def minimumSizeHint(self) -> QSize:
        """May become narrow."""
        return QSize(24, super().minimumSizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw what fits."""
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        text = QFontMetrics(self.font()).elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())
        painter.drawText(self.rect(), self.alignment() | Qt.AlignmentFlag.AlignVCenter, text)
        painter.end()


class HueChip(QWidget):
    """A narrow mark in the hue of a theme.

    Args:
        height: in pixels.
        parent: Qt parent.
    """

    def __init__(self, height: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._hue = QColor()
        self.setFixedSize(4, height)

    def show_hue(self, hue: QColor) -> None:
        """Take a hue."""
        self._hue = QColor(hue)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw in the tone that is seen on the panel."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(edge_colour(self._hue))
        painter.drawRoundedRect(self.rect(), 2, 2)
        painter.end()

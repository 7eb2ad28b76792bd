"""Finds what cannot be read in a window: shortened texts, some over each other, too small widgets."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QTabBar,
    QToolButton,
    QWidget,
)

from advisor.ui.charts.scene_view import SceneView
from advisor.ui.widgets.name_field import NameField
from advisor.ui.widgets.one_of_many import OneOfMany
from advisor.ui.widgets.small_widgets import ChoiceBox, ElidedLabel
from advisor.views.scene.marks import Text
from advisor.views.scene.type_styles import ELLIPSIS
from tests.views.scene.collisions import colliding_texts

_SLACK = 1  # pixels: rounding of widths of type
_ROUND = 8  # pixels that the round edges of a button take


def cut_texts(root: QWidget) -> Iterator[str]:
    """A line for each text in sight that is cut, with the kind of widget that cuts it."""
    for widget in [root, *root.findChildren(QWidget)]:
        if not widget.isVisible():
            continue
        for text in _finder(type(widget))(widget):
            yield f"{type(widget).__name__}: {text}"


@cache
def _finder(kind: type[QWidget]) -> Callable[..., Iterator[str]]:
    return next((find for known, find in _KINDS.items() if issubclass(kind, known)), lambda _widget: iter(()))


def _of_chart(chart: SceneView) -> Iterator[str]:
    scene = chart.scene
    for mark in (*scene.marks, *scene.pinned):
        if isinstance(mark, Text):
            if mark.text.endswith(ELLIPSIS):
                yield mark.text
            if mark.area.x < -_SLACK or mark.area.right > chart.width() + _SLACK:
                yield f"{mark.text} (beyond the edge)"
    for marks in (scene.marks, scene.pinned):
        yield from (f"{one} (over {other})" for one, other in colliding_texts(marks, chart.measure))


def _of_elided(label: ElidedLabel) -> Iterator[str]:
    if label.fontMetrics().horizontalAdvance(label.text()) > label.width() + _SLACK:
        yield label.text()


def _of_label(label: QLabel) -> Iterator[str]:
    text, room = label.text(), label.contentsRect().width() + _SLACK
    if not text or label.textFormat() == Qt.TextFormat.RichText:
        return
    width = label.fontMetrics().horizontalAdvance
    if label.wordWrap():
        needed = label.heightForWidth(label.width())
        if needed > label.height() + _SLACK:
            yield f"{text} (needs {needed} px of height, has {label.height()})"
        text = max(text.split() or [""], key=width)
    if max(map(width, text.split("\n"))) > room:
        yield text


def _of_choice(box: ChoiceBox) -> Iterator[str]:
    if not box.isEditable() and box.shown_text() != box.currentText():
        yield box.currentText()


def _of_name(field: NameField) -> Iterator[str]:
    if field.shown_text != field.text():
        yield field.text()


def _of_field(field: QLineEdit) -> Iterator[str]:
    shown = field.text() or field.placeholderText()
    if field.fontMetrics().horizontalAdvance(shown) > field.contentsRect().width():
        yield shown


def _of_button(button: QAbstractButton) -> Iterator[str]:
    is_icon = (
        isinstance(button, QToolButton)
        and button.toolButtonStyle() == Qt.ToolButtonStyle.ToolButtonIconOnly
        and not button.icon().isNull()
    )
    text = button.text().replace("&&", "\0").replace("&", "").replace("\0", "&")
    is_narrow = button.fontMetrics().horizontalAdvance(text) > button.width() + _SLACK
    if isinstance(button, QPushButton | QToolButton) and button.property("role") != "layer":
        is_narrow = is_narrow or button.minimumSizeHint().width() > button.width() + _SLACK
    if isinstance(button, OneOfMany):  # which is in bold while it is down
        font = QFont(button.font())
        font.setWeight(QFont.Weight.DemiBold)
        is_narrow = is_narrow or QFontMetrics(font).horizontalAdvance(text) > button.width() - _ROUND
    if text and not is_icon and is_narrow:
        yield text


def _of_tabs(bar: QTabBar) -> Iterator[str]:
    for at in range(bar.count()):
        area = bar.tabRect(at)
        is_cut = bar.fontMetrics().horizontalAdvance(bar.tabText(at)) > area.width() + _SLACK
        if is_cut or area.left() < 0 or area.right() > bar.width() + _SLACK:
            yield bar.tabText(at)


def _of_scrolled(area: QScrollArea | QAbstractItemView) -> Iterator[str]:
    bar = area.horizontalScrollBar()
    if bar.isVisible() and bar.maximum() > 0:
        yield f"{area.accessibleName()} (scrolls sideways by {bar.maximum()} px)"


_KINDS: dict[type[QWidget], Callable[..., Iterator[str]]] = {
    SceneView: _of_chart,
    ElidedLabel: _of_elided,
    QLabel: _of_label,
    ChoiceBox: _of_choice,
    NameField: _of_name,
    QLineEdit: _of_field,
    QAbstractButton: _of_button,
    QTabBar: _of_tabs,
    QScrollArea: _of_scrolled,
    QAbstractItemView: _of_scrolled,
}

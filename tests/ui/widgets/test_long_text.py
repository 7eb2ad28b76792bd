"""A long text is laid out once for every width that it is asked about."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QScrollArea, QVBoxLayout, QWidget

from advisor.ui.look.current import finish_dressing, put_in_force
from advisor.ui.widgets.small_widgets import LongText
from advisor.views.look.theme import LIGHT, presented

TEXT = "<b>Many words.</b><br>" + "A sentence that is as long as others are. " * 40


def test_that_a_height_is_found_once_for_a_width(qtbot, monkeypatch):
    asked = []
    found = QLabel.heightForWidth
    text = LongText(TEXT)
    qtbot.addWidget(text)

    def ask(one, width):
        asked.append(width)
        return found(one, width)

    monkeypatch.setattr(QLabel, "heightForWidth", ask)
    heights = [text.heightForWidth(width) for width in (300, 300, 500, 300)]
    assert heights[0] == heights[1] == heights[3] > heights[2]
    assert asked == [300, 500]
    text.setText("Few words.")
    assert text.heightForWidth(300) < heights[0]


def test_that_it_stands_in_full_in_a_column_of_any_width_and_size_of_type(qtbot):
    area, inside = QScrollArea(), QWidget()
    area.setWidgetResizable(True)
    texts = [LongText(TEXT), LongText(TEXT)]
    column = QVBoxLayout(inside)
    for text in texts:
        column.addWidget(text)
    area.setWidget(inside)
    qtbot.addWidget(area)
    area.show()
    for look, width in ((LIGHT, 300), (LIGHT, 700), (presented(LIGHT), 700), (presented(LIGHT), 250)):
        put_in_force(look)
        finish_dressing()
        area.resize(width, 200)
        plain = QLabel(TEXT)
        plain.setWordWrap(True)
        qtbot.addWidget(plain)
        plain.setFont(texts[0].font())
        for text in texts:
            qtbot.waitUntil(lambda text=text: text.height() >= text.heightForWidth(text.width()))
            assert abs(text.heightForWidth(text.width()) - plain.heightForWidth(text.width())) <= 2

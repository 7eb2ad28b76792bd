"""How wide words are in a type, plain and bold, for who asks again and again."""

from __future__ import annotations

from PySide6.QtGui import QFont, QFontMetrics


class WordWidths:
    """Measures words once for each type; of one type at a time, as a widget wears it."""

    def __init__(self) -> None:
        self._font = QFont()
        self._widths: dict[tuple[str, bool], int] = {}

    def plain(self, font: QFont, text: str) -> int:
        """Pixels that a text takes in a type."""
        return self._width(font, text, is_bold=False)

    def bold(self, font: QFont, text: str) -> int:
        """The same in the weight of what is chosen: a button that is down, a tab in front."""
        return self._width(font, text, is_bold=True)

    def _width(self, font: QFont, text: str, *, is_bold: bool) -> int:
        if font != self._font:
            self._font, self._widths = QFont(font), {}
        found = self._widths.get((text, is_bold))
        if found is None:
            measured = QFont(font)
            if is_bold:
                measured.setWeight(QFont.Weight.DemiBold)
            found = self._widths[text, is_bold] = QFontMetrics(measured).horizontalAdvance(text)
        return found

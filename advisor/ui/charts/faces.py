"""The fonts of a scene on screen, which also measure its texts."""

from __future__ import annotations

from PySide6.QtGui import QFont

from advisor.ui.look.row_paint import Type
from advisor.views.look.theme import Look
from advisor.views.scene.type_styles import WEIGHTS, Style, pixels


class Faces:
    """One font a style; a measurer for layouts.

    Args:
        look: for the sizes.
        base: the widget's font, for the family.
    """

    def __init__(self, look: Look, base: QFont) -> None:
        self._faces = {
            style: Type(base, pixels(style, look), QFont.Weight(WEIGHTS[style])) for style in Style
        }

    def __getitem__(self, style: Style) -> Type:
        return self._faces[style]

    def width(self, text: str, style: Style) -> float:
        """Width of one line."""
        return self._faces[style].width(text)

    def height(self, style: Style) -> float:
        """Height of a line."""
        return self._faces[style].height

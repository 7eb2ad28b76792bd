"""How far something has come."""

from __future__ import annotations

from PySide6.QtWidgets import QProgressBar


class ProgressBar(QProgressBar):
    """A bar that is painted with the next picture of its window.

    Qt paints a bar before ``setValue`` returns, and with it all that waits to be painted in the window: work
    that tells often how far it is would have the window painted as often.
    """

    def setValue(self, value: int) -> None:
        """Show how far it is, once the window is painted."""
        self.setUpdatesEnabled(False)
        super().setValue(value)
        self.setUpdatesEnabled(True)

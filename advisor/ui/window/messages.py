"""Messages that stop nobody: a bar that says what happened, why, and what to do."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAccessible, QAccessibleEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QToolButton, QWidget

from advisor.ui.look.current import follow_look
from advisor.ui.look.icons import icon, pixmap
from advisor.ui.widgets.small_widgets import restyle
from advisor.words.translation import t


class MessageBar(QFrame):
    """One message at a time, the latest; it stays until it is closed or its cause is gone.

    Attributes:
        text: what is shown, empty while nothing is.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("message")
        self._kind = "problem"
        self._do: Callable[[], None] | None = None
        self._sign = QLabel(self)
        self._label = QLabel(self)
        self._label.setWordWrap(True)
        self._label.setTextFormat(Qt.TextFormat.PlainText)
        self._label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._label.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.action_button = QPushButton(self)
        self.action_button.setProperty("role", "link")
        self.action_button.clicked.connect(self._on_action)
        self.close_button = QToolButton(self)
        self.close_button.setIcon(icon("close", "quiet"))
        self.close_button.setIconSize(QSize(14, 14))
        self.close_button.setAccessibleName(t("Close the message"))
        self.close_button.setToolTip(t("Close the message"))
        self.close_button.clicked.connect(self.clear)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 6, 6)
        row.setSpacing(8)
        row.addWidget(self._sign)
        row.addWidget(self._label, 1)
        row.addWidget(self.action_button)
        row.addWidget(self.close_button)
        self.hide()
        follow_look(self._draw_sign)

    @property
    def text(self) -> str:
        """The message that is shown, empty while none is."""
        return "" if self.isHidden() else self._label.text()

    def problem(self, text: str, action: str = "", do: Callable[[], None] | None = None) -> None:
        """Say what went wrong, why and what to do; with a button that does it, if there is one."""
        self._show("problem", text, action, do)

    def note(self, text: str, action: str = "", do: Callable[[], None] | None = None) -> None:
        """Say what has been done."""
        self._show("note", text, action, do)

    def clear(self) -> None:
        """Take the message away."""
        self._do = None
        self.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes."""
        if event.key() == Qt.Key.Key_Escape:
            self.clear()
        else:
            super().keyPressEvent(event)

    def _show(self, kind: str, text: str, action: str, do: Callable[[], None] | None) -> None:
        self._kind, self._do = kind, do
        self.setProperty("kind", kind)
        restyle(self)
        self._draw_sign()
        self._label.setText(text)
        self.setAccessibleName(text)
        self.action_button.setText(action)
        self.action_button.setVisible(bool(action and do))
        self.show()
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def _draw_sign(self) -> None:
        name, role = ("warning", "warning") if self._kind == "problem" else ("info", "accent")
        self._sign.setPixmap(pixmap(name, role, ratio=max(1, round(self.devicePixelRatioF()))))

    def _on_action(self) -> None:
        do = self._do
        self.clear()
        if do is not None:
            do()

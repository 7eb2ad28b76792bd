"""Messages that stop nobody: a bar that says what happened, why, and what to do."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent, QUndoStack
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QWidget,
)

from advisor.ui.look.current import follow_look
from advisor.ui.look.icons import icon, pixmap
from advisor.ui.widgets.announcing import announce
from advisor.ui.widgets.progress_bar import ProgressBar
from advisor.ui.widgets.small_widgets import PlainLabel, restyle
from advisor.words.translation import t

_WHOLE, _BAR_WIDTH = 1_000, 160
_Action = tuple[str, Callable[[], None]]


@dataclass(frozen=True, slots=True)
class _Shown:
    """A message: its kind, its text, and what its buttons do."""

    kind: str
    text: str
    actions: tuple[_Action, ...]
    closed: Callable[[], None] | None = None
    is_work: bool = False
    step: int | None = None  # of the history at which it was said, for what can be taken back


class MessageBar(QFrame):
    """One message at a time, the latest; it stays until it is closed or its cause is gone.

    An offer, which the user must decide upon, comes back when the message that pushed it aside has gone.

    Attributes:
        text: what is shown, empty while nothing is.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("message")
        self._kind = "problem"
        self._shown: _Shown | None = None
        self._offered: _Shown | None = None
        self._sign = PlainLabel(parent=self)
        self._label = PlainLabel(parent=self)
        self._label.setWordWrap(True)
        self._label.setTextFormat(Qt.TextFormat.PlainText)
        self._label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._label.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.bar = ProgressBar(self)
        self.bar.setRange(0, _WHOLE)
        self.bar.setTextVisible(False)
        self.bar.setFixedWidth(_BAR_WIDTH)
        self.action_button = self._link(0)
        self.second_button = self._link(1)
        self.close_button = QToolButton(self)
        self.close_button.setIcon(icon("close", "quiet"))
        self.close_button.setIconSize(QSize(14, 14))
        self.close_button.setAccessibleName(t("Close the message"))
        self.close_button.setToolTip(t("Close the message"))
        self.close_button.clicked.connect(self._close)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 6, 6)
        row.setSpacing(8)
        row.addWidget(self._sign)
        row.addWidget(self._label, 1)
        row.addWidget(self.bar)
        row.addWidget(self.action_button)
        row.addWidget(self.second_button)
        row.addWidget(self.close_button)
        self.hide()
        follow_look(self._draw_sign)

    @property
    def text(self) -> str:
        """The message that is shown, empty while none is."""
        return "" if self.isHidden() else self._label.text()

    def problem(self, text: str, action: str = "", do: Callable[[], None] | None = None) -> None:
        """Say what went wrong, why and what to do; with a button that does it, if there is one."""
        self._show(_Shown("problem", text, ((action, do),) if action and do else ()))

    def note(self, text: str, action: str = "", do: Callable[[], None] | None = None) -> None:
        """Say what has been done."""
        self._show(_Shown("note", text, ((action, do),) if action and do else ()))

    def done(self, text: str, history: QUndoStack) -> None:
        """Say what the last edit did, with a button that takes it back; gone once the history has moved on.

        Later the button would take back something else than what the message says.
        """
        step = history.index()
        shown = _Shown("note", text, ((t("Undo"), history.undo),), step=step)
        self._show(shown)
        history.indexChanged.connect(self._follow_history, Qt.ConnectionType.UniqueConnection)

    def work(self, text: str, stop: str, do: Callable[[], None]) -> None:
        """Say what is being done, with how far it has come and a button that ends it."""
        if self._shown is None or not self._shown.is_work or self._shown.text != text:
            self.bar.setValue(0)
            self.bar.setAccessibleName(text)
            self._show(_Shown("note", text, ((stop, do),), is_work=True))

    def set_progress(self, text: str, done: float) -> None:
        """How far a work has come, 0..1; nothing where something else is shown."""
        if self._shown is not None and self._shown.is_work and self._shown.text == text:
            self.bar.setValue(round(_WHOLE * done))
            self.bar.setVisible(done > 0)

    def end_work(self, text: str) -> None:
        """A work is over; what else is shown meanwhile stays."""
        if self._shown is not None and self._shown.is_work and self._shown.text == text:
            self.clear()

    def offer(self, text: str, actions: Sequence[_Action], closed: Callable[[], None]) -> None:
        """Ask for a decision that can wait: other messages may come before it, and then it is shown again.

        Args:
            text: what is to be decided.
            actions: one or two buttons, as text and what it does; the offer stays until ``withdraw``.
            closed: called when it is closed without a decision.
        """
        self._offered = _Shown("note", text, tuple(actions), closed)
        if self.isHidden():
            self._show(self._offered)

    def withdraw(self) -> None:
        """The offer is decided upon."""
        is_shown = self._shown is self._offered
        self._offered = None
        if is_shown:
            self.clear()

    def clear(self) -> None:
        """Take the message away; an offer stays, and one that waits comes back."""
        self._shown = None
        if self._offered is not None:
            self._show(self._offered)
        else:
            self.hide()

    def _follow_history(self, step: int) -> None:
        if self._shown is not None and self._shown.step not in (None, step):
            self.clear()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes."""
        if event.key() == Qt.Key.Key_Escape:
            self._close()
        else:
            super().keyPressEvent(event)

    def _close(self) -> None:
        shown = self._shown
        if shown is not None and shown is self._offered:
            self._offered = None
        self.clear()
        if shown is not None and shown.closed is not None:
            shown.closed()

    def _link(self, at: int) -> QPushButton:
        button = QPushButton(self)
        button.setProperty("role", "link")
        button.clicked.connect(lambda: self._on_action(at))
        return button

    def _show(self, shown: _Shown) -> None:
        self._kind, self._shown = shown.kind, shown
        self.setProperty("kind", shown.kind)
        restyle(self)
        self._draw_sign()
        self._label.setText(shown.text)
        self.bar.setVisible(shown.is_work and self.bar.value() > 0)  # some work cannot say how far it is
        self.setAccessibleName(shown.text)
        for at, button in enumerate((self.action_button, self.second_button)):
            button.setText(shown.actions[at][0] if at < len(shown.actions) else "")
            button.setVisible(at < len(shown.actions))
        self.show()
        announce(self, shown.text)

    def _draw_sign(self) -> None:
        name, role = ("warning", "warning") if self._kind == "problem" else ("info", "accent")
        self._sign.setPixmap(pixmap(name, role, ratio=max(1, round(self.devicePixelRatioF()))))

    def _on_action(self, at: int) -> None:
        shown = self._shown
        if shown is None:
            return
        if shown is not self._offered:
            self.clear()
        shown.actions[at][1]()

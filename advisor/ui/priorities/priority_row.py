"""One row of the priorities: name, slider, share, lock; a theme's row opens to show its criteria."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from advisor.ui.look.current import follow_look
from advisor.ui.look.icons import icon
from advisor.ui.widgets.expander import Expander, TinyButton
from advisor.ui.widgets.share_slider import ShareSlider
from advisor.ui.widgets.small_widgets import ElidedLabel, HueChip, PlainLabel, label
from advisor.words.formatting import percent_text
from advisor.words.plain_text import as_typed
from advisor.words.translation import t


class ShareControls(QWidget):
    """Slider, share and lock of one theme or criterion.

    Signals:
        lock_wanted: the share is to be locked, or let go.
    """

    lock_wanted = Signal(bool)

    def __init__(self, key: str, name: str, colour: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.key = key
        self.name = name
        self.slider = ShareSlider(colour, self)
        self.share_label = PlainLabel(parent=self)
        self.share_label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.lock = TinyButton(self)
        self.lock.setCheckable(True)
        self.lock.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.lock.toggled.connect(self._on_lock)
        self.lock.clicked.connect(self.lock_wanted)
        self._draw_lock()
        self._name_lock()
        follow_look(self._dress)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """L locks the share and lets it go, from the slider too, so that Tab need not halt at every lock."""
        if event.key() == Qt.Key.Key_L and not event.modifiers():
            self.lock.click()
        else:
            super().keyPressEvent(event)

    def show_lock(self, locked: bool) -> None:
        """Show whether the others may not change this share."""
        self.lock.setChecked(locked)

    def show_share(self, share: float, whole: int, default: float) -> None:
        """Show a share of 100, exact and rounded, and the business function's own."""
        self.slider.show_share(share, whole, default)
        self.share_label.setText(percent_text(whole / 100))

    def _dress(self) -> None:
        """Paint in the colours of a look."""
        self.share_label.ensurePolished()
        self.share_label.setFixedWidth(self.share_label.fontMetrics().horizontalAdvance(percent_text(1.0)))

    def _on_lock(self, locked: bool) -> None:
        had_keyboard = self.slider.hasFocus()
        policy = Qt.FocusPolicy.StrongFocus if locked else Qt.FocusPolicy.ClickFocus
        self.lock.setFocusPolicy(policy)  # the slider, which has the key for it, is off while it is locked
        if had_keyboard and locked:
            self.lock.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self.lock.hasFocus() and not locked:
            self.slider.setEnabled(True)
            self.slider.setFocus(Qt.FocusReason.OtherFocusReason)
        self.slider.setEnabled(not locked)
        self._draw_lock()
        self._name_lock()

    def _draw_lock(self) -> None:
        locked = self.lock.isChecked()
        self.lock.setIcon(icon("lock" if locked else "unlock", "text" if locked else "quiet"))

    def _name_lock(self) -> None:
        self.lock.setAccessibleName(t("Lock {name}", name=self.name))  # checked says whether it is
        self.lock.setToolTip(
            as_typed(
                t("Let this share move with the others again (L)")
                if self.lock.isChecked()
                else t("Keep this share while others move (L)")
            )
        )


class CriterionRow(ShareControls):
    """A criterion inside its theme: name and share above, slider below."""

    def __init__(self, key: str, name: str, colour: str, parent: QWidget | None = None) -> None:
        super().__init__(key, name, colour, parent)
        self.label = ElidedLabel(name, self)
        self.slider.setAccessibleName(t("{criterion}, share within its theme in percent", criterion=name))
        grid = QGridLayout(self)
        grid.setContentsMargins(24, 2, 0, 2)
        grid.setHorizontalSpacing(4)
        grid.setVerticalSpacing(0)
        grid.addWidget(self.label, 0, 0)
        grid.addWidget(self.share_label, 0, 1)
        grid.addWidget(self.lock, 0, 2)
        grid.addWidget(self.slider, 1, 0, 1, 3)
        grid.setColumnStretch(0, 1)

    def explain(self, description: str, theme: str, within: float, of_whole: float) -> None:
        """Say on hover what the criterion is and what it counts for."""
        shares = t(
            "{within} of {theme}, {whole} of the whole",
            within=percent_text(within / 100),
            theme=theme,
            whole=percent_text(of_whole / 100, 1),
        )
        lines = [f"<b>{escape(self.name)}</b>", *(escape(text) for text in (description, shares) if text)]
        text = "<br>".join(lines)
        self.setToolTip(text)
        self.slider.setToolTip(text)
        self.slider.setAccessibleDescription(shares)
        self.setAccessibleDescription(description)


class ThemeRow(ShareControls):
    """A theme: chevron, name, slider, share, lock, and its criteria when it is open.

    Signals:
        opened: whether the criteria are to be shown.
        conditions_wanted: what its figures rest on is to be changed.
    """

    opened = Signal(bool)
    conditions_wanted = Signal()

    def __init__(self, key: str, name: str, colour: str, parent: QWidget | None = None) -> None:
        super().__init__(key, name, colour, parent)
        self.criteria: list[CriterionRow] = []
        self.criterion_ids: tuple[str, ...] = ()  # also of those whose rows are not made yet
        self.chevron = Expander(self)
        self.chevron.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # Enter on the slider does it
        self.chevron.toggled.connect(self._on_chevron)
        self.chevron.setAccessibleName(t("Criteria of {theme}", theme=name))
        self.chip = HueChip(16, self)
        self.chip.show_hue(QColor(colour))
        self.label = ElidedLabel(name, self)
        self.label.setToolTip(as_typed(name))
        self.slider.setAccessibleName(t("{theme}, share of the whole in percent", theme=name))
        self.body = QWidget(self)
        self._body_layout = QVBoxLayout(self.body)
        self._body_layout.setContentsMargins(0, 0, 0, 6)
        self._body_layout.setSpacing(0)
        self.body.hide()
        self.conditions = QWidget(self.body)
        self.conditions_text = label("", "quiet", self.conditions)
        self.conditions_text.setWordWrap(True)
        self.conditions_button = QPushButton(t("Change…"), self.conditions)
        self.conditions_button.setProperty("role", "link")
        self.conditions_button.setAccessibleName(t("Change the working conditions"))
        self.conditions_button.setToolTip(t("Hours, languages and year that these figures rest on"))
        self.conditions_button.clicked.connect(self.conditions_wanted)
        line = QHBoxLayout(self.conditions)
        line.setContentsMargins(24, 2, 0, 0)
        line.addWidget(self.conditions_text, 1)
        line.addWidget(self.conditions_button, 0, Qt.AlignmentFlag.AlignTop)
        self._body_layout.addWidget(self.conditions)
        self.conditions.hide()
        top = QHBoxLayout()
        top.setSpacing(4)
        for widget in (self.chevron, self.chip, self.label, self.slider, self.share_label, self.lock):
            top.addWidget(widget)
        top.setStretch(3, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 3, 0, 3)
        layout.setSpacing(2)
        layout.addLayout(top)
        layout.addWidget(self.body)
        self._on_chevron(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens and closes it."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not self.body.isAncestorOf(
            self.window().focusWidget() or self
        ):
            self.chevron.click()
        else:
            super().keyPressEvent(event)

    def add_criterion(self, row: CriterionRow) -> None:
        """Put a criterion inside."""
        self.criteria.append(row)
        self._body_layout.insertWidget(self._body_layout.count() - 1, row)

    def show_conditions(self, text: str) -> None:
        """Say what its figures rest on, below its criteria; nothing where they rest on data alone."""
        self.conditions_text.setText(text)
        self.conditions.setVisible(bool(text))

    def set_name_width(self, width: int) -> None:
        """Give the names of all rows the same width."""
        self.label.setFixedWidth(width)

    def _on_chevron(self, is_open: bool) -> None:
        self.opened.emit(is_open)  # before anybody sees it: its rows may have to be made
        self.body.setVisible(is_open)
        self.chevron.setToolTip(
            as_typed(
                t("Hide the criteria of {theme} (Enter)", theme=self.name)
                if is_open
                else t("Show the criteria of {theme} (Enter)", theme=self.name)
            )
        )
        self._draw_chevron()

    def _draw_chevron(self) -> None:
        name = "chevron-down" if self.chevron.isChecked() else "chevron-right"
        self.chevron.setIcon(icon(name, "quiet"))

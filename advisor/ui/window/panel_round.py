"""The round of panels that F6 goes through."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from advisor.ui.window.context import WindowContext


def go_to_panel(window: WindowContext, step: int) -> None:
    """Put the keyboard into the next panel (1) or the one before (-1), where it was in there the last time.

    While a page lies over the others, the keyboard stays in it.
    """
    if window.side_page.content is not None or window.help_page.content is not None:
        return
    round_ = [(panel, stop) for panel, stop in _panels(window) if panel.isVisible()]
    now = window.header.window().focusWidget()
    here = next((at for at, (panel, _) in enumerate(round_) if now is not None and _holds(panel, now)), None)
    at = (0 if step > 0 else -1) if here is None else here + step
    panel, first = round_[at % len(round_)]
    before = panel.focusWidget()
    can_return = before is not None and before.isVisible() and before.isEnabled()
    stop = before if before is not None and can_return else first
    stop.setFocus(Qt.FocusReason.ShortcutFocusReason)


def _panels(window: WindowContext) -> Iterator[tuple[QWidget, QWidget]]:
    """Each panel and where the keyboard begins in it."""
    yield window.header, window.header.first_field
    yield window.scenarios, window.scenarios.tabs
    sliders = [row.slider for row in window.priorities.rows.values() if row.slider.isEnabled()]
    if sliders:
        yield window.priorities, sliders[0]
    yield window.must_haves, window.must_haves.first_field
    # A web view may be given the focus only once its page is drawn.
    if window.map_panel is not None and getattr(window.map_panel.view, "is_ready", True):
        yield window.map_panel, window.map_panel.view
    yield window.drawer, window.drawer.tabs
    yield window.ranking, window.ranking.table if window.ranking.table_mode else window.ranking.list


def _holds(panel: QWidget, widget: QWidget) -> bool:
    return panel is widget or panel.isAncestorOf(widget)

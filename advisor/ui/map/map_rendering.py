"""The map as a picture file without a window, for scripts and machines that have no display."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

from PySide6.QtCore import QEventLoop, QSize, QTimer
from PySide6.QtWidgets import QApplication

from advisor.scenario.ranking.assessment import Assessment
from advisor.ui.map.map_texts import NO_MAP, NOT_IN_TIME
from advisor.ui.map.qt_messages import log_qt_messages
from advisor.ui.map.webengine_setup import prepare_webengine
from advisor.views.look.theme import LookName
from advisor.views.map.map_caption import map_caption
from advisor.views.map.map_layer import Shown
from advisor.views.map.map_layers import layer_of, layer_picture
from advisor.views.map.map_looks import hub_points
from advisor.views.map.score_layers import SCORE
from advisor.words.translation import marked

TIMEOUT_MS = 60_000


class RenderingError(Exception):
    """The map could not be drawn; the message says why."""


def use_offscreen() -> None:
    """Make Qt draw into memory; call before the application object is made."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    log_qt_messages()
    prepare_webengine()


def render_map(
    assessment: Assessment,
    path: Path,
    *,
    layer: str = SCORE,
    theme: LookName = "light",
    size: QSize | None = None,
    timeout_ms: int = TIMEOUT_MS,
) -> None:
    """Write the map of a layer as PNG, SVG or PDF, by the ending of the name.

    Raises:
        RenderingError: the pack has no map, or the page did not draw.
        ValueError: there is no such layer.
    """
    from advisor.ui.map.map_view import MapView

    if assessment.pack.geometry is None:
        raise RenderingError(marked(NO_MAP))
    application = QApplication.instance() or QApplication([])
    view = MapView(assessment.pack.geometry, theme=theme)
    view.resize(size or QSize(1440, 810))
    loop = QEventLoop()
    failures: list[str] = []

    def fail(message: str = "") -> None:
        failures.append(message or marked(NOT_IN_TIME))
        loop.quit()

    shown, coloured = Shown(assessment), layer_of(assessment.pack, layer)
    caption = map_caption(shown, coloured, date.today())
    view.map_ready.connect(lambda: view.save_picture(path, caption))
    view.failed.connect(fail)
    view.picture_saved.connect(loop.quit)
    view.saving_failed.connect(fail)
    limit = QTimer()
    limit.setSingleShot(True)
    limit.timeout.connect(fail)
    view.set_hubs(hub_points(assessment.pack))
    view.show_picture(layer_picture(shown, coloured))
    view.show()
    limit.start(timeout_ms)
    loop.exec()
    limit.stop()
    view.hide()
    view.shutdown()
    view.deleteLater()
    application.processEvents()
    if failures:
        raise RenderingError(failures[0])

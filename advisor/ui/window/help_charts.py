"""The charts of the help, drawn when a page with them is read."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from advisor.app.document.document import Document
from advisor.app.workers.worker import Worker, WorkState
from advisor.ui.look.current import look_in_force
from advisor.views.look.theme import LIGHT
from advisor.words.translation import ENGLISH, language

if TYPE_CHECKING:
    from advisor.datapack.schema import DataPack
    from advisor.export.report.blocks import Figure
    from advisor.scenario.ranking.assessment import Assessor

_log = logging.getLogger(__name__)


class HelpCharts(QObject):
    """Draws the charts of the help from the example studies, in the language in force.

    They rest on thousands of draws, so they are made off the main thread, all of them when the first is
    wanted; until then the files stand for them.

    Args:
        document: whose pack the examples are assessed with, if they fit it.

    Signals:
        made: there is more to be drawn than before.
    """

    made = Signal()

    def __init__(self, document: Document, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._language = ""
        self._figures: Mapping[str, Figure] = {}
        self._worker = Worker("charts", self)
        self._worker.done.connect(self._take)
        self._worker.failed.connect(_tell)

    def __call__(self, name: str) -> Figure | None:
        """A chart; None where its file shows the same, the pack is another one, or it is not made yet."""
        if language() == ENGLISH and look_in_force().name == LIGHT.name:
            return None
        if self._language != language():
            self._language, self._figures = language(), {}
            assessor, pack = self._document.assessor, self._document.pack
            self._worker.start(lambda state: _made(assessor, pack, state))
        return self._figures.get(name)

    def _take(self, figures: Mapping[str, Figure]) -> None:
        self._figures = figures
        if figures:
            self.made.emit()


def _tell(error: Exception) -> None:
    _log.error("The charts of the help are not drawn: %s", error)


def _made(assessor: Assessor, pack: DataPack, state: WorkState) -> Mapping[str, Figure]:
    """Every chart by its name; none where the examples do not fit the pack."""
    # What draws them takes a while to load, and few read a page with charts in every session.
    from advisor.export.help_pictures import PICTURES, HelpPictures
    from advisor.scenario.study.examples import first_example
    from advisor.views.scene.type_styles import PlainMeasurer

    if first_example(pack) is None:
        return {}
    pictures = HelpPictures(assessor)
    figures = {}
    for done, name in enumerate(PICTURES):
        state.progress(done / len(PICTURES))
        figure = figures[name] = pictures.figure(name)
        figure.scene(figure.size, PlainMeasurer())  # what it rests on is counted when it is laid out
    return figures

"""What other methods say, asked off the main thread once nothing moves any more."""

from __future__ import annotations

import html
from functools import partial

from PySide6.QtCore import Qt, QTimer

from advisor.app.document.compared_pair import ComparedPair
from advisor.app.document.document import Document
from advisor.app.workers.worker import Worker, WorkState
from advisor.ui.charts.scene_view import SceneView
from advisor.ui.compare.beside_page import BesidePage
from advisor.ui.look.current import follow_look, look_in_force
from advisor.ui.widgets.small_widgets import label
from advisor.views.compare.opinion_figures import Opinions, opinions
from advisor.views.compare.opinions_scene import opinions_scene
from advisor.views.look.theme import GAP
from advisor.views.scene.scene import empty_scene
from advisor.words.translation import t

_BESIDE = 58  # times the size of the type: from this width on words stand beside the ranks


class OpinionsPage(BesidePage):
    """Ranks side by side on the left, what they mean in words on the right."""

    def __init__(self, document: Document, pair: ComparedPair, *, rest_ms: int) -> None:
        super().__init__()
        self._document = document
        self._pair = pair
        self.told: Opinions | None = None
        self.chart = SceneView(t("Second opinions"))
        why = t("The other methods are being asked \N{HORIZONTAL ELLIPSIS}")
        self.chart.show_scene(lambda size, measure: empty_scene(size, measure, why))
        self.words = label("")
        self.words.setWordWrap(True)
        self.words.setTextFormat(Qt.TextFormat.RichText)
        self.words.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self.words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._worker = Worker("opinions", self)
        self._worker.done.connect(self._on_done)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(rest_ms)
        self._rest.timeout.connect(self._ask)
        self.row.addWidget(self.chart, 5)
        self.row.addWidget(self.words, 3)
        follow_look(self._dress)

    def _dress(self) -> None:
        """Use other colours and sizes."""
        self._say(self.told)
        self.turn()

    @property
    def is_wide(self) -> bool:
        """Whether the words have room beside the ranks."""
        return self.width() >= _BESIDE * look_in_force().base

    def turn(self) -> None:
        """Words below the ranks begin where these do."""
        super().turn()
        self.words.setContentsMargins(GAP if self.is_wide else 12, 4, 12, 10)

    def refresh(self) -> None:
        """Ask again as soon as nothing has moved for a moment."""
        self._worker.cancel()
        self._rest.start()

    def _ask(self) -> None:
        assessment = self._document.assessment
        also = tuple(key for key in (self._pair.first, self._pair.second) if key)

        def work(_state: WorkState) -> Opinions:
            return opinions(assessment, also)

        self._worker.start(work)

    def _on_done(self, told: Opinions) -> None:
        ids = self._document.pack.location_ids
        marked = tuple(ids.index(key) for key in (self._pair.first, self._pair.second) if key)
        self.told = told
        self.chart.show_scene(partial(opinions_scene, told, marked))
        self._say(told)

    def _say(self, told: Opinions | None) -> None:
        quiet = look_in_force().quiet
        parts = [
            f"<p style='margin:0 0 8px 0'><b>{html.escape(v.name)}</b> {html.escape(v.agreement)}. "
            f"<span style='color:{quiet}'>{html.escape(v.meaning)}</span><br>{html.escape(v.words)}</p>"
            for v in (told.verdicts if told else ())
        ]
        self.words.setText("".join(parts))

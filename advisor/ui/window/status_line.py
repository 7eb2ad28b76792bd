"""The line at the bottom: which data, how many criteria, how many locations are ranked."""

from __future__ import annotations

import numpy as np
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStatusBar, QWidget

from advisor.app.document.document import Document
from advisor.core.evaluation import Status
from advisor.scenario.ranking.assessment import Assessment
from advisor.ui.look.current import follow_look
from advisor.ui.widgets.small_widgets import PlainLabel
from advisor.views.scene.fitting import first_fitting
from advisor.words.plain_text import as_typed
from advisor.words.translation import t, tn

_EDGES = 24  # pixels beside the words
_DOT = " \N{MIDDLE DOT} "


class StatusLine(QStatusBar):
    """One sentence that follows the document."""

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizeGripEnabled(False)
        self._texts: tuple[str, ...] = ("",)  # in full, then shorter
        self._label = PlainLabel(parent=self)
        self._label.setProperty("role", "quiet")
        self._label.setContentsMargins(8, 0, 8, 0)
        self._label.setAccessibleName(t("Status"))
        self.addPermanentWidget(self._label, 1)
        document.assessment_changed.connect(self._show)
        self._show(document.assessment)
        follow_look(self._fit)

    @property
    def text(self) -> str:
        """What the line says."""
        return self._label.text()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say what there is room for."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        self._label.ensurePolished()
        width_of = self._label.fontMetrics().horizontalAdvance
        self._label.setText(first_fitting(self._texts, width_of, self.width() - _EDGES))

    def _show(self, assessment: Assessment) -> None:
        pack, status = assessment.pack, assessment.evaluation.status
        ranked, excluded, thin = (
            int(np.sum(status == code)) for code in (Status.RANKED, Status.EXCLUDED, Status.INSUFFICIENT)
        )
        counts = [t("{count} ranked", count=ranked)]
        if excluded:
            counts.append(t("{count} excluded", count=excluded))
        if thin:
            counts.append(t("{count} with too little data", count=thin))
        parts = [
            t("data pack {version}", version=pack.version) if pack.version else pack.title,
            tn("{count} criterion", "{count} criteria", len(pack.criteria)),
            ", ".join(counts),
            t("offline"),
        ]
        # Where room is short what changes stays: the counts.
        kept = (parts, [parts[0], parts[2], parts[3]], [parts[2], parts[3]], [parts[2]])
        self._texts = tuple(_DOT.join(some) for some in kept)
        self._fit()
        about = t("{pack} {edition}", pack=pack.title, edition=pack.version).rstrip()
        self._label.setToolTip(as_typed("\n".join((about, str(pack.folder)))))

"""The terms and parameters of the total cost, beside the charts or in their place."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from advisor.app.document.document import Document
from advisor.app.models.cost_parameter_model import CostParameterModel
from advisor.scenario.cost.cost_model import CostModel
from advisor.ui.cost.cost_parameter_table import CostParameterTable
from advisor.ui.cost.cost_terms import CostTerms
from advisor.words.translation import t


class CostParametersPanel(QWidget):
    """Terms above, parameters below, and the way back to the sources.

    Args:
        document: whose scenario is edited.
        model: the pack's cost model.
    """

    def __init__(self, document: Document, model: CostModel) -> None:
        super().__init__()
        self.terms = CostTerms(document, model)
        self.model = CostParameterModel(document, model, self)
        self.table = CostParameterTable(self.model)
        self.reset_all = QPushButton()
        self.reset_all.setProperty("role", "link")
        self.reset_all.setToolTip(t("Take the sources' figures for all parameters again."))
        self.reset_all.clicked.connect(self._reset)
        head = QHBoxLayout()
        head.setContentsMargins(0, 0, 8, 0)
        head.addWidget(self.terms, 1)
        head.addWidget(self.reset_all)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(head)
        table = QHBoxLayout()
        table.setContentsMargins(9, 0, 0, 0)
        table.addWidget(self.table)
        column.addLayout(table, 1)
        self.model.dataChanged.connect(self._count)
        self.model.modelReset.connect(self._count)
        self._count()

    def _reset(self) -> None:
        self.model.reset()

    def _count(self) -> None:
        changed = len(self.model.parameters.changed)
        self.reset_all.setVisible(changed > 0)
        self.reset_all.setText(t("Reset {count} changed", count=changed))

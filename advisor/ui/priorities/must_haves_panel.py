"""The must-haves: what a location has to satisfy to be ranked at all, with what each of them excludes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QMenu, QPushButton, QVBoxLayout, QWidget

from advisor.app.document.document import Document
from advisor.core.screening import Allowed, Bound, Constraint, Forbidden, Outcome
from advisor.places.engagement import engagement_name
from advisor.scenario.ranking.assessment import ADVISORY, FATF, SANCTIONS, Assessment
from advisor.scenario.study.problems import ScenarioError
from advisor.scenario.study.scenario import ENGAGEMENT_MODELS, MustHaves
from advisor.ui.look.current import follow_look
from advisor.ui.priorities.must_have_rows import ChoiceRow, LimitRow, MustHaveRow, field_width
from advisor.ui.priorities.priorities_texts import (
    ADEQUATE_TIP,
    ANY_LAW_TIP,
    FATF_TIP,
    NEARSHORE_TIP,
    ONSHORE_TIP,
    SAFEGUARDS_TIP,
    SAME_LAW_TIP,
    SANCTIONS_TIP,
    SOME_LAW_TIP,
)
from advisor.ui.widgets.small_widgets import ChoiceBox, label
from advisor.views.priorities.priorities_texts import limit_name
from advisor.words.formatting import capital, in_sentence
from advisor.words.plain_text import as_typed, menu_text
from advisor.words.translation import marked, t

_Edit = Callable[[MustHaves], MustHaves]

_DATA_TRANSFER = "data_transfer"
_Matches = Callable[[Constraint], bool]


class MustHavesPanel(QWidget):
    """Fields over the must-haves of a document; what the pack does not know is not offered."""

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._criteria = {criterion.id: criterion for criterion in document.pack.criteria}
        self.limits: dict[tuple[str, str], LimitRow] = {}
        self.engagement: dict[str, QCheckBox] = {}
        self.sanctions = QCheckBox(t("No comprehensive sanctions"), self)
        self.fatf = ChoiceBox(self)
        self.advisory = ChoiceBox(self)
        self.transfer = ChoiceBox(self)
        self.add_button = QPushButton(t("Add a limit…"), self)
        self._choices: list[tuple[MustHaveRow, _Matches]] = []
        self._standard: set[tuple[str, str]] = set()
        self._rows = QVBoxLayout()
        self._build()
        document.pack_changed.connect(self._take_pack)
        document.assessment_changed.connect(self._show)
        follow_look(self._dress)
        self._show(document.assessment)

    def _take_pack(self) -> None:
        """Other criteria: limits on those that are gone go as well."""
        self._criteria = {criterion.id: criterion for criterion in self._document.pack.criteria}
        for (criterion, _op), row in list(self.limits.items()):
            if criterion not in self._criteria:
                self._remove_row(row)
        menu = self.add_button.menu()
        self.add_button.setMenu(self._limit_menu())
        menu.deleteLater()

    @property
    def first_field(self) -> QWidget:
        """Where the keyboard begins here: the first limit, or what adds one."""
        return next((row.field for row in self.limits.values()), self.add_button)

    # Building ----------------------------------------------------------------------------------------

    def _build(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        head = QHBoxLayout()
        head.addWidget(label(t("Must-haves"), "section", self))
        head.addStretch(1)
        self.add_button.setProperty("role", "link")
        self.add_button.setMenu(self._limit_menu())
        self.add_button.setToolTip(t("Set a limit on any other figure"))
        head.addWidget(self.add_button)
        layout.addLayout(head)
        layout.addSpacing(2)
        self._rows.setSpacing(0)
        layout.addLayout(self._rows)
        places = self._document.pack.places is not None
        if places:
            self._add_engagement()
        for criterion, op, caption in (
            ("overlap", ">=", t("Overlap")),
            ("cost_per_fte", "<=", t("Cost")),
            ("labour_force", ">=", t("Labour force")),
        ):
            if criterion in self._criteria:
                self._standard.add((criterion, op))
                self._limit_row(criterion, op, caption)
        if _DATA_TRANSFER in self._criteria:
            self._add_transfer()
        if places:
            self._add_gates()
        else:
            self.sanctions.hide()
            self.fatf.hide()
            self.advisory.hide()
        if _DATA_TRANSFER not in self._criteria:
            self.transfer.hide()

    def _add_engagement(self) -> None:
        names = [capital(engagement_name(model)) for model in ENGAGEMENT_MODELS]
        tips = (
            marked(ONSHORE_TIP),
            marked(NEARSHORE_TIP),
            t("Anywhere else."),
        )
        boxes = QWidget(self)
        row = QHBoxLayout(boxes)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        for model, name, tip in zip(ENGAGEMENT_MODELS, names, tips, strict=True):
            box = QCheckBox(name, boxes)
            box.setToolTip(as_typed(tip))
            box.clicked.connect(self._on_engagement)
            self.engagement[model] = box
            row.addWidget(box)
        row.addStretch(1)
        self.engagement_row = ChoiceRow(t("Engagement models"), boxes, below=True, parent=self)
        self._add_choice(self.engagement_row, lambda c: isinstance(c, Allowed))

    def _add_transfer(self) -> None:
        entries = (
            (t("no limit"), None, marked(ANY_LAW_TIP)),
            (
                t("some law"),
                25.0,
                marked(SOME_LAW_TIP),
            ),
            (t("safeguards"), 50.0, marked(SAFEGUARDS_TIP)),
            (
                t("adequate"),
                65.0,
                marked(ADEQUATE_TIP),
            ),
            (t("same law"), 100.0, marked(SAME_LAW_TIP)),
        )
        for name, limit, tip in entries:
            self.transfer.addItem(name, limit)
            self.transfer.setItemData(self.transfer.count() - 1, tip, Qt.ItemDataRole.ToolTipRole)
        self.transfer.setAccessibleName(t("Data transfer at least"))
        self.transfer.activated.connect(self._on_transfer)
        row = ChoiceRow(t("Data transfer \N{GREATER-THAN OR EQUAL TO}"), self.transfer, parent=self)
        row.title.setToolTip(as_typed(self._criteria[_DATA_TRANSFER].description))
        self._add_choice(row, lambda c: isinstance(c, Bound) and c.column == _DATA_TRANSFER)

    def _add_gates(self) -> None:
        self.sanctions.setToolTip(marked(SANCTIONS_TIP))
        self.sanctions.clicked.connect(self._on_sanctions)
        row = ChoiceRow("", self.sanctions, parent=self)
        self._add_choice(row, lambda c: isinstance(c, Forbidden) and c.column == SANCTIONS)
        for name, gate in (
            (t("no place"), "none"),
            (t("black list"), "black"),
            (t("both lists"), "grey"),
        ):
            self.fatf.addItem(name, gate)
        self.fatf.setAccessibleName(t("FATF lists that exclude"))
        self.fatf.activated.connect(self._on_fatf)
        row = ChoiceRow(t("FATF excludes"), self.fatf, parent=self)
        row.title.setToolTip(marked(FATF_TIP))
        self._add_choice(row, lambda c: isinstance(c, Forbidden) and c.column == FATF)

        self._add_advisory()

    def _add_advisory(self) -> None:
        for name, level, meaning in (
            (t("any level"), 4, ""),
            (t("level 3"), 3, t("up to “reconsider travel”")),
            (t("level 2"), 2, t("up to “exercise increased caution”")),
            (t("level 1"), 1, t("only “exercise normal precautions”")),
        ):
            self.advisory.addItem(name, level)
            self.advisory.setItemData(self.advisory.count() - 1, meaning, Qt.ItemDataRole.ToolTipRole)
        self.advisory.setAccessibleName(t("Travel advisory at most"))
        self.advisory.activated.connect(self._on_advisory)
        row = ChoiceRow(t("Travel advisory \N{LESS-THAN OR EQUAL TO}"), self.advisory, parent=self)
        row.title.setToolTip(
            t(
                "Leaves out places that the US Department of State tells its travellers to avoid, such as "
                "those at war. Home itself is never left out by it."
            )
        )
        self._add_choice(row, lambda c: isinstance(c, Forbidden) and c.column == ADVISORY)

    def _add_choice(self, row: MustHaveRow, matches: _Matches) -> None:
        self._choices.append((row, matches))
        self._rows.addWidget(row)

    def _limit_row(self, criterion: str, op: str, caption: str = "") -> LimitRow:
        standard = (criterion, op) in self._standard
        row = LimitRow(self._criteria[criterion], op, caption, removable=not standard, parent=self)
        row.field.setFixedWidth(self._field_width())
        row.changed.connect(lambda bound: self._set_limit(row, bound))
        row.dismissed.connect(lambda: self._dismiss(row))
        self.limits[criterion, op] = row
        self._rows.addWidget(row)
        return row

    def _limit_menu(self) -> QMenu:
        menu = QMenu(self)
        pack = self._document.pack
        for theme in dict.fromkeys(c.theme for c in pack.criteria):
            submenu = menu.addMenu(menu_text(pack.theme_label(theme)))
            for criterion in (c for c in pack.criteria if c.theme == theme):
                for op in (">=", "<="):
                    action = submenu.addAction(menu_text(limit_name(criterion.name, op)))
                    action.triggered.connect(lambda _=False, c=criterion.id, o=op: self.offer_limit(c, o))
        return menu

    def offer_limit(self, criterion: str, op: str) -> LimitRow:
        """Show a field for a limit, ready to be typed in."""
        row = self.limits.get((criterion, op)) or self._limit_row(criterion, op)
        row.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        return row

    # Edits -------------------------------------------------------------------------------------------

    def _edit(self, edit: _Edit, text: str, row: MustHaveRow | None = None) -> None:
        try:
            after = replace(self._document.scenario, must_haves=edit(self._must))
            self._document.edit(after, text)
        except ScenarioError as error:
            if row is not None:
                row.show_error(str(error))
            self._show(self._document.assessment)
        else:
            if row is not None:
                row.show_error("")

    @property
    def _must(self) -> MustHaves:
        return self._document.scenario.must_haves

    def _set_limit(self, row: LimitRow, bound: Bound | None) -> None:
        limit = None if bound is None else bound.limit
        bounds = self._must.with_limit(row.criterion.id, ">=" if row.op == ">=" else "<=", limit)
        name = in_sentence(row.criterion.name)
        text = t("lift the limit on {name}", name=name) if bound is None else t("limit {name}", name=name)
        self._edit(lambda must: replace(must, bounds=bounds), text, row)

    def _dismiss(self, row: LimitRow) -> None:
        self._set_limit(row, None)
        self._remove_row(row)

    def _remove_row(self, row: LimitRow) -> None:
        if self.limits.pop((row.criterion.id, row.op), None) is not None:
            self._rows.removeWidget(row)
            row.deleteLater()

    def _on_engagement(self) -> None:
        allowed = frozenset(model for model in ENGAGEMENT_MODELS if self.engagement[model].isChecked())
        text = t("change the engagement models allowed")
        self._edit(lambda must: replace(must, engagement=allowed), text, self.engagement_row)

    def _on_transfer(self) -> None:
        bounds = self._must.with_limit(_DATA_TRANSFER, ">=", self.transfer.currentData())
        self._edit(lambda must: replace(must, bounds=bounds), t("limit data transfer"))

    def _on_sanctions(self, checked: bool) -> None:
        text = t("exclude sanctioned places") if checked else t("admit sanctioned places")
        self._edit(lambda must: replace(must, exclude_sanctioned=checked), text)

    def _on_fatf(self) -> None:
        self._edit(lambda must: replace(must, fatf=self.fatf.currentData()), t("change the FATF gate"))

    def _on_advisory(self) -> None:
        level = self.advisory.currentData()
        self._edit(lambda must: replace(must, advisory=level), t("limit the travel advisory"))

    # Showing -----------------------------------------------------------------------------------------

    def _dress(self) -> None:
        """Give all fields the one width that they have in the type of a look."""
        width = self._field_width()
        for field in (*self._boxes, *(row.field for row in self.limits.values())):
            field.setFixedWidth(width)

    @property
    def _boxes(self) -> tuple[ChoiceBox, ...]:
        return self.fatf, self.advisory, self.transfer

    def _field_width(self) -> int:
        return field_width(box.itemText(at) for box in self._boxes for at in range(box.count()))

    def _show(self, assessment: Assessment) -> None:
        must = assessment.scenario.must_haves
        self._show_limits(assessment, must)
        for model, box in self.engagement.items():
            box.setChecked(model in must.engagement)
        self.sanctions.setChecked(must.exclude_sanctioned)
        self.fatf.setCurrentIndex(self.fatf.findData(must.fatf))
        self.advisory.setCurrentIndex(self.advisory.findData(must.advisory))
        limit = must.limit(_DATA_TRANSFER, ">=")
        index = next((i for i in range(self.transfer.count()) if self.transfer.itemData(i) == limit), -1)
        self.transfer.setCurrentIndex(index)
        for row, matches in self._choices:
            row.show_count(*_counts(assessment, matches))

    def _show_limits(self, assessment: Assessment, must: MustHaves) -> None:
        wanted: dict[tuple[str, str], float] = {(b.column, b.op): b.limit for b in must.bounds}
        for (column, op), limit in wanted.items():
            is_tier = column == _DATA_TRANSFER and op == ">=" and self._is_tier(limit)
            if (column, op) not in self.limits and not is_tier:
                self._limit_row(column, op)
        for key, row in list(self.limits.items()):
            if key not in wanted and key not in self._standard and not row.field.hasFocus():
                self._remove_row(row)
                continue
            row.show_limit(wanted.get(key))
            row.show_count(*_counts(assessment, _limit_on(*key)))

    def _is_tier(self, limit: float) -> bool:
        return any(self.transfer.itemData(i) == limit for i in range(self.transfer.count()))


def _limit_on(column: str, op: str) -> _Matches:
    return lambda constraint: (
        isinstance(constraint, Bound) and (constraint.column, constraint.op) == (column, op)
    )


def _counts(assessment: Assessment, matches: _Matches) -> tuple[int | None, int]:
    """How many locations fail the matching must-have, and how many cannot be checked; None without one."""
    screening = assessment.evaluation.screening
    for index, constraint in enumerate(screening.constraints):
        if matches(constraint):
            outcomes = screening.outcomes[:, index]
            return int(np.sum(outcomes == Outcome.FAIL)), int(np.sum(outcomes == Outcome.UNKNOWN))
    return None, 0

"""Settings of the view from home: what counts as nearshore, the service window, what the industry asks."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QGridLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from advisor.app.document.document import Document
from advisor.places.engagement import EngagementRule
from advisor.places.industries import INDUSTRIES
from advisor.scenario.ranking.assessment import Assessment
from advisor.scenario.study.scenario import Scenario
from advisor.scenario.study.values import whole_limits
from advisor.ui.look.current import follow_look, look_in_force
from advisor.ui.widgets.small_widgets import NumberBox, PlainLabel, empty_layout, label
from advisor.ui.widgets.time_fields import ScenarioEdits, WindowField
from advisor.views.home.home_texts import NEARSHORE_TIP, NO_WEIGHT_RAISED, REGIONS_TIP, WINDOW_TIP
from advisor.views.priorities.industry_effect import Proposal, proposals, weight_sentence
from advisor.words.formatting import figure_text, hours_text, in_sentence
from advisor.words.translation import marked, t

_FIELD = 10  # of the type size, wide


def _quiet(text: str = "") -> QLabel:
    made = label(text, "quiet")
    made.setWordWrap(True)
    return made


class PlaceSettings(QWidget):
    """Service window and the thresholds of the engagement model."""

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._edits = ScenarioEdits(document, self)
        self.window_field = WindowField(self._edits)
        self.hours = NumberBox(*whole_limits(EngagementRule, "max_clock_hours"))
        self.distance = NumberBox(*whole_limits(EngagementRule, "max_distance_km"))
        self.region = QCheckBox(t("or in the same region, at any distance"))
        self.error = label("", "error")
        self.error.setWordWrap(True)
        self.error.hide()
        self._build()
        self.hours.valueChanged.connect(self._set_hours)
        self.distance.valueChanged.connect(self._set_distance)
        self.region.clicked.connect(self._set_region)
        self._edits.refused.connect(self._refuse)
        document.assessment_changed.connect(self._show)
        self._show(document.assessment)
        follow_look(self._dress)

    def _dress(self) -> None:
        """Fields as wide as what is typed into them."""
        for field in (self.window_field, self.hours, self.distance):
            field.setFixedWidth(_FIELD * look_in_force().base)

    def _build(self) -> None:
        self.hours.setSuffix(t(" h"))
        self.hours.setAccessibleName(t("Nearshore: largest clock difference"))
        self.distance.setSuffix(t(" km"))
        self.distance.setSingleStep(500)
        self.distance.setGroupSeparatorShown(True)
        self.distance.setAccessibleName(t("Nearshore: largest distance"))
        self.region.setToolTip(marked(REGIONS_TIP))
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setColumnStretch(0, 1)
        rows: tuple[tuple[str, str, QWidget | None], ...] = (
            (
                t("Service window"),
                marked(WINDOW_TIP),
                self.window_field,
            ),
            (
                t("Nearshore"),
                marked(NEARSHORE_TIP),
                None,
            ),
            (t("Clock difference at most"), "", self.hours),
            (t("Distance at most"), "", self.distance),
        )
        for at, (name, tip, field) in enumerate(rows):
            texts = QVBoxLayout()
            texts.setSpacing(0)
            texts.addWidget(label(name, "" if field is not None else "section"))
            if tip:
                texts.addWidget(_quiet(tip))
            grid.addLayout(texts, at, 0, 1, 1 if field is not None else 2)
            if field is not None:
                grid.addWidget(field, at, 1)
        grid.addWidget(self.region, len(rows), 0, 1, 2)
        grid.addWidget(self.error, len(rows) + 1, 0, 1, 2)

    def _rule(self, scenario: Scenario, text: str, **changes: float | bool) -> None:
        rule = replace(scenario.engagement_rule, **changes)  # type: ignore[arg-type]
        self._edits.edit(lambda s: replace(s, engagement_rule=rule), text)

    def _set_hours(self, hours: int) -> None:
        text = t("let nearshore differ by {hours}", hours=hours_text(hours))
        self._rule(self._scenario, text, max_clock_hours=float(hours))

    def _set_distance(self, km: int) -> None:
        text = t("let nearshore reach {distance}", distance=figure_text(km, "km"))
        self._rule(self._scenario, text, max_distance_km=float(km))

    def _set_region(self, checked: bool) -> None:
        text = t("count the same region as near") if checked else t("count by distance alone")
        self._rule(self._scenario, text, same_region_is_near=checked)

    def _refuse(self, reason: str) -> None:
        self.error.setText(reason)
        self.error.setVisible(bool(reason))

    def _show(self, assessment: Assessment) -> None:
        self._scenario = assessment.scenario
        rule = self._scenario.engagement_rule
        self.hours.show_number(round(rule.max_clock_hours))
        self.distance.show_number(round(rule.max_distance_km))
        self.region.setChecked(rule.same_region_is_near)
        self.window_field.show_scenario(self._scenario)


class IndustrySettings(QWidget):
    """Which weights the industry raises, and its must-haves to be taken one by one."""

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._edits = ScenarioEdits(document, self)
        self.title = label("", "section")
        self.effect = PlainLabel()
        self.effect.setWordWrap(True)
        self.buttons: list[QPushButton] = []
        self._rows = QVBoxLayout()
        self._rows.setSpacing(6)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.title)
        column.addWidget(self.effect)
        column.addLayout(self._rows)
        self._key: object = None
        document.assessment_changed.connect(self._show)
        self._show(document.assessment)

    def _show(self, assessment: Assessment) -> None:
        pack, scenario = assessment.pack, assessment.scenario
        effect = weight_sentence(pack, scenario) or marked(NO_WEIGHT_RAISED)
        offered = proposals(pack, scenario)
        key = (scenario.industry, effect, offered)
        if key == self._key:
            return
        self._key = key
        industry = INDUSTRIES[scenario.industry]
        self.title.setText(t("Industry: {name}", name=in_sentence(industry.label)))
        self.effect.setText(f"{industry.reason} {effect}")
        self.buttons.clear()
        empty_layout(self._rows)
        for proposal in offered:
            self._rows.addWidget(self._row(proposal))

    def _row(self, proposal: Proposal) -> QWidget:
        row = QWidget(self)
        texts = QVBoxLayout()
        texts.setSpacing(0)
        texts.addWidget(PlainLabel(proposal.text))
        texts.addWidget(_quiet(proposal.reason))
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(texts, 1)
        if proposal.is_met:
            layout.addWidget(_quiet(t("in force")), 0, Qt.AlignmentFlag.AlignTop)
        else:
            button = QPushButton(t("Add"))
            button.setAccessibleName(t("Add the must-have: {name}", name=proposal.text))
            button.clicked.connect(lambda: self._add(proposal))
            layout.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
            self.buttons.append(button)
        return row

    def _add(self, proposal: Proposal) -> None:
        text = t("add the must-have {name}", name=in_sentence(proposal.text))
        self._edits.edit(lambda s: replace(s, must_haves=proposal.must_haves), text)

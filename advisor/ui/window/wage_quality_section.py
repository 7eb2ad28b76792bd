"""A part of the Sources page: how good the wages are, against figures that the model did not see."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from advisor.datapack.schema import DataPack
from advisor.datapack.validation_table import wage_checks
from advisor.ui.charts.scene_view import SceneView
from advisor.ui.look.current import look_in_force
from advisor.ui.widgets.small_widgets import label
from advisor.views.cost.wage_quality import (
    ALL_OTHERS,
    by_income,
    by_occupation,
    check_text,
    group_text,
    quality_summary,
    wage_quality_scene,
    worst,
)
from advisor.words.translation import t

_HEIGHT = 15  # of the chart, in units of the type size


class WageQualitySection(QWidget):
    """A sentence, a chart, the summaries and the worst; nothing where the pack has no checks."""

    def __init__(self, pack: DataPack) -> None:
        super().__init__()
        checks = wage_checks(pack.folder)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        if not checks:
            self.hide()
            return
        names = {location.id: location.name for location in pack.locations}

        def place(location: str) -> str:
            return names.get(location, location)

        self.chart = SceneView(t("How good the wages are"))
        self.chart.setFixedHeight(_HEIGHT * look_in_force().base)
        self.chart.show_scene(partial(wage_quality_scene, checks, place))
        column.addWidget(label(t("How good the wages are"), "section"))
        self._write(column, [quality_summary(checks)])
        column.addWidget(self.chart)
        parts = (
            (t("By occupation"), [group_text(each) for each in by_occupation(checks)]),
            (t("By income group, agents and clerks"), [group_text(each) for each in by_income(checks)]),
            (
                t("By income group, all other occupations"),
                [group_text(each) for each in by_income(checks, ALL_OTHERS)],
            ),
            (t("Furthest off, agents and clerks"), [check_text(each, place) for each in worst(checks)]),
            (
                t("Furthest off, all other occupations"),
                [check_text(each, place) for each in worst(checks, ALL_OTHERS)],
            ),
        )
        for title, lines in parts:
            column.addWidget(label(title, "caption"))
            self._write(column, lines)

    @staticmethod
    def _write(column: QVBoxLayout, lines: list[str]) -> None:
        for line in lines:
            text = label(line)
            text.setWordWrap(True)
            column.addWidget(text)

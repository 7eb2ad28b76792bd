"""The page of sources: what is known of which location, what has grown old, and who published it."""

from __future__ import annotations

import html
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from advisor.export.metadata import borders_note
from advisor.scenario.ranking.assessment import Assessment
from advisor.ui.sources.coverage_map import CoverageMap
from advisor.ui.widgets.small_widgets import label, line, rich_label
from advisor.ui.window.wage_quality_section import WageQualitySection
from advisor.ui.window.window_texts import NO_SOURCES, pack_sentence, tier_name
from advisor.views.sources.coverage_figures import Coverage
from advisor.views.sources.source_use import SourceUse, freshness_warnings, source_uses
from advisor.words.translation import marked, t, tn


class SourcesPage(QWidget):
    """Every source of a ranking with publisher, edition, licence, age and use; whose borders the map shows.

    Args:
        assessment: the ranking.
        today: from which ages are counted.

    Signals:
        cell_wanted: ids of a location and a criterion whose figure somebody wants to see.
    """

    cell_wanted = Signal(str, str)

    def __init__(self, assessment: Assessment, today: date) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(20, 4, 20, 20)
        self._column.setSpacing(8)
        self._add_pack(assessment)
        coverage = Coverage(assessment, today.year)
        self.coverage = CoverageMap(coverage)
        self.coverage.wanted.connect(self.cell_wanted)
        self._section(t("What is known"), self.coverage)
        if warnings := freshness_warnings(coverage, (today.year, today.month)):
            self._section(t("What has grown old"), rich_label("<br>".join(map(html.escape, warnings))))
        self._column.addWidget(line())
        self._column.addWidget(WageQualitySection(assessment.pack))
        uses = source_uses(assessment)
        title = tn("{count} source", "{count} sources", len(uses)) if uses else marked(NO_SOURCES)
        self._column.addWidget(line())
        self._column.addWidget(label(title, "section"))
        # One text, because labels by the hundred that break their lines take long to find their places.
        self._column.addWidget(rich_label("<hr>".join(_source_text(use, today.year) for use in uses)))
        self._column.addStretch(1)

    def _add_pack(self, assessment: Assessment) -> None:
        pack = assessment.pack
        self._column.addWidget(
            rich_label(html.escape(pack_sentence(pack.name, pack.version, pack.price_year)), "quiet")
        )
        if pack.licence:
            self._column.addWidget(rich_label(html.escape(pack.licence), "quiet"))
        if pack.remarks:
            said = "<br>".join(map(html.escape, map(str, pack.remarks)))
            self._section(t("How the files were read"), rich_label(said))
        if pack.geometry is not None:
            self._section(t("Borders on the map"), rich_label(html.escape(borders_note())))

    def _section(self, title: str, content: QWidget) -> None:
        self._column.addWidget(line())
        self._column.addWidget(label(title, "section"))
        self._column.addWidget(content)


def _source_text(use: SourceUse, year: int) -> str:
    source = use.source
    parts = [html.escape(part) for part in (source.publisher, source.dataset) if part]
    title = f"<b>{', '.join(parts) or html.escape(source.id)}</b>"
    details = [source.edition, source.licence, tier_name(source.tier)]
    lines = [title, html.escape(" \N{MIDDLE DOT} ".join(part for part in details if part))]
    lines.append(html.escape(use.words(year)))
    if source.note:
        lines.append(html.escape(source.note))
    return "<br>".join(lines)

"""The page of sources: what is known of which location, what has grown old, and who published it."""

from __future__ import annotations

import html
from collections.abc import Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from advisor.export.metadata import borders_note
from advisor.scenario.ranking.assessment import Assessment
from advisor.ui.look.current import dress_again
from advisor.ui.sources.coverage_map import CoverageMap
from advisor.ui.widgets.piecemeal import Piecemeal
from advisor.ui.widgets.small_widgets import LongText, label, line, rich_label
from advisor.ui.window.wage_quality_section import WageQualitySection
from advisor.ui.window.window_texts import NO_SOURCES, pack_sentence
from advisor.views.sources.coverage_figures import Coverage
from advisor.views.sources.source_texts import tier_name
from advisor.views.sources.source_use import SourceUse, freshness_warnings, source_uses
from advisor.words.translation import marked, t, tn

_AT_ONCE = 36  # sources in one text


class SourcesPage(QWidget):
    """Every source of a ranking with publisher, edition, licence, age and use; whose borders the map shows.

    It is made in pieces, one a turn of the event loop.

    Args:
        assessment: the ranking.
        today: from which ages are counted.
        parent: Qt parent.

    Attributes:
        coverage: the map of cells, once it is made.

    Signals:
        cell_wanted: ids of a location and a criterion whose figure somebody wants to see.
    """

    cell_wanted = Signal(str, str)

    def __init__(self, assessment: Assessment, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._assessment, self._today = assessment, today
        self._known = Coverage(assessment, today.year)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(20, 4, 20, 20)
        self._column.setSpacing(8)
        self._column.addStretch(1)
        self._pieces = Piecemeal(self)
        self._pieces.start(
            (
                self._add_pack,
                self._add_coverage,
                self._add_warnings,
                self._add_borders,
                self._add_wages,
                self._count_sources,
            )
        )

    def _add(self, *parts: QWidget) -> None:
        """Put parts at the end, and dress them where the page stands in a window already."""
        for part in parts:
            self._column.insertWidget(self._column.count() - 1, part)
            if self.isVisible():
                part.show()
                dress_again(part)

    def _section(self, title: str, content: QWidget) -> None:
        self._add(line(), label(title, "section"), content)

    def _add_coverage(self) -> None:
        self.coverage = coverage = CoverageMap(self._known)
        coverage.wanted.connect(self.cell_wanted)
        self._section(t("What is known"), coverage)

    def _add_warnings(self) -> None:
        if warnings := freshness_warnings(self._known, (self._today.year, self._today.month)):
            self._section(t("What has grown old"), LongText("<br>".join(map(html.escape, warnings))))

    def _add_wages(self) -> None:
        self._add(line(), WageQualitySection(self._assessment.pack))

    def _count_sources(self) -> None:
        uses = source_uses(self._assessment)
        title = tn("{count} source", "{count} sources", len(uses)) if uses else marked(NO_SOURCES)
        self._add(line(), label(title, "section"))
        self._pieces.add(
            partial(self._add_sources, uses[start : start + _AT_ONCE])
            for start in range(0, len(uses), _AT_ONCE)
        )

    def _add_sources(self, uses: Sequence[SourceUse]) -> None:
        # Some in one text: labels by the hundred that break their lines take long to find their places.
        self._add(LongText("<hr>".join(_source_text(use, self._today.year) for use in uses)))

    def _add_pack(self) -> None:
        pack = self._assessment.pack
        said = pack_sentence(pack.title, pack.version, pack.price_year)
        self._add(*(rich_label(html.escape(text), "quiet") for text in (said, pack.licence) if text))
        if pack.remarks:
            read = "<br>".join(map(html.escape, map(str, pack.remarks)))
            self._section(t("How the files were read"), LongText(read))

    def _add_borders(self) -> None:
        if self._assessment.pack.geometry is not None:
            self._section(t("Borders on the map"), LongText(html.escape(borders_note())))


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

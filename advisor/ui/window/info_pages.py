"""Pages that slide in to be read: the sources of all figures, and what this program is."""

from __future__ import annotations

import html

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from advisor import __version__
from advisor.datapack.schema import DataPack, Source
from advisor.export.metadata import borders_note
from advisor.scenario.ranking.assessment import Assessment
from advisor.ui.widgets.small_widgets import label, line
from advisor.ui.window.wage_quality_section import WageQualitySection
from advisor.ui.window.window_texts import LICENCES, NO_SOURCES, about_sentences, pack_sentence, tier_name
from advisor.words.translation import marked, t


def _text(content: str, role: str = "") -> QLabel:
    made = label(content, role)
    made.setWordWrap(True)
    made.setTextFormat(Qt.TextFormat.RichText)
    made.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return made


def _page() -> tuple[QWidget, QVBoxLayout]:
    page = QWidget()
    column = QVBoxLayout(page)
    column.setContentsMargins(20, 4, 20, 20)
    column.setSpacing(8)
    return page, column


def _source_text(source: Source) -> str:
    parts = [html.escape(part) for part in (source.publisher, source.dataset) if part]
    title = f"<b>{', '.join(parts) or html.escape(source.id)}</b>"
    details = [source.edition, source.licence, tier_name(source.tier)]
    lines = [title, html.escape(" \N{MIDDLE DOT} ".join(part for part in details if part))]
    if source.note:
        lines.append(html.escape(source.note))
    return "<br>".join(lines)


def sources_page(assessment: Assessment) -> QWidget:
    """Every source of a pack with publisher, edition and licence; whose borders the map shows."""
    page, column = _page()
    pack, sources = assessment.pack, assessment.sources
    column.addWidget(_text(html.escape(pack_sentence(pack.name, pack.version, pack.price_year)), "quiet"))
    if pack.licence:
        column.addWidget(_text(html.escape(pack.licence), "quiet"))
    if pack.remarks:
        column.addWidget(line())
        said = [
            f"<b>{html.escape(t('How the files were read'))}</b>",
            *map(html.escape, map(str, pack.remarks)),
        ]
        column.addWidget(_text("<br>".join(said)))
    if pack.geometry is not None:
        column.addWidget(line())
        title, note = html.escape(t("Borders on the map")), html.escape(borders_note())
        column.addWidget(_text(f"<b>{title}</b><br>{note}"))
    column.addWidget(line())
    column.addWidget(WageQualitySection(pack))
    in_order = sorted(sources.values(), key=lambda s: (s.publisher.casefold(), s.dataset.casefold()))
    # One text, because labels by the hundred that break their lines take long to find their places.
    column.addWidget(_text("<hr>".join(_source_text(source) for source in in_order)))
    if not sources:
        column.addWidget(_text(marked(NO_SOURCES)))
    column.addStretch(1)
    return page


def about_page(pack: DataPack) -> QWidget:
    """What the program is, which version, and which data it uses."""
    page, column = _page()
    title = html.escape(t("Location Advisor {version}", version=__version__))
    column.addWidget(_text(f"<b>{title}</b>"))
    for sentence in about_sentences():
        column.addWidget(_text(html.escape(sentence)))
    column.addWidget(line())
    used = t("Data pack: {name} {version}", name=pack.name, version=pack.version)
    column.addWidget(_text(html.escape(used)))
    licence = marked(LICENCES)
    column.addWidget(_text(html.escape(licence), "quiet"))
    column.addStretch(1)
    return page

"""A page that slides in to be read: what this program is."""

from __future__ import annotations

import html

from PySide6.QtWidgets import QVBoxLayout, QWidget

from advisor import __version__
from advisor.datapack.schema import DataPack
from advisor.ui.widgets.small_widgets import line, rich_label
from advisor.ui.window.window_texts import LICENCES, about_sentences
from advisor.words.translation import marked, t


def about_page(pack: DataPack) -> QWidget:
    """What the program is, which version, and which data it uses."""
    page = QWidget()
    column = QVBoxLayout(page)
    column.setContentsMargins(20, 4, 20, 20)
    column.setSpacing(8)
    title = html.escape(t("Location Advisor {version}", version=__version__))
    column.addWidget(rich_label(f"<b>{title}</b>"))
    for sentence in about_sentences():
        column.addWidget(rich_label(html.escape(sentence)))
    column.addWidget(line())
    used = t("Data pack: {name} {version}", name=pack.title, version=pack.version)
    column.addWidget(rich_label(html.escape(used)))
    licence = marked(LICENCES)
    column.addWidget(rich_label(html.escape(licence), "quiet"))
    column.addStretch(1)
    return page

"""What the help says of the parts that every window has; tabs and pages say it where they are declared."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtWidgets import QWidget

from advisor.ui.widgets.help_topic import give_topic
from advisor.ui.window.context import WindowContext

HELP_WIDTH = 640  # pixels


def give_topics(window: WindowContext) -> None:
    """Tell every part which page explains it."""
    header = window.header
    topics: Mapping[str, QWidget | None] = {
        "question": header,
        "question#name": header.name,
        "question#home": header.home,
        "question#function": header.function,
        "question#industry": header.industry,
        "question#people": header.people,
        "question#currency": header.currency,
        "scenarios": window.scenarios,
        "priorities": window.priorities,
        "must-haves": window.must_haves,
        "map": window.map_panel,
        "ranking": window.ranking,
        "getting-started": window.header.window(),
    }
    for row in window.priorities.rows.values():
        give_topic(row.conditions, "conditions")
    for topic, widget in topics.items():
        if widget is not None:
            give_topic(widget, topic)

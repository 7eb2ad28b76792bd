"""Which page of the help explains a widget: said where it is made, found from where the keyboard is."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

_PROPERTY = "helpTopic"


def give_topic(widget: QWidget, topic: str) -> None:
    """Say which place of the help explains a widget and all within it that say nothing of their own.

    Args:
        widget: any widget.
        topic: a page and perhaps a place in it, as ``compare#what-if``.
    """
    widget.setProperty(_PROPERTY, topic)


def topic_of(widget: QWidget | None) -> str:
    """The place that explains a widget: its own, or that of the nearest widget around it; empty for none."""
    while widget is not None:
        topic = widget.property(_PROPERTY)
        if isinstance(topic, str) and topic:
            return topic
        widget = widget.parentWidget()
    return ""


def topics_in(widget: QWidget) -> frozenset[str]:
    """All places that a widget and those within it name."""
    found = (one.property(_PROPERTY) for one in (widget, *widget.findChildren(QWidget)))
    return frozenset(topic for topic in found if isinstance(topic, str) and topic)

"""Saying something to screen readers that happened elsewhere than where the focus is."""

from __future__ import annotations

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget


def tell(event: QAccessibleAnnouncementEvent) -> None:
    """Hand an event to Qt, which keeps it to itself while nobody listens."""
    QAccessible.updateAccessibility(event)


def announce(widget: QWidget, text: str) -> None:
    """Let screen readers say a sentence once they have finished what they say now.

    Args:
        widget: what it is about.
        text: the sentence.
    """
    event = QAccessibleAnnouncementEvent(widget, text)
    event.setPoliteness(QAccessible.AnnouncementPoliteness.Polite)
    tell(event)

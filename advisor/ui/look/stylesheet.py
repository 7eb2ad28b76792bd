"""One palette for the whole application and one style sheet for its windows, made from a look."""

from __future__ import annotations

from functools import cache
from string import Template

from PySide6.QtGui import QColor, QFont, QPalette

from advisor.paths import ICONS, RESOURCES
from advisor.views.look.theme import BASE_PIXELS, GAP, RADIUS, Look

_SHEET = RESOURCES / "window.qss"


@cache
def _sheet() -> Template:
    return Template(_SHEET.read_text(encoding="utf-8"))


def style_sheet(look: Look) -> str:
    """The style sheet of a look; sizes follow its type."""
    colours = {name: getattr(look, name) for name in Look.__slots__}
    sizes = {
        "title": look.base + 2,
        "huge": 3 * look.base,
        "tip": look.base - 1,
        "field": look.base + 13,
        "row": look.base + 11,
        "link": look.base + 7,
        "layer": look.base + 7,
        "tab": look.base + 19,
        "tight_tab": max(4, round(0.3 * look.base)),
        "status": look.base + 10,
        "icon": round(16 * look.base / BASE_PIXELS),
        "tiny": round(12 * look.base / BASE_PIXELS),
        "tick": look.base + 1,
        "arrow": look.base - 1,
        "spin": round(9 * look.base / BASE_PIXELS),
        "drop": look.base + 9,
        "tab_most": round(340 * look.base / BASE_PIXELS),
        "gap": GAP,
        "radius": RADIUS,
    }
    return _sheet().substitute(colours | sizes, icons=ICONS.as_posix())


def palette(look: Look) -> QPalette:
    """A palette for what the style sheet leaves to the style, and for custom painting."""
    role = QPalette.ColorRole
    colours = {
        role.Window: look.window,
        role.WindowText: look.text,
        role.Base: look.panel,
        role.AlternateBase: look.raised,
        role.ToolTipBase: look.panel,
        role.ToolTipText: look.text,
        role.PlaceholderText: look.quiet,
        role.Text: look.text,
        role.Button: look.raised,
        role.ButtonText: look.text,
        role.BrightText: look.warning,
        role.Link: look.accent,
        role.LinkVisited: look.accent,
        role.Highlight: look.accent,
        role.HighlightedText: look.accent_text,
        role.Accent: look.accent,
        role.Mid: look.line,
    }
    made = QPalette()
    for key, colour in colours.items():
        made.setColor(key, QColor(colour))
    for key in (role.WindowText, role.Text, role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, key, QColor(look.quiet))
    return made


def tabular(system: QFont) -> QFont:
    """The system font with figures of equal width; sizes come from the style sheet."""
    font = QFont(system)
    font.setFeature(QFont.Tag("tnum"), 1)
    return font

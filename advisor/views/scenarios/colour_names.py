"""What the colours of scenarios are called."""

from __future__ import annotations

from advisor.words.translation import t


def colour_name(colour: str) -> str:
    """The name of a colour as it is chosen from a menu; the one of none where it is empty."""
    names = {
        "": t("No colour"),
        "plum": t("Plum"),
        "olive": t("Olive"),
        "rust": t("Rust"),
        "teal": t("Teal"),
        "slate": t("Slate"),
        "violet": t("Violet"),
    }
    return names[colour]

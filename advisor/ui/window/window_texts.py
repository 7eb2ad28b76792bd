"""What the window says: of files, of changes that were kept, of the program and its data."""

from __future__ import annotations

from advisor.words.translation import mark, t

NOT_WRITTEN = mark("{file} could not be written: {reason}. Choose another folder or free some space.")
EXPORTED_WITH_SOURCES = mark("Exported to {file}; weights, method and sources stand beside it in {other}.")
EXPORTED = mark("Exported to {file}.")
HOLDS_STUDY = mark("{file} holds the study “{name}”.")
UNSAVED_CHANGES = mark("“{name}” has changes that are not saved.")
CHANGED_ELSEWHERE = mark(
    "{file} was changed elsewhere since it was opened here, so it was not saved. Save under another name "
    "to keep both."
)
CHANGES_KEPT = mark("Unsaved changes to “{study}” were kept on {moment}, before the program ended.")
CHANGES_NOT_KEPT = mark(
    "Changes are not kept in case the program ends: {cause}. Free some space, or save the study."
)
CHANGES_UNREADABLE = mark("Unsaved changes were kept but cannot be read: {cause}")
MAP_SAVED = mark("The map is in {path}.")
MAP_COPIED = mark("The map is on the clipboard as a picture.")
LICENCES = mark("Code under the MIT licence; figures keep the licence of their source.")
NO_SOURCES = mark("This data pack names no sources.")


def pack_sentence(name: str, version: str, price_year: int | None) -> str:
    """Which data pack is in use, and in whose prices its money is.

    Args:
        name: of the pack.
        version: its edition, empty where it has none.
        price_year: the year of its prices, none where it states none.
    """
    if version and price_year:
        return t(
            "{pack}, edition {version}; money in prices of {year}.",
            pack=name,
            version=version,
            year=price_year,
        )
    if version:
        return t("{pack}, edition {version}.", pack=name, version=version)
    return (
        t("{pack}; money in prices of {year}.", pack=name, year=price_year)
        if price_year
        else t("{pack}.", pack=name)
    )


def about_sentences() -> tuple[str, str]:
    """What the program is for, and what it does with what is typed."""
    return (
        t(
            "Where should outsourced work be delivered, seen from your home country? Location Advisor ranks "
            "locations by what matters to you, shows why, and says where every figure comes from."
        ),
        t("It works without a network and sends nothing anywhere: your scenarios stay in your own files."),
    )

"""What the pages of the window say about the program and its data."""

from __future__ import annotations

from advisor.words.translation import t


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

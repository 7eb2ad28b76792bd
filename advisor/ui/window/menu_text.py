"""Texts of menus without what only menus show."""

from __future__ import annotations


def plain_name(text: str) -> str:
    """A menu text without mnemonic and ellipsis."""
    return (
        text.replace("&&", "\0").replace("&", "").replace("\0", "&").removesuffix("\N{HORIZONTAL ELLIPSIS}")
    )

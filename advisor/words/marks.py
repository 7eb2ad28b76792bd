"""Short marks that stand beside a name wherever it is shown."""

from __future__ import annotations

from advisor.words.translation import t


def chosen_mark() -> str:
    """What stands beside the location that the latest decision chose."""
    return t("\N{CHECK MARK} chosen")

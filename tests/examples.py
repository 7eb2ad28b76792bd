"""How many examples a property is tried with where one example is dear."""

from __future__ import annotations

from hypothesis import settings

_USUAL = 100  # what a property is tried with where nobody says otherwise


def tried_with(count: int) -> settings:
    """Settings for properties of which one example is dear.

    ``count`` is out of a hundred: a profile that tries more or fewer examples than that does so here too, so
    that what is dear is not left out when all are to be tried thoroughly.
    """
    return settings(max_examples=max(1, count * settings().max_examples // _USUAL))

"""What a place on the map says to whoever does not see it."""

from __future__ import annotations

from collections.abc import Sequence

from advisor.views.map.map_figure import HoverCard, MapPicture
from advisor.words.formatting import list_text
from advisor.words.translation import t


def places_in_order(picture: MapPicture | None) -> tuple[str, ...]:
    """Ids of all places of a picture: by rank, then those without one in the picture's own order."""
    if picture is None:
        return ()
    ranks = {key: card.rank for key in picture.ids if (card := picture.cards.get(key)) is not None}
    return tuple(sorted(picture.ids, key=lambda key: ranks.get(key) or len(ranks) + 1))


def spoken_place(card: HoverCard) -> str:
    """A card read aloud: name, rank and score, closeness, what lifts and lowers it, notes and flags."""
    said = [card.name]
    if card.rank is not None:
        said.append(t("rank {rank}, score {score}", rank=card.rank, score=card.score))
    said.append(card.engagement)
    for pairs, sentence in ((card.strongest, t("strongest")), (card.weakest, t("weakest"))):
        if pairs:
            said.append(t("{heading}: {figures}", heading=sentence, figures=_figures(pairs)))
    said += [card.note, *card.flags]
    return "; ".join(part for part in said if part)


def _figures(pairs: Sequence[tuple[str, str]]) -> str:
    return list_text([t("{name} {value}", name=name, value=value) for name, value in pairs])

"""What the card beside the pointer says of a location."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from advisor.core.evaluation import Status
from advisor.core.strengths import Effect, strengths, weaknesses
from advisor.places.engagement import engagement_name
from advisor.views.map.criterion_layers import card_figure
from advisor.views.map.map_figure import HoverCard
from advisor.views.map.map_layer import MapLayer, Shown
from advisor.words.formatting import capital
from advisor.words.locale import digits
from advisor.words.translation import t

_MOST = 3  # strengths and weaknesses on a card


class HoverCards(Mapping[str, HoverCard]):
    """The hover card of every location, made when it is asked for.

    Args:
        shown: the ranking.
        layer: what the map is coloured by; it may add a line of its own.
    """

    def __init__(self, shown: Shown, layer: MapLayer) -> None:
        self._shown = shown
        self._layer = layer

    def __len__(self) -> int:
        return len(self._shown.assessment.pack.locations)

    def __iter__(self) -> Iterator[str]:
        return iter(self._shown.assessment.pack.location_ids)

    def __getitem__(self, location_id: str) -> HoverCard:
        assessment, evaluation = self._shown.assessment, self._shown.assessment.evaluation
        if location_id not in assessment.pack.location_ids:
            raise KeyError(location_id)
        row = evaluation.row(location_id)
        ranked = evaluation.status[row] == Status.RANKED
        line = self._layer.card(self._shown, row)
        return HoverCard(
            name=assessment.pack.locations[row].name,
            rank=int(evaluation.ranks[row]) if ranked else None,
            score=digits(evaluation.scores[row], 1) if ranked else "",
            engagement=capital(engagement_name(assessment.engagement(row))),
            strongest=self._named(row, strengths(evaluation, row, _MOST)) if ranked else (),
            weakest=self._named(row, weaknesses(evaluation, row, _MOST)) if ranked else (),
            flags=tuple(flag.text for flag in assessment.flags(row)),
            note="; ".join(filter(None, (self._decided(location_id), line, *assessment.reasons(row)))),
        )

    def _decided(self, location_id: str) -> str:
        return t("Chosen in the decision log") if location_id == self._shown.chosen else ""

    def _named(self, row: int, effects: tuple[Effect, ...]) -> tuple[tuple[str, str], ...]:
        assessment = self._shown.assessment
        return tuple(
            (assessment.pack.criteria[one.column].name, card_figure(assessment, row, one.column))
            for one in effects
        )

"""What the map shows, as plain data: one picture in, JSON-ready payloads out. Knows no Qt."""

from __future__ import annotations

import math
from dataclasses import asdict, dataclass, field
from typing import TYPE_CHECKING, Any, Final, Literal, get_args

from advisor.views.look.theme import LOOKS, LookName, MapColours
from advisor.words.formatting import in_sentence
from advisor.words.translation import t

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

Status = Literal["ranked", "excluded", "insufficient", "unknown"]
Direction = Literal["up", "down"]
Ramp = Literal["ramp", "change"]

#: Place of each look on the page's one scale, below everything that is coloured by value.
BANDS: Final[dict[str, float]] = {
    "land": -0.875,
    "unknown": -0.625,
    "insufficient": -0.375,
    "excluded": -0.125,
}
#: Where changes begin on that scale, and where it ends: scores lie in 0..1, changes in 1.25..2.25.
CHANGES: Final = 1.25
TOP: Final = 2.25
_STATUSES: Final = frozenset(get_args(Status))


@dataclass(frozen=True, slots=True)
class HoverCard:
    """What the card beside the pointer says; every text is ready to be shown.

    Args:
        name: Name of the location.
        rank: Its rank, or ``None`` where it has none.
        score: Score or value as text, empty where unknown.
        engagement: ``"Onshore"``, ``"Nearshore"`` or ``"Offshore"`` (already translated).
        strongest: Up to three pairs of criterion label and value text.
        weakest: The same for the weakest criteria.
        note: Why it has no rank (a must-have it fails, too little data).
        flags: What nobody may miss, whatever its rank.
    """

    name: str
    rank: int | None = None
    score: str = ""
    engagement: str = ""
    strongest: tuple[tuple[str, str], ...] = ()
    weakest: tuple[tuple[str, str], ...] = ()
    note: str = ""
    flags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class HubPoint:
    """A delivery city: the location it belongs to, its name, latitude and longitude in degrees."""

    location_id: str
    name: str
    lat: float
    lon: float


@dataclass(frozen=True, slots=True)
class MapPicture:
    """One state of the map, for one layer.

    Args:
        ids: Location ids, unique.
        values: Value of the layer per location; ``None`` is drawn as unknown.
        statuses: ``ranked``, ``excluded``, ``insufficient`` (too little data to rank) or ``unknown``,
            per location. Only ranked locations are coloured by value.
        low: Value at the lower end of the colour range.
        high: Value at its upper end; greater than ``low``.
        label: What the colours mean, e.g. ``"Score"``.
        title: What the layer is called, for the accessible name; the label where it is empty.
        unit: Unit of the values, shown beside the label.
        direction: ``"down"`` gives the strong colours to the low values.
        ramp: The colours: from weak to strong, or from lost over nothing to gained.
        ends: Words for the lower and the upper end of the colours.
        ticks: Texts at equal distances from ``low`` to ``high`` under the gradient.
        home: Id of the home location.
        chosen: Id of the location that was decided on.
        flagged: Ids of ranked locations that carry a warning, marked whatever the layer shows.
        points: Latitude and longitude (degrees) of locations, for pins and for the line from home.
            A location without a polygon of its own needs one to be seen.
        cards: Hover card per location; may be a mapping that makes each card when it is asked for.

    Raises:
        ValueError: Lengths differ, an id repeats, a status is unknown or the range is empty.
    """

    ids: tuple[str, ...]
    values: tuple[float | None, ...]
    statuses: tuple[Status, ...]
    low: float
    high: float
    label: str
    unit: str = ""
    direction: Direction = "up"
    ramp: Ramp = "ramp"
    ends: tuple[str, str] = ("weaker", "stronger")
    title: str = ""
    ticks: tuple[str, ...] = ()
    home: str | None = None
    chosen: str | None = None
    flagged: tuple[str, ...] = ()
    points: Mapping[str, tuple[float, float]] = field(default_factory=dict)
    cards: Mapping[str, HoverCard] = field(default_factory=dict, compare=False)

    def __post_init__(self) -> None:
        if not len(self.ids) == len(self.values) == len(self.statuses):
            raise ValueError("A map picture needs one value and one status for each location.")
        if len(set(self.ids)) != len(self.ids):
            raise ValueError("A map picture names a location twice.")
        if unknown := sorted(set(self.statuses) - _STATUSES):
            raise ValueError(f"Unknown map status: {', '.join(unknown)}.")
        if not self.high > self.low:
            raise ValueError("The colour range of a map picture is empty.")


def scale_positions(picture: MapPicture) -> list[float]:
    """Where each location lies on the page's scale.

    Returns:
        In the order of ``picture.ids``: 0 (weak end) to 1 (strong end) for a ranked location with a
        value, from ``CHANGES`` on for changes, the band of its look (see ``BANDS``) otherwise. Rounded to
        1/10,000.
    """
    span = picture.high - picture.low
    positions = []
    for value, status in zip(picture.values, picture.statuses, strict=True):
        if status == "ranked" and value is not None and math.isfinite(value):
            share = min(1.0, max(0.0, (value - picture.low) / span))
            place = 1.0 - share if picture.direction == "down" else share
            positions.append(round(place + (CHANGES if picture.ramp == "change" else 0.0), 4))
        else:
            positions.append(BANDS["unknown" if status == "ranked" else status])
    return positions


def colour_at(position: float, theme: LookName) -> tuple[int, int, int]:
    """Red, green and blue (0..255) that the page gives to a scale position of ``scale_positions``."""
    palette = LOOKS[theme].map
    for look, band in BANDS.items():
        if abs(position - band) < 1e-9:
            return _rgb(getattr(palette, look))
    ramp, place = (palette.change, position - CHANGES) if position >= CHANGES else (palette.ramp, position)
    steps = min(1.0, max(0.0, place)) * (len(ramp) - 1)
    index = min(int(steps), len(ramp) - 2)
    share = steps - index
    low, high = _rgb(ramp[index]), _rgb(ramp[index + 1])
    red, green, blue = (round(a + (b - a) * share) for a, b in zip(low, high, strict=True))
    return red, green, blue


def _rgb(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def colour_scale(palette: MapColours) -> list[list[float | str]]:
    """The page's colour scale over -1..1, as Plotly wants it: bands of one colour, then the ramp."""
    scale: list[list[float | str]] = []
    for look, band in BANDS.items():
        middle = (band + 1) / 2
        colour = getattr(palette, look)
        scale += [[middle - 0.0625, colour], [middle + 0.0625, colour]]
    last = len(palette.ramp) - 1
    return scale + [[0.5 + 0.5 * i / last, colour] for i, colour in enumerate(palette.ramp)]


def page_scale(palette: MapColours) -> list[list[float | str]]:
    """The same over -1..``TOP``, with the colours of changes above those of scores."""
    whole = TOP + 1.0
    scale = [[2.0 * float(place) / whole, colour] for place, colour in colour_scale(palette)]
    last = len(palette.change) - 1
    # Between both lies room, so that the ends stay what they are.
    middle = (1.0 + (1.0 + CHANGES) / 2) / whole
    scale += [[middle, palette.ramp[-1]], [middle, palette.change[0]]]
    scale += [[(1.0 + CHANGES + i / last) / whole, colour] for i, colour in enumerate(palette.change)]
    scale[-1][0] = 1.0
    return scale


def theme_payload(theme: LookName) -> dict[str, Any]:
    """Colours for the page: the palette, the colour scale and the borders of each look."""
    palette = LOOKS[theme].map
    return {
        "name": theme,
        "palette": asdict(palette),
        "scale": page_scale(palette),
        "top": TOP,
        "bands": BANDS,
    }


def full_payload(picture: MapPicture) -> dict[str, Any]:
    """Everything the page needs to draw a picture of other locations, another layer or another home."""
    return {
        "ids": list(picture.ids),
        "z": scale_positions(picture),
        "home": picture.home,
        "chosen": picture.chosen,
        "flagged": list(picture.flagged),
        "name": spoken_name(picture),
        "points": {key: [round(lat, 3), round(lon, 3)] for key, (lat, lon) in picture.points.items()},
        "legend": {
            "label": picture.label,
            "unit": picture.unit,
            "ticks": list(picture.ticks if picture.direction == "up" else reversed(picture.ticks)),
            "ends": list(picture.ends),
            "ramp": picture.ramp,
            "looks": sorted(set(picture.statuses) - {"ranked"} | _looks_of_gaps(picture)),
            "home": picture.home is not None,
            "flagged": bool(picture.flagged),
        },
    }


def spoken_name(picture: MapPicture | None) -> str:
    """What a screen reader calls the map."""
    if picture is None:
        return t("World map")
    layer = in_sentence(picture.title or picture.label)
    return t("World map: locations coloured by {layer}", layer=layer)


def update_payload(picture: MapPicture) -> dict[str, Any]:
    """The small payload while a slider moves: positions only."""
    return {"z": scale_positions(picture)}


def needs_full(shown: MapPicture | None, picture: MapPicture) -> bool:
    """Whether the step from the shown picture to the next is more than new colours."""
    if shown is None:
        return True
    return (
        shown.ids != picture.ids
        or (shown.home, shown.chosen, shown.flagged) != (picture.home, picture.chosen, picture.flagged)
        or (shown.label, shown.title, shown.unit, shown.direction)
        != (picture.label, picture.title, picture.unit, picture.direction)
        or (shown.ticks, shown.ends, shown.ramp) != (picture.ticks, picture.ends, picture.ramp)
        or (shown.points is not picture.points and shown.points != picture.points)
        or _looks(shown) != _looks(picture)
    )


def _looks_of_gaps(picture: MapPicture) -> set[str]:
    pairs = zip(picture.values, picture.statuses, strict=True)
    return {"unknown"} if any(value is None and status == "ranked" for value, status in pairs) else set()


def _looks(picture: MapPicture) -> set[str]:
    return set(picture.statuses) | _looks_of_gaps(picture)


def hubs_payload(hubs: Sequence[HubPoint]) -> list[list[str | float]]:
    """Hubs as rows of location id, name, latitude and longitude."""
    return [[hub.location_id, hub.name, round(hub.lat, 3), round(hub.lon, 3)] for hub in hubs]


def card_payload(card: HoverCard) -> dict[str, Any]:
    """One hover card for the page."""
    return asdict(card)

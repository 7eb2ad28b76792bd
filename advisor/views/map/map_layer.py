"""What a layer of the map is: everything that colouring the map by something takes, in one entry."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from advisor.core.robustness import Robustness
from advisor.scenario.ranking.assessment import Assessment
from advisor.views.map.map_figure import Direction, Ramp, Status


@dataclass(frozen=True, slots=True, eq=False)
class Shown:
    """What a layer can be made from.

    Attributes:
        assessment: the ranking in force.
        counted: how certain it is; None while that is being counted.
        other: the ranking of another scenario that this one is compared with; None without one.
        chosen: id of the location that the latest decision chose, empty for none.
    """

    assessment: Assessment
    counted: Robustness | None = None
    other: Assessment | None = None
    chosen: str = ""


@dataclass(frozen=True, slots=True)
class Colouring:
    """How a layer colours the m locations, and what its legend says.

    Attributes:
        values: (m,) values; NaN is drawn as unknown.
        low, high: the values at the ends of the colours.
        ends: words for the lower and the upper end of the colours.
        ticks: texts at equal distances from ``low`` to ``high``.
        unit: unit of the ticks.
        direction: ``"down"`` gives the strong colours to the low values.
        ramp: the colours: from weak to strong, or from lost over nothing to gained.
        looks: (m,) looks that differ from what became of the location; None for no difference.
        legend: what the legend says, where that depends on the ranking; empty for what the layer says.
    """

    values: tuple[float, ...]
    low: float
    high: float
    ends: tuple[str, str]
    ticks: tuple[str, ...]
    unit: str = ""
    direction: Direction = "up"
    ramp: Ramp = "ramp"
    looks: tuple[Status, ...] | None = None
    legend: str = ""


@dataclass(frozen=True, slots=True)
class MapLayer:
    """Something that can colour the map.

    Attributes:
        id: what settings, commands and tests call it.
        title: what the user calls it.
        help: one sentence for a tooltip.
        colour: how it colours the locations.
        card: what the card of a location (by its index in the pack) says of it; empty for nothing.
        legend: what the legend calls it, where that is longer than the title.
        short: the title on a button, for the layers that have one of their own; empty for those in the menu.
        theme: the theme under which the menu lists it; empty for none.
        opens_theme: whether it stands for the theme as a whole.
        criterion: index of the criterion that it shows, -1 for none: its sources are named in pictures.
        needs_other: whether it can be shown only where another scenario is compared with.
    """

    id: str
    title: str
    help: str
    colour: Callable[[Shown], Colouring]
    card: Callable[[Shown, int], str]
    legend: str = ""
    short: str = ""
    theme: str = ""
    opens_theme: bool = False
    criterion: int = -1
    needs_other: bool = False

"""What a mark means, and the colour that this has in a look. Nothing in a scene names a colour itself."""

from __future__ import annotations

from enum import StrEnum

from advisor.views.look.theme import Look, edge_of, theme_colour
from advisor.views.scene.heat import heat_colour, text_on


class Role(StrEnum):
    """What a mark means."""

    NOTHING = "nothing"  # drawn as no surface at all: only its edge, or only a place to point at
    TEXT = "text"
    QUIET = "quiet"
    LINE = "line"
    PANEL = "panel"
    RAISED = "raised"
    TRACK = "track"
    ACCENT = "accent"
    SELECTED = "selected"
    WARNING = "warning"
    HOME = "home"
    WAGE = "cost wage"
    OPERATIONS = "cost operations"
    PEOPLE = "cost people"
    MANAGEMENT = "cost management"
    ONE_OFF = "cost one-off"
    DRIFT = "cost drift"
    WORK_AT_HOME = "cost home"
    WHOLE = "whole"
    GAIN = "gain"
    LOSS = "loss"
    PLACE = "place"
    THEME = "theme"  # the hue of the mark's theme
    THEME_EDGE = "theme edge"  # the tone of that hue which stands out from the panel
    HEAT = "heat"  # the first of the mark's values, 0..1, on the map's scale
    ON_HEAT = "on heat"  # text on such a cell
    DAY = "day"
    NIGHT = "night"
    WORK = "work"
    WORK_EDGE = "work edge"
    OVERLAP = "overlap"
    OVERLAP_EDGE = "overlap edge"
    ON_HUE = "on hue"  # text on work and overlap
    HATCH = "hatch"


_PART = "cost "
_MONEY = {Role.GAIN: "gives", Role.LOSS: "takes", Role.PLACE: "dot"}
_CLOCK = {
    Role.DAY: "day",
    Role.NIGHT: "night",
    Role.WORK: "work",
    Role.WORK_EDGE: "work_edge",
    Role.OVERLAP: "overlap",
    Role.OVERLAP_EDGE: "overlap_edge",
    Role.ON_HUE: "text",
}


def role_colour(role: Role, look: Look, theme: str = "", position: int = 0, share: float = 0.0) -> str:
    """The colour of a meaning in a look, as ``#rrggbb``; empty for none.

    Args:
        role: the meaning.
        look: the look.
        theme: the theme that a theme's hue is wanted of.
        position: its place among the pack's themes.
        share: 0..1, of a cell of a heat map.
    """
    if role is Role.NOTHING:
        return ""
    if role in (Role.THEME, Role.THEME_EDGE):
        hue = theme_colour(theme, position)
        return hue if role is Role.THEME else edge_of(hue, look)
    if role is Role.HEAT:
        return heat_colour(share, look)
    if role is Role.ON_HEAT:
        return text_on(heat_colour(share, look))
    return _of_table(role, look)


def _of_table(role: Role, look: Look) -> str:
    """What stands in the look's table."""
    if role in _MONEY:
        return str(getattr(look.cost, _MONEY[role]))
    if role in _CLOCK:
        return str(getattr(look.clock, _CLOCK[role]))
    if role is Role.HATCH:
        return "#" + look.clock.hatch[3:]
    if role is Role.WHOLE or role.startswith(_PART):
        part = Role.WAGE if role is Role.WHOLE else role
        return look.cost.parts.get(part.removeprefix(_PART), look.cost.dot)
    return str(getattr(look, role.value))


def part_role(group: str) -> Role:
    """The meaning of a group of cost lines, such as ``wage``."""
    return Role(_PART + group)

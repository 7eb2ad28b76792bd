"""The interactive map of a report as what plotly.js draws: traces and layout, ready for JSON."""

from __future__ import annotations

import html
import json
from typing import Any

from advisor.export.report.blocks import WorldMap
from advisor.views.look.theme import LIGHT
from advisor.views.map.map_figure import HoverCard, colour_scale, scale_positions
from advisor.words.translation import t

_THEME = LIGHT.map
_SELECTED_WIDTH, _BORDER_WIDTH = 2.0, 0.5
_NORTH, _SOUTH = 84, -57  # degrees: land without the Antarctic


def map_document(world: WorldMap) -> dict[str, Any]:
    """Traces and layout; every text of a location is escaped, because Plotly reads markup in them."""
    picture, colours = world.picture, _THEME
    polygons = json.loads(world.polygons)
    z = dict(zip(picture.ids, scale_positions(picture), strict=True))
    texts = {key: _card(picture.cards[key]) for key in picture.ids if key in picture.cards}
    features = polygons["features"]
    known = [feature["id"] for feature in features if feature["id"] in z]
    land = [feature["id"] for feature in features if feature["id"] not in z]
    drawn = {feature["id"] for feature in features if not feature["properties"].get("small")}
    pins = [key for key in picture.ids if key in picture.points and key not in drawn]
    scale = {"colorscale": colour_scale(colours), "showscale": False}
    traces: list[dict[str, Any]] = [
        {
            "type": "choropleth",
            "geojson": polygons,
            "featureidkey": "id",
            "locations": [*land, *known],
            "z": [-0.875] * len(land) + [z[key] for key in known],
            "zmin": -1,
            "zmax": 1,
            "text": [""] * len(land) + [texts.get(key, "") for key in known],
            "hovertemplate": "%{text}<extra></extra>",
            "marker": {
                "line": {
                    "color": [colours.border] * len(land) + [_edge(world, key) for key in known],
                    "width": [_BORDER_WIDTH] * len(land) + [_width(world, key) for key in known],
                }
            },
            **scale,
        },
        {
            "type": "scattergeo",
            "mode": "markers",
            "lat": [picture.points[key][0] for key in pins],
            "lon": [picture.points[key][1] for key in pins],
            "text": [texts.get(key, "") for key in pins],
            "hovertemplate": "%{text}<extra></extra>",
            "marker": {
                "size": 6,
                "color": [z[key] for key in pins],
                "cmin": -1,
                "cmax": 1,
                "line": {"color": colours.pin_line, "width": 1},
                **scale,
            },
        },
    ]
    layout = {
        "margin": {"l": 0, "r": 0, "t": 0, "b": 0},
        "paper_bgcolor": colours.sea,
        "plot_bgcolor": colours.sea,
        "showlegend": False,
        "dragmode": "pan",
        "font": {"family": "system-ui,sans-serif", "size": 12},
        "hoverlabel": {"align": "left", "bgcolor": LIGHT.panel, "font": {"color": LIGHT.text}},
        "geo": {
            "visible": False,
            "bgcolor": colours.sea,
            "projection": {"type": "natural earth"},
            "lataxis": {"range": [_SOUTH, _NORTH]},
        },
    }
    return {"traces": traces, "layout": layout}


def map_legend(world: WorldMap) -> tuple[str, str, str]:
    """Words for the weak end, a CSS gradient, and words for the strong end."""
    ramp = ", ".join(_THEME.ramp)
    weak, strong = world.picture.ends
    ticks = world.picture.ticks
    if len(ticks) > 1:
        weak = t("{word} ({tick})", word=weak, tick=ticks[0])
        strong = t("{word} ({tick})", word=strong, tick=ticks[-1])
    return weak, f"linear-gradient(90deg,{ramp})", strong


def _edge(world: WorldMap, key: str) -> str:
    return LIGHT.text if key == world.selected else _THEME.border


def _width(world: WorldMap, key: str) -> float:
    return _SELECTED_WIDTH if key == world.selected else _BORDER_WIDTH


def _card(card: HoverCard) -> str:
    """What is shown beside the pointer, in the markup of Plotly's labels."""
    lines = [f"<b>{html.escape(card.name)}</b>"]
    if card.rank is not None:
        lines.append(html.escape(t("Rank {rank}, {score} points", rank=card.rank, score=card.score)))
    if card.engagement:
        lines.append(html.escape(card.engagement))
    for sign, facts in (("+", card.strongest), ("\N{MINUS SIGN}", card.weakest)):
        lines += [html.escape(f"{sign} {name}: {figure}") for name, figure in facts]
    if card.note:
        lines.append(html.escape(card.note))
    return "<br>".join(lines)

from __future__ import annotations

import itertools
import json
import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor.views.look.theme import DARK, LIGHT, LOOKS, MapColours
from advisor.views.map.map_figure import (
    BANDS,
    CHANGES,
    TOP,
    HoverCard,
    HubPoint,
    MapPicture,
    card_payload,
    colour_at,
    colour_scale,
    full_payload,
    hubs_payload,
    needs_full,
    page_scale,
    scale_positions,
    theme_payload,
    update_payload,
)


def picture(**changes: object) -> MapPicture:
    content: dict[str, object] = {
        "ids": ("POL", "IND", "RUS", "SOM", "TCD"),
        "values": (70.0, 45.0, 60.0, 50.0, None),
        "statuses": ("ranked", "ranked", "excluded", "insufficient", "ranked"),
        "low": 20.0,
        "high": 70.0,
        "label": "Score",
        "ticks": ("20", "45", "70"),
        "home": "GBR",
        "points": {"POL": (52.2297, 21.0122)},
    }
    return MapPicture(**{**content, **changes})  # type: ignore[arg-type]


def test_that_values_become_positions_and_everything_else_gets_the_band_of_its_look() -> None:
    assert scale_positions(picture()) == [
        1.0,
        0.5,
        BANDS["excluded"],
        BANDS["insufficient"],
        BANDS["unknown"],
    ]


def test_that_low_values_get_the_strong_end_where_less_is_better() -> None:
    assert scale_positions(picture(direction="down"))[:2] == [0.0, 0.5]


def test_that_the_legend_runs_from_weak_to_strong_in_both_directions() -> None:
    assert full_payload(picture())["legend"]["ticks"] == ["20", "45", "70"]
    assert full_payload(picture(direction="down"))["legend"]["ticks"] == ["70", "45", "20"]


def test_that_changes_lie_above_scores_and_need_a_full_picture() -> None:
    scores, changes = picture(), picture(ramp="change")
    for one, other in zip(scale_positions(scores), scale_positions(changes), strict=True):
        assert other == (one if one < 0 else round(one + CHANGES, 4))
    assert needs_full(scores, changes)
    assert full_payload(changes)["legend"]["ramp"] == "change"
    palette = LIGHT.map
    scale = page_scale(palette)
    places = [float(place) for place, _colour in scale]
    assert places == sorted(places) and (places[0], places[-1]) == (0.0, 1.0)
    zero = (1.0 + CHANGES + 0.5) / (1.0 + TOP)
    assert [colour for place, colour in scale if abs(float(place) - zero) < 1e-9] == [palette.change[8]]


def test_that_values_outside_the_range_take_its_ends() -> None:
    positions = scale_positions(picture(values=(99.0, -5.0, None, None, math.nan)))
    assert positions[:2] == [1.0, 0.0]
    assert positions[4] == BANDS["unknown"]


@given(st.lists(st.floats(-1e6, 1e6), min_size=2, max_size=20), st.floats(-1e5, 1e5), st.floats(0.1, 1e5))
def test_that_positions_keep_the_order_of_the_values(values: list[float], low: float, span: float) -> None:
    count = len(values)
    shown = MapPicture(
        tuple(str(i) for i in range(count)), tuple(sorted(values)), ("ranked",) * count, low, low + span, "x"
    )
    positions = scale_positions(shown)
    assert positions == sorted(positions)
    assert all(0 <= position <= 1 for position in positions)


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"values": (1.0,)}, "one value"),
        ({"ids": ("POL", "POL", "RUS", "SOM", "TCD")}, "twice"),
        ({"statuses": ("ranked", "good", "excluded", "unknown", "ranked")}, "good"),
        ({"low": 70.0}, "range"),
        ({"high": math.nan}, "range"),
    ],
)
def test_that_a_picture_that_cannot_be_drawn_is_refused(changes: dict[str, object], reason: str) -> None:
    with pytest.raises(ValueError, match=reason):
        picture(**changes)


def test_that_the_small_payload_holds_positions_only() -> None:
    assert set(update_payload(picture())) == {"z"}


def test_that_payloads_are_json_without_nan() -> None:
    for payload in (full_payload(picture()), update_payload(picture()), theme_payload("dark")):
        text = json.dumps(payload, allow_nan=False)
        assert json.dumps(json.loads(text)) == text


def test_that_new_values_alone_need_no_full_payload() -> None:
    shown = picture()
    assert needs_full(None, shown)
    assert not needs_full(shown, picture(values=(20.0, 30.0, None, None, None)))
    assert not needs_full(shown, picture(cards={"POL": HoverCard("Poland")}))


@pytest.mark.parametrize(
    "changes",
    [
        {"home": "USA"},
        {"label": "Cost"},
        {"unit": "USD"},
        {"direction": "down"},
        {"ticks": ("20", "70")},
        {"points": {}},
        {"flagged": ("IND",)},
        {"values": (1.0, 2.0, None, None, 3.0)},
        {"statuses": ("ranked", "ranked", "ranked", "insufficient", "ranked")},
    ],
)
def test_that_whatever_changes_legend_or_pins_needs_a_full_payload(changes: dict[str, object]) -> None:
    assert needs_full(picture(), picture(**changes))


def test_that_the_legend_names_flags_only_where_there_are_some() -> None:
    assert full_payload(picture())["legend"]["flagged"] is False
    flagged = full_payload(picture(flagged=("IND", "TCD")))
    assert (flagged["flagged"], flagged["legend"]["flagged"]) == (["IND", "TCD"], True)


def test_that_the_legend_names_only_the_looks_that_are_on_the_map() -> None:
    assert full_payload(picture())["legend"]["looks"] == ["excluded", "insufficient", "unknown"]
    plain = picture(values=(1.0,) * 5, statuses=("ranked",) * 5, home=None)
    assert full_payload(plain)["legend"]["looks"] == []
    assert full_payload(plain)["legend"]["home"] is False


def test_that_cards_and_hubs_are_plain_data() -> None:
    card = HoverCard("Poland", 1, "71.2", "Nearshore", (("Overlap", "7 h 00"),))
    assert card_payload(card)["rank"] == 1
    assert hubs_payload([HubPoint("POL", "Kraków", 50.06143, 19.93658)]) == [
        ["POL", "Kraków", 50.061, 19.937]
    ]


def lightness(colour: tuple[int, int, int]) -> float:
    """CIE L* of an sRGB colour (IEC 61966-2-1 and CIE 15)."""
    linear = [c / 3294.6 if c <= 10.31 else ((c / 255 + 0.055) / 1.055) ** 2.4 for c in colour]
    y = 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
    return 116 * y ** (1 / 3) - 16 if y > 0.008856 else 903.3 * y


def contrast(first: str, second: str) -> float:
    """WCAG 2 contrast ratio of two colours."""
    luminances = []
    for text in (first, second):
        level = lightness((int(text[1:3], 16), int(text[3:5], 16), int(text[5:7], 16)))
        luminances.append(((level + 16) / 116) ** 3 if level > 8 else level / 903.3)
    return (max(luminances) + 0.05) / (min(luminances) + 0.05)


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_that_the_scale_is_readable_in_greyscale_in_even_steps(theme: str) -> None:
    levels = [lightness(colour_at(i / 16, theme)) for i in range(17)]  # type: ignore[arg-type]
    steps = [b - a for a, b in itertools.pairwise(levels)]
    rising = theme == "dark"
    assert all((step > 0) == rising for step in steps)
    assert max(map(abs, steps)) < 2 * min(map(abs, steps))
    assert abs(levels[-1] - levels[0]) > 60


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_that_every_look_differs_from_the_others_and_from_the_sea(theme: str) -> None:
    palette = LOOKS[theme].map  # type: ignore[index]
    fills = {palette.sea, palette.land, palette.unknown, palette.excluded, *palette.ramp}
    assert len(fills) == 4 + len(palette.ramp)
    assert all(colour_at(BANDS[look], theme) for look in BANDS)  # type: ignore[arg-type]


@pytest.mark.parametrize("palette", [LIGHT.map, DARK.map])
def test_that_text_has_at_least_aa_contrast(palette: MapColours) -> None:
    for text in (palette.text, palette.text_soft):
        assert contrast(text, palette.card) >= 4.5


@pytest.mark.parametrize("palette", [LIGHT.map, DARK.map])
def test_that_the_colour_scale_runs_from_0_to_1_without_falling(palette: MapColours) -> None:
    places = [float(stop[0]) for stop in colour_scale(palette)]
    assert places == sorted(places)
    assert (places[0], places[-1]) == (0.0, 1.0)

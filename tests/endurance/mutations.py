"""Files to begin with, pieces to put into them, and the ways in which they are changed."""

from __future__ import annotations

import json
import random
from copy import deepcopy
from itertools import accumulate
from typing import Any

PACK = {
    "criteria.csv": (
        "id,label,direction,lower,upper,weight,theme,theme_weight,transform,points,preference,q,p\n"
        "quality,Quality,up,1,10,2,t,3,log,,u-shape,1,\n"
        "price,Price,down,,,1,t,,points,0:1 50:0.5 100:0,,,\n"
    ),
    "locations.csv": "id,name,lat,lon,tz,region\na,Alpha,50,10,Europe/Berlin,x\nb,Beta,,,,x\nc,Gamma,,,,\n",
    "values.csv": (
        "location_id,criterion_id,year,value,low,high,method,source_id\n"
        "a,quality,2024,8,7,9,observed,s\na,price,,40,,,,\nb,quality,2024,5,,,estimated,s\n"
        "b,price,2020,20,,,,s\nc,quality,2024,2,,,,\nc,price,2024,90,,,user,\n"
    ),
    "sources.csv": "id,publisher\ns,Someone\n",
    "functions.toml": (
        '[f]\nlabel = "F"\nwork = "voice"\nstaff = { ISCO4 = 1 }\nthemes = { t = 3 }\n'
        "criteria = { quality = 2, price = 0 }\n"
    ),
    "pack.toml": 'name = "P"\nprice_year = 2025\ngeometry = "g.geojson"\n[themes]\nt = "T"\n',
    "g.geojson": (
        '{"type": "FeatureCollection", "features": ['
        '{"type": "Feature", "id": "a", "properties": {"n": 1}, "geometry": {"type": "Polygon",'
        ' "coordinates": [[[6, 46], [14, 46], [14, 54], [6, 54], [6, 46]]]}}, '
        '{"type": "Feature", "id": "b", "properties": {"m": null}, "geometry": {"type": "MultiPolygon",'
        ' "coordinates": [[[[170, -20], [-170, -20], [-170, -10], [170, -20]]]]}}]}'
    ),
}

_HOLDERS = (dict, list)
_HOSTILE_NUMBERS = (
    "nan inf -inf 1e308 -1e308 1e-320 1_000 0x10 \u0661\u0662 \u22123 1,5 1.234 1.234,50 1'234 00 -0 0,500 "
    "31.000 12% 1k"
).split()
_FAIR_FIGURES = "-1 0 1 0.1 2 25 50 100 1e5 2024 2026".split()
_SIGNS = (
    *("", " ", ";", "\t", ",", '"', "'", "\n", "\r", "\0", "\ufeff", "sep=;\n", "1 234,5", "1\u202f234,5"),
    *("\u2028", "e\u0301", "\u202e", "\\ud800", "\x1b[31m", "-", "=1+1", "+1", "@x", "\uff1d1", "..", "n/a"),
)
_LONG = ("9" * 400, "x" * 70_000, "[" * 20_000, "]" * 50, "{" * 2_000)
_CODE = ("null", "true", "[", "<b>", "</script>", "../../etc/passwd")
_FAIR_WORDS = (
    *(
        "",
        "up",
        "down",
        "log",
        "points",
        "0:0 1:1",
        "1:0 0:1",
        "gaussian",
        "overlap",
        "observed",
        "a",
        "quality",
    ),
    *("GBR", "gbr", "Mars/Phobos", "Asia/Kolkata", "en"),
)
PIECES = (*_HOSTILE_NUMBERS, *_FAIR_FIGURES, *_SIGNS, *_LONG, *_CODE, *_FAIR_WORDS)

_HOSTILE_VALUES: tuple[object, ...] = (
    *(None, True, False, 0, -1, 1, 0.5, -0.0, 2**63, 10**400),
    *(1e308, -1e308, 1e-320, float("nan"), float("inf")),
    *("", "x", "x" * 20_000, "=1+1", "<b>x</b>", "\u202e", "a\nb", "\0"),
    *("9999-99-99", "2026-02-30", "25:00-30:00"),
    *([], {}, [[]], {"a": 1}, [None] * 200, {"a" * 300: 1}, {str(i): i for i in range(300)}),
)
_FAIR_ENTRIES: tuple[str, ...] = (
    *("additive", "geometric", "promethee", "topsis", "onshore", "provider", "own", "real", "nominal"),
    *("GBR", "IND", "POL", "Asia/Kolkata", "en", "de", "EUR", "INR", "quality", "price", "overlap", "cost"),
    *("22:00-06:00", "08:00-16:30", "24x7", "business-hours", "2026-11-29", "cost_per_fte", ">=", "<="),
    *("a", "x", "none", "grey"),
)
_FAIR_NUMBERS: tuple[int | float, ...] = (0, 1, 2, 0.05, 0.5, 10, 24, 99, 100, 1_000, 2_026, 2_027, 1e6, -1)
_LARGEST = 1e300


def cut(text: str, chance: random.Random) -> str:
    """A piece put in the place of some letters."""
    at = chance.randrange(len(text) + 1)
    return text[:at] + chance.choice(PIECES) + text[at + chance.randrange(13) :]


def cell_changed(text: str, chance: random.Random) -> str:
    """A cell of a table replaced, doubled, or its line; half of the time by what might stand there."""
    lines = text.split("\n")
    at = chance.randrange(len(lines))
    cells = lines[at].split(",")
    column = chance.randrange(len(cells))
    if chance.random() < 0.5:
        other = chance.choice(lines).split(",")
        cells[column] = chance.choice(
            (other[column % len(other)], chance.choice((*_FAIR_FIGURES, *_FAIR_WORDS)))
        )
    else:
        cells[column] = chance.choice(PIECES)
    lines[at] = ",".join(cells)
    if chance.random() < 0.1:
        lines.insert(chance.randrange(len(lines)), lines[at])
    return "\n".join(lines)


def encoded(text: str, chance: random.Random) -> bytes:
    """As spreadsheets save it, or with bytes that are no text."""
    if chance.random() < 0.4:
        text = text.replace(",", chance.choice(";\t|,"))
    if chance.random() < 0.2:
        text = text.replace("\n", chance.choice(("\r\n", "\r")))
    content = text.encode(
        chance.choice(("utf-8", "utf-8", "utf-8-sig", "utf-16", "utf-16-le", "latin-1", "cp1252")), "replace"
    )
    for _ in range(chance.choice((0, 0, 0, 1, 4))):
        at = chance.randrange(len(content) + 1)
        content = content[:at] + bytes([chance.randrange(256)]) + content[at + chance.randrange(3) :]
    return content


def entry_changed(document: object, chance: random.Random) -> None:
    """One entry of a JSON document replaced, removed or put elsewhere, however deep."""
    holders: list[Any] = [document]
    for inside in holders:  # which grows meanwhile
        values = inside if isinstance(inside, list) else inside.values()
        holders += [value for value in values if type(value) in _HOLDERS]
    sizes = list(accumulate(map(len, holders)))
    if not sizes[-1]:
        return

    def any_place() -> tuple[Any, Any]:
        """What holds an entry, and where; each entry is as likely as any other."""
        holder = chance.choices(holders, cum_weights=sizes)[0]
        return holder, chance.choice(range(len(holder)) if isinstance(holder, list) else list(holder))

    holder, key = any_place()
    what = chance.random()
    if what < 0.08:
        del holder[key]
    elif what < 0.2:
        other, other_key = any_place()
        holder[key] = json.loads(json.dumps(other[other_key]))
    elif what < 0.3 and isinstance(holder, dict):
        holder[chance.choice(PIECES)[:40]] = deepcopy(chance.choice(_HOSTILE_VALUES))
    elif what < 0.65:
        holder[key] = _of_its_kind(holder[key], chance)
    else:
        holder[key] = deepcopy(chance.choice(_HOSTILE_VALUES))


def _of_its_kind(value: object, chance: random.Random) -> object:
    """Another value as might stand there."""
    if isinstance(value, bool):
        return not value
    if isinstance(value, int | float):
        usual = value if abs(value) < _LARGEST else 1
        other = chance.choice((*_FAIR_NUMBERS, usual + 1, usual * chance.random() * 3, -usual))
        return int(other) if isinstance(value, int) else other
    if isinstance(value, str):
        return chance.choice((value[1:], value.upper(), value + "x", chance.choice(_FAIR_ENTRIES)))
    if isinstance(value, list):
        return chance.choice((value * 2, value[::-1], value[1:], [*value, chance.choice(_FAIR_ENTRIES)]))
    if isinstance(value, dict):
        return dict(list(value.items())[1:]) or {chance.choice(_FAIR_ENTRIES): chance.choice(_FAIR_NUMBERS)}
    return chance.choice((*_FAIR_ENTRIES, *_FAIR_NUMBERS))

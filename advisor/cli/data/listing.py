"""``location-advisor functions | criteria | locations``: what can be named in other commands."""

from __future__ import annotations

import argparse
import math
from typing import Any

from advisor.cli.options.scenario_options import add_pack_option, open_pack
from advisor.cli.printing import emit, json_text, table_text
from advisor.core.weighting import resolve_weights
from advisor.datapack.schema import DataPack
from advisor.words.data_words import data_text
from advisor.words.formatting import percent_text
from advisor.words.translation import t


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the options of the three commands."""
    add_pack_option(parser)
    parser.add_argument("--json", action="store_true", help=t("JSON for scripts"))


def run_functions(options: argparse.Namespace) -> int:
    """List the business functions with the reason for their weights."""
    pack = open_pack(options.pack)
    if options.json:
        emit(json_text([_function(pack, function_id) for function_id in pack.functions]))
        return 0
    if not pack.functions:
        said = t("This data pack has no business functions.")
        emit(f"{said}\n")
        return 0
    rows = [(f.id, f.office, f.label, f.reason) for f in pack.functions.values()]
    emit(
        table_text(
            [(t("Id"), "left"), (t("Office"), "left"), (t("Name"), "left"), (t("Why these weights"), "left")],
            rows,
        )
    )
    return 0


def _function(pack: DataPack, function_id: str) -> dict[str, Any]:
    function = pack.functions[function_id]
    weights = resolve_weights(pack.criteria, function.theme_weights, function.criterion_weights)
    ids = [criterion.id for criterion in pack.criteria]
    return {
        "id": function.id,
        "label": function.label,
        "office": function.office,
        "reason": function.reason,
        "theme_weights": dict(zip(weights.themes, (float(x) for x in weights.theme_weights), strict=True)),
        "criterion_weights": dict(zip(ids, (float(x) for x in weights.within), strict=True)),
    }


def run_criteria(options: argparse.Namespace) -> int:
    """List the criteria with goalposts and default weights."""
    pack = open_pack(options.pack)
    weights = resolve_weights(pack.criteria)
    if options.json:
        emit(
            json_text(
                [
                    {
                        "id": c.id,
                        "label": c.name,
                        "theme": c.theme,
                        "unit": c.unit,
                        "direction": c.direction.value,
                        "worst": c.value_function.worst,
                        "best": c.value_function.best,
                        "weight": float(share),
                        "computed": bool(c.computed),
                        "description": c.description,
                    }
                    for c, share in zip(pack.criteria, weights.flat, strict=True)
                ]
            )
        )
        return 0
    rows = [
        (
            c.id,
            pack.theme_label(c.theme),
            c.name,
            c.direction.value,
            t("{worst} to {best}", worst=f"{c.value_function.worst:g}", best=f"{c.value_function.best:g}"),
            data_text(c.unit),
            percent_text(share, 1),
        )
        for c, share in zip(pack.criteria, weights.flat, strict=True)
    ]
    columns = (t("Id"), t("Theme"), t("Name"), t("Better"), t("Worst to best"), t("Unit"))
    emit(table_text([*((name, "left") for name in columns), (t("Weight"), "right")], rows))
    return 0


def run_locations(options: argparse.Namespace) -> int:
    """List the locations."""
    pack = open_pack(options.pack)
    if options.json:
        emit(
            json_text(
                [
                    {
                        "id": place.id,
                        "name": place.name,
                        "iso3": place.iso3,
                        "region": place.region,
                        "lat": None if math.isnan(place.lat) else place.lat,
                        "lon": None if math.isnan(place.lon) else place.lon,
                        "tz": place.tz,
                    }
                    for place in pack.locations
                ]
            )
        )
        return 0
    rows = [(place.id, place.name, place.region, place.tz) for place in pack.locations]
    emit(
        table_text(
            [(t("Id"), "left"), (t("Name"), "left"), (t("Region"), "left"), (t("Time zone"), "left")], rows
        )
    )
    return 0

"""The build, step by step: source tables in, pack files out."""

from __future__ import annotations

import csv
import shutil
from typing import TYPE_CHECKING

import pandas as pd

from advisor import paths
from advisor.datapack.build import indicators, labour, languages, legal, locations, wages, workforce
from advisor.datapack.build.currency import YearlyRates
from advisor.datapack.build.exchange_rates import build_exchange_rates
from advisor.datapack.build.provider_pay import export_pay, premium_rows
from advisor.datapack.build.report import Built, report
from advisor.datapack.build.sources import Sources
from advisor.datapack.build.tables import read_source, records, write_in_order, write_table
from advisor.datapack.build.total_cost import build_total_cost
from advisor.datapack.build.validation import COLUMNS as VALIDATION_COLUMNS
from advisor.datapack.build.validation import checks, validation_report, validation_rows
from advisor.datapack.criteria_table import read_criteria
from advisor.datapack.problems import PackError, Problems

if TYPE_CHECKING:
    from pathlib import Path

VERSION = "2026.11"
PRICE_YEAR = 2025
THEMES = {
    "cost": "Cost",
    "people": "Talent",
    "language": "Language",
    "time": "Time",
    "regulation": "Regulation",
    "resilience": "Resilience",
}
COLUMNS: dict[str, tuple[str, ...]] = {
    "locations": (
        "id",
        "name",
        "iso3",
        "lat",
        "lon",
        "tz",
        "region",
        "subregion",
        "income_group",
        "peer_group",
        "in_sentence",
    ),
    "values": ("location_id", "criterion_id", "year", "value", "low", "high", "method", "source_id", "note"),
    "sources": ("id", "publisher", "dataset", "edition", "licence", "tier", "note"),
    "hubs": ("location_id", "name", "lat", "lon", "population", "tz", "part", "source_id"),
    "languages": (
        "location_id",
        "language",
        "official",
        "share",
        "proficiency",
        "year",
        "method",
        "source_id",
        "note",
    ),
    "legal": ("location_id", "fact", "value", "year", "source_id", "note"),
    "ties": ("a", "b", *legal.TIE_COLUMNS),
    "labour": ("location_id", "term", "year", "value", "low", "high", "method", "source_id", "note"),
    "wages": (
        "location_id",
        "occupation",
        "year",
        "low",
        "likely",
        "high",
        "method",
        "data_year",
        "source_id",
        "steps",
        "note",
    ),
    "workforce": (
        "location_id",
        "kind",
        "year",
        "people",
        "low",
        "high",
        "method",
        "source_id",
        "note",
    ),
    "collaborations": ("a", "b", "collaborations", "source_id"),
    "premium": ("location_id", "work_kind", "low", "likely", "high", "method", "source_id", "note"),
}
# Made by others than this pipeline; copied along so that a pack built elsewhere is complete.
FOREIGN_FILES = ("functions.toml", "countries.geojson", "languages/es.po")


def _pack_toml(*, open_only: bool) -> str:
    name = "Location Advisor world pack" + (" (open figures only)" if open_only else "")
    themes = "\n".join(f'{theme} = "{label}"' for theme, label in THEMES.items())
    return (
        f'name = "{name}"\nversion = "{VERSION}"\nprice_year = {PRICE_YEAR}\n'
        'licence = "Figures keep the licence of their source, see sources.csv; the compilation is MIT."\n'
        f'geometry = "countries.geojson"\n\n[themes]\n{themes}\n'
    )


def _copy_criteria(source: Path, target: Path) -> int:
    with source.open(encoding="utf-8", newline="") as handle:
        rows = list(csv.reader(handle))
    return write_in_order(target, rows[0], rows[1:])


def build_pack(source_folder: Path, out: Path, *, open_only: bool = False) -> dict[str, int]:
    """Build the pack into ``out`` and return the number of rows of each table.

    Raises:
        FileNotFoundError: a source table is missing.
        ValueError: a source table contradicts the catalogue, or a place has no hub.
        PackError: the criteria have errors.
    """
    problems = Problems()
    read_criteria(source_folder, problems)
    if problems.errors:
        raise PackError(str(source_folder), problems.errors)
    sources = Sources.open(source_folder, open_only=open_only)
    out.mkdir(parents=True, exist_ok=True)
    everywhere = indicators.all_values(sources.table("indicators"), [legal.law_values(sources)])
    # The set of places must not depend on the switch: choose it with all figures.
    full, complete = sources, everywhere
    if open_only:
        full = Sources.open(source_folder)
        complete = indicators.all_values(full.table("indicators"), [legal.law_values(full)])
    places = locations.chosen_locations(sources, complete)
    hub_rows = locations.hubs(sources, places)
    rates = YearlyRates.read(sources)
    model = wages.estimate_wages(sources, rates, places, PRICE_YEAR, full)
    # What the model needs of quoted figures stays, as the assumption that it then is.
    export = export_pay(full, model.gdp)
    hiring = workforce.workforce_model(full)
    tables = {
        "locations": locations.locations(sources, places, hub_rows),
        "values": everywhere[everywhere["location_id"].isin(places)],
        "sources": sources.catalogue[sources.catalogue["id"].isin(sources.allowed)],
        "hubs": hub_rows,
        "languages": languages.languages(sources, places),
        "legal": legal.legal_facts(sources, places),
        "ties": legal.ties(sources, places),
        "workforce": workforce.workforces(sources, hiring, places),
        "collaborations": workforce.collaborations(sources, places),
        "labour": labour.labour_terms(sources, rates, places),
        "wages": pd.DataFrame([wage.row(PRICE_YEAR) for wage in model.wages.values()]),
        "premium": premium_rows(export, model.gdp, places, open_only=open_only),
    }
    counts = {
        name: write_table(out / f"{name}.csv", COLUMNS[name], records(table))
        for name, table in tables.items()
    }
    counts["criteria"] = _copy_criteria(source_folder / "criteria.csv", out / "criteria.csv")
    counts["fx"] = build_exchange_rates(source_folder, out)
    counts["tco"] = build_total_cost(source_folder, out, open_only=open_only)
    built = Built(
        criteria=read_source(source_folder, "criteria"),
        locations=tables["locations"],
        values=tables["values"],
        languages=tables["languages"],
        legal=tables["legal"],
        labour=tables["labour"],
        model=model,
        export=export,
        hiring=hiring,
        workforce=tables["workforce"],
        collaborations=tables["collaborations"],
        price_year=PRICE_YEAR,
        open_only=open_only,
    )
    found = checks(model, export, sources)
    counts["validation"] = write_table(out / "validation.csv", VALIDATION_COLUMNS, validation_rows(found))
    (out / "VALIDATION.md").write_text(validation_report(found), encoding="utf-8", newline="\n")
    (out / "BUILD_REPORT.md").write_text(report(built), encoding="utf-8", newline="\n")
    (out / "pack.toml").write_text(_pack_toml(open_only=open_only), encoding="utf-8", newline="\n")
    for name in FOREIGN_FILES:
        other = paths.DEFAULT_PACK / name
        if other.is_file() and out.resolve() != paths.DEFAULT_PACK.resolve():
            (out / name).parent.mkdir(exist_ok=True)
            shutil.copyfile(other, out / name)
    return counts

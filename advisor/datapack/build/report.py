"""BUILD_REPORT.md: what the pack knows, what was estimated and how well."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from advisor.datapack.build.currency import amount_text
from advisor.datapack.build.locations import INCOME_BANDS, MIN_KNOWN, MIN_PEOPLE
from advisor.datapack.build.markdown import Table, prose, table
from advisor.datapack.build.people_report import people_report
from advisor.datapack.build.wage_report import wage_report

if TYPE_CHECKING:
    from advisor.datapack.build.provider_pay import ExportPay
    from advisor.datapack.build.wages import WageModel
    from advisor.datapack.build.workforce import WorkforceModel

STRONG = 0.8
MIN_PAIRS = 30
HOW_VALUES = """
    Goalposts are fixed; the percentiles are those of all locations in this pack, for comparison.

    A figure of the newest year of its series is taken as it stands. An older one has an interval: the
    90th percentile of the changes that the same series shows over that many years. A figure from a
    fallback series has the 90th percentile of the differences between the two series where both are
    known. Wage drift is the mean consumer inflation of five years. The law score is a rule of our own
    over coded facts: 40 for a law in force, 25 for an authority, up to 25 for likeness to the GDPR, 10
    for enforcement. A zero in the cybersecurity index is taken for no answer. Nothing is imputed here:
    the engine estimates unknown cells from the peer group and marks them.
    """
HOW_COVERAGE = """
    Coverage is the share of the default weights that is known, with all computed criteria counted as
    known.
    """


@dataclass(frozen=True)
class Built:
    """What the report tells about: tables of the pack and the wage model behind them."""

    criteria: pd.DataFrame
    locations: pd.DataFrame
    values: pd.DataFrame
    languages: pd.DataFrame
    legal: pd.DataFrame
    labour: pd.DataFrame
    model: WageModel
    export: ExportPay
    hiring: WorkforceModel
    workforce: pd.DataFrame
    collaborations: pd.DataFrame
    price_year: int
    open_only: bool


def _wide(built: Built) -> pd.DataFrame:
    wide = built.values.pivot_table(index="location_id", columns="criterion_id", values="value")
    return wide.reindex(built.locations["id"])


def _weights(criteria: pd.DataFrame) -> pd.Series:
    weight = pd.to_numeric(criteria["weight"])
    # One line that states the weight of a theme is enough, as in every pack.
    theme = pd.to_numeric(criteria["theme_weight"]).groupby(criteria["theme"]).transform("first")
    shares = weight / weight.groupby(criteria["theme"]).transform("sum") * theme
    return pd.Series(shares.to_numpy() / shares.sum() * 100.0, index=criteria["id"])


def _criteria_table(built: Built) -> Table:
    rows = []
    for criterion in built.criteria.to_dict("records"):
        cells = built.values[built.values["criterion_id"] == criterion["id"]]
        posts = f"{criterion['lower']} to {criterion['upper']}"
        if criterion["computed"]:
            rows.append([criterion["id"], "computed", "", "", "", "", posts, criterion["basis"]])
            continue
        known = len(cells)
        low, high = (amount_text(cells["value"].quantile(q), 4) if known else "" for q in (0.025, 0.975))
        rows.append(
            [
                criterion["id"],
                str(known),
                str(int(cells["year"].median())) if known else "",
                str(int((cells["method"] != "observed").sum())),
                str(int(cells["low"].notna().sum())),
                f"{low} / {high}",
                posts,
                criterion["basis"],
            ]
        )
    head = [
        "Criterion",
        "Known",
        "Median year",
        "Estimated",
        "With interval",
        "2.5 / 97.5 %",
        "Goalposts",
        "Basis",
    ]
    return head, rows


def strong_pairs(built: Built) -> list[tuple[str, str, float, int]]:
    """Pairs of criteria whose scores correlate above 0.8 in size: names, r, number of places with both."""
    wide = _wide(built)
    logs = set(built.criteria["id"][built.criteria["transform"] == "log"])
    for name in logs & set(wide.columns):
        wide[name] = np.log(wide[name].where(wide[name] > 0))
    names = [name for name in built.criteria["id"] if name in wide.columns]
    found = []
    for i, first in enumerate(names):
        for second in names[i + 1 :]:
            both = wide[[first, second]].dropna()
            if len(both) >= MIN_PAIRS:
                r = float(both[first].corr(both[second]))
                if abs(r) > STRONG:
                    found.append((first, second, r, len(both)))
    return found


def _location_table(built: Built) -> Table:
    wide = _wide(built).notna()
    weights = _weights(built.criteria)
    computed = float(weights[(built.criteria["computed"] != "").to_numpy()].sum())
    static = [name for name in built.criteria["id"] if name in wide.columns]
    rows = []
    for place in built.locations.to_dict("records"):
        known = wide.loc[place["id"], static]
        coverage = computed + float(weights[static][known.to_numpy()].sum())
        missing = ", ".join(name for name in static if not known[name])
        rows.append(
            [
                place["id"],
                place["name"],
                place["peer_group"],
                str(int(known.sum())),
                f"{coverage:.0f}",
                missing,
            ]
        )
    return ["Id", "Name", "Peer group", "Known", "Coverage %", "Missing"], rows


def report(built: Built) -> str:
    """The whole report as Markdown."""
    total = len(built.locations)
    bands = ", ".join(
        f"{name} below USD {upper:,.0f}" if np.isfinite(upper) else f"{name} from there on"
        for name, upper in INCOME_BANDS
    )
    pairs = [[a, b, f"{r:.2f}", str(n)] for a, b, r, n in strong_pairs(built)]
    estimated = built.values["method"].ne("observed").sum()
    switch = " Built with `--open-only`: quoted figures are left out." if built.open_only else ""
    opening = f"""
        Written by `python -m advisor.datapack.build`; do not edit.{switch}

        - {total} locations, {len(built.criteria)} criteria, {len(built.values)} figures, {estimated} of
        them estimated; {len(built.languages)} language rows, {len(built.legal)} legal facts,
        {len(built.labour)} labour terms, {len(built.model.wages)} wages.
        - A place is in when at least {MIN_KNOWN} criteria of the pack are known and at least
        {MIN_PEOPLE:,} people live there, or when it is on the list of countries that people ask for.
        - Income groups are bands of GDP per capita in current USD, our own: {bands}. The peer group for
        unknown cells is region and income group.
        - The main hub of a location is its most populous hub. Where no delivery hub is on record, the
        capital is the hub.
        """
    parts = [
        "# Build report",
        "",
        *prose(opening),
        "## Criteria",
        "",
        *table(_criteria_table(built)),
        "",
        *prose(HOW_VALUES),
        f"## Correlations above {STRONG:g}",
        "",
        *(table((["First", "Second", "r", "Places"], pairs)) if pairs else ["None."]),
        "",
        *people_report(built.hiring, built.workforce, built.collaborations, built.legal, built.values, total),
        *wage_report(built.model, built.export, built.locations, built.price_year),
        "## Locations",
        "",
        *prose(HOW_COVERAGE),
        *table(_location_table(built)),
        "",
    ]
    return "\n".join(parts)

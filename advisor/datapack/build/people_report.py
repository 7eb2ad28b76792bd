"""The part of BUILD_REPORT.md about who can be hired, and about flags: coverage, errors, double counting."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from advisor.datapack.build.markdown import prose, table

if TYPE_CHECKING:
    from advisor.datapack.build.workforce import WorkforceModel

_KINDS = {"services": "outsourced and shared services, contact centres", "it": "software and IT"}
_UNPUBLISHED = """
    The first line whose figures are known estimates a place; all are in logarithms. A place with one
    published figure counts 2 for figures found, a place without any 1: who publishes more has more
    people than the economy lets expect, and an estimate stands where nothing is published. Its interval
    grows with the distance from the places that publish.
    """
_FLAGS = {
    "travel_advisory_us": "official US travel advisory",
    "sanctions_us": "US sanctions programme that names the country",
    "sanctions_eu": "EU economic measures (Russia and Belarus read)",
    "fatf_status": "FATF black or grey list",
    "uk_adequacy": "UK adequacy regulations",
}


def people_report(
    model: WorkforceModel,
    workforce: pd.DataFrame,
    collaborations: pd.DataFrame,
    legal: pd.DataFrame,
    values: pd.DataFrame,
    places: int,
) -> list[str]:
    """Lines of the report, in Markdown.

    Args:
        model: how workforces were estimated.
        workforce: table of the pack.
        collaborations: table of the pack.
        legal: table of the pack.
        values: table of the pack.
        places: locations in the pack.
    """
    lines = [
        [
            ", ".join(line.names).replace("_", " "),
            " ".join(f"{slope:.2f}" for slope in line.slopes[1:]),
            str(line.count),
            f"x/÷ {math.exp(line.error):.2f}",
            use,
        ]
        for use, each in (("estimates", model.lines), ("comparison only", model.tried))
        for line in each
    ]
    rows = []
    for kind, words in _KINDS.items():
        of_kind = workforce[workforce["kind"] == kind]
        published = int((of_kind["method"] == "observed").sum())
        rows.append([words, str(published), str(len(of_kind) - published), str(places - len(of_kind))])
    tied = len(set(collaborations["a"]) | set(collaborations["b"]))
    facts = [[words, str(int((legal["fact"] == name).sum())), str(places)] for name, words in _FLAGS.items()]
    measured = f"""
        Published workforces of the same place and time differ by x/÷ {math.exp(model.spread):.2f} (standard
        deviation over {model.pairs} pairs): definitions, not growth. For software and IT, published
        workforces are {model.ratio:.2f} times the accounts on GitHub (mean over {model.ratio_count} places,
        left out in turn: x/÷ {math.exp(model.ratio_error):.2f}). Room to hire is the head count over the
        workforce, so it is known where that is. Working ties with home are known for {tied} of {places}
        places; a pair too small to be published is estimated as half of what would be.
        """
    return [
        "## Who can be hired",
        "",
        *table((["Workforce", "Published", "Estimated", "Unknown"], rows)),
        "",
        *prose(measured),
        *table((["Straight line over", "Slopes", "Places", "Leave-one-out error", "For"], lines)),
        "",
        *prose(_UNPUBLISHED),
        "",
        "Correlation with other criteria (logarithms), for double counting:",
        "",
        *table((["Workforce", "With", "r", "Places"], _correlations(workforce, values))),
        "",
        "## Flags and lists",
        "",
        *table((["Fact", "Places with one", "Places in the pack"], facts)),
        "",
        *prose("A place without a fact is not cleared: no list here is complete, and each has its date."),
    ]


def _correlations(workforce: pd.DataFrame, values: pd.DataFrame) -> list[list[str]]:
    rows = []
    for kind, words in _KINDS.items():
        people = workforce[workforce["kind"] == kind].set_index("location_id")["people"].astype(float)
        for name in ("delivery_maturity", "labour_force"):
            other = values[values["criterion_id"] == name].set_index("location_id")["value"].astype(float)
            both = pd.concat([people, other[other > 0]], axis=1, join="inner").to_numpy(dtype=float)
            r = float(np.corrcoef(np.log(both), rowvar=False)[0, 1])
            rows.append([words, name, f"{r:.2f}", str(len(both))])
    return rows

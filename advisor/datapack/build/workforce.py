"""workforce.csv and collaborations.csv: who does a kind of work where, and who works with whom.

Two kinds of workforce are told apart.

*services*: people in outsourcing, shared services and contact centres, as associations, agencies and
statistics publish them. Their definitions differ (with or without IT, with or without centres in house).
Where a place has several figures that serve, the best quality counts, then the newest. How far definitions
pull apart is measured on the places that have several: the interval of a published figure is 1.645 times
the standard deviation of their logarithms. For all other places the logarithm is estimated by a straight
line in the logarithms of the labour force, of the part of the people who are on line and of the part that
ICT has in exports of services: who could do the work, and how much the economy sells such work. Where one of
them is unknown the next line serves.

Places that publish a figure mostly have an industry to show, so a line through them alone would put everybody
else too high. How much is published tells how far: the more figures are found for a place, the more people it
has than its economy lets expect, and who publishes little is the nearest to who publishes nothing (Armstrong
& Overton 1977, "Estimating nonresponse bias in mail surveys"). So the count of figures found is in the line,
and a place without any stands at none. The interval is 1.645 times the error of such a prediction, which
grows the further a place lies from those that publish, and never less than the leave-one-out error.

*it*: developers. Accounts on GitHub are counted nearly everywhere in the same way, but more people have one
than work in IT. The mean ratio of published IT workforces to accounts turns one into the other.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from advisor.datapack.build.tables import records

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from advisor.datapack.build.sources import Sources

NINETY = 1.645
ALIKE_YEARS = 5  # figures of one place further apart differ because the industry grew
ACCOUNTS, ACCOUNT_SOURCE = "github_accounts", "github_innovation"
# Accounts are counted by network address, so hubs of networks have those of others too: Hong Kong 80 and
# Singapore 48 for every hundred in the labour force, where the highest others have 18. More are cut off.
MOST_ACCOUNTS = 0.2
EXPORTS, EXPORT_SOURCE = "digital_services_exports_musd", "unctad_digital"
_KNOWN = {
    "labour_force": ("labour_force_total", "labour_force_factbook"),
    "online": ("internet_users_pct", "internet_users_pct_factbook"),
    "ict_share": ("ict_service_exports_pct",),
    "exports": (EXPORTS,),
    "population": ("population_total",),
}
FOUND = "figures_found"  # one and the number of published figures, so that none has a logarithm
LINES = (
    ("labour_force", "online", "ict_share", FOUND),
    ("labour_force", "online", "exports", FOUND),
    ("labour_force", "online", FOUND),
    ("population", FOUND),
)
# Fitted to be compared with the first line, and used for nothing.
TRIED = (("labour_force", "online", "ict_share"), ("exports", ACCOUNTS), ("labour_force", "exports"))
Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Line:
    """A straight line for the logarithm of a workforce.

    Attributes:
        names: what it is drawn over; their logarithms.
        slopes: intercept, then one slope a name.
        count: places that it was fitted to.
        error: leave-one-out root mean square error of the logarithm.
        scatter: standard deviation of the residuals.
        inverse: of the normal matrix, row by row: how well the slopes are known.
    """

    names: tuple[str, ...]
    slopes: tuple[float, ...]
    count: int
    error: float
    scatter: float
    inverse: tuple[tuple[float, ...], ...]

    def at(self, figures: Mapping[str, float]) -> float:
        """People, where the figures are ``names``; NaN where one is unknown."""
        logs = self._logs(figures)
        slope = self.slopes[0] + sum(b * x for b, x in zip(self.slopes[1:], logs, strict=True))
        return math.exp(slope) if not math.isnan(slope) else math.nan

    def error_at(self, figures: Mapping[str, float]) -> float:
        """Error of the logarithm at a place that the line was not fitted to."""
        x = np.array([1.0, *self._logs(figures)])
        leverage = float(x @ np.array(self.inverse) @ x)
        return max(self.error, self.scatter * math.sqrt(1.0 + leverage))

    def _logs(self, figures: Mapping[str, float]) -> list[float]:
        return [math.log(figures[name]) if figures.get(name, 0) > 0 else math.nan for name in self.names]


@dataclass(frozen=True, slots=True)
class WorkforceModel:
    """How workforces are estimated, and how well.

    Attributes:
        lines: for services, in the order in which they are tried.
        tried: lines that stand beside them for comparison.
        found: published figures by place, whatever they count.
        spread: standard deviation of the logarithm between figures of the same place and time.
        pairs: differences that the spread was measured on.
        ratio: IT workforce over accounts.
        ratio_count: places that it was measured on.
        ratio_error: leave-one-out root mean square error of its logarithm.
    """

    lines: tuple[Line, ...]
    tried: tuple[Line, ...]
    found: Mapping[str, int]
    spread: float
    pairs: int
    ratio: float
    ratio_count: int
    ratio_error: float


def published(table: pd.DataFrame, kind: str) -> dict[str, Row]:
    """The figure that counts for each place: best quality, then newest, then largest definition."""
    rows = table[(table["kind"] == kind) & (table["use"] == "level")]
    ordered = rows.sort_values(["quality", "year", "value"], ascending=[True, False, False], kind="stable")
    return {row["location_id"]: row for row in records(ordered.groupby("location_id").head(1))}


def definition_spread(table: pd.DataFrame) -> tuple[float, int]:
    """Standard deviation of the logarithm between services figures of one place, and how many differences.

    Of two figures a and b it is half the mean square of log(a/b), pooled over all pairs at most
    ``ALIKE_YEARS`` years apart.
    """
    squares = []
    rows = table[(table["kind"] == "services") & (table["use"] == "level")]
    for _, group in rows.groupby("location_id"):
        found = group[["year", "value"]].to_numpy(dtype=float)
        squares += [
            math.log(b[1] / a[1]) ** 2
            for i, a in enumerate(found)
            for b in found[i + 1 :]
            if abs(a[0] - b[0]) <= ALIKE_YEARS
        ]
    return (math.sqrt(sum(squares) / len(squares) / 2), len(squares)) if squares else (math.nan, 0)


def fitted(
    known: Mapping[str, float], figures: Mapping[str, Mapping[str, float]], names: Sequence[str]
) -> Line:
    """Least squares of the logarithm over the logarithms of ``names``, with its leave-one-out error.

    Args:
        known: people by place.
        figures: figures by place and name.
        names: which to use; places without one of them are left out.
    """
    places = [place for place in sorted(known) if all(figures.get(place, {}).get(n, 0) > 0 for n in names)]
    x = np.array([[1.0, *(math.log(figures[p][n]) for n in names)] for p in places])
    y = np.array([math.log(known[p]) for p in places])
    hat = x @ np.linalg.pinv(x)
    slopes = np.linalg.lstsq(x, y, rcond=None)[0]
    loo = (y - x @ slopes) / (1 - np.diag(hat))
    free = len(places) - x.shape[1]
    scatter = float(np.sqrt(np.sum((y - x @ slopes) ** 2) / free)) if free > 0 else math.nan
    # Rounded, so that the pack has the same bytes whatever the linear algebra library.
    rounded = tuple(round(float(b), 6) for b in slopes)
    inverse = tuple(tuple(round(float(b), 6) for b in row) for row in np.linalg.pinv(x.T @ x))
    error = round(float(np.sqrt(np.mean(loo**2))), 6)
    return Line(tuple(names), rounded, len(places), error, round(scatter, 6), inverse)


def workforce_model(sources: Sources) -> WorkforceModel:
    """Fit how workforces are estimated; quoted figures serve as the assumption that it then is."""
    table = sources.table("workforce")
    figures = _figures(sources)
    services = {place: row["value"] for place, row in published(table, "services").items()}
    found = {str(place): int(count) for place, count in table.groupby("location_id").size().items()}
    _count(figures, found)
    lines, tried = (tuple(fitted(services, figures, names) for names in over) for over in (LINES, TRIED))
    spread, pairs = definition_spread(table)
    accounts = {place: each[ACCOUNTS] for place, each in figures.items() if ACCOUNTS in each}
    logs = np.array(
        [
            math.log(row["value"] / accounts[place])
            for place, row in sorted(published(table, "it").items())
            if place in accounts
        ]
    )
    count = len(logs)
    # The mean of the others misses a value by count / (count - 1) times its own difference to the mean.
    error = float(np.sqrt(np.mean(((logs - logs.mean()) * count / (count - 1)) ** 2)))
    return WorkforceModel(
        lines,
        tried,
        found,
        round(spread, 6),
        pairs,
        round(float(np.exp(logs.mean())), 6),
        count,
        round(error, 6),
    )


def workforces(sources: Sources, model: WorkforceModel, places: Sequence[str]) -> pd.DataFrame:
    """Rows of workforce.csv for ``places``."""
    figures = _figures(sources)
    _count(figures, model.found)
    counted = published(sources.table("workforce"), "services")
    rows = []
    for place in places:
        known = figures.get(place, {})
        if place in counted:
            rows.append(_counted(counted[place], model.spread))
        elif (row := _estimated(place, known, model, sources.allowed)) is not None:
            rows.append(row)
        if known.get(ACCOUNTS, 0) > 0:
            row = _developers(place, known[ACCOUNTS], model)
            if known[ACCOUNTS] == MOST_ACCOUNTS * known.get("labour_force", math.inf):
                row["note"] += "; more accounts than people there can have are cut off"
            rows.append(row)
    return pd.DataFrame(rows)


def collaborations(sources: Sources, places: Sequence[str]) -> pd.DataFrame:
    """Rows of collaborations.csv among ``places``, a < b."""
    table = sources.table("collaborations")
    return table[table["a"].isin(places) & table["b"].isin(places)]


def _figures(sources: Sources) -> dict[str, dict[str, float]]:
    """Labour force, exports and accounts by place, the newest of each."""
    indicators = sources.table("indicators")
    found: dict[str, dict[str, float]] = {}
    for name, series in (_KNOWN | {ACCOUNTS: (ACCOUNTS,)}).items():
        for each in reversed(series):
            rows = indicators[indicators["indicator"] == each].sort_values("year", kind="stable")
            for place, value in rows.groupby("location_id")["value"].last().items():
                found.setdefault(str(place), {})[name] = float(value)
    for known in found.values():
        if ACCOUNTS in known and "labour_force" in known:
            known[ACCOUNTS] = min(known[ACCOUNTS], MOST_ACCOUNTS * known["labour_force"])
    return found


def _count(figures: Mapping[str, dict[str, float]], found: Mapping[str, int]) -> None:
    for place, known in figures.items():
        known[FOUND] = 1.0 + found.get(place, 0)


def _row(place: str, kind: str, people: float, error: float, rest: Row) -> Row:
    factor = math.exp(NINETY * error)
    return {
        "location_id": place,
        "kind": kind,
        "people": people,
        "low": people / factor,
        "high": people * factor,
    } | rest


def _counted(row: Row, spread: float) -> Row:
    rest = {
        "year": int(row["year"]),
        "method": "observed",
        "source_id": row["source_id"],
        "note": f"{row['definition']}; quality {row['quality']}",
    }
    return _row(row["location_id"], "services", float(row["value"]), spread, rest)


def _estimated(
    place: str, known: Mapping[str, float], model: WorkforceModel, allowed: frozenset[str]
) -> Row | None:
    for line in model.lines:
        people = line.at(known)
        if not math.isnan(people):
            *most, last = (_WORDS[name] for name in line.names)
            over = f"{', '.join(most)} and {last}"
            ids = [each for each in dict.fromkeys(_SOURCE_OF[name] for name in line.names) if each in allowed]
            note = f"not published: estimated from {over}, as in {line.count} places that publish one"
            rest = {"year": "", "method": "estimated", "source_id": ";".join(ids), "note": note}
            return _row(place, "services", max(1.0, people), line.error_at(known), rest)
    return None


_WORDS = {
    "labour_force": "the labour force",
    "online": "how many are on line",
    "ict_share": "ICT's share in exports of services",
    FOUND: "how little is published",
    "exports": "exports of digital services",
    "population": "population",
    ACCOUNTS: "accounts on GitHub",
}
_SOURCE_OF = {
    "labour_force": "wb_wdi",
    "online": "wb_wdi",
    "ict_share": "wb_wdi",
    FOUND: "workforce_pages",
    "exports": EXPORT_SOURCE,
    "population": "wb_wdi",
    ACCOUNTS: ACCOUNT_SOURCE,
}


def _developers(place: str, accounts: float, model: WorkforceModel) -> Row:
    rest = {
        "year": 2025,
        "method": "estimated",
        "source_id": ACCOUNT_SOURCE,
        "note": f"{accounts:,.0f} accounts on GitHub, {model.ratio:.2f} people at work in IT for each",
    }
    return _row(place, "it", max(1.0, accounts * model.ratio), model.ratio_error, rest)

"""Rows with a position as sites: what each is called, and the country that it lies in (spatial join)."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from advisor.datapack.numbers import NumberError
from advisor.datapack.problems import Problems, shown
from advisor.datapack.schema import DataPack
from advisor.places.folding import folded
from advisor.scenario.intake.figures import figure_in, read_number
from advisor.scenario.intake.layout import Column, Layout, Role
from advisor.scenario.intake.places import NamedPlace, PlaceKind, PlaceNames
from advisor.words.formatting import number_text
from advisor.words.translation import t

if TYPE_CHECKING:
    from geopandas import GeoDataFrame

MOST_SITES = 1_000
_NEAR_KM = 40.0  # the polygons are drawn for a world map: harbours and islands lie that far off their coast
_EQUAL_AREA = "+proj=eck4 +datum=WGS84"


# Letters that are no other letter with an accent.
_LETTERS = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ß": "ss", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th", "ı": "i"}
)


@dataclass(frozen=True, slots=True)
class SiteRow:
    """A site as a row gives it.

    Attributes:
        id, name: of its own.
        lat, lon: degrees.
        country: id of the location that it lies in, empty in a pack without countries.
        line: where it stands.
        remark: what was assumed of it, empty for nothing.
    """

    id: str
    name: str
    lat: float
    lon: float
    country: str
    line: int
    remark: str = ""


Ask = Callable[[NamedPlace, int], None]


class SitePlaces:
    """Finds the countries of positions.

    Args:
        pack: whose polygons count.
        skips: whether a site that cannot be placed is left out with a word, instead of being an error.
    """

    def __init__(self, pack: DataPack, *, skips: bool = False) -> None:
        self._pack = pack
        self._skips = skips

    def rows(self, layout: Layout, names: PlaceNames, problems: Problems, ask: Ask) -> list[SiteRow | None]:
        """The site of each row of a table; None where it cannot be taken in.

        Args:
            layout: with columns for latitude and longitude.
            names: looks countries up.
            problems: where it is noted what is wrong.
            ask: told of country names that are not clear.
        """
        file = layout.sheet.file
        lat, lon = layout.of_role(Role.LAT)[0], layout.of_role(Role.LON)[0]
        name = next(iter(layout.of_role(Role.NAME)), None)
        spots = [
            self._spot(row, line, lat, lon, file, problems)
            for row, line in zip(layout.body, layout.lines, strict=True)
        ]
        if len(spots) > MOST_SITES:
            message = t("There are {count} sites.", count=number_text(len(spots)))
            problems.error(file, 0, "", message, t("Take in {most} at most.", most=number_text(MOST_SITES)))
            return [None] * len(spots)
        inside = self._countries([spot or (0.0, 0.0) for spot in spots])
        labels = [
            (row[name.index] if name is not None else "") or t("Site {number}", number=at + 1)
            for at, row in enumerate(layout.body)
        ]
        taken = set(self._pack.location_ids)
        repeated = {text for text, count in Counter(labels).items() if count > 1}
        found: list[SiteRow | None] = []
        for at, (row, line, spot) in enumerate(zip(layout.body, layout.lines, spots, strict=True)):
            if spot is None:
                found.append(None)
                continue
            stated = self._stated(layout, row, line, names, ask)
            country, remark = self._settled(stated, *inside[at])
            if stated is None or (self._needs_country and not country):
                if stated is not None:
                    message = t("'{name}' lies in no country of the data pack.", name=shown(labels[at]))
                    cure = t("Check latitude and longitude, add a column with the country, or leave it out.")
                    self._note(problems, file, line, lat.heading, message, cure)
                found.append(None)
                continue
            label = labels[at]
            if label in repeated:
                label = t("{name} ({line})", name=label, line=line)
            site_id = _own_id(label, taken)
            taken.add(site_id)
            found.append(SiteRow(site_id, label[:200], *spot, country, line, remark))
        return found

    @property
    def _needs_country(self) -> bool:
        return self._pack.places is not None

    def _note(self, problems: Problems, file: str, line: int, column: str, message: str, cure: str) -> None:
        if self._skips:
            problems.warning(file, line, column, message, t("Left out."))
        else:
            problems.error(file, line, column, message, cure)

    def _spot(
        self, row: Sequence[str], line: int, lat: Column, lon: Column, file: str, problems: Problems
    ) -> tuple[float, float] | None:
        found = []
        for column, most in ((lat, 90.0), (lon, 180.0)):
            cell = row[column.index]
            figure = figure_in(cell)
            try:
                value = read_number(figure, column.style) if figure is not None else None
            except NumberError:
                value = None
            if value is None or abs(value) > most:
                message = (
                    t("There is no position.") if not cell else t("'{text}' are no degrees.", text=cell[:40])
                )
                cure = t("Write decimal degrees, from -{most} to {most}.", most=f"{most:g}")
                self._note(problems, file, line, column.heading, message, cure)
                return None
            found.append(value)
        return found[0], found[1]

    def _stated(
        self, layout: Layout, row: Sequence[str], line: int, names: PlaceNames, ask: Ask
    ) -> str | None:
        """The country that the row names; empty for none, None where it is not clear."""
        texts = [row[column.index] for column in layout.of_role(Role.PLACE)]
        if not any(texts) or not self._needs_country:
            return ""
        place = names.first_of(texts)
        if place.kind is PlaceKind.FOUND:
            return place.location
        if place.kind is PlaceKind.AGGREGATE:
            return "" if not place.by_user else None
        ask(place, line)
        return None

    def _settled(self, stated: str | None, inside: str, distance: float) -> tuple[str, str]:
        """The country that counts, and what is to be said of it."""
        names = {location.id: location.name for location in self._pack.locations}
        if stated and inside and stated != inside:
            remark = t(
                "stated as {stated}, its position lies in {inside}; what is stated counts",
                stated=names[stated],
                inside=names.get(inside, inside),
            )
            return stated, remark
        if stated or not inside:
            return stated or "", ""
        if distance > 0:
            remark = t(
                "{km} km off the coast of {country:the}",
                km=f"{distance:.0f}",
                country=names.get(inside, inside),
            )
            return inside, remark
        return inside, ""

    def _countries(self, spots: Sequence[tuple[float, float]]) -> list[tuple[str, float]]:
        """The country of each position with how far it lies from it, km; empty where there is none near."""
        if self._pack.geometry is None or not spots:
            return [("", 0.0)] * len(spots)
        import geopandas as gpd

        polygons, projected = _polygons(self._pack)
        lats, lons = [spot[0] for spot in spots], [spot[1] for spot in spots]
        points = gpd.GeoDataFrame(geometry=gpd.points_from_xy(lons, lats), crs=4326)
        joined = gpd.sjoin(points, polygons, how="left", predicate="within")
        inside = joined[~joined.index.duplicated()]["location"]
        found: list[tuple[str, float]] = [
            ("" if not isinstance(value, str) else value, 0.0) for value in inside
        ]
        missing = [at for at, (country, _km) in enumerate(found) if not country]
        if missing:
            near = gpd.sjoin_nearest(
                points.iloc[missing].to_crs(_EQUAL_AREA),
                projected,
                max_distance=1000 * _NEAR_KM,
                distance_col="metres",
            )
            near = near[~near.index.duplicated()]
            for at, row in near.iterrows():
                found[int(str(at))] = (str(row["location"]), float(row["metres"]) / 1000)
        return found


@lru_cache(maxsize=2)
def _polygons(pack: DataPack) -> tuple[GeoDataFrame, GeoDataFrame]:
    """The pack's polygons by location, in degrees and in metres."""
    import geopandas as gpd

    if pack.geometry is None:
        raise ValueError("The pack has no polygons.")
    features = json.loads(pack.geometry.page_text())["features"]
    known = set(pack.location_ids)
    kept = [feature for feature in features if feature["id"] in known]
    frame = gpd.GeoDataFrame.from_features(kept, crs=4326)[["geometry"]]
    frame["location"] = [feature["id"] for feature in kept]
    frame["geometry"] = frame.geometry.make_valid()
    return frame, frame.to_crs(_EQUAL_AREA)


def _own_id(label: str, taken: set[str]) -> str:
    """An id that nothing else has, made of a name."""
    letters = folded(label).translate(_LETTERS).encode("ascii", "ignore").decode()
    plain = "-".join(letters.split())[:60] or "site"
    made, number = plain, 2
    while made in taken:
        made, number = f"{plain}-{number}", number + 1
    return made

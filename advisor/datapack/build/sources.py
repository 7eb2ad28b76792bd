"""The source figures that a build may use, and which publisher each comes from."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import pandas as pd

from advisor.datapack.build.tables import read_source
from advisor.datapack.build.total_cost import cost_sources

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True)
class Sources:
    """The folder of source tables, and the sources that this build leaves out.

    Attributes:
        folder: ``data/sources``.
        catalogue: one row a source (id, publisher, dataset, edition, licence, tier, ...).
        open_only: whether figures of tier ``quoted`` are left out.
    """

    folder: Path
    catalogue: pd.DataFrame
    open_only: bool
    _read: dict[str, pd.DataFrame] = field(default_factory=dict, init=False, repr=False, compare=False)

    @classmethod
    def open(cls, folder: Path, *, open_only: bool = False) -> Sources:
        """Read the catalogue of ``folder``.

        Raises:
            FileNotFoundError: the folder has no ``sources.csv``.
        """
        catalogue = pd.concat([read_source(folder, "sources"), cost_sources(folder)], ignore_index=True)
        return cls(folder, catalogue, open_only)

    @property
    def allowed(self) -> frozenset[str]:
        """Ids of the sources that this build may use."""
        rows = self.catalogue
        if self.open_only:
            rows = rows[rows["tier"] != "quoted"]
        return frozenset(rows["id"])

    def table(self, name: str) -> pd.DataFrame:
        """One source table, without the rows whose source this build leaves out; each is read once.

        Raises:
            FileNotFoundError: no such table.
            ValueError: a row names a source that is not in the catalogue.
        """
        if name not in self._read:
            self._read[name] = self._allowed_rows(name)
        return self._read[name].copy()

    def _allowed_rows(self, name: str) -> pd.DataFrame:
        frame = read_source(self.folder, name)
        if "source_id" not in frame.columns:
            return frame
        unknown = set(frame["source_id"]) - set(self.catalogue["id"])
        if unknown:
            raise ValueError(f"{name}.csv names sources that sources.csv does not list: {sorted(unknown)}")
        return frame[frame["source_id"].isin(self.allowed)].reset_index(drop=True)

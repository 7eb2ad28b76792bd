"""A study inside a GeoPackage: a line of the table that says what the file is."""

from __future__ import annotations

import contextlib
import sqlite3
from pathlib import Path

from advisor.scenario.study.files import study_from_text
from advisor.scenario.study.inside_json import STUDY_KEY
from advisor.scenario.study.json_reading import StudyFileError
from advisor.scenario.study.study import Study
from advisor.words.translation import t

ABOUT = "about"  # the table
_LONGEST = 64 * 1024 * 1024


def read_geopackage_study(path: Path) -> Study:
    """The study inside an exported GeoPackage.

    Raises:
        StudyFileError: the file cannot be read or holds no study.
    """
    if not path.is_file():
        raise StudyFileError(t("There is no file {file}. Check its name and folder.", file=path))
    wanted = f"SELECT value FROM {ABOUT} WHERE key = ? AND length(value) <= ?"
    try:
        with contextlib.closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)) as base:
            found = base.execute(wanted, (STUDY_KEY, _LONGEST)).fetchone()
    except sqlite3.Error:
        found = None
    if found is None or not isinstance(found[0], str):
        raise StudyFileError(
            t(
                "{file} holds no study: Location Advisor did not export it, or the study is gone.",
                file=path.name,
            )
        )
    return study_from_text(found[0], path.name)

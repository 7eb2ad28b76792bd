"""A study inside a JSON export, or in the description that lies beside a table."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from advisor.scenario.study.files import study_from_values, study_values
from advisor.scenario.study.json_reading import StudyFileError, read_json
from advisor.scenario.study.migration import FORMAT
from advisor.scenario.study.study import Study
from advisor.words.translation import t

STUDY_KEY = "study"
DESCRIPTION = ".meta.json"  # added to the name of the table that it describes


def with_study(document: dict[str, Any], study: Study) -> dict[str, Any]:
    """A description that also holds the study, so that what it describes opens again."""
    return {**document, STUDY_KEY: study_values(study)}


def read_json_study(path: Path) -> Study:
    """A study that is the JSON file, or stands in it: in an export, or in the description of one.

    Raises:
        StudyFileError: the file cannot be read or holds no study.
    """
    document = read_json(path)
    if isinstance(document, dict) and document.get("format") != FORMAT:
        about = document.get("metadata") if "features" in document else document
        if isinstance(about, dict) and isinstance(found := about.get(STUDY_KEY), dict):
            return study_from_values(found, path.name)
    return study_from_values(document, path.name)


def read_table_study(path: Path) -> Study:
    """The study in the description beside an exported table.

    Raises:
        StudyFileError: there is no description, or it holds no study.
    """
    beside = description_of(path)
    if not beside.is_file():
        raise StudyFileError(
            t(
                "{file} holds no study: its description {other} is not beside it. Put both into one folder.",
                file=path.name,
                other=beside.name,
            )
        )
    return read_json_study(beside)


def description_of(path: Path) -> Path:
    """Where the description of a table lies."""
    return path.with_name(path.name + DESCRIPTION)

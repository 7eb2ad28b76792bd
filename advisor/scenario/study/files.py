"""Study files: ``NAME.advisor``, JSON inside, versioned, checked, saved all or nothing."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter, ValidationError

from advisor.scenario.study.json_reading import StudyFileError, parse_json, read_json
from advisor.scenario.study.migration import FORMAT, VERSION, NotAStudy, migrated, place_in
from advisor.scenario.study.problems import listed, problems_of
from advisor.scenario.study.scenario import Scenario
from advisor.scenario.study.study import Study
from advisor.whole_file import write_whole
from advisor.words.translation import t

SUFFIX = ".advisor"
OLD_SUFFIX = ".advisor.json"  # of version 1


def read_study(path: Path) -> Study:
    """Read a study file of this version or an earlier one.

    Raises:
        StudyFileError: the file is missing, broken, or not a study of a known version; the message names
            every entry that is wrong, up to a limit.
    """
    return study_from_values(read_json(path), path.name)


def study_from_text(text: str, name: str) -> Study:
    """Read a study from the text of a study file.

    Args:
        text: JSON.
        name: of the file that it came from, for messages.

    Raises:
        StudyFileError: as with ``read_study``.
    """
    return study_from_values(parse_json(text.encode("utf-8", "surrogatepass"), name), name)


def study_from_values(content: Any, name: str) -> Study:
    """Read a study from the values of a study file, of this version or an earlier one.

    Args:
        content: as JSON gives them.
        name: of the file that they came from, for messages.

    Raises:
        StudyFileError: as with ``read_study``.
    """
    try:
        document, came = migrated(content)
    except NotAStudy as error:
        raise StudyFileError(t("{file} cannot be opened: {cause}", file=name, cause=error)) from None
    del document["format"], document["version"]
    try:
        study: Study = _adapter(Study).validate_json(json.dumps(document))
    except ValidationError as error:
        problems = [place_in(came, problem) for problem in problems_of(error)]
        raise StudyFileError(
            t(
                "{file} cannot be opened: {problems}. Correct it in the file, or restore an earlier copy.",
                file=name,
                problems=listed(list(dict.fromkeys(problems))),
            )
        ) from None
    return study


def write_study(study: Study, path: Path) -> None:
    """Write a study file. The old file stays whole until the new one is complete.

    Raises:
        OSError: it cannot be written; an earlier file is as it was.
    """
    write_whole(path, study_text(study).encode("utf-8"))


def study_text(study: Study) -> str:
    """The text of a study file."""
    return json.dumps(study_values(study), indent=2, ensure_ascii=False) + "\n"


def study_values(study: Study) -> dict[str, Any]:
    """A study as plain values, as they stand in a study file."""
    return {"format": FORMAT, "version": VERSION, **_adapter(Study).dump_python(study, mode="json")}


def scenario_values(scenario: Scenario) -> dict[str, Any]:
    """A scenario as plain values, as it stands in a study file."""
    values: dict[str, Any] = _adapter(Scenario).dump_python(scenario, mode="json")
    return values


@cache
def _adapter(kind: type[Any]) -> TypeAdapter[Any]:
    return TypeAdapter(kind)

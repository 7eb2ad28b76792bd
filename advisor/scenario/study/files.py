"""Study files: ``NAME.advisor``, JSON inside, versioned, checked, saved all or nothing."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter, ValidationError

from advisor.scenario.study.json_reading import StudyFileError, read_json
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
    try:
        document, came = migrated(read_json(path))
    except NotAStudy as error:
        raise StudyFileError(t("{file} cannot be opened: {cause}", file=path.name, cause=error)) from None
    del document["format"], document["version"]
    try:
        study: Study = _adapter(Study).validate_json(json.dumps(document))
    except ValidationError as error:
        problems = [place_in(came, problem) for problem in problems_of(error)]
        raise StudyFileError(
            t(
                "{file} cannot be opened: {problems}. Correct it in the file, or restore an earlier copy.",
                file=path.name,
                problems=listed(list(dict.fromkeys(problems))),
            )
        ) from None
    return study


def write_study(study: Study, path: Path) -> None:
    """Write a study file. The old file stays whole until the new one is complete.

    Raises:
        OSError: it cannot be written; an earlier file is as it was.
    """
    document = {"format": FORMAT, "version": VERSION, **_adapter(Study).dump_python(study, mode="json")}
    text = json.dumps(document, indent=2, ensure_ascii=False) + "\n"
    write_whole(path, text.encode("utf-8"))


def scenario_values(scenario: Scenario) -> dict[str, Any]:
    """A scenario as plain values, as it stands in a study file."""
    values: dict[str, Any] = _adapter(Scenario).dump_python(scenario, mode="json")
    return values


@cache
def _adapter(kind: type[Any]) -> TypeAdapter[Any]:
    return TypeAdapter(kind)

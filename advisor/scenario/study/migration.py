"""From the files of earlier versions to those of this one, a step a version."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from advisor.scenario.study.scenario import DEFAULT_NAME
from advisor.words.translation import t

FORMAT = "location-advisor-study"
VERSION = 2

_Document = dict[str, Any]


class NotAStudy(ValueError):  # noqa: N818 - says what the document is
    """A document of another kind, or of a version that this program does not know; the message says so."""


@dataclass(frozen=True, slots=True)
class _Step:
    """The way from one version to the next.

    Attributes:
        format: what the documents of the earlier version call themselves.
        upgrade: the same document in the next version.
        places: patterns of places in the next version, with what they were called before.
    """

    format: str
    upgrade: Callable[[_Document], _Document]
    places: tuple[tuple[str, str], ...]


def migrated(document: Any) -> tuple[_Document, int]:
    """A document as this version writes it, and the version that it came in.

    Raises:
        NotAStudy: it is none, or too new.
    """
    if not isinstance(document, dict):
        raise NotAStudy(_no_study())
    version = document.get("version")
    if document.get("format") not in [FORMAT, *(step.format for step in _STEPS.values())]:
        raise NotAStudy(_no_study())
    if type(version) is not int or version < 1:
        raise NotAStudy(t("its version is not a whole number from 1 to {newest}.", newest=VERSION))
    if version > VERSION:
        raise NotAStudy(
            t(
                "this program reads versions 1 to {newest}, the file has {version}. Update Location Advisor.",
                newest=VERSION,
                version=version if version < 10**9 else t("a far higher one"),
            )
        )
    came = version
    while version < VERSION:
        step = _STEPS[version]
        if document["format"] != step.format:
            raise NotAStudy(_no_study())
        document, version = step.upgrade(document), version + 1
    if document["format"] != FORMAT:
        raise NotAStudy(_no_study())
    return document, came


def place_in(version: int, place: str) -> str:
    """What a place of this version was called in an earlier one."""
    for step in range(VERSION - 1, version - 1, -1):
        for pattern, before in _STEPS[step].places:
            place = re.sub(pattern, before, place)
    return place


def _no_study() -> str:
    return t('it is not a study: it lacks "format": "{format}".', format=FORMAT)


def _from_1(document: _Document) -> _Document:
    """Version 1 held a single scenario, its own figures and the pack's version among its entries."""
    scenario = {key: value for key, value in document.items() if key not in ("format", "version", "pack")}
    figures = scenario.pop("overrides", [])
    scenario["name"] = scenario.get("name") or DEFAULT_NAME
    must = scenario.get("must_haves")
    if isinstance(must, dict) and isinstance(must.get("bounds"), list):
        scenario["must_haves"] = must | {"bounds": [_renamed(bound) for bound in must["bounds"]]}
    return {
        "format": FORMAT,
        "version": 2,
        "scenarios": [scenario],
        "active": scenario["name"],
        "pack": document.get("pack", {}),
        "own": {"figures": figures},
    }


def _renamed(bound: Any) -> Any:
    if not isinstance(bound, dict):
        return bound
    return {"column" if key == "criterion" else key: value for key, value in bound.items()}


_STEPS = {
    1: _Step(
        "location-advisor-scenario",
        _from_1,
        (
            (r"^scenarios\[0\]\.?", ""),
            (r"^own\.figures", "overrides"),
            (r"^(must_haves\.bounds\[\d+\])\.column", r"\1.criterion"),
            (r"^active$", "name"),
        ),
    )
}

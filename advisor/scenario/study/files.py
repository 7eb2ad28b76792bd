"""Scenario files: ``NAME.advisor.json``, versioned, validated, saved all or nothing."""

from __future__ import annotations

import json
import os
import tempfile
from dataclasses import asdict
from pathlib import Path
from typing import Any

from advisor.datapack.schema import DataPack
from advisor.scenario.study.scenario import ENGAGEMENT_MODELS, VERSION, Scenario

SUFFIX = ".advisor.json"
FORMAT = "location-advisor-scenario"


class ScenarioFileError(Exception):
    """A scenario file that cannot be opened; the message names the file, the cause and the cure."""


def scenario_document(scenario: Scenario, pack: DataPack | None = None) -> dict[str, Any]:
    """A scenario as plain values, as it stands in a file and in exports."""
    must = scenario.must_haves
    return {
        "format": FORMAT,
        "version": VERSION,
        "pack": {"name": pack.name, "version": pack.version} if pack else {"name": "", "version": ""},
        "name": scenario.name,
        "home": scenario.home,
        "function": scenario.function,
        "headcount": scenario.headcount,
        "industry": scenario.industry,
        "working_languages": list(scenario.working_languages),
        "customer_languages": list(scenario.customer_languages),
        "home_hours": scenario.home_hours,
        "site_hours": scenario.site_hours,
        "wanted_overlap": scenario.wanted_overlap,
        "year": scenario.year,
        "hubs": dict(scenario.hubs),
        "engagement_rule": asdict(scenario.engagement_rule),
        "service_window": scenario.service_window,
        "theme_weights": dict(scenario.theme_weights),
        "criterion_weights": dict(scenario.criterion_weights),
        "aggregation": {"method": scenario.aggregation.method, "floor": scenario.aggregation.floor},
        "must_haves": {
            "engagement": [model for model in ENGAGEMENT_MODELS if model in must.engagement],
            "bounds": [{"criterion": b.column, "op": b.op, "limit": b.limit} for b in must.bounds],
            "exclude_sanctioned": must.exclude_sanctioned,
            "fatf": must.fatf,
        },
        "weight_spread": scenario.weight_spread,
        "overrides": [
            {"location": o.location, "criterion": o.criterion, "value": o.value, "note": o.note}
            for o in scenario.overrides
        ],
        "years": scenario.years,
        "delivery": scenario.delivery,
        "prices": scenario.prices,
        "currency": scenario.currency,
        "cost_changes": [
            {"parameter": c.parameter, "low": c.low, "likely": c.likely, "high": c.high}
            for c in scenario.cost_changes
        ],
    }


def save_scenario(scenario: Scenario, path: Path, pack: DataPack | None = None) -> None:
    """Write a scenario file. The old file stays whole until the new one is complete.

    Raises:
        OSError: the folder cannot be written to.
    """
    text = json.dumps(scenario_document(scenario, pack), indent=2, ensure_ascii=False) + "\n"
    write_whole(path, text.encode("utf-8"))


def write_whole(path: Path, content: bytes) -> None:
    """Write a file so that it is either the old one or the whole new one, whatever happens.

    Raises:
        OSError: the folder cannot be written to.
    """
    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", suffix=".tmp", dir=path.parent)
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        mode = path.stat().st_mode if path.exists() else 0o666 & ~_umask()
        temporary.chmod(mode)
        temporary.replace(path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def load_scenario(path: Path) -> Scenario:
    """Read a scenario file.

    Raises:
        ScenarioFileError: the file is missing, broken, or not a scenario of a known version.
    """
    try:
        text = path.read_bytes().decode("utf-8-sig")
        document = json.loads(text)
    except FileNotFoundError:
        raise ScenarioFileError(f"There is no file {path}. Check its name and folder.") from None
    except OSError as error:
        raise ScenarioFileError(f"{path} cannot be read: {error.strerror}.") from error
    except UnicodeDecodeError:
        raise ScenarioFileError(f"{path.name} is not UTF-8 text, so it is no scenario file.") from None
    except RecursionError:
        raise ScenarioFileError(f"{path.name} is nested too deeply, so it is no scenario file.") from None
    except json.JSONDecodeError as error:
        message = (
            f"{path.name}, line {error.lineno}, is not valid JSON: {error.msg}. Restore an earlier copy."
        )
        raise ScenarioFileError(message) from None
    if not isinstance(document, dict) or document.get("format") != FORMAT:
        message = f'{path.name} is not a scenario file: it lacks "format": "{FORMAT}".'
        raise ScenarioFileError(message)
    # The validation library is slow to load and needed only here.
    from advisor.scenario.study.file_schema import SchemaError, scenario_of

    try:
        return scenario_of(document)
    except SchemaError as error:
        raise ScenarioFileError(f"{path.name} cannot be opened: {error}") from None

"""Where the shipped data and resources are, and where the user's own go; the only module that knows."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Literal

_PACKAGE = Path(__file__).resolve().parent
_BUNDLED = _PACKAGE / "_bundled"
_ROOT = _BUNDLED if _BUNDLED.is_dir() else _PACKAGE.parent

CODE = _PACKAGE
DATA = _ROOT / "data"
RESOURCES = _ROOT / "resources"
ICONS = RESOURCES / "icons"
HELP = _ROOT / "docs" / "help"
DEFAULT_PACK = DATA / "pack"
EXAMPLES = DATA / "examples"
EXAMPLE_STUDY = EXAMPLES / "uk-customer-support.advisor"


def plotly_script() -> Path:
    """The plotly.js file of the installed ``plotly`` package (never a copy of our own)."""
    import importlib.util

    spec = importlib.util.find_spec("plotly")
    if spec is None or not spec.submodule_search_locations:
        raise FileNotFoundError("The plotly package is not installed: run 'pip install plotly'.")
    return Path(next(iter(spec.submodule_search_locations))) / "package_data" / "plotly.min.js"


# Per system: the variable that may name the folder, and where it is in the home folder otherwise.
_USER_FOLDERS: dict[str, dict[str, tuple[str, tuple[str, ...]]]] = {
    "win32": {
        "cache": ("LOCALAPPDATA", ("AppData", "Local")),
        "data": ("APPDATA", ("AppData", "Roaming")),
    },
    "darwin": {
        "cache": ("", ("Library", "Caches")),
        "data": ("", ("Library", "Application Support")),
    },
    "": {
        "cache": ("XDG_CACHE_HOME", (".cache",)),
        "data": ("XDG_DATA_HOME", (".local", "share")),
    },
}


def user_folder(kind: Literal["cache", "data"]) -> Path | None:
    """This user's folder for what can be made again, or for what cannot; it need not exist yet.

    ``LOCATION_ADVISOR_CACHE`` and ``LOCATION_ADVISOR_DATA`` name others, or none where they are empty.

    Returns:
        The folder, None where there is to be none or the user has no home.
    """
    chosen = os.environ.get(f"LOCATION_ADVISOR_{kind.upper()}")
    if chosen is not None:
        return Path(chosen) if chosen else None
    variable, within = _USER_FOLDERS.get(sys.platform, _USER_FOLDERS[""])[kind]
    base = Path(os.environ.get(variable, "")) if variable else Path()
    if not base.is_absolute():
        base = home_folder().joinpath(*within)
    return base / "location-advisor" if base.is_absolute() else None


def home_folder() -> Path:
    """This user's home folder; ``~`` where there is none, which no folder is called."""
    return Path(os.path.expanduser("~"))  # noqa: PTH111  Path.home() raises where there is none


def is_there(path: Path) -> bool:
    """Whether there is something under a name that somebody has typed; no for a name that cannot be."""
    return os.path.exists(path)  # noqa: PTH110  Path.exists() raises for some of them


def is_folder(path: Path) -> bool:
    """Whether there is a folder under a name that somebody has typed; no for a name that cannot be."""
    return os.path.isdir(path)  # noqa: PTH112  as above

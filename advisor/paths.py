"""Where the shipped data and resources are; the only module that knows."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent
_BUNDLED = _PACKAGE / "_bundled"
_ROOT = _BUNDLED if _BUNDLED.is_dir() else _PACKAGE.parent

DATA = _ROOT / "data"
RESOURCES = _ROOT / "resources"
ICONS = RESOURCES / "icons"
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

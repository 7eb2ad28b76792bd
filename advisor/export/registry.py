"""All export formats: one for each module of ``formats``, whose function ``export_format`` gives it."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

from advisor.export import formats
from advisor.export.export_format import ExportFormat


def export_formats() -> tuple[ExportFormat, ...]:
    """All formats in the order of menus, their words in the language in force."""
    modules = (
        import_module(f"{formats.__name__}.{module.name}") for module in iter_modules(formats.__path__)
    )
    found = (module.export_format() for module in modules)
    return tuple(sorted(found, key=lambda each: (each.place, each.suffix, each.variant)))


def format_of(path: Path, variant: str = "") -> ExportFormat | None:
    """The format that a file's suffix stands for, None where there is none.

    Args:
        path: of the file.
        variant: which one, where a suffix has several.
    """
    name = path.name.lower()
    return next(
        (each for each in export_formats() if name.endswith(each.suffix) and each.variant == variant), None
    )

"""All computed columns: the modules of ``columns``, by name."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from pkgutil import iter_modules

from advisor.computed import columns
from advisor.computed.column import AnyColumn, ComputedColumn


@cache
def computed_ids() -> tuple[str, ...]:
    """What criteria.csv may name; nothing is imported for it."""
    return tuple(sorted(module.name for module in iter_modules(columns.__path__)))


@cache
def computed_column(column_id: str) -> AnyColumn:
    """A computed column by its id.

    Raises:
        KeyError: there is none of that name.
    """
    if column_id not in computed_ids():
        raise KeyError(column_id)
    column = import_module(f"{columns.__name__}.{column_id}").COLUMN
    assert isinstance(column, ComputedColumn)
    return column

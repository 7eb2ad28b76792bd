"""All aggregation methods: one for each module of ``methods`` that holds a ``METHOD``."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from types import MappingProxyType

from advisor.core.aggregation import methods
from advisor.core.aggregation.method import AggregationMethod, HeadlineMethod


@cache
def aggregation_methods() -> Mapping[str, AggregationMethod]:
    """All methods by id, in the order of their places."""
    modules = (
        import_module(f"{methods.__name__}.{module.name}") for module in iter_modules(methods.__path__)
    )
    found = sorted((module.METHOD for module in modules), key=lambda method: (method.place, method.id))
    return MappingProxyType({method.id: method for method in found})


@cache
def headline_methods() -> Mapping[str, HeadlineMethod]:
    """The methods that a scenario can be ranked by."""
    return MappingProxyType(
        {key: method for key, method in aggregation_methods().items() if isinstance(method, HeadlineMethod)}
    )


@cache
def opinion_methods() -> Mapping[str, AggregationMethod]:
    """The methods that give second opinions only."""
    return MappingProxyType(
        {key: method for key, method in aggregation_methods().items() if key not in headline_methods()}
    )

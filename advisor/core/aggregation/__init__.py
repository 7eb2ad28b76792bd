"""Aggregation: values to one score. A method is one file in ``methods``; ``registry`` finds it there."""

from advisor.core.aggregation.setting import DEFAULT_FLOOR, Aggregation

__all__ = ["DEFAULT_FLOOR", "Aggregation"]

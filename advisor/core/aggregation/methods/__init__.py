"""One file a method: each holds ``METHOD``, which ``advisor.core.aggregation.registry`` finds by itself."""

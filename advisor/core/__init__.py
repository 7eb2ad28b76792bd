"""The decision itself: criteria, values, weights, screening, aggregation. Knows neither Qt nor countries."""

"""A study as a spreadsheet: one module a sheet, the ranking recomputed by live formulas from the weights."""

"""One module a file format; ``advisor.export.registry`` finds them."""

"""Location Advisor: where to have outsourced work delivered, seen from a home country."""

__version__ = "0.1.0"

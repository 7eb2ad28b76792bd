"""Location Advisor: where to have outsourced work delivered, seen from a home country."""

import os

from advisor.processor import spare_slow_instructions

# Before NumPy is first imported: the matrix products here are small, so a second BLAS thread waits longer
# than it works, and the window needs the other core. 10,000 draws take 25 ms with one thread, 40 to 190 ms
# with two while both cores are busy.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
spare_slow_instructions(os.environ)

__version__ = "0.1.0"

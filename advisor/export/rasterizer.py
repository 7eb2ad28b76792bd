"""SVG drawings as PNG pictures, without holding up a window that is used meanwhile.

The library that draws keeps the interpreter to itself until a picture is finished, a quarter of a second for
a map. On the main thread somebody waits for the picture anyway; in any other thread it is drawn in a process
of its own, so that the main thread goes on.
"""

from __future__ import annotations

import subprocess
import sys
import threading

_LONGEST_S = 60
_PROGRAM = """
import sys
from resvg_py import svg_to_bytes
drawing = sys.stdin.buffer.read().decode("utf-8")
sys.stdout.buffer.write(bytes(svg_to_bytes(svg_string=drawing, zoom=float(sys.argv[1]))))
"""


def rasterized(svg: str, zoom: float) -> bytes:
    """A drawing as PNG, the same wherever it is drawn.

    Args:
        svg: the drawing.
        zoom: pixels for one of its units.
    """
    if threading.current_thread() is not threading.main_thread():
        drawn = _drawn_elsewhere(svg, zoom)
        if drawn:
            return drawn
    # It takes a while to load and is needed only here.
    from resvg_py import svg_to_bytes

    return bytes(svg_to_bytes(svg_string=svg, zoom=zoom))


def _drawn_elsewhere(svg: str, zoom: float) -> bytes:
    """Drawn by a process of its own; empty where none can be started or it did not succeed."""
    no_console = getattr(subprocess, "CREATE_NO_WINDOW", 0)  # of Windows
    try:
        done = subprocess.run(
            # -P: nothing is imported from the folder in which the program happens to run.
            [sys.executable, "-P", "-c", _PROGRAM, str(zoom)],
            input=svg.encode("utf-8"),
            capture_output=True,
            timeout=_LONGEST_S,
            creationflags=no_console,
            check=True,
        )
    except (OSError, subprocess.SubprocessError):
        return b""
    return done.stdout

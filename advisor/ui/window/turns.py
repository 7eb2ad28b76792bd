"""How long a thread that computes keeps the interpreter from the one that answers the user."""

from __future__ import annotations

import sys

# A tenth of Python's own choice. Almost every call of Qt lets go of the interpreter, and has to wait for it
# afterwards where a worker computes: drawing the window after a step took 0.25 s beside one, now 0.11 s.
_TURN_S = 0.0005


def take_short_turns() -> None:
    """Let threads hand the interpreter to one another soon; for all of the program's life."""
    sys.setswitchinterval(_TURN_S)

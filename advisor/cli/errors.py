"""Bad input on the command line: one clear line, exit code 2."""

from __future__ import annotations


class CommandError(Exception):
    """Something that the person typing can mend; the message names the cause and the cure."""

"""Bad input on the command line: one clear line, exit code 2."""

from __future__ import annotations

import sys

from advisor.words.plain_text import one_line


class CommandError(Exception):
    """Something that the person typing can mend; the message names the cause and the cure.

    Several messages are told on a line each: the faults of a file that is read for somebody.
    """

    def __init__(self, *messages: str) -> None:
        super().__init__("\n".join(messages))
        self.messages = messages


def tell(message: object) -> None:
    """Say something on standard error, on one line."""
    print(one_line(f"location-advisor: {message}"), file=sys.stderr)

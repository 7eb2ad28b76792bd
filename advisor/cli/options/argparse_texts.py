"""What Python's own reader of options says, through the one translation function."""

from __future__ import annotations

import argparse

from advisor.words.translation import mark, t, tn

TEXTS = (
    mark("usage: "),
    mark("positional arguments"),
    mark("options"),
    mark("show this help message and exit"),
    mark("show program's version number and exit"),
    mark("argument %(argument_name)s: %(message)s"),
    mark("unrecognized arguments: %s"),
    mark("not allowed with argument %s"),
    mark("ignored explicit argument %r"),
    mark("the following arguments are required: %s"),
    mark("one of the arguments %s is required"),
    mark("expected one argument"),
    mark("expected at most one argument"),
    mark("expected at least one argument"),
    mark("ambiguous option: %(option)s could match %(matches)s"),
    mark("unexpected option string: %s"),
    mark("invalid %(type)s value: %(value)r"),
    mark("invalid choice: %(value)r (choose from %(choices)s)"),
)


def translate_argparse() -> None:
    """Let it ask the catalogue of the language in force; what is not in it stays English."""
    argparse._ = t  # type: ignore[attr-defined]
    argparse.ngettext = _counted  # type: ignore[attr-defined]


def _counted(one: str, many: str, count: int) -> str:
    if one == "expected %s argument":
        return tn("expected %s argument", "expected %s arguments", count)
    return one if count == 1 else many

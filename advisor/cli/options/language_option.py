"""``--lang``: the language of everything that people read; keys of JSON and ids stay as they are."""

from __future__ import annotations

import argparse
import os
from collections.abc import Sequence

from advisor.cli.errors import CommandError
from advisor.words.locale import chosen_locale, set_locale
from advisor.words.translation import ENGLISH, languages, t

OPTION, VARIABLE = "--lang", "LOCATION_ADVISOR_LANG"


def add_language_option(parser: argparse.ArgumentParser) -> None:
    """List the option in the help; ``without_language`` has taken it by then."""
    parser.add_argument(
        OPTION,
        metavar="CODE",
        help=t(
            "language of texts, numbers and dates: {codes} (default: {variable}, else en)",
            codes=", ".join(languages()),
            variable=VARIABLE,
        ),
    )


def without_language(arguments: Sequence[str]) -> tuple[list[str], str]:
    """The arguments without the option, wherever it stood, and the language that is wished for.

    What a machine is set to does not count, so that a script gives the same texts everywhere.

    Raises:
        CommandError: there is no such language.
    """
    rest: list[str] = []
    given: str | None = None
    waiting = iter(arguments)
    for argument in waiting:
        name, equals, value = argument.partition("=")
        if argument == "--":
            rest += [argument, *waiting]
        elif name != OPTION:
            rest.append(argument)
        else:
            given = value if equals else next(waiting, "")
    wish = os.environ.get(VARIABLE, "") if given is None else given
    if (wish or given is not None) and _unknown(wish):
        message = t("There is no language '{code}': use {known}.", code=wish, known=", ".join(languages()))
        raise CommandError(message)
    return rest, wish


def put_in_force(wish: str) -> None:
    """Say everything in a language from now on; without a wish nothing changes."""
    if wish:
        set_locale(chosen_locale(wish))


def _unknown(wish: str) -> bool:
    return chosen_locale(wish) == ENGLISH and wish.partition("_")[0].partition("-")[0].lower() != ENGLISH

"""The entry point: ``location-advisor [command]``; without a command it opens the window."""

from __future__ import annotations

import argparse
import atexit
import gc
import importlib
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from io import TextIOWrapper
from pathlib import Path
from typing import NoReturn

from advisor import __version__
from advisor.cli.errors import CommandError, tell
from advisor.cli.options.argparse_texts import translate_argparse
from advisor.cli.options.language_option import add_language_option, put_in_force, without_language
from advisor.cli.printing import give_up_output
from advisor.paths import is_there
from advisor.words.formatting import capital
from advisor.words.translation import mark, marked, t

EXAMPLES = mark("""examples:
  location-advisor                                       open the window
  location-advisor my.advisor                            open a study in the window
  location-advisor rank --home GBR --function customer-support --top 10
  location-advisor overlap London Bengaluru --year 2027
  location-advisor profile GBR POL
  location-advisor COMMAND --help                        more, with examples
""")


@dataclass(frozen=True, slots=True)
class _Command:
    """A subcommand: the module is imported only when it is asked for, so that start-up stays short."""

    help: str
    module: str
    configure: str = "configure"
    run: str = "run"


COMMANDS = {
    "rank": _Command(mark("rank locations for a scenario"), "advisor.cli.ranking.rank"),
    "explain": _Command(mark("why one location is above another"), "advisor.cli.ranking.explain"),
    "weights": _Command(
        mark("weights from a ranking or from pairwise comparisons"), "advisor.cli.weights.weights"
    ),
    "group": _Command(mark("what the people of a study come to together"), "advisor.cli.people.group"),
    "ballot": _Command(mark("a ballot for the people of a study"), "advisor.cli.people.ballot"),
    "overlap": _Command(mark("hours that two places share"), "advisor.cli.clock.overlap"),
    "cost": _Command(mark("total cost of an engagement"), "advisor.cli.cost.cost"),
    "quote": _Command(mark("judge a provider's quote"), "advisor.cli.cost.quote"),
    "profile": _Command(mark("everything known about a home and a site"), "advisor.cli.home.profile"),
    "pack": _Command(mark("check a data pack, or begin one"), "advisor.cli.data.pack"),
    "import": _Command(mark("take a table or sites of your own into a study"), "advisor.cli.data.importing"),
    "headless": _Command(mark("write ranked list and map without a window"), "advisor.cli.ranking.headless"),
    "export": _Command(mark("write a study in another format"), "advisor.cli.data.export"),
    "report": _Command(mark("write the report of a study"), "advisor.cli.data.report"),
    "scenarios": _Command(mark("list the scenarios of a study"), "advisor.cli.scenarios.listing"),
    "compare-scenarios": _Command(
        mark("what sets two scenarios apart, and why"), "advisor.cli.scenarios.comparing"
    ),
    "functions": _Command(mark("list business functions"), "advisor.cli.data.listing", run="run_functions"),
    "criteria": _Command(mark("list criteria"), "advisor.cli.data.listing", run="run_criteria"),
    "locations": _Command(mark("list locations"), "advisor.cli.data.listing", run="run_locations"),
}

_MANY_VALUES = 70_000  # new values between two searches for cycles; Python's own choice is 700

# An optional STUDY may stand anywhere among their options.
_INTERMIXED = ("rank", "explain", "headless", "export", "report", "group", "ballot")


class _Parser(argparse.ArgumentParser):
    """One line on standard error in place of usage and message."""

    def error(self, message: str) -> NoReturn:
        """Say what is wrong and where help is.

        Raises:
            CommandError: always.
        """
        raise CommandError(t("{sentence}. See '{prog} --help'.", sentence=capital(message), prog=self.prog))


def _parser(name: str | None) -> _Parser:
    if name is None:
        listed = [f"  {key:<17} {marked(command.help)}" for key, command in COMMANDS.items()]
        parser = _Parser(
            prog="location-advisor",
            description=t("Where to have outsourced work delivered, seen from your home country."),
            epilog="\n".join([marked(EXAMPLES), t("commands:"), *listed, ""]),
            formatter_class=argparse.RawDescriptionHelpFormatter,
            allow_abbrev=False,
        )
        parser.add_argument("study", nargs="?", type=Path, metavar="COMMAND | STUDY")
        parser.add_argument(
            "--pack", type=Path, metavar="DIR", help=t("data pack folder (default: built in)")
        )
        add_language_option(parser)
        parser.add_argument("--version", action="version", version=f"location-advisor {__version__}")
        return parser
    command = COMMANDS[name]
    module = importlib.import_module(command.module)
    parser = _Parser(
        prog=f"location-advisor {name}",
        description=t("{sentence}.", sentence=capital(marked(command.help))),
        epilog=marked(getattr(module, "EXAMPLES", "")),
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    getattr(module, command.configure)(parser)
    add_language_option(parser)
    return parser


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command; returns the exit code (0 good, 2 bad input)."""
    for stream in (sys.stdout, sys.stderr):  # a terminal that lacks a letter gets a substitute
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    try:
        given, lang = without_language(sys.argv[1:] if arguments is None else arguments)
        put_in_force(lang)
        translate_argparse()
        name = given[0] if given and given[0] in COMMANDS else None
        if name is None:
            return _open_window(_parser(None).parse_args(given), lang)
        with _few_collections():
            parser = _parser(name)
            options = (
                parser.parse_intermixed_args(given[1:])
                if name in _INTERMIXED
                else parser.parse_args(given[1:])
            )
            run = getattr(importlib.import_module(COMMANDS[name].module), COMMANDS[name].run)
            return int(run(options))
    except CommandError as error:
        for message in error.messages:
            tell(message)
        return 2
    except BrokenPipeError:  # the reader of a pipe has had enough (head, less)
        give_up_output()
        return 0
    except KeyboardInterrupt:
        return 130


@contextmanager
def _few_collections() -> Iterator[None]:
    """Search for cycles a hundred times more seldom while a command runs, and not at all at the end.

    A command makes some hundred thousand values that live until it ends; searching them again and again for
    what could go takes a fifth of its time and finds nothing.
    """
    before = gc.get_threshold()
    gc.set_threshold(_MANY_VALUES, *before[1:])
    atexit.unregister(gc.freeze)
    atexit.register(gc.freeze)
    try:
        yield
    finally:
        gc.set_threshold(*before)


def _open_window(options: argparse.Namespace, lang: str) -> int:
    if options.study is not None and not is_there(options.study):
        known = ", ".join(COMMANDS)
        raise CommandError(
            t("There is no command or file '{study}'. Commands: {known}.", study=options.study, known=known)
        )
    from advisor.paths import DEFAULT_PACK
    from advisor.ui.window.application import run_window

    return run_window(options.study, options.pack or DEFAULT_PACK, lang=lang)

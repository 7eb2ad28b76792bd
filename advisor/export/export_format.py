"""A file format to hand out a study in, declared once for menus, dialogs and the command line."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from advisor.export.subject import Subject

# Ending to add to the name of the file (empty for the file itself) to the content.
Files = Mapping[str, bytes]


@dataclass(frozen=True, slots=True)
class ExportFormat:
    """A file format of exports.

    Attributes:
        suffix: of the file, such as ``.csv``; it chooses the format.
        title: what the menu says.
        help: a sentence about what is in it.
        files: makes the content. The file itself has the key ``""``, a companion beside it the ending of its
            name, such as ``.meta.json``.
        place: order in menus.
        wants_certainty: whether it says how sure the ranking is, so that this must be counted first.
        is_report: whether it is a kind of report.
        page: makes a web page that somebody with a browser must print first; the subject then holds the
            print. None for the formats that need none.
    """

    suffix: str
    title: str
    help: str
    files: Callable[[Subject], Files]
    place: int = 100
    wants_certainty: bool = False
    is_report: bool = False
    page: Callable[[Subject], str] | None = None

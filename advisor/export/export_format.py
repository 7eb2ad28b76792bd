"""A file format to hand out a study in, declared once for menus, dialogs and the command line."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from advisor.export.progress import Progress, unheard
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
        make: makes the content, telling how much of it is done. The file itself has the key ``""``, a
            companion beside it the ending of its name, such as ``.meta.json``.
        place: order in menus.
        wants_certainty: whether it says how sure the ranking is, so that this must be counted first.
        is_report: whether it is a kind of report.
        page: makes a web page that somebody with a browser must print first; the subject then holds the
            print. None for the formats that need none.
        variant: tells formats of one suffix apart; the one that the suffix alone stands for has none.
        has_text_mark: whether it is text that may begin with a byte-order mark.
    """

    suffix: str
    title: str
    help: str
    make: Callable[[Subject, Progress], Files]
    place: int = 100
    wants_certainty: bool = False
    is_report: bool = False
    page: Callable[[Subject, Progress], str] | None = None
    variant: str = ""
    has_text_mark: bool = False

    @property
    def id(self) -> str:
        """Its name among all formats, such as ``.csv`` or ``.csv-machine``."""
        return f"{self.suffix}-{self.variant}" if self.variant else self.suffix

    def files(self, subject: Subject, progress: Progress = unheard) -> Files:
        """The content of all files, see ``make``.

        Args:
            subject: what is exported.
            progress: told the part that is done, 0..1; what it raises ends the export.
        """
        return self.make(subject, progress)

"""What Word files and slides share: the study inside, what the file says of itself, its day."""

from __future__ import annotations

import io
from abc import abstractmethod
from copy import deepcopy
from typing import Any

from advisor.export.progress import Progress
from advisor.export.report.block_writer import BlockWriter
from advisor.export.report.blocks import Report
from advisor.export.report.dated_archive import dated, describe
from advisor.export.subject import Subject
from advisor.scenario.study.inside_office import PART, office_study

_CUSTOM = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/customXml"


class OfficeWriter(BlockWriter[None]):
    """Writes a report into a document of a library; the file opens again as the study.

    Args:
        report: its content.
        subject: what is reported.
        document: of the library, empty; both libraries name its parts alike.
        part: the library's class of parts of a file.
        uri: the library's class of their names.
    """

    def __init__(self, report: Report, subject: Subject, document: Any, part: Any, uri: Any) -> None:
        super().__init__()
        self.report, self.subject, self.document = report, subject, document
        self._part_class, self._name_class = part, uri

    def content(self, progress: Progress) -> bytes:
        """The file, the same bytes for the same study on the same day.

        Args:
            progress: told the part that is done; what it raises ends the work.
        """
        self.write_chapters(progress)
        describe(self.document.core_properties, self.report.title, self.subject.today)
        main = self.document.part
        study = self._part_class(
            self._name_class(PART),
            "application/xml",
            package=main.package,
            blob=office_study(self.subject.study),
        )
        main.relate_to(study, _CUSTOM)
        out = io.BytesIO()
        self.document.save(out)
        return dated(out.getvalue(), self.subject.today)

    @abstractmethod
    def write_chapters(self, progress: Progress) -> None:
        """Write everything that people read, telling how far it is."""


def copied_over(first: Any, target: Any) -> Any:
    """A copy of an element, put in place of another one: a tenth of the work of making it anew."""
    made = deepcopy(first)
    target.getparent().replace(target, made)
    return made

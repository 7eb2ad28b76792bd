"""How every kind of report is made: its content first, then the file, telling how far both are."""

from __future__ import annotations

from collections.abc import Callable

from advisor.export.progress import Progress, part_of
from advisor.export.report.blocks import Report
from advisor.export.report.report import make_report
from advisor.export.subject import Subject

Writer = Callable[[Report, Subject, Progress], bytes]


def report_file(write: Writer, subject: Subject, progress: Progress) -> bytes:
    """A report in one kind of file.

    Args:
        write: writes the content.
        subject: what is reported.
        progress: told the part that is done, 0..1; what it raises ends the work.
    """
    report = make_report(subject, part_of(progress, 0.0, 0.5))
    return write(report, subject, part_of(progress, 0.5, 1.0))

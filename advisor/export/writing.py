"""Exports to disk: the file and its companions together, or none of them."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from advisor.core.evaluation import Status
from advisor.core.robustness import robustness
from advisor.core.sampling import DRAWS_AT_REST
from advisor.export.export_format import ExportFormat, Files
from advisor.export.progress import Progress, unheard
from advisor.export.subject import Subject
from advisor.scenario.cost.cost_model import CostModel
from advisor.scenario.ranking.assessment import Assessment
from advisor.scenario.study.study import Study
from advisor.whole_file import is_stream, write_together

_MANY = 1_000  # ranked locations, from which on fewer weightings have to do
DRAWS_OF_MANY = 2_000


def subject_for(
    how: ExportFormat,
    study: Study,
    assessment: Assessment,
    cost_model: CostModel | None,
    today: date,
    progress: Progress = unheard,
) -> Subject:
    """What a format exports: how sure the ranking is is counted where the format says it.

    Args:
        how: the format.
        study: the document.
        assessment: the ranking of its active scenario.
        cost_model: total costs, None where the pack knows none.
        today: the date that the export carries.
        progress: told the part that is done; what it raises ends the work.
    """
    certain = how.wants_certainty
    return make_subject(study, assessment, cost_model, today, progress, wants_certainty=certain)


def make_subject(
    study: Study,
    assessment: Assessment,
    cost_model: CostModel | None,
    today: date,
    progress: Progress = unheard,
    *,
    wants_certainty: bool,
) -> Subject:
    """The same for what is no format of the registry, such as a chart.

    Args:
        study: the document.
        assessment: the ranking of its active scenario.
        cost_model: total costs, None where the pack knows none.
        today: the date that the export carries.
        progress: told the part that is done; what it raises ends the work.
        wants_certainty: whether how sure the ranking is has to be counted.
    """
    certainty = None
    if wants_certainty:

        def go_on(part: float) -> bool:
            progress(part)
            return True

        draws = export_draws(int((assessment.evaluation.status == Status.RANKED).sum()))
        spread = assessment.scenario.weight_spread
        certainty = robustness(assessment.evaluation, draws, spread=spread, keep_going=go_on)
    return Subject(study.made_with(assessment.pack), assessment, cost_model, certainty, today)


def export_draws(ranked: int) -> int:
    """How many weightings are drawn for an export: fewer where many locations are ranked in each."""
    return DRAWS_AT_REST if ranked <= _MANY else DRAWS_OF_MANY


def export_to(
    path: Path, how: ExportFormat, subject: Subject, progress: Progress = unheard
) -> tuple[Path, ...]:
    """Write an export.

    Returns:
        The files that were written, the one that was asked for first.

    Raises:
        OSError: they cannot be written; earlier files are as they were.
    """
    return write_beside(path, how.files(subject, progress))


def write_beside(path: Path, files: Files) -> tuple[Path, ...]:
    """Write a file and its companions, whose names end as the keys say.

    A pipe or device, such as ``/dev/stdout``, has no place beside it: it gets the file alone.

    Returns:
        The files that were written.

    Raises:
        OSError: they cannot be written; earlier files are as they were.
    """
    alone = is_stream(path)
    named = {
        path.with_name(path.name + ending): content
        for ending, content in files.items()
        if not (ending and alone)
    }
    write_together(named)
    return tuple(named)

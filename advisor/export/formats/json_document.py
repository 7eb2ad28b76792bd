"""The ranking as JSON, the same document as ``rank --format json``."""

from __future__ import annotations

import json

from advisor.export.export_format import ExportFormat, Files
from advisor.export.metadata import used_sources
from advisor.export.progress import Progress
from advisor.export.ranking_json import ranking_document
from advisor.export.subject import Subject
from advisor.scenario.study.files import study_values
from advisor.scenario.study.inside_json import STUDY_KEY
from advisor.words.translation import t


def export_format() -> ExportFormat:
    """JSON for scripts."""
    return ExportFormat(
        ".json",
        t("Ranking as &JSON…"),
        t("Ranking, weights, method and sources for a program of your own"),
        _files,
        place=20,
    )


def _files(subject: Subject, _progress: Progress) -> Files:
    document = ranking_document(subject.assessment, None, subject.certainty)
    document["sources"] = used_sources(subject.assessment)
    document |= {"date": subject.today.isoformat(), STUDY_KEY: study_values(subject.study)}
    return {"": (json.dumps(document, indent=2, ensure_ascii=False, allow_nan=False) + "\n").encode("utf-8")}

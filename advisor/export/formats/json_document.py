"""The ranking as JSON, the same document as ``rank --format json``."""

from __future__ import annotations

import json

from advisor.export.export_format import ExportFormat, Files
from advisor.export.metadata import used_sources
from advisor.export.ranking_json import ranking_document
from advisor.export.subject import Subject
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


def _files(subject: Subject) -> Files:
    document = ranking_document(subject.assessment, None, subject.certainty)
    document["sources"] = used_sources(subject.assessment)
    return {"": (json.dumps(document, indent=2, ensure_ascii=False, allow_nan=False) + "\n").encode("utf-8")}

"""A study inside a PDF, as an attached file that viewers show and keep."""

from __future__ import annotations

import io
from datetime import date
from pathlib import Path

from advisor.scenario.study.files import SUFFIX, study_from_text, study_text
from advisor.scenario.study.json_reading import StudyFileError, read_bounded
from advisor.scenario.study.study import Study
from advisor.words.translation import t

_NAME = f"study{SUFFIX}"
_MOST_UNPACKED = 64 * 1024 * 1024


def pdf_with_study(pdf: bytes, study: Study, title: str, day: date) -> bytes:
    """A printed page with the study attached, its title and its date.

    Args:
        pdf: as it was printed.
        study: what is attached.
        title: of the document.
        day: that it carries in place of the moment of printing.
    """
    from pypdf import PdfWriter

    writer = PdfWriter(clone_from=io.BytesIO(pdf))
    writer.add_attachment(_NAME, study_text(study).encode("utf-8"))
    moment = f"D:{day:%Y%m%d}000000Z"
    writer.add_metadata(
        {"/Title": title, "/Creator": "Location Advisor", "/CreationDate": moment, "/ModDate": moment}
    )
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def read_pdf_study(path: Path) -> Study:
    """The study attached to an exported PDF.

    Raises:
        StudyFileError: the file cannot be read or holds no study.
    """
    from pypdf import PdfReader

    content = read_bounded(path)
    try:
        found = PdfReader(io.BytesIO(content)).attachments.get(_NAME, [])
        texts = [bytes(each).decode("utf-8") for each in found if len(each) <= _MOST_UNPACKED]
    except Exception as error:  # a broken file raises whatever its parts raise
        raise StudyFileError(t("{file} is no PDF that can be read.", file=path.name)) from error
    if not texts:
        raise StudyFileError(
            t(
                "{file} holds no study: Location Advisor did not export it, or the study is gone.",
                file=path.name,
            )
        )
    return study_from_text(texts[0], path.name)

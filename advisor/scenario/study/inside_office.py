"""A study inside a Word or PowerPoint file, as a custom XML part, which both keep when they save."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path
from xml.etree import ElementTree

from advisor.scenario.study.files import study_from_text, study_text
from advisor.scenario.study.json_reading import StudyFileError, read_bounded
from advisor.scenario.study.study import Study
from advisor.words.translation import t

PART = "/customXml/locationAdvisorStudy.xml"
_NAMESPACE = "urn:location-advisor:study"  # a name, not an address
_TAG = f"{{{_NAMESPACE}}}study"
_FOLDER = "customXml/"
_MOST_UNPACKED = 64 * 1024 * 1024


def office_study(study: Study) -> bytes:
    """The content of the part."""
    ElementTree.register_namespace("", _NAMESPACE)
    element = ElementTree.Element(_TAG)
    element.text = study_text(study)
    content: bytes = ElementTree.tostring(element, encoding="utf-8", xml_declaration=True)
    return content


def read_office_study(path: Path) -> Study:
    """The study inside an exported document.

    Raises:
        StudyFileError: the file cannot be read or holds no study.
    """
    content = read_bounded(path)
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            texts = [
                archive.read(entry)
                for entry in archive.infolist()
                if entry.filename.startswith(_FOLDER)
                and entry.filename.endswith(".xml")
                and entry.file_size <= _MOST_UNPACKED
            ]
    except Exception as error:  # a broken archive raises whatever its parts raise
        raise StudyFileError(t("{file} is no document that can be read.", file=path.name)) from error
    for text in texts:
        if (found := _study_text(text)) is not None:
            return study_from_text(found, path.name)
    raise StudyFileError(
        t("{file} holds no study: Location Advisor did not export it, or the study is gone.", file=path.name)
    )


def _study_text(part: bytes) -> str | None:
    """The text of a part that holds a study; one that declares entities is none of ours."""
    if b"<!DOCTYPE" in part or b"<!ENTITY" in part:
        return None
    try:
        element = ElementTree.fromstring(part)
    except ElementTree.ParseError:
        return None
    return element.text or "" if element.tag == _TAG else None

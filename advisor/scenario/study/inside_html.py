"""A study inside an HTML page, as data that no browser runs."""

from __future__ import annotations

import json
from html.parser import HTMLParser
from pathlib import Path

from advisor.scenario.study.files import study_from_text, study_text
from advisor.scenario.study.json_reading import StudyFileError, read_bounded
from advisor.scenario.study.study import Study
from advisor.words.translation import t

_ID = "location-advisor-study"


def html_study(study: Study) -> str:
    """The element that holds a study; nothing in it can end it or begin another."""
    text = json.dumps(json.loads(study_text(study)), ensure_ascii=True).replace("<", "\\u003c")
    return f'<script type="application/json" id="{_ID}">{text}</script>'


def read_html_study(path: Path) -> Study:
    """The study inside an exported page.

    Raises:
        StudyFileError: the file cannot be read or holds no study.
    """
    finder = _Finder()
    finder.feed(read_bounded(path).decode("utf-8", "replace"))
    if not finder.found:
        raise StudyFileError(
            t(
                "{file} holds no study: Location Advisor did not export it, or the study is gone.",
                file=path.name,
            )
        )
    return study_from_text("".join(finder.found), path.name)


class _Finder(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self._is_inside = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._is_inside = tag == "script" and dict(attrs).get("id") == _ID and not self.found

    def handle_endtag(self, tag: str) -> None:
        if tag == "script":
            self._is_inside = False

    def handle_data(self, data: str) -> None:
        if self._is_inside:
            self.found.append(data)

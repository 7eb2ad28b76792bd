"""Opening files from the window: read in the background, with what is going on in the message bar."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from advisor.app.document.document import Document
from advisor.app.document.opened import Opened
from advisor.app.document.settings import Settings
from advisor.app.workers.file_reader import Figures, FileReader, is_study_file
from advisor.scenario.people.vote_tables import VoteTable
from advisor.scenario.study.checks import pack_change
from advisor.scenario.study.json_reading import StudyFileError
from advisor.scenario.study.problems import ScenarioError
from advisor.ui.window.messages import MessageBar
from advisor.ui.window.window_texts import HOLDS_STUDY
from advisor.words.translation import marked, t

_Then = Callable[[], object]


class Openings(QObject):
    """Opens one file at a time, the latest; the open study stays until the other has been read.

    Args:
        document: what another study is put in.
        messages: where to say how it goes.
        settings: remember what was opened.
        unless_unsaved: does something that gives up the open study, asking first where work could be lost.
        parent: Qt parent.

    Signals:
        figures_found: path of a table of figures, or of a file of sites, that was dropped.
        votes_found: the ``VoteTable`` that files hold.
    """

    figures_found = Signal(object)
    votes_found = Signal(object)

    def __init__(
        self,
        document: Document,
        messages: MessageBar,
        settings: Settings,
        unless_unsaved: Callable[[_Then], None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._document, self._messages, self._settings = document, messages, settings
        self._unless_unsaved = unless_unsaved
        self._path, self._is_dropped = Path(), False
        self._text = ""
        self.reader = FileReader(self)
        self.reader.found.connect(self._on_found)
        self.reader.failed.connect(self._on_failed)
        self.reader.slow_changed.connect(self._on_slow)
        self.reader.progressed.connect(lambda part: self._messages.set_progress(self._text, part))

    @property
    def is_busy(self) -> bool:
        """Whether a file is being read."""
        return self.reader.is_busy

    def open(self, path: Path) -> None:
        """Open a study file, or the study inside an export; if it is broken, one message says why."""
        self._begin(path, is_dropped=False)
        self.reader.open(path, self._document.assessor)

    def look_at(self, paths: Sequence[Path]) -> None:
        """Take what was dropped: a study is opened, one inside an export is offered, tables are taken in."""
        self._begin(paths[0], is_dropped=True)
        self.reader.look_at(paths, self._document.assessor, self._document.study)

    def take_votes(self, paths: Sequence[Path]) -> None:
        """Read tables of votes or ballots that somebody has chosen."""
        self._begin(paths[0], is_dropped=False)
        self.reader.read_votes(paths, self._document.assessor, self._document.study)

    def open_now(self, path: Path) -> bool:
        """Open a study before anybody works in the window; whether it could be done."""
        try:
            self._document.open(path)
        except (StudyFileError, ScenarioError) as error:
            self.say_failed(path, error)
            return False
        self._on_open(path)
        return True

    def shutdown(self) -> None:
        """The window closes."""
        self.reader.shutdown()

    def say_failed(self, path: Path, error: Exception) -> None:
        """Say what is wrong with a file."""
        text = str(error)
        if path.name not in text:
            text = t("{file}: {message}", file=path.name, message=text)
        self._messages.problem(text)

    def _begin(self, path: Path, *, is_dropped: bool) -> None:
        self._path, self._is_dropped = path, is_dropped
        self._text = t("Reading {file}…", file=path.name)

    def _on_found(self, found: Opened | VoteTable | Figures) -> None:
        if isinstance(found, VoteTable):
            self.votes_found.emit(found)
        elif isinstance(found, Figures):
            self.figures_found.emit(found.path)
        elif self._is_dropped and not is_study_file(found.file):
            said = marked(HOLDS_STUDY, file=found.file.name, name=found.study.scenario.name)
            self._messages.note(said, t("Open it"), lambda: self._replace(found))
        else:
            self._replace(found)

    def _replace(self, opened: Opened) -> None:
        """Put a study in the place of the open one, after asking about unsaved changes."""

        def put() -> None:
            try:
                self._document.take_over(opened)
            except ScenarioError as error:
                self.say_failed(opened.file, error)
                return
            self._on_open(opened.file)

        self._unless_unsaved(put)

    def _on_open(self, path: Path) -> None:
        self._messages.clear()
        self._settings.add_recent_file(path)
        if change := pack_change(self._document.base_pack, self._document.study):
            self._messages.note(t("{file}: {message}", file=path.name, message=change))

    def _on_failed(self, error: Exception) -> None:
        self.say_failed(self._path, error)

    def _on_slow(self, is_slow: bool) -> None:
        if is_slow:
            self._messages.work(self._text, t("Cancel"), self.reader.cancel)
        else:
            self._messages.end_work(self._text)

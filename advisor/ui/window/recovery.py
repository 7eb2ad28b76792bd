"""Offers what was kept of studies whose window is gone, one after the other, until the user decides."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QObject

from advisor.app.document.document import Document
from advisor.app.document.journal import Journal, Unsaved, abandoned_journals, journal_folder
from advisor.app.workers.autosave import Autosave
from advisor.scenario.study.json_reading import StudyFileError
from advisor.scenario.study.problems import ScenarioError
from advisor.ui.window.file_actions import FileActions
from advisor.ui.window.messages import MessageBar
from advisor.ui.window.window_texts import CHANGES_KEPT, CHANGES_NOT_KEPT, CHANGES_UNREADABLE
from advisor.words.dates import moment_text
from advisor.words.translation import marked, t


class Recovery(QObject):
    """Keeps the open study, and offers those that an earlier window has left."""

    def __init__(
        self, document: Document, files: FileActions, messages: MessageBar, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._document = document
        self._files = files
        self._messages = messages
        self._left: list[Journal] = []
        self._to_offer: Iterator[Journal] = iter(())
        self.autosave: Autosave | None = None
        folder = journal_folder()
        if folder is not None:
            self._left = abandoned_journals(folder)
            self._to_offer = iter(list(self._left))
            self.autosave = Autosave(document, folder, self)
            self.autosave.failed.connect(self._say_that_nothing_is_kept)
            self._offer_next()

    def shutdown(self) -> None:
        """The window closes; what was not decided upon is left for the next start."""
        if self.autosave is not None:
            self.autosave.shutdown()
        for journal in self._left:
            journal.release()

    def _offer_next(self) -> None:
        """The next one; what is closed without a decision waits for the next start."""
        journal = next(self._to_offer, None)
        if journal is None:
            return
        discard = (t("Discard it"), lambda: self._decided(journal))
        try:
            unsaved = journal.read()
        except StudyFileError as error:
            text = marked(CHANGES_UNREADABLE, cause=error)
            self._messages.offer(text, (discard,), self._offer_next)
            return
        text = marked(
            CHANGES_KEPT,
            study=unsaved.study.active,
            moment=moment_text(unsaved.kept),
        )
        recover = (t("Recover"), lambda: self._files.unless_unsaved(lambda: self._recover(journal, unsaved)))
        self._messages.offer(text, (recover, discard), self._offer_next)

    def _recover(self, journal: Journal, unsaved: Unsaved) -> None:
        try:
            self._document.recover(unsaved)
        except ScenarioError as error:
            self._messages.problem(
                t("The changes to “{study}” stay kept: {cause}", study=unsaved.study.active, cause=error)
            )
            return
        try:
            if self.autosave is not None:
                self.autosave.keep_now()
        except OSError as error:
            self._say_that_nothing_is_kept(error.strerror or str(error))
            return  # the earlier journal is the only copy
        self._decided(journal)

    def _decided(self, journal: Journal) -> None:
        journal.forget()
        self._left.remove(journal)
        self._messages.withdraw()
        self._offer_next()

    def _say_that_nothing_is_kept(self, cause: str) -> None:
        self._messages.problem(
            marked(
                CHANGES_NOT_KEPT,
                cause=cause,
            )
        )

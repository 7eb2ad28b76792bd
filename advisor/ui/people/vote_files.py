"""Votes and ballots as files: taken in, handed out; nothing is taken where anything is wrong."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from advisor.app.document.document import Document
from advisor.app.document.printing import pdf_of
from advisor.export.ballots.html_ballot import html_ballot
from advisor.export.ballots.paper_ballot import paper_ballot
from advisor.scenario.people.people_edits import with_votes
from advisor.scenario.people.vote_tables import VOTE_SUFFIXES, VoteTable
from advisor.scenario.study.problems import ScenarioError
from advisor.whole_file import write_whole
from advisor.words.translation import t, tn

_MOST_SAID = 8  # problems in one message


class VoteFiles(QObject):
    """Works on one document.

    Signals:
        chosen: paths of the tables or ballots that are to be read.
        taken: votes were taken.
        noted: what was done, for a message.
        refused: what was wrong, why, and what to do.
    """

    chosen = Signal(object)
    taken = Signal()
    noted = Signal(str)
    refused = Signal(str)

    def __init__(self, document: Document, window: QWidget) -> None:
        super().__init__(window)
        self._document, self._window = document, window

    # In -------------------------------------------------------------------------------------------------

    def ask_votes(self) -> None:
        """Let the user choose tables or ballots."""
        kinds = t("Votes ({patterns})", patterns=" ".join(f"*{suffix}" for suffix in VOTE_SUFFIXES))
        dialog = QFileDialog(self._window.window(), t("Take in votes"), self._folder(), kinds)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.filesSelected.connect(lambda paths: self.chosen.emit([Path(path) for path in paths]))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def take(self, table: VoteTable) -> bool:
        """Take votes that were read as one step, or say everything that is wrong with them."""
        document = self._document
        if table.problems:
            lines = [str(problem) for problem in table.problems[:_MOST_SAID]]
            more = len(table.problems) - _MOST_SAID
            if more > 0:
                lines.append(tn("{count} more problem", "{count} more problems", more))
            self.refused.emit("\n".join([t("No vote was taken."), *lines]))
            return False
        before = len(document.study.stakeholders)
        try:
            document.edit_study(with_votes(document.study, table.votes), t("take in votes"))
        except ScenarioError as error:
            self.refused.emit(str(error))
            return False
        new = len(document.study.stakeholders) - before
        said = tn("{count} vote was taken, {new} of it from somebody new. It is hidden until you show it.",
                  "{count} votes were taken, {new} of them from people who are new. They are hidden until "
                  "you show them.", len(table.votes), new=new)  # fmt: skip
        self.taken.emit()
        self.noted.emit(" ".join([said, *table.remarks]))
        return True

    # Out ------------------------------------------------------------------------------------------------

    def ask_browser_ballot(self) -> None:
        """Ask where to put a ballot for a browser."""
        self._ask(t("Ballot for a browser"), "ballot.html", self.save_browser_ballot)

    def ask_paper_ballots(self) -> None:
        """Ask where to put ballots to print."""
        self._ask(t("Ballots to print"), "ballots.pdf", self.save_paper_ballots)

    def save_browser_ballot(self, path: Path) -> bool:
        """Write the ballot that saves votes by itself."""
        document = self._document
        said = t(
            "The ballot is in {path}. Hand it out; the small files that it saves come back by dropping them "
            "on this window.",
            path=path,
        )
        return self._write(path, html_ballot(document.pack, document.study).encode("utf-8"), said)

    def save_paper_ballots(self, path: Path) -> bool:
        """Write a page for each person, to be typed in afterwards."""
        document = self._document
        content = pdf_of(paper_ballot(document.pack, document.study), t("Ballots"))
        return self._write(path, content, t("The ballots are in {path}.", path=path))

    def _write(self, path: Path, content: bytes, said: str) -> bool:
        try:
            write_whole(path, content)
        except OSError as error:
            self.refused.emit(
                t(
                    "{file} could not be written: {cause}. Choose another folder.",
                    file=path,
                    cause=error.strerror,
                )
            )
            return False
        self.noted.emit(said)
        return True

    def _ask(self, title: str, name: str, chosen: Callable[[Path], object]) -> None:
        suffix = name.rpartition(".")[2]
        dialog = QFileDialog(self._window.window(), title, self._folder(), f"{suffix.upper()} (*.{suffix})")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setFileMode(QFileDialog.FileMode.AnyFile)
        dialog.setDefaultSuffix(suffix)
        dialog.selectFile(name)
        dialog.fileSelected.connect(lambda path: chosen(Path(path)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _folder(self) -> str:
        path = self._document.path
        return str(path.parent) if path is not None and path.parent.is_dir() else str(Path.home())

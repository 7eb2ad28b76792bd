"""New, open, save, export: everything that touches files, asking first where work could be lost."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from advisor.app.document.document import ChangedElsewhereError, Document
from advisor.app.document.settings import Settings
from advisor.export.export_format import ExportFormat
from advisor.export.writing import write_beside
from advisor.paths import home_folder
from advisor.scenario.study.defaults import default_study
from advisor.scenario.study.embedding import EXPORT_SUFFIXES
from advisor.scenario.study.files import OLD_SUFFIX, SUFFIX
from advisor.ui.window.exports import Exports
from advisor.ui.window.menu_text import plain_name
from advisor.ui.window.messages import MessageBar
from advisor.ui.window.openings import Openings
from advisor.ui.window.window_texts import (
    CHANGED_ELSEWHERE,
    EXPORTED,
    NOT_WRITTEN,
    UNSAVED_CHANGES,
)
from advisor.views.captions import Caption, chart_caption
from advisor.views.scene.scene import SceneMaker
from advisor.words.formatting import in_sentence
from advisor.words.translation import marked, t

_Then = Callable[[], object]
_PICTURES = "PNG (*.png);;SVG (*.svg);;PDF (*.pdf)"


class FileActions(QObject):
    """Works on one document; problems go to the message bar, questions are asked without blocking."""

    def __init__(self, document: Document, messages: MessageBar, settings: Settings, window: QWidget) -> None:
        super().__init__(window)
        self._document = document
        self._messages = messages
        self._settings = settings
        self._window = window
        self.exports = Exports(document, messages, self.ask_export, self)
        self.openings = Openings(document, messages, settings, self.unless_unsaved, self)

    # Studies -----------------------------------------------------------------------------------------

    def new(self) -> None:
        """Start over, after asking about unsaved changes."""
        self.unless_unsaved(lambda: self._document.new(default_study(self._document.pack)))

    def ask_open(self) -> None:
        """Let the user choose a study file; what is open is given up once the other has been read."""
        self._dialog(t("Open a study"), lambda path, _kind: self.openings.open(path), saving=False)

    def save(self, then: _Then | None = None) -> None:
        """Save to the document's file, or ask for one; a file of an earlier version stays as it is."""
        path = self._document.path
        if path is None or path.name.endswith(OLD_SUFFIX):
            self.save_as(then)
        elif self.save_to(path) and then is not None:
            then()

    def save_as(self, then: _Then | None = None) -> None:
        """Ask for a file and save to it."""

        def chosen(path: Path, _kind: str) -> None:
            if self.save_to(path) and then is not None:
                then()

        self._dialog(t("Save the study"), chosen, saving=True, name=self._file_name(SUFFIX))

    def save_to(self, path: Path, *, over_others: bool = False) -> bool:
        """Save to a file; an earlier file stays as it was where that fails.

        A file that another window or program has changed meanwhile is not written over unasked.
        """
        if not path.name.endswith(SUFFIX):
            path = path.with_name(path.name.removesuffix(OLD_SUFFIX).removesuffix(".json") + SUFFIX)

        def save_over() -> None:
            self.save_to(path, over_others=True)

        try:
            self._document.save(path, over_others=over_others)
        except ChangedElsewhereError:
            self._messages.problem(
                marked(
                    CHANGED_ELSEWHERE,
                    file=path.name,
                ),
                t("Save over it"),
                save_over,
            )
            return False
        except OSError as error:
            self._messages.problem(self._not_written(path, error), t("Save as…"), self.save_as)
            return False
        self._settings.add_recent_file(path)
        return True

    # Exports -----------------------------------------------------------------------------------------

    def ask_export(self, how: ExportFormat) -> None:
        """Ask where to, and export."""
        patterns = f"*{how.suffix}"
        plain = t("{kind} ({patterns})", kind=how.suffix[1:].upper(), patterns=patterns)
        for_excel = t("{kind}, UTF-8 marked for Excel ({patterns})", kind="CSV", patterns=patterns)
        self._dialog(
            plain_name(how.title),
            lambda path, kind: self.export(path, how, text_mark=kind == for_excel),
            saving=True,
            name=self._file_name(how.suffix),
            kinds=";;".join([plain, for_excel] if how.has_text_mark else [plain]),
        )

    def export(self, path: Path, how: ExportFormat, *, text_mark: bool = False) -> None:
        """Write the study as it is now in another format, in the background.

        Args:
            path: where to; the format's suffix is added where it lacks.
            how: the format.
            text_mark: whether text begins with a byte-order mark.
        """
        self.exports.export(path, how, text_mark=text_mark)

    def caption_of(self, name: str) -> Caption:
        """What stands around a picture of a chart: title, scenario, date and sources."""
        return chart_caption(name, self._document.assessment, date.today())

    def ask_export_chart(self, name: str, make: SceneMaker) -> None:
        """Ask where to, and write a chart with its caption, as the command line does.

        Args:
            name: of the chart.
            make: lays it out.
        """
        self._dialog(
            t("Save {chart} as a picture", chart=in_sentence(name)),
            lambda path, _kind: self.export_chart(path, name, make),
            saving=True,
            name=self._file_name(".png", name),
            kinds=_PICTURES,
        )

    def export_chart(self, path: Path, name: str, make: SceneMaker) -> None:
        """Write a chart as PNG, SVG or PDF by the suffix."""
        from advisor.export.pictures.chart_files import SUFFIXES, chart_png, chart_scene, chart_svg
        from advisor.ui.charts.chart_pdf import chart_pdf

        if path.suffix.lower() not in SUFFIXES:
            path = path.with_name(f"{path.name}.png")
        document, today, kind = self._document, date.today(), path.suffix.lower()
        caption = self.caption_of(name)
        try:
            if kind == ".pdf":
                content = chart_pdf(make, caption, document.study.made_with(document.pack), today)
            else:
                scene = chart_scene(make, caption)
                content = chart_png(scene) if kind == ".png" else chart_svg(scene)
            write_beside(path, {"": content})
        except OSError as error:
            again = partial(self.ask_export_chart, name, make)
            self._messages.problem(self._not_written(path, error), t("Save elsewhere…"), again)
            return
        self._messages.note(marked(EXPORTED, file=path))

    def ask_export_map(self, save: Callable[[Path], None]) -> None:
        """Ask where to, and export the map.

        Args:
            save: writes the picture, PNG, SVG or PDF by the suffix.
        """
        self._dialog(
            t("Export the map"),
            lambda path, _kind: save(path if path.suffix else path.with_suffix(".png")),
            saving=True,
            name=self._file_name(".png"),
            kinds=_PICTURES,
        )

    # Questions ---------------------------------------------------------------------------------------

    def unless_unsaved(self, then: _Then) -> None:
        """Do something that gives up the open scenario, asking first if it has unsaved changes."""
        if self._document.undo_stack.isClean():
            then()
            return
        question = QMessageBox(self._window)
        question.setObjectName("unsavedQuestion")
        question.setIcon(QMessageBox.Icon.NoIcon)
        question.setTextFormat(Qt.TextFormat.PlainText)
        question.setText(marked(UNSAVED_CHANGES, name=self._document.scenario.name))
        question.setInformativeText(t("Save them, or go on without them?"))
        buttons = QMessageBox.StandardButton
        question.setStandardButtons(buttons.Save | buttons.Discard | buttons.Cancel)
        question.setDefaultButton(buttons.Save)
        question.button(buttons.Discard).setText(t("Do not save"))

        def answered(result: int) -> None:
            question.deleteLater()
            if result == buttons.Save:
                self.save(then)
            elif result == buttons.Discard:
                then()

        question.finished.connect(answered)
        question.open()

    def _dialog(
        self,
        title: str,
        chosen: Callable[[Path, str], object],
        *,
        saving: bool,
        name: str = "",
        kinds: str = "",
    ) -> None:
        endings = (SUFFIX,) if saving else (SUFFIX, OLD_SUFFIX, *EXPORT_SUFFIXES)
        studies = t("Studies ({patterns})", patterns=" ".join(f"*{ending}" for ending in endings))
        dialog = QFileDialog(self._window, title, self._folder(), kinds or studies)
        if saving:
            dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
            dialog.setFileMode(QFileDialog.FileMode.AnyFile)
            dialog.setDefaultSuffix(name.rpartition(".")[2])
            dialog.selectFile(name)
        else:
            dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda path: chosen(Path(path), dialog.selectedNameFilter()))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _folder(self) -> str:
        recent = [self._document.path, *self._settings.recent_files]
        return next(
            (str(path.parent) for path in recent if path and path.parent.is_dir()), str(home_folder())
        )

    def _file_name(self, suffix: str, what: str = "") -> str:
        named = f"{self._document.scenario.name} {what}"
        kept = "".join(c if c.isalnum() or c in " -_" else " " for c in named)
        return ("-".join(kept.lower().split())[:100] or "study") + suffix

    def _not_written(self, path: Path, error: OSError) -> str:
        return marked(
            NOT_WRITTEN,
            file=path,
            reason=error.strerror or error,
        )

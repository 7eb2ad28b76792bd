"""Holds the window, and puts another in its place when another language is chosen.

Every text of a window is made when the part that shows it is made, and the pack is read in a language. So
another language is another window around the same study: nothing has to know how to say itself again, and
nothing can be forgotten. The study, its history, its file and what is selected and shown are carried over.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from advisor.app.document.settings import Settings
from advisor.datapack.kept_pack import open_pack
from advisor.datapack.problems import PackError
from advisor.scenario.ranking.assessment import Assessor
from advisor.ui.window.furnishing import furnished_window
from advisor.ui.window.language_setup import put_language_in_force
from advisor.ui.window.main_window import MainWindow
from advisor.words.translation import language


class WindowKeeper(QObject):
    """The one window of the program.

    Args:
        window: the first one, with its parts.
        settings: what is remembered.

    Attributes:
        window: the window in use.
    """

    def __init__(self, window: MainWindow, settings: Settings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self.window = self._kept(window)

    def change_language(self, code: str) -> None:
        """Go on in another language; a pack that cannot be read again is said, and nothing has changed.

        Args:
            code: ISO 639 code.
        """
        before = self.window
        spoken = language()
        if code == spoken:
            return
        QGuiApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        try:
            put_language_in_force(code)
            assessor = Assessor(open_pack(before.document.base_pack.folder))
        except PackError as error:
            put_language_in_force(spoken)
            before.messages.problem(str(error))
            return
        finally:
            QGuiApplication.restoreOverrideCursor()
        self._settings.language = code
        before.remember()
        before.recovery.shutdown()  # the next window keeps the study from here on
        document = before.document.carried_over(assessor)
        self.window = self._kept(furnished_window(document, self._settings))
        self._carry_over(before)
        document.file_changed.emit()  # what is not saved is kept anew

    def _kept(self, window: MainWindow) -> MainWindow:
        window.language_wanted.connect(self.change_language)
        return window

    def _carry_over(self, before: MainWindow) -> None:
        """Show the window in the place of the one before, with the same things in sight."""
        after = self.window
        after.selection.select(before.selection.selected)
        after.compared.choose(before.compared.other)
        if before.map_panel is not None and after.map_panel is not None:
            after.map_panel.show_layer(before.map_panel.layer)
        if before.drawer.current:
            after.drawer.show_tab(before.drawer.current)
        after.drawer.set_folded(before.drawer.is_folded)
        after.ranking.set_table_mode(before.ranking.table_mode)
        if not before.isHidden():
            after.setWindowState(before.windowState())
            after.show()
        if before.page:
            after.open_page(before.page)
        # Two windows are open for a moment, so that the program does not end with the first.
        stays = QApplication.quitOnLastWindowClosed()
        QApplication.setQuitOnLastWindowClosed(False)
        before.leave()
        before.deleteLater()
        QApplication.setQuitOnLastWindowClosed(stays)

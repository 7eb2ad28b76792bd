"""What each action of the window does: the wires between actions, menus and parts."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMenu

from advisor.scenario.edits.industry_offer import stricter_must_haves
from advisor.ui.home.conditions_page import ConditionsPage
from advisor.ui.weights.elicitation_page import ElicitationPage
from advisor.ui.window.info_pages import about_page, sources_page
from advisor.views.priorities.industry_effect import weight_sentence

if TYPE_CHECKING:
    from advisor.ui.window.main_window import MainWindow


class Wiring(QObject):
    """Connects the actions of a window once its parts are there.

    Attributes:
        menus: the menus by name: ``scenario``, ``edit``, ``view``, ``help``.
    """

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self.menus: dict[str, QMenu] = window.actions_.menus(window)
        self._connect_files()
        self._connect_pages()
        self._connect_look()
        self._connect_map()
        self._fill_header()
        window.header.industry_chosen.connect(self.offer_must_haves)

    def _connect_files(self) -> None:
        window, act = self._window, self._window.actions_
        act.new.triggered.connect(window.files.new)
        act.open.triggered.connect(window.files.ask_open)
        act.save.triggered.connect(lambda _checked: window.files.save())
        act.save_as.triggered.connect(lambda _checked: window.files.save_as())
        act.export_ranking.triggered.connect(window.files.ask_export_ranking)
        act.quit.triggered.connect(window.close)
        recent = act.recent_menu
        recent.aboutToShow.connect(lambda: self._fill_recent(recent))
        self.menus["scenario"].aboutToShow.connect(
            lambda: recent.setEnabled(bool(window.settings.recent_files))
        )

    def _fill_recent(self, menu: QMenu) -> None:
        menu.clear()
        for path in self._window.settings.recent_files:
            action = menu.addAction(path.name)
            action.setToolTip(str(path))
            action.triggered.connect(lambda _checked, path=path: self._open_recent(path))

    def _open_recent(self, path: Path) -> None:
        self._window.files.unless_unsaved(lambda: self._window.files.open(path))

    def _connect_pages(self) -> None:
        window, act = self._window, self._window.actions_
        document, page = window.document, window.side_page
        act.reset_weights.triggered.connect(window.priorities.reset_all)
        window.priorities.another_way_wanted.connect(act.another_way.trigger)
        act.another_way.triggered.connect(
            lambda: page.open_page(
                self.tr("Set weights another way"), ElicitationPage(document, window.selection)
            )
        )
        window.compare.copied.connect(window.messages.note)
        act.conditions.setEnabled(document.pack.places is not None)
        act.conditions.triggered.connect(
            lambda: page.open_page(self.tr("Working conditions"), ConditionsPage(document))
        )
        act.sources.triggered.connect(
            lambda: page.open_page(self.tr("Sources"), sources_page(document.assessment))
        )
        act.about.triggered.connect(lambda: page.open_page(self.tr("About"), about_page(document.pack)))

    def _connect_look(self) -> None:
        window, act = self._window, self._window.actions_
        act.dark.triggered.connect(window.choose_dark)
        act.present.triggered.connect(window.present)
        act.reduced_motion.setChecked(window.settings.reduced_motion)
        act.reduced_motion.triggered.connect(window.choose_reduced_motion)
        act.full_screen.triggered.connect(
            lambda full: window.showFullScreen() if full else window.showNormal()
        )
        act.fold_drawer.triggered.connect(window.drawer.set_folded)
        window.drawer.folded_changed.connect(act.fold_drawer.setChecked)

    def _connect_map(self) -> None:
        window, act, panel = self._window, self._window.actions_, self._window.map_panel
        act.export_map.setEnabled(panel is not None)
        act.reset_map.setEnabled(panel is not None)
        if panel is None:
            return
        act.reset_map.triggered.connect(panel.view.reset_view)
        act.export_map.triggered.connect(lambda: window.files.ask_export_map(panel.view.save_picture))
        panel.view.saving_failed.connect(window.messages.problem)
        panel.view.picture_saved.connect(
            lambda path: window.messages.note(self.tr("The map is in {}.").format(path))
        )

    def _fill_header(self) -> None:
        window, act, header = self._window, self._window.actions_, self._window.header
        menu = QMenu(window)
        for part in self.menus.values():
            menu.addMenu(part)
        header.set_menu(menu)
        act.menu.triggered.connect(header.menu_button.showMenu)
        if sys.platform == "darwin":
            for part in self.menus.values():
                window.menuBar().addMenu(part)
        header.add_action_button(act.undo, "undo")
        header.add_action_button(act.redo, "redo")
        header.add_action_button(act.present, "present", with_text=True)
        header.add_action_button(act.export, "export", with_text=True, menu=act.export_menu(window))

    def offer_must_haves(self) -> None:
        """Say which weights the industry raises, and offer its usual must-haves that are not set."""
        window, document = self._window, self._window.document
        must, reasons = stricter_must_haves(document.pack, document.scenario)
        raised = weight_sentence(document.pack, document.scenario)
        if not reasons and not raised:
            window.messages.clear()
            return
        industry = window.header.industry.currentText()

        def add() -> None:
            text = self.tr("add the must-haves of {}").format(industry.lower())
            document.edit(replace(document.scenario, must_haves=must), text)

        text = " ".join(part for part in (f"{industry}:", raised, *reasons) if part)
        window.messages.note(text, self.tr("Add as must-haves") if reasons else "", add)

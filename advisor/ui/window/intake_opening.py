"""Opening the assistant for a table or for sites of the user's own, from the menu or by a drop."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog

from advisor.paths import home_folder
from advisor.scenario.intake.sheet import TABLE_SUFFIXES, holds_own_export
from advisor.ui.widgets.help_topic import give_topic
from advisor.ui.window.context import WindowContext
from advisor.words.translation import t

if TYPE_CHECKING:
    from advisor.ui.intake.intake_page import IntakePage

IMPORT_MODULE = "advisor.ui.intake.intake_page"  # read ahead: it is a window's largest page


def ask_import(window: WindowContext) -> None:
    """Let the user choose a file, and open the assistant for it."""
    kinds = t("Tables and sites ({patterns})", patterns=" ".join(f"*{suffix}" for suffix in TABLE_SUFFIXES))
    path = window.document.path
    folder = path.parent if path is not None and path.parent.is_dir() else home_folder()
    dialog = QFileDialog(window.side_page.window(), t("Import a table or sites"), str(folder), kinds)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.fileSelected.connect(lambda chosen: open_import(window, Path(chosen)))
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()


def open_import(window: WindowContext, path: Path) -> IntakePage | None:
    """Open the assistant for a file; an export with its study inside is offered as such."""
    if path.suffix.lower() == ".xlsx" and holds_own_export(path):
        window.files.openings.look_at([path])
        return None
    from advisor.ui.intake.intake_page import PREFERRED_WIDTH, IntakePage

    page = IntakePage(window.document, path, window.side_page.room)

    def taken(said: str) -> None:
        window.side_page.close_page()
        window.messages.done(said, window.document.undo_stack)

    page.taken.connect(taken)
    page.given_up.connect(window.side_page.close_page)
    window.side_page.open_page(t("Import"), page, PREFERRED_WIDTH)
    give_topic(window.side_page, "import")
    return page

"""Opening a data pack of one's own: checked on a page first, then shown in a window of its own."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QProcess
from PySide6.QtWidgets import QFileDialog

from advisor.paths import home_folder
from advisor.ui.widgets.help_topic import give_topic
from advisor.ui.window.context import WindowContext
from advisor.words.translation import t

if TYPE_CHECKING:
    from advisor.ui.intake.pack_page import PackPage


def ask_pack(window: WindowContext) -> None:
    """Let the user choose the folder of a pack."""
    dialog = QFileDialog(window.side_page.window(), t("Open a data pack"), str(home_folder()))
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly, True)
    dialog.fileSelected.connect(lambda chosen: open_pack_page(window, Path(chosen)))
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()


def open_pack_page(window: WindowContext, folder: Path) -> PackPage:
    """Show what the check finds in a pack."""
    from advisor.ui.intake.pack_page import PREFERRED_WIDTH, PackPage

    page = PackPage(folder)
    page.opening_wanted.connect(lambda chosen: _open(window, chosen))
    window.side_page.open_page(t("Data pack"), page, PREFERRED_WIDTH)
    give_topic(window.side_page, "packs")
    return page


def _open(window: WindowContext, folder: Path) -> None:
    """Start the program once more: the study that is open stays as it is, with the data that it has."""
    program, *arguments = window_command(folder)
    started, _pid = QProcess.startDetached(program, arguments)
    window.side_page.close_page()
    if started:
        window.messages.note(t("{name} opens in a window of its own.", name=folder.name))
    else:
        window.messages.problem(
            t(
                "No other window could be started. Open it with 'location-advisor --pack {folder}'.",
                folder=folder,
            )
        )


def window_command(folder: Path) -> list[str]:
    """The command that opens a window on a pack: of the frozen program, or of this interpreter."""
    # -P: nothing is imported from the folder in which the program happens to run.
    is_frozen = getattr(sys, "frozen", False)
    program = [sys.executable] if is_frozen else [sys.executable, "-P", "-m", "advisor"]
    return [*program, "--pack", str(folder)]

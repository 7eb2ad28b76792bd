"""Starting the window: environment first, then Qt, then the pack, then the scenario."""

from __future__ import annotations

import sys
from pathlib import Path

from advisor.app.display import NO_DISPLAY, has_display
from advisor.datapack.loading import load_pack
from advisor.datapack.problems import PackError

BAD_INPUT = 2


def run_window(scenario_path: Path | None, pack_folder: Path) -> int:
    """Open the window and stay until it is closed.

    Args:
        scenario_path: a scenario file to open, None to start with the default.
        pack_folder: the data pack.

    Returns:
        Exit code: 0 when the window was closed, 2 where there is no display or the pack cannot be opened.
    """
    if not has_display():
        print(f"location-advisor: {NO_DISPLAY}", file=sys.stderr)
        return BAD_INPUT
    try:
        pack = load_pack(pack_folder)
    except PackError as error:
        print(f"location-advisor: {error}", file=sys.stderr)
        return BAD_INPUT

    from advisor.ui.qt_messages import log_qt_messages
    from advisor.ui.webengine_setup import prepare_webengine

    log_qt_messages()
    prepare_webengine()
    # Qt may be imported only after its environment is set.
    from PySide6.QtWidgets import QApplication

    from advisor.app.document import Document
    from advisor.app.settings import APPLICATION, Settings
    from advisor.scenario.assessment import Assessor
    from advisor.scenario.defaults import default_scenario
    from advisor.ui.main_window import MainWindow
    from advisor.ui.stylesheet import tabular

    application = QApplication(sys.argv[:1])
    application.setApplicationName(APPLICATION)
    application.setDesktopFileName(APPLICATION)
    application.setStyle("Fusion")
    application.setFont(tabular(application.font()))
    document = Document(Assessor(pack), default_scenario(pack))
    window = MainWindow(document, Settings())
    if scenario_path is not None:
        window.open_file(scenario_path)
    window.show()
    code = application.exec()
    window.deleteLater()
    application.processEvents()
    return code

"""Another language while the program runs: another window around the same study."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QLocale
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from advisor.app.document.document import Document
from advisor.app.document.settings import Settings
from advisor.ui.window.furnishing import furnished_window
from advisor.ui.window.language_setup import put_language_in_force
from advisor.ui.window.main_window import MainWindow
from advisor.ui.window.window_keeper import WindowKeeper
from advisor.words.translation import language, t


@pytest.fixture
def open_keeper(qtbot: QtBot, settings: Settings) -> Iterator[Callable[[Document], WindowKeeper]]:
    """Opens a window in English; afterwards everything is English again."""
    opened: list[WindowKeeper] = []

    def open_one(document: Document) -> WindowKeeper:
        made = WindowKeeper(furnished_window(document, settings), settings)
        made.window.resize(1280, 800)
        made.window.show()
        qtbot.waitExposed(made.window)
        opened.append(made)
        return made

    yield open_one
    for made in opened:
        made.window.leave()
        made.window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    put_language_in_force("en")


def choose(keeper: WindowKeeper, code: str) -> MainWindow:
    """Choose a language in the menu."""
    keeper.window.actions_[f"language-{code}"].trigger()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    return keeper.window


def test_that_the_window_goes_on_in_spanish_and_back_with_the_same_study(
    open_keeper: Callable[[Document], WindowKeeper], document: Document, settings: Settings
) -> None:
    keeper = open_keeper(document)
    before = keeper.window
    gone: list[bool] = []
    before.destroyed.connect(lambda: gone.append(True))
    change = t("change home to {name:the}", name=document.pack.location("POL").name)
    document.edit(replace(document.scenario, home="POL"), change)
    before.selection.select("PRT")
    before.drawer.show_tab("why")
    before.ranking.set_table_mode(True)
    before.open_page("sources")
    study = document.study
    window = choose(keeper, "es")
    assert gone == [True]
    shown = [one for one in QApplication.topLevelWidgets() if isinstance(one, MainWindow) and one.isVisible()]
    assert shown == [window]
    assert (window.document.study, window.selection.selected) == (study, "PRT")
    assert (window.drawer.current, window.ranking.table_mode, window.page) == ("why", True, "sources")
    assert window.header.captions["home"].text() == "Origen"
    assert window.header.home.currentText() == "Polonia"
    assert window.actions_["undo"].text() == "Deshacer: cambiar el origen a Polonia"
    assert (settings.language, window.actions_["language-es"].isChecked()) == ("es", True)
    # Qt follows with its own texts and numbers.
    assert QLocale().language() == QLocale.Language.Spanish
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Cancelar"
    assert window.header.people.locale().decimalPoint() == ","
    window.choose_dark(True)  # whatever of the window before still followed the look would now complain
    window.actions_["undo"].trigger()
    window.changes.settle()
    assert window.document.scenario.home != "POL"
    window = choose(keeper, "en")
    assert (settings.language, window.actions_["undo"].text()) == ("en", "Undo")
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Cancel"


def test_that_what_is_not_saved_is_kept_by_the_window_after(
    open_keeper: Callable[[Document], WindowKeeper], generic_document: Document, qtbot: QtBot
) -> None:
    keeper = open_keeper(generic_document)
    before = keeper.window
    assert choose(keeper, "en") is before  # in force already
    generic_document.rename("Other")
    window = choose(keeper, "es")
    assert window.isWindowModified()
    autosave = window.recovery.autosave
    assert autosave is not None
    qtbot.waitSignal(autosave.kept, timeout=5_000).wait()


def test_that_a_pack_that_has_gone_is_said_and_changes_nothing(
    open_keeper: Callable[[Document], WindowKeeper], generic_document: Document
) -> None:
    keeper = open_keeper(generic_document)
    before = keeper.window
    (generic_document.pack.folder / "criteria.csv").unlink()
    assert choose(keeper, "es") is before
    assert language() == "en"
    assert "criteria.csv" in " ".join(one.text() for one in before.messages.findChildren(QLabel))

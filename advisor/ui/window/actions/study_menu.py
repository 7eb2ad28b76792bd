"""Files: new, open, save, export, quit."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from advisor.export.export_format import ExportFormat
from advisor.export.registry import export_formats
from advisor.ui.window.actions.action import Action, Button, Entry, Menu
from advisor.ui.window.context import WindowContext
from advisor.ui.window.intake_opening import ask_import
from advisor.ui.window.pack_opening import ask_pack
from advisor.words.translation import t


def menus() -> tuple[Menu, ...]:
    """The menu and the two inside it."""
    return (
        Menu("scenario", t("&Study")),
        Menu("recent", t("Open &recent"), "scenario", help=t("Studies opened or saved lately"), fill=_recent),
        Menu(
            "export",
            t("&Export"),
            "scenario",
            2,
            t("Export the ranking or the map"),
            "export",
            Button.ICON_AND_TEXT,
        ),
    )


def actions() -> tuple[Action, ...]:
    """In the order of the menu."""
    return (
        Action(
            "new",
            t("&New study"),
            lambda window, _on: window.files.new(),
            t("Start over with the usual weights"),
            "scenario",
            ("Ctrl+N",),
        ),
        Action(
            "open",
            t("&Open…"),
            lambda window, _on: window.files.ask_open(),
            t("Open a study"),
            "scenario",
            ("Ctrl+O",),
        ),
        Action(
            "save",
            t("&Save"),
            lambda window, _on: window.files.save(),
            t("Save the study to its file"),
            "scenario",
            ("Ctrl+S",),
            1,
        ),
        Action(
            "save-as",
            t("Save &as…"),
            lambda window, _on: window.files.save_as(),
            t("Save the study to another file"),
            "scenario",
            ("Ctrl+Shift+S",),
            1,
        ),
        Action(
            "import",
            t("&Import a table or sites…"),
            lambda window, _on: ask_import(window),
            t("Figures, pay, quotes and sites of your own from a spreadsheet, a CSV file or a map file"),
            "scenario",
            ("Ctrl+I",),
            2,
        ),
        Action(
            "own-data",
            t("Your o&wn data…"),
            lambda window, _on: window.open_page("own-data"),
            t("The tables and sites that were taken in, and taking them back"),
            "scenario",
            section=2,
        ),
        Action(
            "open-pack",
            t("Open a data &pack…"),
            lambda window, _on: ask_pack(window),
            t("A folder of tables of your own in place of the data that comes with the program"),
            "scenario",
            section=2,
        ),
        *(_export(how, at) for at, how in enumerate(export_formats())),
        Action(
            "export-map",
            t("&Map as picture…"),
            _export_map,
            t("The map as it is now, with its legend"),
            "export",
            ("Ctrl+Shift+E",),
            is_enabled=lambda window: window.map_panel is not None,
            why_not=t("The data pack has no map"),
        ),
        Action(
            "copy-map",
            t("Cop&y the map as a picture"),
            _copy_map,
            t("The map as it is now, with its legend, to paste into a document"),
            "export",
            is_enabled=lambda window: window.map_panel is not None,
            why_not=t("The data pack has no map"),
        ),
        Action(
            "reopen-last",
            t("Open the last study at the s&tart"),
            _reopen_last,
            t("Whenever the program starts without being told which study to open"),
            "scenario",
            section=3,
            is_on=lambda window: window.settings.reopens_last,
        ),
        Action(
            "quit",
            t("&Quit"),
            lambda window, _on: window.close(),
            t("Close the window, after asking about unsaved changes"),
            "scenario",
            ("Ctrl+Q",),
            3,
        ),
    )


def _reopen_last(window: WindowContext, on: bool) -> None:
    window.settings.reopens_last = on


def _export(how: ExportFormat, at: int) -> Action:
    """An action for a format of the registry; the first one has the shortcut."""
    return Action(
        f"export{how.id}",
        how.title,
        lambda window, _on: window.files.ask_export(how),
        how.help,
        "export",
        ("Ctrl+E",) if at == 0 else (),
    )


def _export_map(window: WindowContext, _on: bool) -> None:
    if window.map_panel is not None:
        window.files.ask_export_map(window.map_panel.save_picture)


def _copy_map(window: WindowContext, _on: bool) -> None:
    if window.map_panel is not None:
        window.map_panel.copy_picture()


def _recent(window: WindowContext) -> Sequence[Entry]:
    def entry(path: Path) -> Entry:
        return Entry(path.name, str(path), lambda: window.files.openings.open(path))

    return [entry(path) for path in window.settings.recent_files]

"""A hostile pack and a hostile study in the real window: every text is shown as it is typed."""

from __future__ import annotations

import csv
import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, QModelIndex, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLabel,
    QMessageBox,
    QTabBar,
    QWidget,
)

from advisor.app.document.document import Document
from advisor.datapack.loading import load_pack
from advisor.paths import DEFAULT_PACK
from advisor.scenario.ranking.assessment import Assessor
from advisor.scenario.study.defaults import default_study
from advisor.ui.widgets.piecemeal import finish_within
from advisor.ui.window.main_window import MainWindow
from advisor.ui.window.pages import pages
from advisor.words.plain_text import as_typed, menu_text

HOSTILE = "<b>bold</b><img src='file:///x.png'><script>1</script>&lt;i&gt; & =1+1"
TEXTS = {
    "locations.csv": ("name",),
    "criteria.csv": ("label", "description", "basis"),
    "sources.csv": ("publisher", "dataset", "edition", "licence", "note"),
    "hubs.csv": ("name",),
}
MOST_ROWS = 12


def hostile_pack(folder: Path) -> Path:
    """The shipped pack, with markup in front of every name and note; without its map."""
    shutil.copytree(DEFAULT_PACK, folder)
    for file, columns in TEXTS.items():
        with (folder / file).open(encoding="utf-8", newline="") as table:
            rows = list(csv.DictReader(table))
        for row in rows:
            row |= {column: f"{HOSTILE} {row[column]}" for column in columns if row.get(column)}
        with (folder / file).open("w", encoding="utf-8", newline="") as table:
            writer = csv.DictWriter(table, list(rows[0]))
            writer.writeheader()
            writer.writerows(rows)
    header = (folder / "pack.toml").read_text(encoding="utf-8")
    header = "\n".join(line for line in header.splitlines() if not line.startswith("geometry"))
    (folder / "pack.toml").write_text(header.replace(' = "', f' = "{HOSTILE} '), encoding="utf-8")
    functions = (folder / "functions.toml").read_text(encoding="utf-8")
    for entry in ("label", "reason", "staff_reason"):
        functions = functions.replace(f'\n{entry} = "', f'\n{entry} = "{HOSTILE} ')
    (folder / "functions.toml").write_text(functions, encoding="utf-8")
    return folder


def is_read_as_markup(text: str) -> bool:
    """Whether a text that Qt looks into for HTML has the hostile one in it as it was typed."""
    return HOSTILE in text


def texts_of_items(model: QAbstractItemModel, parent: QModelIndex, deep: int = 0) -> Iterator[str]:
    for row in range(min(model.rowCount(parent), MOST_ROWS)):
        columns = 1 if isinstance(model, QAbstractListModel) else model.columnCount(parent)
        for column in range(columns):
            index = model.index(row, column, parent)
            yield str(index.data(Qt.ItemDataRole.ToolTipRole) or "")
            if column == 0 and deep < 2 and model.rowCount(index):
                yield from texts_of_items(model, index, deep + 1)


def faults(root: QWidget) -> set[str]:
    """Widgets that would read a text as markup."""
    found = set()
    for widget in [root, *root.findChildren(QWidget)]:
        who = f"{type(widget).__name__} {widget.objectName()}"
        texts = {"tooltip": widget.toolTip(), "status": widget.statusTip(), "help": widget.whatsThis()}
        for action in widget.actions() if getattr(widget, "toolTipsVisible", lambda: True)() else ():
            texts[f"action {action.text()}"] = action.toolTip()
        if isinstance(widget, QLabel | QMessageBox) and widget.textFormat() != Qt.TextFormat.PlainText:
            texts["text"] = widget.text()
        model = widget.model() if isinstance(widget, QAbstractItemView | QComboBox) else None
        if model is not None:
            tips = texts_of_items(model, QModelIndex())
            texts |= {f"item {at}": text for at, text in enumerate(tips)}
        if isinstance(widget, QTabBar):
            texts |= {f"tab {at}": widget.tabToolTip(at) for at in range(widget.count())}
        found |= {f"{who}: {kind}: {text}" for kind, text in texts.items() if is_read_as_markup(text)}
    return found


@pytest.fixture(scope="module")
def window(keep_window: Callable[[Document], MainWindow], tmp_path_factory) -> MainWindow:
    pack = load_pack(hostile_pack(tmp_path_factory.mktemp("hostile") / "pack"))
    study = default_study(pack)
    scenario = replace(study.scenario, name=f"{HOSTILE} plan")
    return keep_window(Document(Assessor(pack), study.with_active(scenario)))


def test_that_the_hostile_texts_are_there(window):
    document = window.document
    assert HOSTILE in document.pack.name
    assert HOSTILE in document.pack.locations[0].name
    assert HOSTILE in document.pack.criteria[0].name
    assert HOSTILE in document.scenario.name


def test_that_no_tab_reads_markup(window):
    found = faults(window)
    for tab in [tab.id for tab in window_tabs(window)]:
        window.drawer.show_tab(tab)
        QApplication.processEvents()
        found |= faults(window)
    parameters = window.drawer.panel("cost").parameters
    for built_late in (parameters.all, parameters.here, parameters.home, parameters.quotes):
        found |= faults(built_late)
    window.ranking.set_table_mode(True)
    QApplication.processEvents()
    found |= faults(window)
    window.ranking.set_table_mode(False)
    assert found == set()


def window_tabs(window):
    from advisor.ui.window.tabs import tabs

    return [tab for tab in tabs() if tab.is_available(window)]


@pytest.mark.parametrize("page", sorted(pages()))
def test_that_no_page_reads_markup(window, page):
    finish_within(window.open_page(page))
    QApplication.processEvents()
    assert faults(window) == set()


def test_that_messages_and_questions_are_plain(window):
    window.messages.problem(HOSTILE)
    window.document.edit(replace(window.document.scenario, name=HOSTILE), "rename")
    window.files.unless_unsaved(lambda: None)
    (question,) = window.findChildren(QMessageBox, "unsavedQuestion")
    assert HOSTILE in question.text()
    assert question.textFormat() == Qt.TextFormat.PlainText
    assert faults(window) == set()
    question.reject()


def test_that_a_text_is_escaped_only_where_it_must_be():
    assert as_typed("R&D & more") == "R&D & more"
    assert as_typed("a < b\nc") == "<qt>a &lt; b<br>c</qt>"
    assert not is_read_as_markup(as_typed(HOSTILE))
    assert menu_text("R&D") == "R&&D"

"""The window as a screen reader walks it: every tab and page, every name, role, value and state."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QApplication, QComboBox, QWidget
from pytestqt.qtbot import QtBot

from advisor.app.document.document import Document
from advisor.datapack.schema import DataPack
from advisor.paths import EXAMPLE_STUDY
from advisor.scenario.ranking.assessment import Assessor
from advisor.scenario.study.files import read_study
from advisor.ui.charts.scene_view import SceneView
from advisor.ui.map.map_view import MapView
from advisor.ui.widgets import announcing
from advisor.ui.widgets.expander import Expander
from advisor.ui.widgets.one_of_many import OneOfMany
from advisor.ui.widgets.piecemeal import finish_within
from advisor.ui.window.main_window import MainWindow
from advisor.ui.window.pages import pages

Role, Text = QAccessible.Role, QAccessible.Text
CONTROLS = {
    Role.PushButton,
    Role.CheckBox,
    Role.RadioButton,
    Role.ComboBox,
    Role.Slider,
    Role.SpinBox,
    Role.EditableText,
    Role.PageTab,
    Role.PageTabList,
    Role.List,
    Role.ListItem,
    Role.Table,
    Role.Tree,
    Role.Chart,
    Role.ButtonMenu,
    Role.ButtonDropDown,
}
LONG = {Role.List, Role.Table, Role.Tree}  # of their rows the first tell of all
EXPECTED = {OneOfMany: Role.RadioButton, SceneView: Role.Chart, MapView: Role.List, Expander: Role.Button}


@pytest.fixture(scope="module")
def window(keep_window: Callable[[Document], MainWindow], default_pack: DataPack) -> MainWindow:
    made = keep_window(Document(Assessor(default_pack), read_study(EXAMPLE_STUDY)))
    made.resize(1440, 900)
    QApplication.processEvents()
    return made


def nodes(root: QWidget) -> Iterator[QAccessibleInterface]:
    """Everything that can be seen, and heard."""

    def walk(node: QAccessibleInterface | None) -> Iterator[QAccessibleInterface]:
        if node is None or not node.isValid() or node.state().invisible:
            return
        yield node
        most = min(node.childCount(), 3) if node.role() in LONG else node.childCount()
        for at in range(most):
            yield from walk(node.child(at))

    yield from walk(QAccessible.queryAccessibleInterface(root))


def spoken_name(node: QAccessibleInterface) -> str:
    """The name; of a combo box, which Qt has say its value, that of the label which belongs to it."""
    if not isinstance(node.object(), QComboBox):
        return node.text(Text.Name)
    return " ".join(label.text(Text.Name) for label, _relation in node.relations())


def faults(root: QWidget) -> list[str]:
    """What somebody who only hears the window would miss."""
    found = []
    for node in nodes(root):
        widget, role = node.object(), node.role()
        who = f"{type(widget).__name__} {widget.objectName() if widget else ''} {node.text(Text.Name)!r}"
        if (node.state().focusable or role in CONTROLS) and not spoken_name(node).strip():
            found.append(f"{who} has no name")
        found += [
            f"{who} is a {role.name}, not a {expected.name}"
            for kind, expected in EXPECTED.items()
            if isinstance(widget, kind) and role is not expected
        ]
        if role in (Role.Slider, Role.SpinBox) and not node.text(Text.Value):
            found.append(f"{who} has no value")
        if isinstance(widget, Expander) and node.state().expanded == node.state().collapsed:
            found.append(f"{who} does not say whether it is open")
        if role is Role.Chart and node.childCount() != len(widget.scene.stops):
            found.append(f"{who} lacks marks")
        said = node.text(Text.Name) + node.text(Text.Description)
        if "<b>" in said or "<br" in said:
            found.append(f"{who} reads markup aloud")
    return found


def test_that_everything_in_the_window_has_name_role_and_value(window: MainWindow):
    window.ranking.search.setText("po")  # shows the button that empties it
    assert len(list(nodes(window))) > 100
    assert faults(window) == []
    window.ranking.search.clear()


def test_that_everything_in_the_open_priorities_has_name_role_and_value(window: MainWindow):
    (row,) = (row for row in window.priorities.rows.values() if row.key == "cost")
    row.chevron.click()
    (button,) = (node for node in nodes(row) if node.object() is row.chevron)
    assert button.state().expanded
    assert not button.state().collapsed
    assert faults(window.priorities) == []
    button.actionInterface().doAction("Press")
    assert button.state().collapsed
    assert not row.chevron.isChecked()


def test_that_every_tab_has_name_role_and_value(window: MainWindow, qtbot: QtBot):
    found = {}
    for tab in window.drawer.tab_ids:
        window.drawer.show_tab(tab)
        if tab == "cost":  # which is counted elsewhere
            qtbot.waitUntil(lambda: bool(window.drawer.panel("cost").baseline.text()), timeout=20_000)
        QApplication.processEvents()
        found[tab] = faults(window.drawer)
    window.drawer.show_tab("why")
    assert found == {key: [] for key in window.drawer.tab_ids}


def test_that_the_table_has_name_role_and_value(window: MainWindow):
    window.ranking.set_table_mode(True)
    QApplication.processEvents()
    found = faults(window.ranking)
    window.ranking.set_table_mode(False)
    assert found == []


@pytest.mark.parametrize("page", sorted(pages()))
def test_that_every_page_has_name_role_and_value(window: MainWindow, page: str):
    finish_within(window.open_page(page))
    QApplication.processEvents()
    found = faults(window.side_page)
    window.side_page.close_page()
    assert found == []


def test_that_the_map_is_a_list_of_places_the_best_first(window: MainWindow):
    assert window.map_panel is not None
    view = window.map_panel.view
    whole = QAccessible.queryAccessibleInterface(view)
    assessment = window.document.assessment
    assert whole.childCount() == len(assessment.pack.locations)
    best = assessment.pack.locations[int(assessment.evaluation.order[0])]
    first = whole.child(0)
    assert first.role() is Role.ListItem
    assert first.text(Text.Name).startswith(f"{best.name}; rank 1, score ")
    assert "strongest: " in first.text(Text.Name)
    view.set_selected(best.id)
    assert first.state().selected
    assert not whole.child(1).state().selected
    assert whole.indexOfChild(whole.child(7)) == 7


def test_that_a_chart_keeps_its_marks_when_its_class_learns_a_slot(window: MainWindow):
    class Chart(SceneView):
        def late(self) -> None:
            """Connected after the chart was shown: its class is another one to Qt from then on."""

    chart = Chart("Late")
    chart.show()
    assert QAccessible.queryAccessibleInterface(chart).role() is Role.Chart
    window.selection.selected_changed.connect(chart.late)
    chart.hide()
    chart.show()
    assert QAccessible.queryAccessibleInterface(chart).role() is Role.Chart
    window.selection.selected_changed.disconnect(chart.late)


@pytest.fixture
def said(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What was announced."""
    heard: list[str] = []

    def hear(event: object) -> None:
        if isinstance(event, announcing.QAccessibleAnnouncementEvent):
            heard.append(event.message())

    monkeypatch.setattr(announcing, "tell", hear)
    return heard


def test_that_messages_are_announced(window: MainWindow, said: list[str]):
    window.messages.problem("The drive is full. Free some room and save again.")
    window.messages.clear()
    assert said == ["The drive is full. Free some room and save again."]


def test_that_a_new_leader_is_announced_once(window: MainWindow, said: list[str]):
    document = window.document
    leader = document.assessment.pack.locations[int(document.assessment.evaluation.order[0])].name
    document.edit(replace(document.scenario, home="JPN"), "move")
    now = document.assessment.pack.locations[int(document.assessment.evaluation.order[0])].name
    assert now != leader
    document.edit(replace(document.scenario, name="Another name"), "rename")
    assert said == [f"{now} leads the ranking now, before it was {leader}."]
    document.undo_stack.undo()
    document.undo_stack.undo()


def test_that_the_number_of_places_left_by_the_filter_is_announced(window: MainWindow, said: list[str]):
    window.ranking.search.setText("land")
    shown, total = window.ranking.rows.counts
    window.ranking.clear_filter()
    assert said == [f"{shown} of {total} places"]

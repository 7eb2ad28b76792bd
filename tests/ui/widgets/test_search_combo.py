"""Names that people type: what is clear is taken, what is not is asked, what is unknown is said."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from advisor.scenario.names import gazetteer_of
from advisor.ui.widgets.search_combo import SearchCombo
from advisor.ui.widgets.which_one import WhichOne


@pytest.fixture
def combo(qtbot, default_pack):
    entries = sorted(((x.id, x.name) for x in default_pack.locations), key=lambda entry: entry[1])
    made = SearchCombo(entries, names=lambda: gazetteer_of(default_pack))
    made.show_key("GBR")
    qtbot.addWidget(made)
    made.show()
    made.setFocus()
    return made


@pytest.fixture
def languages(qtbot):
    made = SearchCombo([("de", "German"), ("en", "English"), ("es", "Spanish"), ("da", "Danish")])
    qtbot.addWidget(made)
    made.show()
    made.setFocus()
    return made


def test_that_the_list_shows_every_name_in_full_below_a_narrow_field(combo):
    combo.resize(120, combo.height())
    combo.showPopup()
    rows = combo.view()
    longest = max(map(combo.itemText, range(combo.count())), key=rows.fontMetrics().horizontalAdvance)
    index = combo.model().index(combo.findText(longest), 0)
    padding = 2 * (rows.frameWidth() + 6)
    assert rows.visualRect(index).width() >= rows.fontMetrics().horizontalAdvance(longest) + padding
    assert rows.viewport().width() >= rows.visualRect(index).width()
    assert rows.horizontalScrollBar().maximum() == 0
    combo.hidePopup()


def test_that_what_is_offered_while_somebody_types_is_read_in_full(combo):
    combo.resize(120, combo.height())
    combo.lineEdit().selectAll()
    QTest.keyClicks(combo.lineEdit(), "vincent")
    popup = combo.completer().popup()
    assert popup.isVisible()
    offered = popup.model().index(0, 0)
    assert offered.data() == "St. Vincent & Grenadines"
    assert popup.viewport().width() > popup.fontMetrics().horizontalAdvance(offered.data()) + 6
    popup.hide()


def enter(combo, text):
    combo.lineEdit().selectAll()
    QTest.keyClicks(combo.lineEdit(), text)
    QTest.keyClick(combo.lineEdit(), Qt.Key.Key_Return)


def asked(combo) -> WhichOne | None:
    return next((menu for menu in combo.findChildren(WhichOne) if menu.isVisible()), None)


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("US", "USA"),
        ("Turkey", "TUR"),
        ("UAE", "ARE"),
        ("Holland", "NLD"),
        ("Ivory Coast", "CIV"),
        ("cote d'ivoire", "CIV"),
        ("Deutschland", "DEU"),
        ("Korea, South", "KOR"),
        ("Burma", "MMR"),
        ("Warsaw", "POL"),
        ("pola", "POL"),
    ],
)
def test_that_a_clear_name_is_taken(combo, qtbot, text, key):
    with qtbot.waitSignal(combo.chosen) as chosen:
        enter(combo, text)
    assert chosen.args == [key]
    assert asked(combo) is None


@pytest.mark.parametrize("text", ["UK", "GB", "Britain", "united kingdom"])
def test_that_another_name_of_what_is_in_force_changes_nothing(combo, text):
    taken = []
    combo.chosen.connect(taken.append)
    enter(combo, text)
    assert taken == []
    assert combo.currentText() == "United Kingdom"
    assert asked(combo) is None


def test_that_a_name_of_several_is_asked_about(combo, qtbot):
    taken = []
    combo.chosen.connect(taken.append)
    enter(combo, "Korea")
    which = asked(combo)
    assert which.names == ["North Korea", "South Korea"]
    assert "Which one?" in which.heading
    assert taken == []
    QTest.keyClick(which, Qt.Key.Key_Down)
    QTest.keyClick(which, Qt.Key.Key_Down)
    QTest.keyClick(which, Qt.Key.Key_Return)
    assert taken == ["KOR"]
    assert combo.currentText() == "South Korea"


def test_that_no_answer_leaves_what_was_typed_to_be_corrected(combo):
    enter(combo, "Korea")
    QTest.keyClick(asked(combo), Qt.Key.Key_Escape)
    assert combo.currentText() == "Korea"
    assert combo.key == "GBR"
    QApplication.sendEvent(combo, QFocusEvent(QEvent.Type.FocusOut, Qt.FocusReason.TabFocusReason))
    assert combo.currentText() == "United Kingdom"


@pytest.mark.parametrize(
    ("text", "offered"), [("Germny", "Germany"), ("erman", "Germany"), ("kraine", "Ukraine")]
)
def test_that_what_is_only_near_is_offered_and_not_taken(combo, text, offered):
    enter(combo, text)
    assert offered in asked(combo).names
    assert combo.key == "GBR"


def test_that_what_nothing_is_called_is_said(combo):
    enter(combo, "Xyzzy & <b>")
    which = asked(combo)
    assert which.names == []
    assert which.heading == "Nothing is called “Xyzzy & <b>”."
    assert which.actions()[0].text() == "Nothing is called “Xyzzy && <b>”."
    assert not which.actions()[0].isEnabled()


def test_that_other_names_are_completed_too(combo):
    QTest.keyClicks(combo.lineEdit(), "hollan")
    completer = combo.completer()
    found = {completer.completionModel().index(row, 0).data() for row in range(completer.completionCount())}
    assert found == {"Netherlands"}


def test_that_entries_that_are_no_places_are_found_by_name_and_code(languages):
    enter(languages, "ger")
    assert languages.key == "de"
    enter(languages, "es")
    assert languages.key == "es"
    enter(languages, "an")
    assert asked(languages).names == ["German", "Spanish", "Danish"]
    assert languages.key == "es"

"""The pages that slide in to be read."""

from __future__ import annotations

import html
import re
from datetime import date

from PySide6.QtWidgets import QLabel

from advisor.datapack.loading import load_pack
from advisor.scenario.ranking.assessment import Assessor
from advisor.scenario.study.defaults import default_scenario
from advisor.ui.widgets.piecemeal import finish_within
from advisor.ui.window.sources_page import SourcesPage


def test_that_the_sources_page_says_how_untidy_files_were_read_and_shows_names_as_typed(qtbot, write_pack):
    folder = write_pack(
        locations="id;name\na;Alpha\nb;Beta\nc;Gamma\n", pack__toml='name = "<img src=x> & Co"\n'
    )
    pack = load_pack(folder)
    page = SourcesPage(Assessor(pack).assess(default_scenario(pack)), date(2026, 11, 28))
    qtbot.addWidget(page)
    finish_within(page)
    said = " ".join(shown.text() for shown in page.findChildren(QLabel))
    assert "How the files were read" in said
    assert "locations.csv: Cells are separated by semicolons." in said
    assert "&lt;img src=x&gt; &amp; Co" in said


def test_that_the_sources_page_calls_a_source_by_publisher_and_data_and_never_by_its_id(qtbot, document):
    page = SourcesPage(document.assessment, date(2026, 11, 28))
    qtbot.addWidget(page)
    finish_within(page)
    said = "<hr>".join(shown.text() for shown in page.findChildren(QLabel))
    titles = re.findall("<b>(.*?)</b>", said)
    sources = document.assessment.sources
    wanted = (f"{one.publisher}, {one.dataset}" for one in sources.values())
    assert sorted(titles) == sorted(map(html.escape, wanted))
    assert not set(titles) & set(sources)

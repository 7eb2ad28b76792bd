from __future__ import annotations

from dataclasses import replace

from advisor.app.document.document import Document
from advisor.app.workers.year_ahead import YearAhead
from advisor.places import calendars
from advisor.scenario.ranking.assessment import Assessor
from advisor.scenario.study.defaults import default_scenario, default_study
from advisor.scenario.study.study import Study


def test_that_the_neighbours_of_the_year_are_prepared_in_the_background(qtbot, few_places_pack):
    document = Document(Assessor(few_places_pack), default_study(few_places_pack))
    ahead = YearAhead(document, rest_ms=0)
    with qtbot.waitSignal(ahead.ready, timeout=20_000) as prepared:
        pass
    assert prepared.args == [2027]
    before = calendars.work_calendars.cache_info().misses
    document.edit(replace(document.scenario, year=2028), "year")
    assert calendars.work_calendars.cache_info().misses == before
    ahead.shutdown()


def test_that_a_document_without_places_needs_nothing(qtbot, write_pack):
    from advisor.datapack.loading import load_pack

    pack = load_pack(write_pack())
    ahead = YearAhead(Document(Assessor(pack), default_study(pack)), rest_ms=0)
    with qtbot.assertNotEmitted(ahead.ready, wait=30):
        pass
    ahead.shutdown()


def test_that_it_can_be_stopped_half_way(qtbot, default_pack):
    document = Document(Assessor(default_pack), Study.of(replace(default_scenario(default_pack), year=1999)))
    ahead = YearAhead(document, rest_ms=0)
    qtbot.waitUntil(lambda: ahead._worker.is_busy, timeout=5_000)
    ahead.shutdown()
    assert not ahead._worker.is_busy

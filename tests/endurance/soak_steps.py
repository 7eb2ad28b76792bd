"""What ``soak.py`` does to a window: steps drawn at random, and one visit to everything there is."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

from advisor.export.registry import export_formats
from advisor.ui.window.intake_opening import open_import
from advisor.ui.window.pages import pages
from advisor.views.help.help_pages import page_names

if TYPE_CHECKING:
    from advisor.ui.window.main_window import MainWindow

Step = tuple[str, Callable[[], object]]


class Steps:
    """Steps in one window.

    Args:
        window: the window.
        chance: from which everything is drawn.
        folder: for files that are written and read.
    """

    def __init__(self, window: MainWindow, chance: Random, folder: Path) -> None:
        self._window, self._chance, self._folder = window, chance, folder
        self._formats = export_formats()
        self._file = folder / "soak.advisor"
        self._table = folder / "table.csv"
        names = [location.name for location in window.document.pack.locations]
        rows = [f"{name},{7 * at % 100},{at % 5}" for at, name in enumerate(names)]
        self._table.write_text("\n".join(["Country,Talent,Noise", *rows]), encoding="utf-8")

    # One after the other --------------------------------------------------------------------------------

    def visits(self) -> Iterator[Step]:
        """Everything once: what is made or loaded when it is first wanted is there afterwards."""
        window = self._window
        for tab in window.drawer.tab_ids:
            yield "tab", lambda tab=tab: window.drawer.show_tab(tab)  # type: ignore[misc]
        for page in pages():
            yield "page", lambda page=page: window.open_page(page)  # type: ignore[misc]
        for place in page_names():
            yield "help", lambda place=place: window.show_help(place)  # type: ignore[misc]
        yield "look", lambda: window.choose_dark(True)
        for place in page_names():
            yield "help", lambda place=place: window.show_help(place)  # type: ignore[misc]
        yield "close page", window.help_page.close_page
        yield "import", self._open_import
        yield "close page", window.side_page.close_page
        yield "look", lambda: window.use_large_type(True)
        yield "look", lambda: window.use_large_type(False)
        yield "look", lambda: window.choose_dark(False)
        yield "table", lambda: window.ranking.set_table_mode(True)
        yield "table", lambda: window.ranking.set_table_mode(False)
        yield "palette", window.open_palette
        yield "palette", window.palette_.hide
        yield "present", window.presentation.begin
        for _step in window.presentation.talk.steps:
            yield "talk", window.presentation.talk.forward
        yield "talk", window.presentation.open_speaker
        yield "present", window.presentation.leave
        for function in window.document.pack.functions:
            yield "function", lambda function=function: self._change(function=function)  # type: ignore[misc]
        for how in self._formats:
            yield "export", lambda how=how: self._export(how)  # type: ignore[misc]

    # At random ------------------------------------------------------------------------------------------

    def drawn(self) -> Step:
        """The next step."""
        name, work = self._chance.choice(self._all())
        return name, work

    def _edit(self, **changes: object) -> None:
        document = self._window.document
        document.edit(replace(document.scenario, **changes), "soak")  # type: ignore[arg-type]

    def _change(self, **changes: object) -> None:
        """As the header does."""
        self._window.changes.change(lambda scenario: replace(scenario, **changes), "soak")  # type: ignore[arg-type]

    def _slide(self) -> None:
        slider = self._chance.choice(list(self._window.priorities.rows.values())).slider
        slider.gesture_began.emit()
        slider.wanted.emit(self._chance.randint(1, 60))
        slider.gesture_ended.emit()

    def _look_for(self) -> None:
        typed = self._chance.choice(("", "", "an", "UK", "Korea", "Deutschland", "xyz"))
        self._window.ranking.rows.set_filter(text=typed)

    def _open_again(self) -> None:
        if self._file.exists():
            self._window.document.undo_stack.setClean()
            self._window.files.openings.open(self._file)  # as the menu does: read beside

    def _open_import(self) -> None:
        open_import(self._window, self._table)

    def _export(self, how: object = None) -> None:
        chosen = how or self._chance.choice(self._formats)
        if not self._window.files.exports.is_busy:
            path = self._folder / f"soak{chosen.suffix}"  # type: ignore[attr-defined]
            self._window.files.export(path, chosen)  # type: ignore[arg-type]

    def _present(self) -> None:
        shown = self._window.presentation
        if shown.is_on:
            shown.leave()
        elif self._chance.random() < 0.3:
            shown.begin()

    def _talk(self) -> None:
        shown = self._window.presentation
        if shown.is_on:
            self._chance.choice((shown.talk.forward, shown.talk.back, shown.talk.turn_light))()

    def _turn_palette(self) -> None:
        if self._window.palette_.isVisible():
            self._window.palette_.hide()
        else:
            self._window.open_palette()

    def _move_year(self) -> None:
        year = self._window.document.scenario.year
        self._edit(year=year + self._chance.choice((-1, 1)) if 2024 < year < 2029 else 2026)

    def _all(self) -> list[Step]:
        window, chance, document = self._window, self._chance, self._window.document
        pack = document.pack
        steps: list[Step] = [
            *[("weight", self._slide)] * 8,
            *[("select", lambda: window.selection.select(chance.choice(pack.location_ids)))] * 8,
            *[("tab", lambda: window.drawer.show_tab(chance.choice(window.drawer.tab_ids)))] * 4,
            *[("undo", window.changes.undo)] * 3,
            *[("redo", window.changes.redo)] * 2,
            ("home", lambda: self._change(home=chance.choice(pack.location_ids))),
            ("function", lambda: self._change(function=chance.choice(list(pack.functions)))),
            ("people", lambda: self._change(headcount=chance.randint(1, 5_000))),
            ("year", self._move_year),
            ("find", self._look_for),
            ("name", lambda: self._edit(name=f"Soak {chance.randint(1, 99)}")),
            ("page", lambda: window.open_page(chance.choice(list(pages())))),
            ("close page", window.side_page.close_page),
            ("help", lambda: window.show_help(chance.choice(page_names()))),
            ("close page", window.help_page.close_page),
            ("import", self._open_import),
            ("table", lambda: window.ranking.set_table_mode(chance.random() < 0.5)),
            ("look", lambda: window.choose_dark(chance.random() < 0.5)),
            ("look", lambda: window.use_large_type(chance.random() < 0.3)),
            ("present", self._present),
            *[("talk", self._talk)] * 2,
            ("size", lambda: window.resize(chance.randint(960, 1920), chance.randint(600, 1080))),
            ("save", lambda: window.files.save_to(self._file, over_others=True)),
            ("open", self._open_again),
            ("export", self._export),
            ("palette", self._turn_palette),
        ]
        if window.map_panel is not None:
            view = window.map_panel.view
            steps += [("map", chance.choice((view.zoom_in, view.zoom_out, view.reset_view)))] * 2
            steps.append(("hover", lambda: view.set_hovered(chance.choice(pack.location_ids))))
        return steps

"""Pictures of the window: ``python -m advisor.ui.window.screenshots README_FOLDER ALL_FOLDER``.

The first folder gets the pictures that the README shows, the second one what is to be looked at: every tab
of the drawer and every step of a presentation, in the usual set, or as many more as are asked for.
``--full`` takes every page as well, of the tabs and of those that slide in, and a group with two
scenarios, in every language, look and size, with usual and with large type.
"""

from __future__ import annotations

import argparse
import os
import re
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from advisor.paths import DEFAULT_PACK, EXAMPLES
from advisor.scenario.study.talk import TalkStep
from advisor.ui.map.map_rendering import use_offscreen

if TYPE_CHECKING:
    from PySide6.QtCore import QSettings
    from PySide6.QtGui import QImage
    from PySide6.QtWidgets import QWidget

    from advisor.ui.cost.cost_panel import CostPanel
    from advisor.ui.window.main_window import MainWindow

Size = tuple[int, int]
SELECTED = "ZAF"
# What the README shows: name of the picture to look, size and drawer tab.
README_PICTURES = {
    "window": ("light", (1440, 900), "why"),
    "dark": ("dark", (1440, 900), "certainty"),
    "cost": ("light", (1440, 900), "cost"),
    "clock": ("light", (1440, 900), "clock"),
    "compare": ("light", (1440, 900), "compare"),
}
# Of a room's screen: a projector's, an upright one, and the step that the README shows of which.
ROOMS = ((1920, 1080), (1280, 720), (1080, 1920))
# Where the speaker's window is looked at: a step in the middle, with notes.
_SPOKEN_AT = TalkStep.TOP
README_ROOM = ("dark", (1920, 1080), "top")
_README_LANGUAGE, _USUAL_TEXT = "en", 100
_PRESENTED_STUDY = EXAMPLES / "workshop.advisor"
# What the second scenario of a group assumes otherwise.
_MANY = 900
_OTHER_WEIGHTS = {
    "cost": 60.0,
    "people": 12.0,
    "language": 8.0,
    "time": 6.0,
    "regulation": 6.0,
    "resilience": 8.0,
}
_TIMEOUT_MS = 60_000
# Between two looks at a picture, at how many equal ones it has come to rest, and how many are taken at most.
_LOOK_MS, _EQUAL_LOOKS, _MOST_LOOKS = 150, 4, 60
_PAGE_REST_MS = 500  # the web page answers late


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which pictures are taken.

    Attributes:
        languages: ISO 639 codes.
        looks: ``light``, ``dark``.
        sizes: of the window in pixels.
        texts: sizes of type in percent.
        parts: ``tabs``, ``pages``, ``group``, ``room``.
    """

    languages: tuple[str, ...] = (_README_LANGUAGE,)
    looks: tuple[str, ...] = ("light", "dark")
    sizes: tuple[Size, ...] = ((1440, 900),)
    texts: tuple[int, ...] = (_USUAL_TEXT,)
    parts: tuple[str, ...] = ("tabs", "room")


FULL = Wanted(
    languages=("en", "es"),
    sizes=((1280, 720), (1440, 900), (1920, 1080)),
    texts=(_USUAL_TEXT, 200),
    parts=("tabs", "pages", "group", "room"),
)


def take_screenshots(readme: Path, everything: Path, wanted: Wanted = Wanted()) -> Iterator[Path]:
    """Take the pictures that are wanted, and those of the README that are among them.

    Yields:
        The path of each picture once it is written.

    Raises:
        TimeoutError: the map did not draw.
    """
    use_offscreen()
    # Qt may be imported only after its environment is set.
    from PySide6.QtCore import QSettings
    from PySide6.QtWidgets import QApplication

    from advisor.ui.window.language_setup import put_language_in_force

    application = QApplication.instance() or QApplication([])
    if isinstance(application, QApplication):
        application.setStyle("Fusion")
    for folder in (readme, everything):
        folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch:
        for language in wanted.languages:
            put_language_in_force(language)
            for look in wanted.looks:
                store = QSettings(str(Path(scratch) / f"{language}-{look}.ini"), QSettings.Format.IniFormat)
                shown = replace(wanted, languages=(language,), looks=(look,))
                yield from _pictures_of_one_window(readme, everything, shown, store)
                application.processEvents()


def _pictures_of_one_window(
    readme: Path, everything: Path, wanted: Wanted, store: QSettings
) -> Iterator[Path]:
    """Those of one language and one look."""
    from advisor.app.document.document import Document
    from advisor.app.document.settings import Settings
    from advisor.datapack.loading import load_pack
    from advisor.scenario.ranking.assessment import Assessor
    from advisor.scenario.study.defaults import default_study
    from advisor.scenario.study.examples import first_example
    from advisor.ui.window.furnishing import furnished_window

    language, look = wanted.languages[0], wanted.looks[0]
    settings = Settings(store)
    settings.look, settings.reduced_motion = look, True
    pack = load_pack(DEFAULT_PACK)
    document = Document(Assessor(pack), first_example(pack) or default_study(pack))
    window = furnished_window(document, settings)
    window.selection.select(SELECTED)
    for stem, size, text in _sizes_in_turn(window, wanted):
        for part in ("tabs", "pages"):
            if part not in wanted.parts:
                continue
            for name in _shown_one_by_one(window, part, every="pages" in wanted.parts):
                paths = [everything / f"window-{stem}-{name}.png"]
                if (language, text, part) == (_README_LANGUAGE, _USUAL_TEXT, "tabs"):
                    paths += _of_readme(readme, (look, size, name))
                yield from _written(_at_rest(window), paths)
    if "group" in wanted.parts:
        _gather_group(window)
        for stem, _size, _text in _sizes_in_turn(window, wanted):
            for name in _tabs_one_by_one(window, ("scenarios", "people"), every=True):
                yield from _written(_at_rest(window), [everything / f"window-{stem}-group-{name}.png"])
    window.choose_text_size(_USUAL_TEXT)
    if "room" in wanted.parts:
        window.document.open(_PRESENTED_STUDY)
        yield from _present(window, f"{language}-{look}", look, readme, everything)
    window.leave()
    window.deleteLater()


def _sizes_in_turn(window: MainWindow, wanted: Wanted) -> Iterator[tuple[str, Size, int]]:
    """Give the window one size of type and of its own after the other; yields a stem for names, and both."""
    for text in wanted.texts:
        window.choose_text_size(text)
        for size in wanted.sizes:
            window.resize(*size)
            window.show()
            _wait_for_map(window)
            stem = f"{wanted.languages[0]}-{wanted.looks[0]}-{text}-{size[0]}x{size[1]}"
            yield stem, size, text


def _gather_group(window: MainWindow) -> None:
    """A second scenario that ranks otherwise, and the votes of everybody revealed."""
    window.document.open(_PRESENTED_STUDY)
    window.scenarios.tabs.duplicate()
    scenario = window.document.scenario
    window.document.edit(replace(scenario, headcount=_MANY, theme_weights=_OTHER_WEIGHTS), "")
    window.vote_cover.cover(False)


def _shown_one_by_one(window: MainWindow, part: str, *, every: bool) -> Iterator[str]:
    """Show one tab, or one page, after the other; yields the name of each."""
    from advisor.ui.widgets.piecemeal import finish_within
    from advisor.ui.window.pages import pages

    if part == "tabs":
        yield from _tabs_one_by_one(window, window.drawer.tab_ids, every=every)
        return
    for page in pages():
        shown = window.open_page(page)
        finish_within(shown)
        yield f"page-{page}"
        yield from _pages_of(shown, f"page-{page}")
    window.side_page.close_page()
    window.show_help()
    yield "help"
    window.help_page.close_page()
    window.ranking.set_table_mode(True)
    yield "table"
    window.ranking.set_table_mode(False)


def _tabs_one_by_one(window: MainWindow, tabs: Sequence[str], *, every: bool) -> Iterator[str]:
    """Show tabs, and where asked for each of their pages; the first is named as its tab."""
    from advisor.ui.cost.cost_panel import CostPanel

    for tab in tabs:
        window.drawer.show_tab(tab)
        yield tab
        if every:
            panel = window.drawer.panel(tab)
            yield from _charts_of_cost(panel, tab) if isinstance(panel, CostPanel) else _pages_of(panel, tab)


def _pages_of(panel: QWidget, name: str) -> Iterator[str]:
    """Each page of a panel but the first, which is seen already and is again afterwards."""
    from advisor.ui.widgets.segments import Segments

    found = next((one for one in panel.findChildren(Segments) if one.isVisible()), None)
    if found is None:
        return
    for page in range(1, found.count):
        found.button(page).click()
        yield f"{name}-{page + 1}"
    found.button(0).click()


def _charts_of_cost(panel: CostPanel, name: str) -> Iterator[str]:
    """Each chart but the first, and the parameters."""
    first, *others = panel.charts.all
    for chart in others:
        panel.charts.show_chart(chart)
        yield f"{name}-{chart}"
    panel.charts.show_chart(first)
    was_shown = panel.bar.show_parameters.isChecked()
    panel.bar.show_parameters.setChecked(True)
    yield f"{name}-parameters"
    panel.bar.show_parameters.setChecked(was_shown)


def _of_readme(readme: Path, shown: tuple[str, Size, str]) -> list[Path]:
    return [readme / f"{name}.png" for name, one in README_PICTURES.items() if one == shown]


def _written(picture: QImage, paths: Sequence[Path]) -> Iterator[Path]:
    for path in paths:
        picture.save(str(path))
        yield path


def _present(window: MainWindow, stem: str, look: str, readme: Path, everything: Path) -> Iterator[Path]:
    """Every step of a presentation at every size of a room's screen, and the speaker's window."""
    presentation = window.presentation
    presentation.begin()
    screen, talk = presentation.screen, presentation.talk
    if screen is None:
        return
    screen.showNormal()
    for width, height in ROOMS:
        screen.resize(width, height)
        for step in talk.steps:
            talk.go_to(step)
            path = everything / f"room-{stem}-{width}x{height}-{talk.at + 1:02d}-{step}.png"
            talk.light_place(1)
            yield from _written(_at_rest(screen), [path.with_stem(f"{path.stem}-spotlight")])
            talk.light("")
            is_shown = stem.startswith(_README_LANGUAGE) and (look, (width, height), step) == README_ROOM
            yield from _written(_at_rest(screen), [path, *([readme / "room.png"] if is_shown else [])])
    talk.go_to(_SPOKEN_AT)
    talk.write_notes(_SPOKEN_AT, "\n".join(map(talk.sentence, talk.steps[1:4])))
    talk.light_place(1)
    speaker = presentation.open_speaker()
    yield from _written(_at_rest(speaker), [everything / f"speaker-{stem}.png"])
    presentation.leave()


def _wait_for_map(window: MainWindow) -> None:
    """Until the map is on the screen for the first time.

    Raises:
        TimeoutError: it did not draw.
    """
    from PySide6.QtCore import QEventLoop, QTimer

    if window.map_panel is None or window.map_panel.view.is_ready:
        return
    view = window.map_panel.view
    loop, limit = QEventLoop(), QTimer()
    view.map_ready.connect(loop.quit)
    limit.setSingleShot(True)
    limit.timeout.connect(loop.quit)
    limit.start(_TIMEOUT_MS)
    loop.exec()
    if not view.is_ready:
        raise TimeoutError("The map was not drawn in time.")


def _at_rest(widget: QWidget) -> QImage:
    """What a widget looks like once layouts, workers and the web page have come to rest.

    A picture has no other sign of it than that it stays the same.
    """
    _let_pass(_PAGE_REST_MS)
    picture, equal = widget.grab().toImage(), 0
    for _look in range(_MOST_LOOKS):
        _let_pass(_LOOK_MS)
        after = widget.grab().toImage()
        equal = equal + 1 if after == picture else 0
        picture = after
        if equal >= _EQUAL_LOOKS:
            break
    return picture


def _let_pass(milliseconds: int) -> None:
    from PySide6.QtCore import QEventLoop, QTimer

    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def _sizes(text: str) -> tuple[Size, ...]:
    """Sizes as ``1280x720,1440x900``.

    Raises:
        ValueError: it is none.
    """
    found = [re.fullmatch(r"(\d+)x(\d+)", one) for one in text.split(",")]
    return tuple((int(one[1]), int(one[2])) for one in found if one) or _no_sizes(text)


def _no_sizes(text: str) -> tuple[Size, ...]:
    raise ValueError(text)


def main(arguments: Sequence[str]) -> None:
    """Take the pictures that a command line asks for, and name each."""
    parser = argparse.ArgumentParser(prog="python -m advisor.ui.window.screenshots")
    parser.add_argument("readme", type=Path)
    parser.add_argument("everything", type=Path)
    parser.add_argument("--full", action="store_true")
    parser.add_argument("--languages", type=lambda text: tuple(text.split(",")))
    parser.add_argument("--looks", type=lambda text: tuple(text.split(",")))
    parser.add_argument("--sizes", type=_sizes)
    parser.add_argument("--texts", type=lambda text: tuple(int(one) for one in text.split(",")))
    parser.add_argument("--parts", type=lambda text: tuple(text.split(",")))
    given = vars(parser.parse_args(arguments))
    readme, everything, full = (given.pop(key) for key in ("readme", "everything", "full"))
    chosen = {key: value for key, value in given.items() if value is not None}
    for path in take_screenshots(readme, everything, replace(FULL if full else Wanted(), **chosen)):
        print(path, flush=True)


if __name__ == "__main__":
    os.environ["LOCATION_ADVISOR_DATA"] = ""  # the pictures show nobody's own unsaved work
    main(sys.argv[1:])

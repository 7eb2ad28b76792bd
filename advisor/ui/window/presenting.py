"""Presenting: which screen the room sees, which the speaker, and the window left as it was."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction, QGuiApplication, QScreen
from PySide6.QtWidgets import QMenu, QWidget
from shiboken6 import isValid

from advisor.ui.stage.stage_keys import Wish
from advisor.ui.stage.talk import Talk
from advisor.words.translation import t

if TYPE_CHECKING:
    from advisor.ui.map.map_panel import MapPanel
    from advisor.ui.stage.speaker_window import SpeakerWindow
    from advisor.ui.stage.stage_screen import StageScreen
    from advisor.ui.window.talk_help import TalkHelp

# Actions of the window that can be used on the room's screen as well.
_SHARED = ("present", "undo", "redo", "dark", "reduced-motion")


class Presenting(QObject):
    """Begins a presentation and ends it.

    The window itself is not touched: the room sees a screen of its own, which borrows the window's map.

    Args:
        talk: what is presented.
        reduces_motion: says whether things jump rather than glide.
        map_panel: lends its map; None where there is none.
        window: the window, which gets the keyboard back.
        action: one of its Qt actions by its id.

    Signals:
        changed: whether something is presented now.
    """

    changed = Signal(bool)

    def __init__(
        self,
        talk: Talk,
        reduces_motion: Callable[[], bool],
        map_panel: MapPanel | None,
        window: QWidget,
        action: Callable[[str], QAction],
    ) -> None:
        super().__init__(window)
        self.talk = talk
        self._reduces_motion, self._map_panel, self._window, self._action = (
            reduces_motion,
            map_panel,
            window,
            action,
        )
        self.screen: StageScreen | None = None
        self.speaker: SpeakerWindow | None = None
        self.help: TalkHelp | None = None
        self._focus: QWidget | None = None
        self._is_swapped = False
        talk.document.replaced.connect(self.leave)

    @property
    def is_on(self) -> bool:
        """Whether something is presented."""
        return self.talk.is_on

    def begin(self) -> None:
        """Fill a screen with the first step; the speaker's window opens where there is a second screen."""
        if self.is_on:
            return
        screen = self._made()
        screen.set_reduced_motion(self._reduces_motion())
        self._focus = self._window.focusWidget()
        self.talk.begin()
        screen.begin()
        self._place()
        if len(QGuiApplication.screens()) > 1:
            self.open_speaker()
        screen.activateWindow()
        self.changed.emit(True)

    def leave(self) -> None:
        """End it; the window is as it was."""
        if not self.is_on:
            return
        if self.speaker is not None:
            self.speaker.end()
            self.speaker.hide()
        if self.help is not None:
            self.help.hide()
        self.talk.end()
        if self.screen is not None:
            self.screen.end()
            self.screen.hide()
        self._window.activateWindow()
        if self._focus is not None and isValid(self._focus):
            self._focus.setFocus(Qt.FocusReason.OtherFocusReason)
        self._focus = None
        self.changed.emit(False)

    def shutdown(self) -> None:
        """End it, and let go of both windows before the main one goes."""
        self.leave()
        for part in (self.screen, self.speaker, self.help):
            if part is not None:
                part.close()
                part.deleteLater()
        self.screen = self.speaker = self.help = None

    def open_speaker(self) -> SpeakerWindow:
        """Open the speaker's window, on the second screen where there is one."""
        from advisor.ui.stage.speaker_window import SpeakerWindow

        if self.speaker is None:
            self.speaker = SpeakerWindow(self.talk)
            self.speaker.left.connect(self.leave)
            self.speaker.wished.connect(self._grant)
            self._share(self.speaker)
        if self.speaker.isHidden():
            self.speaker.begin()
        _room, desk = self._screens()
        if desk is not None:
            _fill(self.speaker, desk)
        self.speaker.show()
        self.speaker.raise_()
        self.speaker.activateWindow()
        return self.speaker

    def swap_screens(self) -> None:
        """Show the room what the speaker had, and the other way round."""
        self._is_swapped = not self._is_swapped
        self._place()
        if self.speaker is not None and self.speaker.isVisible():
            self.open_speaker()

    def _made(self) -> StageScreen:
        from advisor.ui.stage.stage_screen import StageScreen

        if self.screen is None:
            self.screen = StageScreen(self.talk, self._map_panel)
            self.screen.left.connect(self.leave)
            self.screen.wished.connect(self._grant)
            self._share(self.screen)
        return self.screen

    def _share(self, part: QWidget) -> None:
        part.addActions([self._action(key) for key in _SHARED])

    def _screens(self) -> tuple[QScreen | None, QScreen | None]:
        primary, own = QGuiApplication.primaryScreen(), self._window.screen()
        return screens_for(QGuiApplication.screens(), primary, own, is_swapped=self._is_swapped)

    def _place(self) -> None:
        room, _desk = self._screens()
        screen = self.screen
        if screen is None:
            return
        if room is not None:
            screen.setScreen(room)
            screen.setGeometry(room.geometry())
        screen.showFullScreen()

    def _grant(self, wish: Wish) -> None:
        if wish is Wish.SPEAKER:
            self._turn_speaker()
        elif wish is Wish.SWAP:
            self.swap_screens()
        elif wish is Wish.MENU:
            self._open_menu()
        elif wish is Wish.HELP:
            self.open_help()

    def _turn_speaker(self) -> None:
        speaker = self.speaker
        if speaker is not None and speaker.isVisible():
            speaker.end()
            speaker.hide()
            if self.screen is not None:
                self.screen.activateWindow()
        else:
            self.open_speaker()

    def open_help(self) -> None:
        """Open the help at the step, on the speaker's screen where there is one."""
        from advisor.ui.window.talk_help import TalkHelp  # with all that reads and draws its pages

        if self.help is None:
            self.help = TalkHelp(self.talk.document)
            self.help.closed.connect(self._return_from_help)
        room, desk = self._screens()
        self.help.show_step(self.talk.step, desk or room)

    def _return_from_help(self) -> None:
        """To where the talk is steered from."""
        beside = self.speaker is not None and self.speaker.isVisible() and len(QGuiApplication.screens()) > 1
        back = self.speaker if beside else self.screen
        if back is not None:
            back.activateWindow()

    def _open_menu(self) -> None:
        """What can be done, with its keys."""
        screen, talk = self.screen, self.talk
        if screen is None:
            return
        menu = QMenu(screen)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        entries: Sequence[tuple[str, Callable[[], object]]] = (
            (t("Next\tPage down or right arrow"), talk.forward),
            (t("Back\tPage up or left arrow"), talk.back),
            (t("Blank screen\tB or full stop"), lambda: talk.blank(not talk.is_blank)),
            (t("Spotlight\tS, or 1 to 9"), talk.turn_light),
            (t("Sliders\tW"), screen.turn_sliders),
            (t("Speaker's window\tP"), self._turn_speaker),
            (t("Other screen\tX"), self.swap_screens),
            (t("Help\tF1"), self.open_help),
            (t("Leave\tEscape"), self.leave),
        )
        for text, do in entries:
            menu.addAction(text).triggered.connect(lambda _checked=False, run=do: run())
        menu.setMinimumWidth(round(1.15 * menu.sizeHint().width()))  # Qt forgets the sheet's padding
        menu.popup(screen.mapToGlobal(screen.rect().center()))


def _fill(window: QWidget, screen: QScreen) -> None:
    """Give a window all of a screen that programs may have, its frame within it."""
    room = screen.availableGeometry()
    window.setWindowState(Qt.WindowState.WindowNoState)  # maximised, it would stay on the screen where it is
    window.setScreen(screen)
    window.setGeometry(room.adjusted(room.width() // 4, room.height() // 4, -room.width() // 4, 0))
    window.showMaximized()


def screens_for(
    screens: Sequence[QScreen], primary: QScreen | None, own: QScreen | None, *, is_swapped: bool
) -> tuple[QScreen | None, QScreen | None]:
    """The room's screen and the speaker's, None for the speaker's where there is only one.

    The room has the screen that is not the computer's own; swapped, the other way round.

    Args:
        screens: all there are.
        primary: the computer's own.
        own: the one that the window is on.
        is_swapped: whether the user has swapped them.
    """
    if len(screens) < 2:
        return own or primary, None
    desk = primary or screens[0]
    room = next(screen for screen in screens if screen is not desk)
    return (desk, room) if is_swapped else (room, desk)

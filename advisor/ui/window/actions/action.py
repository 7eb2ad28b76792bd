"""What a declaration of an action and of a menu says."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum, auto

from advisor.ui.window.context import WindowContext
from advisor.ui.window.menu_text import plain_name


class Button(Enum):
    """How an action or a menu stands in the header."""

    NONE = auto()
    ICON = auto()
    ICON_AND_TEXT = auto()


def _always(_window: WindowContext) -> bool:
    return True


@dataclass(frozen=True, slots=True)
class Action:
    """One thing that a user can do, with all that menus, buttons, tooltips and lists say about it.

    Attributes:
        id: unique; never shown.
        text: as in the menu, with its mnemonic; an ellipsis where something is asked first.
        run: does it. An action that is switched on and off is told which; others are told False.
        help: a sentence for tooltip and lists, without a full stop.
        keys: shortcuts in Qt's portable spelling; the first one is shown.
        menu: id of the menu that holds it.
        section: actions of a menu with different numbers are kept apart by a line.
        icon: name in resources/icons, for a button.
        button: how it stands in the header.
        is_enabled: asked whenever something has changed.
        is_on: whether it is checked, for an action that is switched on and off.
        words: text that changes, in place of ``text``.
        why_not: what is missing where it is not enabled, a few words; for lists that show it all the same.
    """

    id: str
    text: str
    run: Callable[[WindowContext, bool], object]
    help: str
    menu: str
    keys: tuple[str, ...] = ()
    section: int = 0
    icon: str = ""
    button: Button = Button.NONE
    is_enabled: Callable[[WindowContext], bool] = _always
    is_on: Callable[[WindowContext], bool] | None = None
    words: Callable[[WindowContext], str] | None = None
    why_not: str = ""

    @property
    def name(self) -> str:
        """The text without mnemonic and ellipsis, for lists and screen readers."""
        return plain_name(self.text)


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of a menu that is filled when it opens (recent files)."""

    text: str
    help: str
    run: Callable[[], object]


@dataclass(frozen=True, slots=True)
class Menu:
    """A menu.

    Attributes:
        id: unique among menus.
        text: its title with mnemonic.
        parent: id of the menu that holds it, empty for a menu of the bar.
        section: where it stands in its parent, as with actions.
        help: a sentence for its button.
        icon: name in resources/icons, for a button.
        button: how it stands in the header.
        fill: lines that are made anew whenever it opens.
    """

    id: str
    text: str
    parent: str = ""
    section: int = 0
    help: str = ""
    icon: str = ""
    button: Button = Button.NONE
    fill: Callable[[WindowContext], Sequence[Entry]] | None = None

    @property
    def name(self) -> str:
        """The title without mnemonic."""
        return plain_name(self.text)

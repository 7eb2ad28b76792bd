"""What the command palette offers, as plain data, and which of it a few typed letters mean."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from itertools import chain

from PySide6.QtCore import Qt

from advisor.places.folding import folded
from advisor.scenario.names import gazetteer_of
from advisor.ui.window.actions.registry import all_actions, all_menus
from advisor.ui.window.context import WindowContext
from advisor.ui.window.keyboard_page import keys_text
from advisor.ui.window.menu_text import plain_name
from advisor.views.map.map_layers import layers_of
from advisor.words.data_words import data_text
from advisor.words.glossary import GLOSSARY, glossary
from advisor.words.translation import t

_LEAST_SCATTERED = 3  # typed letters from which they may stand apart in a name
_LEAST_WITHIN = 2  # typed letters from which they may stand within a word


@dataclass(frozen=True, slots=True)
class Offer:
    """One line of the palette.

    Attributes:
        kind: what it is, in a word: the menu of an action, or tab, place, criterion, map layer, scenario.
        name: what it is called.
        run: does it.
        help: a sentence or a word more.
        keys: its shortcuts as this system writes them; empty for none.
        why_not: why it cannot be done now; empty where it can.
        also: folded other names that it is found by, each between bars.
        is_prominent: whether it is offered before anything is typed.
    """

    kind: str
    name: str
    run: Callable[[], object]
    help: str = ""
    keys: str = ""
    why_not: str = ""
    also: str = ""
    is_prominent: bool = False
    _folded: str = field(init=False, default="")

    def __post_init__(self) -> None:
        object.__setattr__(self, "_folded", folded(self.name))

    @property
    def folded_name(self) -> str:
        """The name without accents, capitals and punctuation."""
        return self._folded


def offers_of(window: WindowContext, trigger: Callable[[str], object]) -> tuple[Offer, ...]:
    """Everything that can be done or gone to in a window now.

    Args:
        window: whose actions, study and pack are offered.
        trigger: does the action of an id, as its menu would.
    """
    return tuple(chain.from_iterable(kinds_of_offers(window, trigger)))


def kinds_of_offers(window: WindowContext, trigger: Callable[[str], object]) -> tuple[Iterator[Offer], ...]:
    """The same by kinds, each made when it is gone through; the first is offered before anybody types."""
    return (
        _actions(window, trigger),
        _filled_menus(window),
        _scenarios(window),
        _criteria(window),
        _layers(window),
        _places(window),
        _help(window),
    )


def found_offers(offers: Sequence[Offer], typed: str) -> list[Offer]:
    """The offers that typed letters mean, the likeliest first.

    The beginning of a name comes before beginnings of its words, then letters within the name, other names
    and what the help says, and last letters that stand in the name in this order but apart. Accents and
    capitals do not count. Nothing typed means the actions.

    Args:
        offers: all there are.
        typed: what somebody has typed until now.
    """
    wanted = folded(typed)
    if not wanted:
        return [offer for offer in offers if offer.is_prominent]
    ranked = [(_distance(offer, wanted), place) for place, offer in enumerate(offers)]
    near = sorted((distance, place) for distance, place in ranked if distance is not None)
    return [offers[place] for _far, place in near]


def _distance(offer: Offer, wanted: str) -> tuple[int, int] | None:
    """How far an offer is from what is wanted: the first way by which it is found, then its name's length."""
    return next(
        ((way, len(offer.folded_name)) for way, is_met in enumerate(_WAYS) if is_met(offer, wanted)), None
    )


def _is_beginning(offer: Offer, wanted: str) -> bool:
    return offer.folded_name.startswith(wanted)


def _begins_words(offer: Offer, wanted: str) -> bool:
    return f"| {wanted} |" in offer.also or _begin_words(wanted, offer.folded_name)


def _begins_words_or_kind(offer: Offer, wanted: str) -> bool:
    return _begin_words(wanted, f"{offer.folded_name} {folded(offer.kind)}")


def _is_within(offer: Offer, wanted: str) -> bool:
    return len(wanted) >= _LEAST_WITHIN and wanted in offer.folded_name


def _begins_other_name(offer: Offer, wanted: str) -> bool:
    return len(wanted) >= _LEAST_SCATTERED and f"| {wanted}" in offer.also


def _is_helped(offer: Offer, wanted: str) -> bool:
    is_typed = len(wanted) >= _LEAST_SCATTERED
    return is_typed and _begin_words(wanted, f"{offer.folded_name} {folded(offer.help)}")


def _is_scattered(offer: Offer, wanted: str) -> bool:
    """The letters stand in the name in this order, and it begins with the first."""
    letters = iter(offer.folded_name)
    is_begun = offer.folded_name[:1] == wanted[:1]
    return is_begun and len(wanted) >= _LEAST_SCATTERED and all(letter in letters for letter in wanted)


#: From the likeliest to the least likely.
_WAYS: tuple[Callable[[Offer, str], bool], ...] = (
    lambda offer, wanted: offer.folded_name == wanted,
    _is_beginning,
    _begins_words,
    _begins_words_or_kind,
    _is_within,
    _begins_other_name,
    _is_helped,
    _is_scattered,
)


def _begin_words(wanted: str, text: str) -> bool:
    """Whether each of what was typed begins a word of a text; folded, they stand a blank apart."""
    before = f" {text}"
    return all(f" {part}" in before for part in wanted.split())


def _actions(window: WindowContext, trigger: Callable[[str], object]) -> Iterator[Offer]:
    menus = {menu.id: menu.name for menu in all_menus()}
    for action in all_actions():
        if action.id == "palette":
            continue
        words = plain_name(action.words(window)) if action.words is not None else action.name
        yield Offer(
            t("Tab") if action.id.startswith("tab-") else menus[action.menu],
            words,
            partial(trigger, action.id),
            action.help,
            keys_text(action),
            "" if action.is_enabled(window) else action.why_not or t("Not possible now"),
            is_prominent=True,
        )


def _filled_menus(window: WindowContext) -> Iterator[Offer]:
    for menu in all_menus():
        for entry in menu.fill(window) if menu.fill is not None else ():
            yield Offer(menu.name, entry.text, entry.run, entry.help)


def _scenarios(window: WindowContext) -> Iterator[Offer]:
    study = window.document.study
    for at, scenario in enumerate(study.scenarios):
        is_active = scenario.name == study.active
        yield Offer(
            t("Scenario"),
            scenario.name,
            partial(window.scenarios.tabs.setCurrentIndex, at),
            t("In force now") if is_active else t("Put this scenario in force"),
        )


def _criteria(window: WindowContext) -> Iterator[Offer]:
    pack = window.document.pack
    for theme in dict.fromkeys(criterion.theme for criterion in pack.criteria):
        name = pack.theme_label(theme)
        yield Offer(t("Theme"), name, partial(window.priorities.go_to, theme), t("Go to its weight"))
    for criterion in pack.criteria:
        yield Offer(
            t("Criterion"),
            criterion.name,
            partial(window.priorities.go_to, criterion.id),
            t("Go to its weight in {theme}", theme=pack.theme_label(criterion.theme)),
        )


def _layers(window: WindowContext) -> Iterator[Offer]:
    panel = window.map_panel
    if panel is None:
        return
    for layer in layers_of(window.document.pack):
        can_show = panel.layer_actions[layer.id].isEnabled()
        why_not = "" if can_show else t("Needs a second scenario")
        yield Offer(
            t("Map layer"), layer.title, partial(panel.ask_layer, layer.id), layer.help, why_not=why_not
        )


def _help(window: WindowContext) -> Iterator[Offer]:
    from advisor.views.help.help_pages import help_pages  # its reader is loaded when somebody asks

    for term in glossary().values():
        place = f"{GLOSSARY}#{term.id}"
        yield Offer(t("Term"), term.name, partial(window.show_help, place), term.sentence)
    for page in help_pages():
        yield Offer(t("Help"), page.title, partial(window.show_help, page.name), t("A page of the help"))


def _places(window: WindowContext) -> Iterator[Offer]:
    pack = window.document.pack
    names = gazetteer_of(pack).words()
    located = {location.id: location.name for location in pack.locations}
    select = window.ranking.reveal
    for key, name in located.items():
        yield Offer(t("Place"), name, partial(select, key), t("Select it"), also=f"| {names.get(key, '')} |")
    for hub in pack.places.hubs if pack.places is not None else ():
        if hub.location_id in located:
            label = t("{hub}, {location}", hub=data_text(hub.name), location=located[hub.location_id])
            yield Offer(t("Place"), label, partial(select, hub.location_id), t("Select its country"))


def moved(offers: Sequence[Offer], current: int, key: Qt.Key, page: int) -> int:
    """The line that a key leads to, from the current one; page keys stop at the ends, arrows go round.

    Args:
        offers: the lines that are shown.
        current: the line now.
        key: which was pressed.
        page: lines that are seen at once.

    Returns:
        The line, -1 where there is none.
    """
    last = len(offers) - 1
    if last < 0:
        return -1
    steps = {
        Qt.Key.Key_Down: 0 if current >= last else current + 1,
        Qt.Key.Key_Up: last if current <= 0 else current - 1,
        Qt.Key.Key_PageDown: min(last, current + page),
        Qt.Key.Key_PageUp: max(0, current - page),
    }
    return steps.get(key, current)

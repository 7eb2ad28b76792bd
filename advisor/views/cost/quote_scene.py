"""Providers' quotes against what the work should cost, and what it costs a provider: prices of an hour."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from advisor.costs.quotes import QuoteCheck
from advisor.views.cost.quote_words import position_word, quote_lines
from advisor.views.look.theme import GAP
from advisor.views.scene.box import Box, Size
from advisor.views.scene.marks import Align, Bar, Dot, Rule
from advisor.views.scene.roles import Role
from advisor.views.scene.scales import Scale, ticks
from advisor.views.scene.scene import Scene, Sheet
from advisor.views.scene.type_styles import Measurer, Style
from advisor.words.formatting import axis_texts
from advisor.words.locale import digits
from advisor.words.tables import tab_separated
from advisor.words.translation import t

_LEAST_HEIGHT = 92.0
_RADIUS, _LARGE = 4.0, 6.0


@dataclass(frozen=True, slots=True)
class JudgedQuote:
    """A quote with its judgement.

    Attributes:
        key: unique among those shown together.
        name: whose it is.
        check: the judgement, USD.
    """

    key: str
    name: str
    check: QuoteCheck


def quote_scene(
    quotes: Sequence[JudgedQuote],
    chosen: str,
    place: str,
    money: tuple[str, float],
    size: Size,
    measure: Measurer,
) -> Scene:
    """Two ranges, one above the other, and every quote on one line through both.

    Args:
        quotes: one at least; the ranges are those of the first.
        chosen: key of the quote that the sentence speaks of.
        place: name of the location.
        money: currency, and what a dollar buys in it.
        size: of the whole.
        measure: how long texts are.
    """
    currency, per_usd = money
    shown = next((each for each in quotes if each.key == chosen), quotes[0])
    check = shown.check
    sheet = Sheet(size, measure, quote_lines(check, place, currency, per_usd)[1])
    area = sheet.opened()
    rows = [
        ("should", t("Should cost"), check.should_cost_hour, Role.WHOLE),
        ("cost", t("Provider's own cost"), check.cost_hour, Role.PLACE),
    ]
    names = sheet.widest(name for _, name, _, _ in rows) + GAP
    prices = [each.check.price_hour * per_usd for each in quotes]
    most = max([*prices, *(three[2] * per_usd for _, _, three, _ in rows)]) * 1.06
    line = sheet.height()
    plot = Box(area.x + names, area.y + line + 2, area.width - names - GAP, area.height - 2 * line - 6)
    scale = Scale(0.0, most, plot.x, plot.right)
    marks = ticks(0.0, most, max(2, int(plot.width / 60)))
    for mark, text in zip(marks, axis_texts(marks), strict=True):
        at, width = scale.at(mark), sheet.width(text) + 2
        sheet.gridline((at, plot.y), (at, plot.bottom))
        if at + width / 2 <= plot.right:
            sheet.write(Box(at - width / 2, plot.bottom + 2, width, line), text, role=Role.QUIET)
    height = plot.height / len(rows)
    for number, (key, name, three, role) in enumerate(rows):
        low, middle, high = (end * per_usd for end in three)
        box = Box(plot.x, plot.y + number * height, plot.width, height)
        told = {"low": digits(low, 2), "high": digits(high, 2), "middle": digits(middle, 2)}
        words = t("{what}: {currency} {low} to {high}, middle {middle}", what=name, currency=currency, **told)
        sheet.write(Box(area.x, box.y, names - GAP, height), name, role=Role.QUIET)
        bar = Box(scale.at(low), box.y + height * 0.25, scale.at(high) - scale.at(low), height * 0.5)
        sheet.add(Bar(bar, key=key, words=words, role=role, values=(low, high), opacity=0.55))
        sheet.add(
            Rule((scale.at(middle), bar.y), (scale.at(middle), bar.bottom), 2.0, role=role, values=(middle,))
        )
    for each, price in sorted(zip(quotes, prices, strict=True), key=lambda pair: pair[0] is shown):
        _quote(sheet, each, price, scale.at(price), plot, is_shown=each is shown, currency=currency)
    header = [t("Quote"), t("Price of an hour, {currency}", currency=currency), t("Position")]
    table: list[list[str | float]] = [
        [each.name, price, position_word(each.check.position)]
        for each, price in zip(quotes, prices, strict=True)
    ]
    return sheet.done(lambda: tab_separated(header, table), marked=shown.key, least_height=_LEAST_HEIGHT)


def _quote(
    sheet: Sheet, each: JudgedQuote, price: float, x: float, plot: Box, *, is_shown: bool, currency: str
) -> None:
    role = Role.ACCENT if is_shown else Role.QUIET
    middle = plot.y + plot.height / 2
    words = t(
        "{name}: {currency} {price} for a productive hour, {position}",
        name=each.name,
        currency=currency,
        price=digits(price, 2),
        position=position_word(each.check.position),
    )
    sheet.add(Rule((x, plot.y - 2), (x, plot.bottom), 2.0 if is_shown else 1.0, role=role))
    radius = _LARGE if is_shown else _RADIUS
    sheet.add(Dot(x, middle, radius, Role.PANEL, 1.0, key=each.key, words=words, role=role, values=(price,)))
    if is_shown:
        text = t("{name} {price}", name=each.name, price=digits(price, 2))
        width = min(sheet.width(text, Style.SMALL_STRONG) + 2, plot.width)
        left = min(max(plot.x, x - width / 2), plot.right - width)
        box = Box(left, plot.y - sheet.height() - 2, width, sheet.height())
        sheet.write(box, text, Style.SMALL_STRONG, Role.ACCENT, Align.CENTRE)

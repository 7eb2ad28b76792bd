"""What is wrong with a scenario or a study, in sentences that name the entry, the cause and the cure."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from advisor.words.plain_text import one_line
from advisor.words.translation import mark, marked, t, tn

if TYPE_CHECKING:
    from pydantic import ValidationError
    from pydantic_core import ErrorDetails

_MOST_NAMED = 8  # problems in one message
_MOST_LETTERS = 40  # of a value that is quoted
MOST_DIGITS = 30  # of a whole number that is looked at; all larger ones are as absurd
ABSURD: int = 10**MOST_DIGITS


LONGEST_MESSAGE = 2_000  # letters; several problems may be listed


class ScenarioError(ValueError):
    """A scenario that cannot be assessed; the message names the cause and the cure."""

    def __init__(self, message: str) -> None:
        super().__init__(one_line(message, LONGEST_MESSAGE))


def problems_of(error: ValidationError) -> list[str]:
    """What a failed validation found, one phrase each: ``headcount: 0 is below 1``."""
    found = []
    details = error.errors(include_url=False)
    for detail in details:
        if detail["type"] == "too_short" and any(_is_within(one, detail) for one in details):
            continue  # it has what is wrong, which is told of itself
        place, cause = place_text(detail["loc"]), _cause(detail)
        found.append(f"{place}: {cause}" if place else cause)
    return found


def _is_within(part: ErrorDetails, whole: ErrorDetails) -> bool:
    inner, outer = part["loc"], whole["loc"]
    return len(inner) > len(outer) and inner[: len(outer)] == outer


def listed(problems: Sequence[str]) -> str:
    """Several problems as one bounded list: the first of them, and how many more there are."""
    text = "; ".join(problems[:_MOST_NAMED])
    more = len(problems) - _MOST_NAMED
    return tn("{list}; and {count} more", "{list}; and {count} more", more, list=text) if more > 0 else text


def place_text(parts: Sequence[int | str]) -> str:
    """Where an entry stands in a file: ``scenarios[0].must_haves.bounds[1].limit``."""
    text = ""
    for part in parts:
        if isinstance(part, int):
            text += f"[{part}]"
        else:
            text += f".{_short(part)}" if text else _short(part)
    return text


# What validation may find, by the kind of error, with what it is told of each.
_CAUSES = {
    "greater_than_equal": mark("{value} is below {ge}"),
    "less_than_equal": mark("{value} is above {le}"),
    "finite_number": mark("{value} is not a number to count with"),
    "int_type": mark("{value} is not a whole number"),
    "int_from_float": mark("{value} is not a whole number"),
    "float_type": mark("{value} is not a number"),
    "bool_type": mark("{value} is neither true nor false"),
    "string_type": mark("{value} is not a text"),
    "string_unicode": mark("it holds half a character (a lone surrogate)"),
    "string_too_short": mark("it is empty"),
    "string_too_long": mark("the text is longer than {max_length} letters"),
    "string_pattern_mismatch": mark("{value} is not of the form wanted here, or holds control characters"),
    "tuple_type": mark("{value} is not a list"),
    "frozen_set_type": mark("{value} is not a list"),
    "mapping_type": mark("{value} is not a group of entries"),
    "dataclass_type": mark("{value} is not a group of entries"),
    "too_short": mark("at least {min_length} is needed"),
    "too_long": mark("there are more than {max_length} entries"),
    "literal_error": mark("{value} is none of {expected}"),
    "extra_forbidden": mark("this entry is not known"),
    "unexpected_keyword_argument": mark("this entry is not known"),
    "missing": mark("this entry is missing"),
}


def _cause(detail: ErrorDetails) -> str:
    context = detail.get("ctx", {})
    if template := _CAUSES.get(detail["type"]):
        limits = {
            name: value if name == "expected" else value_text(value)
            for name, value in context.items()
            if name != "value"
        }
        return marked(template, value=value_text(detail["input"]), **limits)
    if detail["type"] == "value_error":
        return str(context["error"]).rstrip(".")
    return detail["msg"][:1].lower() + detail["msg"][1:]


def value_text(value: Any) -> str:
    """A value as it may be quoted in a sentence, however long or large it is."""
    if isinstance(value, str):
        return f"'{_short(value)}'"
    if isinstance(value, bool) or value is None:
        return str(value).lower() if value is not None else "null"
    if isinstance(value, int) and abs(value) >= ABSURD:
        return t("a number of more than {count} digits", count=MOST_DIGITS)
    if isinstance(value, int | float):
        if isinstance(value, int) and abs(value) < 10**15:
            return f"{value:,}" if abs(value) >= 10_000 else str(value)
        return f"{float(value):g}"
    return t("a list") if isinstance(value, list | tuple | set | frozenset) else t("a group of entries")


def _short(text: str) -> str:
    """The beginning of a text, without anything that breaks or hides a line."""
    shown = text if len(text) <= _MOST_LETTERS else f"{text[:_MOST_LETTERS]}…"
    return "".join(letter if letter.isprintable() else "?" for letter in shown)

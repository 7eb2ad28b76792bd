"""Brings the catalogues of all languages up to date with the code: ``python -m advisor.words.catalogues``.

Texts are collected from calls of ``t``, ``tn``, ``tc`` and ``mark``. What a language lacks, and places that a
translation has lost or invented, are named; with ``--check`` nothing is written, and any of that is an error.
"""

from __future__ import annotations

import ast
import io
import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po, write_po

from advisor.words.place_names import FORMS
from advisor.words.translation import LANGUAGES

_TEXTS = {"t": 1, "mark": 1, "tn": 2, "tc": 2}  # how many of the first arguments are texts
_CALLED = re.compile(rf"\b({'|'.join(_TEXTS)})\s*\(")
_DEFINED_IN = "translation.py"
_PACKAGE = Path(__file__).resolve().parents[1]
_PLACES = re.compile(r"\{(\w+)[^{}]*\}")
_FORM = re.compile(r"\{\w+:([^{}]*)\}")
_WIDTH = 110
# What would change a file although no text did, or says nothing.
_UNSTEADY = tuple(
    f'"{name}'.encode()
    for name in (
        "Project-Id-Version",
        "Report-Msgid-Bugs-To",
        "POT-Creation-Date",
        "PO-Revision-Date",
        "Last-Translator",
        "Language-Team",
        "Generated-By",
    )
)


@dataclass(frozen=True, slots=True)
class Fault:
    """A text that a language does not have right.

    Attributes:
        language: ISO 639 code.
        text: the English text.
        cause: what is wrong.
    """

    language: str
    text: str
    cause: str


class NotLiteralError(ValueError):
    """A call whose text is no literal, so that no translator can see it; the message names file and line."""


def collected(package: Path = _PACKAGE) -> Catalog:
    """All texts of the code, without the lines where they stand, which change with every edit.

    Raises:
        NotLiteralError: a text that is put together when the program runs.
    """
    catalogue = Catalog(project="Location Advisor", fuzzy=False)
    for path in sorted(package.rglob("*.py")):
        code = path.read_text(encoding="utf-8")
        if path.name == _DEFINED_IN or not _CALLED.search(code):
            continue
        for node in ast.walk(ast.parse(code)):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in _TEXTS:
                texts = [_literal(argument, path) for argument in node.args[: _TEXTS[node.func.id]]]
                context = texts.pop(0) if node.func.id == "tc" else None
                catalogue.add(tuple(texts) if len(texts) > 1 else texts[0], context=context)
    return catalogue


def _literal(argument: ast.expr, path: Path) -> str:
    if isinstance(argument, ast.Constant) and isinstance(argument.value, str):
        return argument.value
    raise NotLiteralError(f"{path}, line {argument.lineno}: a text for translation must be a literal")


def faults_of(catalogue: Catalog, wanted: Catalog) -> Iterator[Fault]:
    """What a language lacks, has to spare, or has with other places than the English text."""
    language = str(catalogue.locale_identifier)
    for message in wanted:
        if not message.id:
            continue
        known = catalogue.get(_key(message), message.context)
        if known is None or not _texts(known.string) or known.fuzzy:
            yield Fault(language, _key(message), "is not translated")
            continue
        if isinstance(message.id, tuple) and len(_texts(known.string)) != catalogue.num_plurals:
            yield Fault(language, _key(message), f"needs {catalogue.num_plurals} forms, one a kind of number")
        places = set(_PLACES.findall(" ".join(_texts(message.id))))
        for text in _texts(known.string):
            strange = set(_PLACES.findall(text)) - places
            unknown = set(_FORM.findall(text)) - FORMS
            if unknown:
                yield Fault(language, _key(message), f"asks for {sorted(unknown)}, which no name has")
            if strange:
                yield Fault(language, _key(message), f"has {sorted(strange)}, which the English text has not")
        lost = places - set(_PLACES.findall(" ".join(_texts(known.string)))) - {"count"}
        if lost:
            yield Fault(language, _key(message), f"lost {sorted(lost)}")


def update(catalogue: Catalog, wanted: Catalog) -> bytes:
    """A catalogue with exactly the wanted texts, known translations kept, as the text of a ``.po`` file."""
    catalogue.update(wanted, no_fuzzy_matching=True)
    catalogue.obsolete.clear()
    return _po(catalogue)


def _po(catalogue: Catalog) -> bytes:
    content = io.BytesIO()
    write_po(content, catalogue, width=_WIDTH, no_location=True, omit_header=False, sort_output=True)
    return b"".join(
        line for line in content.getvalue().splitlines(keepends=True) if not line.startswith(_UNSTEADY)
    )


def _key(message: Message) -> str:
    return message.id if isinstance(message.id, str) else message.id[0]


def _texts(text: str | Sequence[str] | None) -> list[str]:
    parts = [text] if isinstance(text, str) else list(text or ())
    return [part for part in parts if part]


def main(arguments: Sequence[str]) -> int:
    """Write or check; returns 1 if a language has faults."""
    wanted, count = collected(), 0
    for path in sorted(LANGUAGES.glob("*.po")):
        with path.open("rb") as file:
            catalogue = read_po(file, path.stem)
        for fault in faults_of(catalogue, wanted):
            print(f"{path.name}: '{fault.text}' {fault.cause}")
            count += 1
        if "--check" not in arguments:
            path.write_bytes(update(catalogue, wanted))
    print(f"{len(wanted)} texts, {count} faults")
    return 1 if count else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

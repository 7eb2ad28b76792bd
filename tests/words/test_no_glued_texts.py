"""Every text that a person reads is one whole template, handed to the one translation function."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

import pytest

import advisor

PACKAGE = Path(advisor.__file__).parent
# Makes the default pack, its notes and its report: data, in the language of the pack.
MAKES_DATA = "datapack/build"
# What no person reads although it has words: file, and a part of the text.
NO_TEXTS = (
    ("scenario/edits/presets.py", ", "),  # where indices are published
    ("scenario/study/checks.py", "location-advisor "),  # commands
    ("scenario/study/inside_geopackage.py", "SELECT"),  # asks a file
    ("scenario/study/embedding.py", "Study file"),  # a name inside files
    ("scenario/study/scenario.py", "Untitled scenario"),  # a name that stands in files
    ("cli/data/defaults_report.py", ""),  # makes a page of the documentation
    ("datapack/documentation.py", ""),  # makes a page of the documentation
    ("datapack/template.py", ""),  # writes files of a pack, whose words are the same in every language
    ("scenario/intake/vocabulary.py", ""),  # words of tables, which are compared and never shown
    ("cli/data/importing.py", "--duplicates "),
    ("datapack/functions.py", ' = "'),  # as it stands in a file
    ("datapack/geojson.py", "beyond the system"),  # caught where it is raised
    ("datapack/pack_header.py", ' = "'),  # as it stands in a file
    ("export/rasterizer.py", "import sys"),  # a program of its own
    ("export/report/html_map.py", "natural earth"),  # a projection of the plotting library
    ("places/city_aliases.py", ""),  # names that people type
    ("places/country_aliases.py", ""),  # names that people type
    ("places/flags.py", "as of "),  # how notes of the pack begin
    ("places/gazetteer.py", "de fr es it"),  # codes of languages
    ("places/languages.py", "written standard"),  # how notes of the pack begin
    ("places/timezones.py", "dict["),  # types
    ("cli/main.py", "location-advisor "),  # what the program is called
    ("cli/options/scenario_options.py", "--must "),
    ("cli/errors.py", "location-advisor: "),  # how programs begin their messages
    ("export/ranking_csv.py", "insufficient data"),  # a code in files for other programs
    ("ui/window/application.py", "location-advisor: "),  # how programs begin their messages
    ("ui/window/screenshots.py", "The map was not drawn in time"),  # makes the pictures of the documentation
    ("views/scene/svg.py", "system-ui"),
    ("views/scene/svg.py", 'rx="'),
)
TRANSLATING = {"t", "tn", "tc"}
TEXTS = {"t": 1, "tn": 2, "tc": 2, "mark": 1}
SHOWING = {
    "QAction",
    "QCheckBox",
    "QGroupBox",
    "QLabel",
    "QPushButton",
    "QRadioButton",
    "addAction",
    "addItem",
    "addMenu",
    "addTab",
    "label",
    "setAccessibleDescription",
    "setAccessibleName",
    "setPlaceholderText",
    "setStatusTip",
    "setText",
    "setTitle",
    "setToolTip",
    "setWindowTitle",
}
# Errors in the use of a function are read by programmers, as are logs.
FOR_PROGRAMMERS = {"FileNotFoundError", "KeyError", "RuntimeError", "TypeError", "ValueError"}
LOGGING = {"debug", "info", "warning", "error", "exception"}
GAP = "\N{OBJECT REPLACEMENT CHARACTER}"  # where a value stands in an f-string
WORDS = re.compile(rf"[A-Za-z]{{2,}}[,;:.]? [a-z]{{2,}}|{GAP}[,;:.]? [a-z]{{2,}}|[A-Za-z]{{2,}}[,;:]? {GAP}")
MARKUP = re.compile(r"<[^>]*>")
STYLE = re.compile(r"\w \{ ?[\w-]+: |[\w-]+: ?[^;]+;|^[a-z]+(-[a-z]+)+: [\w-]+$")
PLACE = re.compile(r"\{(\d*)[}:!]")


def test_that_rooms_say_whole_sentences_through_the_one_function() -> None:
    found = [
        f"{path.relative_to(PACKAGE)}:{line} {what}"
        for path in sorted(PACKAGE.rglob("*.py"))
        if not _is_left_out(path)
        for line, what in faults(path.read_text(encoding="utf-8"))
        if not any(str(path.relative_to(PACKAGE)) == file and part in what for file, part in NO_TEXTS)
    ]
    assert found == []


def test_that_every_exception_is_needed() -> None:
    for file, part in NO_TEXTS:
        found = faults((PACKAGE / file).read_text(encoding="utf-8"))
        assert any(part in what for _, what in found), (file, part)


@pytest.mark.parametrize(
    "code",
    [
        "def f(self): self.tr('Close')",
        "def f(name): return f'{name} leads by far'",
        "def f(name): return f'Weights of {name}'",
        "def f(): return 'Not known'",
        "def f(w): w.setText('Weights')",
        "def f(n): return t('Weights of {}').format(n)",
        "def f(n): return t('Weights of {0}', n)",
        "def f(n): return SHARE.format(n)",
        "def f(n): return t('Weights') + n",
        "def f(n): n += t('; and more')",
        "TITLE = t('Weights')",
        "def f(title=t('Weights')): ...",
        "class A:\n    title = t('Weights')",
    ],
)
def test_that_a_glued_or_an_untranslated_text_is_found(code: str) -> None:
    assert list(faults(code))


@pytest.mark.parametrize(
    "code",
    [
        '"""A module that says something."""',
        "def f(name): return t('{name} leads by far', name=name)",
        "def f(a, b): return f'{a} {b}'",
        "def f(w): w.setText(t('Weights'))",
        "TITLES = {1: mark('Not known')}",
        "def f(): raise ValueError('This must not be')",
        "def f(w, c): w.setStyleSheet(f'color: {c}; font-weight: 600;')",
        "def f(c): return f'<div style=\"color: {c}\">{c}</div>'",
        "def f(facts): return facts['Legal origin']",
        "class Role(StrEnum):\n    EDGE = 'theme edge'",
    ],
)
def test_that_what_is_no_glued_text_passes(code: str) -> None:
    assert list(faults(code)) == []


# Finding -------------------------------------------------------------------------------------------------


def test_that_a_text_that_is_kept_is_made_anew_in_another_language() -> None:
    found = [
        f"{path.relative_to(PACKAGE)}: {name}"
        for path in sorted(PACKAGE.rglob("*.py"))
        for name in kept_texts(path.read_text(encoding="utf-8"))
    ]
    assert found == []


def test_that_a_kept_text_is_found() -> None:
    kept = "@cache\ndef about():\n    return {'a': t('About it')}\n"
    assert list(kept_texts(kept)) == ["about"]
    assert list(kept_texts(kept + "follow_language(about.cache_clear)\n")) == []
    assert list(kept_texts("@lru_cache(maxsize=2)\ndef about():\n    return 1\n")) == []


def kept_texts(code: str) -> Iterator[str]:
    """Functions that remember what they return, say texts, and do not forget them with the language.

    One that raises what it says keeps nothing, and one within another goes when that ends.
    """
    if "cache" not in code:  # most modules: they need not be taken apart to be seen to keep nothing
        return
    for node in ast.parse(code).body:
        if not isinstance(node, ast.FunctionDef) or f"follow_language({node.name}.cache_clear)" in code:
            continue
        keeps = {_name(one) or getattr(one, "id", "") for one in node.decorator_list}
        raised = {id(part) for one in ast.walk(node) if isinstance(one, ast.Raise) for part in ast.walk(one)}
        says = any(_name(one) in {*TRANSLATING, "marked"} and id(one) not in raised for one in ast.walk(node))
        if says and keeps & {"cache", "lru_cache"}:
            yield node.name


def _is_left_out(path: Path) -> bool:
    return path.is_relative_to(PACKAGE / MAKES_DATA) or path.parent.name == "words"


def faults(code: str) -> Iterator[tuple[int, str]]:
    """Line and cause of every text that is glued, not translated, or translated too early."""
    tree = ast.parse(code)
    nodes = list(ast.walk(tree))
    passed = _passed(nodes)
    for node in nodes:
        if isinstance(node, ast.Call):
            yield from _call_faults(node)
        if id(node) in passed:
            continue
        if isinstance(node, ast.JoinedStr) and _has_words(text := _with_gaps(node)):
            yield node.lineno, f"is glued: {text}"
        elif isinstance(node, ast.Constant) and isinstance(node.value, str) and _has_words(node.value):
            yield node.lineno, f"is not translated: {node.value}"
        elif isinstance(node, ast.BinOp | ast.AugAssign) and isinstance(node.op, ast.Add):
            ends = (node.left, node.right) if isinstance(node, ast.BinOp) else (node.value,)
            if any(_name(end) in TRANSLATING for end in ends):
                yield node.lineno, "is glued with +"
    yield from _early(tree)


def _call_faults(node: ast.Call) -> Iterator[tuple[int, str]]:
    name = _name(node)
    first = node.args[0] if node.args else None
    if name == "tr":
        yield node.lineno, "goes through Qt's tr"
    filled = node.func.value if name == "format" and isinstance(node.func, ast.Attribute) else None
    if _name(filled) in TRANSLATING or (isinstance(filled, ast.Name) and filled.id.isupper()):
        yield node.lineno, "is filled in by format"
    if name in SHOWING and isinstance(first, ast.Constant) and re.search(r"[A-Za-z]{2,}", str(first.value)):
        yield node.lineno, f"is not translated: {first.value}"  # type: ignore[str-bytes-safe]
    for text in node.args[: TEXTS.get(name, 0)]:
        if isinstance(text, ast.Constant) and PLACE.search(str(text.value)):
            yield node.lineno, f"has a place without a name: {text.value}"  # type: ignore[str-bytes-safe]


def _early(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """Texts that are made when a module is imported keep the language of that moment."""

    def visit(node: ast.AST) -> Iterator[tuple[int, str]]:
        if isinstance(node, ast.Call) and _name(node) in TRANSLATING:
            yield node.lineno, "is translated when the module is imported"
        parts = list(ast.iter_child_nodes(node))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda):
            defaults = node.args.defaults + [one for one in node.args.kw_defaults if one is not None]
            parts = [*defaults, *getattr(node, "decorator_list", [])]
        for part in parts:
            yield from visit(part)

    yield from visit(tree)


def _passed(nodes: Iterable[ast.AST]) -> set[int]:
    """Nodes whose words nobody reads, or which are translated."""
    passed: set[int] = set()
    for node in nodes:
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            passed.add(id(node.value))  # docstrings
        elif isinstance(node, ast.JoinedStr):
            passed |= {id(part) for part in node.values if isinstance(part, ast.Constant)}
        elif isinstance(node, ast.Subscript):
            passed.add(id(node.slice))
        elif _is_enum(node) or (isinstance(node, ast.Raise) and _name(node.exc) in FOR_PROGRAMMERS):
            passed |= {id(part) for part in ast.walk(node)}
        elif isinstance(node, ast.Call) and _name(node) in {*TEXTS, "marked"}:
            passed |= {id(part) for part in node.args if isinstance(part, ast.Constant)}
        elif isinstance(node, ast.Call) and _name(node) in LOGGING:
            passed |= {id(part) for part in node.args}
    return passed


def _is_enum(node: ast.AST) -> bool:
    bases = node.bases if isinstance(node, ast.ClassDef) else []
    return any(isinstance(base, ast.Name) and base.id.endswith("Enum") for base in bases)


def _name(node: ast.AST | None) -> str:
    """What is called; empty for what is no call."""
    called = node.func if isinstance(node, ast.Call) else None
    if isinstance(called, ast.Name):
        return called.id
    return called.attr if isinstance(called, ast.Attribute) else ""


def _with_gaps(node: ast.JoinedStr) -> str:
    return "".join(str(part.value) if isinstance(part, ast.Constant) else GAP for part in node.values)


@cache
def _has_words(text: str) -> bool:
    return not STYLE.search(text) and WORDS.search(MARKUP.sub("", text)) is not None

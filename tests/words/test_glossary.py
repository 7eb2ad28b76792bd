"""Each term is defined once, in the glossary of the help, and tooltips say the same."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

import advisor
from advisor.core.aggregation.registry import aggregation_methods
from advisor.paths import HELP
from advisor.words.glossary import glossary, meaning, with_meaning
from advisor.words.translation import ENGLISH, set_language

PACKAGE = Path(advisor.__file__).parent


def modules_with_terms() -> list[ast.Module]:
    """Those that know the glossary."""
    texts = (path.read_text(encoding="utf-8") for path in PACKAGE.rglob("*.py"))
    return [ast.parse(text) for text in texts if "advisor.words.glossary" in text]


def test_that_every_line_of_the_glossary_is_a_term_with_one_sentence():
    lines = (HELP / "en" / "glossary.md").read_text(encoding="utf-8").splitlines()
    entries = [line for line in lines if line.startswith("<a id=")]
    terms = glossary()
    assert len(entries) == len(terms) > 60
    for term in terms.values():
        assert re.fullmatch(r"[A-Z0-9].*[.]", term.sentence), term.id
        assert ". " not in term.sentence, f"{term.id} takes more than one sentence"
        assert not re.search(r"[*<\[`]", term.sentence), f"{term.id} has markup"
        assert term.more, f"{term.id} leads nowhere"


def test_that_a_translated_glossary_has_the_same_terms_that_lead_to_the_same_places():
    english = glossary("en")
    for path in HELP.glob("*/glossary.md"):
        found = glossary(path.parent.name)
        assert set(found) == set(english), path.parent.name
        for term in found.values():
            assert term.more == english[term.id].more, term.id
            assert re.fullmatch(r"[A-Z0-9Á-Ú].*[.]", term.sentence), term.id


def test_that_terms_stand_in_the_order_of_their_names_within_each_part():
    text = (HELP / "en" / "glossary.md").read_text(encoding="utf-8")
    for part in text.split("\n## ")[1:]:
        ids = re.findall(r'<a id="([a-z0-9-]+)">', part)
        assert len(ids) == len(set(ids))


def test_that_every_term_that_the_program_explains_in_a_tooltip_is_in_the_glossary():
    used = {
        argument.value
        for module in modules_with_terms()
        for node in ast.walk(module)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id in ("meaning", "with_meaning")
        for argument in node.args[(1 if node.func.id == "with_meaning" else 0) :]
        if isinstance(argument, ast.Constant)
    }
    used |= {
        value.value
        for module in modules_with_terms()
        for node in module.body
        if isinstance(node, ast.Assign | ast.AnnAssign) and isinstance(node.value, ast.Dict)
        for target in (node.targets if isinstance(node, ast.Assign) else [node.target])
        if isinstance(target, ast.Name) and target.id == "_TERMS"
        for value in node.value.values
        if isinstance(value, ast.Constant)
    }
    assert len(used) > 8
    assert used <= set(glossary())


def test_that_every_method_of_aggregation_is_a_term():
    assert set(aggregation_methods()) <= set(glossary())


def test_that_a_tooltip_says_what_its_term_means_below_its_words():
    said = with_meaning("Rankings agree well", "kendall-w")
    assert said.splitlines() == ["Rankings agree well", glossary()["kendall-w"].sentence]


def test_that_a_language_without_a_glossary_mixes_no_english_in():
    set_language("xx")
    try:
        assert with_meaning("Palabras", "kendall-w") == "Palabras"
        assert meaning("kendall-w") == ""
    finally:
        set_language(ENGLISH)


def test_that_a_term_that_is_not_there_is_an_error_of_the_programmer():
    with pytest.raises(KeyError):
        meaning("no-such-term")

"""The pages of the help: the Markdown files of ``docs/help``, the same that a code host shows.

Pages are ours, and still only a little of HTML passes: anchors, subscripts and superscripts. Everything else
that looks like markup is shown as it is typed, and nothing leads out of the help.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from html import unescape

from markdown_it import MarkdownIt
from markdown_it.token import Token

from advisor.paths import HELP
from advisor.words.translation import ENGLISH, language

CONTENTS = "README"  # what a code host shows first
PICTURES = HELP / "pictures"
_ANCHOR = re.compile(r'<a id="([a-z0-9-]+)"></a>')
_SAFE_TAG = re.compile(r"&lt;(/?su[bp])&gt;")
_SAFE_ANCHOR = re.compile(r"&lt;a id=&quot;([a-z0-9-]+)&quot;&gt;&lt;/a&gt;")
_FORMULA = re.compile(r"<blockquote>\s*<p>(.*?)</p>\s*</blockquote>", re.DOTALL)
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_TERM = re.compile(r'<a id="(?P<id>[a-z0-9-]+)"></a>\*\*(?P<name>[^*]+)\*\*:')
_TERM_LEVEL = 3
_TAGS = re.compile(r"<[^>]+>")
_PLAIN_TAGS = re.compile(r"</?su[bp]>")


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and what stands below it until the next.

    Attributes:
        heading: without markup; the title of the page for its first section. A term of the glossary is one.
        anchor: where links lead, empty for a heading without one.
        level: 1 for the title of the page.
        words: the text without markup.
    """

    heading: str
    anchor: str
    level: int
    words: str


@dataclass(frozen=True, slots=True)
class HelpPage:
    """One page.

    Attributes:
        name: of its file, the same in every language.
        language: ISO 639 code of the language that it is written in.
        title: its first heading.
        html: what is shown; anchors are named, pictures have paths below ``docs/help``.
        sections: what it says, for searching.
        anchors: every place that can be led to.
        links: where it leads, as in the file: ``page.md#place``, ``#place``.
        pictures: names of the files that it shows.
    """

    name: str
    language: str
    title: str
    html: str
    sections: tuple[Section, ...]
    anchors: frozenset[str]
    links: tuple[str, ...]
    pictures: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Place:
    """A place in the help, as ``page#anchor``.

    Attributes:
        page: name of the page.
        anchor: within it, empty for its beginning.
    """

    page: str
    anchor: str = ""

    @classmethod
    def of(cls, text: str, page: str = "") -> Place:
        """Read a place, or a link of a page.

        Args:
            text: ``weights``, ``weights#swings``, ``weights.md#swings`` or ``#swings``.
            page: the page that a link without one is on.
        """
        name, _, anchor = text.partition("#")
        return cls(name.removesuffix(".md") or page, anchor)

    def __str__(self) -> str:
        return f"{self.page}#{self.anchor}" if self.anchor else self.page


def page_names() -> tuple[str, ...]:
    """The names of all pages, in the order of the contents."""
    listed = [Place.of(link).page for link in read_page(CONTENTS, ENGLISH).links]
    return (CONTENTS, *dict.fromkeys(listed))


def help_page(name: str) -> HelpPage:
    """A page in the language in force, or in English where there is none.

    Raises:
        KeyError: there is no such page.
    """
    code = language()
    return read_page(name, code if (HELP / code / f"{name}.md").is_file() else ENGLISH)


def help_pages() -> tuple[HelpPage, ...]:
    """All pages in the order of the contents, each in the language in force where there is one."""
    return tuple(help_page(name) for name in page_names())


@cache
def read_page(name: str, code: str) -> HelpPage:
    """A page in a language.

    Raises:
        KeyError: it is not there.
    """
    path = HELP / code / f"{name}.md"
    if not re.fullmatch(r"[A-Za-z-]+", name) or not path.is_file():
        raise KeyError(name)
    text = _COMMENT.sub("", path.read_text(encoding="utf-8"))
    reader = MarkdownIt("commonmark", {"html": False}).enable("table")
    tokens = reader.parse(text)
    inlines = [child for token in tokens for child in token.children or ()]
    sections = tuple(_sections(tokens))
    return HelpPage(
        name,
        code,
        sections[0].heading,
        _html(reader.renderer.render(tokens, reader.options, {})),
        sections,
        frozenset(_ANCHOR.findall(text)),
        tuple(str(child.attrs["href"]) for child in inlines if child.type == "link_open"),
        tuple(
            str(child.attrs["src"]).removeprefix("../pictures/") for child in inlines if child.type == "image"
        ),
    )


def _html(rendered: str) -> str:
    rendered = _SAFE_TAG.sub(r"<\1>", rendered)
    rendered = _SAFE_ANCHOR.sub(r'<a name="\1"></a>', rendered)
    rendered = rendered.replace("<p><img ", '<p class="picture"><img ')
    # A quotation is a formula; it stands in a box of its own.
    return _FORMULA.sub(r'<table class="formula" width="100%"><tr><td>\1</td></tr></table>', rendered)


def _sections(tokens: Sequence[Token]) -> Iterator[Section]:
    heading, anchor, level, words = "", "", 1, list[str]()
    begun = False
    for before, token in zip([None, *tokens], tokens, strict=False):
        if token.type not in ("inline", "fence", "code_block"):
            continue
        if before is not None and before.type == "heading_open":
            if begun:
                yield Section(heading, anchor, level, " ".join(words))
            found = _ANCHOR.search(token.content)
            heading, anchor = plain(token), found[1] if found else ""
            level, words, begun = int(before.tag[1]), [], True
        elif term := _TERM.match(token.content):
            yield Section(heading, anchor, level, " ".join(words))
            heading, anchor = term["name"], term["id"]
            level, words = _TERM_LEVEL, [plain(token).removeprefix(f"{heading}:").strip()]
        else:
            words.append(plain(token))
    yield Section(heading, anchor, level, " ".join(words))


def plain(token: Token) -> str:
    """What a token says, without markup."""
    if token.children is None:
        return token.content
    parts = (
        " " if child.type == "softbreak" else child.content
        for child in token.children
        if child.type not in ("link_open", "link_close", "image")
    )
    return _PLAIN_TAGS.sub("", _ANCHOR.sub("", "".join(parts))).strip()


def text_of(html: str) -> str:
    """HTML without its tags, for tests and screen readers."""
    return unescape(_TAGS.sub("", html))

"""plotly.js as maps want it: the installed file, with less work for the engine that runs it.

As it comes, it is skimmed as a whole before it is read, and then sets up all fifty kinds of chart: half of
what had to be done before a map could be seen. Both are a matter of a few characters. Where they are not as
expected, the file stays as it is and takes longer.
"""

from __future__ import annotations

import re

KINDS = ("choropleth", "scattergeo")  # what maps are made of
_OPENED, _CLOSED = b"this, () => {", b"}));"  # around everything
_LISTED = b".register(["
_BODY = b'=>{"use strict";'  # begins the code of a module
_MODULE = re.compile(rb"([\w$]+)=[\w$]+\(\([\w$]+,[\w$]+\)$")  # what stands before that
_HEAD = 60  # the longest that it may be

Edit = tuple[int, int, bytes]  # what stands from one place to another becomes something else


def map_library(script: bytes) -> bytes:
    """The script of ``plotly_script()`` for a page that draws nothing but a map."""
    return edited(script, [*read_at_once(script), *kinds_of_maps(script)])


def edited(script: bytes, edits: list[Edit]) -> bytes:
    """The script with edits made in it, none of which touches another."""
    parts: list[bytes | memoryview] = []
    whole, done = memoryview(script), 0  # a view: the script has megabytes
    for start, end, text in sorted(edits):
        parts += [whole[done:start], text]
        done = end
    return b"".join((*parts, whole[done:]))


def read_at_once(script: bytes) -> list[Edit]:
    """Parentheses around the function that holds everything: it is read at once then, not skimmed before."""
    start, end = script.find(_OPENED), script.rfind(_CLOSED)
    if start < 0 or end < start or script[end + len(_CLOSED) :].strip():
        return []
    opens, closes = start + len(b"this, "), end + len(b"}")
    return [(opens, opens, b"("), (closes, closes, b")")]


def kinds_of_maps(script: bytes) -> list[Edit]:
    """Only the kinds of chart that maps are made of are set up; the others stay in the file, and unread."""
    at = script.rfind(_LISTED)
    start = at + len(_LISTED)
    end = script.find(b"])", start)
    wanted = [_setting_up(script, kind) for kind in KINDS]
    if at < 0 or end < 0 or not all(wanted) or not set(wanted) <= set(script[start:end].split(b",")):
        return []
    return [(start, end, b",".join(wanted))]


def _setting_up(script: bytes, kind: str) -> bytes:
    """The call that stands for a kind of chart in the list of all; empty where it is not found."""
    module = _module_around(script, script.find(b'moduleType:"trace",name:"%s"' % kind.encode()))
    passed_on = _module_around(script, script.find(b".exports=%s()})" % module)) if module else b""
    return b"%s()" % passed_on if passed_on else b""


def _module_around(script: bytes, place: int) -> bytes:
    """The name of the module in whose code a place is; empty where there is none."""
    head = script.rfind(_BODY, 0, max(0, place))
    found = _MODULE.search(script, max(0, head - _HEAD), max(0, head))
    return found[1] if found else b""

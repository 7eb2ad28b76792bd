"""plotly.js for maps: the installed file but for three places, and any other file as it is."""

from __future__ import annotations

import re

import pytest

from advisor.paths import plotly_script
from advisor.views.map.map_library import edited, kinds_of_maps, map_library, read_at_once

MODULES = (
    b'var q=W((a,b)=>{"use strict";b.exports={moduleType:"trace",name:"bar"}});'
    b'var r=W((a,b)=>{"use strict";b.exports={moduleType:"trace",name:"choropleth",x:1}});'
    b'var s$=W((a,b)=>{"use strict";b.exports={moduleType:"trace",name:"scattergeo"}});'
    b'var Q=W((a,b)=>{"use strict";b.exports=q()}),R=W((a,b)=>{"use strict";b.exports=r()}),'
    b'S=W((c,$)=>{"use strict";$.exports=s$()});'
)
LIST = b"p.register([Q(),R(),S()]);"
SCRIPT = b"(function(a,b){b()}(typeof self?self:this, () => {" + MODULES + LIST + b"return p;\n}));\n"


def test_that_the_installed_file_is_read_at_once_and_sets_up_two_kinds_of_chart() -> None:
    installed = plotly_script().read_bytes()
    (opened, closed) = read_at_once(installed)
    (listed,) = kinds_of_maps(installed)
    assert installed[: opened[0]].endswith(b": this, ") and installed[opened[0] :].startswith(b"() => {")
    assert installed[closed[0] - 1 :].strip() == b"}));"
    calls = installed[listed[0] : listed[1]].split(b",")
    assert len(calls) > 40 and set(listed[2].split(b",")) < set(calls)
    made = map_library(installed)
    # That these are the two, the page itself tells: tests/ui/map/test_map_view.py.
    assert len(re.findall(rb"\.register\(\[[\w$]+\(\),[\w$]+\(\)\]\)", made)) == 1
    assert len(made) == len(installed) + 2 - (listed[1] - listed[0]) + len(listed[2])


def test_that_only_what_maps_are_made_of_is_set_up() -> None:
    assert edited(SCRIPT, kinds_of_maps(SCRIPT)) == SCRIPT.replace(LIST, b"p.register([R(),S()]);")


def test_that_the_function_around_everything_has_parentheses_of_its_own() -> None:
    made = edited(SCRIPT, read_at_once(SCRIPT))
    assert made == SCRIPT.replace(b"this, () =>", b"this, (() =>").replace(b"\n}));\n", b"\n})));\n")
    assert made.count(b"(") == made.count(b")")


@pytest.mark.parametrize(
    "script",
    [
        b"",
        b"var Plotly = {};",
        MODULES,
        LIST,
        b"x(this, () => {}));y()",
        b"}));x(this, () => {",
        (MODULES + LIST).replace(b'name:"scattergeo"', b'name:"scattermap"'),
        (MODULES + LIST).replace(b".exports=s$()", b".exports=other()"),
        (MODULES + LIST).replace(b",S()", b""),
        (MODULES + LIST).replace(b"S()])", b"S()"),
        (MODULES + LIST).replace(b'=>{"use strict";', b"=>{"),
        b"x.register([]);",
        b"x.register([a(),,b()]);",
        MODULES + b"foo([1,R(),S(),2])",
    ],
)
def test_that_a_file_that_is_not_as_expected_stays_as_it_is(script: bytes) -> None:
    assert map_library(script) == script

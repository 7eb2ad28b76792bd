"""A ballot for the browser: one file that needs nothing else and saves a vote as a small table."""

from __future__ import annotations

import html
import json
from string import Template

from advisor.core.criteria import themes_of
from advisor.datapack.schema import DataPack
from advisor.export.ballots.ballot_texts import question, theme_content
from advisor.paths import RESOURCES
from advisor.scenario.study.study import Study
from advisor.views.look.theme import DARK, LIGHT, Look, edge_of, theme_colour
from advisor.words.translation import language, t

_COLOURS = ("window", "panel", "raised", "line", "edge", "text", "quiet", "accent")


def html_ballot(pack: DataPack, study: Study, who: str = "") -> str:
    """The page: a slider a theme, the shares that follow, and a button that saves them as a table.

    The table is what ``advisor.scenario.people.vote_tables`` reads. The page asks the network for nothing.

    Args:
        pack: whose themes are weighed.
        study: whose active scenario is voted on.
        who: whose ballot it is, empty where they write it themselves.
    """
    template = Template((RESOURCES / "ballot.html").read_text(encoding="utf-8"))
    themes = themes_of(pack.criteria)
    words = {
        "name": t("Write your name first."),
        "weights": t("Give at least one of them some points."),
        "ready": t("Save the vote, then hand the file to whoever leads the workshop."),
        "saved": t("Saved as {file} where your browser keeps downloads.", file="{file}"),
    }
    return template.substitute(
        language=language(),
        title=html.escape(t("What matters to you?")),
        scenario=html.escape(question(pack, study)),
        lead=html.escape(
            t("Give 100 points to what matters most, and to the others what they are worth beside it.")
        ),
        name=html.escape(t("Your name")),
        who=html.escape(who),
        save=html.escape(t("Save the vote")),
        themes="\n".join(_theme(pack, theme, at) for at, theme in enumerate(themes)),
        light=_variables(LIGHT),
        dark=_variables(DARK),
        words=json.dumps(words).replace("<", "\\u003c"),
    )


def _theme(pack: DataPack, theme: str, position: int) -> str:
    key, label = html.escape(theme), html.escape(pack.theme_label(theme))
    hue = edge_of(theme_colour(theme, position), LIGHT)
    return (
        f'<div class="theme" style="--hue: {hue}"><label for="{key}">{label}</label>\n'
        f'<div class="quiet" id="about-{key}">{html.escape(theme_content(pack, theme))}</div>\n'
        f'<div class="row"><input type="range" id="{key}" min="0" max="100" value="0" '
        f'aria-describedby="about-{key}"><output id="share-{key}" for="{key}"></output></div></div>'
    )


def _variables(look: Look) -> str:
    colours = {name: getattr(look, name) for name in _COLOURS} | {"accent-text": look.accent_text}
    return " ".join(f"--{name}: {colour};" for name, colour in colours.items())

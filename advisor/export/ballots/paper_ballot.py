"""A ballot for paper: a page for each person, to be typed in from afterwards."""

from __future__ import annotations

import html

from advisor.core.criteria import themes_of
from advisor.datapack.schema import DataPack
from advisor.export.ballots.ballot_texts import question, theme_content
from advisor.scenario.study.study import Study
from advisor.words.translation import t

_NEXT_PAGE = "page-break-before: always"
_LINE = "_" * 28


def paper_ballot(pack: DataPack, study: Study) -> str:
    """The pages as HTML of the kind that Qt's rich text prints.

    Args:
        pack: whose themes are weighed.
        study: whose people get a page each, with their names; without people there is one page to copy.
    """
    names = [person.name for person in study.stakeholders] or [""]
    return "".join(_page(pack, study, name, _NEXT_PAGE if at else "") for at, name in enumerate(names))


def _page(pack: DataPack, study: Study, name: str, style: str) -> str:
    rows = "".join(
        f'<tr><td width="78%"><b>{html.escape(pack.theme_label(theme))}</b><br>'
        f'<span style="font-size: 9pt">{html.escape(theme_content(pack, theme))}</span></td>'
        '<td width="22%" align="center" valign="middle"></td></tr>'
        for theme in themes_of(pack.criteria)
    )
    lead = t("Share out 100 points among these. What does not matter to you gets 0.")
    who = t("Name: {name}", name=name or _LINE)
    total, points = t("Total"), t("Points")
    return (
        f'<h2 style="{style}">{html.escape(t("What matters to you?"))}</h2>'
        f"<p>{html.escape(question(pack, study))}</p>"
        f"<p><b>{html.escape(who)}</b></p><p>{html.escape(lead)}</p>"
        '<table width="100%" border="1" cellspacing="0" cellpadding="9" style="border-collapse: collapse">'
        f'<tr><td></td><td align="center">{html.escape(points)}</td></tr>{rows}'
        f'<tr><td align="right">{html.escape(total)}</td><td align="center">100</td></tr></table>'
    )

"""What the help says around its pages."""

from __future__ import annotations

from html import escape

from advisor.views.help.help_search import Found
from advisor.views.look.theme import RADIUS, Look
from advisor.words.translation import t, tn


def results_html(typed: str, found: tuple[Found, ...]) -> str:
    """What was found, as a page of links.

    Args:
        typed: what was looked for.
        found: where it is said.
    """
    if not found:
        title = t("Nothing in the help says “{words}”.", words=typed)
        return f"<h1>{escape(title)}</h1>"
    title = tn("{count} place says “{words}”", "{count} places say “{words}”", len(found), words=typed)
    return f"<h1>{escape(title)}</h1>" + "".join(map(_result, found))


def _result(found: Found) -> str:
    name = t("{page}: {heading}", page=found.title, heading=found.heading) if found.heading else found.title
    link = f'<a href="{escape(str(found.place.page))}.md#{escape(found.place.anchor)}">{escape(name)}</a>'
    return f"<p>{link}<br>{escape(found.excerpt)}</p>"


def page_style(look: Look) -> str:
    """The style of pages in a look, in the part of CSS that Qt knows."""
    box = f"background-color: {look.raised}; padding: {RADIUS}px;"
    return f"""
        body {{ color: {look.text}; }}
        a {{ color: {look.accent}; text-decoration: none; }}
        h1 {{ font-size: {look.base + 7}px; font-weight: 600; margin-top: 0; margin-bottom: {look.base}px; }}
        h2 {{ font-size: {look.base + 3}px; font-weight: 600; margin-top: {look.base + 8}px; }}
        h3 {{ font-size: {look.base}px; font-weight: 600; }}
        p, li {{ line-height: 135%; margin-bottom: {look.base // 2}px; }}
        p.picture {{ line-height: 100%; margin-top: {look.base // 2}px; margin-bottom: {look.base}px; }}
        th {{ text-align: left; color: {look.quiet}; font-weight: 600; padding: 4px 14px 4px 0; }}
        td {{ padding: 4px 14px 4px 0; vertical-align: top; }}
        table.formula td {{ {box} }}
        code, pre {{ font-family: monospace; background-color: {look.raised}; }}
    """

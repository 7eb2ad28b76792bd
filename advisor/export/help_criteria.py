"""The page of the help that lists every criterion of the default pack."""

from __future__ import annotations

from advisor.datapack.schema import DataPack
from advisor.words.formatting import figure_text
from advisor.words.translation import t

_NOTE = "<!-- Written by `python -m advisor.export.help_pictures` from the data pack; do not edit. -->\n"


def criteria_page(pack: DataPack) -> str:
    """The page as Markdown, in the language in force.

    Args:
        pack: read in that language, so that its words are.
    """
    opening = t(
        "Every criterion of the data that come with the program, by theme. Figures at the first goalpost "
        "score 0, at the second 100; [how values are computed](method-values.md). Figures, years and sources "
        "of a location stand in the tab [Why](why.md)."
    )
    heads = t("| criterion | what it says | 0 at | 100 at |")
    parts = [f"# {t('Criteria')}\n\n{opening}\n\n{_NOTE}"]
    themes = dict.fromkeys(criterion.theme for criterion in pack.criteria)
    for theme in themes:
        lines = [f'## <a id="{theme}"></a>{pack.theme_label(theme)}\n']
        lines += [heads, "|---|---|---|---|"]
        for criterion in pack.criteria:
            if criterion.theme != theme:
                continue
            function = criterion.value_function
            cells = (
                f"**{criterion.name}**",
                criterion.description,
                figure_text(function.worst, criterion.unit),
                figure_text(function.best, criterion.unit),
            )
            lines.append(f"| {' | '.join(cells)} |")
        parts.append("\n".join(lines) + "\n")
    return "\n".join(parts)

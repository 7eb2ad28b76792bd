"""Markdown tables and paragraphs for the build report."""

from __future__ import annotations

import textwrap

WIDTH = 110

Table = tuple[list[str], list[list[str]]]


def table(content: Table) -> list[str]:
    """Lines of a Markdown table from its head and rows."""
    head, rows = content
    lines = ["| " + " | ".join(head) + " |", "|" + " --- |" * len(head)]
    lines += ["| " + " | ".join(cell.replace("|", "/") for cell in row) + " |" for row in rows]
    return lines


def prose(text: str) -> list[str]:
    """Lines of running text; a line that starts with "- " starts an item, a blank line a paragraph."""
    lines: list[str] = []
    for block in textwrap.dedent(text).strip().split("\n\n"):
        for item in block.replace("\n- ", "\0- ").split("\0"):
            indent = "  " if item.startswith("- ") else ""
            lines += textwrap.wrap(" ".join(item.split()), WIDTH, subsequent_indent=indent)
        lines.append("")
    return lines

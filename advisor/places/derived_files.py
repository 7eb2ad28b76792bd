"""Tables that follow from installed packages alone, kept in the user's cache folder between starts.

A year of holidays for all places takes half a second to compute and never changes for one version of the
package that it comes from. What is kept here is JSON with a checksum, named by the versions of everything it
rests on, and written all or nothing: a file that is damaged, old or not readable counts as not there, and two
programs that start together do no harm. It never holds what a user or a client has entered.
"""

from __future__ import annotations

import hashlib
import json
import tempfile
from contextlib import suppress
from importlib.metadata import version
from pathlib import Path

from advisor import __version__
from advisor.paths import user_folder

_FORMAT = 1
_CHECK = 64  # characters of the checksum, which come first


def _file(name: str, packages: tuple[str, ...]) -> Path | None:
    folder = user_folder("cache")
    if folder is None:
        return None
    rests_on = [str(_FORMAT), __version__, *(f"{package} {version(package)}" for package in packages)]
    digest = hashlib.sha256("|".join(rests_on).encode()).hexdigest()[:16]
    return folder / f"{name}-{digest}.json"


def read_table(name: str, packages: tuple[str, ...]) -> dict[str, object]:
    """A kept table, empty where there is none that can be trusted.

    Args:
        name: names the table; part of the file's name.
        packages: installed packages that the table rests on.
    """
    file = _file(name, packages)
    if file is None:
        return {}
    try:
        text = file.read_text(encoding="utf-8")
        check, content = text[:_CHECK], text[_CHECK:]
        if check != hashlib.sha256(content.encode()).hexdigest():
            return {}
        found = json.loads(content)
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


def keep_table(name: str, packages: tuple[str, ...], table: dict[str, object]) -> None:
    """Keep a table, all or nothing; where that cannot be done it is left, since it can be computed again."""
    file = _file(name, packages)
    if file is None:
        return
    content = json.dumps(table, separators=(",", ":"), ensure_ascii=True)
    text = hashlib.sha256(content.encode()).hexdigest() + content
    unfinished = ""
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(
            "w", encoding="utf-8", dir=file.parent, prefix=f".{name}-", delete=False
        ) as out:
            unfinished = out.name
            out.write(text)
        Path(unfinished).replace(file)
    except OSError:
        with suppress(OSError):
            Path(unfinished).unlink(missing_ok=True)

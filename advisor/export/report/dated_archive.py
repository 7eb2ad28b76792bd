"""Archives (office files are some) carry the day of the export inside, not the moment of writing."""

from __future__ import annotations

import io
import zipfile
from datetime import date, datetime, time
from typing import Any

_PROGRAM = "Location Advisor"


def dated(archive: bytes, day: date) -> bytes:
    """The same archive, every entry of that day, so that the same study gives the same bytes."""
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(archive)) as before,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as after,
    ):
        for name in before.namelist():
            entry = zipfile.ZipInfo(name, (day.year, day.month, day.day, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            after.writestr(entry, before.read(name))
    return out.getvalue()


def describe(properties: Any, title: str, today: date) -> None:
    """Fill in what an office file says of itself, and no more: no user, no clock of the machine."""
    properties.title, properties.author, properties.last_modified_by = title, _PROGRAM, _PROGRAM
    properties.created = properties.modified = datetime.combine(today, time())

"""PNG pictures with a stated density, so that they are printed in the size they are meant for."""

from __future__ import annotations

import struct
import zlib

DOTS = 300  # an inch, of everything that leaves the program
PIXELS = 96.0  # of a scene or web page in an inch
_METRE = 39.3700787  # inches
_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_HEADER_END = 33  # bytes of signature and header


def picture_size(png: bytes) -> tuple[int, int]:
    """Width and height of a PNG, dots.

    Raises:
        ValueError: it is no PNG.
    """
    if not png.startswith(_SIGNATURE) or len(png) < _HEADER_END:
        raise ValueError("no PNG")
    width, height = struct.unpack(">II", png[16:24])
    return width, height


def with_density(png: bytes, dots: float = DOTS, said: str = "") -> bytes:
    """A PNG that says how many dots make an inch, and what it shows.

    Args:
        png: without such a statement.
        dots: an inch.
        said: what it shows, for programs that read pictures out; empty for nothing.
    """
    picture_size(png)
    per_metre = round(dots * _METRE)
    parts = _chunk(b"pHYs", struct.pack(">IIB", per_metre, per_metre, 1))
    if said:
        parts += _chunk(b"iTXt", b"Description\0\0\0\0\0" + said.encode("utf-8"))
    return png[:_HEADER_END] + parts + png[_HEADER_END:]


def density(png: bytes) -> float:
    """Dots an inch that a PNG states, 0 where it states none."""
    at = png.find(b"pHYs", _HEADER_END)
    if at < 0:
        return 0.0
    per_metre: int = struct.unpack(">I", png[at + 4 : at + 8])[0]
    return per_metre / _METRE


def _chunk(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))

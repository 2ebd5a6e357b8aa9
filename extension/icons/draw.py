"""Draw the extension's icons: a page with a marked line and the note that hangs on it in the margin. Standard library only.

python extension/icons/draw.py
"""

from __future__ import annotations

import struct
import zlib
from pathlib import Path

SAMPLES = 4  # per axis: edges are smoothed by drawing larger and averaging

ACCENT = (59, 91, 219)
PAPER = (255, 255, 255)
MARK = (255, 224, 138)
LINE = (196, 203, 232)

Colour = tuple[int, int, int]


def rounded(x: float, y: float, left: float, top: float, right: float, bottom: float, radius: float) -> bool:
    """Whether a point lies in a rectangle with rounded corners; all in units of the icon's width."""
    if not (left <= x <= right and top <= y <= bottom):
        return False
    dx = max(left + radius - x, 0, x - (right - radius))
    dy = max(top + radius - y, 0, y - (bottom - radius))
    return dx * dx + dy * dy <= radius * radius


def colour_at(x: float, y: float) -> Colour | None:
    """The icon itself, painted front to back."""
    if rounded(x, y, 0.60, 0.40, 0.96, 0.74, 0.08) or (0.60 <= x <= 0.74 and 0.60 <= y <= 0.86 and y - 0.60 <= (0.74 - x) * 2):
        return ACCENT
    if rounded(x, y, 0.56, 0.36, 1.00, 0.90, 0.10) and x < 0.70:
        return PAPER
    if rounded(x, y, 0.20, 0.42, 0.56, 0.56, 0.03):
        return MARK
    for top in (0.24, 0.68):
        if rounded(x, y, 0.20, top, 0.60, top + 0.08, 0.03):
            return LINE
    if rounded(x, y, 0.08, 0.06, 0.74, 0.94, 0.10):
        return PAPER
    if rounded(x, y, 0.02, 0.00, 0.80, 1.00, 0.15):
        return ACCENT
    return None


def pixel(column: int, row: int, size: int) -> bytes:
    """One pixel, RGBA, averaged over its samples."""
    points = [(i + 0.5) / SAMPLES for i in range(SAMPLES)]
    found = [colour_at((column + dx) / size, (row + dy) / size) for dx in points for dy in points]
    hit = [colour for colour in found if colour is not None]
    if not hit:
        return bytes(4)
    mean = [sum(colour[channel] for colour in hit) // len(hit) for channel in range(3)]
    return bytes([*mean, 255 * len(hit) // len(found)])


def chunk(kind: bytes, content: bytes) -> bytes:
    """A PNG chunk (ISO/IEC 15948, 5.3)."""
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))


def png(size: int) -> bytes:
    rows = b"".join(b"\0" + b"".join(pixel(column, row, size) for column in range(size)) for row in range(size))
    header = struct.pack(">IIBBBBB", size, size, 8, 6, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(rows, 9)) + chunk(b"IEND", b"")


if __name__ == "__main__":
    for size in (16, 32, 48, 128):
        (Path(__file__).parent / f"icon-{size}.png").write_bytes(png(size))

"""What a file needs to be there after the power went: the one rule that its own `fsync` does not keep."""

from __future__ import annotations

import os
from pathlib import Path


def sync_names(directory: Path) -> None:
    """A new file's name, or a changed one, is on disk only when its directory is (fsync(2)). Raises OSError."""
    file = os.open(directory, os.O_RDONLY)
    try:
        os.fsync(file)
    finally:
        os.close(file)

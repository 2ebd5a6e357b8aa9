"""The files in which the workers count together, made before the library that counts in them (metrics.py) is imported.

The library makes each without a block of its disk and maps it: on a full disk the first byte written there ends the process (SIGBUS).
"""

from __future__ import annotations

import contextlib
import logging
import os
from pathlib import Path

log = logging.getLogger("postil.metrics")

#: The library's own variable, which it reads once, when it is first imported.
DIRECTORY = "PROMETHEUS_MULTIPROC_DIR"

#: Bytes of each: seven times what all routes take, so that the library need not make one longer, which would be without blocks again.
ROOM = 2**20

#: As the library calls them, by what they hold.
_KINDS = ("counter", "histogram", "gauge_livesum")


def reserve() -> None:
    """For this process. Where there is no room for them it counts in its memory, for itself alone."""
    if DIRECTORY not in os.environ:
        return
    files = [Path(os.environ[DIRECTORY], f"{kind}_{os.getpid()}.db") for kind in _KINDS]
    try:
        for path in files:
            with contextlib.suppress(FileExistsError), path.open("xb") as file:  # left by a dead process of this number
                file.write(bytes(ROOM))
    except OSError as error:
        log.warning("no room for the files in which workers count together (%s): this one tells its figures alone", error)
        del os.environ[DIRECTORY]
        for path in files:
            path.unlink(missing_ok=True)

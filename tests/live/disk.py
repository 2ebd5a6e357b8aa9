"""A disk of a few megabytes that a test can fill: no space left on it is what the kernel says, and not what a test makes up.

A file system in memory, mounted where only the processes see it that are started `inside`: Linux lets an ordinary user do that in a user
namespace of their own (user_namespaces(7)), unless the machine's owner forbids it.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

_MOUNT = 'mount -t tmpfs -o size="$1" tmpfs "$2" && echo mounted && exec cat'
_ALONE = ["unshare", "--user", "--map-root-user", "--mount"]


def is_possible() -> bool:
    """Whether this machine lets its users mount anything: tried, and gone with the process that tried it."""
    if not shutil.which("unshare") or not shutil.which("nsenter"):
        return False
    mount = [*_ALONE, "mount", "-t", "tmpfs", "tmpfs", tempfile.gettempdir()]
    return subprocess.run(mount, capture_output=True, check=False).returncode == 0


class SmallDisk:
    def __init__(self, directory: Path, size: int) -> None:
        """`size` in bytes. It is there until `close`, or until this process ends."""
        self.directory = directory
        command = [*_ALONE, "sh", "-c", _MOUNT, "sh", str(size), str(directory)]
        self._keeper = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        assert self._keeper.stdout is not None
        if self._keeper.stdout.readline() != b"mounted\n":
            self.close()
            raise OSError(f"nothing could be mounted at {directory}")

    @property
    def inside(self) -> list[str]:
        """What a command begins with that is to see it."""
        return ["nsenter", "--target", str(self._keeper.pid), "--user", "--mount", "--preserve-credentials"]

    @property
    def from_outside(self) -> Path:
        """The same directory; not for SQLite, which would follow /proc's links to where nothing is mounted."""
        return Path(f"/proc/{self._keeper.pid}/root{self.directory}")

    @contextmanager
    def full(self) -> Iterator[None]:
        """Not a byte is left, until the block ends."""
        ballast = self.from_outside / "ballast"
        with ballast.open("wb", buffering=0) as file, suppress(OSError):
            while file.write(bytes(4096)):
                pass
        assert os.statvfs(self.from_outside).f_bavail == 0
        try:
            yield
        finally:
            ballast.unlink()

    def close(self) -> None:
        self._keeper.kill()
        self._keeper.communicate()

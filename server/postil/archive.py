"""The file of a backup: one part a table and a manifest that knows them, in one ZIP. Knows no database; docs/decisions/0022-backups.md.

A part holds JSON Lines, a row each. The manifest, `manifest.json`, stands last: what the backup is of, and each part's rows and SHA-256,
in the order in which they can be loaded. Any `unzip` opens it; a part that is damaged leaves the others readable.
"""

from __future__ import annotations

import contextlib
import errno
import hashlib
import io
import os
import re
import shutil
import tempfile
import time
import zipfile
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import IO, Any

import orjson

from postil.disk import sync_names
from postil.errors import SetupError, reason_of

MANIFEST = "manifest.json"
KIND, VERSION = "postil-backup", 1

#: Of zlib. 6 takes three times as long for a fifth less.
LEVEL = 3

_PIECE = 1 << 20  # bytes

#: Bytes of a manifest and of a row, far above any: a small file can be made that unpacks to more than the memory.
LONGEST = 1 << 26

#: What Python's reader of ZIP files raises for one that was tampered with, beside BadZipFile: each for some byte of a header.
_DAMAGE = (zipfile.BadZipFile, zlib.error, EOFError, KeyError, NotImplementedError, RuntimeError, ValueError, OSError)

#: Told how many rows are done, and of how many.
Progress = Callable[[int, int], None]


def untold(done: int, total: int) -> None:
    """The progress that nobody looks at."""


def told(lines: Iterable[bytes], before: int, total: int, progress: Progress) -> Iterator[bytes]:
    """The lines as they are; of each is told that it is done, after the `before` ones that stand before them."""
    for number, line in enumerate(lines, before + 1):
        yield line
        progress(number, total)


@dataclass(frozen=True)
class Part:
    table: str
    rows: int
    sha256: str

    @property
    def name(self) -> str:
        return f"{self.table}.jsonl"


# --- writing ---------------------------------------------------------------------------------------------------------------------------


def write(path: Path, about: Mapping[str, Any], tables: Iterable[tuple[str, Iterable[bytes]]], leave: int = 0) -> None:
    """Write a backup: `about` beside the parts into its manifest, and of each table its lines. It bears its name only once it is whole
    and was read back.

    Raises SetupError where it cannot be written, and before less than `leave` bytes of the disk are free; nothing is left behind then.
    """
    try:
        with _arriving(path) as file:
            with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=LEVEL) as packed:
                room = _Room(path.parent, leave)
                parts = [_write_part(packed, table, lines, room) for table, lines in tables]
                manifest = {"kind": KIND, "version": VERSION, **about, "parts": [asdict(part) for part in parts]}
                packed.writestr(_entry(MANIFEST), orjson.dumps(manifest, option=orjson.OPT_INDENT_2))
            file.flush()
            with Archive(Path(file.name)) as written:
                written.verify()
    except OSError as error:
        raise SetupError(f"the backup {path} cannot be written ({error.strerror or error}): no part of it was left behind") from error


@contextlib.contextmanager
def _arriving(path: Path) -> Iterator[IO[bytes]]:
    """A file that others cannot read, beside `path`, which takes its name when all of it is on disk."""
    with tempfile.NamedTemporaryFile("wb", dir=path.parent, prefix=f".{path.name}.", suffix=UNFINISHED, delete=False) as file:
        try:
            yield file
            file.flush()
            os.fsync(file.fileno())
            os.replace(file.name, path)
        except BaseException:
            os.unlink(file.name)
            raise
    sync_names(path.parent)


#: How a file's name ends while it is being written; one that was never finished is what a crash left.
UNFINISHED = ".unfinished"


class _Room:
    """Looks after the space that the rest of the machine needs."""

    def __init__(self, directory: Path, leave: int) -> None:
        self._directory, self._leave = directory, leave

    def look(self) -> None:
        if self._leave and shutil.disk_usage(self._directory).free < self._leave:
            raise OSError(errno.ENOSPC, f"less than {self._leave // 2**20} MiB of the disk would be left")


def _write_part(packed: zipfile.ZipFile, table: str, lines: Iterable[bytes], room: _Room) -> Part:
    digest, rows = hashlib.sha256(), 0
    with packed.open(_entry(f"{table}.jsonl"), "w", force_zip64=True) as part:
        waiting, size = [], 0
        for line in lines:
            waiting.append(line)
            size += len(line)
            rows += 1
            if size >= _PIECE:
                _put(part, b"".join(waiting), digest)
                waiting, size = [], 0
                room.look()
        _put(part, b"".join(waiting), digest)
    room.look()
    return Part(table, rows, digest.hexdigest())


def _put(part: Any, piece: bytes, digest: Any) -> None:
    digest.update(piece)
    part.write(piece)


def _entry(name: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, time.gmtime()[:6])
    entry.compress_type = zipfile.ZIP_DEFLATED
    entry.external_attr = 0o600 << 16  # who unpacks it keeps it to themselves
    return entry


# --- reading ---------------------------------------------------------------------------------------------------------------------------


class Archive:
    """A backup that was opened. `about`: what its manifest says; `parts`: in the order in which they can be loaded.

    Raises SetupError for a file that is none, and for a part that is not as it was written, naming it.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        try:
            self._packed = zipfile.ZipFile(path)
        except FileNotFoundError:
            raise SetupError(f"there is no file {path}") from None
        except _DAMAGE as error:
            raise SetupError(f"{path} is no backup of Postil's, or its end is missing ({reason_of(error)})") from error
        self.about = self._manifest()
        self.parts = self._parts()

    def __enter__(self) -> Archive:
        return self

    def __exit__(self, *_: object) -> None:
        self._packed.close()

    @property
    def rows(self) -> int:
        return sum(part.rows for part in self.parts)

    def verify(self, progress: Progress = untold) -> None:
        """Read every part to its end and hold it against the manifest."""
        done = 0
        for part in self.parts:
            digest, rows = hashlib.sha256(), 0
            for piece in self._pieces(part):
                digest.update(piece)
                rows += piece.count(b"\n")
                progress(done + rows, self.rows)
            if (rows, digest.hexdigest()) != (part.rows, part.sha256):
                raise self._damaged(part.name, "it is not what was written")
            done += rows

    def lines(self, part: Part) -> Iterator[bytes]:
        """The rows of a part, as they were given to `write`; one of more than LONGEST bytes in pieces, which are no rows."""
        try:
            with self._packed.open(part.name) as file:
                packed = io.BufferedReader(file, _PIECE)  # type: ignore[type-var]
                while line := packed.readline(LONGEST):
                    yield line
        except _DAMAGE as error:
            raise self._damaged(part.name, reason_of(error)) from error

    def _pieces(self, part: Part) -> Iterator[bytes]:
        try:
            with self._packed.open(part.name) as file:
                while piece := file.read(_PIECE):
                    yield piece
        except _DAMAGE as error:
            raise self._damaged(part.name, reason_of(error)) from error

    def _manifest(self) -> dict[str, Any]:
        try:
            with self._packed.open(MANIFEST) as file:
                manifest = orjson.loads(file.read(LONGEST))
        except KeyError:
            raise SetupError(f"{self._path} is no backup of Postil's: it has no {MANIFEST}") from None
        except _DAMAGE as error:
            raise self._damaged(MANIFEST, reason_of(error)) from error
        if not isinstance(manifest, dict) or manifest.get("kind") != KIND or not isinstance(manifest.get("version"), int):
            raise SetupError(f"{self._path} is no backup of Postil's: its {MANIFEST} says nothing of one")
        if manifest["version"] > VERSION:
            raise SetupError(f"{self._path} was made by a newer Postil ({manifest.get('postil')}): update Postil, nothing was changed")
        return manifest

    def _parts(self) -> list[Part]:
        try:
            parts = [Part(**entry) for entry in self.about["parts"]]
        except (KeyError, TypeError) as error:
            raise self._damaged(MANIFEST, reason_of(error)) from error
        if not all(isinstance(part.table, str) and re.fullmatch(r"[a-z_]+", part.table) and isinstance(part.rows, int) for part in parts):
            raise self._damaged(MANIFEST, "it names parts that are no tables")
        return parts

    def _damaged(self, part: str, why: str) -> SetupError:
        return SetupError(f"{self._path} is damaged in its part {part} ({why}): nothing was changed; take another backup")

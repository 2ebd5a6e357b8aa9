"""What the server says of itself: a line of JSON each, on standard error. No token, address, search or note ever stands in one."""

from __future__ import annotations

import logging
import sys
import traceback
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import orjson

requests = logging.getLogger("postil.request")


def begin(level: str) -> None:
    """Write what is at least this grave. Once a process; again, it only changes the level."""
    log = logging.getLogger("postil")
    log.setLevel(level.upper())
    if not any(isinstance(handler.formatter, Line) for handler in log.handlers):
        handler = logging.StreamHandler(sys.stderr)
        handler.setFormatter(Line())
        log.addHandler(handler)


class Line(logging.Formatter):
    """The members of `extra={"told": {…}}` beside time, level and message."""

    def format(self, record: logging.LogRecord) -> str:
        moment = datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
        line: dict[str, Any] = {"time": moment, "level": record.levelname.lower(), "logger": record.name, "message": record.getMessage()}
        line |= getattr(record, "told", {})
        if record.exc_info and record.exc_info[1]:
            line["trace"] = list(_trace(record.exc_info[1], logging.getLogger("postil").isEnabledFor(logging.DEBUG)))
        return orjson.dumps(line, option=orjson.OPT_NON_STR_KEYS).decode()


def _trace(error: BaseException | None, with_words: bool) -> Iterator[str]:
    """Where it happened, cause by cause. An error's own words may quote a note (PostgreSQL's do): they are told for debugging alone."""
    for _ in range(10):
        if error is None:
            return
        yield type(error).__name__ + (f": {error}" if with_words else "")
        for frame in traceback.extract_tb(error.__traceback__):
            yield f"  {'/'.join(Path(frame.filename).parts[-2:])}:{frame.lineno} {frame.name}"
        error = error.__cause__ or error.__context__

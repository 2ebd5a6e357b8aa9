"""How far a long command is, on a terminal's standard error. Where nobody looks nothing is written."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Iterator

import click

from postil.archive import Progress, untold


def is_watched() -> bool:
    return sys.stderr.isatty()


def begins(what: str) -> None:
    """A command of several parts comes to the next."""
    if is_watched():
        click.echo(f"looking at {what} …", err=True)


@contextlib.contextmanager
def shown(label: str) -> Iterator[Progress]:
    """Gives what is told how many are done, and of how many."""
    if not is_watched():
        yield untold
        return
    with click.progressbar(length=1, label=label, file=sys.stderr) as bar:

        def tell(done: int, total: int) -> None:
            bar.length = total
            if done * 200 // max(total, 1) != bar.pos * 200 // max(total, 1) or done == total:
                bar.update(done - bar.pos)

        yield tell

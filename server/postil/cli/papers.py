"""`postil papers import NAME`: fill the listing from what a source gives out. One command a source, made from what is found."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click
from marshmallow import ValidationError

from postil import fetch, listings
from postil.cli.common import demo_option, settings, with_database
from postil.errors import SetupError
from postil.listings import Progress, Taken
from postil.paper_keys import BadPaperKey, PaperKey, canonical
from postil.schemas.days import is_day
from postil.sources import CannotAsk, NotAListing, Source, sources


def _shaped(pattern: str, example: str) -> Callable[[click.Context, click.Parameter, str | None], str | None]:
    def check(context: click.Context, parameter: click.Parameter, value: str | None) -> str | None:
        if value is not None and not re.fullmatch(pattern, value):
            raise click.BadParameter(f"like {example}")
        return value

    return check


def _day(context: click.Context, parameter: click.Parameter, value: str | None) -> str | None:
    try:
        if value is not None:
            is_day(value)
    except ValidationError as error:
        raise click.BadParameter(str(error.messages[0])) from None
    return value


def _keys(context: click.Context, parameter: click.Parameter, ids: tuple[str, ...]) -> list[PaperKey]:
    return [_key(text) for text in ids]


def _key(text: str) -> PaperKey:
    try:
        return canonical(text)
    except BadPaperKey as error:
        raise click.BadParameter(f"{text}: {error}") from None


@click.group()
def papers() -> None:
    """Papers and listings."""


@papers.group("import")
def import_() -> None:
    """Take in a listing."""


_WAYS: dict[str, Callable[[Callable[..., Any]], Callable[..., Any]]] = {
    "day": click.option("--day", callback=_day, help="That day's papers."),
    "week": click.option("--week", callback=_shaped(r"\d{4}-W\d\d", "2026-W47"), help="That week's papers."),
    "month": click.option("--month", callback=_shaped(r"\d{4}-\d\d", "2026-11"), help="That month's papers."),
    "query": click.option("--query", help="What a search finds."),
    "ids": click.argument("ids", nargs=-1, required=True, callback=_keys),
    "file": click.option("--file", type=click.Path(path_type=Path), help="A saved answer; with --day, the papers of that day."),
}


def _command(source: Source) -> click.Command:
    """`postil papers import NAME`, with what the source can be asked for."""

    def take_in(file: Path | None = None, **given: Any) -> None:
        wanted = {way: value for way, value in given.items() if value}
        if file is not None and wanted.keys() <= {"day"}:
            _told(lambda progress: _saved(source, file, wanted.get("day"), progress))
        elif file is None and len(wanted) == 1:
            base = settings().mirror_of(source.NAME) or source.ADDRESS
            _told(lambda progress: listings.fetched(source, base, fetch.Client(), progress, **wanted))
        else:
            options = ", ".join(f"--{way}" for way in source.WAYS)
            raise click.UsageError(f"give one of {options}" + (" (--day may go with --file)" if "file" in source.WAYS else ""))

    run = demo_option(with_database(take_in))
    for way in reversed(source.WAYS):
        run = _WAYS[way](run)
    what = f"papers by their {source.TITLE} ids, in any spelling" if "ids" in source.WAYS else f"a listing of {source.TITLE}"
    return click.command(source.NAME, help=f"Take in {what}. Twice changes nothing; a malformed entry is named and skipped.")(run)


def _saved(source: Source, path: Path, day: str | None, progress: Progress) -> Taken:
    try:
        return listings.saved(source, path.read_bytes(), day, progress)
    except OSError as error:
        raise SetupError(f"{path} cannot be read ({error.strerror})") from error
    except NotAListing as error:
        raise SetupError(f"{path} is no answer of {source.TITLE} ({error}): docs/commands.md says what to save") from error


def _told(work: Callable[[Progress], Taken]) -> None:
    """Run an import with its progress on standard error, and say what it did."""

    def progress(done: int) -> None:
        if sys.stderr.isatty():
            click.echo(f"\r{done} papers", nl=False, err=True)

    try:
        taken = work(progress)
    except CannotAsk as error:
        raise click.UsageError(str(error)) from error
    except (fetch.FetchError, NotAListing) as error:
        raise SetupError(f"nothing was taken in: {error}") from error
    for problem in taken.problems:
        click.echo(f"skipped: {problem}", err=True)
    click.echo(f"{taken.papers} papers taken in, {len(taken.problems)} skipped")


for _source in sources().values():
    import_.add_command(_command(_source))

COMMANDS = (papers,)

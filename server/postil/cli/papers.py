"""`postil papers import`: fill the listing from what a source gives out."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Callable
from pathlib import Path

import click
from marshmallow import ValidationError

from postil import fetch, listings
from postil.cli.common import settings, with_database
from postil.errors import SetupError
from postil.listings import Progress, Taken
from postil.paper_keys import BadPaperKey, PaperKey, canonical
from postil.schemas.days import is_day
from postil.services import papers as paper_service
from postil.sources import NotAListing, huggingface

_demo = click.option("--demo", is_flag=True, help="For the demo's server.")


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


@click.group()
def papers() -> None:
    """Papers and listings."""


@papers.group("import")
def import_() -> None:
    """Take in a listing."""


@import_.command("huggingface")
@click.option("--day", callback=_day, help="That day's papers; with --file, the day that the file is of.")
@click.option("--week", callback=_shaped(r"\d{4}-W\d\d", "2026-W47"), help="That week's papers.")
@click.option("--month", callback=_shaped(r"\d{4}-\d\d", "2026-11"), help="That month's papers.")
@click.option("--query", help="What a search finds.")
@click.option("--file", "path", type=click.Path(path_type=Path), help="Saved JSON of the daily papers or of a search.")
@_demo
@with_database
def import_huggingface(day: str | None, week: str | None, month: str | None, query: str | None, path: Path | None) -> None:
    """Take in a Hugging Face listing. Twice changes nothing; a malformed entry is named and skipped."""
    wanted = {"day": day, "week": week, "month": month, "query": query}
    given = {kind: value for kind, value in wanted.items() if value}
    if path is not None and not (week or month or query):
        _told(lambda progress: _from_file(path, day, progress))
    elif path is None and len(given) == 1:
        _told(lambda progress: listings.from_huggingface(fetch.Client(), settings().huggingface_url, progress, **given))
    else:
        raise click.UsageError("give one of --day, --week, --month, --query, --file (--day may go with --file)")


@import_.command("arxiv")
@click.argument("ids", nargs=-1, required=True)
@_demo
@with_database
def import_arxiv(ids: tuple[str, ...]) -> None:
    """Take in papers by their arXiv ids, in any spelling: title, abstract by version, authors, date."""
    keys = [_arxiv_key(text) for text in ids]
    _told(lambda progress: listings.from_arxiv(fetch.Client(), settings().arxiv_url, keys, progress))


def _arxiv_key(text: str) -> PaperKey:
    try:
        key = canonical(text)
    except BadPaperKey as error:
        raise click.BadParameter(f"{text}: {error}") from None
    if key.scheme != "arxiv":
        raise click.BadParameter(f"{text} is no arXiv id")
    return key


def _from_file(path: Path, day: str | None, progress: Progress) -> Taken:
    try:
        parsed = huggingface.parse_listing(json.loads(path.read_bytes()))
    except OSError as error:
        raise SetupError(f"{path} cannot be read ({error.strerror})") from error
    except (ValueError, RecursionError) as error:
        raise SetupError(f"{path} is no JSON of a Hugging Face listing ({error}): save https://huggingface.co/api/daily_papers") from error
    return Taken(paper_service.take_in(parsed.entries, huggingface.NAME, paper_service.SOURCE, day, progress), parsed.problems)


def _told(work: Callable[[Progress], Taken]) -> None:
    """Run an import with its progress on standard error, and say what it did."""

    def progress(done: int) -> None:
        if sys.stderr.isatty():
            click.echo(f"\r{done} papers", nl=False, err=True)

    try:
        taken = work(progress)
    except (fetch.FetchError, NotAListing) as error:
        raise SetupError(f"nothing was taken in: {error}") from error
    for problem in taken.problems:
        click.echo(f"skipped: {problem}", err=True)
    click.echo(f"{taken.papers} papers taken in, {len(taken.problems)} skipped")


COMMANDS = (papers,)

"""`postil papers import`: fill the listing from what a source gave out."""

from __future__ import annotations

import json
from pathlib import Path

import click
from marshmallow import ValidationError

from postil.cli.common import with_database
from postil.errors import SetupError
from postil.schemas.days import is_day
from postil.services import papers as paper_service
from postil.sources import huggingface


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
@click.option("--file", "path", required=True, type=click.Path(path_type=Path), help="JSON of Hugging Face's daily papers or search.")
@click.option("--day", callback=_day, help="The listing's day (YYYY-MM-DD), where the file does not tell it.")
@click.option("--demo", is_flag=True, help="For the demo's server.")
@with_database
def import_huggingface(path: Path, day: str | None) -> None:
    """Take in a Hugging Face listing. Twice changes nothing; a malformed entry is named and skipped."""
    try:
        parsed = huggingface.parse_listing(json.loads(path.read_bytes()))
    except OSError as error:
        raise SetupError(f"{path} cannot be read ({error.strerror})") from error
    except (ValueError, RecursionError) as error:
        raise SetupError(f"{path} is no JSON of a Hugging Face listing ({error}): save https://huggingface.co/api/daily_papers") from error
    for problem in parsed.problems:
        click.echo(f"skipped: {problem}", err=True)
    taken = paper_service.take_in(parsed.entries, huggingface.NAME, paper_service.SOURCE, day)
    click.echo(f"{taken} papers taken in, {len(parsed.problems)} skipped")


COMMANDS = (papers,)

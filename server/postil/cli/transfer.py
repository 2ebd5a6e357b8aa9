"""`postil export` and `postil import`: notes out of the server and into it, by whoever owns it."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Mapping
from contextlib import nullcontext
from pathlib import Path
from typing import Any, BinaryIO

import click
from marshmallow import fields

from postil import formats
from postil.cli.common import demo_option, settings, with_database
from postil.clock import now, to_text
from postil.errors import Invalid, NotFound, SetupError
from postil.formats import jsonl
from postil.formats.records import About
from postil.paper_keys import BadPaperKey
from postil.policy import SCOPES
from postil.representation import SERVER_MANAGED, content_of
from postil.schemas.annotation import Moment, load_annotation
from postil.schemas.base import Strict, load
from postil.services import accounts, export, importing


@click.command("export")
@click.option(
    "--format", "name", type=click.Choice(formats.names()), default="jsonl", help="The file's format; docs/formats.md tells them apart."
)
@click.option("--user", "user_name", help="Export what this user may see; without it, what the server's owner may see.")
@click.option("--all", "everyone", is_flag=True, help="Everybody's notes, also those in *Only me* groups: for moving to another server.")
@click.option("--output", type=click.Path(path_type=Path, dir_okay=False), help="The file; without it, standard output.")
@click.option("--paper", help="Only this paper's notes.")
@click.option("--group", help="Only this group's, by its id.")
@click.option("--tag", help="Only those with this tag.")
@demo_option
@with_database
def export_notes(name: str, user_name: str | None, everyone: bool, output: Path | None, **filters: Any) -> None:
    """Write notes to a file."""
    base = f"{settings().base_url}/api/"
    given = {key: value for key, value in filters.items() if value}
    if everyone and (given or user_name):
        raise click.UsageError("--all takes neither --user nor a filter")
    chosen = formats.by_name(name)
    order = {"by_paper": chosen.BY_PAPER}
    records = export.everything(**order) if everyone else export.records(_identity(user_name), given, **order)
    about: About = {"base": base, "exported": to_text(now()), "title": "Postil notes"}
    try:
        with open(output, "wb", opener=_closed_to_others) if output else nullcontext(sys.stdout.buffer) as file:
            _write(file, chosen.write(records, about))
    except OSError as error:
        raise SetupError(f"{output or 'the standard output'} cannot be written ({error.strerror})") from error


def _identity(user_name: str | None) -> Any:
    user = accounts.find_user(user_name) if user_name else accounts.owner()
    identity = accounts.identity_of(user.id, frozenset(SCOPES)) if user else None
    if identity is None:
        raise NotFound("there is no such user, or the account is disabled")
    return identity


def _closed_to_others(path: str, flags: int) -> int:
    """A new file is its owner's alone: unpublished thoughts stand in it. One that is there keeps its permissions."""
    return os.open(path, flags, 0o600)


def _write(file: BinaryIO, pieces: Iterator[bytes]) -> None:
    for piece in pieces:
        file.write(piece)


@click.command("import")
@click.option("--format", "name", type=click.Choice(["jsonl"]), default="jsonl", help="The file's format.")
@click.option("--add-members", is_flag=True, help="Let authors into teams that are here already, as members.")
@click.argument("path", type=click.Path(path_type=Path))
@demo_option
@with_database
def import_notes(name: str, path: Path, add_members: bool) -> None:
    """Take notes in from another server's export. Notes that are here already stay as they are; a line that cannot be read is named."""
    intake = importing.Intake(add_members)
    taken = skipped = refused = 0
    for entry in _entries(path):
        reason = entry.reason if isinstance(entry, jsonl.Problem) else _take_in(intake, entry)
        if reason is None:
            taken += 1
        elif reason == _KNOWN:
            skipped += 1
        else:
            refused += 1
            click.echo(f"line {entry.line}: {reason}", err=True)
    click.echo(f"{taken} notes taken in, {skipped} were here already, {refused} refused")


_KNOWN = "here already"


def _entries(path: Path) -> Iterator[jsonl.Entry | jsonl.Problem]:
    try:
        with path.open("rb") as file:
            yield from jsonl.read(file)
    except OSError as error:
        raise SetupError(f"{path} cannot be read ({error.strerror})") from error


class Beside(Strict):
    """What a line holds beside what its author wrote; `jsonl.read` has looked at the kinds of its members."""

    modified = Moment(required=True)
    paper = fields.Dict()
    creator = fields.Dict()
    group = fields.Dict()


def _modified(annotation: Mapping[str, Any]) -> dict[str, Any]:
    return {"modified": annotation["modified"]} if "modified" in annotation else {}


def _take_in(intake: importing.Intake, entry: jsonl.Entry) -> str | None:
    """Why a line was not taken in; None when it was. An annotation is checked as any that a client sends."""
    document = {**entry.annotation, "postil:group": entry.group["id"] or "personal"}
    if entry.answers:
        document["target"] = f"annotations/{entry.answers}"
    try:
        beside = load(Beside(), {name: getattr(entry, name) for name in ("paper", "creator", "group")} | _modified(entry.annotation))
        content = content_of(load_annotation(document, entry.uuid, SERVER_MANAGED))
        known = not importing.take_in(intake, entry.uuid, content, beside["modified"], entry.paper, entry.creator, entry.group)
    except (Invalid, BadPaperKey) as error:
        return str(error)
    return _KNOWN if known else None


COMMANDS = (export_notes, import_notes)

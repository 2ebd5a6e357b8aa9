"""`postil doctor`."""

from __future__ import annotations

import sys

import click

from postil.cli.common import connected, demo_option, settings
from postil.cli.progress import begins
from postil.db import file_of
from postil.services import doctor as examination
from postil.services.doctor import Unseen


@click.command()
@click.option("--rebuild", is_flag=True, help="Also make anew what is derived and wrong: documents, change index, full text.")
@demo_option
def doctor(rebuild: bool, demo: bool) -> None:
    """Look whether everything is as it should be, also while the server runs. Exit code 0: it is; 1: it is not; 2: could not look."""
    chosen = settings(demo)
    code = 0
    with connected(chosen):
        for told in examination.examine(chosen.data_dir, file_of(chosen.resolved_database_url), rebuild, begins):
            click.echo(told)
            if isinstance(told, Unseen):
                code = code or 2
            elif not told.mended:
                code = 1
    if code == 0:
        click.echo("everything is as it should be")
    sys.exit(code)


COMMANDS = (doctor,)

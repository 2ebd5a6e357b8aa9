"""`postil purge`."""

from __future__ import annotations

import click

from postil import db
from postil.cli.common import demo_option, with_database
from postil.services import purge as purging


@click.command()
@click.option(
    "--rewrite", is_flag=True, help="Also write the database anew, so that no fragment stays on its pages. Everybody waits meanwhile."
)
@demo_option
@with_database
def purge(rewrite: bool) -> None:
    """Delete for good what has lain in the trash for 30 days. A running server does so every hour."""
    swept = purging.due()
    if rewrite:
        db.rewrite()
    forgotten = f"{swept.tombstones} tombstones, {swept.operations} operations, {swept.secrets} expired secrets"
    click.echo(f"deleted for good: {swept.notes} notes; forgotten: {forgotten}")


COMMANDS = (purge,)

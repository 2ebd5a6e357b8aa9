"""`postil purge`."""

from __future__ import annotations

import click

from postil.cli.common import with_database
from postil.services import purge as purging


@click.command()
@click.option("--demo", is_flag=True, help="For the demo's server.")
@with_database
def purge() -> None:
    """Delete for good what has lain in the trash for 30 days. A running server does so every hour."""
    swept = purging.due()
    click.echo(f"deleted for good: {swept.notes} notes; forgotten: {swept.tombstones} tombstones, {swept.operations} operations")


COMMANDS = (purge,)

"""The command line. One file a noun; the commands are found without a list."""

from __future__ import annotations

import importlib
import pkgutil
import sys

import click

from postil import __version__
from postil.config import BadSetting
from postil.errors import PostilError


@click.group()
@click.version_option(__version__, prog_name="postil")
def postil() -> None:
    """A team's margin notes on papers."""


for _module in pkgutil.iter_modules(__path__):
    for _command in getattr(importlib.import_module(f"{__name__}.{_module.name}"), "COMMANDS", ()):
        postil.add_command(_command)


def main() -> None:
    """Run a command. What the caller did wrong is one line that says what to do, and exit code 2."""
    try:
        postil.main(standalone_mode=False)
    except click.ClickException as error:
        where = getattr(error, "ctx", None)
        click.echo(f"postil: {error.format_message().rstrip('.')}" + (f" (see {where.command_path} --help)" if where else ""), err=True)
        sys.exit(2)
    except click.Abort:
        sys.exit(130)
    except (PostilError, BadSetting) as error:
        click.echo(f"postil: {error}", err=True)
        sys.exit(2)

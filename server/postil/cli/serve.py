"""`postil serve` and `postil login-link`."""

from __future__ import annotations

import contextlib
import os
import shlex
import socket
import sys
import tempfile
from pathlib import Path

import click
from granian import Granian
from granian.constants import HTTPModes, Interfaces, Loops
from granian.http import HTTP1Settings
from granian.log import LogLevels

from postil import config, door, figure_files, refresh, upkeep
from postil.cli.common import demo_option, opened, program, settings
from postil.config import Config
from postil.errors import NotFound, SetupError
from postil.services import accounts, tokens
from postil.services import demo as demo_listing

#: Bytes of a request's line and headers together, at which Granian stops to make room: a connection can make it hold twice as many.
HEADERS = 64 * 1024


@click.command()
@click.option("--demo", "with_demo", is_flag=True, help="A data directory of its own, with a small listing and a few notes to try.")
@click.option("--host", help="The address to listen on.")
@click.option("--port", type=int, help="The port to listen on.")
@click.option("--data-dir", type=click.Path(path_type=Path, file_okay=False), help="Where the SQLite database lies.")
def serve(with_demo: bool, host: str | None, port: int | None, data_dir: Path | None) -> None:
    """Run the server. With no configuration: SQLite, on this machine alone, and a link that signs the owner in."""
    chosen = settings(with_demo, host=host, port=port, data_dir=data_dir)
    if chosen.refresh:
        refresh.source_of(chosen)  # one that does not exist is said at once
    _require_free(chosen)
    door.make_room(chosen.threads)  # where it cannot be, that is said before anything is announced
    link = _prepare(chosen, with_demo)
    click.echo(f"Postil is at {chosen.base_url}")
    click.echo(f"Sign in within 15 minutes: {link}")
    click.echo(f"Another link later: {program()} login-link{_same(with_demo, port, data_dir)}")
    sys.stdout.flush()
    run(chosen)


def _same(with_demo: bool, port: int | None, data_dir: Path | None) -> str:
    """The options by which `login-link` finds the server that was started with these."""
    where = f" --data-dir {shlex.quote(str(data_dir))}" if data_dir else ""
    return (" --demo" if with_demo else "") + (f" --port {port}" if port else "") + where


def _require_free(chosen: Config) -> None:
    """Raises SetupError for a port that is taken: Granian's workers would only say so in a trace, each for itself."""
    family = socket.AF_INET6 if ":" in chosen.host else socket.AF_INET
    with contextlib.closing(socket.socket(family)) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((chosen.host, chosen.port))
        except OSError as error:
            raise SetupError(
                f"{chosen.host}:{chosen.port} cannot be listened on ({error.strerror}): choose another with --port or POSTIL_PORT"
            ) from error


def _prepare(chosen: Config, with_demo: bool) -> str:
    """Make or bring up the database before any worker starts; returns a sign-in link for the owner."""
    with opened(chosen):
        if with_demo:
            demo_listing.fill()
        return _link(chosen)


def run(chosen: Config, application: str = "postil.worker:create") -> None:
    """Serve until told to stop. `application` makes what is served, in each worker (the benchmark serves more beside Postil)."""
    # The workers are processes of their own and read their settings anew.
    os.environ.update({config.variable(name): str(getattr(chosen, name)) for name in ("data_dir", "database_url", "host", "port")})
    upkeep.start(chosen)
    with tempfile.TemporaryDirectory(prefix="postil-metrics-") as directory:
        os.environ[figure_files.DIRECTORY] = directory
        _serve(chosen, application)


def _serve(chosen: Config, application: str) -> None:
    Granian(
        application,
        factory=True,
        interface=Interfaces.ASGINL,
        address=chosen.host,
        port=chosen.port,
        workers=chosen.workers,
        http=HTTPModes.http1,  # browsers and proxies speak nothing else to a server without TLS
        loop=Loops.uvloop,
        backpressure=door.make_room(chosen.threads),
        http1_settings=HTTP1Settings(max_buffer_size=HEADERS),
        log_level=LogLevels(chosen.log_level if chosen.log_level != "info" else "warning"),
        websockets=False,
        # One that was killed is replaced; one that ends again within seconds ends the server, which says so by its exit code.
        respawn_failed_workers=True,
    ).serve()


@click.command()
@demo_option
@click.option("--user", "name", help="The user to sign in; without it, the server's owner.")
@click.option("--port", type=int, help="The port that the server was started with.")
@click.option("--data-dir", type=click.Path(path_type=Path, file_okay=False), help="The data directory that it was started with.")
def login_link(demo: bool, name: str | None, port: int | None, data_dir: Path | None) -> None:
    """Print a link that signs a user in: single use, 15 minutes."""
    chosen = settings(demo, port=port, data_dir=data_dir)
    with opened(chosen):
        click.echo(_link(chosen, name))


def _link(chosen: Config, name: str | None = None) -> str:
    user = accounts.find_user(name) if name else accounts.owner()
    if user is None:
        raise NotFound("this server has no owner: make one with postil user add NAME --admin")
    return f"{chosen.base_url}/sign-in/{tokens.sign_in_link(user.id)}"


COMMANDS = (serve, login_link)

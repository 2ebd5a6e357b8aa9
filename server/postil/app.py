"""The only composition root: settings in, a WSGI application out."""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import Any

import peewee
from flask import Flask, Response, g, request
from flask_cors import CORS

from postil import api, auth, config, health, logs, web
from postil.api import guard, problems
from postil.config import Config
from postil.db import connect, database
from postil.errors import Unavailable
from postil.gateway import CALLER, REFUSED
from postil.schemas import limits
from postil.services import purge_list, server

log = logging.getLogger("postil")


class _Application(Flask):
    def ensure_sync(self, func: Callable[..., Any]) -> Callable[..., Any]:
        """As it is: nothing here is a coroutine, and Flask would ask that of every view and hook at every request."""
        return func


def create_app(settings: Config | None = None) -> Flask:
    """The application over `settings` (default: the environment's). Brings the database to this version first.

    One application a process: the models' database is bound here. Raises config.BadSetting and errors.SetupError.
    """
    settings = settings or config.from_environment()
    logs.begin(settings.log_level)
    database.initialize(connect(settings.resolved_database_url, connections=settings.threads + 2))
    purge_list.keep_in(settings.data_dir)
    with database.connection_context():
        server.initialise(settings.backup_dir)
    app = _Application("postil", static_folder=None)
    app.config["POSTIL"] = settings
    # One byte more than is taken: of a body in chunks Werkzeug reads no more than this, and does not say that there was more.
    app.config["MAX_CONTENT_LENGTH"] = limits.REQUEST + 1
    app.url_map.strict_slashes = True
    app.url_map.merge_slashes = False  # a paper may be asked for by its URL
    health.register(app)
    guard.register(app)
    app.before_request(_refuse)
    app.before_request(_connect)
    app.after_request(_name_caller)
    app.teardown_request(_disconnect)
    api.register(app)
    web.register(app)
    if settings.allowed_origins:
        CORS(
            app,
            resources={r"/api/.*": {"origins": list(settings.allowed_origins)}},
            expose_headers=["ETag", "Location", "Retry-After"],
            max_age=600,
        )
    app.register_error_handler(Exception, _answer)
    return app


def _refuse() -> None:
    """What the gateway did not let in: told here, so that it is told, logged and counted like all else."""
    error = request.environ.get(REFUSED)
    if error is not None:
        raise error


def _connect() -> None:
    if request.path == "/healthz":
        return
    try:
        database.connect(reuse_if_open=True)
    except (peewee.PeeweeException, ValueError) as error:  # ValueError: the pool's "too many connections"
        raise Unavailable("the database cannot be reached now", retry_after=2) from error


def _name_caller(response: Response) -> Response:
    """To the gateway, before it streams the answer: a user is one caller, however many their tokens and however they are sent."""
    caller = g.get("identity")
    if caller is not None and caller.user_id is not None:
        request.environ[CALLER] = f"user {caller.user_id}"
    return response


def _disconnect(_: BaseException | None) -> None:
    if not database.is_closed():
        database.close()


def _answer(error: Exception) -> Response:
    if isinstance(error, peewee.OperationalError | peewee.InterfaceError):
        # A read met it; writes are told by db.in_transaction. The trace goes to the log, and the caller may try again.
        log.warning("the database failed a read", exc_info=error)
        error = Unavailable("the database cannot be used now", retry_after=2)
    return problems.answer(error) if auth.is_api() else web.error_page(error)

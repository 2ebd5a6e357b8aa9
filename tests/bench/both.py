"""What the measured server runs: Postil, and the bare routes beside it in the same process. `python both.py`, by POSTIL_* settings."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from floor import Floor

from postil import app, config
from postil.cli import serve
from postil.gateway import Gateway


def create_app() -> Gateway:
    settings = config.from_environment()
    postil = app.create_app(settings)
    bare = Floor(settings.resolved_database_url)

    def either(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        return bare(environ, start_response) if environ["PATH_INFO"].startswith("/floor/") else postil(environ, start_response)

    return Gateway(either, settings.threads)


if __name__ == "__main__":
    serve.run(config.from_environment(), "both:create_app")

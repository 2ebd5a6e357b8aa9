"""Files of `web/static`: their addresses carry a hash of what they hold, so that a browser may keep them for ever."""

from __future__ import annotations

import hashlib
from functools import lru_cache
from pathlib import Path

from flask import Blueprint, Response, request, send_from_directory

from postil.errors import NotFound

FILES = Path(__file__).parent / "static"

#: What is served, and as what: the machine's own table of types may say anything of `.js`.
TYPES = {
    ".css": "text/css",
    ".js": "text/javascript",
    ".svg": "image/svg+xml",
    ".png": "image/png",
}

FOR_EVER = 365 * 86_400  # seconds

blueprint = Blueprint("static", __name__)


def address(name: str) -> str:
    """Where a page finds a file: `/static/pages.css?v=…`."""
    return f"/static/{name}?v={_version(name)}"


def _version(name: str) -> str:
    try:
        found = (FILES / name).stat()
    except OSError:
        return "none"
    return _hash(name, found.st_mtime_ns, found.st_size)


@lru_cache(maxsize=64)
def _hash(name: str, modified: int, size: int) -> str:
    """A file that was changed under a running server has another stamp, so it is read again."""
    return hashlib.sha256((FILES / name).read_bytes()).hexdigest()[:16]


@blueprint.get("/static/<name>")
def file(name: str) -> Response:
    kind = TYPES.get(Path(name).suffix)
    if kind is None:
        raise NotFound("there is no such file")
    # Only the address with the present hash is for ever: another server's page may name a version that this one does not have.
    asked = request.args.get("v")
    lasting = asked is not None and asked == _version(name)
    response = send_from_directory(FILES, name, mimetype=kind, max_age=FOR_EVER if lasting else None)
    if lasting:
        response.cache_control.immutable = True
    return response


@blueprint.get("/favicon.ico")
def icon() -> Response:
    """Asked for unasked, by browsers that read no page's `<link rel=icon>`."""
    return send_from_directory(FILES, "postil.svg", mimetype=TYPES[".svg"], max_age=86_400)

"""Who may call at all, before any route: the Host, the Origin, the Accept; and the headers that every answer carries."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import lru_cache
from typing import Any
from urllib.parse import urlsplit

from flask import Flask, Response, request

from postil import auth
from postil.config import Config
from postil.errors import NotAcceptable, NotAllowed, WrongHost

# Nothing inline, nothing from elsewhere. A page of ours shows text that others wrote: this is the second wall behind escaping.
_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
)

_HEADERS = [
    ("Content-Security-Policy", _POLICY),
    ("X-Content-Type-Options", "nosniff"),
    ("X-Frame-Options", "DENY"),
    ("Referrer-Policy", "same-origin"),
    ("Cross-Origin-Opener-Policy", "same-origin"),
    ("Cross-Origin-Resource-Policy", "same-origin"),
]

# Whatever their parameters: a profile or a charset changes nothing of what is answered.
_ANSWERED = ("application/json", "application/ld+json", "application/*", "*/*")


def register(app: Flask) -> None:
    app.before_request(_check)
    app.after_request(_keep_private)
    app.wsgi_app = _headed(app.wsgi_app)  # type: ignore[method-assign]  # Flask's own way to put something around itself


def _check() -> None:
    _check_host()
    _check_origin()
    _check_accept()


@lru_cache(maxsize=8)
def hosts(config: Config) -> frozenset[str]:
    """The Host values that this server answers for: the loopback names with its port, and the public address's."""
    port = "" if config.port == 80 else f":{config.port}"  # browsers leave out the scheme's own port
    names = {name + port for name in ("127.0.0.1", "localhost", "[::1]")}
    return frozenset(names | ({urlsplit(config.public_url).netloc} if config.public_url else set()))


def _check_host() -> None:
    """Against DNS rebinding: a hostile name that resolves to this machine is still sent as the Host."""
    if request.path in ("/healthz", "/readyz"):  # asked by the machine's own address; there is nothing to steal
        return
    if request.path.startswith("/static/"):  # the look of the page that says it; the same for everybody
        return
    if request.headers.get("Host", "").lower() not in hosts(auth.config()):
        raise WrongHost(
            f"this server does not answer for {request.headers.get('Host', '')!r}: set POSTIL_PUBLIC_URL to the address that you use"
        )


def _check_origin() -> None:
    """A page of another web site may call the API only when the server's owner allowed its origin. An extension shows a token instead."""
    origin = request.headers.get("Origin")
    if origin is None or not auth.is_api() or origin == auth.own_origin() or origin in auth.config().allowed_origins:
        return
    if urlsplit(origin).scheme not in ("http", "https") and origin != "null":
        return
    raise NotAllowed(
        f"pages of {origin} may not call this server: its owner can allow them in POSTIL_ALLOWED_ORIGINS", code="origin-not-allowed"
    )


def _check_accept() -> None:
    """Before anything is done: a write that was done is never answered with a refusal. An answer without a body suits everybody."""
    if not auth.is_api() or request.path in auth.WATCHED or not request.headers.get("Accept") or request.method in ("DELETE", "OPTIONS"):
        return
    if not any(quality and kind.split(";")[0].lower() in _ANSWERED for kind, quality in request.accept_mimetypes):
        raise NotAcceptable("this answers application/json and application/ld+json only")


def _keep_private(response: Response) -> Response:
    if "Cache-Control" not in response.headers:
        response.headers["Cache-Control"] = "private, no-cache"
    return response


def _headed(application: Callable[..., Iterable[bytes]]) -> Callable[..., Iterable[bytes]]:
    """Every answer with the headers that are always the same, put in as they are: no route has a word in it."""

    def headed(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        def start(status: str, headers: list[tuple[str, str]], *error: Any) -> Any:
            return start_response(status, headers + _HEADERS, *error)

        return application(environ, start)

    return headed

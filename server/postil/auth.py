"""Who is asking: a bearer token or the session cookie becomes an Identity, once a request.

A cookie is sent by the browser whoever made the request, so it counts only when the server's own page made it; a bearer token is only ever
sent on purpose, and by a program: the pages, where one decides about passwords and pairing, are for people alone.
"""

from __future__ import annotations

from flask import Response, current_app, g, request

from postil.config import Config
from postil.errors import NotAllowed, NotSignedIn
from postil.policy import NOBODY, Identity
from postil.services import tokens

#: Where the server tells how it does (health.py).
WATCHED = ("/healthz", "/readyz", "/metrics")


def identity() -> Identity:
    """The caller. Raises NotSignedIn for a bearer token that is not good: it is never taken for nobody."""
    if "identity" not in g:
        g.identity = (_from_bearer() if is_api() else None) or _from_cookie() or NOBODY
    found: Identity = g.identity
    return found


def signed_in() -> Identity:
    """The caller, who must be somebody: asked before a body is looked at."""
    caller = identity()
    if caller.user_id is None:
        raise NotSignedIn
    return caller


def _from_bearer() -> Identity | None:
    header = request.headers.get("Authorization")
    if header is None:
        return None
    scheme, _, secret = header.partition(" ")
    found = tokens.identify(secret.strip(), "access") if scheme.lower() == "bearer" else None
    if found is None:
        raise NotSignedIn("this access token is unknown, expired or revoked; make a new one in the server's settings")
    return found


def _from_cookie() -> Identity | None:
    secret = request.cookies.get(cookie_name(config()))
    found = tokens.identify(secret, "session") if secret and cookie_counts() else None
    # A page that was opened by one user may send what they wrote when another has signed in, in another tab.
    meant = request.headers.get("Postil-User")
    if found is not None and meant is not None and meant.rpartition("/")[2] != str(found.user_id):
        raise NotAllowed("another user is signed in by now: this was written by somebody else", code="other-user")
    return found


def cookie_counts() -> bool:
    """Whether this request was made by one of our own pages, or is a plain visit to one.

    `Sec-Fetch-Site` cannot be set by a page's script (Fetch Metadata, 2). A visit (an address typed, a link followed) only shows a page, in
    a window of its own: it may carry the cookie from anywhere.
    """
    if request.headers.get("Sec-Fetch-Site") == "same-origin" or request.headers.get("Origin") == own_origin():
        return True
    visit = request.method in ("GET", "HEAD") and not is_api()
    return visit and request.headers.get("Sec-Fetch-Dest", "document") == "document"


def own_origin() -> str:
    """The origin of a page of ours that would make this request: the one that it was sent to, which `guard` has checked."""
    public = config().public_url
    return public if public and public.split("://", 1)[1] == request.host else f"http://{request.host}"


def is_api() -> bool:
    """Whether a program asks, not a person's browser: below /api, and whoever watches the server."""
    return request.path.startswith("/api/") or request.path in ("/api", *WATCHED)


def config() -> Config:
    found: Config = current_app.config["POSTIL"]
    return found


def cookie_name(settings: Config) -> str:
    """Two servers on one machine share the cookies of `127.0.0.1`, whatever their ports: the name tells them apart."""
    return f"postil_session_{settings.port}"


def set_cookie(response: Response, secret: str) -> None:
    response.set_cookie(
        cookie_name(config()),
        secret,
        max_age=tokens.SESSION_LIFETIME // 1_000_000,
        httponly=True,
        secure=config().secure,
        samesite="Lax",
        path="/",
    )


def clear_cookie(response: Response) -> None:
    response.delete_cookie(cookie_name(config()), path="/", httponly=True, secure=config().secure, samesite="Lax")

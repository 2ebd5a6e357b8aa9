"""What every page shares: who looks at it, the frame around it, and whether it may be kept."""

from __future__ import annotations

from typing import Any

from flask import Response, g, make_response, redirect, render_template, request, url_for

from postil import auth
from postil.policy import NOBODY, Identity
from postil.schemas.base import bad_text
from postil.web import language


def page(template: str, status: int = 200, *, secret: bool = False, **shown: Any) -> Response:
    """A page in the frame. `secret`: it shows or holds what must not lie in a cache."""
    frame = {"viewer": g.get("identity", NOBODY), "language": language.spoken(), "direction": language.direction()}
    response = make_response(render_template(template, **frame, **shown), status)
    if secret:
        response.headers["Cache-Control"] = "no-store"
    response.headers["Vary"] = "Cookie, Accept-Language"
    return response


def sent_to(endpoint: str, status: int = 303, **values: Any) -> Response:
    """The browser goes to another page of ours. After a form 303: it must not send the form there again."""
    return sent_on(url_for(endpoint, **values), status)


def sent_on(path: str, status: int = 303) -> Response:
    """The same, to a path that `own_path` let through."""
    response = redirect(path, status)
    assert isinstance(response, Response)
    return response


def visitor() -> Identity:
    """Who looks at a page that is for everyone."""
    return auth.identity()


def words(name: str) -> str:
    """A form's field of one line. What no database can hold counts as not given."""
    text = request.form.get(name, "").strip()
    return "" if bad_text(text) else text


def number_or_text(text: str) -> Any:
    """A form's field for a schema that wants a number, and says so where it is none."""
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else text


def own_path(text: str | None) -> str | None:
    """Where to go on after signing in: a path of ours, never another site (`//host`, `/\\host`)."""
    ours = text is not None and text.startswith("/") and not text.startswith(("//", "/\\")) and text.isprintable() and len(text) < 2000
    return text if ours else None

"""What every page shares: who looks at it, the frame around it, and whether it may be kept."""

from __future__ import annotations

from typing import Any

from flask import Response, g, make_response, redirect, render_template, url_for

from postil import auth
from postil.errors import NotSignedIn
from postil.policy import NOBODY, Identity


def page(template: str, status: int = 200, *, secret: bool = False, **shown: Any) -> Response:
    """A page in the frame. `secret`: it shows or holds what must not lie in a cache."""
    response = make_response(render_template(template, viewer=g.get("identity", NOBODY), **shown), status)
    if secret:
        response.headers["Cache-Control"] = "no-store"
    response.headers["Vary"] = "Cookie"
    return response


def sent_to(endpoint: str, status: int = 303, **values: Any) -> Response:
    """The browser goes to another page of ours. After a form 303: it must not send the form there again."""
    response = redirect(url_for(endpoint, **values), status)
    assert isinstance(response, Response)
    return response


def visitor() -> Identity:
    """Who looks at a page that is for everyone: a token that is not good makes them nobody."""
    try:
        return auth.identity()
    except NotSignedIn:
        g.identity = NOBODY
        return NOBODY

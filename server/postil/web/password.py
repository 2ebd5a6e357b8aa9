"""A password of one's own: offered on the first page after signing in by a link, changed in the settings."""

from __future__ import annotations

from flask import Blueprint, Response, request

from postil import auth
from postil.errors import Invalid
from postil.policy import Identity
from postil.services import passwords
from postil.web.frame import page, sent_to

blueprint = Blueprint("password", __name__, url_prefix="/password")


@blueprint.get("")
def show() -> Response:
    return _page(auth.signed_in())


@blueprint.post("")
def choose() -> Response:
    caller = auth.signed_in()
    given = request.form.get("password", "")
    try:
        if given != request.form.get("again", ""):
            raise Invalid([{"field": "once more", "message": "the two are not the same"}])
        passwords.choose(caller, given)
    except Invalid as error:
        return _page(caller, 422, error.detail)
    return sent_to("web.listing.show")


def _page(caller: Identity, status: int = 200, trouble: str | None = None) -> Response:
    return page("password.html", status, secret=True, q="", is_set=passwords.is_set(caller), shortest=passwords.SHORTEST, trouble=trouble)

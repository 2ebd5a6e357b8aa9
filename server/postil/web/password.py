"""A password of one's own: offered on the first page after signing in by a link, changed in the settings."""

from __future__ import annotations

from flask import Blueprint, Response, request

from postil import auth
from postil.errors import Invalid
from postil.policy import Identity
from postil.services import passwords
from postil.web.frame import page, sent_to
from postil.web.language import gettext, number

blueprint = Blueprint("password", __name__, url_prefix="/password")


@blueprint.get("")
def show() -> Response:
    return _page(auth.signed_in())


@blueprint.post("")
def choose() -> Response:
    caller = auth.signed_in()
    given = request.form.get("password", "")
    if given != request.form.get("again", ""):
        return _page(caller, 422, gettext("Once more: the two are not the same."))
    try:
        passwords.choose(caller, given)
    except Invalid:
        return _page(caller, 422, rule())
    return sent_to("web.listing.show")


def rule() -> str:
    """What a password has to be."""
    longest, shortest = number(passwords.LONGEST), number(passwords.SHORTEST)
    return gettext("Password: from %(shortest)s to %(longest)s characters.") % {"shortest": shortest, "longest": longest}


def _page(caller: Identity, status: int = 200, trouble: str | None = None) -> Response:
    return page("password.html", status, secret=True, q="", is_set=passwords.is_set(caller), shortest=passwords.SHORTEST, trouble=trouble)

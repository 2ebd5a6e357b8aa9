"""One's own account: who one is, access tokens, teams."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from flask import Blueprint, Response, request

from postil import auth, formats
from postil.errors import Invalid
from postil.policy import Identity
from postil.schemas.account import TokenSchema
from postil.schemas.base import INT64, load
from postil.services import groups, passwords, tokens
from postil.web.frame import number_or_text, page, sent_to
from postil.web.language import N_

#: Days until a token expires, and how a person says that. Empty: never.
LIFETIMES = (("30", N_("in 30 days")), ("90", N_("in 90 days")), ("365", N_("in 1 year")), ("", N_("never")))

blueprint = Blueprint("settings", __name__)


@blueprint.get("/settings")
def show() -> Response:
    return _settings(auth.signed_in())


@blueprint.post("/settings/tokens")
def make_token() -> Response:
    """The answer to the form itself shows the secret: a redirect would have to keep it somewhere."""
    caller = auth.signed_in()
    try:
        asked = load(TokenSchema(), _asked_token())
        made = tokens.create(caller, asked["name"], asked["scopes"], asked.get("days"))
    except Invalid as error:
        return _settings(caller, 422, wrong=_wrong_fields(error))
    return _settings(caller, 201, made=made)


@blueprint.post(f"/settings/tokens/<int(max={INT64 - 1}):id>/revoke")
def revoke_token(id: int) -> Response:
    tokens.revoke(auth.signed_in(), id)
    return sent_to("web.settings.show", _anchor="tokens")


def _asked_token() -> dict[str, Any]:
    days = request.form.get("days", "")
    asked: dict[str, Any] = {
        "name": request.form.get("name", "").strip(),
        "scopes": ["read", "write"] + (["account"] if "account" in request.form else []),
    }
    if days:
        asked["days"] = number_or_text(days)
    return asked


def _wrong_fields(error: Invalid) -> set[str]:
    return {wrong["field"].partition("[")[0] for wrong in error.details["errors"]}


def _settings(caller: Identity, status: int = 200, *, made: Any = None, wrong: set[str] | None = None) -> Response:
    listed = [{**token, "expired": _is_past(token["expires"])} for token in tokens.of(caller)]
    return page(
        "settings.html", status, secret=True, q="", tokens=listed, groups=groups.of(caller), made=made, wrong=wrong or set(),
        lifetimes=LIFETIMES, given=request.form, has_password=passwords.is_set(caller), formats=formats.menu(),
    )  # fmt: skip


def _is_past(text: str | None) -> bool:
    return text is not None and datetime.fromisoformat(text) <= datetime.now(UTC)

"""Pairing by a code (RFC 8628) and revoking a token (RFC 7009): form-encoded, with the errors that those say."""

from __future__ import annotations

from flask import Blueprint, Response, request

from postil import auth
from postil.api.http import answer
from postil.api.operations import operation
from postil.schemas.answers import Grant, Pairing, Revoked
from postil.schemas.base import bad_text
from postil.services import pairing

blueprint = Blueprint("oauth", __name__)

GRANT = "urn:ietf:params:oauth:grant-type:device_code"


@blueprint.post("/oauth/device")
@operation("Begin pairing a program (RFC 8628)", answers=Pairing, form=("client_name", "scope"), public=True, grant=True, refuses=(429,))
def device() -> Response:
    asked = pairing.ask(_field("client_name") or "A program", (_field("scope") or "read write").split(), request.remote_addr or "")
    page = f"{auth.config().base_url}/connect"
    return _private({**asked, "verification_uri": page, "verification_uri_complete": f"{page}?code={asked['user_code']}"})


@blueprint.post("/oauth/token")
@operation("Ask whether the user has allowed it (RFC 8628)", answers=Grant, form=("grant_type", "device_code"), public=True, grant=True)
def token() -> Response:
    if _field("grant_type") != GRANT:
        raise pairing.GrantError("unsupported_grant_type", f"grant_type: {GRANT}")
    return _private(pairing.redeem(_field("device_code")))


@blueprint.post("/oauth/revoke")
@operation("End an access token (RFC 7009)", answers=Revoked, form=("token",), public=True)
def revoke() -> Response:
    pairing.revoke(_field("token"))
    return _private({})


@blueprint.errorhandler(pairing.GrantError)
def _refused(error: pairing.GrantError) -> Response:
    """As RFC 6749, 5.2, says it: clients of this grant read no problem documents."""
    return _private({"error": error.error, "error_description": error.detail}, error.status)


def _field(name: str) -> str:
    value = request.form.get(name, "")
    return "" if bad_text(value) else value[:200]


def _private(document: dict[str, object], status: int = 200) -> Response:
    response = answer(document, status)
    response.headers["Cache-Control"] = "no-store"
    return response

"""Discovery, who one is, and one's access tokens."""

from __future__ import annotations

from flask import Blueprint, Response

from postil import PROTOCOL, __version__, auth
from postil.api.http import answer, base, loaded, no_content
from postil.api.operations import operation
from postil.policy import require
from postil.representation import iri
from postil.schemas import answers, limits
from postil.schemas.account import TokenSchema
from postil.services import groups, tokens

blueprint = Blueprint("account", __name__)


@blueprint.get("/")
@operation("What this server is and speaks", answers=answers.Discovery, public=True)
def discovery() -> Response:
    """What this server is and speaks. Needs no caller."""
    return answer(
        {
            "name": "Postil",
            "version": __version__,
            "protocol": PROTOCOL,
            "limits": {
                "request": limits.REQUEST, "note": limits.NOTE, "quote": limits.QUOTE, "tags": limits.TAGS, "tag": limits.TAG,
                "selectors": limits.SELECTORS, "papers": limits.PAPERS, "changes": limits.CHANGES,
            },
            "links": {name: base() + name for name in ("annotations", "lookup", "changes", "papers", "groups", "tokens", "me")},
        }
    )  # fmt: skip


@blueprint.get("/me")
@operation("Who one is, with which scopes, in which groups", answers=answers.Me)
def me() -> Response:
    caller = auth.signed_in()
    require(caller, "account.read")
    user = {"id": iri("users", caller.user_id), "name": caller.name, "display_name": caller.display_name, "is_admin": caller.is_admin}
    return answer({"user": user, "scopes": sorted(caller.scopes), "groups": groups.of(caller)})


@blueprint.get("/tokens")
@operation("One's access tokens", answers=answers.Tokens)
def listing() -> Response:
    return answer({"tokens": tokens.of(auth.signed_in())})


@blueprint.post("/tokens")
@operation("Make an access token; its secret is told this once", body=TokenSchema, answers=answers.NewToken, status=201, refuses=(409,))
def create() -> Response:
    caller = auth.signed_in()
    asked = loaded(TokenSchema())
    response = answer(tokens.create(caller, asked["name"], asked["scopes"], asked.get("days")), 201)
    response.headers["Cache-Control"] = "no-store"
    return response


@blueprint.delete("/tokens/<int:id>")
@operation("Revoke an access token", status=204)
def revoke(id: int) -> Response:
    tokens.revoke(auth.signed_in(), id)
    return no_content()

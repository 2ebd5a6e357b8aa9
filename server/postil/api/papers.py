"""Papers: a day's listing, search, one paper, and what a page showed of one."""

from __future__ import annotations

from flask import Blueprint, Response
from marshmallow import fields

from postil import auth
from postil.api.http import answer, loaded, path_text, query
from postil.api.operations import operation
from postil.errors import Invalid
from postil.schemas.account import PageSchema
from postil.schemas.answers import Day, Found, Paper
from postil.schemas.base import Strict, number, text
from postil.schemas.days import DAY_FORMAT, is_day
from postil.services import papers

blueprint = Blueprint("papers", __name__)


class PapersQuery(Strict):
    day = fields.String(validate=is_day, metadata=DAY_FORMAT)
    q = text(500)
    before = number(1)
    limit = number(1, 100, load_default=50)


@blueprint.get("/papers")
@operation("A day's listing, or a search", query=PapersQuery, answers=(Day, Found))
def listing() -> Response:
    caller = auth.signed_in()
    asked = query(PapersQuery())
    if ("q" in asked) and ("day" in asked):
        raise Invalid([{"field": "q", "message": "either q or day, not both"}])
    if "q" in asked:
        return answer(papers.search(caller, asked["q"], asked["limit"], asked.get("before")))
    return answer(papers.of_day(caller, asked.get("day")))


@blueprint.get("/papers/<path:key>")
@operation("A paper, by any spelling of its key", answers=Paper, refuses=(422,))
def get(key: str) -> Response:
    return answer(papers.get(auth.signed_in(), path_text(key)))


@blueprint.put("/papers/<path:key>")
@operation("What a page showed of a paper", body=PageSchema, answers=Paper)
def put(key: str) -> Response:
    return answer(papers.send(auth.signed_in(), path_text(key), loaded(PageSchema())))

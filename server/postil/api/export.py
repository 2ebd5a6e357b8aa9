"""`GET /api/export`: the caller's notes as a file, streamed."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from typing import Any

from flask import Blueprint, Response
from marshmallow import fields

from postil import auth, formats
from postil.api.http import base, query
from postil.api.operations import operation
from postil.clock import DAY, from_datetime, now, to_text
from postil.errors import Invalid
from postil.formats.records import About
from postil.schemas.answers import Collection
from postil.schemas.base import Strict, text
from postil.schemas.days import DAY_FORMAT, is_day
from postil.services import export

blueprint = Blueprint("export", __name__)


_MEDIA = tuple(sorted({formats.by_name(name).MEDIA_TYPE for name in formats.names()}))


class ExportQuery(Strict):
    """`from` and `to` are days of `created`, both included, by UTC."""

    format = text(40, required=True)
    paper = text(2048)
    group = text(40)
    creator = text(40)
    tag = text(100)
    since = fields.String(validate=is_day, metadata=DAY_FORMAT, data_key="from")
    until = fields.String(validate=is_day, metadata=DAY_FORMAT, data_key="to")


@blueprint.get("/export")
@operation("The notes that one may see, as a file", query=ExportQuery, answers=Collection, media=_MEDIA)
def get() -> Response:
    caller = auth.signed_in()
    asked = query(ExportQuery())
    chosen = _format(asked.pop("format"))
    records = export.records(caller, filters(asked), by_paper=chosen.BY_PAPER)
    about: About = {"base": base(), "exported": to_text(now()), "title": title(asked)}
    response = Response(chosen.write(records, about), content_type=chosen.MEDIA_TYPE)
    day = datetime.now(UTC).date().isoformat()
    response.headers["Content-Disposition"] = f'attachment; filename="postil-{day}.{chosen.EXTENSION}"'
    response.headers["Cache-Control"] = "private, no-store"
    response.headers["Vary"] = "Authorization, Cookie"
    return response


def _format(name: str) -> formats.Format:
    if name not in formats.names():
        raise Invalid([{"field": "format", "message": f"one of {', '.join(formats.names())}"}])
    return formats.by_name(name)


def filters(asked: dict[str, Any]) -> dict[str, Any]:
    """The query as services.export takes it: days as the microseconds of their beginning; `until` is the day after."""
    chosen = dict(asked)
    if "since" in chosen:
        chosen["since"] = _midnight(date.fromisoformat(chosen["since"]))
    if "until" in chosen:
        chosen["until"] = _midnight(date.fromisoformat(chosen["until"])) + DAY
    return chosen


def _midnight(day: date) -> int:
    return from_datetime(datetime.combine(day, time(), UTC))


def title(asked: dict[str, Any]) -> str:
    """What was exported, in words."""
    parts = [f"{name} {asked[name]}" for name in ("paper", "group", "creator", "tag") if name in asked]
    return "Postil notes" + (f" ({', '.join(parts)})" if parts else "")

"""A note as clients send it: the W3C Web Annotation vocabulary (model, 3 and 4) that Postil itself writes, and nothing else."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from marshmallow import ValidationError, fields, validates_schema

from postil.clock import SECOND, from_datetime, now
from postil.errors import Invalid
from postil.paper_keys import BadPaperKey, canonical
from postil.schemas import limits
from postil.schemas.base import UUID_TEXT, Strict, load, made, messages_of, number, one_of, source_name, text, web_url

MOTIVATIONS = (
    "assessing", "bookmarking", "classifying", "commenting", "describing", "editing", "highlighting",
    "identifying", "linking", "moderating", "questioning", "replying", "tagging",
)  # fmt: skip
FIELDS = ("title", "abstract", "fulltext")

_IRI_END = re.compile(rf"annotations/({UUID_TEXT.pattern})\Z")
# RFC 3339, 5.6, with a zone and at most microseconds.
_TIME = re.compile(r"\d{4}-\d\d-\d\d[Tt]\d\d:\d\d:\d\d(\.\d{1,6})?([Zz]|[+-]\d\d:\d\d)")


class Selector(Strict):
    """Each type has its own members (W3C model, 4.2.4 and 4.2.5); this one is for a type that is not known, and refuses it."""

    type = one_of("TextQuoteSelector", "TextPositionSelector", required=True)


class TextQuote(Selector):
    type = one_of("TextQuoteSelector", required=True)
    exact = text(limits.QUOTE, in_bytes=True, required=True)
    prefix = text(limits.CONTEXT, shortest=0, in_bytes=True)
    suffix = text(limits.CONTEXT, shortest=0, in_bytes=True)


class TextPosition(Selector):
    type = one_of("TextPositionSelector", required=True)
    start = number(required=True)
    end = number(required=True)

    @validates_schema
    def forwards(self, selector: Mapping[str, Any], **_: Any) -> None:
        if selector["end"] <= selector["start"]:
            raise ValidationError("must be greater than start", "end")


class Selectors(fields.Field[list[dict[str, Any]]]):
    """One selector or a list of them, each by its own schema."""

    def _deserialize(self, value: Any, attr: str | None, sent: Any, **_: Any) -> list[dict[str, Any]]:
        selectors = value if isinstance(value, list) else [value]
        if not 1 <= len(selectors) <= limits.SELECTORS:
            raise ValidationError(f"from 1 to {limits.SELECTORS} selectors")
        return _each(selectors, lambda selector: _selector_schema(selector).load(selector))


def _selector_schema(selector: Any) -> Strict:
    kind = selector.get("type") if isinstance(selector, dict) else None
    return made({"TextQuoteSelector": TextQuote, "TextPositionSelector": TextPosition}.get(str(kind), Selector))


def _each(values: list[Any], check: Any) -> list[Any]:
    """Check every member of a list; errors are gathered under their index."""
    checked, errors = [], {}
    for index, value in enumerate(values):
        try:
            checked.append(check(value))
        except ValidationError as error:
            errors[index] = messages_of(error)
    if errors:
        raise ValidationError(errors)
    return checked


class PaperKeyField(fields.Field[Any]):
    def _deserialize(self, value: Any, attr: str | None, sent: Any, **_: Any) -> Any:
        if not isinstance(value, str):
            raise ValidationError("a string is needed: an arXiv id read as a number loses its zeros")
        try:
            return canonical(value)
        except BadPaperKey as error:
            raise ValidationError(str(error)) from None


class Place(Strict):
    """The part of a paper that a note marks: a SpecificResource."""

    type = one_of("SpecificResource", required=True)
    source = web_url(required=True)
    selector = Selectors()
    postil_paper = PaperKeyField(required=True, data_key="postil:paper", attribute="postil:paper")
    postil_field = one_of(*FIELDS, data_key="postil:field", attribute="postil:field")
    postil_source = source_name(data_key="postil:source", attribute="postil:source")
    postil_version = number(1, 10_000, data_key="postil:version", attribute="postil:version")

    @validates_schema
    def whole_or_part(self, place: Mapping[str, Any], **_: Any) -> None:
        """A mark has a field and a quote; a note on the whole paper has neither."""
        selectors = place.get("selector", [])
        if bool(selectors) != ("postil:field" in place):
            raise ValidationError("a mark has both postil:field and selector; a note on the whole paper has neither", "selector")
        if selectors and not any(s["type"] == "TextQuoteSelector" for s in selectors):
            raise ValidationError("a TextQuoteSelector is needed: positions alone do not survive a change of the text", "selector")


class Target(fields.Field[Any]):
    """A place in a paper, or (for a reply) the IRI of the note that it answers, as a UUID."""

    def _deserialize(self, value: Any, attr: str | None, sent: Any, **_: Any) -> Any:
        if not isinstance(value, str):
            return made(Place).load(value)
        found = _IRI_END.search(value)
        if not found:
            raise ValidationError("an object, or the IRI of the note that this answers (…/annotations/{id})")
        return UUID(found[1])


class TextualBody(Strict):
    type = one_of("TextualBody", required=True)
    value = text(limits.NOTE, in_bytes=True, required=True)
    format = one_of("text/markdown", "text/plain")
    purpose = one_of("commenting", "replying", "tagging", required=True)

    @validates_schema
    def one_format(self, body: Mapping[str, Any], **_: Any) -> None:
        """What could not be given back as it was sent is refused: a note is Markdown, a tag is plain."""
        meant = "text/plain" if body["purpose"] == "tagging" else "text/markdown"
        if body.get("format", meant) != meant:
            raise ValidationError(f"{meant} is needed here", "format")

    @validates_schema
    def short_tag(self, body: Mapping[str, Any], **_: Any) -> None:
        if body["purpose"] == "tagging" and len(body["value"]) > limits.TAG:
            raise ValidationError(f"a tag has at most {limits.TAG} characters", "value")


class Bodies(fields.Field[list[dict[str, Any]]]):
    """One body or a list: at most one note, at most 50 tags."""

    def _deserialize(self, value: Any, attr: str | None, sent: Any, **_: Any) -> list[dict[str, Any]]:
        bodies = value if isinstance(value, list) else [value]
        if len(bodies) > limits.TAGS + 1:
            raise ValidationError(f"at most one note and {limits.TAGS} tags")
        bodies = _each(bodies, made(TextualBody).load)
        tags = sum(body["purpose"] == "tagging" for body in bodies)
        if tags > limits.TAGS or len(bodies) - tags > 1:
            raise ValidationError(f"at most one note and {limits.TAGS} tags")
        return bodies


class Moment(fields.Field[int]):
    """RFC 3339 with a zone -> microseconds. A client's clock may be a little ahead, no more."""

    def _deserialize(self, value: Any, attr: str | None, sent: Any, **_: Any) -> int:
        if not isinstance(value, str) or not _TIME.fullmatch(value):
            raise ValidationError("a time with its zone is needed, like 2026-11-23T08:15:30Z")
        try:
            stamp = from_datetime(datetime.fromisoformat(value.upper()))
        except (ValueError, OverflowError):
            raise ValidationError("there is no such time") from None
        if stamp > now() + limits.AHEAD_SECONDS * SECOND:
            raise ValidationError("this time is more than 5 minutes ahead of the server's")
        if stamp < 0:
            raise ValidationError("this time is before 1970")
        return stamp


class AnnotationSchema(Strict):
    id = fields.String()
    motivation = one_of(*MOTIVATIONS)
    created = Moment(required=True)
    body = Bodies()
    target = Target(required=True)
    postil_group = text(40, required=True, data_key="postil:group", attribute="postil:group")
    postil_label = text(40, data_key="postil:label", attribute="postil:label")
    postil_status = one_of("open", "answered", data_key="postil:status", attribute="postil:status")


def load_annotation(document: object, uuid: UUID, server_managed: tuple[str, ...]) -> dict[str, Any]:
    """A note as sent -> validated: keys parsed, times in microseconds. Raises Invalid; also for an `id` that names another note."""
    if isinstance(document, dict):
        document = {name: value for name, value in document.items() if name not in server_managed}
    checked = load(made(AnnotationSchema), document)
    sent = checked.get("id")
    if sent is not None and not sent.endswith(f"/{uuid}") and sent != f"urn:uuid:{uuid}":
        raise Invalid([{"field": "id", "message": "this names another note than the address does"}])
    return checked

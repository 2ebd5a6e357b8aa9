"""What goes out, as the document of the API tells it to programs (api/openapi.py): the shape of every answer.

Nothing is made through these: services make the answers, lists of notes as bytes. Every answer that a test of the server gets is held
against them. A member may be added to an answer at any time: clients let pass what they do not know.
"""

from __future__ import annotations

from typing import Any

from marshmallow import INCLUDE, Schema, fields, validate

from postil.representation import CONTEXT
from postil.schemas.annotation import MOTIVATIONS, AnnotationSchema, TextualBody
from postil.schemas.base import one_of


def _text(**options: Any) -> fields.String:
    return fields.String(required=True, **options)


def _name(**options: Any) -> fields.String:
    """The IRI of something of the server's own."""
    return _text(metadata={"format": "uri"}, **options)


def _number(**options: Any) -> fields.Integer:
    return fields.Integer(required=True, **options)


def _time(**options: Any) -> fields.DateTime:
    return fields.DateTime(required=True, **options)


def _day(**options: Any) -> fields.Date:
    return fields.Date(required=True, **options)


def _role() -> fields.String:
    return one_of("reader", "member", "moderator", "owner", required=True)


def _list(of: Any) -> fields.List[Any]:
    return fields.List(_each(of), required=True)


def _by_name(of: Any) -> fields.Dict:
    """An object whose members' names are not known beforehand."""
    return fields.Dict(keys=fields.String(), values=_each(of), required=True)


def _one(of: type[Schema], **options: Any) -> fields.Nested:
    return fields.Nested(of, required=True, **options)


def _each(of: Any) -> Any:
    return of if isinstance(of, fields.Field) else fields.Nested(of)


class Answer(Schema):
    class Meta:
        unknown = INCLUDE


class Problem(Answer):
    """RFC 9457. `current` and `etag`: the present state of a note, where an edit names another (412)."""

    type = _text()
    title = _text()
    status = _number()
    detail = _text()
    code = _text()
    errors = fields.List(fields.Nested(lambda: WrongField))
    current = fields.Nested(lambda: Annotation)
    etag = fields.String()


class WrongField(Answer):
    field = _text()
    message = _text()


class GrantError(Answer):
    """RFC 6749, 5.2"""

    error = _text()
    error_description = _text()


# --- notes -----------------------------------------------------------------------------------------------------------------------------


class Creator(Answer):
    id = _name()
    type = one_of("Person", required=True)


class Annotation(AnnotationSchema):
    """A note: what its author sent, and what the server adds."""

    class Meta:
        unknown = INCLUDE

    context = fields.Raw(required=True, data_key="@context", metadata={"enum": [CONTEXT]})
    id = _name()
    type = one_of("Annotation", required=True)
    motivation = one_of(*MOTIVATIONS, required=True)
    creator = _one(Creator)
    modified = _time()
    body = fields.List(fields.Nested(TextualBody), validate=validate.Length(1))  # type: ignore[assignment]  # one becomes a list


class State(Answer):
    """What is true of a note beside what its author wrote."""

    hidden = fields.DateTime()


class Entry(Answer):
    etag = _text()
    state = _one(State)
    annotation = _one(Annotation)


class Person(Answer):
    name = _text()
    display_name = _text()


class Label(Answer):
    key = _text()
    name = _text()
    colour = _text()
    underline = _text()
    is_question = fields.Boolean(required=True)


class PaperNotes(Answer):
    key = _text()
    count = _number()
    notes = _list(Entry)


class Lookup(Answer):
    """`papers` by the key as it was asked, `people` by their IRI, `labels` by their group."""

    cursor = _text()
    papers = _by_name(PaperNotes)
    people = _by_name(Person)
    labels = _by_name(_list(Label))


class GoneNote(Answer):
    id = fields.UUID(required=True)
    group = _text()


class Changes(Answer):
    cursor = _text()
    more = fields.Boolean(required=True)
    reset = _list(fields.String())
    lost = _list(fields.String())
    notes = _list(Entry)
    gone = _list(GoneNote)
    groups = _list(fields.String())
    people = _by_name(Person)
    labels = _by_name(_list(Label))


class PastState(Answer):
    number = _number()
    at = _time()
    annotation = _one(Annotation)


class History(Answer):
    """`next` is the `before` of the next page."""

    states = _list(PastState)
    next = _number(allow_none=True)


class Discarded(Answer):
    """A note in the trash, and when it goes for good."""

    etag = _text()
    deleted = _time()
    goes = _time()
    annotation = _one(Annotation)


class Trash(Answer):
    """`next` is the `before` of the next page."""

    notes = _list(Discarded)
    next = _text(allow_none=True)


class AnnotationPage(Answer):
    id = _name()
    type = one_of("AnnotationPage", required=True)
    partOf = _name()
    startIndex = _number()
    items = fields.List(fields.Dict(), required=True)


class Collection(Answer):
    """W3C model, 5.1: notes as JSON-LD. Each item is an annotation without a context of its own, and names its creator."""

    context = fields.Raw(required=True, data_key="@context")
    id = _name()
    type = one_of("AnnotationCollection", required=True)
    label = _text()
    total = _number()
    first = fields.Nested(AnnotationPage)


# --- papers ----------------------------------------------------------------------------------------------------------------------------


class Listed(Answer):
    """Where a paper stands in a day's listing."""

    day = _day()
    rank = _number()
    upvotes = fields.Integer(required=True, allow_none=True)
    comments = fields.Integer(required=True, allow_none=True)


class Paper(Answer):
    key = _text()
    title = _text()
    abstract = _text()
    authors = _list(fields.String())
    organization = _text(allow_none=True)
    published = _text(allow_none=True)
    url = _text(allow_none=True)
    listing = _one(Listed, allow_none=True)
    count = _number()


class Day(Answer):
    """A day's listing, in rank order."""

    day = _day(allow_none=True)
    previous = _day(allow_none=True)
    next = _day(allow_none=True)
    papers = _list(Paper)


class Found(Answer):
    """A search: `next` is the `before` of the next page."""

    papers = _list(Paper)
    next = fields.Integer(required=True, allow_none=True)


# --- account and groups ----------------------------------------------------------------------------------------------------------------


class Versions(Answer):
    current = _number()
    oldest = _number()


class Discovery(Answer):
    name = _text()
    version = _text()
    protocol = _one(Versions)
    limits = _by_name(fields.Integer())
    links = _by_name(fields.String(metadata={"format": "uri"}))


class User(Answer):
    id = _name()
    name = _text()
    display_name = _text()
    is_admin = fields.Boolean(required=True)


class Group(Answer):
    id = _text()
    kind = one_of("personal", "team", "public", required=True)
    name = _text()
    role = _role()
    can_write = fields.Boolean(required=True)


class Groups(Answer):
    groups = _list(Group)


class Me(Answer):
    user = _one(User)
    scopes = _list(fields.String())
    groups = _list(Group)


class Token(Answer):
    id = _number()
    name = _text()
    scopes = _list(fields.String())
    created = _time()
    expires = _time(allow_none=True)
    last_used = _time(allow_none=True)


class NewToken(Token):
    token = _text()


class Tokens(Answer):
    tokens = _list(Token)


class Member(Answer):
    user = _number()
    name = _text()
    display_name = _text()
    role = _role()


class Members(Answer):
    members = _list(Member)


class Invite(Answer):
    """`ended` says why it no longer invites."""

    id = _number()
    role = _role()
    created = _time()
    expires = _time()
    uses_left = _number()
    ended = _text(allow_none=True)


class NewInvite(Invite):
    secret = _text()
    url = _name()


class Invites(Answer):
    invites = _list(Invite)


class Joined(Answer):
    group = _text()


# --- pairing ---------------------------------------------------------------------------------------------------------------------------


class Pairing(Answer):
    """RFC 8628, 3.2"""

    device_code = _text()
    user_code = _text()
    verification_uri = _name()
    verification_uri_complete = _name()
    expires_in = _number()
    interval = _number()


class Grant(Answer):
    """RFC 6749, 5.1"""

    access_token = _text()
    token_type = one_of("Bearer", required=True)
    expires_in = _number()
    scope = _text()


class Revoked(Answer):
    """RFC 7009, 2.2: nothing is told."""

"""The base of every schema, and the rules that hold for all text and numbers that come in.

Refused everywhere, body, query and path alike: NUL (PostgreSQL cannot hold it), lone surrogates (no UTF-8 for them), numbers beyond
int64 (neither database holds them), unknown fields (a misspelt one would be lost in silence).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import islice
from typing import Any

from marshmallow import RAISE, Schema, ValidationError, fields, validate

from postil.errors import Invalid
from postil.schemas import limits

INT64 = 2**63

#: Of one answer: errors told, and characters of each.
MOST_ERRORS, LONGEST_PATH = 40, 200

_SURROGATE = re.compile("[\ud800-\udfff]")

#: The one form of a UUID outside (RFC 9562, 4): `uuid.UUID` takes many more.
UUID_TEXT = re.compile(r"[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")


class Strict(Schema):
    """Unknown fields are refused, and so is null: absent means absent."""

    class Meta:
        unknown = RAISE

    error_messages = {"unknown": "there is no such field", "type": "an object is needed"}


@cache
def made(schema: type[Strict]) -> Strict:
    """The one object of a schema: making one copies all its fields, and loading leaves it as it was."""
    return schema()


def load(schema: Schema, document: object) -> dict[str, Any]:
    """The validated document. Raises Invalid, naming each wrong field by its path: `target.selector[0].end`."""
    if not isinstance(document, dict):
        raise Invalid([{"field": "(body)", "message": "an object is needed"}])
    errors = _told(hostile(document))
    if errors:
        raise Invalid(errors)
    try:
        loaded: dict[str, Any] = schema.load(document)
    except ValidationError as error:
        raise Invalid(_told(_flat(messages_of(error)))) from None
    return loaded


def _told(errors: Iterator[dict[str, str]]) -> list[dict[str, str]]:
    """The first of them, each cut: what is wrong with a body must not be larger than the body, a thousand times over."""
    return [{name: said[:LONGEST_PATH] for name, said in error.items()} for error in islice(errors, MOST_ERRORS)]


def hostile(value: object, path: str = "") -> Iterator[dict[str, str]]:
    """What no field may hold, with the path to it."""
    if isinstance(value, str):
        message = bad_text(value)
        if message:
            yield {"field": path or "(body)", "message": message}
    elif isinstance(value, int) and not -INT64 <= value < INT64:
        yield {"field": path, "message": "the number is beyond 64 bits"}
    elif isinstance(value, dict):
        for name, member in value.items():
            message = bad_text(name)
            if message:
                yield {"field": path or "(body)", "message": f"a member's name: {message}"}
            else:
                yield from hostile(member, f"{path}.{name}" if path else name)
    elif isinstance(value, list):
        for index, member in enumerate(value):
            yield from hostile(member, f"{path}[{index}]")


def bad_text(text: str) -> str | None:
    if "\0" in text:
        return "NUL (U+0000) cannot be stored"
    if not text.isascii() and _SURROGATE.search(text):
        return "a lone surrogate is no character"
    return None


def messages_of(error: ValidationError) -> Any:
    return error.normalized_messages()  # type: ignore[no-untyped-call]


def _flat(messages: Mapping[Any, Any], path: str = "") -> Iterator[dict[str, str]]:
    """marshmallow's nested messages as a list of fields and sentences."""
    for name, message in messages.items():
        here = path if name == "_schema" else _joined(path, name)
        if isinstance(message, Mapping):
            yield from _flat(message, here)
        else:
            for sentence in message:
                yield {"field": here or "(body)", "message": _said(sentence)}


def _joined(path: str, name: object) -> str:
    if isinstance(name, int):
        return f"{path}[{name}]"
    return f"{path}.{name}" if path else str(name)


def _said(sentence: str) -> str:
    """marshmallow's sentences in our words: lower case, no full stop."""
    known = {"Missing data for required field.": "this field is needed", "Field may not be null.": "null is refused: leave the field out"}
    return known.get(sentence) or (sentence[:1].lower() + sentence[1:]).rstrip(".")


def text(longest: int, *, shortest: int = 1, in_bytes: bool = False, **options: Any) -> fields.String:
    """A string field with its limit; `in_bytes` counts UTF-8."""

    def check(value: str) -> None:
        length = len(value.encode("utf-8")) if in_bytes else len(value)
        if length > longest:
            raise ValidationError(f"at most {longest} {'bytes of UTF-8' if in_bytes else 'characters'}, this has {length}")
        if length < shortest:
            raise ValidationError("this may not be empty")

    size = {"minLength": shortest, "maxLength": longest}  # for the document of the API; bytes are at least as many as characters
    return fields.String(validate=check, error_messages={"invalid": "a string is needed"}, metadata=size, **options)


def number(least: int = 0, most: int = INT64 - 1, **options: Any) -> fields.Integer:
    return fields.Integer(
        strict=True, validate=validate.Range(least, most, error=f"a whole number from {least} to {most} is needed"),
        error_messages={"invalid": "a whole number is needed"}, **options,
    )  # fmt: skip


def one_of(*choices: str, **options: Any) -> fields.String:
    return fields.String(
        validate=validate.OneOf(choices, error=f"one of {', '.join(choices)}"), error_messages={"invalid": "a string is needed"}, **options
    )


def web_url(**options: Any) -> fields.String:
    """An http(s) URL: nothing that a browser would run when it is followed."""
    shape = validate.Regexp(r"https?://[^\s]+\Z", error="an http(s) URL is needed")
    return fields.String(validate=[validate.Length(1, limits.URL), shape], error_messages={"invalid": "a string is needed"}, **options)


def source_name(**options: Any) -> fields.String:
    """The short name of where a text was seen: `huggingface`, `arxiv`."""
    return fields.String(validate=validate.Regexp(r"[a-z0-9-]{1,40}\Z", error="1 to 40 of a-z, 0-9 and hyphen"), **options)

"""Groups, members, tokens, and what a page showed of a paper, as clients send them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from marshmallow import ValidationError, fields, validate, validates_schema

from postil.schemas import limits
from postil.schemas.base import Strict, number, one_of, source_name, text, web_url


class GroupSchema(Strict):
    name = text(100, required=True)


class MemberSchema(Strict):
    role = one_of("reader", "member", "moderator", "owner", required=True)


class TokenSchema(Strict):
    name = text(100, required=True)
    scopes = fields.List(one_of("read", "write", "account"), required=True, validate=validate.Length(1, 3))
    days = number(1, 3650)


class PageSchema(Strict):
    """What a page showed of a paper. `group`: where the text is kept, and the only place where it is shown."""

    group = text(40, required=True)
    source = source_name(required=True)
    title = text(limits.TITLE)
    abstract = text(limits.ABSTRACT, in_bytes=True)
    version = number(1, 10_000)
    url = web_url()

    @validates_schema
    def says_something(self, page: Mapping[str, Any], **_: Any) -> None:
        if not ("title" in page or "abstract" in page):
            raise ValidationError("a title or an abstract is needed", "title")


class InviteSchema(Strict):
    role = one_of("reader", "member", "moderator", "owner", load_default="member")
    days = number(1, 90, load_default=7)
    uses = number(1, 1000, load_default=1)

"""What each route takes and answers, said beside it: `@operation(…)` is what the OpenAPI document is made of (openapi.py)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar

from marshmallow import Schema

View = TypeVar("View", bound=Callable[..., Any])

JSON = "application/json"


@dataclass(frozen=True)
class Operation:
    """`status`: how it is answered when all is well, `answers`: with what (one of several). `refuses`: beside what follows, how else.

    `public` asks for no caller, `condition` takes `If-Match` and `Idempotency-Key`, `etag` answers with one, `grant` refuses as OAuth
    does. `body` and `query` are the schemas that the route reads them through, `form` the fields of a form.
    """

    summary: str
    answers: type[Schema] | tuple[type[Schema], ...] = ()
    query: type[Schema] | None = None
    body: type[Schema] | None = None
    types: tuple[str, ...] = (JSON,)
    form: tuple[str, ...] = ()
    status: int | tuple[int, ...] = 200
    media: str | tuple[str, ...] = JSON
    refuses: tuple[int, ...] = ()
    public: bool = False
    condition: bool = False
    etag: bool = False
    grant: bool = False


def operation(summary: str, **parts: Any) -> Callable[[View], View]:
    """Describe a view. The test of the document names every route that lacks this."""

    def describe(view: View) -> View:
        view.operation = Operation(summary, **parts)  # type: ignore[attr-defined]
        return view

    return describe

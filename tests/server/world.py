"""The people of a test, and the ways in which they speak HTTP to the server."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import Any
from uuid import uuid4

import documented
from flask import Flask
from werkzeug.test import TestResponse

from postil.db import database
from postil.policy import SCOPES, Identity
from postil.services import accounts, groups, tokens

HOST = "127.0.0.1:8017"
ORIGIN = f"http://{HOST}"
BASE = f"{ORIGIN}/api/"


class Caller:
    """One user, token or session; `get("/me")` asks for `/api/me`."""

    def __init__(self, app: Flask, token: str | None = None, **headers: str) -> None:
        self._app = app
        self.token = token
        self.headers = dict(headers) | ({"Authorization": f"Bearer {token}"} if token else {})

    def ask(self, method: str, path: str, **options: Any) -> TestResponse:
        """A request with the caller's headers, `headers` added to them. Each has a client of its own: no cookie is carried on."""
        headers = self.headers | options.pop("headers", {})
        url = path if path.startswith("http") else f"{ORIGIN}/api{path}"
        client = self._app.test_client(use_cookies=False)
        response: TestResponse = client.open(url, method=method, headers={k: v for k, v in headers.items() if v is not None}, **options)
        documented.check(self._app, response)
        return response

    def get(self, path: str, **options: Any) -> TestResponse:
        return self.ask("GET", path, **options)

    def put(self, path: str, document: Any = None, **options: Any) -> TestResponse:
        return self.ask("PUT", path, json=document, **options)

    def patch(self, path: str, document: Any = None, **options: Any) -> TestResponse:
        return self.ask("PATCH", path, json=document, **options)

    def post(self, path: str, document: Any = None, **options: Any) -> TestResponse:
        return self.ask("POST", path, **({"json": document} if document is not None else {}), **options)

    def delete(self, path: str, **options: Any) -> TestResponse:
        return self.ask("DELETE", path, **options)

    def look_up(self, *papers: str, **options: Any) -> TestResponse:
        return self.get("/lookup", query_string=[("paper", paper) for paper in papers], **options)

    def changes(self, since: str | None = None, **query: Any) -> dict[str, Any]:
        """The answer to one `GET /changes`, which must be good."""
        response = self.get("/changes", query_string={**({"since": since} if since else {}), **query})
        assert response.status_code == 200, response.text
        answer: dict[str, Any] = response.json
        return answer


class World:
    """A server with its users. Accounts and teams are made by the services: no route makes an account."""

    def __init__(self, app: Flask, kind: str) -> None:
        self.app = app
        self.kind = kind
        self._users: dict[str, int] = {}
        self._callers: dict[tuple[str, Iterable[str]], Caller] = {}

    @property
    def nobody(self) -> Caller:
        return Caller(self.app)

    def user_id(self, name: str) -> int:
        """A user's id; the account is made when it is first asked for."""
        if name not in self._users:
            with database.connection_context():
                self._users[name] = accounts.create_user(name, name.capitalize()).id
        return self._users[name]

    def as_user(self, name: str, scopes: Iterable[str] = SCOPES) -> Caller:
        scopes = tuple(scopes)
        if (name, scopes) not in self._callers:
            user_id = self.user_id(name)
            with database.connection_context():
                secret = tokens.create_for(user_id, "test", list(scopes))["token"]
            self._callers[name, scopes] = Caller(self.app, secret)
        return self._callers[name, scopes]

    def identity(self, name: str) -> Identity:
        user_id = self.user_id(name)
        with database.connection_context():
            found = accounts.identity_of(user_id, frozenset(SCOPES))
        assert found is not None
        return found

    def personal(self, name: str) -> str:
        """The id of a user's *Only me*."""
        return self.identity(name).personal.public_id

    def team(self, owner: str, **roles: str) -> str:
        """A team's id: `team("ada", bob="member", cleo="reader")`."""
        self.user_id(owner)
        with database.connection_context():
            public_id = groups.create_for(owner, "Lab")
        for name, role in roles.items():
            self.set_role(public_id, name, role)
        return public_id

    def set_role(self, public_id: str, name: str, role: str) -> None:
        self.user_id(name)
        with database.connection_context():
            groups.set_role_for(public_id, name, role)

    def iri(self, name: str) -> str:
        return f"{BASE}users/{self.user_id(name)}"


def at_once(*works: Callable[[], Any]) -> list[Any]:
    """Run each in a thread of its own, all set off at the same moment; their results in order."""
    barrier = Barrier(len(works))

    def run(work: Callable[[], Any]) -> Any:
        barrier.wait()
        return work()

    with ThreadPoolExecutor(len(works)) as threads:
        return list(threads.map(run, works))


def key() -> dict[str, str]:
    """The header of a new operation."""
    return {"Idempotency-Key": str(uuid4())}

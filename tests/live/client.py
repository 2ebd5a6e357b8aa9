"""A client as ours are: one connection, made anew when it breaks; every write with a key, repeated until it is answered."""

from __future__ import annotations

import http.client
import json
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from uuid import uuid4

#: Seconds after which a server is taken not to answer.
PATIENCE = 20.0

#: How long a write is repeated before the test says that the server has not come back.
BOUND = 40.0

#: Seconds of rest after which a new connection is made: the server closes one that rests, and might do so as a request is on its way.
REST = 20.0

#: What went wrong on the way, so that nobody knows what became of the request.
LOST = (OSError, http.client.HTTPException)


@dataclass(frozen=True)
class Answer:
    status: int
    headers: Mapping[str, str]
    body: bytes = field(repr=False)

    @property
    def json(self) -> Any:
        return json.loads(self.body)

    @property
    def etag(self) -> str:
        return self.headers["ETag"]

    @property
    def is_final(self) -> bool:
        """Neither *later* nor *too often*: what was asked is done or refused."""
        return self.status not in (408, 429) and self.status < 500

    def assert_put_off(self, *codes: str) -> None:
        """Told as what passes (docs/api.md): why, by one of these codes, and when to come again."""
        assert self.headers["Content-Type"] == "application/problem+json", self.headers
        assert self.json["code"] in codes, (self.status, self.body)
        assert int(self.headers["Retry-After"]) > 0


class Client:
    def __init__(self, port: int, token: str | None = None) -> None:
        self.port = port
        self.token = token
        #: The port of what stands between it and the server, if anything does.
        self.through = port
        self._connection: http.client.HTTPConnection | None = None
        self._answered = 0.0  # when it last was, by time.monotonic
        #: Every answer that was not final, for a test that asks what a client was told meanwhile.
        self.put_off: list[Answer] = []

    def ask(self, method: str, path: str, document: Any = None, **headers: str) -> Answer:
        """One request, once. Raises one of `LOST` where no whole answer came."""
        if time.monotonic() - self._answered > REST:
            self.close()
        if self._connection is None:
            self._connection = http.client.HTTPConnection("127.0.0.1", self.through, timeout=PATIENCE)
        sent = {name.replace("_", "-"): value for name, value in headers.items()}
        sent["Host"] = f"127.0.0.1:{self.port}"
        if self.token:
            sent.setdefault("Authorization", f"Bearer {self.token}")
        body = None
        if document is not None:
            body = json.dumps(document)
            sent.setdefault("Content-Type", "application/json")
        try:
            self._connection.request(method, f"/api{path}", body, sent)
            answer = _whole(self._connection.getresponse())
        except LOST:
            self.close()
            raise
        self._answered = time.monotonic()
        return answer

    def get(self, path: str) -> Answer:
        return self.insist("GET", path)

    def insist(self, method: str, path: str, document: Any = None, **headers: str) -> Answer:
        """Ask again, the same under the same key, until the answer is final."""
        if method != "GET":
            headers.setdefault("Idempotency_Key", str(uuid4()))
        end = time.monotonic() + BOUND
        last: object = None
        while time.monotonic() < end:
            try:
                answer = self.ask(method, path, document, **headers)
            except LOST as error:
                last = error
            else:
                if answer.is_final:
                    return answer
                last = answer
                self.put_off.append(answer)
            time.sleep(0.05)  # a client that waits before it asks again
        raise AssertionError(f"{method} {path} was not answered within {BOUND:.0f} s; last: {last!r} {getattr(last, 'body', b'')!r}")

    def close(self) -> None:
        if self._connection is not None:
            self._connection.close()
            self._connection = None


def _whole(response: http.client.HTTPResponse) -> Answer:
    """http.client takes what ends within its headers for an answer without a body."""
    body = response.read()
    if response.status not in (204, 304) and not {"content-length", "transfer-encoding"} & {name.lower() for name in response.headers}:
        raise http.client.IncompleteRead(body)
    return Answer(response.status, response.headers, body)

"""What makes a write safe to repeat and to refuse: the operation's key, the state that it names, and the ETag of a state."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from postil.clock import now
from postil.errors import ConditionRequired, Invalid, Stale
from postil.models import Annotation, Operation
from postil.policy import Identity, may
from postil.statements import insertion, statement


@dataclass(frozen=True)
class Condition:
    """What a write hangs on: its operation id (the client's Idempotency-Key), and the ETags that it names (None: none; empty: any)."""

    key: UUID | None = None
    etags: tuple[str, ...] | None = None


def etag(identity: Identity, number: int) -> str:
    """Strong (RFC 9110, 8.8.1). It names the epoch, since after a restore a number stands for another state."""
    return f'"{identity.epoch_tag.hex()[:8]}-{number}"'


def known_operation(identity: Identity, uuid: UUID, condition: Condition) -> bool:
    """Whether this very write was done before. Raises Invalid when the key stands for a write to another note."""
    operation = _operation(user=identity.user_id, key=condition.key).fetchone() if condition.key else None
    if operation is not None and UUID(str(operation[0])) != uuid:
        raise Invalid([{"field": "Idempotency-Key", "message": "this key was used for another note"}], code="idempotency-key-reused")
    return operation is not None


@statement
def _operation(user: Any, key: Any) -> Any:
    return Operation.select(Operation.annotation).where((Operation.user == user) & (Operation.key == key))


def require_present(identity: Identity, row: Annotation, condition: Condition) -> None:
    """Raises ConditionRequired without an If-Match, Stale (with the present state, for who may read it) when it names another state."""
    if condition.etags is None:
        raise ConditionRequired("If-Match is needed: it names the state of the note that you are changing")
    present = etag(identity, row.number)
    if condition.etags and present not in condition.etags:
        current = bytes(row.doc) if may(identity, "note.read", row) else None
        raise Stale("the note has changed since you read it", etag=present, current=current)


def remember(identity: Identity, condition: Condition, uuid: UUID, number: int) -> None:
    """Store the operation with the state that it made, in its own transaction: both are there, or neither."""
    if condition.key is not None:
        _insert(user=identity.user_id, key=condition.key, annotation=uuid, number=number, at=now())


_insert = insertion(Operation)

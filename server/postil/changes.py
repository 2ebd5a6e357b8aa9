"""The change index: what changed in each group, by the group's own revision.

`record` runs inside the writer's transaction, as its last act; `changes_since` answers a cursor. Both databases see revisions in commit
order, because the group's row is locked from the moment its revision is taken until the commit. Whoever changes who is in a group holds
that row too, so `record_by` can look once more whether the writer still is (docs/decisions/0024-asked-again.md).
"""

from __future__ import annotations

import base64
import binascii
import hmac
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from postil.errors import BadRequest, NotFound, Unavailable
from postil.models import Change, Group, Membership
from postil.policy import Identity, Member
from postil.statements import statement


@dataclass(frozen=True)
class Written:
    """One change to record. `subject` is a note's id, a label's key, a member's user id, or the group itself."""

    group_id: int
    kind: str  # note | group | member | label
    subject: str
    action: str  # write | delete | hide | move-out


def record(written: Iterable[Written]) -> dict[int, int]:
    """Take each group's next revision and index the changes. Returns the groups' new revisions by id.

    Groups in ascending order, last thing before the commit: two writers that touched the same groups in another order would deadlock.
    A group with several changes takes as many revisions: the index is unique on (group, revision).
    """
    revisions: dict[int, int] = {}
    for change in sorted(written, key=lambda w: w.group_id):
        revision = _next_revision(change.group_id)
        revisions[change.group_id] = revision
        _index(group=change.group_id, revision=revision, kind=change.kind, subject=change.subject, action=change.action)
    return revisions


def record_by(identity: Identity, written: Iterable[Written]) -> None:
    """The same for what a member writes. Raises Unavailable as `require_same_role` does."""
    for group_id in record(written):
        require_same_role(identity, group_id)


def require_same_role(identity: Identity, group_id: int) -> None:
    """For whoever holds the group's row, and was judged by memberships that were read before the transaction began.

    Raises Unavailable where theirs has become another since: nothing is written, and the next try is judged by the new one. A
    statement of its own after the row was locked: one that waited for it would still see memberships as it began.
    """
    role = _role(group=group_id, user=identity.user_id).fetchone()
    if (role and role[0]) != identity.role_in(group_id):
        raise Unavailable("your part in this team changed just now; nothing was written", retry_after=1)


@statement
def _role(group: Any, user: Any) -> Any:
    return Membership.select(Membership.role).where((Membership.group == group) & (Membership.user == user))


@statement
def _index(group: Any, revision: Any, kind: Any, subject: Any, action: Any) -> Any:
    new = Change.insert(group=group, revision=revision, first_revision=revision, kind=kind, subject=subject, action=action)
    return new.on_conflict(
        conflict_target=[Change.group, Change.kind, Change.subject], update={Change.revision: revision, Change.action: action}
    )


def _next_revision(group_id: int) -> int:
    """Raises NotFound for a group that was deleted since the caller was asked: nothing may be written into one."""
    row = _count(group=group_id).fetchone()
    if row is None:
        raise NotFound("there is no such group")
    revision: int = row[0]
    return revision


@statement
def _count(group: Any) -> Any:
    alive = (Group.id == group) & (Group.kind != "deleted")
    return Group.update(revision=Group.revision + 1).where(alive).returning(Group.revision)


# --- cursors ---------------------------------------------------------------------------------------------------------------------------

_FORMAT = 2


class Seen(NamedTuple):
    """What a client has seen of a group. `oldest`: the group's `oldest_revision` at that time.

    Who starts over is told first of what is older than that: their cursor is behind it for some pages, and good all the same.
    """

    view: int
    revision: int
    oldest: int


@dataclass(frozen=True)
class Cursor:
    """What a client holds."""

    groups: Mapping[int, Seen] = field(default_factory=dict)

    def pack(self, identity: Identity) -> str:
        """Base64url without padding of: format, the epoch's tag, (group, *Seen) as variable-length numbers, and a signature.

        Signed with the epoch, for this user: a cursor tells which groups are lost, so nobody may make one up or use another's.
        """
        numbers = (n for group, seen in sorted(self.groups.items()) for n in (group, *seen))
        packed = bytes([_FORMAT]) + identity.epoch_tag + b"".join(map(_varint, numbers))
        return base64.urlsafe_b64encode(packed + _signature(identity, packed)).rstrip(b"=").decode("ascii")


def unpack(text: str, identity: Identity) -> Cursor | None:
    """What `Cursor.pack` made; None for a cursor of another epoch. Raises BadRequest (`bad-cursor`) for anything else."""
    try:
        signed = base64.urlsafe_b64decode(text.encode("ascii") + b"=" * (-len(text) % 4))
        packed, signature = signed[:-8], signed[-8:]
        if len(packed) < 9 or packed[0] != _FORMAT:
            raise ValueError
        if packed[1:9] != identity.epoch_tag:
            return None
        if not hmac.compare_digest(signature, _signature(identity, packed)):
            raise ValueError
    except (ValueError, binascii.Error, UnicodeEncodeError):
        raise BadRequest("since: this is no cursor that the server gave out", code="bad-cursor") from None
    numbers = iter(_numbers(packed[9:]))
    return Cursor({group: Seen(next(numbers), next(numbers), next(numbers)) for group in numbers})


def _signature(identity: Identity, packed: bytes) -> bytes:
    return hmac.digest(identity.epoch, b"%d:" % (identity.user_id or 0) + packed, "sha256")[:8]


def _varint(number: int) -> bytes:
    """LEB128: seven bits a byte, lowest first."""
    out = bytearray()
    while number > 0x7F:
        out.append(number & 0x7F | 0x80)
        number >>= 7
    out.append(number)
    return bytes(out)


def _numbers(packed: bytes) -> Iterator[int]:
    number = shift = 0
    for byte in packed:
        number |= (byte & 0x7F) << shift
        shift += 7
        if not byte & 0x80:
            yield number
            number = shift = 0


# --- reading ---------------------------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Changes:
    """What happened after a cursor. `subjects`: (group id, kind, subject, action) in the order of each group's revisions."""

    cursor: Cursor
    more: bool
    reset: list[Member]
    lost: list[int]  # group ids that the cursor holds and the caller can no longer read
    subjects: list[tuple[int, str, str, str]]


def present(identity: Identity) -> Cursor:
    """The cursor that says "I have seen everything", from the revisions read with the identity: before any row."""
    return Cursor({g: Seen(m.view, m.revision, m.oldest_revision) for g, m in identity.memberships.items()})


def changes_since(cursor: Cursor | None, identity: Identity, limit: int) -> Changes:
    """What changed in the caller's groups after `cursor` (None: everything), at most `limit` subjects.

    The identity's revisions were read before the rows, so a change that is committed meanwhile is at worst delivered again.
    """
    held = dict(cursor.groups) if cursor else {}
    reset: list[Member] = []
    seen: dict[int, Seen] = {}
    subjects: list[tuple[int, str, str, str]] = []
    for group_id, member in sorted(identity.memberships.items()):
        since = _since(held.get(group_id), member, reset)
        rows = _rows(group_id, since, member.revision, limit - len(subjects)) if since < member.revision else []
        subjects += [(group_id, *row[1:]) for row in rows]
        complete = len(subjects) < limit
        revision = member.revision if complete else (rows[-1][0] if rows else since)
        seen[group_id] = Seen(member.view, revision, member.oldest_revision)
    more = any(of_group.revision < identity.memberships[g].revision for g, of_group in seen.items())
    lost = sorted(set(held) - set(identity.memberships))
    return Changes(Cursor(seen), more, reset, lost, subjects)


def _since(held: Seen | None, member: Member, reset: list[Member]) -> int:
    """The revision to go on from; what is held and cannot be gone on from puts the group into `reset`."""
    if held is None:
        return 0
    is_outdated = held.oldest < member.oldest_revision and held.revision < member.oldest_revision
    if held.view != member.view or is_outdated or held.revision > member.revision:
        reset.append(member)
        return 0
    return held.revision


def _rows(group_id: int, since: int, until: int, limit: int) -> list[tuple[int, str, str, str]]:
    if limit <= 0:
        return []
    query = (
        Change.select(Change.revision, Change.kind, Change.subject, Change.action)
        .where((Change.group == group_id) & (Change.revision > since) & (Change.revision <= until))
        .order_by(Change.revision)
        .limit(limit)
    )
    return list(query.tuples())

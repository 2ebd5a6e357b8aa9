"""Between a note's columns and its one outside form, a W3C Web Annotation (JSON-LD). Pure: no database, no request.

The document holds only what the author wrote. Our own IRIs stand in it behind `BASE`, a byte that JSON text cannot hold raw (RFC 8259, 7
demands that control characters are escaped), so that no text of a user's can pass for it: `with_base` puts the address in.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Mapping
from typing import Any
from uuid import UUID

import orjson

from postil.clock import to_text
from postil.paper_keys import PaperKey, canonical

#: Raised whenever `render` changes: part of every ETag, and the sign that stored documents are to be rebuilt.
VERSION = 1

BASE = b"\x01"
CONTEXT = ["http://www.w3.org/ns/anno.jsonld", {"postil": "urn:x-postil:ns:"}]

#: What a client may send back as it was received; the server's own, so it says nothing.
SERVER_MANAGED = ("@context", "type", "creator", "modified")


@dataclasses.dataclass(frozen=True)
class Content:
    """What an author writes: the part of a note that a `PUT` replaces. Two equal contents are one state."""

    group: str
    paper: PaperKey | None  # None for a reply: its paper is its parent's
    field: str | None
    selectors: tuple[Mapping[str, Any], ...]
    note: str
    tags: tuple[str, ...]
    label: str | None
    status: str
    source: str | None
    version: int | None
    source_url: str
    parent: UUID | None
    extra: Mapping[str, Any] | None
    created: int = dataclasses.field(compare=False)

    @property
    def quote(self) -> str:
        return next((s["exact"] for s in self.selectors if s["type"] == "TextQuoteSelector"), "")


def content_of(annotation: Mapping[str, Any]) -> Content:
    """A validated annotation (schemas.annotation: keys parsed, times in microseconds) -> what its author wrote."""
    target = annotation["target"]
    parent = target if isinstance(target, UUID) else None
    place: Mapping[str, Any] = {} if parent else target
    bodies = annotation.get("body", [])
    texts = [b["value"] for b in bodies if b["purpose"] != "tagging"]
    note = texts[0] if texts else ""
    key = place.get("postil:paper")
    return Content(
        group=annotation["postil:group"],
        paper=key and PaperKey(key.scheme, key.value, None),
        field=place.get("postil:field"),
        selectors=tuple(place.get("selector", ())),
        note=note,
        tags=tuple(dict.fromkeys(b["value"] for b in bodies if b["purpose"] == "tagging")),
        label=annotation.get("postil:label"),
        status=annotation.get("postil:status", "none"),
        source=place.get("postil:source"),
        version=place.get("postil:version", key.version if key else None),
        source_url=place.get("source", ""),
        parent=parent,
        extra=_extra(annotation, motivation(bool(note), parent is not None)),
        created=annotation["created"],
    )


def content_of_columns(columns: Mapping[str, Any], paper: str, group: str, tags: Iterable[str]) -> Content:
    """A stored note's columns, its paper's key and group's public id -> what its author wrote: the document's source, and its rebuild."""
    return Content(
        group=group,
        paper=None if columns["parent"] else canonical(paper),
        field=columns["field"],
        selectors=tuple(columns["selectors"]),
        note=columns["note"],
        tags=tuple(tags),
        label=columns["label"],
        status=columns["status"],
        source=columns["source"],
        version=columns["version"],
        source_url=columns["source_url"],
        parent=columns["parent"],
        extra=columns["extra"],
        created=columns["created"],
    )


def motivation(has_note: bool, is_reply: bool) -> str:
    """W3C model, 3.3.5: why a note was made, as far as its shape tells."""
    if is_reply:
        return "replying"
    return "commenting" if has_note else "highlighting"


def render(content: Content, uuid: UUID, paper: str, creator: int, modified: int) -> bytes:
    """What an author wrote, and the server's four facts about it -> the document that is stored and sent.

    `paper` is the canonical key of the paper that the note stands on.
    """
    is_reply = content.parent is not None
    document: dict[str, Any] = {
        "@context": CONTEXT,
        "id": iri("annotations", uuid),
        "type": "Annotation",
        "motivation": motivation(bool(content.note), is_reply),
        "creator": {"id": iri("users", creator), "type": "Person"},
        "created": to_text(content.created),
        "modified": to_text(modified),
    }
    bodies = _bodies(content)
    if bodies:
        document["body"] = bodies
    document["target"] = iri("annotations", content.parent) if content.parent else _target(content, paper)
    document["postil:group"] = content.group
    if content.label:
        document["postil:label"] = content.label
    if content.status != "none":
        document["postil:status"] = content.status
    document.update(content.extra or {})
    return orjson.dumps(document)


def iri(collection: str, name: object) -> Any:
    """An IRI of ours with the placeholder for its base; only for `orjson.dumps`."""
    return orjson.Fragment(b'"' + BASE + f'{collection}/{name}"'.encode("ascii"))


def with_base(rendered: bytes, base: str) -> bytes:
    """Put the API's address (ending in `/`) in the place of every placeholder of an answer, in one pass."""
    return rendered.replace(BASE, base.encode("ascii"))


def author_form(document: bytes, base: str) -> dict[str, Any]:
    """A stored document as its author would `PUT` it: the ground that a merge patch is laid on."""
    form: dict[str, Any] = orjson.loads(with_base(document, base))
    for name in (*SERVER_MANAGED, "id"):
        form.pop(name, None)
    # The motivation follows from the note's shape unless the author named another: a patch may change that shape.
    if form.get("motivation") in ("highlighting", "commenting", "replying"):
        del form["motivation"]
    return form


def merge_patch(target: Any, patch: Any) -> Any:
    """RFC 7396, 2: members of the patch replace, null removes, anything but an object replaces whole."""
    if not isinstance(patch, dict):
        return patch
    merged = dict(target) if isinstance(target, dict) else {}
    for name, value in patch.items():
        if value is None:
            merged.pop(name, None)
        else:
            merged[name] = merge_patch(merged.get(name), value)
    return merged


def _bodies(content: Content) -> list[dict[str, str]]:
    note = {
        "type": "TextualBody",
        "value": content.note,
        "format": "text/markdown",
        "purpose": "replying" if content.parent else "commenting",
    }
    tags = [{"type": "TextualBody", "value": tag, "format": "text/plain", "purpose": "tagging"} for tag in content.tags]
    return ([note] if content.note else []) + tags


def _target(content: Content, paper: str) -> dict[str, Any]:
    target: dict[str, Any] = {"type": "SpecificResource", "source": content.source_url}
    if content.selectors:
        target["selector"] = list(content.selectors)
    target["postil:paper"] = paper
    if content.field:
        target["postil:field"] = content.field
    if content.source:
        target["postil:source"] = content.source
    if content.version is not None:
        target["postil:version"] = content.version
    return target


def _extra(annotation: Mapping[str, Any], derived: str) -> Mapping[str, Any] | None:
    given = annotation.get("motivation", derived)
    return {"motivation": given} if given != derived else None

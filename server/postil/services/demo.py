"""The demo's listing and notes: real titles, dates and ids, summaries in our own words (rank demo: any real text replaces them)."""

from __future__ import annotations

import json
from pathlib import Path
from uuid import NAMESPACE_URL, uuid5

from postil.clock import now
from postil.models import Annotation, Listing
from postil.paper_keys import canonical, display_url
from postil.policy import SCOPES, Identity
from postil.representation import Content
from postil.services import accounts, papers
from postil.services.annotations import put
from postil.services.operations import Condition
from postil.sources import huggingface

FILES = Path(__file__).parent.parent / "demo"


def fill() -> None:
    """Fill an empty server. One that lists papers or holds notes is left as it is: a real import is not the demo's to change."""
    if Listing.select().exists() or Annotation.select().exists():
        return
    parsed = huggingface.parse_listing(json.loads((FILES / "listing.json").read_text("utf-8")))
    papers.take_in(parsed.entries, huggingface.NAME, papers.DEMO)
    owner = accounts.owner()
    identity = accounts.identity_of(owner.id, frozenset(SCOPES)) if owner else None
    if identity:
        for note in json.loads((FILES / "notes.json").read_text("utf-8")):
            _write(identity, note)


def _write(identity: Identity, note: dict[str, str | list[str]]) -> None:
    key = canonical(str(note["key"]))
    quote = {"type": "TextQuoteSelector", "exact": note["exact"]}
    content = Content(
        group=identity.personal.public_id, paper=key, field=str(note["field"]), selectors=(quote,), note=str(note.get("text", "")),
        tags=tuple(note.get("tags", ())), label=None, status="none", source="postil", version=None,
        source_url=display_url(key) or "https://huggingface.co/papers", parent=None, extra=None, created=now(),
    )  # fmt: skip
    put(identity, uuid5(NAMESPACE_URL, f"{key}#{note['exact']}"), content, Condition())

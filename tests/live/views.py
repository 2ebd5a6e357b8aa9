"""Every view of the notes that one may read, and how it differs from what was acknowledged."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any

from factories import text_of

from live.authors import PAPERS, Known
from live.client import Client

#: (id, text) of each note that a view shows; one that it shows twice stands there twice.
View = list[tuple[str, str]]


def views(reader: Client, ids: Iterable[str]) -> dict[str, View]:
    """By name, as one reader sees them; of the single notes those of these ids."""
    shown = reader.get("/lookup?" + "&".join(f"paper={paper}" for paper in PAPERS)).json["papers"]
    exported = reader.get("/export?format=jsonld").json
    return {
        "item": list(_items(reader, ids)),
        "look-up": _view(entry["annotation"] for paper in shown.values() for entry in paper["notes"]),
        "changes": _view(entry["annotation"] for entry in _changes(reader)),
        "export": _view(exported["first"]["items"] if exported["total"] else []),
    }


def differences(known: Mapping[str, Known], seen: Mapping[str, View], groups: Collection[str]) -> list[str]:
    """A line for each note that a view does not show once with its last acknowledged text, or shows though it was deleted, or is in
    none of the groups that its reader reads."""
    wanted = Counter({(id, state.text): 1 for id, state in known.items() if not state.deleted and state.group in groups})
    found = []
    for name, view in seen.items():
        shown = Counter(view)
        found += [f"{name} lacks {id}: {text!r}" for id, text in wanted - shown]
        found += [f"{name} shows {id}: {text!r} ({known.get(id, 'never acknowledged')})" for id, text in shown - wanted]
    return found


def _items(reader: Client, ids: Iterable[str]) -> Iterator[tuple[str, str]]:
    for id in ids:
        answer = reader.get(f"/annotations/{id}")
        if answer.status not in (404, 410):
            yield id, text_of(answer.json) if answer.status == 200 else f"answered {answer.status}"


def _changes(reader: Client) -> Iterator[dict[str, Any]]:
    """From the beginning."""
    since, more = "", True
    while more:
        answer = reader.get(f"/changes?limit=50{since}").json
        yield from answer["notes"]
        since, more = f"&since={answer['cursor']}", answer["more"]


def _view(documents: Iterable[dict[str, Any]]) -> View:
    return [(document["id"].rsplit("/", 1)[1], text_of(document)) for document in documents]

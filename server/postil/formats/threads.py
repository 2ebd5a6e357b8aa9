"""Records put together: by paper, and within one by thread, each reply under the note that it answers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from operator import itemgetter

from postil.formats.note import Note
from postil.formats.records import Paper, Record


def by_paper(records: Iterable[Record]) -> Iterator[tuple[Paper, Iterator[Record]]]:
    return groupby(records, key=itemgetter(1))


def threads(notes: Iterable[Note]) -> Iterator[list[tuple[int, Note]]]:
    """One thread after another as (depth, note), each note before its replies. Depth 0 begins a thread.

    A reply to a note that is not in the stream (hidden, in the trash, filtered out) begins a thread of its own.
    """
    thread: list[Note] = []
    known: set[str] = set()
    for note in notes:
        if note.answers not in known:
            if thread:
                yield _nested(thread)
            thread, known = [], set()
        thread.append(note)
        known.add(note.iri)
    if thread:
        yield _nested(thread)


def _nested(thread: list[Note]) -> list[tuple[int, Note]]:
    """Depth first, without recursion: a chain of replies can be longer than Python's stack."""
    root, *replies = thread
    answers: dict[str, list[Note]] = {}
    for reply in replies:
        answers.setdefault(reply.answers or "", []).append(reply)
    ordered, waiting = [], [(0, root)]
    while waiting:
        depth, note = waiting.pop()
        ordered.append((depth, note))
        waiting += [(depth + 1, reply) for reply in reversed(answers.get(note.iri, []))]
    return ordered

"""Notes that two browsers of one account write at once: whoever wrote what a note says next had before them what it said."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence
from itertools import pairwise
from threading import Lock


class Contest:
    """Who asked for which wording, and what they had seen. No two wordings are the same, over all notes."""

    def __init__(self, notes: Collection[str]) -> None:
        self.notes = notes
        self.conflicts = 0
        self._lock = Lock()
        self._began: dict[str, Collection[str]] = {}  # what was in sight where it was asked for first
        self._seen: dict[str, set[str]] = defaultdict(set)
        self._writers: dict[str, set[str]] = defaultdict(set)
        self._apart = set[str]()  # that stood in a conflict
        self._saved: dict[str, set[str]] = defaultdict(set)  # by note

    def asked(self, text: str, writer: str, seen: Collection[str]) -> None:
        """Before it is: it may be saved though no answer comes. To keep the other's wording is to ask for it, one's own in sight."""
        with self._lock:
            self._began.setdefault(text, seen)
            self._seen[text] |= set(seen)
            self._writers[text].add(writer)

    def saved(self, note: str, text: str) -> None:
        self._saved[note].add(text)

    def met(self, mine: str, theirs: str, writer: str) -> None:
        """A conflict, which is none with what the writer alone has written and began on. What was in one before may be in the next:
        of several wordings each is decided on."""
        own = self._writers[theirs] == {writer} and theirs in self._began[mine] and not {mine, theirs} & self._apart
        self._apart |= {mine, theirs}
        assert not own, f"{writer}: {mine!r} is said to conflict with {theirs!r}, on which it was begun"
        self.conflicts += 1

    def died(self, writer: str) -> None:
        """A browser that dies as a conflict is decided may ask once more."""
        with self._lock:
            self._apart |= {text for text, writers in self._writers.items() if writer in writers}

    def differences(self, note: str, states: Sequence[str]) -> list[str]:
        """A line for each wording that is lost. `states`: all that the note has said, the oldest first; nothing waits in a browser."""
        unseen = [(was, text) for was, text in pairwise(states) if was not in self._before(text)]
        found = [f"{note}: {text!r} was written over {was!r} unseen" for was, text in unseen]
        reached = self._before(states[-1])
        return found + [f"{note}: {text!r} is neither in {states[-1]!r} nor was it given up for it" for text in self._saved[note] - reached]

    def _before(self, text: str) -> set[str]:
        """All that it goes on from, itself too."""
        with self._lock:
            found, new = set[str](), {text}
            while new:
                found |= new
                new = {seen for one in new for seen in self._seen[one]} - found
            return found

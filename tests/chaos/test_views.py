"""The check itself: each fault that is planted in what was seen of a recorded history is found, in whichever view."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from live.authors import Known
from live.views import View, differences

HISTORY = {
    "kept": Known("arxiv:2504.13171", "as written", "team"),
    "edited": Known("arxiv:2504.13171", "the second text", "team"),
    "deleted": Known("arxiv:2504.13172", "gone", "team", deleted=True),
    "moved": Known("arxiv:2504.13172", "for nobody else", "only me"),
}
SEEN: View = [("kept", "as written"), ("edited", "the second text")]
VIEWS = ("item", "look-up", "changes", "export")


def seen() -> dict[str, View]:
    return {name: list(SEEN) for name in VIEWS}


def test_what_was_acknowledged_differs_in_nothing() -> None:
    assert differences(HISTORY, seen(), ["team"]) == []


@pytest.mark.parametrize("name", VIEWS)
@pytest.mark.parametrize(
    ("plant", "told"),
    [
        (lambda view: view.remove(("kept", "as written")), ["lacks kept"]),
        (lambda view: view.append(("kept", "as written")), ["shows kept"]),
        (lambda view: view.append(("edited", "the first text")), ["shows edited"]),
        (lambda view: view.__setitem__(1, ("edited", "the first text")), ["lacks edited", "shows edited"]),
        (lambda view: view.append(("deleted", "gone")), ["shows deleted"]),
        (lambda view: view.append(("moved", "for nobody else")), ["shows moved"]),
        (lambda view: view.append(("stranger", "never written")), ["shows stranger"]),
        (lambda view: view.clear(), ["lacks kept", "lacks edited"]),
    ],
)
def test_planted_faults_are_found(name: str, plant: Callable[[View], Any], told: list[str]) -> None:
    planted = seen()
    plant(planted[name])
    assert [line.split(":")[0] for line in differences(HISTORY, planted, ["team"])] == [f"{name} {words}" for words in told]

"""The check of notes that two browsers write: what is lost in a recorded contest is found, and what was given up is not taken for it."""

from __future__ import annotations

import pytest

from chaos.contest import Contest

NOTE = "note"


def contest(*asked: tuple[str, str, set[str]]) -> Contest:
    """Each wording was saved: (it, by whom, what they had in sight)."""
    found = Contest([NOTE])
    for text, writer, seen in [("first", "nobody", set[str]()), *asked]:
        found.asked(text, writer, seen)
        found.saved(NOTE, text)
    return found


MINE = ("mine", "one", {"first"})
THEIRS = ("theirs", "other", {"first"})


@pytest.mark.parametrize(
    ("decided", "states"),
    [
        (("mine", "one", {"mine", "theirs"}), ["first", "theirs", "mine"]),
        (("theirs", "one", {"mine", "theirs"}), ["first", "theirs"]),
        (("both", "one", {"mine", "theirs"}), ["first", "theirs", "both"]),
        (("both", "one", {"mine", "theirs"}), ["first", "theirs", "theirs", "both"]),  # moved between
    ],
)
def test_whichever_is_kept_none_is_lost(decided: tuple[str, str, set[str]], states: list[str]) -> None:
    assert contest(MINE, THEIRS, decided).differences(NOTE, states) == []


def test_what_is_folded_into_a_later_edit_is_not_lost() -> None:
    assert contest(MINE, ("mine, again", "one", {"mine"})).differences(NOTE, ["first", "mine, again"]) == []


@pytest.mark.parametrize(
    ("states", "unseen", "lost"),
    [
        (["first", "theirs", "mine"], ["theirs"], ["theirs"]),
        (["first", "theirs"], [], ["mine"]),
        (["first", "mine", "first"], ["mine"], ["mine", "theirs"]),
    ],
)
def test_what_is_lost_is_found(states: list[str], unseen: list[str], lost: list[str]) -> None:
    found = contest(MINE, THEIRS).differences(NOTE, states)
    assert [line for line in found if "unseen" in line] == [f"{NOTE}: {states[-1]!r} was written over {text!r} unseen" for text in unseen]
    assert sorted(line.split("'")[1] for line in found if "unseen" not in line) == lost


def test_a_conflict_with_one_s_own_is_found() -> None:
    again = ("mine, again", "one", {"mine"})
    with pytest.raises(AssertionError, match="on which it was begun"):
        contest(MINE, again).met("mine, again", "mine", "one")


def test_a_conflict_is_none_with_one_s_own_where_another_asked_for_it_or_it_was_in_one_before() -> None:
    again = ("mine, again", "one", {"mine"})
    for more in ([("mine", "other", {"mine", "theirs"})], []):
        found = contest(MINE, again, *more)
        if not more:
            found.met("mine", "theirs", "one")
        found.met("mine, again", "mine", "one")
    assert found.conflicts == 2

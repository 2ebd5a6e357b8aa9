"""The pictures of README and manual: each is told in words too, is there, is small, and is made by `make screenshots`."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[1]))
from screenshots import FOLDER, PICTURES, ROOT

PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").rglob("*.md"))]
NAMED = [(page, *found) for page in PAGES for found in re.findall(r"!\[([^\]]*)\]\(([^)]+)\)", page.read_text("utf-8"))]


@pytest.mark.parametrize(("page", "words", "target"), NAMED, ids=lambda part: getattr(part, "name", None))
def test_a_picture_is_there_and_told_in_words(page: Path, words: str, target: str) -> None:
    picture = (page.parent / target).resolve()
    assert picture.parent == FOLDER
    assert picture.stem in PICTURES
    assert len(words) > 20
    assert picture.read_bytes()[:4] == b"\x89PNG"
    assert picture.stat().st_size <= 150 * 1024


def test_no_picture_is_made_or_kept_for_nothing() -> None:
    shown = {Path(target).stem for _, _, target in NAMED}
    assert shown == set(PICTURES) == {picture.stem for picture in FOLDER.iterdir()}

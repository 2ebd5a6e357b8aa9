"""Marking on a listing and finding the marks again."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from .conftest import SEARCH
from .reading import abstract, expect_painted, highlight, open_page, painted, reload

pytestmark = pytest.mark.xdist_group("e2e-reading")

FERRYMAN = "arxiv:2503.90417"


def test_a_marked_sentence_is_there_again_after_a_reload(page: Page) -> None:
    open_page(page, SEARCH)
    highlight(page, abstract(page, FERRYMAN), "decides after every sixteen tokens whether the small model on the device should go on")
    marks = painted(page)
    reload(page)
    expect_painted(page, marks)

"""The trash page: one's deleted notes, the two ways out of it, and the question before the last one."""

from __future__ import annotations

from pathlib import Path

import pytest
from browsing import FOREIGN, Browser, browser_of, elements, entry, take_in
from factories import Put, assert_problem, mark, put_note
from werkzeug.test import TestResponse
from world import Caller, World

from postil.services import purge_list
from postil.web import trash

HOSTILE = "<script>alert(1)</script> & \"two\" 'quotes' </p><b onclick=x>"
EMPTY = "The trash is empty"


@pytest.fixture
def browser(world: World) -> Browser:
    return browser_of(world, "ada")


@pytest.fixture
def ada(world: World, tmp_path: Path) -> Caller:
    purge_list.keep_in(tmp_path / "list")
    return world.as_user("ada")


def discarded(caller: Caller, group: str, text: str = "Is this at equal *token* budget?", **parts: str) -> Put:
    put = put_note(caller, group, text, **parts)  # type: ignore[arg-type]
    assert caller.delete(put.path, headers=put.condition).status_code == 204
    return put


def form(page: TestResponse, put: Put, verb: str) -> str:
    """Where one of a note's forms goes."""
    (found,) = [str(form["action"]) for form in elements(page, "form") if form["action"] == f"/trash/{put.id}/{verb}"]
    return found


def test_what_was_deleted_last_comes_first_with_all_that_tells_it(world: World, ada: Caller, browser: Browser) -> None:
    take_in(entry(1))
    team = world.team("ada")
    discarded(ada, world.personal("ada"), "An older thought")
    discarded(ada, team, "A newer thought", paper="arxiv:2504.00001")
    page = browser.get("/trash")
    first, second = elements(page, "li", **{"class": "discarded"})
    assert "A newer thought" in first.words
    assert "Lab" in first.words
    assert "deleted just now" in first.words
    assert "goes for good" in first.words
    assert [(a.text, a["href"]) for a in elements(page, "a") if str(a["href"]).startswith("/papers/")] == [
        ("Paper 1", "/papers/arxiv:2504.00001")
    ]
    assert "An older thought" in second.words
    assert "Only me" in second.words
    assert mark()[0]["exact"] in elements(page, "blockquote")[1].text
    assert page.headers["Cache-Control"] == "no-store"


def test_a_paper_that_one_may_not_see_any_more_is_named_by_its_key_and_leads_nowhere(world: World, ada: Caller, browser: Browser) -> None:
    discarded(ada, world.personal("ada"))
    assert browser.get("/papers/arxiv:2504.13171").status_code == 404
    page = browser.get("/trash")
    assert "arxiv:2504.13171" in page.text
    assert not [a for a in elements(page, "a") if str(a["href"]).startswith("/papers/")]


def test_words_are_shown_as_words(world: World, ada: Caller, browser: Browser) -> None:
    discarded(ada, world.personal("ada"), HOSTILE)
    page = browser.get("/trash")
    assert HOSTILE in [p.text for p in elements(page, "p", **{"class": "note"})]
    assert not elements(page, "b")
    assert all(script["src"] for script in elements(page, "script"))


def test_restoring_puts_it_back(world: World, ada: Caller, browser: Browser) -> None:
    put = discarded(ada, world.personal("ada"))
    sent = browser.post(form(browser.get("/trash"), put, "restore"))
    assert (sent.status_code, sent.headers["Location"]) == (303, "/trash?done=restored")
    page = browser.get(sent.headers["Location"])
    assert elements(page, role="status")[0].text == trash.DONE["restored"]
    assert EMPTY in page.text
    assert ada.get(put.path).headers["ETag"] == put.etag


def test_deleting_for_good_is_asked_about_before_it_is_done(world: World, ada: Caller, browser: Browser) -> None:
    put = discarded(ada, world.personal("ada"))
    page = browser.get("/trash")
    (question,) = elements(page, "details")
    assert question["open"] is None
    assert "nobody can bring it back" in question.words
    assert "Yes, delete it" in question.words
    sent = browser.post(form(page, put, "delete"))
    assert (sent.status_code, sent.headers["Location"]) == (303, "/trash?done=deleted")
    assert elements(browser.get(sent.headers["Location"]), role="status")[0].text == trash.DONE["deleted"]
    assert_problem(ada.get(put.path), 410, "gone")
    assert ada.get("/trash").json["notes"] == []


def test_a_form_sent_twice_says_what_became_of_the_note(world: World, ada: Caller, browser: Browser) -> None:
    put = discarded(ada, world.personal("ada"))
    assert [browser.post(f"/trash/{put.id}/delete").status_code for _ in range(2)] == [303, 410]
    kept = discarded(ada, world.personal("ada"))
    assert [browser.post(f"/trash/{kept.id}/restore").status_code for _ in range(2)] == [303, 303]
    refused = browser.post(f"/trash/{kept.id}/delete")
    assert refused.status_code == 409
    assert "not in the trash" in refused.text
    assert ada.get(kept.path).status_code == 200


@pytest.mark.parametrize("verb", ["restore", "delete"])
def test_only_its_author_s_own_form_counts(world: World, ada: Caller, browser: Browser, verb: str) -> None:
    team = world.team("ada", bob="owner")
    put = discarded(ada, team)
    path = f"/trash/{put.id}/{verb}"
    assert browser_of(world, "bob").post(path).status_code in (404, 410)
    assert browser.post(path, headers=FOREIGN).status_code == 403
    assert Browser(world.app).post(path).headers["Location"] == "/sign-in"
    assert browser.get(path).status_code == 405
    assert browser.post(f"/trash/no-uuid/{verb}").status_code == 404
    assert len(ada.get("/trash").json["notes"]) == 1


def test_who_only_reads_a_team_by_now_may_delete_and_not_restore(world: World, ada: Caller, browser: Browser) -> None:
    team = world.team("bob", ada="member")
    put = discarded(ada, team)
    world.set_role(team, "ada", "reader")
    page = browser.get("/trash")
    assert form(page, put, "delete")
    assert not [form for form in elements(page, "form") if str(form["action"]).endswith("/restore")]
    assert browser.post(f"/trash/{put.id}/restore").status_code == 403


def test_a_long_trash_is_turned_page_by_page_and_a_form_leads_back_to_its_own(world: World, ada: Caller, browser: Browser) -> None:
    group = world.personal("ada")
    puts = [discarded(ada, group, f"thought {number}") for number in range(trash.SHOWN + 1)]
    first = browser.get("/trash")
    assert len(elements(first, "li", **{"class": "discarded"})) == trash.SHOWN
    (further,) = elements(first, "a", rel="next")
    second = browser.get(str(further["href"]))
    assert "thought 0" in second.text
    assert not elements(second, "a", rel="next")
    kept = [field["value"] for field in elements(second, "input", name="before")]
    sent = browser.post(form(second, puts[0], "restore"), before=str(kept[0]))
    back = browser.get(sent.headers["Location"])
    assert elements(back, role="status")
    assert "No older notes in the trash" in back.text
    assert elements(back, "nav", aria_label="Trash")


@pytest.mark.parametrize("before", ["x", "1-2-3", "99999999999999999999-1", "%00"])
def test_a_place_that_the_server_did_not_give_out(browser: Browser, ada: Caller, before: str) -> None:
    assert browser.get(f"/trash?before={before}").status_code == 400
    assert EMPTY in browser.get("/trash?done=nothing-of-ours").text


def test_settings_and_frame_lead_there(browser: Browser, ada: Caller) -> None:
    assert len(elements(browser.get("/settings"), "a", href="/trash")) == 2
    assert len(elements(browser.get("/"), "a", href="/trash")) == 1

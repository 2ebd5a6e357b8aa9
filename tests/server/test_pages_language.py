"""The server's pages in the language that the browser asks for: its direction, days and numbers, and no English left."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta

import pytest
from browsing import OWN, TYPED, Browser, browser_of, elements, entry, link_for, take_in
from factories import put_note
from werkzeug.datastructures import LanguageAccept
from werkzeug.test import TestResponse
from world import ORIGIN, World

from postil.db import database
from postil.models import User
from postil.web import dates

PRESENT = datetime(2026, 11, 23, 12, tzinfo=UTC)
#: What stays as it is in every language: names, what is typed, and the words of this file's papers and people.
NAMES = re.compile(
    r"Postil|postil|POSTIL_\w+|arXiv|arxiv|Hugging Face|huggingface|BibTeX|LaTeX|JabRef|CSV|JSON(-LD| Lines)|W3C Web Annotations|Markdown|"
    r"Obsidian|zip|Zotero|EndNote|Mendeley|RIS|MiB|BCDF-GHJK|[Pp]aper|What|found|Author|[Aa]da|[Oo]lga|Lab|laptop|test|zebra|http|evil|example",
)


class Reader(Browser):
    """A browser that prefers a language."""

    language = "ar"

    def get(self, path: str, headers: dict[str, str] | None = None) -> TestResponse:
        return super().get(path, {"Accept-Language": self.language} | (TYPED if headers is None else headers))

    def post(self, path: str, headers: dict[str, str] | None = None, **form: str) -> TestResponse:
        sent = OWN | {"Origin": ORIGIN} if headers is None else headers
        return super().post(path, {"Accept-Language": self.language} | sent, **form)


@pytest.fixture
def reader(world: World) -> Reader:
    """An Arabic one."""
    reader = Reader(world.app)
    assert reader.post(link_for(world, "ada")).status_code == 303
    return reader


@pytest.mark.parametrize(
    ("asked", "language", "direction"),
    [
        (None, "en", "ltr"),
        ("en-US,en;q=0.9", "en", "ltr"),
        ("ar", "ar", "rtl"),
        ("ar-EG,ar;q=0.9,en;q=0.8", "ar", "rtl"),
        ("de-AT", "de", "ltr"),
        ("fr,de;q=0.5,en;q=0.4", "de", "ltr"),
        ("fr", "en", "ltr"),
        ("de;q=0,ar;q=0.1", "ar", "rtl"),
        ("*", "en", "ltr"),
        ("", "en", "ltr"),
        ("../../etc, x-%00;q=nonsense, ;;;, " + "a" * 300, "en", "ltr"),
        ("de" + ",a" * 30_000, "en", "ltr"),  # longer than is read
    ],
)
def test_a_page_is_in_the_first_language_that_is_here(world: World, asked: str | None, language: str, direction: str) -> None:
    page = Browser(world.app).get("/sign-in", TYPED | ({} if asked is None else {"Accept-Language": asked}))
    (root,) = elements(page, "html")
    assert (root["lang"], root["dir"]) == (language, direction)
    assert {"Cookie", "Accept-Language"} <= set(page.headers["Vary"].split(", "))


def latin(page: TestResponse) -> list[str]:
    """Words in Latin letters that a page says, or that its attributes say."""
    shown = re.sub(r"<code.*?</code>|<bdi>.*?</bdi>|<option value=.*?>|<input .*?>", " ", page.text, flags=re.DOTALL)
    said = re.findall(r'\b(?:title|aria-label|placeholder|data-copied|data-refused)="([^"]*)"', page.text)
    text = " ".join([re.sub(r"<[^>]*>", " ", shown), *said])
    return re.findall(r"[A-Za-z]{2,}", NAMES.sub(" ", re.sub(r"&#?\w+;", " ", text)))


@pytest.fixture
def team(world: World) -> str:
    take_in(entry(1, upvotes=3, comments=12, authors=[f"Author {n}" for n in range(9)]), entry(2, abstract="What paper 2 found. " * 40))
    put_note(world.as_user("ada"), world.personal("ada"), paper="arxiv:2504.00001")
    return world.team("ada", olga="reader")


def link_shown(invited: TestResponse) -> str:
    """The path of the invitation that was made."""
    return str(elements(invited, "input", id="secret")[0]["value"]).removeprefix(ORIGIN)


def test_no_english_is_left_on_a_page(world: World, reader: Reader, team: str) -> None:
    paths = [
        "/", "/?q=zebra", "/?q=paper", "/?day=2001-01-01", "/papers/arxiv:2504.00001", "/papers/arxiv:1511.11111", "/settings", "/password",
        "/connect", "/connect?code=BCDF-GHJK", "/trash", "/sign-in", "/nothing", "/sign-out", "/?day=x", "/join/x", "/teams/none",
    ]  # fmt: skip
    pages = {path: reader.get(path) for path in paths}
    pages |= {path: Reader(world.app).get(path) for path in ("/sign-in?", "/sign-in/postil_x", link_for(world, "ada"))}
    assert {path: found for path, page in pages.items() if (found := latin(page))} == {}
    assert {elements(page, "html")[0]["dir"] for page in pages.values()} == {"rtl"}


def test_no_english_is_left_where_something_was_done(world: World, reader: Reader, team: str) -> None:
    olga = Reader(world.app)
    assert olga.post(link_for(world, "olga")).status_code == 303
    stranger = Reader(world.app)
    invited = reader.post(f"/teams/{team}/invites", role="member", days="7", uses="1")
    link = link_shown(invited)
    reader.post("/password", password="ten letters", again="ten letters")  # from now on the form to sign in is there
    pages = {
        "a token": reader.post("/settings/tokens", name="laptop", days="90", account="on"),
        "tokens": reader.get("/settings"),
        "a wrong token": reader.post("/settings/tokens", name="", days="0"),
        "an invitation": invited,
        "a wrong invitation": reader.post(f"/teams/{team}/invites", role="reader", days="soon", uses="0"),
        "a team": reader.get(f"/teams/{team}"),
        "a team that one reads": olga.get(f"/teams/{team}"),
        "joining": stranger.get(link),
        "a name that is none": stranger.post(f"{link}/account", name="-", password="ten letters"),
        "a name that is taken": stranger.post(f"{link}/account", name="ada", password="ten letters"),
        "a short password": stranger.post(f"{link}/account", name="new", password="short"),
        "no owner left": reader.post(f"/teams/{team}/members/{world.user_id('ada')}/remove"),
        "no name": reader.post("/teams", name="  "),
        "not allowed": olga.post(f"/teams/{team}/name", name="x"),
        "two passwords": reader.post("/password", password="ten letters", again="other letters"),
        "a wrong password": stranger.post("/sign-in", name="ada", password="wrong"),
        "a foreign form": reader.post("/sign-out", {"Origin": "https://evil.example"}),
        "another host": stranger.get("/", TYPED | {"Host": "evil.example"}),
    }
    assert {what: found for what, page in pages.items() if (found := latin(page))} == {}
    assert sorted({page.status_code for page in pages.values()}) == [200, 201, 401, 403, 409, 421, 422]


def test_the_unforeseen_and_the_database_too(reader: Reader, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("postil.services.papers.of_day", lambda *_: 1 / 0)
    assert latin(reader.get("/")) == []


def test_a_number_has_its_form(world: World, reader: Reader, team: str) -> None:
    said = elements(reader.get("/papers/arxiv:2504.00001"), "article")[0].words
    assert "3 أصوات" in said
    assert "12 تعليقًا" in said
    assert "ملاحظة واحدة" in said
    assert "و5 آخرون" in elements(reader.get("/"), "article")[0].words


def test_words_of_the_other_direction_are_kept_apart(world: World, reader: Reader) -> None:
    take_in(entry(1, authors=["Ada", "سارة"], title="هوامش"))
    assert "\u2068Ada\u2069، سارة" in reader.get("/").text
    assert "\u2068zebra\u2069" in elements(reader.get("/?q=zebra"), "h1")[0].text
    english = browser_of(world, "ada")
    assert "Ada, \u2068سارة\u2069" in english.get("/").text
    assert "Papers with “zebra”" in english.get("/?q=zebra").text


TURNING = "Ada\u202egnp.exe\u2069\u202d"


def test_a_name_turns_no_sentence_round(world: World, reader: Reader, team: str) -> None:
    with database.connection_context():
        User.update(display_name=TURNING).where(User.id == world.user_id("ada")).execute()
    asked = world.nobody.ask("POST", "/oauth/device", data={"client_name": TURNING}).json
    link = link_shown(reader.post(f"/teams/{team}/invites", role="member", days="7", uses="1"))
    for browser, kept in ((reader, "\u2068Adagnp.exe\u2069"), (browser_of(world, "ada"), "Adagnp.exe")):
        for page in (browser.get(f"/connect?code={asked['user_code']}"), browser.get(link)):
            said = elements(page, "main")[0].text
            assert kept in said
            assert not {"\u202d", "\u202e"} & set(said)


HOSTILE = '<b onclick="x">%(name)s</b>'


def test_a_name_is_no_markup_in_any_language(world: World) -> None:
    team = world.team("ada")
    for language in ("en", "de", "ar"):
        reader = Reader(world.app)
        reader.language = language
        reader.post(link_for(world, "ada"))
        reader.post(f"/teams/{team}/name", name=HOSTILE)
        reader.post("/settings/tokens", name=HOSTILE)
        invited = reader.post(f"/teams/{team}/invites", role="reader", days="7", uses="1")
        link = link_shown(invited)
        for page in (reader.get(f"/teams/{team}"), invited, reader.get(link), reader.get("/settings"), reader.get(f"/?q={HOSTILE}")):
            assert not elements(page, "b")
            assert "&lt;b onclick" in page.text


def test_what_programs_read_stays_english(world: World) -> None:
    caller = world.as_user("ada")
    assert caller.get("/papers/arxiv:1511.11111", headers={"Accept-Language": "ar"}).json["detail"] == "there is no such paper"


@pytest.mark.parametrize(
    ("away", "english", "german", "arabic"),
    [
        (timedelta(seconds=-20), "just now", "gerade eben", "الآن"),
        (timedelta(seconds=-60), "1 minute ago", "vor 1 Minute", "قبل دقيقة واحدة"),
        (timedelta(minutes=-59), "59 minutes ago", "vor 59 Minuten", "قبل 59 دقيقة"),
        (timedelta(hours=-1), "1 hour ago", "vor 1 Stunde", "قبل ساعة واحدة"),
        (timedelta(hours=-30), "1 day ago", "vor 1 Tag", "قبل يوم واحد"),
        (timedelta(days=-6), "6 days ago", "vor 6 Tagen", "قبل 6 أيام"),
        (timedelta(days=-8), "15 Nov 2026", "15. Nov. 2026", "15 نوفمبر 2026"),
        (timedelta(days=3, seconds=-1), "in 3 days", "in 3 Tagen", "خلال 3 أيام"),
        (timedelta(days=90), "21 Feb 2027", "21. Feb. 2027", "21 فبراير 2027"),
    ],
)
def test_moments_are_relative_up_to_a_week(away: timedelta, english: str, german: str, arabic: str) -> None:
    told = [dates.moment((PRESENT + away).isoformat(), language, PRESENT) for language in ("en", "de", "ar")]
    assert told == [english, german, arabic]


def test_days_in_words() -> None:
    assert dates.day("2026-01-02") == "2 Jan 2026"
    assert dates.long_day("2026-11-23") == "Monday, 23 November 2026"
    assert dates.long_day("2026-11-23", "de") == "Montag, 23. November 2026"
    assert dates.long_day("2026-11-23", "ar") == "الاثنين، 23 نوفمبر 2026"
    assert dates.day("soon") == dates.long_day("soon", "ar") == "soon"


def test_a_long_list_of_languages_is_looked_through_once(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[object] = []
    found = LanguageAccept.best_match
    monkeypatch.setattr(LanguageAccept, "best_match", lambda self, *of: asked.append(of) or found(self, *of))
    assert Browser(world.app).get("/sign-in", {"Accept-Language": "de" + ",a" * 200}).status_code == 200
    assert len(asked) == 1

"""Script, markup and templates in every text that somebody else can make a user see, written by every way in that there is."""

from __future__ import annotations

import json
import sqlite3
from dataclasses import dataclass
from typing import Any
from uuid import uuid4

import httpx

from .pages import Paper
from .server import Server, User

#: Each breaks out of another place: text, an element whose text is no markup, an attribute of either kind, an address, a template.
#: What comes of it is an `x-pwned`, or sets `__pwned`, or opens a dialog. One blank between words: papers' texts are kept so.
PAYLOADS = (
    '"><script>__pwned=1;alert(1)</script><x-pwned>',
    '<img src=x onerror="__pwned=1;alert(1)"><x-pwned>',
    "</title></textarea></style></script><svg onload='__pwned=1'><x-pwned>",
    '" autofocus onfocus="__pwned=1" x-pwned="',
    "' autofocus onfocus='__pwned=1' x-pwned='",
    '<a href="javascript:__pwned=1" x-pwned>x</a> [x](javascript:__pwned=1)',
    "{{ __pwned }}{% raw %}${__pwned=1}<template><x-pwned></template>",
)
DAY = "2024-02-05"
LONG = "An abstract long enough to be one, whose author took great care that it holds more markup than sense, line after line."


def planted(field: str, number: int = 0) -> str:
    """What stands in a field: it names the field, so that a page where it shows can be told from one where it does not."""
    return f"{field}-{number}{PAYLOADS[number]}"


def key(number: int) -> str:
    return f"arxiv:2402.{number + 1:05d}"


#: A paper of a listing for each payload.
PAPERS = [Paper(key(i).removeprefix("arxiv:"), planted("title", i), f"{planted('abstract', i)} {LONG}") for i in range(len(PAYLOADS))]


def _strange(number: int) -> str:
    """A key may hold nearly all that an address can."""
    return "doi:10.1000/" + planted("key", number).replace(" ", "-")


@dataclass(frozen=True)
class Planted:
    victim: User
    session: str  # a sign-in link
    addresses: dict[str, list[str]]  # of each page, by its rule


def plant(server: Server) -> Planted:
    numbers = range(len(PAYLOADS))
    tag = uuid4().hex[:8]
    victim, *mates = _people(server, [f"victim-{tag}", *(f"mate{i}-{tag}" for i in numbers)])
    teams = [_post(victim, "/api/groups", name=planted("team", i))["id"] for i in numbers]
    renamed = _post(victim, "/api/groups", name="first")["id"]
    _ask(victim, "PATCH", f"/api/groups/{renamed}", json={"name": planted("rename")})
    server.several([["group", "set-role", teams[0], mate.name, "member"] for mate in mates])
    server.import_papers([_entry(i) for i in numbers], DAY)
    spent, *invites = [_post(victim, f"/api/groups/{team}/invites")["secret"] for team in (teams[0], *teams)]
    _join(server, spent, f"joined-{tag}", planted("joined"))
    for i, mate in enumerate(mates):
        _post(victim, "/api/tokens", name=planted("token", i), scopes=["read"])
        note = _note(mate, teams[0], i, _place(key(i), i), planted("earlier", i), [planted("tag", i)])
        _note(mate, teams[0], i, _place(key(i), i), planted("text", i), [planted("tag", i)], again=note)
        _note(mate, teams[0], i, note, planted("reply", i))
        _note(victim, teams[0], i, _whole(_strange(i)), planted("whole", i))
        page = {"title": planted("page-title", i), "abstract": planted("page-abstract", i), "source": "arxiv", "group": teams[0]}
        _ask(mate, "PUT", f"/api/papers/{_quoted(_strange(i))}", json=page)
        _discarded(victim, teams[i], i)
    _import(server, tag, teams[0])
    _label(server, teams)
    codes = [httpx.post(f"{server.url}/api/oauth/device", data={"client_name": planted("client", i)}).json()["user_code"] for i in numbers]
    papers = [*map(key, numbers), *map(_quoted, map(_strange, numbers)), *[_quoted(f"doi:10.1000/file-{tag}-{i}") for i in numbers]]
    reflected = [_quoted(" ".join(planted("query", i) for i in half)) for half in (numbers[:4], numbers[4:])]
    return Planted(
        victim,
        server.postil("login-link", "--user", victim.name),
        {
            "/": [f"/?day={DAY}", "/?q=abstract", *(f"/?q={words}" for words in reflected), *(f"/?day={words}" for words in reflected)],
            "/papers/<path:key>": [f"/papers/{paper}" for paper in (*papers, *reflected)],
            "/settings": ["/settings"],
            "/trash": ["/trash", *(f"/trash?before={words}&done={words}" for words in reflected)],
            "/password": ["/password"],
            "/connect": [f"/connect?code={code}" for code in [*codes, *reflected]],
            "/teams/<id>": [f"/teams/{id}" for id in (*teams, renamed, *reflected)],
            "/join/<secret>": [f"/join/{secret}" for secret in (*invites, *reflected)],
            "/sign-in": [f"/sign-in?next=/{words}" for words in reflected],
            "/sign-in/<secret>": [f"/sign-in/{words}" for words in reflected],
        },
    )


def _people(server: Server, names: list[str]) -> list[User]:
    scopes = [part for scope in ("read", "write", "account") for part in ("--scope", scope)]
    commands = []
    for i, name in enumerate(names):
        commands += [["user", "add", name, "--display-name", planted("person", max(i - 1, 0))], ["token", "add", name, *scopes]]
    return [User(name, token, server.url) for name, token in zip(names, server.several(commands)[1::2], strict=True)]


def _ask(user: User, method: str, path: str, **sent: Any) -> Any:
    with user.http as http:
        answer = http.request(method, path, **sent)
    assert answer.is_success, (path, answer.text)
    return answer.json()


def _post(user: User, path: str, **body: Any) -> Any:
    return _ask(user, "POST", path, json=body)


def _quoted(text: str) -> str:
    return str(httpx.URL("http://x").copy_with(path="/" + text).raw_path, "ascii").removeprefix("/").replace("?", "%3F").replace("#", "%23")


def _entry(number: int) -> dict[str, Any]:
    entry = PAPERS[number].entry
    entry["paper"] |= {"authors": [{"name": planted("author", number)}], "organization": {"fullname": planted("organization", number)}}
    return entry | {"submittedBy": {"name": planted("submitter", number)}}


def _place(paper: str, number: int) -> dict[str, Any]:
    quote = {"exact": planted("abstract", number), "prefix": planted("prefix", number), "suffix": planted("suffix", number)}
    return _whole(paper, number) | {"postil:field": "abstract", "selector": {"type": "TextQuoteSelector"} | quote}


def _whole(paper: str, number: int = 0) -> dict[str, Any]:
    source = "https://example.org/?" + planted("source", number).replace(" ", "")
    return {"type": "SpecificResource", "source": source, "postil:paper": paper}


def _note(user: User, group: str, number: int, target: Any, text: str, tags: list[str] | None = None, again: str = "") -> str:
    """Writes a note, or an answer where `target` is one, or one that is there once more; its IRI."""
    purpose = "replying" if isinstance(target, str) else "commenting"
    bodies = [{"type": "TextualBody", "value": text, "purpose": purpose}]
    bodies += [{"type": "TextualBody", "value": tag, "purpose": "tagging"} for tag in tags or []]
    note = {"created": f"2024-02-0{number + 1}T00:00:00Z", "body": bodies, "target": target, "postil:group": group}
    path = again.removeprefix(user.url) or f"/api/annotations/{uuid4()}"
    return str(_ask(user, "PUT", path, json=note, headers={"If-Match": "*"} if again else {})["id"])


def _discarded(user: User, team: str, number: int) -> None:
    """A note in the trash, on a paper of the listing."""
    path = _note(user, team, number, _place(key(number), number), planted("discarded", number)).removeprefix(user.url)
    with user.http as http:
        assert http.delete(path, headers={"If-Match": "*"}).is_success


def _join(server: Server, secret: str, name: str, display_name: str) -> None:
    form = {"name": name, "display_name": display_name, "password": "correct horse battery"}
    joined = httpx.post(f"{server.url}/join/{secret}/account", data=form, headers={"Origin": server.url})
    assert joined.status_code == 303, joined.text


def _import(server: Server, tag: str, team: str) -> None:
    """Another server's notes, of a stranger whose name and team are as bad as their words."""
    lines = []
    for i in range(len(PAYLOADS)):
        paper = {"key": f"doi:10.1000/file-{tag}-{i}", "title": planted("file-title", i), "authors": [planted("file-author", i)]}
        target = {"type": "SpecificResource", "source": "https://example.org/", "postil:paper": paper["key"]}
        annotation = {
            "id": f"urn:uuid:{uuid4()}", "created": "2024-02-01T00:00:00Z", "modified": "2024-02-01T00:00:00Z", "target": target,
            "body": {"type": "TextualBody", "value": planted("file-text", i), "purpose": "commenting"},
        }  # fmt: skip
        paper |= {
            "published": None,
            "organization": planted("file-organization", i),
            "url": "https://example.org/" + planted("url", i),
        }
        creator = {"name": f"file{i}-{tag}", "display_name": planted("file-person", i)}
        group = {"id": team, "name": planted("file-team", i), "kind": "team"}
        lines.append(json.dumps({"annotation": annotation, "paper": paper, "creator": creator, "group": group}))
    path = server.directory / f"notes-{tag}.jsonl"
    path.write_text("\n".join(lines), encoding="utf-8")
    assert f"{len(PAYLOADS)} notes taken in" in server.postil("import", "--add-members", str(path))


def _label(server: Server, teams: list[str]) -> None:
    """No route writes a label's name yet."""
    with sqlite3.connect(server.directory / "postil.sqlite3", timeout=20) as database:
        for i, team in enumerate(teams):
            database.execute(
                'UPDATE label SET name = ? WHERE "group" IN (SELECT id FROM "group" WHERE public_id = ?)', (planted("label", i), team)
            )
    database.close()

"""Papers: finding one by any of its keys, what is told about one, a day's listing, search, and what a source or a page says of them."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple

from peewee import JOIN, SQL, fn

from postil.clock import now
from postil.db import in_transaction, is_postgres, locked
from postil.errors import Invalid, NotFound
from postil.models import Annotation, Listing, Meta, Paper, PaperAlias, PaperText
from postil.paper_keys import BadPaperKey, PaperKey, canonical, display_url, normalised_url, url_key
from postil.policy import Identity, require, visible_papers, visible_texts, visible_to
from postil.services import texts
from postil.services.groups import require_destination
from postil.statements import among, statement
from postil.words import words

#: A text of a higher rank replaces one of a lower: what a source's API says beats what a page showed, and both beat the demo's own words.
DEMO, PAGE, SOURCE = 0, 1, 2


# --- keys ------------------------------------------------------------------------------------------------------------------------------


def key_of(text: str, field: str) -> PaperKey:
    """Raises Invalid, naming the field, for a text that is no paper's key, id or URL."""
    try:
        return canonical(text)
    except BadPaperKey as error:
        raise Invalid([{"field": field, "message": str(error)}]) from None


class Known(NamedTuple):
    """A paper that the server has, whoever may know of it."""

    id: int
    key: str
    revision: int


#: The same of many: plain, for a look-up has sixty.
Row = tuple[int, str, int]


def by_key(key: PaperKey) -> Known | None:
    row = by_keys([str(key)]).get(str(key))
    return Known(*row) if row else None


def by_keys(keys: Sequence[str]) -> dict[str, Row]:
    """Papers by the canonical key that was asked for, also where that is an alias."""
    found: dict[str, Row] = {row[1]: row for row in _by_key(keys=keys).fetchall()}
    missing = [key.split(":", 1) for key in keys if key not in found]
    if missing:
        schemes, names = zip(*missing, strict=True)
        wanted = set(keys)
        aliases = _by_alias(schemes=set(schemes), names=names)
        found |= {f"{scheme}:{name}": tuple(row) for scheme, name, *row in aliases if f"{scheme}:{name}" in wanted}
    return found


@statement
def _by_key(keys: Any) -> Any:
    query = Paper.select(Paper.id, Paper.key, Paper.revision)
    if is_postgres():
        return query.where(among(Paper.key, keys))
    return query.from_(fn.json_each(keys).alias("wanted")).join(Paper, JOIN.CROSS).where(Paper.key == SQL("wanted.value"))


@statement
def _by_alias(schemes: Any, names: Any) -> Any:
    """Every pair of a scheme and a name, so more than was asked for: an index serves it."""
    return (
        PaperAlias.select(PaperAlias.scheme, PaperAlias.value, Paper.id, Paper.key, Paper.revision)
        .join(Paper, on=(PaperAlias.paper == Paper.id))
        .where(among(PaperAlias.scheme, schemes) & among(PaperAlias.value, names))
    )


def ensure(key: PaperKey) -> Any:
    """The paper of a key, made where it is not known yet. For use inside a transaction."""
    known = by_key(key)
    return Paper.get_by_id(known.id) if known else Paper.create(key=str(key), url=display_url(key))


# --- one paper -------------------------------------------------------------------------------------------------------------------------


def get(identity: Identity, text: str) -> dict[str, Any]:
    """A paper that the caller may see. Raises NotFound for unknown and for not visible alike, Invalid for what is no key."""
    require(identity, "paper.read")
    key = key_of(text, "key")
    known = by_key(key)
    found = known and Paper.get_or_none((Paper.id == known.id) & visible_papers(identity))
    if not found:
        raise NotFound("there is no such paper")
    return _describe(identity, [found])[0]


def titles(identity: Identity, keys: Sequence[str]) -> dict[str, str]:
    """By key, of those of these papers that the caller may see: the title, empty where none is known."""
    require(identity, "paper.read")
    found = dict(Paper.select(Paper.id, Paper.key).where(Paper.key.in_(keys) & visible_papers(identity)).tuples())
    told = _texts(identity, list(found))
    return {key: told.get((id, "title"), "") for id, key in found.items()}


def _describe(identity: Identity, papers: Sequence[Any]) -> list[dict[str, Any]]:
    """Papers as they are told, with texts and counts that the caller may see, in three queries however many they are."""
    ids = [paper.id for paper in papers]
    texts = _texts(identity, ids)
    listings = _newest_listings(ids)
    counts = _counts(identity, ids)
    return [
        {
            "key": paper.key,
            "title": texts.get((paper.id, "title"), ""),
            "abstract": texts.get((paper.id, "abstract"), ""),
            "authors": paper.authors,
            "organization": paper.organization,
            "published": paper.published,
            "url": paper.url,
            "listing": listings.get(paper.id),
            "count": counts.get(paper.id, 0),
        }
        for paper in papers
    ]


def _texts(identity: Identity, ids: Sequence[int]) -> dict[tuple[int, str], str]:
    """(paper, field) -> the text to tell."""
    rows = (
        PaperText.select(PaperText.paper, PaperText.field, PaperText.text)
        .where(PaperText.paper.in_(ids) & visible_texts(identity))
        .order_by(*texts.best_last())
        .tuples()
    )
    return {(paper, field): text for paper, field, text in rows}


def _newest_listings(ids: Sequence[int]) -> dict[int, dict[str, Any]]:
    rows = Listing.select().where(Listing.paper.in_(ids) & (Listing.period == "day")).order_by(Listing.date)
    return {row.paper_id: _listed(row) for row in rows}


def _listed(row: Any) -> dict[str, Any]:
    return {"day": row.date, "rank": row.rank, "upvotes": row.upvotes, "comments": row.comments}


def _counts(identity: Identity, ids: Sequence[int]) -> dict[int, int]:
    """Notes that the caller may see, by paper. Computed, never stored: a stored number would count what one must not know of."""
    query = (
        Annotation.select(Annotation.paper, fn.COUNT(Annotation.id))
        .where(Annotation.paper.in_(ids) & visible_to(identity))
        .group_by(Annotation.paper)
    )
    return dict(query.tuples())


# --- listings --------------------------------------------------------------------------------------------------------------------------


def of_day(identity: Identity, day: str | None) -> dict[str, Any]:
    """A day's papers in rank order, with the days before and after it that have any. Without a day: the latest."""
    require(identity, "paper.read")
    days = Listing.select(fn.MAX(Listing.date)).where(Listing.period == "day")
    day = day or days.scalar()
    entries = (
        list(Listing.select().where((Listing.period == "day") & (Listing.date == day)).order_by(Listing.rank, Listing.id)) if day else []
    )
    papers = {p.id: p for p in Paper.select().where(Paper.id.in_([e.paper_id for e in entries]))}
    told = _describe(identity, [papers[e.paper_id] for e in entries])
    return {
        "day": day,
        "previous": days.where(Listing.date < day).scalar() if day else None,
        "next": Listing.select(fn.MIN(Listing.date)).where((Listing.period == "day") & (Listing.date > day)).scalar() if day else None,
        "papers": [{**paper, "listing": _listed(entry)} for paper, entry in zip(told, entries, strict=True)],
    }


def search(identity: Identity, text: str, limit: int, before: int | None = None) -> dict[str, Any]:
    """Listed papers whose title and abstract hold every word, newest id first; `next` is the `before` of the next page."""
    require(identity, "paper.read")
    wanted = words(text)[:20]
    if not wanted:
        return {"papers": [], "next": None}
    matching = Paper.id.in_(texts.matching(wanted))
    query = Paper.select().where(matching & visible_papers(identity)).order_by(Paper.id.desc()).limit(limit + 1)
    rows = list(query.where(Paper.id < before) if before else query)
    return {"papers": _describe(identity, rows[:limit]), "next": rows[limit - 1].id if len(rows) > limit else None}


# --- what pages and sources say ----------------------------------------------------------------------------------------------------------


def send(identity: Identity, text: str, page: Mapping[str, Any]) -> dict[str, Any]:
    """What a page showed of a paper: kept for the group that it was sent to, and shown there only."""
    group = require_destination(identity, page["group"])
    require(identity, "paper.send", group)
    require(identity, "paper.read")
    key = key_of(text, "key")

    def work() -> None:
        paper = ensure(key)
        keep(paper, page, PAGE, group.group_id)
        if paper.url is None and _is_of(key, page.get("url")):
            # As the key was made from it: the row is everyone's, and a fragment tells what its sender was looking at.
            Paper.update(url=normalised_url(page["url"])).where(Paper.id == paper.id).execute()

    in_transaction(work)
    return get(identity, str(key))


def _is_of(key: PaperKey, url: str | None) -> bool:
    """Whether a page's address is the one that its key was made from: the row is everyone's, so no other is believed."""
    try:
        return url is not None and url_key(url) == key
    except BadPaperKey:
        return False


def keep(paper: Any, told: Mapping[str, Any], rank: int, group_id: int | None) -> bool:
    """Keep title and abstract as one source and version showed them. Returns whether anything changed.

    The paper's row is locked first: two who tell the same at once leave one text.
    """
    locked(Paper.select(Paper.id).where(Paper.id == paper.id)).execute()
    changed = False
    for field in ("title", "abstract"):
        if told.get(field):
            changed = _keep_text(paper, told["source"], told.get("version"), field, told[field], rank, group_id) or changed
    if changed and group_id is None:  # the row is everyone's: a group's own text must not show in it
        Paper.update(revision=Paper.revision + 1).where(Paper.id == paper.id).execute()
    return changed


def _renew_epoch() -> None:
    """What lookup.py keeps of papers' revisions is out of date. For whoever raises one; last in the transaction: all of them write here."""
    Meta.insert(key="papers", value=secrets.token_hex(8)).on_conflict(conflict_target=[Meta.key], preserve=[Meta.value]).execute()


def _keep_text(paper: Any, source: str, version: int | None, field: str, text: str, rank: int, group_id: int | None) -> bool:
    same_version = PaperText.version.is_null() if version is None else PaperText.version == version
    same_group = PaperText.group.is_null() if group_id is None else PaperText.group == group_id
    held = PaperText.get_or_none(
        (PaperText.paper == paper.id) & (PaperText.source == source) & (PaperText.field == field) & same_version & same_group
    )
    if held is None:
        PaperText.create(paper=paper.id, source=source, version=version, field=field, text=text, rank=rank, group=group_id, seen_at=now())
        return True
    if held.rank > rank or (held.text == text and held.rank == rank):
        return False
    PaperText.update(text=text, rank=rank, seen_at=now()).where(PaperText.id == held.id).execute()
    return True


def take_in(
    entries: Sequence[Mapping[str, Any]],
    source: str,
    rank: int,
    day: str | None = None,
    progress: Callable[[int], None] = lambda done: None,
) -> int:
    """Papers as a listing source told them (sources/*.py), in its order; those that name a day get their place in that day's listing.

    Twice the same changes nothing. Returns how many papers were taken in. One transaction: half a listing is none.
    """

    def work() -> int:
        ranks: dict[str, int] = {}
        taken = 0
        is_news = False
        for entry in entries:
            paper = ensure(canonical(entry["key"]))
            if rank >= paper.rank and _is_newest(paper, source, entry.get("version")):
                is_news = _tell(paper, entry, rank) or is_news
            if keep(paper, {**entry, "source": source}, rank, None):
                texts.index([paper.id])
                is_news = True
            place = entry.get("day") or day
            if place:
                ranks[place] = ranks.get(place, 0) + 1
                _list(paper, source, place, ranks[place], entry)
            taken += 1
            progress(taken)
        if is_news:
            _renew_epoch()
        return taken

    return in_transaction(work)


def _is_newest(paper: Any, source: str, version: int | None) -> bool:
    """Whether this source has told no later version of the paper: an old one is kept as a text, and changes no fact."""
    later = (PaperText.paper == paper.id) & (PaperText.source == source) & (PaperText.version > version)
    return version is None or not PaperText.select().where(later).exists()


def _tell(paper: Any, entry: Mapping[str, Any], rank: int) -> bool:
    """Facts about the paper itself, by a source at least as good as the one before. What a source does not tell, it does not take away.

    Returns whether anything changed.
    """
    told = {
        "title": entry["title"], "authors": entry["authors"], "organization": entry["organization"],
        "published": entry["published"], "url": display_url(canonical(paper.key)) or entry["url"], "rank": rank,
    }  # fmt: skip
    told = {name: value for name, value in told.items() if value or name == "rank"}
    if all(getattr(paper, name) == value for name, value in told.items()):
        return False
    Paper.update(revision=Paper.revision + 1, **told).where(Paper.id == paper.id).execute()
    return True


def _list(paper: Any, source: str, day: str, rank: int, entry: Mapping[str, Any]) -> None:
    told = {"rank": rank, "upvotes": entry["upvotes"], "comments": entry["comments"], "submitted_by": entry["submitted_by"]}
    Listing.insert(source=source, period="day", date=day, paper=paper.id, seen_at=now(), **told).on_conflict(
        conflict_target=[Listing.source, Listing.period, Listing.date, Listing.paper], update={**told, "seen_at": now()}
    ).execute()

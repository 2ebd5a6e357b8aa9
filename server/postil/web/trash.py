"""One's trash: deleted notes, to restore or to delete for good before their time."""

from __future__ import annotations

from uuid import UUID

from flask import Blueprint, Response, request

from postil import auth
from postil.clock import to_text
from postil.policy import Identity, may
from postil.services import papers, purge, trash
from postil.services.operations import Condition
from postil.web.frame import page, sent_to, words
from postil.web.language import N_, gettext

SHOWN = 20  # notes on a page

#: What a form has done, as the page that it leads to says it.
DONE = {"restored": N_("The note is restored: it stands where it was."), "deleted": N_("The note is deleted for good.")}

blueprint = Blueprint("trash", __name__, url_prefix="/trash")


@blueprint.get("")
def show() -> Response:
    caller = auth.signed_in()
    before, done = request.args.get("before") or None, request.args.get("done")
    found, further = trash.contents(caller, before, SHOWN)
    titles = papers.titles(caller, [one.paper_key for one in found])
    return page(
        "trash.html", secret=True, q="", notes=[_shown(caller, one, titles) for one in found],
        before=before, next=further, done=gettext(DONE[done]) if done in DONE else None,
    )  # fmt: skip


@blueprint.post("/<uuid:id>/restore")
def restore(id: UUID) -> Response:
    trash.restore(auth.signed_in(), id, Condition())
    return _back("restored")


@blueprint.post("/<uuid:id>/delete")
def delete(id: UUID) -> Response:
    purge.at_once(auth.signed_in(), id, Condition())
    return _back("deleted")


def _back(done: str) -> Response:
    """To the part of the trash that the form stood in."""
    return sent_to("web.trash.show", done=done, before=words("before") or None)


def _shown(caller: Identity, one: trash.Discarded, titles: dict[str, str]) -> dict[str, object]:
    group = caller.memberships[one.group_id]
    return {
        "id": one.uuid, "quote": one.quote, "note": one.note, "paper": one.paper_key, "title": titles.get(one.paper_key),
        "group": group, "deleted": to_text(one.deleted_at), "goes": to_text(one.goes_at),
        "can_restore": may(caller, "note.restore", one),
    }  # fmt: skip

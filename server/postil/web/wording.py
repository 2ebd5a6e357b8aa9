"""What the pages call the things that have a name or a code of their own elsewhere: roles, scopes, formats, refusals."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from postil.errors import PostilError
from postil.services.invites import Over
from postil.web.language import N_, gettext

#: Names that come from elsewhere; a template says one by `|said`, which knows it or leaves it as it is.
NAMES = (
    N_("reader"), N_("member"), N_("moderator"), N_("owner"),  # roles
    N_("read"), N_("write"), N_("account"),  # scopes
    N_("was revoked"), N_("has been used up"), N_("has expired"),  # how an invitation ended
    N_("BibTeX (LaTeX, JabRef)"), N_("Spreadsheet (CSV)"), N_("Everything, for another Postil server (JSON Lines)"),  # formats
    N_("W3C Web Annotations (JSON-LD)"), N_("Markdown, one file"), N_("Markdown for Obsidian, one file a paper (zip)"),
    N_("Zotero, EndNote, Mendeley (RIS)"),
)  # fmt: skip

#: What somebody is: "You are …", "Olga invites you as …".
AS_ROLE = {"reader": N_("a reader"), "member": N_("a member"), "moderator": N_("a moderator"), "owner": N_("an owner")}

#: What a scope lets a program do.
ALLOWED = {
    "read": N_("read the notes that you can see"),
    "write": N_("write, change and delete your notes"),
    "account": N_("manage your tokens and teams"),
}

#: code of a refusal (docs/api.md) -> what it means for who looks at a page. Others are told by their status alone (error_pages.py).
REFUSALS = {
    "foreign-form": N_("This form was not sent by a page of this server."),
    "group-not-empty": N_("This team holds notes (the trash counts), so it is not deleted."),
    "last-owner": N_("A team needs an owner: make somebody else one first."),
    "name-taken": N_("This name is taken."),
    "not-in-trash": N_("This note is not in the trash: delete it first."),
    "too-many": N_("Too many tries: wait a while."),
    "too-many-tokens": N_("This account has as many tokens as it can have: revoke some first."),
    "wrong-host": N_("It does not answer for this one: its owner can set POSTIL_PUBLIC_URL to the address that you use."),
}

OVER = {
    "was revoked": N_("This invitation was revoked: ask for a new one."),
    "has been used up": N_("This invitation has been used up: ask for a new one."),
    "has expired": N_("This invitation has expired: ask for a new one."),
}


class Told(PostilError):
    """A refusal by a page itself: its `detail` is a whole sentence in the page's language."""

    def __init__(self, detail: str, status: int = 400) -> None:
        super().__init__(detail)
        self.status = status


def told(error: PostilError) -> str:
    """What a refusal says beyond its status; nothing where a page has no words for it: its `detail` is for programs."""
    if isinstance(error, Told):
        return error.detail
    if isinstance(error, Over):
        return gettext(OVER[error.reason])
    return gettext(REFUSALS[error.code]) if error.code in REFUSALS else ""


def group_name(group: Any) -> str:
    """A team has the name that people gave it; the personal group has none."""
    kind, name = (group["kind"], group["name"]) if isinstance(group, Mapping) else (group.kind, group.name)
    return gettext("Only me") if kind == "personal" else name


#: For the templates.
FILTERS = {
    "said": gettext,
    "as_role": lambda role: gettext(AS_ROLE[role]),
    "allowed": lambda scope: gettext(ALLOWED[scope]),
    "group_name": group_name,
}

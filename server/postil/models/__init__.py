"""The tables: fields, no verbs. One file an aggregate; services alone read and write them."""

from postil.models.account import Token, User
from postil.models.annotation import Annotation, AnnotationTag, Edit, Operation, Tombstone
from postil.models.change import Change
from postil.models.group import Group, Label, Membership
from postil.models.meta import Meta
from postil.models.paper import Listing, Paper, PaperAlias, PaperText
from postil.models.throttle import Throttle

#: Every table, in an order in which they can be made.
MODELS = (
    Meta, User, Group, Membership, Label, Token,
    Paper, PaperAlias, PaperText, Listing,
    Annotation, AnnotationTag, Edit, Operation, Tombstone, Change, Throttle,
)  # fmt: skip

__all__ = [
    "MODELS",
    "Annotation",
    "AnnotationTag",
    "Change",
    "Edit",
    "Group",
    "Label",
    "Listing",
    "Membership",
    "Meta",
    "Operation",
    "Paper",
    "PaperAlias",
    "PaperText",
    "Throttle",
    "Token",
    "Tombstone",
    "User",
]

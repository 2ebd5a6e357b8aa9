"""What is written in two places, since neither may import the other, is the same in both."""

from __future__ import annotations

import json
import re
import tomllib
from pathlib import Path

import postil
from postil.policy import ROLES, SCOPES
from postil.schemas.account import InviteSchema, MemberSchema, TokenSchema

ROOT = Path(__file__).parents[2]


def test_the_schemas_take_the_roles_and_scopes_of_the_policy() -> None:
    for field in (MemberSchema().fields["role"], InviteSchema().fields["role"]):
        assert set(field.validate.choices) == set(ROLES)
    assert set(TokenSchema().fields["scopes"].inner.validate.choices) == set(SCOPES)


def test_there_is_one_version() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["version"]
    manifest = json.loads((ROOT / "extension/manifest.json").read_text("utf-8"))["version"]
    clients = re.findall(r'"Postil-Client": "\w+/([\d.]+)"', (ROOT / "extension/src/shared/api.js").read_text("utf-8"))
    assert len(clients) == 2
    assert {project, manifest, *clients} == {postil.__version__}

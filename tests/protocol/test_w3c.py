"""The documents that the API gives are W3C Web Annotations, by the working group's own schemas.

The schemas and their checker lie beside the checkout; where they are absent this is skipped.
"""

from __future__ import annotations

import importlib.util
import json
import pathlib
import subprocess
import sys

import pytest
from factories import PAPER, mark, note, put_note, put_reply
from world import World

CHECKER = pathlib.Path(__file__).parents[3] / "shared" / "checks" / "check_w3c.py"

pytestmark = [
    pytest.mark.skipif(not CHECKER.exists(), reason=f"{CHECKER} is not there"),
    pytest.mark.skipif(importlib.util.find_spec("jsonschema") is None, reason="jsonschema is not installed"),
]


def test_every_shape_of_a_note_is_valid(world: World, tmp_path: pathlib.Path) -> None:
    team = world.team("ada", bob="member")
    ada = world.as_user("ada")
    put = put_note(ada, team, "a note", tags=["one", "zwei"], **{"postil:label": "amber", "postil:status": "open"})
    for parts in (
        {"text": ""},
        {"text": "", "tags": ["one"]},
        {"field": None},
        {"field": "title", "selectors": mark("é\n𝔘 \x01 </script>")},
        {"motivation": "questioning"},
        {"paper": "https://doi.org/10.1038/nature14539", "field": None},
    ):
        put_note(ada, team, **({"text": "text"} | parts))
    put_reply(world.as_user("bob"), team, put)
    versioned = note(team)
    versioned["target"] |= {"postil:version": 3, "postil:source": "arxiv"}
    ada.put(f"/annotations/{put.id[:-4]}ffff", versioned)

    documents = [entry["annotation"] for entry in ada.changes()["notes"]]
    assert len(documents) == 9
    documents.append(ada.get(put.path).json)
    documents += [entry["annotation"] for entry in ada.look_up(PAPER).json["papers"][PAPER]["notes"]]
    documents += [state["annotation"] for state in ada.get(f"{put.path}/history").json["states"]]
    file = tmp_path / "annotations.json"
    file.write_text(json.dumps(documents))
    checked = subprocess.run([sys.executable, CHECKER, "validate", "--should", file], capture_output=True, text=True, check=False)
    assert checked.returncode == 0, checked.stdout + checked.stderr

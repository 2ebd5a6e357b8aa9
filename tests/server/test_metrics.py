"""What is counted must not fail what it counts."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from postil import figure_files

#: More routes than the library's file has room for at first, counted while no file of the process can grow, and again when they can.
_FULL = """
import resource
from postil import metrics
from postil.config import from_environment
from postil.db import connect, database

database.initialize(connect(from_environment().resolved_database_url))
before = resource.getrlimit(resource.RLIMIT_FSIZE)
metrics.count("GET", "/first", 200, 0.1)
resource.setrlimit(resource.RLIMIT_FSIZE, (0, before[1]))
for number in range(200):
    metrics.count("GET", f"/{number}", 200, 0.1)
resource.setrlimit(resource.RLIMIT_FSIZE, before)
metrics.count("GET", "/after", 200, 0.1)
metrics.count("GET", "/first", 200, 0.1)
print(metrics.text().decode())
"""


def test_a_full_disk_costs_figures_and_no_request(tmp_path: Path) -> None:
    (tmp_path / "figures").mkdir()
    names = {"PROMETHEUS_MULTIPROC_DIR": str(tmp_path / "figures"), "POSTIL_DATA_DIR": str(tmp_path / "data")}
    done = subprocess.run([sys.executable, "-c", _FULL], env=os.environ | names, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert 'postil_requests_total{method="GET",route="/first",status="200"} 2.0' in done.stdout
    assert 'postil_request_seconds_count{route="/0"}' in done.stdout
    assert 'postil_request_seconds_count{route="/199"}' not in done.stdout, "there was room for all of them: nothing was tested"


def test_every_file_that_figures_are_kept_in_is_reserved(tmp_path: Path) -> None:
    code = "from postil import figure_files; figure_files.reserve(); from postil import metrics; metrics.count('GET', '/healthz', 200, 0.1)"
    names = {figure_files.DIRECTORY: str(tmp_path), "POSTIL_DATA_DIR": str(tmp_path / "data")}
    connected = "from postil.config import from_environment; from postil.db import connect, database; "
    connected += "database.initialize(connect(from_environment().resolved_database_url)); "
    subprocess.run([sys.executable, "-c", connected + code], env=os.environ | names, check=True)
    files = list(tmp_path.glob("*.db"))
    assert {path.name.rpartition("_")[0] for path in files} == {"counter", "histogram", "gauge_livesum"}
    assert {path.stat().st_size for path in files} == {figure_files.ROOM}

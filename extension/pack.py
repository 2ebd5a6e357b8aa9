"""Pack the extension as a zip: what the browser loads, and nothing else. The same bytes for the same files, whenever it is made."""

from __future__ import annotations

import json
import sys
import zipfile
from pathlib import Path

HERE = Path(__file__).parent
#: The pages and styles that the manifest and the pages name; scripts come from dist/ alone.
PARTS = ("manifest.json", "dist/*", "icons/*.png", "_locales/**/*.json", "src/**/*.html", "src/**/*.css")
EPOCH = (2020, 1, 1, 0, 0, 0)


def main() -> None:
    version = json.loads((HERE / "manifest.json").read_text("utf-8"))["version"]
    target = HERE.parent / f"postil-extension-{version}.zip"
    files = sorted({path for pattern in PARTS for path in HERE.glob(pattern) if path.is_file()})
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as pack:
        for path in files:
            pack.writestr(zipfile.ZipInfo(path.relative_to(HERE).as_posix(), EPOCH), path.read_bytes(), zipfile.ZIP_DEFLATED)
    sys.stdout.write(f"{target.name}: {len(files)} files\n")


if __name__ == "__main__":
    main()

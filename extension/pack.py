"""Pack the extension for the two stores: what the browser loads, and nothing else. The same bytes for the same files, whenever it is made.

Firefox gets the folder's files as they are. Chromium gets the same without the manifest's `key`: that gives an unpacked folder its
lasting id, and the Chrome Web Store, which gives ids itself, refuses a package that names one.
"""

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
    target = Path(sys.argv[1]) if len(sys.argv) > 1 else HERE.parent
    files = {path.relative_to(HERE).as_posix(): path.read_bytes() for pattern in PARTS for path in HERE.glob(pattern) if path.is_file()}
    manifest = json.loads(files["manifest.json"])
    keyless = {name: value for name, value in manifest.items() if name != "key"}
    pack(target / f"postil-firefox-{manifest['version']}.zip", files)
    pack(target / f"postil-chromium-{manifest['version']}.zip", files | {"manifest.json": json.dumps(keyless, indent=2).encode()})


def pack(target: Path, files: dict[str, bytes]) -> None:
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in sorted(files):
            archive.writestr(zipfile.ZipInfo(name, EPOCH), files[name], zipfile.ZIP_DEFLATED)
    sys.stdout.write(f"{target.name}: {len(files)} files\n")


if __name__ == "__main__":
    main()

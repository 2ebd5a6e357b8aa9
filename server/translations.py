"""Brings the catalogues of the server's pages up to what code and templates say: `make translations`; --check only tells whether they are.

A text that is new comes in without a translation, one that nobody says any more goes. The order is that of the code, so that a translator
meets a page's texts together; no date and no line number stands there, so that a file changes only where what is said does.
"""

from __future__ import annotations

import io
import sys
from collections.abc import Iterator
from pathlib import Path

from babel.messages import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po
from babel.plural import to_gettext

WEB = Path(__file__).parent / "postil" / "web"
FOLDER = WEB / "translations"
METHODS = [("**.py", "python"), ("templates/**.html", "jinja2")]
OPTIONS = {"templates/**.html": {"trimmed": "true", "silent": "false", "newstyle_gettext": "true"}}
#: Behind it a comment in the code is for the translators.
TO_TRANSLATORS = "Translators:"


def said() -> Catalog:
    """All that the pages say, in English."""
    catalogue = Catalog()
    for file, _, text, comments, context in extract_from_dir(WEB, METHODS, OPTIONS, comment_tags=[TO_TRANSLATORS]):
        catalogue.add(text, locations=[(file, 0)], auto_comments=comments, context=context)
    return catalogue


def up_to_date(path: Path, texts: Catalog) -> str:
    """What a language's file has to hold."""
    old = read_po(io.BytesIO(path.read_bytes()), locale=path.stem)
    new = Catalog(locale=path.stem)
    for message in texts:
        if message.id:
            known = old.get(message.id)
            new.add(message.id, known.string if known else "", locations=message.locations, auto_comments=message.auto_comments)
    written = io.BytesIO()
    write_po(written, new, width=0, omit_header=True, include_lineno=False)
    return "\n".join([*_header(new), "", written.getvalue().decode()])


def _header(catalogue: Catalog) -> Iterator[str]:
    yield 'msgid ""\nmsgstr ""'
    yield f'"Language: {catalogue.locale_identifier}\\n"'
    # CLDR's order of the forms; Babel's table for gettext has two of Arabic's changed round.
    yield f'"Plural-Forms: {to_gettext(catalogue.locale.plural_form)}\\n"'
    yield '"Content-Type: text/plain; charset=utf-8\\n"'


def main() -> int:
    texts, stale = said(), []
    for path in sorted(FOLDER.glob("*.po")):
        wanted = up_to_date(path, texts)
        if path.read_text("utf-8") != wanted:
            stale.append(path.name)
            if "--check" not in sys.argv:
                path.write_text(wanted, "utf-8")
    if stale and "--check" in sys.argv:
        sys.stderr.write(f"stale: {', '.join(stale)}; run `make translations`, translate what is new, and commit the result\n")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())

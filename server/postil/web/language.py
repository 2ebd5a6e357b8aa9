"""The language of a page: which one its reader's browser asks for, and what is said in it.

English stands in the code and the templates; what another language says for it, in `translations/LANGUAGE.po`. What programs read (the API,
the commands, the log) is English alone.
"""

from __future__ import annotations

import gettext as catalogues
import unicodedata
from collections.abc import Callable, Iterable
from functools import cache
from io import BytesIO
from pathlib import Path

from babel import Locale
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.numbers import format_decimal
from flask import Flask, g, request

FILES = Path(__file__).parent / "translations"

#: The first is for whoever asks for none that is here.
LANGUAGES = ("en", *sorted(path.stem for path in FILES.glob("*.po")))

_ISOLATE, _END_OF_ISOLATE = "\u2068", "\u2069"

#: The characters that turn text round by themselves (Unicode Annex 9, 2.1 to 2.5); the last would end an isolate of ours.
_TURNS = dict.fromkeys([*range(0x202A, 0x202F), *range(0x2066, 0x206A)])


def register(app: Flask) -> None:
    """What the templates speak with: `_`, `{% trans %}`, and the filters that write a value as the language does."""
    env = app.jinja_env
    env.add_extension("jinja2.ext.i18n")
    env.policies["ext.i18n.trimmed"] = True
    env.install_gettext_callables(gettext, ngettext, newstyle=True)  # type: ignore[attr-defined]  # the extension brings it
    env.filters.update(number=number, listed=listed, isolated=isolated)


#: Characters of a list of languages that is read: a browser's is far shorter, and a stranger's may cost seconds.
READ = 500


def spoken() -> str:
    """The language of the page that is asked for (RFC 9110, 12.5.4): the extension, which asks the browser, finds the same."""
    if "language" not in g:
        g.language = LANGUAGES[0]
        if len(request.headers.get("Accept-Language", "")) <= READ:
            g.language = request.accept_languages.best_match(LANGUAGES) or LANGUAGES[0]
    found: str = g.language
    return found


@cache
def locale(language: str) -> Locale:
    """How a language writes days and numbers. English is written in more than one way."""
    return Locale.parse({"en": "en_GB"}.get(language, language))


def direction() -> str:
    """`ltr` or `rtl`."""
    return locale(spoken()).text_direction


@cache
def catalogue(language: str) -> catalogues.NullTranslations:
    """Read as translators write it: there is no compiled file to keep fresh."""
    if language == LANGUAGES[0]:
        return catalogues.NullTranslations()
    compiled = BytesIO()
    with (FILES / f"{language}.po").open("rb") as file:
        write_mo(compiled, read_po(file, locale=language))
    compiled.seek(0)
    return catalogues.GNUTranslations(compiled)


def gettext(text: str) -> str:
    return catalogue(spoken()).gettext(text)


def ngettext(one: str, many: str, count: int) -> str:
    return catalogue(spoken()).ngettext(one, many, count)


def N_(text: str) -> str:
    """Marks a text of a table for the catalogue, by the name that the tools of gettext know; it is said later, by `gettext`."""
    return text


def in_its_language(write: Callable[[str, str], str]) -> Callable[[str], str]:
    """A filter of a function that also takes the language."""
    return lambda value: write(value, spoken())


def number(count: int) -> str:
    return format_decimal(count, locale=locale(spoken()))


def listed(values: Iterable[str]) -> str:
    """Names or words one after another, each for itself."""
    # Translators: between the names or words of a list
    return gettext(", ").join(map(isolated, values))


def isolated(text: str) -> str:
    """Users' words in a text that can hold no `<bdi>`: those of the other direction must not turn the rest round (Unicode Annex 9, 2.5)."""
    plain = text.translate(_TURNS)
    directions = {unicodedata.bidirectional(character) for character in plain}
    foreign = directions & {"R", "AL"} if direction() == "ltr" else directions & {"L"}
    return f"{_ISOLATE}{plain}{_END_OF_ISOLATE}" if foreign else plain

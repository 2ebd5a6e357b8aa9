"""The catalogues of the server's pages: all that is said stands in them, every language says all of it, and nothing is said past them."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel import Locale
from babel.messages.catalog import Message
from babel.messages.pofile import read_po
from jinja2 import Environment, nodes

from postil import formats
from postil.policy import ROLES, SCOPES
from postil.web import language, wording

ROOT = Path(__file__).parents[2]
WEB = ROOT / "server/postil/web"
FILES = sorted(language.FILES.glob("*.po"))
TEMPLATES = sorted((WEB / "templates").glob("*.html"))
SAY = {"_", "gettext", "ngettext", "N_"}

#: A form that means one number may leave the number out.
ONE_NUMBER = {"zero", "one", "two"}
#: The same in every language.
NAMES = re.compile(r"Postil|BCDF-GHJK|\bada\b")
WORDS = re.compile(r"[^\W\d_]{2}")
SENTENCE = re.compile(r"[A-Z][\w’']*(?: [a-z]|$)")
SPOKEN = re.compile(r'\b(?:title|aria-label|aria-description|placeholder|alt|data-copied|data-refused)="([^"]*)"')


def messages(path: Path) -> dict[str, Message]:
    """What a language says, by the English text."""
    with path.open("rb") as file:
        return {message.id if isinstance(message.id, str) else message.id[0]: message for message in read_po(file) if message.id}


def forms(message: Message) -> tuple[str, ...]:
    return (message.string,) if isinstance(message.string, str) else tuple(message.string)


def categories(code: str) -> list[str]:
    """The plural forms of a language, in the order of its file."""
    tags = Locale.parse(code).plural_form.tags | {"other"}
    return [category for category in ("zero", "one", "two", "few", "many", "other") if category in tags]


def parts(text: str) -> list[str]:
    """The values and the tags of a text."""
    return sorted(re.findall(r"%\(\w+\)s|<[^>]+>", re.sub(r' dir="ltr"', "", text)))


def test_the_catalogues_say_what_code_and_templates_say() -> None:
    """`make translations` would change nothing."""
    ended = subprocess.run([sys.executable, ROOT / "server/translations.py", "--check"], capture_output=True, text=True, check=False)
    assert ended.returncode == 0, ended.stderr


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_language_says_everything_in_every_form_that_it_has(path: Path) -> None:
    assert len(FILES) >= 2
    for english, message in messages(path).items():
        assert len(forms(message)) == (len(categories(path.stem)) if message.pluralizable else 1), english
        assert all(form.strip() for form in forms(message)), english
        assert not message.fuzzy, english


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_text_has_the_values_and_the_tags_of_the_english_one(path: Path) -> None:
    for english, message in messages(path).items():
        wanted = parts(message.id[1] if message.pluralizable else english)
        for category, form in zip(categories(path.stem) if message.pluralizable else ["other"], forms(message), strict=True):
            without = [part for part in wanted if part not in ("%(shown)s", "%(count)s")]
            assert parts(form) == wanted or (category in ONE_NUMBER and parts(form) == without), english


def test_the_plural_forms_are_those_of_the_language() -> None:
    arabic = language.catalogue("ar")
    note = messages(language.FILES / "ar.po")["%(shown)s note"]
    chosen = {count: arabic.ngettext(*note.id, count) for count in (0, 1, 2, 3, 11, 99, 100, 102, 103)}
    one_each = {0: 0, 1: 1, 2: 2, 3: 3, 11: 4, 99: 4, 100: 5, 102: 5, 103: 3}  # zero one two few many other, as CLDR has them
    assert chosen == {count: note.string[form] for count, form in one_each.items()}


def test_what_comes_from_elsewhere_has_a_name_on_the_pages() -> None:
    titles = [title for _, title in formats.menu()]
    assert {*ROLES, *SCOPES, *titles} <= set(wording.NAMES)
    assert wording.AS_ROLE.keys() == set(ROLES)
    assert wording.ALLOWED.keys() == set(SCOPES)


# --- nothing is said past the catalogue ------------------------------------------------------------------------------------------------


def literals(node: nodes.Node) -> Iterator[str]:
    """The texts that an expression would write as they stand in it."""
    if isinstance(node, nodes.Const) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, nodes.CondExpr):
        yield from (text for side in (node.expr1, node.expr2) if side for text in literals(side))
    elif isinstance(node, nodes.Filter):
        yield from literals(node.node)
    elif isinstance(node, nodes.Concat | nodes.Add):
        yield from (text for child in node.iter_child_nodes() for text in literals(child))
    elif isinstance(node, nodes.Call) and getattr(node.node, "name", "") not in SAY:
        yield from (text for child in node.args for text in literals(child) if SENTENCE.match(text))


def spoken_past(source: str) -> list[str]:
    """Words of a template that stand in no catalogue: between the tags, in attributes that are read to people, in expressions."""
    tree = Environment(extensions=["jinja2.ext.i18n"]).parse(source)  # noqa: S701  # nothing is rendered
    found, html = [], ""
    for output in tree.find_all(nodes.Output):
        for node in output.nodes:
            html += node.data if isinstance(node, nodes.TemplateData) else "\0"
            found += [text for text in literals(node) if WORDS.search(text)]
        html += "\0"
    spoken = SPOKEN.findall(html)
    html = re.sub(r'<code.*?</code>|[\w-]+="[^"]*"', "", html, flags=re.DOTALL)
    texts = [*spoken, *re.split(r"[\0\n]", re.sub(r"<[^>]*>", "\n", html))]
    return found + [text.strip() for text in texts if WORDS.search(NAMES.sub("", text))]


def test_what_is_said_past_the_catalogue_is_found() -> None:
    assert spoken_past("<p>Not here</p>{% if x %}<p>{{ name }} wrote</p>{% endif %}") == ["Not here", "wrote"]
    assert spoken_past('<input placeholder="Search" title="{{ x }} of">') == ["Search", "\0 of"]
    assert spoken_past('{{ "yes" if x else _("no") }}{{ days("Days") }}{{ "Papers of " ~ day }}') == ["yes", "Days", "Papers of "]
    assert spoken_past('{% trans %}Said <b>well</b>{% endtrans %}<code>postil serve</code><link href="{{ asset("a.css") }}">Postil') == []


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.stem)
def test_a_template_says_nothing_itself(path: Path) -> None:
    assert spoken_past(path.read_text("utf-8")) == []


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.stem)
def test_a_template_translates_only_what_stands_in_it(path: Path) -> None:
    """`_` takes its text for HTML, so it must not be anybody's words; `|said` does not."""
    tree = Environment(extensions=["jinja2.ext.i18n"]).parse(path.read_text("utf-8"))  # noqa: S701
    calls = [call for call in tree.find_all(nodes.Call) if getattr(call.node, "name", "") in SAY]
    assert all(isinstance(text, nodes.Const) for call in calls for text in call.args[:1])


def said_in_code(path: Path) -> Iterator[str]:
    """Sentences of a module that are not on their way to the catalogue, docstrings aside."""
    tree = ast.parse(path.read_text("utf-8"))
    marked = {
        id(text) for call in ast.walk(tree) if isinstance(call, ast.Call) and getattr(call.func, "id", "") in SAY for text in call.args
    }
    marked |= {id(line.value) for line in ast.walk(tree) if isinstance(line, ast.Expr)}
    for node in ast.walk(tree):
        if (
            isinstance(node, ast.Constant)
            and isinstance(node.value, str)
            and id(node) not in marked
            and re.match(r"[A-Z]\w* [a-z]", node.value)
        ):
            yield node.value


@pytest.mark.parametrize("path", sorted(WEB.glob("*.py")), ids=lambda path: path.stem)
def test_a_module_of_the_pages_says_nothing_past_the_catalogue(path: Path) -> None:
    assert list(said_in_code(path)) == []

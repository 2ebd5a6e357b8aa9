"""Users' text within a Markdown file: plain text so that it shows as it is, and Markdown so that it stays within its note.

Clauses are of CommonMark 0.31. What is said of Obsidian is of its help pages.
"""

from __future__ import annotations

import re

from postil.formats.text import one_line

# Code fences that do not begin a line: in a list, in a quotation, or set in by blanks. Where such a block ends only a parser can tell.
_INNER_FENCE = re.compile(r"^(?:[ \t]|>|[-+*]|\d{1,9}[.)])+(?:```|~~~)", re.MULTILINE)
_FENCE = re.compile(r"(?:(`{3,})([^`]*)|(~{3,})(.*))")  # 4.5
_BEFORE = r"(?:[ \t]|>|[-+*](?=[ \t])|\d{1,9}[.)](?=[ \t]))*"  # a block within lists and quotations
_BLOCK = re.compile(
    rf"(?P<before>{_BEFORE})(?:(?P<atx>\#{{1,6}}(?=[ \t]|$))|(?P<setext>(?:-+|=+)[ \t]*$)|(?P<reference>\[(?=.*\]:)))"  # 4.2, 4.3, 4.7
)
_TAG_OPENS = re.compile(r"<(?!https?://[^\s<>`]*>)(?=[A-Za-z/!?%])")  # 6.6, and what a template begins with; but not an autolink (6.5)
_SHOWS = re.compile(rf"{_TAG_OPENS.pattern}|!(?=\[)")  # 6.4: a picture, or in Obsidian another file
_CODE_OR_SHOWS = re.compile(rf"(?P<code>(?<!`)(?P<ticks>`+)(?!`).+?(?<!`)(?P=ticks)(?!`))|{_SHOWS.pattern}")
_INLINE_QUERY = re.compile(r"`\s*\$?=")  # run by Obsidian's Dataview when the file is opened

#: What a code block may be said to be in: plugins run what others are in when the file is opened.
_LANGUAGES = (
    "bash", "bibtex", "c", "c++", "cpp", "csharp", "css", "csv", "cuda", "diff", "fortran", "go", "haskell", "html", "ini", "java",
    "javascript", "js", "json", "julia", "kotlin", "latex", "lean", "lua", "make", "markdown", "matlab", "md", "ocaml", "perl", "php",
    "plaintext", "py", "python", "r", "ruby", "rust", "scala", "sh", "sql", "swift", "tex", "text", "toml", "ts", "typescript", "xml",
    "yaml",
)  # fmt: skip

_SPECIAL = re.compile(r"[\\`*_\[\]<>$~^|{}#&]|=(?==)|%(?=%)")
_LINE_START = re.compile(r"^(?:([-+=:])|(\d{1,9})([.)]))(?=\s|$|[-=:])", re.MULTILINE)  # lists, headings; the rule below a table's head
_OBSIDIAN_TAG = re.compile(r"(?=[^\W\d_]|.*[^\W\d])[^\W_](?:[\w/-]*[^\W_])?")


def literal(text: str) -> str:
    """Plain, cleaned text of any number of lines, as Markdown that shows it: no markup, no tag, no maths comes out of it."""
    lines = (line.strip() for line in text.split("\n"))
    return _LINE_START.sub(_escaped_start, "\n".join(_SPECIAL.sub(r"\\\g<0>", line) for line in lines))


def _escaped_start(found: re.Match[str]) -> str:
    return f"\\{found[1]}" if found[1] else f"{found[2]}\\{found[3]}"


def quotation(text: str) -> str:
    return "\n".join(f"> {line}".rstrip() for line in literal(text).split("\n"))


def shown_tag(tag: str) -> str:
    """`#tag` where Obsidian takes it for one (letters, digits, `_`, `-`, `/`, and not digits alone), else its text."""
    return f"#{tag}" if _OBSIDIAN_TAG.fullmatch(tag) else literal(tag)


def contained(markdown: str) -> str:
    """A user's Markdown (cleaned) as a part of another: no heading, no HTML, no link definition for others, no code block left open.

    Nor does opening the file do anything: no picture is fetched, no other file shown, no query or script of a plugin's run. Stands in a
    list item, which ends everything else. Where code blocks are nested, it is shown as its source.
    """
    if _INNER_FENCE.search(markdown):
        return _as_source(markdown)
    shown: list[str] = []
    prose: list[str] = []
    fence = ""
    for line in markdown.split("\n"):
        opening = None if fence else _FENCE.fullmatch(line)
        if fence or opening:
            shown += _prose(prose)
            prose = []
            shown.append(_opening(opening) if opening else line)
        else:
            prose.append(line)
        if opening:
            fence = opening[1] or opening[3]
        elif fence and re.fullmatch(f"{fence[0]}{{{len(fence)},}}[ \t]*", line):
            fence = ""
    return "\n".join([*shown, *_prose(prose), *([fence] if fence else [])]).strip("\n")


def _opening(found: re.Match[str]) -> str:
    fence, info = (found[1], found[2]) if found[1] else (found[3], found[4])
    language = info.strip()
    return fence + (language if not language or language.lower() in _LANGUAGES else "text")


def _as_source(markdown: str) -> str:
    longest = max((len(run) for run in re.findall("~+", markdown)), default=0)
    fence = "~" * max(3, longest + 1)
    return f"{fence}markdown\n{markdown}\n{fence}"


def _prose(lines: list[str]) -> list[str]:
    """Lines outside code blocks, paragraph by paragraph: code spans and tags do not reach over an empty line."""
    paragraphs: list[list[str]] = [[]]
    for line in lines:
        if not line.strip():
            paragraphs += [[line], []]
        else:
            paragraphs[-1].append(line)
    return [line for paragraph in paragraphs for line in _paragraph(paragraph)]


def _paragraph(lines: list[str]) -> list[str]:
    """Tags are kept as they are within code spans, if it is certain where these are: when each ends in its own line."""
    if _INLINE_QUERY.search("\n".join(lines)):
        lines = [line.replace("`", "&#96;") for line in lines]
    shows = _CODE_OR_SHOWS if all(map(_certain, lines)) else _SHOWS
    return [_without_blocks(shows.sub(_told, line)) for line in lines]


def _certain(line: str) -> bool:
    outside = _CODE_OR_SHOWS.sub("", line)
    return "`" not in outside and "\\`" not in line and "|" not in line  # a | may end a cell of a table


def _told(found: re.Match[str]) -> str:
    # Entities and no backslashes: one of the user's before it would escape ours.
    return {"<": "&lt;", "!": "&#33;"}.get(found[0], found[0])


def _without_blocks(line: str) -> str:
    found = _BLOCK.match(line)
    if found:
        end = found.end("before")
        line = f"{line[:end]}\\{line[end:]}"
    return line.replace("%%", "%\\%")  # Obsidian hides what stands between two of them


def title_line(text: str) -> str:
    return literal(one_line(text))

"""Texts of a card: trusted sentences as TextBlocks, text of people as TextRuns that nothing reads."""

from __future__ import annotations

import re
from functools import lru_cache

from cards._kit import Container, Element, RichTextBlock, TextBlock, TextRun

_kept = lru_cache(1024)
"""A trusted sentence comes again and again. Elements are never changed once they are made."""
_INVISIBLE = "\u200b"
_HAIR_SPACE = "\u200a"
_OPENING = "\u202a\u202b\u202d\u202e"
_ISOLATING = "\u2066\u2067\u2068"
_DIRECTION = re.compile(f"[{_OPENING}{_ISOLATING}]")
_LINK_OR_TAG = re.compile(r"(?<=\])(?=[(\[:])|(?<=[<!])(?=\S)|(?<=&)(?=[#\w])|(?<=:)(?=//)|(?<=\{)(?=\{)")
_EMPHASIS = re.compile(r"[*_~]+")
_LIST_OR_HEADING = re.compile(r"\s*(?:[-+>#]|\d+[.)])")


def escape(text: str) -> str:
    """Text of people for the places where no TextRun may stand: choice titles, facts, mentions.

    Some clients read Markdown there and some do not, so nothing is written before a character that one
    of them would show: what would begin a link, an image, a tag or an emphasis is parted invisibly.
    """
    if text.isalnum():
        return text
    text = closed(text)
    parted = _LINK_OR_TAG.sub(_INVISIBLE, text.replace("`", "\u02cb"))
    parted = _EMPHASIS.sub(lambda found: f"{_HAIR_SPACE}{found[0]}{_HAIR_SPACE}", parted)
    return _INVISIBLE + parted if _LIST_OR_HEADING.match(parted) else parted


def plain(text: str) -> str:
    """Text for a TextRun or a button: as it is, but {{DATE(..)}} and {{TIME(..)}} do not expand."""
    text = closed(text)
    return text.replace("{{", "{" + _INVISIBLE + "{") if "{{" in text else text


def cut(text: str, most: int) -> str:
    """At most so many characters, on one line; what is cut ends with an ellipsis."""
    line = " ".join(text.split())
    return closed(line) if len(line) <= most else closed(line[: most - 1].rstrip()) + "…"


def closed(text: str) -> str:
    """Text that turns the direction of writing no further than its own end."""
    if text.isascii() or not _DIRECTION.search(text):
        return text
    isolates = sum(map(text.count, _ISOLATING)) - text.count("\u2069")
    turns = sum(map(text.count, _OPENING)) - text.count("\u202c")
    return text + "\u202c" * turns + "\u2069" * isolates


@_kept
def heading(text: str, size: str = "Large") -> TextBlock:
    """The heading of a card, a trusted sentence."""
    return TextBlock(text=text, style="heading", size=size, weight="Bolder", wrap=True)


@_kept
def subheading(text: str) -> TextBlock:
    """The heading of a part of a card."""
    return TextBlock(text=text, weight="Bolder", wrap=True, spacing="Large")


@_kept
def para(text: str, spacing: str | None = None) -> TextBlock:
    """A trusted sentence."""
    return TextBlock(text=text, wrap=True, spacing=spacing)


@_kept
def subtle(text: str, spacing: str | None = None) -> TextBlock:
    """A trusted sentence of less weight."""
    return TextBlock(text=text, wrap=True, isSubtle=True, size="Small", spacing=spacing)


def run(text: str, *, color: str | None = None, size: str | None = None) -> TextRun:
    """Any text, inert."""
    return TextRun(text=plain(text), color=color, size=size)


def strong(text: str, *, color: str | None = None, size: str | None = None) -> TextRun:
    """Any text, inert and bold."""
    return TextRun(text=plain(text), weight="Bolder", color=color, size=size)


def faint(text: str) -> TextRun:
    """Any text, inert and of less weight."""
    return TextRun(text=plain(text), isSubtle=True, size="Small")


def label(text: str) -> TextRun:
    """The name of the value after it, inert."""
    return TextRun(text=plain(text), isSubtle=True)


def line(*runs: TextRun, spacing: str | None = None, align: str | None = None) -> RichTextBlock:
    """A paragraph of runs."""
    return RichTextBlock(inlines=runs, spacing=spacing, horizontalAlignment=align)


def alarm(text: str) -> RichTextBlock:
    """A refusal with its reason. Sign and words say it: red letters are too pale in the dark theme."""
    return line(strong(f"⚠ {text}"))


def below(text: str) -> RichTextBlock:
    """The same, close to the field above it."""
    return line(strong(f"⚠ {text}"), spacing="None")


def box(*items: Element) -> Container:
    """A part of a card set off from the rest."""
    return Container(items=items, style="emphasis", spacing="Medium")

"""Resources: the words searched for, the hits, and a field to search again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Self

from bot.core.parts import UNSAID, Button, Input, Link, Said, Stamp
from bot.core.playbook.book import Book
from bot.core.playbook.model.playbook import Resource
from bot.core.reading.library import Reader, closest, link, search
from bot.core.reading.wording import say
from bot.core.texts import Words

_MOST = 12
"""Links on one card."""
LONGEST_SEARCH = 200


@dataclass(frozen=True, slots=True)
class ResourcesScreen:
    """`groups` are (heading, links); a heading is a factor's or service's name, "" for the rest.
    `withheld` counts further hits that did not fit."""

    stamp: Stamp
    words: Said
    groups: tuple[tuple[str, tuple[Link, ...]], ...]
    search: Input
    buttons: tuple[Button, ...] = ()
    withheld: int = 0
    commands: tuple[str, ...] = ()  # names of commands that the words may mean

    def without_words(self) -> Self:
        """The same, but for the words that somebody typed."""
        return replace(self, words=UNSAID, search=replace(self.search, value=""))


def resources_screen(
    book: Book, stamp: Stamp, reader: Reader, words: Words, wanted: str, commands: Sequence[str] = ()
) -> ResourcesScreen:
    """The resources that the words find for this reader, best first; without words all, by factor. Of
    `commands` (keys of their texts) it names those that the words may mean."""
    found = search(book, wanted, reader)
    groups: dict[str, list[Link]] = {}
    names = {factor.id: say(factor.name, words.language) for factor in book.playbook.factors}
    for resource in found[:_MOST]:
        heading = names[resource.factors[0]] if len(resource.factors) == 1 and not wanted else ""
        groups.setdefault(heading, []).append(_link(book, resource, reader, words))
    named = [(key, words(f"command.{key}.name")) for key in commands] if wanted else []
    return ResourcesScreen(
        stamp=stamp,
        words=Said(wanted),
        groups=tuple(
            (heading, tuple(found)) for heading, found in sorted(groups.items(), key=lambda one: one[0] != "")
        ),
        search=Input("words", "text", words("field.words"), wanted, max_length=LONGEST_SEARCH),
        buttons=(Button("resources", label="search", primary=True, bare=False),),
        withheld=max(0, len(found) - _MOST),
        commands=tuple(words(f"command.{key}.name") for key in closest(wanted, named)),
    )


def _link(book: Book, resource: Resource, reader: Reader, words: Words) -> Link:
    """A hit; the FM reads which ones the guidance does not have."""
    found = link(book, resource, words.language)
    if not (reader.fm and resource.added):
        return found
    return replace(found, about=f"{found.about} · {words('link.added')}")

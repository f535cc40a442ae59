"""Resources as they may be shown: who may see them, what stands in for dead links, what words find."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz, process, utils

from bot.core.book import Book
from bot.core.playbook.model import Resource
from bot.core.screens.parts import Link
from bot.core.wording import say

_LIVING = ("working", "unchecked")
_GOOD_ENOUGH = 72
_MOST = 12


@dataclass(frozen=True, slots=True)
class Reader:
    """Who reads: `fm` sees what the FM presents; FM-only links only in the personal chat."""

    language: str
    fm: bool = False
    personal: bool = False

    def may_see(self, resource: Resource) -> bool:
        """Whether a resource is for this reader, here."""
        match resource.audience:
            case "customer":
                return True
            case "presented":
                return self.fm
            case _:
                return self.fm and self.personal


def living(book: Book, key: str) -> Resource | None:
    """The resource of a key, or what replaces it; None where nothing living has an address."""
    seen: set[str] = set()
    resource = book.resources.get(key)
    while resource is not None and resource.status not in _LIVING and resource.id not in seen:
        seen.add(resource.id)
        resource = book.resources.get(resource.replacement or "")
    return resource if resource is not None and resource.url and resource.status in _LIVING else None


def links(book: Book, keys: Iterable[str], reader: Reader, most: int = 3) -> tuple[Link, ...]:
    """The links of these keys that the reader may see, each once, replacements in the place of the dead."""
    found: dict[str, Link] = {}
    for key in keys:
        resource = living(book, key)
        if resource is not None and reader.may_see(resource):
            found.setdefault(resource.id, link(resource, reader.language))
    return tuple(found.values())[:most]


def link(resource: Resource, language: str) -> Link:
    """A resource as it is shown."""
    return Link(
        key=resource.id,
        title=say(resource.title, language),
        about=say(resource.about, language),
        url=resource.url or "",
        languages=tuple(resource.languages),
        presented=resource.audience == "presented",
        fm_only=resource.audience == "fm",
    )


def visible(book: Book, reader: Reader) -> list[Resource]:
    """Every living resource that the reader may see, each once, in the playbook's order."""
    found: dict[str, Resource] = {}
    for key in book.resources:
        resource = living(book, key)
        if resource is not None and reader.may_see(resource):
            found.setdefault(resource.id, resource)
    return list(found.values())


def search(book: Book, words: str, reader: Reader) -> list[Resource]:
    """The resources that these words find, best first; without words all of them."""
    candidates = visible(book, reader)
    if not words.strip():
        return candidates
    found = process.extract(
        words,
        [_haystack(book, resource) for resource in candidates],
        scorer=_score,
        processor=utils.default_process,
        score_cutoff=_GOOD_ENOUGH,
        limit=_MOST,
    )
    return [candidates[place] for _, _, place in found]


def closest(words: str, named: Sequence[tuple[str, str]]) -> list[str]:
    """The keys of the names (key, name) that the words probably mean, best first."""
    found = process.extract(
        words,
        [name for _, name in named],
        scorer=fuzz.WRatio,
        processor=utils.default_process,
        score_cutoff=80,
        limit=3,
    )
    return list(dict.fromkeys(named[place][0] for _, _, place in found))


def _score(query: str, text: str, **_: object) -> float:
    """How well every word of the query is found in the text, misspelt or as a part of a word."""
    scores = [fuzz.partial_ratio(word, text) for word in query.split() if len(word) > 1]
    return sum(scores) / len(scores) if scores else 0.0


def _haystack(book: Book, resource: Resource) -> str:
    factors = {factor.id: factor for factor in book.playbook.factors}
    parts = [*resource.title.values(), *resource.about.values(), *resource.words]
    parts += [name for key in resource.factors for name in factors[key].name.values()]
    parts += [book.service_names[key] for key in resource.services]
    return " ".join(parts)

"""Resources as they may be shown: by audience, with replacements of dead ones, and found by words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz, process, utils

from bot.core.parts import Link
from bot.core.playbook.book import Book
from bot.core.playbook.model.playbook import Resource
from bot.core.reading.wording import say

_LIVING = ("working", "unchecked")
_GOOD_ENOUGH = 72
_MOST = 12


@dataclass(frozen=True, slots=True)
class Reader:
    """A reader of resources: `fm` sees those that the FM presents; FM-only ones only in the personal chat."""

    language: str
    fm: bool = False
    personal: bool = False

    def may_see(self, resource: Resource) -> bool:
        """True when this reader may see a resource here."""
        match resource.audience:
            case "customer":
                return True
            case "presented":
                return self.fm
            case _:
                return self.fm and self.personal


def living(book: Book, key: str) -> Resource | None:
    """The resource of a key, or its replacement; None where none that works has an address."""
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
            found.setdefault(resource.id, link(book, resource, reader.language))
    return tuple(found.values())[:most]


def link(book: Book, resource: Resource, language: str) -> Link:
    """A resource as it is shown."""
    return book.remembered.links.get((resource,), (language,), lambda: _link(resource, language))


def _link(resource: Resource, language: str) -> Link:
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
    """The resources that these words find, misspelt or as parts of words, best first; without words all.

    A word counts the more, the longer it is and the fewer resources it occurs in; of equals those that
    have it in their title come first.
    """
    candidates = visible(book, reader)
    wanted = [word for word in utils.default_process(words).split() if len(word) > 1 or word.isdigit()]
    if not wanted:
        return [] if words.strip() else candidates
    titles = [" ".join(one.title.values()) for one in candidates]
    by_text = _matches(wanted, [_haystack(book, one) for one in candidates])
    weights = [
        len(word) / (1 + sum(one >= _GOOD_ENOUGH for one in row))
        for word, row in zip(wanted, by_text, strict=True)
    ]
    by_title = _matches(wanted, titles)
    ranked = sorted(
        (-_mean(by_text, weights, place), -_mean(by_title, weights, place), place)
        for place in range(len(candidates))
    )
    return [candidates[place] for score, _, place in ranked if score][:_MOST]


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


def _matches(wanted: Sequence[str], texts: Sequence[str]) -> list[list[float]]:
    """The match of each word with each text, out of 100: a row for each word."""
    prepared = [utils.default_process(text) for text in texts]
    return [[fuzz.partial_ratio(word, text) for text in prepared] for word in wanted]


def _mean(rows: Sequence[Sequence[float]], weights: Sequence[float], place: int) -> float:
    """The weighted mean match of all words with a text; 0 where it is hardly more than chance."""
    mean = sum(row[place] * weight for row, weight in zip(rows, weights, strict=True)) / sum(weights)
    return mean if mean >= _GOOD_ENOUGH else 0


def _haystack(book: Book, resource: Resource) -> str:
    """Everything a resource is found by: its own words, and those of the links that it stands in for."""
    factors = {factor.id: factor for factor in book.playbook.factors}
    gone = [one for one in book.playbook.resources if one.status not in _LIVING]
    stands_for = [one for one in gone if living(book, one.id) is resource]
    parts = [*resource.about.values()]
    for one in (resource, *stands_for):
        parts += [*one.title.values(), *one.words]
    parts += [name for key in resource.factors for name in factors[key].name.values()]
    parts += [book.service_names[key] for key in resource.services]
    return " ".join(parts)

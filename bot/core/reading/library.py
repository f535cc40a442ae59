"""Resources as they may be shown: by audience, with replacements of dead ones, and found by words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import sqrt

from bot.core.parts import Link
from bot.core.playbook.book import Book
from bot.core.playbook.model.playbook import Resource
from bot.core.reading.wording import say
from bot.core.typed.spelling import words_of

LIVING = ("working", "unchecked")
"""The states of a resource that may be offered."""
_GOOD_ENOUGH = 75
_MOST = 12
_SHORTEST_PART = 4
"""Letters of a word that is also found as a part of others."""
_LONG_PART = 6
"""Letters of a word that is found in a longer one that was typed ("Schulung" in "Schulungsunterlagen")."""
_END = 2
"""Letters by which two forms of a word differ at most."""
_OF_A_ROOM = 4
"""What a hit in the names of a resource's rooms counts together: one that serves several is about none."""


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
    while resource is not None and not _leads_somewhere(book, resource) and resource.id not in seen:
        seen.add(resource.id)
        resource = book.resources.get(resource.replacement or resource.official or "")
    return resource if resource is not None and _leads_somewhere(book, resource) else None


def _leads_somewhere(book: Book, resource: Resource) -> bool:
    known = resource.url is not None and resource.status in LIVING
    return known and book.watch.gone(resource.url) is None


def links(
    book: Book, keys: Iterable[str], reader: Reader, most: int = 3, *, beside: bool = False
) -> tuple[Link, ...]:
    """The links of these keys that the reader may see, each once, replacements in the place of the dead.
    `beside`: where there is room, also the official page that does the job of one that nobody checked."""
    wanted = [one for key in keys if (one := living(book, key)) is not None]
    if beside:
        wanted += [one for other in wanted if (one := official(book, other)) is not None]
    found = {one.id: link(book, one, reader.language) for one in wanted if reader.may_see(one)}
    return tuple(found.values())[:most]


def official(book: Book, resource: Resource) -> Resource | None:
    """The official page that does the job of a resource that nobody checked; None where it has none."""
    if resource.status != "unchecked" or resource.official is None:
        return None
    return living(book, resource.official)


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
    """The resources that these words find, best first; without words all.

    A hit in the title counts more than one in the keywords, that more than one in the description or in what
    the resource belongs to; a rare word more than a common one, and of equals those in the reader's language
    come first. Misspelt words find what is spelt alike, and only where nothing is found as written.
    """
    candidates = visible(book, reader)
    wanted = [word for word in dict.fromkeys(words_of(words)) if len(word) > 1 or word.isdigit()]
    if not wanted:
        return [] if words.strip() else candidates
    shelf = [_Findable(one, _places(book, one, reader.language)) for one in candidates]
    as_written = [[_weight(word, one.places) for one in shelf] for word in wanted]
    known = {word for one in shelf for place in one.places for word in place.words}
    for number, word in enumerate(wanted):
        if not any(as_written[number]):
            alike = _alike(word, known)
            as_written[number] = [
                max((_weight(one, each.places) for one in alike), default=0) for each in shelf
            ]
    found = [_score([row[at] for row in as_written], as_written) for at in range(len(shelf))]
    ranked = sorted(
        range(len(shelf)),
        key=lambda at: (-found[at], reader.language not in shelf[at].resource.languages, at),
    )
    return [candidates[at] for at in ranked if found[at]][:_MOST]


@dataclass(frozen=True, slots=True)
class _Place:
    """Some words by which a resource is found, and what a hit in them counts."""

    worth: float
    words: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Findable:
    resource: Resource
    places: tuple[_Place, ...]


def _weight(word: str, places: Iterable[_Place]) -> float:
    """The best hit of a word: as it is, as another form of it, or as a part of a longer one."""
    best = 0.0
    for place in places:
        if word in place.words:
            best = max(best, place.worth)
        elif len(word) >= _SHORTEST_PART:
            if any(one.startswith(word) or _is_inflected(word, one) for one in place.words):
                best = max(best, place.worth * 0.8)
            elif any(_is_part(word, one) for one in place.words):
                best = max(best, place.worth * 0.3)
    return best


def _is_part(word: str, other: str) -> bool:
    """True for a word that stands in the other, and for two that begin with the same stem."""
    stem = word[:-2] if len(word) > _LONG_PART + 1 else word
    return word in other or other.startswith(stem) or (len(other) >= _LONG_PART and other in word)


def _is_inflected(word: str, other: str) -> bool:
    """True for two forms of a word: all but the ends of both are the same."""
    least = min(len(word), len(other)) - 1
    return least >= _SHORTEST_PART and word[:least] == other[:least] and abs(len(word) - len(other)) <= _END


def _alike(word: str, known: Iterable[str]) -> list[str]:
    """The words that this one was probably meant to be."""
    if len(word) < _SHORTEST_PART:
        return []
    from rapidfuzz import fuzz, process

    near = process.extract(word, list(known), scorer=fuzz.ratio, score_cutoff=_GOOD_ENOUGH, limit=3)
    best = max((score for _, score, _ in near), default=0)
    return [one for one, score, _ in near if score == best]


def _score(hits: Sequence[float], rows: Sequence[Sequence[float]]) -> float:
    """The sum of a resource's hits, each the less, the more resources have the word."""
    return sum(hit / sqrt(sum(map(bool, row)) or 1) for hit, row in zip(hits, rows, strict=True))


def closest(words: str, named: Sequence[tuple[str, str]]) -> list[str]:
    """The keys of the names (key, name) that the words probably mean, best first."""
    from rapidfuzz import fuzz, process, utils

    found = process.extract(
        words,
        [name for _, name in named],
        scorer=fuzz.WRatio,
        processor=utils.default_process,
        score_cutoff=80,
        limit=3,
    )
    return list(dict.fromkeys(named[place][0] for _, _, place in found))


def _places(book: Book, resource: Resource, language: str) -> tuple[_Place, ...]:
    """Everything a resource is found by: its own words, and those of the links that it stands in for. The
    title in the reader's language counts most."""
    factors = {factor.id: factor for factor in book.playbook.factors}
    gone = [one for one in book.playbook.resources if not _leads_somewhere(book, one)]
    stands_for = [one for one in gone if living(book, one.id) is resource]
    services = [one for one in book.playbook.services if one.id in resource.services]
    tags = [*resource.words, *(name for one in services for name in (one.today, one.name))]
    of_others = [text for one in stands_for for text in (*one.title.values(), *one.words)]
    rooms = [name for key in resource.factors for name in factors[key].name.values()]
    return (
        _Place(10, _words([say(resource.title, language)])),
        _Place(8, _words(resource.title.values())),
        _Place(6, _words(tags)),
        _Place(4, _words(of_others)),
        _Place(3, _words([say(resource.about, language)])),
        _Place(2.5, _words(resource.about.values())),
        _Place(_OF_A_ROOM / max(1, len(rooms)), _words(rooms)),
    )


def _words(texts: Iterable[str]) -> frozenset[str]:
    return frozenset(word for text in texts for word in words_of(text))

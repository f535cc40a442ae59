"""What a typed phrase means: the button or command that it stands for, or the material that it asks for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from itertools import pairwise, product
from typing import Any

import yaml

from bot.core.typed.search_words import Lookups, material_asked_for
from bot.core.typed.spelling import resembling, words_of, written_words

_LONGEST = 200
"""Characters of a text that may be a phrase: what is longer is a letter."""
_MOST_WORDS = 16
_QUESTION = re.compile(r"[?\uff1f]")
_MOODS = {"?": True, ".": False}
"""The ends of a phrase that must be asked, or must not."""
_JOINED = 3
"""Words of a phrase that may be written as one."""
_SHORTEST_JOINED = 7
"""Letters of such a word: a shorter one is soon taken for a misspelt one."""

Readings = Sequence[frozenset[str]]
"""For each typed word the known words that it may be."""


@dataclass(frozen=True, slots=True)
class Meant:
    """What somebody means: the name of an intent, and the words of what is looked for."""

    intent: str
    words: str = ""


@dataclass(frozen=True, slots=True)
class Phrase:
    """An intent's phrase: for each of its words the spellings of which one will do; whether it must be asked,
    or must not."""

    intent: str
    words: tuple[frozenset[str], ...]
    asked: bool | None = None


@dataclass(frozen=True, slots=True)
class Tongue:
    """One language: its phrases, and what may stand beside them."""

    phrases: tuple[Phrase, ...]
    fillers: frozenset[str]
    questions: frozenset[str]
    copulas: frozenset[str]
    inverting: frozenset[str]
    statements: tuple[tuple[str, ...], ...]
    lookups: Lookups


@dataclass(frozen=True, slots=True)
class Phrases:
    """All languages. `known` are the words that a misspelt one may stand for, `right` those that are none."""

    tongues: tuple[Tongue, ...]
    courtesies: frozenset[str]
    known: frozenset[str]
    right: frozenset[str]
    contractions: Mapping[str, tuple[str, ...]]
    asides: tuple[tuple[str, ...], ...]
    synonyms: Mapping[str, frozenset[str]]


@cache
def load_phrases() -> Phrases:
    """The shipped phrases.yaml, read when the first text is."""
    raw = resources.files("bot.core").joinpath("phrases.yaml").read_text(encoding="utf-8")
    return _phrases(yaml.load(raw, Loader=yaml.CSafeLoader))


def read_intent(text: str) -> Meant | None:
    """What a typed text asks of the bot; None where it is anything else, or may be.

    All of its words must belong to one phrase or to the small talk around it. The longest phrase counts;
    where two that mean different things fit equally well, none does.
    """
    if len(text) > _LONGEST:
        return None
    typed = words_of(text)
    if not 0 < len(typed) <= _MOST_WORDS:
        return _only_a_question_mark(text)
    known = load_phrases()
    asked = bool(_QUESTION.search(text))
    best: dict[str, tuple[int, int, int]] = {}
    for words in _spellings(typed, known):
        readings = [_readings(word, known) for word in words]
        for tongue in known.tongues:
            for intent, score in _fitting(words, readings, tongue, known, typed, asked=asked):
                best[intent] = max(score, best.get(intent, score))
    top = max(best.values(), default=None)
    meant = [intent for intent, score in best.items() if score == top]
    if len(meant) == 1:
        return Meant(meant[0])
    looked_for = "" if meant else _looked_for(text, typed, known, asked=asked)
    return Meant("resources", looked_for) if looked_for else None


def _looked_for(text: str, typed: Sequence[str], known: Phrases, *, asked: bool) -> str:
    said = tuple(word for word in typed if word not in known.courtesies)
    if any(said[: len(one)] == one for tongue in known.tongues for one in tongue.statements):
        return ""
    tongues = [(one.lookups, one.fillers | known.courtesies) for one in known.tongues]
    return material_asked_for(written_words(text), tongues, asked=asked)


def _only_a_question_mark(text: str) -> Meant | None:
    return Meant("help") if text.strip() and not text.strip("?\uff1f! ") else None


def _spellings(typed: tuple[str, ...], known: Phrases) -> Iterator[tuple[str, ...]]:
    """The words as they were typed, what was drawn together taken apart ("what's"), and with two joined that
    are one word ("check list")."""
    yield typed
    apart = tuple(part for word in typed for part in known.contractions.get(word, (word,)))
    if apart != typed:
        yield apart
    for place, (one, following) in enumerate(pairwise(typed)):
        if one + following in known.known:
            yield (*typed[:place], one + following, *typed[place + 2 :])
    to_the_point = _without_asides(typed, known)
    if to_the_point not in (typed, ()):
        yield to_the_point


def _without_asides(typed: tuple[str, ...], known: Phrases) -> tuple[str, ...]:
    """The words without the turns of speech that tell something beside the point ("hab 5 min zeit")."""
    for aside in known.asides:
        for place in range(len(typed) - len(aside) + 1):
            run = typed[place : place + len(aside)]
            if all(
                wanted in (one, "n" if one.isdigit() else "") for one, wanted in zip(run, aside, strict=True)
            ):
                typed = typed[:place] + typed[place + len(aside) :]
                break
    return typed


def _fitting(
    typed: Sequence[str],
    readings: Readings,
    tongue: Tongue,
    known: Phrases,
    whole: Sequence[str],
    *,
    asked: bool,
) -> Iterator[tuple[str, tuple[int, int, int]]]:
    """The intents of the phrases that account for every word of this spelling of the whole text, with how
    well: content first."""
    talk = tongue.fillers | known.courtesies
    said = [word for word in typed if word not in known.courtesies]
    asked = asked or bool(said and said[0] in tongue.copulas)
    if asked or tongue.questions & set(typed):
        talk |= tongue.copulas
    claimed = _claimed(said, tongue) | _claimed(whole, tongue)
    everything = frozenset[str]().union(*readings)
    for phrase in tongue.phrases:
        if phrase.asked not in (None, asked) or not all(one & everything for one in phrase.words):
            continue
        left = _left(readings, phrase.words)
        spellings = frozenset[str]().union(*phrase.words)
        if left is None or claimed - spellings:
            continue
        if all(one & (talk | spellings) or not typed[place].isalnum() for place, one in left.items()):
            content = sum(not one & talk for one in phrase.words)
            misspelt = sum(typed[place] not in one for place, one in enumerate(readings))
            yield phrase.intent, (content, len(phrase.words), -misspelt)


def _claimed(said: Sequence[str], tongue: Tongue) -> frozenset[str]:
    """The words by which a text tells something: only a phrase that holds them all is meant."""
    runs = {
        tuple(said[at : at + size])
        for size in (2, 3)
        for at in range(len(said))
        if not (at and said[at - 1] in tongue.inverting)
    }
    return frozenset(word for one in tongue.statements if one in runs for word in one)


def _left(readings: Readings, phrase: Iterable[frozenset[str]]) -> dict[int, frozenset[str]] | None:
    """The typed words that the phrase does not account for; None where a word of it was not typed."""
    left = dict(enumerate(readings))
    for wanted in phrase:
        place = next((place for place, one in left.items() if one & wanted), None)
        if place is None:
            return None
        del left[place]
    return left


def _readings(word: str, known: Phrases) -> frozenset[str]:
    if word in known.known or word in known.right or word in known.synonyms:
        return known.synonyms.get(word, frozenset((word,)))
    return resembling(word, known.known)


def _phrases(raw: Mapping[str, Any]) -> Phrases:
    courtesies = _set(raw["courtesies"])
    tongues = tuple(_tongue(raw, language) for language in raw["fillers"])
    phrases = [one for tongue in tongues for phrase in tongue.phrases for one in phrase.words]
    known = frozenset[str]().union(courtesies, *(one.fillers | one.copulas for one in tongues), *phrases)
    contractions = {words_of(one)[0]: words_of(whole) for one, whole in raw["contractions"].items()}
    right = _set(raw["right"]) | _set(raw["negations"])
    asides = [words_of(one.replace("#", "n")) for said in raw["asides"].values() for one in said]
    asides.sort(key=len, reverse=True)
    synonyms = {word: alike for alike in map(_set, raw["synonyms"]) for word in alike}
    return Phrases(
        tongues, courtesies, known | contractions.keys(), right, contractions, tuple(asides), synonyms
    )


def _tongue(raw: Mapping[str, Any], language: str) -> Tongue:
    return Tongue(
        phrases=tuple(
            phrase
            for intent, said in raw["intents"].items()
            for written in said[language]
            for phrase in _read_phrase(intent, written, _set(raw["articles"][language]))
        ),
        fillers=_set(raw["fillers"][language]) - _set(raw["negations"]),
        questions=_set(raw["questions"][language]),
        copulas=_set(raw["copulas"][language]),
        inverting=_set(raw["inverting"][language]),
        statements=tuple(words_of(one) for one in raw["statements"][language]),
        lookups=Lookups(
            **{kind: _set(said[language]) for kind, said in raw["lookups"].items()},
            negations=_set(raw["negations"]),
        ),
    )


def _read_phrase(intent: str, written: str, articles: frozenset[str]) -> Iterator[Phrase]:
    """The phrase, and the same written as one word."""
    *said, end = written.split()
    asked = _MOODS.get(end)
    words = tuple(_set(one.replace("/", " ")) for one in (said if end in _MOODS else [*said, end]))
    words = tuple(one for one in words if not one <= articles)
    if words and all(words):
        yield Phrase(intent, words, asked)
    if 1 < len(words) <= _JOINED:
        joined = ("".join(one) for one in product(*words))
        if long := frozenset(one for one in joined if len(one) >= _SHORTEST_JOINED):
            yield Phrase(intent, (long,), asked)


def _set(words: str) -> frozenset[str]:
    return frozenset(words_of(words))

"""Typed text made comparable: one form for what clients, keyboards and dictation write in many."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

_HYPHENS = re.compile(r"[\u058a\u2010-\u2015\u2043\u2212\u30fb\ufe58\ufe63\uff0d]")
_DROPPED = re.compile(r"[\u2018\u2019\u02bc`\u00b4'\u20e3\ufe0e\ufe0f\U0001f3fb-\U0001f3ff]")
_KEYBOARD = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})
_ABBREVIATED = re.compile(r"\b(\w)\.(?=\w\b)")
_WORD = re.compile(r"\w+|[\u2600-\u27bf\U0001f300-\U0001faff]")
_SHORTEST = 4
"""Letters of a word that may be misspelt."""
_LONG = 9
"""Letters from which two of them may be wrong."""


def in_one_form(text: str) -> str:
    """The text in lower case and one form: compatible characters made one, invisible ones gone, every hyphen
    the same, apostrophes dropped. For comparing alone: never shown, never stored."""
    return _one_form(text).casefold()


def written_words(text: str) -> tuple[str, ...]:
    """The words of a text and its pictures, in the letters in which they were typed."""
    return tuple(_WORD.findall(_ABBREVIATED.sub(r"\1", _one_form(text))))


def words_of(text: str) -> tuple[str, ...]:
    """The same words in small letters, spelt alike however the keyboard writes umlauts."""
    return tuple(one.casefold().translate(_KEYBOARD) for one in written_words(text))


def _one_form(text: str) -> str:
    text = _HYPHENS.sub("-", unicodedata.normalize("NFKC", text))
    if not text.isascii():
        text = "".join(one for one in text if unicodedata.category(one) != "Cf")
    return _DROPPED.sub("", text)


def resembling(word: str, known: Iterable[str]) -> frozenset[str]:
    """The known words that a misspelt one probably stands for: all that are equally near, none where it is
    too short or too far from all of them."""
    if len(word) < _SHORTEST or not word.isalpha():
        return frozenset()
    from rapidfuzz.distance import OSA

    far: dict[str, int] = {}
    for one in known:
        most = _most_wrong(one)
        if abs(len(one) - len(word)) <= most and (one[0] == word[0] or one[:2] == word[1::-1]):
            distance = OSA.distance(word, one, score_cutoff=most)
            if distance <= most and (len(one) > _SHORTEST or _same_letters(word, one)):
                far[one] = distance
    nearest = min(far.values(), default=0)
    return frozenset(one for one, distance in far.items() if distance == nearest)


def _most_wrong(known: str) -> int:
    """The edits that a word of this length forgives: a short one soon becomes another word."""
    if len(known) < _SHORTEST:
        return 0
    return 2 if len(known) >= _LONG else 1


def _same_letters(word: str, known: str) -> bool:
    """A word of four letters forgives two that changed places, and one that was pressed twice."""
    return sorted(word) == sorted(known) or re.sub(r"(.)\1", r"\1", word) == re.sub(r"(.)\1", r"\1", known)

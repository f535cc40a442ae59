"""Numbers as people type them: digits as their language groups them, words, "2k", "ca. 500"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from babel import Locale
from babel.numbers import NumberFormatError, parse_decimal

from bot.core.questions.parse import read_number

LONGEST_NUMBER = 60
"""Characters of a text that may be a number with a few words around it."""
_HIGHEST = 10**12
_SIGNS = str.maketrans(
    dict.fromkeys("\u2019\u2018\u00b4", "'") | dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2212", "-")
)
_HEDGE = re.compile(
    r"(?:so|wohl|vielleicht|es sind|das sind|wir haben|we have|there are|it is|it's|maybe|perhaps|"
    r"ca|circa|zirka|ungefähr|etwa|rund|knapp|fast|gut|über|mindestens|maximal|max|min|bis zu|"
    r"about|around|roughly|approximately|approx|nearly|almost|over|more than|at least|at most|up to|~|≈)"
    r"\.?\s*"
)
_UNIT = re.compile(
    r"\s*(?:leute|personen|köpfe|menschen|mitarbeiter(?:[:*]?innen)?|mitarbeitende[nr]?|beschäftigte|"
    r"kolleg(?:en|innen|:innen)|nutzer(?:innen)?|nutzende|lizenzen|champions|geräte|stück|ma|"
    r"people|persons|employees|users|staff|seats|licen[cs]es|devices|colleagues|heads)"
)
_TIMES = {
    "k": 1_000,
    "tsd": 1_000,
    "tausend": 1_000,
    "thousand": 1_000,
    "hundert": 100,
    "hundred": 100,
    "dutzend": 12,
    "dozen": 12,
    "mio": 1_000_000,
    "million": 1_000_000,
    "millionen": 1_000_000,
}
_SCALED = re.compile(rf"(.+?)\s*({'|'.join(sorted(_TIMES, key=len, reverse=True))})\.?")
_FEW = re.compile(
    r"(?:(?:ein paar|ein|einige|mehrere|etliche|viele|wenige|"
    r"a few|a couple of|a couple|several|many|some)\s+)?"
    r"(?:hunderte?|tausende?|dutzende?|hundreds?|thousands?|dozens?)"
    r"|(?:ein paar|etliche|mehrere|a few|a couple|several|hunderte|tausende)"
)
_ONE_OF = re.compile(r"(?:ein|one|a)?\s*(hundert|tausend|dutzend|hundred|thousand|dozen)")
_RANGE = re.compile(
    r"(?:zwischen|between|von|from)?\s*(\d[\d.,' ]*k?)\s*(?:-|bis|to|und|and|oder|or)\s*(\d[\d.,' ]*k?)"
)
_GERMAN_SMALL = (
    "null ein zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn "
    "siebzehn achtzehn neunzehn"
)
_GERMAN_TENS = "zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig"
_ENGLISH_SMALL = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen"
)
_ENGLISH_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_GERMAN = dict(zip(_GERMAN_SMALL.split(), range(20), strict=True)) | {"eins": 1, "eine": 1, "zwo": 2}
_GERMAN |= {word: 10 * place for place, word in enumerate(_GERMAN_TENS.split(), 2)} | {"dreissig": 30}
_ENGLISH = dict(zip(_ENGLISH_SMALL.split(), range(20), strict=True)) | {"a": 1}
_ENGLISH |= {word: 10 * place for place, word in enumerate(_ENGLISH_TENS.split(), 2)} | {"fourty": 40}


@dataclass(frozen=True, slots=True)
class TypedNumber:
    """A number that somebody typed; without a value they meant one, and named none."""

    value: int | None


def read_amount(text: str, language: str) -> TypedNumber | None:
    """The number that a text names, None where it is about no number. A telephone number is none."""
    said = " ".join(text.translate(_SIGNS).casefold().split()).strip(" .!?")
    if not said or len(said) > LONGEST_NUMBER:
        return None
    said = re.sub(r"^(?:minus|-)\s*(?=\d)", "-", _bare(said))
    if _FEW.fullmatch(said) and not _ONE_OF.fullmatch(said):
        return TypedNumber(None)
    if between := _RANGE.fullmatch(said):
        ends = [_value(end.strip(), language) for end in between.groups()]
        return TypedNumber(None) if all(end is not None for end in ends) else None
    value = _value(said, language)
    return None if value is None or value > _HIGHEST else TypedNumber(value)


def _bare(said: str) -> str:
    """The words without those that hedge, and without what is counted."""
    while hedge := _HEDGE.match(said):
        left = said[hedge.end() :]
        if not left or (hedge[0][-1].isalpha() and left[0].isalpha()):
            break
        said = left
    counted = _UNIT.search(said)
    if counted and counted.end() == len(said) and counted.start() > 0:
        said = said[: counted.start()]
    return said.strip(" .")


def _value(said: str, language: str) -> int | None:
    if re.match(r"0[\d ]", said) or said.startswith("+"):
        return None
    found = read_number(said)
    if found is not None:
        return found
    worded = _worded(said)
    if worded is not None:
        return worded
    scaled = _SCALED.fullmatch(said)
    if scaled is None:
        return None
    many = _decimal(scaled[1], language)
    if many is None:
        few = _worded(scaled[1])
        many = None if few is None else float(few)
    product = None if many is None else many * _TIMES[scaled[2]]
    return int(product) if product is not None and product == int(product) else None


def _decimal(said: str, language: str) -> float | None:
    """A number with a fraction, as the language writes it; a fraction of at most two digits as the other."""
    if re.fullmatch(r"\d{1,3}[.,]\d{1,2}", said):
        return float(said.replace(",", "."))
    try:
        return float(parse_decimal(said, locale=Locale(language), strict=True))
    except (NumberFormatError, ValueError):
        found = read_number(said)
        return None if found is None else float(found)


def _worded(said: str) -> int | None:
    one = _ONE_OF.fullmatch(said)
    if one:
        return _TIMES[one[1]]
    german = _german(re.sub(r"[\s-]", "", said))
    return german if german is not None else _english(re.split(r"[\s-]+", said))


def _german(word: str) -> int | None:
    """A number written as one word, as in eintausendfünfhundert."""
    for name, times in (("tausend", 1_000), ("hundert", 100)):
        head, found, tail = word.partition(name)
        if found:
            many = _german(head) if head else 1
            rest = _german(tail.removeprefix("und")) if tail else 0
            return None if many is None or rest is None or rest >= times else many * times + rest
    if word in _GERMAN:
        return _GERMAN[word]
    one, joined, ten = word.partition("und")
    known = joined and one in _GERMAN and ten in _GERMAN and _GERMAN[one] < 10 and _GERMAN[ten] >= 20
    return _GERMAN[one] + _GERMAN[ten] if known else None


def _english(words: list[str]) -> int | None:
    total = part = 0
    for place, word in enumerate(words):
        if word == "and" and 0 < place < len(words) - 1:
            continue
        if word in _ENGLISH and (word != "a" or (place == 0 and len(words) > 1)):
            part += _ENGLISH[word]
        elif word == "hundred" and part:
            part *= 100
        elif word == "thousand" and part:
            total, part = total + part * 1_000, 0
        else:
            return None
    return total + part

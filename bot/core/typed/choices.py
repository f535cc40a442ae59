"""Choices as people type them: by label, by a part of it, misspelt a little, several in one sentence."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bot.core.playbook.model.base import YES_PARTLY_NO
from bot.core.questions.parse import Entry
from bot.core.texts import load_texts

LONGEST_CHOICE = 200
"""Characters of a text that may be a choice, or several."""
_LETTERS_A_SLIP = 7
_SHORTEST_MISSPELT = 5
_SHORTEST_PART = 4
_AND = re.compile(
    r"\s*(?:[,;/+&\n]|\b(?:und auch|und|sowie|plus|außerdem|as well as|and also|and)\b)\s*", re.IGNORECASE
)
_OR = re.compile(r"\s*(?:[(),/]|\b(?:oder|or|und|and)\b)\s*", re.IGNORECASE)
_DENYING = (
    "nicht nich nix kein keine keiner keinen keinem nein nie gar "
    "not no none never neither cannot dont isnt arent"
)
_JOINING = (
    "der die das den dem des ein eine einen einem einer und oder in im am an auf mit von vom zu zur zum für "
    "per the a an of to and or by in on at for with from"
)
_NOT, _SMALL = frozenset(_DENYING.split()), frozenset(_JOINING.split())


@dataclass(frozen=True, slots=True)
class TypedChoice:
    """The options that a text names; `exact` where it is their own labels."""

    values: tuple[str, ...]
    exact: bool = False


def folded(text: str) -> str:
    """The text for comparing: without case, punctuation, hyphens, and the forms that one letter may have."""
    plain = unicodedata.normalize("NFKC", text).casefold().replace("ß", "ss")
    kept = (" " if c.isspace() else c for c in plain if c.isalnum() or c.isspace())
    return " ".join("".join(kept).split())


def forms(text: str) -> tuple[str, ...]:
    """The forms that texts.yaml lists in one sentence."""
    return tuple(folded(one) for one in text.split(","))


def read_choices(entry: Entry, text: str) -> tuple[TypedChoice, ...]:
    """The choices that a text may name in a field: none, one, or several that it fits as well."""
    if not text or len(text) > LONGEST_CHOICE:
        return ()
    whole = _options_of(entry, text)
    if whole or entry.kind != "multi":
        return whole
    parts = [part for part in _AND.split(text) if part.strip()]
    found = [_options_of(entry, part) for part in parts]
    if len(parts) < 2 or not all(len(one) == 1 for one in found):
        return ()
    chosen = {value for one in found for value in one[0].values}
    values = tuple(value for value, _ in entry.options if value in chosen)
    return (TypedChoice(values, all(one[0].exact for one in found)),)


def _options_of(entry: Entry, text: str) -> tuple[TypedChoice, ...]:
    said = folded(text)
    if not said:
        return ()
    exact = [value for value, titles in entry.options if said in map(folded, titles)]
    named = exact or [value for value, _ in entry.options if said == folded(value)]
    if named:
        return tuple(TypedChoice((value,), exact=bool(exact)) for value in named)
    if entry.kind == "yes_partly_no" or {value for value, _ in entry.options} <= set(YES_PARTLY_NO):
        return _yes_or_no(entry, said)
    for fits in (_is_part, _is_close):
        bare = _bare(text)
        near = [value for value, titles in entry.options if any(fits(bare, title) for title in titles)]
        if near:
            return tuple(TypedChoice((value,)) for value in near)
    return ()


def _yes_or_no(entry: Entry, said: str) -> tuple[TypedChoice, ...]:
    bare = folded(_bare(said))
    known = [value for value in YES_PARTLY_NO if value in dict(entry.options)]
    for value in known:
        listed = {form for titles in load_texts().titles(f"heard.{value}") for form in forms(titles)}
        titles = {folded(title) for title in dict(entry.options)[value]}
        if {said, bare} & (listed | titles) or said in {f"{title} {title}" for title in titles}:
            return (TypedChoice((value,)),)
    close = [value for value in known if any(_is_close(said, title) for title in dict(entry.options)[value])]
    return tuple(TypedChoice((value,)) for value in close)


def _bare(text: str) -> str:
    """The text without the words that people put around an answer."""
    said = " ".join(re.sub(r"[^\w\s/&+-]", " ", text.casefold()).split())
    around = sorted(
        {form for listed in load_texts().titles("heard.unsure") for form in forms(listed)},
        key=len,
        reverse=True,
    )
    again = True
    while again:
        again = False
        for form in around:
            if said.startswith(f"{form} "):
                said, again = said[len(form) + 1 :], True
            elif said.endswith(f" {form}"):
                said, again = said[: -len(form) - 1], True
    return said


def _is_part(said: str, title: str) -> bool:
    """True where the words are those of the label, or of one of the things that it lists."""
    if any(folded(said) == folded(part) for part in _OR.split(title) if part):
        return _denies(said) == _denies(title)
    words, own = _words(said), _words(title)
    told = words - _SMALL
    long_enough = any(len(word) >= _SHORTEST_PART for word in told)
    return bool(told) and long_enough and told <= own and _denies(said) == _denies(title)


def _is_close(said: str, title: str) -> bool:
    if _denies(said) != _denies(title) or len(said) < _SHORTEST_MISSPELT:
        return _is_slip(folded(said), folded(title))
    parts = [title, *(part for part in _OR.split(title) if len(part) >= _SHORTEST_MISSPELT)]
    return any(_is_misspelt(folded(said), folded(part)) for part in parts)


def _is_misspelt(said: str, word: str) -> bool:
    """True where few letters are wrong, missing, too many, or in each other's place."""
    from rapidfuzz.distance import OSA

    return OSA.distance(said, word) <= max(1, len(word) // _LETTERS_A_SLIP)


def _is_slip(said: str, title: str) -> bool:
    """True for a short word with a letter doubled or a letter too many, as "neinn"."""
    return len(said) > len(title) >= 2 and re.sub(r"(.)\1+", r"\1", said) == re.sub(r"(.)\1+", r"\1", title)


def _words(text: str) -> frozenset[str]:
    return frozenset(folded(word) for word in re.split(r"[^\w]+", text) if word)


def _denies(text: str) -> bool:
    """True where the words say no: a label must not be taken for its contrary."""
    return not _words(text).isdisjoint(_NOT)


def fitting(names: Iterable[tuple[str, str]], said: str) -> Sequence[str]:
    """The keys of the names of which the words are a part; those closest in spelling where there are none."""
    known = [(key, folded(name), _words(name)) for key, name in names]
    words = _words(said)
    if exact := [key for key, name, _ in known if name == folded(said)]:
        return exact
    if words and (parts := [key for key, _, own in known if words <= own]):
        return parts
    if len(said) < _SHORTEST_MISSPELT:
        return ()
    return [
        key
        for key, name, own in known
        if _is_misspelt(folded(said), name)
        or (len(words) == 1 and any(_is_misspelt(folded(said), one) for one in own if len(one) > 3))
    ]

"""The words of the material that somebody asks for in a sentence ("gibt es etwas zu OneDrive?")."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from bot.core.typed.spelling import words_of

_MOST = 5
"""Words of a subject: who writes more writes of something else."""
_PLAIN_MOST = 3
"""Words of a subject that stands beside its noun, with no word between."""
_SHORTEST = 5
"""Letters of a noun that may end a longer one ("Schulungsmaterial")."""

Spellings = frozenset[str]


@dataclass(frozen=True, slots=True)
class Lookups:
    """The words with which a language asks for material: `verbs` of searching, `nouns` for any material,
    `first` those that may stand before the subject alone, `kinds` of it that are looked for themselves, words
    `about` that lead to the subject, those of `asking`, `vague` ones; and those of `asserting` and the
    `negations`, which no request has."""

    verbs: Spellings
    nouns: Spellings
    first: Spellings
    kinds: Spellings
    about: Spellings
    asking: Spellings
    vague: Spellings
    asserting: Spellings
    negations: Spellings


def material_asked_for(
    written: Sequence[str], tongues: Sequence[tuple[Lookups, Spellings]], *, asked: bool
) -> str:
    """What is to be looked for, as it was written; "" where no material is asked for. With each language
    comes the small talk that may stand around it; `asked` says that there is a question mark."""
    typed = [" ".join(words_of(one)) for one in written]
    if any(known.negations & set(typed) for known, _ in tongues):
        return ""
    for way in (_with_a_lead, _after_a_verb, partial(_beside_a_noun, asked=asked)):
        for known, talk in tongues:
            if found := way(written, typed, known, talk):
                return found
    return ""


def _with_a_lead(written: Sequence[str], typed: Sequence[str], known: Lookups, talk: Spellings) -> str:
    """ "Gibt es Material zu OneDrive": what stands behind the first word that leads to a subject."""
    place = next((place for place, one in enumerate(typed) if one in known.about and place), 0)
    before = typed[:place]
    material = known.verbs | known.nouns | known.kinds | known.vague
    if not any(_is_one(one, material, known) for one in before):
        return ""
    if not all(one in talk | known.asking or _is_one(one, material, known) for one in before):
        return ""
    bare = all(_is_one(one, known.nouns | known.kinds, known) for one in before)
    if not bare and not (known.asking | known.verbs) & set(before):
        return ""
    kinds = [written[at] for at, one in enumerate(before) if one not in known.nouns | known.vague | talk]
    kinds = [one for one in kinds if not known.asking & set(words_of(one))]
    return _joined(kinds, _subject(written, typed, place + 1, known, talk, _MOST))


def _after_a_verb(written: Sequence[str], typed: Sequence[str], known: Lookups, talk: Spellings) -> str:
    """ "Such mal OneDrive": what stands behind the verb of somebody who tells the bot to search."""
    place = next((place for place, one in enumerate(typed) if one in known.verbs), None)
    if place is None or not all(one in talk - known.asserting for one in typed[:place]):
        return ""
    return _joined([], _subject(written, typed, place + 1, known, talk, _MOST))


def _beside_a_noun(
    written: Sequence[str], typed: Sequence[str], known: Lookups, talk: Spellings, *, asked: bool
) -> str:
    """ "OneDrive-Material", "wo ist die Checkliste?": few words, and a noun for material among them."""
    nouns = known.nouns | known.kinds
    places = [at for at, one in enumerate(typed) if one not in talk | known.asking | known.vague]
    named = [at for at in places if _is_one(typed[at], nouns, known)]
    of_the_noun = [at for at in places if typed[at] not in known.nouns]
    if not named or not of_the_noun or len(places) > _PLAIN_MOST + 1:
        return ""
    wanting = asked or bool((known.asking | known.verbs) & set(typed))
    plain = len(places) == len(typed) > 1 and (typed[-1] in known.nouns or typed[0] in known.first)
    if not (wanting or plain) or (known.asserting - talk) & set(typed) or _told(typed, known):
        return ""
    return " ".join(written[at] for at in of_the_noun)


def _told(typed: Sequence[str], known: Lookups) -> bool:
    """True where a word of asserting stands that also belongs to small talk, but for who asks for himself."""
    return bool((known.asserting - {"ich", "i"}) & set(typed))


def _subject(
    written: Sequence[str], typed: Sequence[str], start: int, known: Lookups, talk: Spellings, most: int
) -> list[str]:
    """The words from a place on, without the small talk around them; none where they assert something."""
    around = talk | known.about | known.vague | known.nouns | known.verbs | known.asking
    inner = [at for at in range(start, len(typed)) if typed[at] not in around]
    if not inner:
        return []
    span = range(inner[0], inner[-1] + 1)
    if len(span) > most or known.asserting & {typed[at] for at in range(start, len(typed))}:
        return []
    return [written[at] for at in span]


def _joined(kinds: Sequence[str], subject: Sequence[str]) -> str:
    return " ".join((*kinds, *subject)) if subject else ""


def _is_one(word: str, among: Spellings, known: Lookups) -> bool:
    """True for one of these words, and for a longer one that ends in a noun ("Schulungsunterlagen")."""
    ends = {one for one in known.nouns | known.kinds if len(one) > _SHORTEST}
    return word in among or (bool(among & known.kinds) and any(word.endswith(one) for one in ends))

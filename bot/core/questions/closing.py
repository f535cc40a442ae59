"""The last question: when it is asked, how the result of the workshop stands by the answers to it, and what
the confirmation of the result was given for."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

import msgspec
from msgspec.structs import replace

from bot.core.engagement import Closing, Engagement, Voice
from bot.core.keys import short_hash
from bot.core.playbook.ask import Ask
from bot.core.playbook.book import Book
from bot.core.questions.asks import Asks, is_open
from bot.core.questions.facts import SAYING, the_answer
from bot.core.questions.verdicts import is_disputed


class ResultStands(StrEnum):
    """The four ways in which the result stands: nobody was asked to confirm it, not confirmed, confirmed, and
    no longer, because answers changed since."""

    NOT_ASKED = "not_asked"
    OPEN = "open"
    CONFIRMED = "confirmed"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class Result:
    """The standing of the result, with the word that it was confirmed by: of the person `by`, given `at` a
    moment (ISO 8601 UTC) when `left` questions were open. Without such a word these are empty."""

    stands: ResultStands
    by: str = ""
    at: str = ""
    left: int = 0


_NOT_ASKED = Result(ResultStands.NOT_ASKED)


def is_last(book: Book, ask: Ask) -> bool:
    """True for the question that confirms the result."""
    return book.last is not None and ask.question.id == book.last.question.id


def confirms(book: Book, voice: Voice) -> bool:
    """True for an answer to the last question that says that the result is right."""
    last = book.last
    return last is not None and voice.kind == "answer" and voice.fields.get(last.field) == last.choice


def without_confirmation(book: Book, voice: Voice) -> Voice:
    """An answer to the last question without its word on the result."""
    last = book.last
    if last is None or last.field not in voice.fields:
        return voice
    return replace(voice, fields={name: value for name, value in voice.fields.items() if name != last.field})


def open_among(engagement: Engagement, others: Iterable[Ask]) -> int:
    """The number of questions that wait for a first answer."""
    return sum(is_open(engagement.voices.get(ask.key, [])) for ask in others)


def has_open(engagement: Engagement, every: Asks, besides: str) -> bool:
    """True while a question other than `besides` waits for a first answer. Looked for from the end, where
    those stand that nobody came to yet."""
    said = engagement.voices.get
    for ask in reversed(every):
        if ask.key != besides:
            voices = said(ask.key)
            if not voices or (voices[0].kind not in SAYING and is_open(voices)):
                return True
    return False


def given_for(book: Book, engagement: Engagement, every: Asks) -> tuple[str, int]:
    """A mark of all that was answered and decided beside the last question, and the number of questions open:
    what somebody says is right who confirms the result now."""
    setup, said = engagement.setup, {}
    others = [ask for ask in every if not is_last(book, ask)]
    for ask in others:
        voices = engagement.voices.get(ask.key, [])
        answer = the_answer(voices)
        said[ask.key] = (
            None
            if answer is None or is_open(voices)
            else (
                answer.kind,
                answer.fields,
                answer.reason,
                answer.cut,
                is_disputed(voices, engagement.settled.get(ask.key)),
            )
        )
    whole = (setup.services, setup.in_use, setup.pilot, setup.launch, said)
    mark = short_hash(msgspec.json.encode(whole, order="sorted").decode())
    return mark, open_among(engagement, others)


def result_of(book: Book, engagement: Engagement, every: Asks) -> Result:
    """The standing of the result now. The confirmation is the latest word that says so, as long as nobody
    says otherwise beside it."""
    key = _key(book, every)
    said = [voice for voice in engagement.voices.get(key, ()) if voice.kind in SAYING]
    if not said:
        return Result(ResultStands.OPEN) if engagement.closing.opened else _NOT_ASKED
    confirming = [voice for voice in said if confirms(book, voice)]
    others = len(confirming) < len(said) and is_disputed(said, engagement.settled.get(key))
    if said[0] not in confirming or others:
        return Result(ResultStands.OPEN)
    word, kept = max(confirming, key=lambda voice: voice.revision), engagement.closing
    mark, left = given_for(book, engagement, every)
    if (kept.by, kept.at) == (word.by, word.at):
        stands = ResultStands.CONFIRMED if kept.content == mark else ResultStands.CHANGED
        return Result(stands, word.by, word.at, kept.left)
    # An older bot kept no mark: its confirmation holds until an answer is newer.
    newer = any(
        voice.revision > word.revision
        for other, voices in engagement.voices.items()
        if other != key
        for voice in voices
        if voice.kind in SAYING
    )
    return Result(ResultStands.CHANGED if newer else ResultStands.CONFIRMED, word.by, word.at, left)


def asked(book: Book, engagement: Engagement, every: Asks, result: Result) -> Asks:
    """Of all the asks those that are asked now: the last one not before nothing else is open, or the FM asks
    it. A confirmation that was taken back is asked for again then."""
    key = _key(book, every)
    if not key:
        return every
    early = engagement.closing.opened is not None
    due = early or not has_open(engagement, every, key)
    answered = any(voice.kind in SAYING for voice in engagement.voices.get(key, []))
    again = answered and (early or (due and result.stands is ResultStands.CHANGED))
    values = (due or answered, early, again)
    known = book.remembered.asks
    return known.get(
        (every,), values, lambda: _variant(every, key, shown=due or answered, early=early, again=again)
    )


def kept_with_confirmation(
    book: Book, engagement: Engagement, found: Asks, ask: Ask, by: str
) -> Voice | None:
    """The answer to the last question of which everything else holds where only the confirmation is asked for
    again: the person's own, else the one that counts. None where the whole question is asked."""
    if ask.key != found.last or not found.again:
        return None
    voices = engagement.voices.get(ask.key, [])
    own = next((voice for voice in voices if voice.by == by), None)
    kept = own if own is not None and own.kind == "answer" else the_answer(voices)
    # Of a long text the state holds only the beginning: there the whole question is asked.
    return kept if kept is not None and kept.kind == "answer" and not kept.cut else None


def with_word(book: Book, engagement: Engagement, every: Asks, ask: Ask, voice: Voice) -> Engagement:
    """The engagement that keeps what a new answer to the last question confirmed; that it was asked early has
    done its work."""
    if not is_last(book, ask) or voice.kind not in SAYING:
        return engagement
    closing = replace(engagement.closing, opened=None)
    if confirms(book, voice):
        mark, left = given_for(book, engagement, every)
        closing = Closing(None, voice.by, voice.at, mark, left)
    return replace(engagement, closing=closing)


def _key(book: Book, every: Asks) -> str:
    """The key of the last question where it is asked at all, else empty."""
    key = book.last.question.id if book.last is not None else ""
    return key if key in every.by_key else ""


def _variant(every: Asks, key: str, *, shown: bool, early: bool, again: bool) -> Asks:
    found = Asks(ask for ask in every if shown or ask.key != key)
    found.last, found.early, found.again = (key if shown else ""), early, again
    return found

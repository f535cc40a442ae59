"""What people type, misspelt, polite, shouted or dictated, in both languages, and what it means."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from bot.core.typed.intents import Phrase, load_phrases, read_intent
from bot.core.typed.spelling import words_of
from bot.teams.turn.typed import meant


def table(name: str) -> list[tuple[str, str]]:
    raw = yaml.safe_load(Path(__file__).with_name(name).read_text("utf-8"))
    return [(str(said), what) for what, all_said in raw.items() for said in all_said]


_PHRASES = table("phrases.yaml")
_UNSEEN = [
    each
    for name in ("unseen.yaml", "unseen_at_work.yaml", "unseen_on_the_phone.yaml", "unseen_dictated.yaml")
    for each in table(name)
]
_UNDERSTOOD = 0.95


def meaning(text: str) -> str:
    found = read_intent(text)
    if found is None:
        return "kind line"
    return f"search: {found.words}" if found.words else found.intent


def written(phrase: Phrase) -> str:
    return " ".join(sorted(one)[0] for one in phrase.words) + "?" * bool(phrase.asked)


@pytest.mark.parametrize(("said", "what"), _PHRASES)
def test_a_phrase_means_what_people_mean(said: str, what: str) -> None:
    assert meaning(said).casefold() == what.casefold()


def does(text: str) -> str:
    found = read_intent(text)
    return "kind line" if found is None else "search" if found.words else found.intent


def test_no_phrase_of_somebody_else_does_the_wrong_thing() -> None:
    wrong = [
        (said, does(said)) for said, what in _UNSEEN if does(said) not in (*what.split(" | "), "kind line")
    ]
    assert wrong == []


def test_nearly_all_phrases_of_somebody_else_are_understood() -> None:
    meant = [(said, what) for said, what in _UNSEEN if "kind line" not in what]
    missed = [said for said, what in meant if does(said) not in what.split(" | ")]
    assert 1 - len(missed) / len(meant) >= _UNDERSTOOD, missed


def test_the_tables_are_long_enough_to_say_something() -> None:
    assert len(_PHRASES) >= 120
    assert len(_UNSEEN) >= 400


@pytest.mark.parametrize(
    "around", ["Hallo, {}", "{} bitte", "{}!!!", "  {}  ", "Guten Tag, {}. Vielen Dank!"]
)
def test_what_is_polite_or_loud_means_the_same(around: str) -> None:
    for said, what in _PHRASES:
        if what in ("my_questions", "status", "plan", "next_steps", "export"):
            assert meaning(around.format(said)) == what, said


def test_every_phrase_that_is_written_down_means_its_intent() -> None:
    differing = [
        (phrase.intent, written(phrase))
        for tongue in load_phrases().tongues
        for phrase in tongue.phrases
        if meaning(written(phrase)) != phrase.intent
    ]
    assert differing == []


def test_every_intent_has_its_act() -> None:
    """One that is written down and does nothing would be understood, and then left alone."""
    intents = {phrase.intent for tongue in load_phrases().tongues for phrase in tongue.phrases}
    assert intents == meant.INTENTS


def test_no_word_is_both_right_as_it_is_and_part_of_a_phrase() -> None:
    phrases = load_phrases()
    negated = {
        word for one in phrases.tongues for phrase in one.phrases for each in phrase.words for word in each
    }
    assert phrases.right & phrases.known <= negated


@given(st.text(max_size=400))
def test_any_text_is_read(text: str) -> None:
    read_intent(text)


def test_a_letter_is_no_phrase() -> None:
    assert meaning("status " * 500) == "kind line"
    assert (
        meaning("Bitte zeigen Sie mir den Plan. " + "Wir haben heute viel besprochen. " * 90) == "kind line"
    )


@pytest.mark.parametrize(
    "written",
    ["nächste-schritte", "na\u0308chste\u2011Schritte", "NAECHSTE SCHRITTE", "näch\u00adste schritte"],
)
def test_what_clients_do_to_a_text_changes_nothing(written: str) -> None:
    assert words_of(written) == ("naechste", "schritte")

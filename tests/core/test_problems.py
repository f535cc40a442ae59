"""Refusals are no accidents: a fault alone has an id, and every other sentence says what to do or who can."""

from __future__ import annotations

import re

import pytest

import cards
from bot.core.parts import Stamp
from bot.core.problems import FAULTS, Problem
from bot.core.screens.problem import ProblemScreen
from bot.core.texts import Words, load_texts
from cards.transcript import transcript

FAULTS_WITH_AN_ID = {Problem.STORE_DOWN, Problem.UNEXPECTED, Problem.UNREADABLE}
SAYS_WHO_CAN = {
    Problem.FM_ONLY,
    Problem.NO_FM,
    Problem.NOT_YOURS,
    Problem.NOT_YOUR_ITEM,
    Problem.NOT_YOUR_OFFER,
    Problem.MINUTES_ARE_THEIRS,
    Problem.FILES_FOR_FM,
    Problem.NO_WORKSHOP_YET,
    Problem.NO_CHECK_IN,
    Problem.TOO_MANY_VOICES,
    Problem.WORKSHOP_FULL,
}
SAYS_WHAT_TO_DO = set(Problem) - FAULTS_WITH_AN_ID - SAYS_WHO_CAN
"""What is new belongs here, unless it is for somebody else to do."""
WHO = {
    "de": re.compile(r"Leitung|FastTrack|bestätigt|entscheidet|die verantwortliche Person"),
    "en": re.compile(r"\blead\b|FastTrack|confirmed by|decides|Only the person responsible"),
}
WHAT = {
    "de": re.compile(
        r"[Bb]itte |Schreiben Sie|Ändern Sie|[Mm]öglich|können Sie|beginnen Sie|finden Sie|Ein Beispiel"
        r"|Hier ist|muss |geht es weiter|zeigt /ssat|\?$"
    ),
    "en": re.compile(
        r"[Pp]lease |Type |Change |possible|[Yy]ou can |Start one|Example: |for example|Here is|must |\?$",
        re.I,
    ),
}
LANGUAGES = ("de", "en")
EVERY = [pytest.param(one, id=one.value) for one in Problem]


class Anything(dict[str, str]):
    """Something for every place that a sentence leaves open."""

    def __missing__(self, key: str) -> str:
        return "12"


def sentence(problem: Problem, words: Words) -> str:
    return words.sentences[f"problem.{problem}"].format_map(Anything())


def shown(problem: Problem, language: str) -> list[str]:
    words = load_texts().words(language)
    fields = re.findall(r"\{(\w+)\}", words.sentences[f"problem.{problem}"])
    screen = ProblemScreen(problem, Stamp(0, 0), tuple((one, "12") for one in fields), "7f3a9c")
    return transcript(cards.render(screen, words))


def test_the_faults_are_these() -> None:
    assert FAULTS == FAULTS_WITH_AN_ID


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("problem", EVERY)
def test_only_a_fault_begins_like_one_and_shows_the_id_by_which_the_log_knows_it(
    problem: Problem, language: str
) -> None:
    lines = shown(problem, language)
    words = load_texts().words(language)
    accident = f"# {words('problem.title')}" in lines
    assert (accident, "7f3a9c" in "\n".join(lines)) == (problem in FAULTS, problem in FAULTS)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("problem", EVERY)
def test_a_sentence_says_what_to_do_or_who_can(problem: Problem, language: str) -> None:
    said = sentence(problem, load_texts().words(language))
    if problem in SAYS_WHO_CAN:
        assert WHO[language].search(said), said
    else:
        assert WHAT[language].search(said), said
    assert "ssat-bot" not in said

"""A playbook of another kind: what it leaves out, what it names itself, and the words that it brings."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from bot.core.playbook.interface import spoken_texts, unspoken
from bot.core.playbook.load import load_playbook
from bot.core.playbook.model.playbook import Playbook, Section
from bot.core.playbook.named import listening, standing_in, wished_rhythm
from bot.core.playbook.source.faults import PlaybookFaults
from bot.core.texts import load_texts
from tests.core.playbook.playbooks import SMALL
from tests.playbook_of_tests import PATH, READINESS

LEFT_OUT: tuple[Section, ...] = (
    "page",
    "tasks",
    "record",
    "enterprise",
    "discussions",
    "metrics",
    "success_review",
)
TEXT = READINESS.read_text(encoding="utf-8")
PROGRAMME = ("FTOP", "SME", "FastTrack")


def written(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "ours.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def faults(tmp_path: Path, text: str) -> list[str]:
    with pytest.raises(PlaybookFaults) as caught:
        load_playbook(written(tmp_path, text))
    return [str(fault) for fault in caught.value.faults]


def in_languages(tmp_path: Path, *languages: str) -> Playbook:
    """The readiness talk with its one language said once for each of these."""
    text = TEXT.replace("languages: [en]", f"languages: [{', '.join(languages)}]")
    each = ", ".join(rf"{one}: \1" for one in languages)
    text = re.sub(r'\{en: ("[^"]*")\}', f"{{{each}}}", text)
    return load_playbook(written(tmp_path, text))


def test_every_section_that_may_be_left_out_is_left_out() -> None:
    playbook = load_playbook(READINESS)
    assert [name for name in LEFT_OUT if playbook.has(name)] == []
    whole = load_playbook(PATH)
    assert [name for name in LEFT_OUT if not whole.has(name)] == []


def test_roles_and_the_rhythm_are_what_the_playbook_says_they_are() -> None:
    playbook = load_playbook(READINESS)
    assert (standing_in(playbook), listening(playbook)) == ("coordinator", "observer")
    assert wished_rhythm(playbook) == "END.how_often"


def test_a_playbook_that_marks_no_role_goes_by_the_ids_of_the_shipped_one() -> None:
    playbook = load_playbook(SMALL)
    assert not any(role.stands_in or role.listens for role in playbook.roles)
    assert (standing_in(playbook), listening(playbook)) == ("project_lead", "listener")
    assert wished_rhythm(playbook) == "CL.rhythm"


def test_two_roles_cannot_stand_in_and_a_rhythm_is_a_choice(tmp_path: Path) -> None:
    twice = TEXT.replace("{id: data_owner, name", "{id: data_owner, stands_in: true, name")
    assert [one.partition(": ")[2] for one in faults(tmp_path, twice)] == [
        "roles[1].stands_in: another role says so already"
    ]
    number = TEXT.replace("rhythm: END.how_often", "rhythm: WHO.count")
    assert [one.partition(": ")[2] for one in faults(tmp_path, number)] == [
        "check_ins.rhythm: WHO.count is a number field, not a choice field"
    ]


def test_the_interface_has_no_word_of_a_programme_of_its_own() -> None:
    said = {
        (language, key, word)
        for language, words in load_texts().by_language.items()
        for key, sentence in words.sentences.items()
        for word in PROGRAMME
        if word in sentence
    }
    assert said == set()


def test_a_playbook_says_sentences_of_the_interface_in_its_own_words() -> None:
    ours, theirs = spoken_texts(None, load_playbook(READINESS)), spoken_texts(None, load_playbook(PATH))
    assert ours.words("en")("workshop.title") == "Copilot readiness talk"
    assert theirs.words("en")("workshop.title") == "Success factors workshop"
    assert theirs.words("de")("sheet.heading") == "Statusblatt für FTOP"
    assert ours.words("en")("button.save") == theirs.words("en")("button.save")


def test_an_older_playbook_with_a_page_speaks_the_words_of_the_shipped_one() -> None:
    playbook = load_playbook(SMALL)
    assert (playbook.has("page"), playbook.sentences) == (True, {})
    assert spoken_texts(None, playbook).words("en")("workshop.title") == "Success factors workshop"


def test_sentences_that_the_interface_cannot_say_are_faults(tmp_path: Path) -> None:
    text = TEXT.replace(
        'minutes.title: {en: "Minutes of the readiness talk: {customer}"}',
        """minutes.title:
    en: "Minutes of {whom}"
    de: "Protokoll: {customer}"
  workshop.name: {en: "Talk"}""",
    )
    assert [one.partition(": ")[2] for one in faults(tmp_path, text)] == [
        "sentences.minutes.title.en: must fill in customer, as the English sentence does",
        "sentences.minutes.title.de: de is none of the playbook's languages",
        "sentences.workshop.name: the interface has no such sentence",
    ]


def test_a_language_without_an_interface_speaks_the_next_one_of_the_playbook(tmp_path: Path) -> None:
    playbook = in_languages(tmp_path, "fr", "de")
    texts = spoken_texts(None, playbook)
    assert texts.words("fr")("button.save") == "Speichern"
    (line,) = unspoken(load_texts(), {}, playbook)
    assert line.startswith("fr: ")
    assert line.endswith("are missing (SSAT_TEXTS), the bot says them in German")


def test_where_there_is_no_next_one_it_speaks_english(tmp_path: Path) -> None:
    playbook = in_languages(tmp_path, "fr")
    assert spoken_texts(None, playbook).words("fr")("button.save") == "Save"
    (line,) = unspoken(load_texts(), {}, playbook)
    assert line.endswith("the bot says them in English")

"""The German of the interface and of the playbook is written with umlauts and sharp s."""

from __future__ import annotations

import re

import pytest

from tests.sentences import interface, playbook

_NATURAL = re.compile(
    r"queue|[aeq]ue|uell|zuerst|zuein|israel|michael|raphael|poe[st]|koexist|aero", re.IGNORECASE
)
_SUBSTITUTE = re.compile(r"[ao]e|ue", re.IGNORECASE)
_SHARP_S = re.compile(
    r"\b(gross|groess|größ?s?s[et]|strasse|mass(?:nahme|stab)|regelmäss|gemäss|schliesslich|ausser|äusser|"
    r"weiss|heiss|grüss|spass|fuss|dreissig|begrüss|bloss)\w*",
    re.IGNORECASE,
)


def test_german_is_written_with_umlauts_and_sharp_s() -> None:
    sentences = [said["de"] for said in (*dict(interface()).values(), *playbook())]
    assert _misspelt(" ".join(sentences)) == set()


def _misspelt(text: str) -> set[str]:
    words = re.findall(r"(?<![/\w@.])[A-Za-zÄÖÜäöüß]+", re.sub(r"https?://\S+", "", text))
    return {
        word
        for word in words
        if (_SUBSTITUTE.search(_NATURAL.sub("", word)) and word not in _PROPER) or _SHARP_S.match(word)
    }


_PROPER = {"Does", "Roadmap"}


@pytest.mark.parametrize(
    "word", ["Uebersicht", "koennen", "naechste", "zurueck", "Massnahme", "weiss", "grosse"]
)
def test_a_misspelt_word_is_noticed(word: str) -> None:
    assert _misspelt(f"Das ist {word} hier.") == {word}


@pytest.mark.parametrize(
    "word", ["aktuell", "neue", "Dauer", "zuerst", "individuell", "lassen", "Queue", "müssen"]
)
def test_a_word_that_is_right_is_left_alone(word: str) -> None:
    assert _misspelt(f"Das ist {word} hier.") == set()

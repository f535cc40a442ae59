"""One name for each thing, in both languages: what people read never has two words for the same."""

from __future__ import annotations

import re

import pytest

from bot.core.texts import load_texts
from tests.sentences import playbook

DE, EN = (load_texts().words(language).sentences for language in ("de", "en"))


def test_the_leitung_is_never_whoever_leads_the_workshop() -> None:
    """In the playbook it is top management, so the interface does not use the bare word at all."""
    assert len([one for one in DE.values() if "Workshop-Leitung" in one]) > 10
    assert {key: one for key, one in DE.items() if re.search(r"(?<![-\w])Leitung\b", one)} == {}


@pytest.mark.parametrize("other", ["Kundenerfolgsworkshop", "Kundenworkshop", "[Cc]ustomer success workshop"])
def test_the_workshop_is_the_success_workshop_or_just_the_workshop(other: str) -> None:
    said = [*DE.values(), *EN.values(), *(text for one in playbook() for text in one.values())]
    assert len([one for one in said if re.search("Erfolgsworkshop|success workshop", one)]) > 10
    assert [one for one in said if re.search(other, one)] == []


@pytest.mark.parametrize(
    "other", [r"\bAustausch\b", r"\b14 Tage\b", r"\bNachweis\b", r"Besprechungsprotokoll"]
)
def test_german_has_one_word_for_check_ins_their_rhythm_and_the_record_sheet(other: str) -> None:
    assert {key: one for key, one in DE.items() if re.search(other, one)} == {}


@pytest.mark.parametrize(
    "other",
    [
        r"\bregular meetings?\b",
        r"\bthe introduction\b",
        r"\bfortnight",
        r"\b(the|this|a|newer|workshop's) post\b",
    ],
)
def test_english_has_one_word_for_check_ins_the_rollout_and_the_thread(other: str) -> None:
    said = [*EN.values(), *(one["en"] for one in playbook())]
    assert [one for one in said if re.search(other, one, re.IGNORECASE)] == []

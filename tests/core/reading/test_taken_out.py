"""Whoever reads a name that was taken out reads it in their language, and never in two pairs of brackets."""

from __future__ import annotations

import pytest

from bot.core.papers.paper import Bullets, Paper, PaperTable, PaperText
from bot.core.reading.taken_out import shown, shown_card, shown_part
from bot.core.texts import load_texts

GERMAN, ENGLISH = load_texts().words("de"), load_texts().words("en")


@pytest.mark.parametrize(
    ("kept", "german", "english"),
    [
        ("Es leitet (removed).", "Es leitet (entfernt).", "Es leitet (removed)."),
        ("Stimmt ((removed))", "Stimmt (entfernt)", "Stimmt (removed)"),
        ("Ja ((removed), 3. Mai)", "Ja (entfernt, 3. Mai)", "Ja (removed, 3. Mai)"),
        ("Ja (Ben, (removed))", "Ja (Ben, entfernt)", "Ja (Ben, removed)"),
        ("(removed), (removed)", "(entfernt), (entfernt)", "(removed), (removed)"),
        ("removed", "removed", "removed"),
    ],
)
def test_it_is_said_in_the_language_of_whoever_reads(kept: str, german: str, english: str) -> None:
    assert (shown(kept, GERMAN), shown(kept, ENGLISH)) == (german, english)


def test_what_a_card_sends_back_stays_as_it_is_kept() -> None:
    kept = {"type": "Input.Text", "label": "Wen? (removed)", "value": "(removed)", "data": {"a": "(removed)"}}
    card = {"body": [kept, {"text": "und"}], "actions": []}
    drawn = shown_card(card, GERMAN)
    assert drawn["body"][0] == {**kept, "label": "Wen? (entfernt)"}
    assert kept["label"] == "Wen? (removed)", "an element may stand on other cards, too"
    without = {"body": [{"text": "und"}]}
    assert shown_card(without, GERMAN) is without


def test_every_part_of_a_document_says_it() -> None:
    rows = (("Plan", "(removed)", 3, None), ("Start", "Ben", 1, None))
    blocks = (PaperText("Von (removed)"), Bullets(("a", "((removed))")), PaperTable("Wer", ("Was",), rows))
    paper = shown_part(Paper("Protokoll", "de", blocks), GERMAN)
    after = (("Plan", "(entfernt)", 3, None), rows[1])
    assert paper.blocks == (
        PaperText("Von (entfernt)"), Bullets(("a", "(entfernt)")), PaperTable("Wer", ("Was",), after),
    )  # fmt: skip
